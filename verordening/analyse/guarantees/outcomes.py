"""What the subject of a promise comes to in what is known of a case."""

from __future__ import annotations

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided, decide
from verordening.evaluate.expressions import value
from verordening.evaluate.impossible import out_of_bounds
from verordening.evaluate.outcome import Status
from verordening.evaluate.unknown import NOTHING, Unknown, joined
from verordening.model import expressions as e
from verordening.model.dependence import walk
from verordening.model.guarantees import Subject
from verordening.model.types import Value
from verordening.records import dataclass

SETTLED = (Status.BEPAALD, Status.VOORBEHOUD)
"""What the rules come to. Under a reservation a person may still be held to tailor it: that is beside a promise."""

_WORDS = {
    Status.AFSTEMMEN: "{0} kiest dan een mens",
    Status.LEEMTE: "{0} laat de wet dan over aan een regel die er niet is",
    Status.STRIJDIG: "over {0} spreken de regels elkaar dan tegen",
    Status.OPEN: "{0} staat dan open",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the subject is. `value` where it is one; `missing` are the facts that may still change it; `key` is the same
    for the same outcome, also where that is no value (a range to choose from). `why` says what it is instead; `lawless`
    that law or an amount is not there to tell.
    """

    value: Value | None
    key: object
    missing: frozenset[str] = NOTHING
    why: frozenset[str] = NOTHING
    lawless: bool = False

    @property
    def speaks(self) -> bool:
        """Whether it is a value, or surely none: no rule gives one."""
        return self.value is not None or self.key is None

    @property
    def told(self) -> bool:
        """Whether nothing more of the case can change it."""
        return not self.missing


def decisions_in(subject: Subject) -> tuple[str, ...]:
    """The decisions in a subject, in order."""
    nodes = walk(subject.value, {})
    return tuple(dict.fromkeys(each.name for each in nodes if isinstance(each, e.DecisionValue)))


def outcome_of(subject: Subject, context: Context) -> Outcome | None:
    """What a subject comes to; None where the case leads to what cannot be."""
    found = decide(decisions_in(subject), context)
    if out_of_bounds(found, context):
        return None
    missing = _askable(joined(each.missing for each in found.values() if each.status is Status.OPEN), context)
    if missing:
        return Outcome(None, object(), missing)
    if isinstance(subject.value, e.DecisionValue):
        return _of_decision(found[subject.value.name], context)
    told = [_of_decision(each, context) for each in found.values()]
    if any(each.value is None for each in told):
        why = frozenset[str]().union(*(each.why for each in told))
        return Outcome(None, object(), NOTHING, why, lawless=any(each.lawless for each in told))
    return _of_sum(subject, dict(zip(found, told, strict=True)), context)


def _of_sum(subject: Subject, told: dict[str, Outcome], context: Context) -> Outcome:
    inner = context.with_more(context.inputs)
    inner.decided = {name: each.value for name, each in told.items() if each.value is not None}
    reached = value(subject.value, inner)
    if not isinstance(reached, Unknown):
        return Outcome(reached, reached)
    missing = _askable(reached, context)
    return Outcome(None, object(), missing, reached.texts, lawless=not missing)


def _of_decision(decided: Decided, context: Context) -> Outcome:
    declared = context.corpus.decisions[decided.decision]
    if decided.status in SETTLED and decided.value is not None:
        return Outcome(decided.value, decided.value)
    if decided.status in SETTLED:
        # No rule gives it: of an amount that is nothing, of anything else there is no outcome.
        nothing = 0 if declared.type.is_numeric else None
        return Outcome(
            nothing, nothing, NOTHING, frozenset({f"over {declared.label} zegt dan geen enkele regel iets"})
        )
    words = frozenset({_WORDS[decided.status].format(declared.label)})
    if decided.status is Status.OPEN:
        return Outcome(None, object(), NOTHING, decided.missing.texts or words, lawless=True)
    return Outcome(None, _key(decided), NOTHING, words)


def _key(decided: Decided) -> object:
    return (decided.status, decided.value, decided.low, decided.high, frozenset(decided.candidates))


def _askable(missing: Unknown, context: Context) -> frozenset[str]:
    """The facts that a search may fill in: an oordeel of a general duty is never asked."""
    inputs = context.corpus.inputs
    return frozenset(name for name in missing.inputs if not inputs[name].general)


def is_less(left: Value, right: Value) -> bool:
    """Whether one number is less than another."""
    assert not isinstance(left, bool | str)
    assert not isinstance(right, bool | str)
    return compare(left, right) < 0
