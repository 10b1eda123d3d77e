"""Een regel kan buiten de hogere regeling uitkomen.

Er is een zaak waarin de regel geldt en iets geeft dat de hogere regeling niet toelaat of niet heeft overgelaten.

## Waarom dit uitmaakt

In die zaak wordt de regel opzij gezet. Wie op de verordening vertrouwt, krijgt iets anders dan er staat, en een
besluit dat er toch op rust houdt bij de rechter geen stand.

## Wat u doet

- Breng de waarde binnen wat de hogere regeling toelaat, of neem in de voorwaarde op voor wie de regel geldt.
- Is dit wat de bron zegt, zet er dan `omstreden` bij.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.asking import Point, answers, together
from verordening.analyse.conflicts.finding import Answered, Finding, Site
from verordening.analyse.proving import claims as c
from verordening.evaluate.rules import effect_on
from verordening.evaluate.standing import STANDING
from verordening.language.diagnostics import Severity
from verordening.model.expressions import alike
from verordening.model.rules import Form, Rank, Rule

CODE = "VRD604"
SEVERITY = Severity.FOUT

_LIMITS = (Form.AT_MOST, Form.AT_LEAST, Form.FORBID)


def ask(area: Area) -> Iterator[Answered]:
    """Rules below the rank of an act that a delegation, a limit or a rule of higher rank does not leave room for: one
    finding for each rule and decision, with all the higher places.
    """
    for rule, effect in area.examined(Form.SET, Form.MAY):
        if area.rank(rule) >= Rank.WET or rule.relation:
            continue
        decision = effect.decision
        points = [*_outside_delegation(rule, decision, area), *_beyond_limits(rule, decision, area)]
        if effect.form is Form.SET:
            points += _outranked(rule, decision, area)
        yield from together((each for point in points for each in answers(point, area)), _same_rule)


def _same_rule(found: Finding) -> object:
    return found.sites[0].id, found.severity


def _outside_delegation(rule: Rule, decision: str, area: Area) -> Iterator[Point]:
    """For each delegation that it fills in: that stands, what it gives lies outside, and no other covers it."""
    delegations = [index for index, filled in rule.fills if filled == decision]
    covering = (
        c.OneOf((c.Not(c.DelegationStands(each, decision)), c.Not(c.Covered(rule.index, decision, each))))
        for each in delegations
    )
    uncovered = tuple(covering)
    for index in delegations:
        higher = area.corpus.rules[index]
        yield from _point(
            rule,
            area.site(higher, _leaves(higher, decision, area)),
            decision,
            area,
            (c.Applies(rule.index), c.DelegationStands(index, decision), *uncovered),
            higher,
        )


def _beyond_limits(rule: Rule, decision: str, area: Area) -> Iterator[Point]:
    for limit, effect in area.saying(decision, *_LIMITS):
        if area.rank(limit) > area.rank(rule):
            yield from _point(
                rule,
                area.site(limit, f"`{limit.path}` begrenst: {area.limits(effect)}"),
                decision,
                area,
                (
                    c.Applies(rule.index),
                    c.Applies(limit.index),
                    c.Not(c.Respects(rule.index, decision, limit.index)),
                ),
                limit,
            )


def _outranked(rule: Rule, decision: str, area: Area) -> Iterator[Point]:
    """Where a higher rule stands that gives something else, and nothing was left to this one."""
    delegations = [index for index, filled in rule.fills if filled == decision]
    taking_back = {
        other.index
        for each in (*(area.corpus.rules[index] for index in delegations), *_confirmed(rule, decision, area))
        for other in STANDING.defeaters(each, decision, area.corpus)
    }
    for higher, _ in area.saying(decision, Form.SET):
        if area.rank(higher) <= area.rank(rule) or higher.index in taking_back:
            continue
        yield from _point(
            rule,
            area.giving(higher, decision),
            decision,
            area,
            (
                c.Applies(rule.index),
                c.Stands(higher.index, decision),
                c.Differ(rule.index, higher.index, decision),
                *(c.Not(c.DelegationStands(index, decision)) for index in delegations),
            ),
            higher,
        )


def _confirmed(rule: Rule, decision: str, area: Area) -> Iterator[Rule]:
    """The higher rules that give what it gives: what takes those back, takes it back."""
    own = effect_on(rule, decision, Form.SET)
    for higher, effect in area.saying(decision, Form.SET):
        if own is not None and area.rank(higher) > area.rank(rule) and alike(own.low, effect.low):
            yield higher


def _point(
    rule: Rule,
    higher: Site,
    decision: str,
    area: Area,
    claims: tuple[c.Claim, ...],
    beside: Rule,
) -> Iterator[Point]:
    day = area.day_of(rule, beside)
    if day is None:
        return
    yield Point(
        CODE,
        Severity.ADVIES if rule.disputed else SEVERITY,
        f"`{rule.path}` kan met {area.label(decision)} buiten de hogere regeling uitkomen",
        (area.giving(rule, decision), higher),
        "de regeling zegt zelf dat dit omstreden is: in een zaak wordt de regel opzij gezet"
        if rule.disputed
        else "breng de waarde binnen de grens, of neem op voor wie de regel geldt",
        (*claims, *area.undefeated(rule, decision)),
        day,
        decision,
    )


def _leaves(higher: Rule, decision: str, area: Area) -> str:
    effect = next(e for e in higher.effects if e.decision == decision and e.form is Form.DELEGATE)
    related = ""
    if effect.relation is not None:
        word, others = effect.relation
        places = " en ".join(f"`{area.corpus.rules[index].path}`" for index in others)
        related = f", {word} dan op grond van {places}"
    return f"`{higher.path}` laat voor {area.label(decision)} over: {area.value(effect)}{related}"
