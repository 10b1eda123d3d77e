"""The ways to deviate from, or to tailor, what a decision comes to.

Which there are, what they allow, on what they turn.
"""

from __future__ import annotations

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.bounds import known
from verordening.evaluate.citing import cite, why_not
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.flooring import cut, floors_leave_room
from verordening.evaluate.guidance import NO_WEIGHING
from verordening.evaluate.limiting import cut_at_limits, is_empty, limits_leave_room, narrowed
from verordening.evaluate.naming import as_declared
from verordening.evaluate.outcome import Range, Route, RouteStatus, Status
from verordening.evaluate.possibilities import Origin
from verordening.evaluate.relating import span_of
from verordening.evaluate.remarks import why_not_competent
from verordening.evaluate.rules import applies, effect_on, range_of
from verordening.evaluate.speaking import rank_of, rules_on
from verordening.evaluate.standing import delegation_stands, may_stand
from verordening.evaluate.tailoring import general_rules_on, reaches, tailored_range
from verordening.evaluate.unknown import Truth, Unknown, both, joined
from verordening.evaluate.weighing import weighing
from verordening.model.corpus import Corpus
from verordening.model.expressions import OrdinaryOutcome
from verordening.model.formatting import format_range, format_value
from verordening.model.rules import Form, Rule
from verordening.model.types import Kind, Type, Value
from verordening.packed import packed_dataclass
from verordening.remembering import lru_cache

EITHER = "ja of nee"
SETTLED = (Status.BEPAALD, Status.VOORBEHOUD)
NOTHING_LEFT = "de grenzen die gelden, laten hier niets over"
SETTLING = frozenset({Form.SET, Form.DELEGATE, Form.MAY})
ARTICLES = {"college": "het"}
KINDS = {
    "hardheidsclausule": "hardheidsclausule",
    "buitenwettelijk": "buitenwettelijk",
    "tegenwettelijk": "tegenwettelijk",
    "hoger_recht": "hoger recht",
}


@packed_dataclass(frozen=True, slots=True)
class Way:
    """A route with what the checks on a choice need: its rule, its exact range and the ordinary outcome."""

    route: Route
    rule: int
    low: Value | None
    high: Value | None
    ordinary: Value | None


def ways(decided: Decided, serves: str, context: Context) -> list[Way]:
    """The routes of one decision, the specific ones first.

    `serves` is the value for which the caseworker looks at them.
    """
    found: list[Way] = []
    for form in (Form.TAILOR, Form.MAY):
        for rule, _ in rules_on(decided.decision, form, context):
            bears = _bears_on(rule, decided, context)
            if bears is not False:
                way = _way(rule, form, bears, decided, serves, context)
                if way is not None:
                    found.append(way)
    for rule, form in general_rules_on(decided.decision, context.corpus):
        if reaches(rule, decided.decision, decided.possible, context) is not False:
            way = _way(rule, form, True, decided, serves, context)
            if way is not None:
                found.append(way)
    return found


def _bears_on(rule: Rule, decided: Decided, context: Context) -> Truth:
    """Whether what a rule deviates from holds here; a power by itself does, unless a lower rule already fills it in."""
    if not rule.deviates:
        rank = rank_of(rule, context)
        for each in decided.possible:
            giver = each.rule if each.origin is Origin.RULE else None
            if giver is not None and rank_of(context.corpus.rules[giver], context) < rank:
                return False
        return applies(rule.index, context) is not False
    missing: list[Unknown] = []
    for other in _settling_targets(context.corpus, rule, decided.decision):
        if context.applies.get(other.index) is False:
            continue
        left = delegation_stands(other.index, decided.decision, context)
        if left is True:
            return True
        if left is not False:
            missing.append(left)
    return joined(missing) if missing else False


@lru_cache(maxsize=8192)
def _settling_targets(corpus: Corpus, rule: Rule, decision: str) -> tuple[Rule, ...]:
    """What a rule deviates from, as far as it has something to say of the decision."""
    targets = (corpus.rules[target] for target in rule.targets)
    return tuple(
        other
        for other in targets
        if any(effect.decision == decision and effect.form in SETTLING for effect in other.effects)
    )


def _way(rule: Rule, form: Form, bears: Truth, decided: Decided, serves: str, context: Context) -> Way | None:
    decision = decided.decision
    applying = applies(rule.index, context)
    speaking = True if rule.general else may_stand(rule, decision, context)
    low, high, floored = _range(rule, form, decided, context)
    single = decided.value is not None and decided.status in SETTLED
    if single and low == high == decided.value:
        return None
    limited = limits_leave_room(rule, decision, low, high, context)
    room = False if is_empty(low, high) else both(limited, floored)
    speaking = both(speaking, bears)
    status, reason = _status(rule, form, applying, speaking, decision, context)
    if status is not RouteStatus.MAG_NIET and room is False:
        status, reason = RouteStatus.MAG_NIET, NOTHING_LEFT
    elif status in (RouteStatus.MAG, RouteStatus.MOET) and room is not True:
        status = RouteStatus.HANGT_AF_VAN
    whole = both(both(applying, speaking), room)
    declared = context.corpus.inputs
    hinges = as_declared(whole.inputs, context.corpus) if isinstance(whole, Unknown) else ()
    judgement = rule.because or next((name for name in hinges if declared[name].judgement), "")
    weigh = declared[judgement].weigh if judgement else ()
    closed = status is RouteStatus.MAG_NIET
    type_ = context.corpus.decisions[decision].type
    route = Route(
        decision,
        cite(rule, context),
        _kind(rule, form),
        status,
        rule.general,
        None if closed else _shown_range(rule, form, low, high, decided, type_),
        rule.mandate,
        hinges,
        judgement,
        weigh,
        rule.motivate,
        rule.serves,
        NO_WEIGHING if closed else weighing(rule, decided, serves, context),
        reason,
        rule.explanation,
    )
    return Way(route, rule.index, low, high, decided.value)


def _shown_range(
    rule: Rule, form: Form, low: Value | None, high: Value | None, decided: Decided, type_: Type
) -> Range | None:
    """The range in words; an end that is not settled yet is not passed off as the end of the type."""
    if type_.kind is Kind.BOOL and low is None and high is None:
        return Range(None, None, EITHER)
    if low is None and high is None:
        return None
    effect = effect_on(rule, decided.decision, form)
    if high is None and effect is not None and isinstance(effect.high, OrdinaryOutcome) and low is not None:
        return Range(low, None, f"{format_value(low, type_)} tot en met de gewone uitkomst")
    if (high is None and low == type_.low) or (low is None and high == type_.high):
        return Range(low, high, "nog niet bekend")
    return Range(low, high, format_range(low, high, type_))


def _kind(rule: Rule, form: Form) -> str:
    if rule.room:
        return KINDS[rule.room]
    return "plicht tot afstemming" if form is Form.TAILOR else "kan"


def _status(
    rule: Rule, form: Form, applying: Truth, speaking: Truth, decision: str, context: Context
) -> tuple[RouteStatus, str]:
    if applying is False:
        return RouteStatus.MAG_NIET, why_not(rule, context)
    if speaking is False:
        return RouteStatus.MAG_NIET, why_not_competent(rule, decision, context)
    if rule.room == "tegenwettelijk":
        return RouteStatus.MAG_NIET, f"dit gaat tegen de wet in; {who_decides(rule)}"
    if applying is True and speaking is True:
        return (RouteStatus.MOET if form is Form.TAILOR else RouteStatus.MAG), ""
    return RouteStatus.HANGT_AF_VAN, ""


def who_decides(rule: Rule) -> str:
    """To whom to put what goes against the law: never to the caseworker who asks."""
    who = [f"{ARTICLES.get(each, 'de')} {each.replace('_', ' ')}" for each in rule.mandate]
    return f"daarover beslist {' of '.join(who)}, niet u" if who else "leg het voor aan het college"


def _range(
    rule: Rule, form: Form, decided: Decided, context: Context
) -> tuple[Value | None, Value | None, Truth]:
    """What may be chosen by this route, cut at delegations, limits and floors; whether floors leave any of it."""
    decision = decided.decision
    declared = context.corpus.decisions[decision].type
    ordinary = decided.value
    if form is Form.TAILOR:
        for each in (*decided.tailored, *decided.reserved):
            if each.rule == rule.index:
                return known(each.low), known(each.high), True
        least, most = tailored_range(rule, decision, ordinary, context)
        return known(least), known(most), True
    effect = effect_on(rule, decision, Form.MAY)
    ends = (declared.low, declared.high) if effect is None else range_of(effect, decision, context)
    low, high = known(ends[0]), known(ends[1])
    if effect is not None and isinstance(effect.high, OrdinaryOutcome):
        high = ordinary
    if effect is None:
        low, high = _within_delegations(rule, decision, low, high, context)
    rank = rank_of(rule, context)
    low, high, doubt = cut_at_limits(low, high, decision, rank, context)
    if is_empty(low, high):
        return low, high, False
    least, most = cut(decision, low, high, context)
    if least is low and most is high and not isinstance(low, bool | str):
        return None if doubt[0] else low, None if doubt[1] else high, True  # no floor cuts this range
    room = floors_leave_room(decision, low, high, context)
    low, high = narrowed(low, high, known(least), known(most))
    if is_empty(low, high):
        return low, high, False
    return None if doubt[0] else low, None if doubt[1] else high, room


def _within_delegations(
    rule: Rule, decision: str, low: Value | None, high: Value | None, context: Context
) -> tuple[Value | None, Value | None]:
    for index, filled in rule.fills:
        if filled != decision or delegation_stands(index, decision, context) is not True:
            continue
        effect = effect_on(context.corpus.rules[index], decision, Form.DELEGATE)
        if effect is None:
            continue
        span = span_of(effect, decision, context)
        least, most = known(span.low), known(span.high)
        if low is not None and least is not None and compare(least, low) > 0:
            low = least
        if high is not None and most is not None and compare(most, high) < 0:
            high = most
    return low, high
