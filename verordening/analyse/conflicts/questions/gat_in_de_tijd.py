"""Een regel geldt op een dag waarop de grond ervan er niet is.

De hogere regeling die de bevoegdheid geeft, geldt dan nog niet of niet meer.

## Waarom dit uitmaakt

Op die dagen heeft de regel geen kracht, en niemand ziet dat aan de tekst.

## Wat u doet

- Laat de regel later ingaan of eerder eindigen, of verwijs naar de grond die op die dagen geldt.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.asking import completed_before
from verordening.analyse.conflicts.finding import Answered, Finding, Witness
from verordening.analyse.days import changing_days
from verordening.analyse.proving import claims as c
from verordening.evaluate.context import Context
from verordening.evaluate.holding import force_on
from verordening.language.diagnostics import Severity
from verordening.model.formatting import format_date
from verordening.model.rules import Rule
from verordening.model.validity import Force

CODE = "VRD613"
SEVERITY = Severity.FOUT


def ask(area: Area) -> Iterator[Answered]:
    """Rules in force on a day on which none of the delegations that they fill in is."""
    for rule in (area.corpus.rules[index] for index in sorted({each for _, each in area.corpus.filling})):
        for decision in dict.fromkeys(
            each.decision for each in rule.effects if each.decision in area.decisions
        ):
            grounds = [area.corpus.rules[index] for index, filled in rule.fills if filled == decision]
            own = any(area.is_own(each) for each in (rule, *grounds))
            day = _gap(rule, grounds, area) if grounds and own else None
            if day is not None:
                yield _finding(rule, grounds, decision, day, area)


def _gap(rule: Rule, grounds: list[Rule], area: Area) -> date | None:
    """The first day on which the rule holds and none of these does; where that is not known, nothing is said."""
    for day in changing_days(area.corpus, area.today):
        if force_on(rule, day) is Force.IN_FORCE and all(
            force_on(each, day) is Force.NOT_IN_FORCE for each in grounds
        ):
            return day
    return None


def _finding(rule: Rule, grounds: list[Rule], decision: str, day: date, area: Area) -> Finding:
    return Finding(
        CODE,
        SEVERITY,
        f"`{rule.path}` geldt op {format_date(day)}, en de grond ervan dan niet",
        (
            area.giving(rule, decision),
            *(area.site(each, "deze grond geldt dan niet") for each in grounds),
        ),
        "laat de regel ingaan en eindigen met zijn grond, of verwijs naar de grond die dan geldt",
        _case(rule, decision, day, area),
        decision,
    )


def _case(rule: Rule, decision: str, day: date, area: Area) -> tuple[Witness, ...]:
    claims = (c.Applies(rule.index),)
    found = area.case(claims, day)
    if not isinstance(found, Context):
        return ()
    shown = completed_before(found, claims, (decision,), area, CODE)
    return () if shown is None else (shown,)
