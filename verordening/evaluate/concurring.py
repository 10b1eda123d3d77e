"""One act that breaches several duties: which of their outcomes holds (`bij meer verplichtingen …`)."""

from __future__ import annotations

from datetime import date

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.citing import cite_place
from verordening.evaluate.outcome import Candidate, Cited, DecisionOutcome, Outcome, Status
from verordening.model.case import Act
from verordening.model.corpus import Corpus
from verordening.model.courses import Concurrence
from verordening.model.formatting import format_value
from verordening.model.types import Value
from verordening.model.validity import Force
from verordening.packed import NamedTuple
from verordening.records import replace

NO_RULE = "deze gedraging schendt meer verplichtingen, en geen opgenomen regel zegt welke uitkomst dan geldt"


class Holding(NamedTuple):
    """The duty whose outcome holds for an act, the others with what they would give, and the provision that says so."""

    kind: str
    outcome: Outcome
    others: tuple[tuple[str, str], ...]
    because: Cited | None


def holding(found: list[tuple[str, Outcome]], name: str, corpus: Corpus, day: date) -> Holding:
    """What holds of the outcomes that an act has by each duty it breaches; `name` is the gegeven that says which."""
    if len(found) == 1:
        return Holding(*found[0], (), None)
    rule = concurrence("verplichtingen", corpus, day)
    kind, outcome = found[0]
    if rule is None or not rule.highest:
        if not all(_same(outcome, other) for _, other in found[1:]):
            outcome = _in_conflict([each for _, each in found])
        return Holding(kind, outcome, _others(found, kind, name, corpus), None)
    because = cite_place(rule.place, corpus, day)
    best = _highest(found, rule.decision, corpus)
    if best is None:
        return Holding(kind, _open([each for _, each in found]), _others(found, kind, name, corpus), because)
    return Holding(*best, _others(found, best[0], name, corpus), because)


def concurrence(of: str, corpus: Corpus, day: date) -> Concurrence | None:
    """What the regulations say on a day where several `verplichtingen` or `gedragingen` meet."""
    for each in corpus.concurrences:
        if (
            each.of == of
            and each.in_regulation.on(day) is Force.IN_FORCE
            and each.validity.on(day) is Force.IN_FORCE
        ):
            return each
    return None


def label_of(act: Act, name: str, corpus: Corpus) -> str:
    """The duties that an act breaches, in words."""
    type_ = corpus.inputs[name].type
    return " en ".join(format_value(kind, type_) for kind in act.kinds)


def _others(
    found: list[tuple[str, Outcome]], kind: str, name: str, corpus: Corpus
) -> tuple[tuple[str, str], ...]:
    type_ = corpus.inputs[name].type
    return tuple((format_value(each, type_), _in_short(outcome)) for each, outcome in found if each != kind)


def _in_short(outcome: Outcome) -> str:
    return ", ".join(
        each.shown.text if each.shown is not None else each.status.value for each in outcome.decisions
    )


def _highest(found: list[tuple[str, Outcome]], decision: str, corpus: Corpus) -> tuple[str, Outcome] | None:
    """The duty with the highest outcome, the longest of equals; None while what is open may come to be higher."""
    course = corpus.decisions[decision].course
    names = (decision, course.duration) if course is not None else (decision,)
    settled = [(kind, outcome, _values(outcome, names)) for kind, outcome in found]
    sure = [(kind, outcome, values) for kind, outcome, values in settled if values and None not in values]
    if not sure:
        return None
    best = sure[0]
    for each in sure[1:]:
        if _above(each[2], best[2]):
            best = each
    for _, outcome, values in settled:
        if (not values or None in values) and _may_exceed(outcome, decision, best[2][0]):
            return None
    return best[0], best[1]


def _values(outcome: Outcome, names: tuple[str, ...]) -> tuple[Value | None, ...]:
    shown = {each.name: each.shown for each in outcome.decisions}
    found = (shown[name] for name in names if name in shown)
    return tuple(None if each is None else each.value for each in found)


def _above(left: tuple[Value | None, ...], right: tuple[Value | None, ...]) -> bool:
    for one, other in zip(left, right, strict=True):
        assert one is not None
        assert other is not None
        order = compare(one, other)
        if order:
            return order > 0
    return False


def _may_exceed(outcome: Outcome, name: str, bound: Value | None) -> bool:
    """Whether a decision that is not settled may come to as much as this or more."""
    each = next((each for each in outcome.decisions if each.name == name), None)
    if (
        each is None
        or bound is None
        or any(one.shown is None for one in each.candidates)
        or not each.candidates
    ):
        return True
    return any(one.shown is not None and compare(one.shown.value, bound) >= 0 for one in each.candidates)


def _same(left: Outcome, right: Outcome) -> bool:
    return [(each.name, each.shown, each.status) for each in left.decisions] == [
        (each.name, each.shown, each.status) for each in right.decisions
    ]


def _in_conflict(outcomes: list[Outcome]) -> Outcome:
    return _together(outcomes, Status.STRIJDIG, NO_RULE)


def _open(outcomes: list[Outcome]) -> Outcome:
    return _together(outcomes, Status.OPEN, "")


def _together(outcomes: list[Outcome], status: Status, reason: str) -> Outcome:
    """One outcome with all that these may come to, and all that they ask."""
    first = outcomes[0]
    every = [each for outcome in outcomes for each in outcome.decisions]
    decisions = tuple(
        _merged([each for each in every if each.name == name], status, reason)
        for name in dict.fromkeys(each.name for each in every)
    )
    questions = dict.fromkeys(each for outcome in outcomes for each in outcome.questions)
    floors = dict.fromkeys(each for outcome in outcomes for each in outcome.floors)
    return replace(first, decisions=decisions, questions=tuple(questions), floors=tuple(floors), routes=())


def _merged(several: list[DecisionOutcome], status: Status, reason: str) -> DecisionOutcome:
    candidates: dict[str, Candidate] = {}
    for each in several:
        own = (
            (Candidate(each.shown, each.shown.text, each.cited),)
            if each.shown is not None
            else each.candidates
        )
        for one in own:
            candidates.setdefault(one.text, one)
    return replace(
        several[0],
        status=status,
        shown=None,
        range=None,
        amount=None,
        cited=None,
        reason=reason,
        candidates=tuple(candidates.values()),
        missing=tuple(dict.fromkeys(name for each in several for name in each.missing)),
        missing_texts=tuple(dict.fromkeys(text for each in several for text in each.missing_texts)),
        reservations=(),
    )
