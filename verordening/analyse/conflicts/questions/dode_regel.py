"""Een regel geldt nooit, of wordt altijd opzij gezet.

Er is geen zaak waarin de regel geldt; of waar hij geldt, gaat altijd een andere regel voor.

## Waarom dit uitmaakt

De raad denkt iets geregeld te hebben, en het geldt voor niemand. Wie de verordening leest, rekent erop.

## Wat u doet

- Kijk naar de voorwaarden die elkaar uitsluiten: hoort er `of` te staan, of een andere waarde?
- Gaat altijd een hogere regel voor, laat de regel dan weg of maak hem smaller.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.asking import TOO_MANY
from verordening.analyse.conflicts.finding import Answered, Finding, Site, Unsettled
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.searching import NotProven
from verordening.evaluate.rules import effect_on
from verordening.evaluate.standing import STANDING
from verordening.evaluate.told_apart import conjuncts
from verordening.language.diagnostics import Severity
from verordening.model import expressions as e
from verordening.model.dependence import conditions_of, walk
from verordening.model.expressions import alike
from verordening.model.rules import Effect, Form, Rule

CODE = "VRD608"
SEVERITY = Severity.WAARSCHUWING


def ask(area: Area) -> Iterator[Answered]:
    """Rules that apply in no case, and rules that apply but never stand."""
    for rule in area.rules:
        if not any(effect.decision in area.decisions for effect in rule.effects):
            continue
        day = area.day_of(rule)
        if day is None or _turns_on_the_day(rule, area):
            continue
        applying = area.ever((c.Applies(rule.index),), day)
        if isinstance(applying, NotProven):
            yield Unsettled(CODE, (area.site(rule, ""),), "", applying.why or (TOO_MANY,), applying.tried)
        elif applying is None:
            yield Finding(
                CODE,
                SEVERITY,
                f"`{rule.path}` geldt nooit: er is geen zaak waarin alles waar is wat hij vraagt",
                (area.site(rule, "deze regel geldt nooit", _first(rule)), *_killing(rule, area, day)),
                "kijk of er `of` hoort te staan in plaats van `en`, of een andere waarde",
            )
        else:
            yield from _never_standing(rule, day, area)


def _first(rule: Rule) -> str:
    """The first decision that a rule is about; empty where it is about none."""
    return next((effect.decision for effect in rule.effects if effect.decision), "")


def _killing(rule: Rule, area: Area, day: date) -> tuple[Site, ...]:
    """The rules that it deviates from, where these cannot apply beside its own conditions."""
    own = tuple(c.Holds(each) for each in conjuncts(rule))
    if not rule.targets or area.case(own, day) is None:
        return ()
    return tuple(
        area.site(area.corpus.rules[target], "hiervan wijkt hij af, en dat geldt dan niet")
        for target in rule.targets
    )


def _never_standing(rule: Rule, day: date, area: Area) -> Iterator[Answered]:
    """Where another rule always goes before it, for every decision that it gives a value."""
    given = [effect.decision for effect in rule.effects if effect.form is Form.SET and effect.decision]
    if not given or rule.disputed or rule.relation or rule.index in area.taken:
        return
    found = [area.ever((c.Stands(rule.index, decision),), day) for decision in given]
    if all(each is None for each in found) and not _confirms(rule, given, day, area):
        yield Finding(
            CODE,
            SEVERITY,
            f"`{rule.path}` wordt altijd opzij gezet: waar hij geldt, gaat een andere regel voor",
            (area.giving(rule, given[0]), *_before(rule, given[0], day, area)),
            "laat de regel weg, of maak duidelijk voor welk geval hij is",
            about=given[0],
        )


def _confirms(rule: Rule, given: list[str], day: date, area: Area) -> bool:
    """Whether it says again what a rule that goes before it says: then it is there to be read, and does not harm."""
    return all(
        any(
            area.case((c.Applies(rule.index), c.Stands(other.index, decision)), day) is not None
            for other, theirs in area.saying(decision, Form.SET)
            if other.index != rule.index and _same(rule, theirs, area, day, other)
        )
        for decision in given
    )


def _same(rule: Rule, theirs: Effect, area: Area, day: date, other: Rule) -> bool:
    """Whether two rules always give a decision the same where both apply."""
    own = effect_on(rule, theirs.decision, Form.SET)
    if own is not None and alike(own.low, theirs.low):
        return True
    claims = (
        c.Applies(rule.index),
        c.Applies(other.index),
        c.Differ(rule.index, other.index, theirs.decision),
    )
    return area.case(claims, day) is None


def _before(rule: Rule, decision: str, day: date, area: Area) -> Iterator[Site]:
    """The rules that may go before it and that do in some case."""
    higher = (other for other, _ in area.saying(decision, Form.SET) if area.rank(other) > area.rank(rule))
    for other in (*STANDING.defeaters(rule, decision, area.corpus), *higher):
        if area.case((c.Applies(rule.index), c.Stands(other.index, decision)), day) is not None:
            yield area.site(other, "deze regel gaat voor")


def _turns_on_the_day(rule: Rule, area: Area) -> bool:
    """Whether a condition looks at the peildatum: then one day says nothing of all days."""
    nodes = (each for node in conditions_of(rule) for each in walk(node, area.corpus.concepts))
    return any(isinstance(each, e.CaseDate) for each in nodes)
