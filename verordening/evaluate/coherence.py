"""What is always true of facts together (`samenhang`): what follows from facts, and which facts cannot go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction

from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth
from verordening.evaluate.following import Following, settled
from verordening.language.diagnostics import Diagnostic, InputError, Related, diagnostic
from verordening.language.source import Source, Span
from verordening.model import expressions as e
from verordening.model.case import Case
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_in, inputs_of, settled_by
from verordening.model.types import INDEFINITE, Kind, Type, Value
from verordening.packed import NamedTuple
from verordening.records import dataclass, field
from verordening.remembering import lru_cache


@dataclass(frozen=True, slots=True)
class Implied:
    """What is given with all that follows from it. `sources` are the given names behind each fact that follows."""

    inputs: dict[str, Value]
    sources: dict[str, frozenset[str]] = field(default_factory=dict)


def implied(corpus: Corpus, given: Mapping[str, Value], day: date) -> Implied:
    """The inputs of a case with the missing facts that can only have one value."""
    context = with_implied(Context(corpus, given, day))
    return Implied(dict(context.inputs), dict(context.sources))


def with_implied(given: Context) -> Context:
    """The same evaluation with the missing facts that can only have one value, and their `sources`.

    An `als` that holds makes true what follows `dan`: a fact that is ja or nee there, or `=` something known. Only what
    is about a fact that is given can settle anything, or where nothing has to be given for it.
    """
    corpus, context = given.corpus, given
    inputs, sources = dict(given.inputs), dict(given.sources)
    new = frozenset(inputs)
    while True:
        for place, name, known in _following(corpus, given.day, frozenset(inputs), new).facts(context):
            if name not in inputs and _may_be(known, corpus.inputs[name].type):
                sources[name] = _given_behind(corpus.coherences[place], inputs, sources, corpus)
                inputs[name] = known
        new = frozenset(inputs.keys() - context.inputs.keys())
        if not new:
            break
        # What is not about any of these comes to what it came to.
        context = context.with_more(dict(inputs))
    context.sources = sources
    return context


@lru_cache(maxsize=1024)
def _following(corpus: Corpus, day: date, given: frozenset[str], new: frozenset[str]) -> Following:
    """What may follow where these facts are given, of which some are `new`."""
    told = _telling(corpus, day)
    places = told.settling if new == given else frozenset[int]()
    places = places.union(*[told.about[name] for name in told.about.keys() & new])
    return Following(corpus, day, given, [each for each in sorted(places) if not told.settled[each] <= given])


class _Telling(NamedTuple):
    """Where the samenhang stands that settles something when nothing is given, and, by input, that which is about it.

    Any other settles nothing in a case that gives nothing of what it is about: there it comes to the same. `settled`
    are the facts that each may settle, `broken` where even such a case goes against it.
    """

    settling: frozenset[int]
    about: dict[str, tuple[int, ...]]
    settled: tuple[frozenset[str], ...]
    broken: frozenset[int]


@lru_cache(maxsize=64)
def _telling(corpus: Corpus, day: date) -> _Telling:
    nothing = Context(corpus, {}, day)
    settling: set[int] = set()
    broken: set[int] = set()
    about: dict[str, list[int]] = {}
    for place, coherence in enumerate(corpus.coherences):
        for name in {name for node in conditions_in(coherence) for name in inputs_of(corpus, node)}:
            about.setdefault(name, []).append(place)
        if truth(coherence.condition, nothing) is not True:
            continue
        if any(settled(coherence.demand, nothing)):
            settling.add(place)
        if _is_against(coherence, nothing):
            broken.add(place)
    return _Telling(
        frozenset(settling),
        {name: tuple(places) for name, places in about.items()},
        tuple([frozenset(name for name, _ in settled_by(each.demand)) for each in corpus.coherences]),
        frozenset(broken),
    )


def _may_be(known: Value, type_: Type) -> bool:
    """Whether a value lies within the bounds of a type, in its steps."""
    low, high = type_.low, type_.high
    if type_.kind is Kind.DATE:
        assert isinstance(low, date)
        assert isinstance(high, date)
        return isinstance(known, date) and low <= known <= high
    if not type_.is_numeric or known is INDEFINITE:
        return True
    assert not isinstance(low, date)
    assert not isinstance(high, date)
    assert low is not None
    assert high is not None
    assert isinstance(known, int | Fraction)
    return low <= known <= high and (Fraction(known) - low) % Fraction(type_.step or 1) == 0


def contradicted(coherence: Coherence, context: Context) -> bool:
    """Whether the facts go against a samenhang, whatever is still missing."""
    return truth(coherence.condition, context) is True and truth(coherence.demand, context) is False


@lru_cache(maxsize=4096)
def coherences_about(corpus: Corpus, name: str) -> tuple[Coherence, ...]:
    """The samenhang in which an input has a part."""
    return tuple(
        each
        for each in corpus.coherences
        if any(name in inputs_of(corpus, node) for node in conditions_in(each))
    )


def lists_in(coherence: Coherence, context: Context) -> list[str]:
    """The lists of the case, whole or in part, that a samenhang is about."""
    names = {name: None for node in conditions_in(coherence) for name in inputs_of(context.corpus, node)}
    declared = context.corpus.inputs
    return [name for name in names if declared[name].type.kind is Kind.LIST and name in context.inputs]


def list_behind(name: str, context: Context) -> str:
    """The list of the case, given in part, from which a missing fact would follow; empty where there is none."""
    for coherence in coherences_about(context.corpus, name):
        demand = coherence.demand
        if isinstance(demand, e.Compare) and demand.operator == "=":
            sides = [each.name for each in (demand.left, demand.right) if isinstance(each, e.Input)]
            if name in sides:
                return next(iter(lists_in(coherence, context)), "")
    return ""


# ------------------------------------------------ a case that contradicts itself


def check_case(case: Case, corpus: Corpus, source: Source) -> None:
    """Refuse a case whose facts cannot go together. Raises InputError with every samenhang they go against (VRD431)."""
    every = [case.with_act(act, kind) for act in case.acts for kind in act.kinds or ("",)] or [case]
    problems = dict.fromkeys(problem for each in every for problem in _contradictions(each, corpus, source))
    if problems:
        raise InputError(problems)


def goes_together(case: Case, corpus: Corpus) -> bool:
    """Whether the facts of a case with at most one act go against no samenhang."""
    return not any(True for _ in against(_facts_of(case, corpus)))


def _contradictions(case: Case, corpus: Corpus, source: Source) -> Iterator[Diagnostic]:
    context = _facts_of(case, corpus)
    for coherence in against(context):
        names = _given_behind(coherence, context.inputs, context.sources, corpus)
        yield _problem(coherence, names, case, source)


def _facts_of(case: Case, corpus: Corpus) -> Context:
    return with_implied(Context(corpus, case.facts, case.peildatum))


def against(context: Context) -> Iterator[Coherence]:
    """The samenhang that the facts of an evaluation go against, each.

    What is about none of these facts comes to what it comes to where nothing is given.
    """
    corpus = context.corpus
    told = _telling(corpus, context.day)
    for place in sorted(
        told.broken.union(*[told.about[name] for name in told.about.keys() & context.inputs.keys()])
    ):
        if _is_against(corpus.coherences[place], context):
            yield corpus.coherences[place]


def _is_against(coherence: Coherence, context: Context) -> bool:
    return contradicted(coherence, context) or _asks_too_much(coherence, context)


def _asks_too_much(coherence: Coherence, context: Context) -> bool:
    """Whether a fact would have to have a value that it cannot have: a ninth of at most eight."""
    return truth(coherence.condition, context) is True and any(
        name not in context.inputs and not _may_be(known, context.corpus.inputs[name].type)
        for name, known in settled(coherence.demand, context)
    )


def _given_behind(
    coherence: Coherence, inputs: Mapping[str, Value], sources: Mapping[str, frozenset[str]], corpus: Corpus
) -> frozenset[str]:
    """The facts of the case that a samenhang is about, also those behind a fact that only follows from others."""
    names: set[str] = set()
    for node in conditions_in(coherence):
        for name in inputs_of(corpus, node):
            names |= sources.get(name, {name} if name in inputs else set())
    return frozenset(names)


def _problem(coherence: Coherence, names: Iterable[str], case: Case, source: Source) -> Diagnostic:
    spans = sorted((case.places[each] for each in names), key=lambda span: (span.line, span.column))
    place = coherence.place
    own = Span.at(place.file, place.line, place.column)
    first, *others = spans or [own]
    return diagnostic(
        source,
        "VRD431",
        f"deze gegevens gaan niet samen: {coherence.text}",
        first,
        related=(
            *(Related(each, "past hier niet bij") for each in others),
            Related(own, "hier staat deze samenhang"),
        ),
        help="verbeter een van deze gegevens, of laat weg wat u niet zeker weet",
    )
