"""Room to deviate that opens, closes or becomes another: where a power is open in one corpus and not in the other."""

from __future__ import annotations

from verordening.analyse.difference.answers import CLOSED, Answer, Answers, Came
from verordening.analyse.difference.elements import Both
from verordening.analyse.difference.twin import Twin
from verordening.evaluate.bounds import known
from verordening.evaluate.context import Context
from verordening.evaluate.outcome import Status
from verordening.evaluate.rules import applies, effect_on, range_of
from verordening.evaluate.standing import defeated, stands
from verordening.evaluate.unknown import NOTHING, Truth, Unknown, all_of, any_of, negated
from verordening.model.rules import Form, Rule

_SETTLING = frozenset({Form.SET, Form.DELEGATE, Form.MAY})


class RoomTwin(Twin):
    """The search for a case in which a power is open under one corpus and not, or for something else, under the other.

    `old` and `new` are the rule in either corpus; None where there is none.
    """

    old: int | None = None
    new: int | None = None

    def answers(self, both: Both) -> Answers:
        """Whether the power is open, and for what."""
        return Answers(_way(self.old, self.decision, both.old), _way(self.new, self.decision, both.new))


def _way(index: int | None, decision: str, context: Context) -> Answer:
    if index is None:
        return Answer(CLOSED, NOTHING, ())
    rule = context.corpus.rules[index]
    is_open = all_of((stands(index, decision, context), _bears(rule, decision, context)))
    effect = effect_on(rule, decision, Form.MAY)
    if is_open is False or effect is None:
        return Answer(CLOSED, NOTHING, (index,))
    low, high = range_of(effect, decision, context)
    waiting = NOTHING.union(*(_inputs(each, context) for each in (is_open, low, high)))
    if is_open is not True and not waiting:
        return Answer(CLOSED, NOTHING, (index,))
    return Answer(Came(Status.AFSTEMMEN, None, known(low), known(high)), waiting, (index,), index)


def _bears(rule: Rule, decision: str, context: Context) -> Truth:
    """Whether what a rule deviates from holds here."""
    if not rule.deviates:
        return True
    return any_of(
        all_of((applies(target, context), negated(defeated(context.corpus.rules[target], decision, context))))
        for target in rule.targets
        if _settles(context.corpus.rules[target], decision)
    )


def _settles(rule: Rule, decision: str) -> bool:
    return any(each.decision == decision and each.form in _SETTLING for each in rule.effects)


def _inputs(found: object, context: Context) -> frozenset[str]:
    if not isinstance(found, Unknown):
        return NOTHING
    return frozenset(name for name in found.inputs if not context.corpus.inputs[name].general)
