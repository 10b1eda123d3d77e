"""What guidelines say of a route: for it, against it, or in conflict with each other. No score and no advice."""

from __future__ import annotations

from datetime import date

from verordening.evaluate.circles import circles
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.expressions import truth
from verordening.evaluate.guidance import NO_WEIGHING, Clash, Side, Voice, Weighing
from verordening.evaluate.naming import as_declared
from verordening.evaluate.unknown import Truth, Unknown
from verordening.model.corpus import Corpus
from verordening.model.dependence import inputs_of, turns_on_more
from verordening.model.rules import Rule
from verordening.model.standards import EVIDENCE, Guideline
from verordening.model.validity import Force
from verordening.records import replace
from verordening.remembering import lru_cache


def weighing(rule: Rule, decided: Decided, serves: str, context: Context) -> Weighing:
    """What guidelines say of the route that `rule` is. Per value that it may serve: those for and against it.

    A route without a value of its own serves the caseworker's (`serves`); before that is known it is shown for each
    value that a guideline puts above or below another. Guidelines bear on what the decision may come to, on what that
    fills in, and on the route itself unless that is a duty on every decision.
    """
    if not context.corpus.guidelines:
        return NO_WEIGHING
    every = _heard(context)
    if not every:
        return NO_WEIGHING
    applied = _places(decided, context)
    reached = applied if rule.general else applied | {rule.index}
    heard = tuple([each for each in every if each[0].everywhere or not reached.isdisjoint(each[0].at)])
    if not heard:
        return NO_WEIGHING
    own = rule.serves if rule.serves and not rule.general else (serves,) if serves else ()
    return _weighed(heard, own, applied, context.corpus, context.day)


@lru_cache(maxsize=1024)
def _weighed(
    heard: tuple[tuple[Guideline, Truth], ...],
    own: tuple[str, ...],
    applied: frozenset[int],
    corpus: Corpus,
    day: date,
) -> Weighing:
    """What these guidelines say, per value of the route itself (`own`, where it has any)."""
    voices = [_voice(each, corpus, day) for each, holds in heard if holds is True]
    maybe = tuple(_hinging(each, holds, corpus, day) for each, holds in heard if isinstance(holds, Unknown))
    values = own or tuple(dict.fromkeys(end for each in voices for end in (each.higher, each.lower)))
    served = frozenset(value for index in applied for value in corpus.rules[index].serves)
    sides = (_side(value, voices, served) for value in values)
    return Weighing(
        tuple(each for each in sides if each.in_favour or each.against),
        tuple(Clash(each) for each in circles(voices)),
        maybe,
    )


def _side(value: str, voices: list[Voice], served: frozenset[str]) -> Side:
    return Side(
        value,
        tuple(each for each in voices if each.higher == value and each.lower in served),
        tuple(each for each in voices if each.lower == value and each.higher in served),
    )


def _heard(context: Context) -> tuple[tuple[Guideline, Truth], ...]:
    """The guidelines in force that speak, or may yet speak, in this case."""
    found = context.told.get(_HEARD)
    if found is None:
        about = _bare(context.corpus, context.day)[2]
        facts = frozenset(about.keys() & context.inputs.keys())
        heard = []
        for each, known in _listened_to(context.corpus, context.day, facts, context.examples):
            holds = truth(each.condition, context) if known is None else known
            if holds is not False:
                heard.append((each, holds))
        found = context.told[_HEARD] = tuple(heard)
    return found  # type: ignore[return-value]


@lru_cache(maxsize=1024)
def _listened_to(
    corpus: Corpus, day: date, facts: frozenset[str], examples: bool
) -> tuple[tuple[Guideline, Truth | None], ...]:
    """The guidelines that may speak where facts of these names are given; None: these decide whether they do."""
    bare, turning, about = _bare(corpus, day)
    touched = turning.union(*[about[name] for name in facts])
    every = [(each, None if place in touched else holds) for place, (each, holds) in enumerate(bare)]
    return tuple(each for each in every if each[1] is not False and (examples or not each[0].example))


_HEARD = ("guidelines", -1)
_Bare = tuple[tuple[tuple[Guideline, Truth], ...], frozenset[int], dict[str, tuple[int, ...]]]


@lru_cache(maxsize=64)
def _bare(corpus: Corpus, day: date) -> _Bare:
    """The guidelines in force with whether they speak in a case that gives nothing; those that turn on more than facts
    (by place), and those that turn on each fact.
    """
    nothing = Context(corpus, {}, day)
    found = [each for each in corpus.guidelines if each.validity.on(day) is not Force.NOT_IN_FORCE]
    turning: set[int] = set()
    about: dict[str, list[int]] = {}
    for place, condition in enumerate(each.condition for each in found):
        if condition is None:
            continue
        if turns_on_more(corpus, condition):
            turning.add(place)
        for name in inputs_of(corpus, condition):
            about.setdefault(name, []).append(place)
    return (
        tuple((each, truth(each.condition, nothing)) for each in found),
        frozenset(turning),
        {name: tuple(places) for name, places in about.items()},
    )


def _places(decided: Decided, context: Context) -> frozenset[int]:
    """The rules that may give the decision its outcome, and what they fill in."""
    places = frozenset([each.rule for each in decided.possible if each.rule is not None])
    return _with_filled(places, context.corpus)


@lru_cache(maxsize=1024)
def _with_filled(places: frozenset[int], corpus: Corpus) -> frozenset[int]:
    return places.union(index for each in places for index, _ in corpus.rules[each].fills)


def _hinging(guideline: Guideline, holds: Unknown, corpus: Corpus, day: date) -> Voice:
    return replace(_voice(guideline, corpus, day), hinges=as_declared(holds.inputs, corpus))


@lru_cache(maxsize=1024)
def _voice(guideline: Guideline, corpus: Corpus, day: date) -> Voice:
    return Voice(
        guideline.id,
        guideline.title,
        corpus.regulations[guideline.regulation].title,
        guideline.example,
        guideline.provenance.on(day).grade.name.lower(),
        guideline.higher,
        guideline.lower,
        tuple(sorted(guideline.evidence, key=lambda each: EVIDENCE.index(each[0]))),
        guideline.against,
    )
