"""Whether a rule can only be good for the resident, beside what would hold without it: as far as that can be read off.

Compared are written-out values: with those of the rules that it deviates from, or else with the `standaard`.
"""

from __future__ import annotations

from collections.abc import Mapping

from verordening.model import expressions as e
from verordening.model.rules import Decision, Effect, Form, Rule
from verordening.model.types import INDEFINITE, Value


def is_harmless(
    rule: Rule, effect: Effect, rules: tuple[Rule, ...], decisions: Mapping[str, Decision]
) -> bool | None:
    """Whether one consequence leaves nobody worse off than without the rule; None where that cannot be read off."""
    if effect.form is Form.REASONS:
        return True
    decision = decisions.get(effect.decision)
    if decision is None or not decision.favourable:
        return None
    match effect.form:
        case Form.AT_MOST:
            return decision.favourable == "lager"
        case Form.AT_LEAST:
            return decision.favourable == "hoger"
        case Form.SET | Form.MAY | Form.TAILOR:
            return _none_worse(_given(effect), _without(rule, effect.decision, rules, decision), decision)
    return None


def _given(effect: Effect) -> list[Value | None]:
    """The ends of what it gives; the ordinary outcome itself is never worse."""
    ends = [each for each in (effect.low, effect.high) if not isinstance(each, e.OrdinaryOutcome)]
    return [each.value if isinstance(each, e.Constant) else None for each in ends]


def _without(rule: Rule, decision: str, rules: tuple[Rule, ...], declared: Decision) -> list[Value | None]:
    """What would hold without the rule."""
    effects = [each for index in rule.targets for each in rules[index].effects if each.decision == decision]
    if rule.targets and effects:
        return [value for each in effects for value in _given(each)]
    return [declared.default]


def _none_worse(given: list[Value | None], without: list[Value | None], decision: Decision) -> bool | None:
    verdicts = [_is_worse(one, other, decision.favourable) for one in given for other in without]
    if True in verdicts:
        return False
    return None if None in verdicts or not verdicts else True


def _is_worse(value: Value | None, other: Value | None, favourable: str) -> bool | None:
    if value is None or other is None:
        return None
    if value == other:
        return False
    if isinstance(value, bool) or isinstance(other, bool):
        return value is not (favourable == "ja")
    if isinstance(value, str) or isinstance(other, str):
        return None
    is_more = value is INDEFINITE or (other is not INDEFINITE and bool(value > other))  # type: ignore[operator]
    return is_more is (favourable == "lager")
