"""Een regel verandert nooit iets.

Waar de regel geldt, geeft een andere regel die dan ook geldt altijd dezelfde uitkomst.

## Waarom dit uitmaakt

Twee regels voor hetzelfde gaan uit elkaar lopen: wie later de ene verandert, vergeet de andere.

## Wat u doet

- Laat een van beide weg.
- Staat de regel er om de wet te herhalen, verwijs dan naar de wet in plaats van haar over te schrijven.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.finding import Answered, Finding
from verordening.analyse.proving import claims as c
from verordening.language.diagnostics import Severity
from verordening.model.expressions import alike
from verordening.model.rules import Effect, Form, Rule

CODE = "VRD609"
SEVERITY = Severity.ADVIES


def ask(area: Area) -> Iterator[Answered]:
    """Rules that stand only where one other rule stands as well and gives the same."""
    for rule, effect in area.examined(Form.SET):
        if rule.targets or len([each for each in rule.effects if each.decision]) > 1:
            continue
        same = [
            other
            for other, theirs in area.saying(effect.decision, Form.SET)
            if other.index != rule.index and alike(effect.low, theirs.low)
        ]
        yield from _asked(rule, effect, same, area)


def _asked(rule: Rule, effect: Effect, same: list[Rule], area: Area) -> Iterator[Answered]:
    day = area.day_of(rule)
    for other in same if day is not None else ():
        assert day is not None
        if area.is_own(other) and other.index > rule.index and area.rank(other) == area.rank(rule):
            continue
        decision = effect.decision
        alone = area.ever((c.Stands(rule.index, decision), c.Not(c.Stands(other.index, decision))), day)
        if alone is None and area.ever((c.Stands(rule.index, decision),), day) is not None:
            yield Finding(
                CODE,
                SEVERITY,
                f"`{rule.path}` verandert nooit iets: waar hij geldt, geeft een andere regel dezelfde uitkomst",
                (area.giving(rule, decision), area.giving(other, decision)),
                "laat een van beide weg",
                about=decision,
            )
            return
