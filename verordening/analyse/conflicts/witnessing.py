"""From facts for which claims hold to a case that people can read: complete, plausible, and no fact too many.

Every step is worked out again by the interpreter; a case in which the finding does not show is never given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from verordening.analyse.conflicts.finding import Witness
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.interpreting import truths
from verordening.evaluate.coherence import contradicted
from verordening.evaluate.context import Context
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import Outcome
from verordening.evaluate.unknown import all_of
from verordening.model.case import Case, Judgement
from verordening.model.corpus import Corpus
from verordening.model.types import Items, Kind, Type, Value

SUPPOSED: Final = "Aangenomen voor dit voorbeeld, om te laten zien wat er gebeurt."
"""The reason of an oordeel in a case that nobody brought."""
MOST_ASKED: Final = 40
"""Past so many questions a case is left as incomplete as it is."""

Shows = Callable[[Outcome], bool]
"""Whether a finding shows in an outcome."""

_NOTHING: Final = ("geen", "anders", "onbekend")
"""Options that say little; an example with another one is easier to picture."""
_EUROS: Final = (100_000, 10_000, 150_000, 50_000, 1_000_000, 0)
_COUNTS: Final = (1, 2, 0, 3, 5, 10)
_MONTHS: Final = (1, 2, 3, 6, 12, 24, 36)
_YEARS: Final = (40 * 12, 30 * 12, 50 * 12, 10 * 12, 5 * 12)
_DAYS_BEFORE: Final = (30, 90, 400, 0, -30)


class WitnessError(RuntimeError):
    """What was found does not show when it is worked out as a case: a fault of this program."""


def completed(
    found: Context,
    claims: tuple[c.Claim, ...],
    decisions: tuple[str, ...],
    shows: Shows,
    earlier: Context | None = None,
    *,
    is_settled: bool = False,
) -> Witness | None:
    """The case behind facts that were found, for these decisions, that people can read; None where it does not show.

    It is `earlier`, a case that people read before, where the finding shows in that. Whether there is one hangs on what
    was found alone, unless that `is_settled`. Raises WitnessError where not even the claims hold: then the search or
    the solver is wrong.
    """
    corpus, day = found.corpus, found.day
    maker = _Maker(corpus, day, claims, decisions, shows)
    if is_settled and earlier is not None and maker.good(earlier.inputs):
        return maker.witness(earlier.inputs)
    if all_of(truths(claims, Context(corpus, dict(found.inputs), day))) is not True:
        raise WitnessError(f"claims do not hold for {dict(found.inputs)} on {day}")
    facts = maker.completed(dict(found.inputs))
    if facts is None:
        return None
    if earlier is not None and maker.good(earlier.inputs):
        return maker.witness(earlier.inputs)
    return maker.witness(maker.plausible(maker.without_idle(facts)))


class _Maker:
    def __init__(
        self,
        corpus: Corpus,
        day: date,
        claims: tuple[c.Claim, ...],
        decisions: tuple[str, ...],
        shows: Shows,
    ) -> None:
        self.corpus, self.day, self.claims = corpus, day, claims
        self.decisions, self.shows = decisions, shows
        self._last: tuple[Mapping[str, Value], Outcome | None] | None = None

    def witness(self, facts: Mapping[str, Value]) -> Witness:
        """The case of these facts with what it comes to."""
        case = self.case(facts)
        return Witness(case, self.outcome(facts) or evaluate(self.corpus, case, ranges=False))

    def case(self, facts: Mapping[str, Value]) -> Case:
        """A case with these facts and oordelen."""
        inputs = self.corpus.inputs
        ordered = sorted(facts, key=lambda each: inputs[each].order)
        return Case(
            "Voorbeeld",
            self.corpus.gemeente,
            self.corpus.gemeente.replace("_", " ").title(),
            self.day,
            self.decisions,
            {name: facts[name] for name in ordered if not inputs[name].judgement},
            {name: Judgement(facts[name], SUPPOSED) for name in ordered if inputs[name].judgement},
        )

    def outcome(self, facts: Mapping[str, Value]) -> Outcome | None:
        """What a case with these facts comes to, if the claims hold in it and it can be."""
        if self._last is None or self._last[0] != facts:
            self._last = facts, self._outcome(facts)
        return self._last[1]

    def _outcome(self, facts: Mapping[str, Value]) -> Outcome | None:
        context = Context(self.corpus, facts, self.day)
        if any(contradicted(each, context) for each in self.corpus.coherences):
            return None
        if all_of(truths(self.claims, context)) is not True:
            return None
        found = evaluate(self.corpus, self.case(facts), ranges=False)
        return None if found.out_of_bounds else found

    def completed(self, facts: dict[str, Value]) -> dict[str, Value] | None:
        """The facts with what is still asked, so that the finding shows; None where no answer makes it."""
        for _ in range(MOST_ASKED):
            found = self.outcome(facts)
            if found is None:
                return None
            names = [each.name for each in found.questions]
            if not names:
                break
            more = self._answered(facts, names)
            if more is None:
                break
            facts = more
        found = self.outcome(facts)
        return facts if found is not None and self.shows(found) else None

    def _answered(self, facts: dict[str, Value], names: list[str]) -> dict[str, Value] | None:
        """The facts with the first of these answered in a way that leaves the claims true."""
        for name in names:
            for value in plausible_values(self.corpus.inputs[name].type, self.day):
                more = {**facts, name: value}
                if self.outcome(more) is not None:
                    return more
        return None

    def without_idle(self, facts: dict[str, Value]) -> dict[str, Value]:
        """The facts without those that it shows without, the last asked first."""
        for name in reversed(list(facts)):
            fewer = {each: value for each, value in facts.items() if each != name}
            if self.good(fewer):
                facts = fewer
        return facts

    def plausible(self, facts: dict[str, Value]) -> dict[str, Value]:
        """The same facts, where it shows as well with values that one meets in practice, or with nearer ones."""
        facts = self._lately(facts)
        for name, value in list(facts.items()):
            type_ = self.corpus.inputs[name].type
            if not type_.is_numeric and type_.kind is not Kind.DATE:
                continue
            usual = [each for each in dict.fromkeys(_usual(type_, self.day)) if _fits(each, type_)]
            if value in usual[:1]:
                continue
            good = next((each for each in usual if self.good({**facts, name: each})), None)
            if good is None and usual:
                good = self._nearer(facts, name, usual[0])
            if good is not None:
                facts = {**facts, name: good}
        return facts

    def _nearer(self, facts: dict[str, Value], name: str, usual: Value) -> Value:
        """The value nearest to a usual one with which it shows, as halving tells: just past the threshold."""
        type_ = self.corpus.inputs[name].type
        own = type_.step if isinstance(type_.step, int) else 1
        step = 12 if type_.kind is Kind.DURATION and type_.unit == "jaar" else own
        good, bad = facts[name], usual
        while abs(steps := _steps_from(bad, good, step)) > 1:
            middle = _moved_by(bad, steps // 2 if steps > 0 else -(-steps // 2), step)
            if _fits(middle, type_) and self.good({**facts, name: middle}):
                good = middle
            else:
                bad = middle
        return good

    def _lately(self, facts: dict[str, Value]) -> dict[str, Value]:
        """The same facts with all dates moved along, the last of them to shortly before the day of the case."""
        dates = {name: value for name, value in facts.items() if isinstance(value, date)}
        for before in _DAYS_BEFORE if dates else ():
            by = self.day - timedelta(days=before) - max(dates.values())
            moved = {**facts, **{name: value + by for name, value in dates.items()}}
            if self.good(moved):
                return moved
        return facts

    def good(self, facts: Mapping[str, Value]) -> bool:
        """Whether the finding shows in a case with these facts, of which nothing more is asked."""
        found = self.outcome(facts)
        return found is not None and not found.questions and self.shows(found)


def _steps_from(one: Value, other: Value, step: int) -> int:
    """How many steps lie between two values; none where they cannot be counted."""
    if isinstance(one, date) and isinstance(other, date):
        return (other - one).days
    if isinstance(one, int) and isinstance(other, int):
        return int((other - one) / step)
    return 0


def _moved_by(value: Value, steps: int, step: int) -> Value:
    if isinstance(value, date):
        return value + timedelta(days=steps)
    assert isinstance(value, int)
    return value + steps * step


def plausible_values(type_: Type, day: date) -> Iterator[Value]:
    """Values of a type to try in an example, those that one meets most first; the ends of its bounds last."""
    if type_.kind is Kind.BOOL:
        yield from (False, True)
    elif type_.kind is Kind.ENUM:
        yield from sorted(type_.options, key=_NOTHING.__contains__)
    elif type_.kind is Kind.LIST:
        yield Items(())
    else:
        values = dict.fromkeys((*_usual(type_, day), type_.low, type_.high))
        yield from (each for each in values if each is not None and _fits(each, type_))


def _usual(type_: Type, day: date) -> Iterator[Value]:
    match type_.kind:
        case Kind.AMOUNT:
            yield from _EUROS
        case Kind.DURATION:
            yield from _YEARS if type_.unit == "jaar" else _MONTHS
        case Kind.DATE:
            yield from (day - timedelta(days=each) for each in _DAYS_BEFORE)
        case Kind.PERCENTAGE:
            yield from (50, 100, 10)
        case _:
            yield from _COUNTS


def _fits(value: Value, type_: Type) -> bool:
    low, high = type_.low, type_.high
    if isinstance(value, date):
        return not (isinstance(low, date) and value < low) and not (isinstance(high, date) and value > high)
    if not isinstance(value, int) or isinstance(low, date) or isinstance(high, date):
        return True
    if (low is not None and value < low) or (high is not None and value > high):
        return False
    return type_.step is None or (value - (low or 0)) % type_.step == 0
