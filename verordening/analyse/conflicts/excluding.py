"""Rules on two decisions that in some case bring about together what a regulation says does not go together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.asking import Point, always
from verordening.analyse.conflicts.finding import Site
from verordening.analyse.guarantees.outcomes import SETTLED
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.substituting import with_decision
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth
from verordening.evaluate.outcome import Outcome
from verordening.language.diagnostics import Severity
from verordening.model import expressions as e
from verordening.model.formatting import format_value
from verordening.model.guarantees import Excluded, Guarantee, Side
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Kind
from verordening.model.validity import Force
from verordening.records import dataclass

_DECIDING = (Form.SET, Form.MAY, Form.TAILOR)
_WITHIN = {Form.AT_MOST: ("<", "<="), Form.AT_LEAST: (">", ">=")}
"""The comparisons that hold of all that a limit leaves, once they hold of its bound."""


@dataclass(frozen=True, slots=True, eq=False)
class _Way:
    """How one side of a promise comes about: by a rule, or by the standaard where no rule speaks (None).

    `decides` is whether the decision then has that outcome; of a prohibition it is left open what it comes to instead.
    """

    rule: Rule | None
    site: Site
    claims: tuple[c.Claim, ...]
    decides: bool


def excluded(area: Area, code: str, severity: Severity) -> Iterator[Point]:
    """Each two ways in which both sides of a promise may come about; a rule among them or the promise is examined."""
    for each in area.corpus.guarantees:
        found = each.property
        if isinstance(found, Excluded) and {found.first.decision, found.second.decision} & {*area.decisions}:
            yield from _points(each, found, area, code, severity)


def _points(each: Guarantee, found: Excluded, area: Area, code: str, severity: Severity) -> Iterator[Point]:
    promise = Site(
        f"{each.regulation} {each.name}",
        area.span(each.place, each.name),
        f"beloofd: {each.title[:1].lower()}{each.title[1:]}",
    )
    condition = () if each.condition is None else (c.Holds(each.condition),)
    in_force = area.corpus.regulations[each.regulation].validity
    about = " en ".join(area.label(side.decision) for side in (found.first, found.second))
    for ways in product(_ways(found.first, area), _ways(found.second, area)):
        rules = [way.rule for way in ways if way.rule is not None]
        own = [rule for rule in rules if area.is_own(rule)]
        if not rules or not (own or each.place.file in area.own):
            continue
        day = area.day_of(*rules)
        if day is None or in_force.on(day) is Force.NOT_IN_FORCE:
            continue
        first, second = sorted(ways, key=lambda way: way.rule not in own)
        yield Point(
            code,
            severity,
            f"een plicht en een verbod komen elkaar tegen, over {about}",
            (first.site, second.site, promise),
            f"sluit bij {(own or rules)[0].path} het geval uit met `tenzij`, of laat een van beide afwijken",
            (*condition, *first.claims, *second.claims),
            day,
            found.first.decision,
            _shows(found, area) if first.decides and second.decides else always,
            (found.second.decision,),
        )


def _shows(found: Excluded, area: Area) -> Callable[[Outcome], bool]:
    """Whether the decisions come to what does not go together, after floors and all."""

    def shows(outcome: Outcome) -> bool:
        context = Context(area.corpus, {}, outcome.peildatum)
        for side in (found.first, found.second):
            decided = outcome.decision(side.decision)
            if decided.status not in SETTLED or decided.shown is None:
                return False
            context.decided = {**context.decided, side.decision: decided.shown.value}
        return all(truth(side.condition, context) is not False for side in (found.first, found.second))

    return shows


def _ways(side: Side, area: Area) -> Iterator[_Way]:
    deciding = dict[int, None]()
    for rule, effect in area.saying(side.decision, *_DECIDING, *_WITHIN, Form.FORBID):
        if effect.form in _DECIDING:
            deciding[rule.index] = None
        made = _made(side, effect, area)
        if made is None:
            continue
        if effect.form is Form.SET:
            site = area.giving(rule, side.decision)
            claims: tuple[c.Claim, ...] = (c.Stands(rule.index, side.decision),)
        else:
            words = f"`{rule.path}` zegt over {area.label(side.decision)}: {area.limits(effect)}"
            site = area.site(rule, words, side.decision)
            claims = (c.Applies(rule.index), *area.undefeated(rule, side.decision))
        yield _Way(rule, site, (*claims, c.Holds(made)), decides=effect.form is Form.SET)
    yield from _by_default(side, tuple(deciding), area)


def _by_default(side: Side, deciding: tuple[int, ...], area: Area) -> Iterator[_Way]:
    decision = area.corpus.decisions[side.decision]
    if decision.default is None:
        return
    value = e.Constant(decision.default, decision.type.kind, decision.type.unit)
    words = (
        f"{decision.label} is {format_value(decision.default, decision.type)} zolang geen regel anders zegt"
    )
    yield _Way(
        None,
        Site(side.decision, area.span(decision.place, decision.name), words),
        (
            *(c.Not(c.Stands(index, side.decision)) for index in deciding),
            c.Holds(with_decision(side.condition, side.decision, value)),
        ),
        decides=True,
    )


def _made(side: Side, effect: Effect, area: Area) -> e.Expression | None:
    """What must hold for a consequence to bring about a side; None for one that leaves it open."""
    value = effect.low
    if value is None or effect.form in (Form.MAY, Form.TAILOR):
        return None
    decision = area.corpus.decisions[side.decision]
    if effect.form is Form.SET:
        if decision.rounding is not None and decision.type.kind is Kind.AMOUNT:
            value = e.Rounded(value, *decision.rounding)
    elif effect.form is Form.FORBID:
        if decision.type.kind is not Kind.BOOL:
            return None
        value = e.Not(value)
    elif not _keeps(side, _WITHIN[effect.form]):
        return None
    return with_decision(side.condition, side.decision, value)


def _keeps(side: Side, operators: tuple[str, ...]) -> bool:
    """Whether a side is that the decision is one of these (less, say) compared with something."""
    found = side.condition
    return (
        isinstance(found, e.Compare)
        and isinstance(found.left, e.DecisionValue)
        and found.operator in operators
    )
