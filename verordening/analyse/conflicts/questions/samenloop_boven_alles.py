"""Meer gedragingen samen kunnen meer kosten dan er is.

Er is een zaak met twee gedragingen waarin de verlagingen samen meer dan 100 procent van een maand zijn.

## Waarom dit uitmaakt

Meer dan er is kan er niet af. Wat er dan geldt, moet ergens staan; hier wordt afgekapt op 100 procent, en dat is een
reconstructie.

## Wat u doet

- Neem in de verordening op wat er geldt als gedragingen samenkomen: de hoogste, na elkaar, of samen ten hoogste.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations_with_replacement

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.asking import completed_before, since
from verordening.analyse.conflicts.finding import Answered, Finding, Unsettled, Witness
from verordening.analyse.conflicts.several_acts import Found, case_of_two
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.searching import NotProven
from verordening.evaluate.concurring import concurrence
from verordening.evaluate.context import Context
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.holding import force_on
from verordening.evaluate.naming import place_words
from verordening.language.diagnostics import Severity
from verordening.model import expressions as e
from verordening.model.rules import Decision, Effect, Form, Rule
from verordening.model.types import Kind, Value
from verordening.model.validity import Force

CODE = "VRD612"
SEVERITY = Severity.ADVIES

_ALL = 100
Pair = tuple[Rule, Rule]


def ask(area: Area) -> Iterator[Answered]:
    """Decisions per act of which two together take more than all there is; the first pair of rules that shows it."""
    for decision in (area.corpus.decisions[each] for each in area.decisions):
        if decision.per and decision.course is not None and decision.type.kind is Kind.PERCENTAGE:
            yield from _asked(decision, area)


def _asked(decision: Decision, area: Area) -> Iterator[Answered]:
    unsettled: Unsettled | None = None
    for pair in _pairs(decision, area):
        sites = tuple(dict.fromkeys(area.giving(rule, decision.name) for rule in pair))
        for day in _days(pair, decision, area):
            shown = _shown(pair, decision, day, area)
            if isinstance(shown, Witness):
                yield Finding(
                    CODE,
                    SEVERITY,
                    f"twee gedragingen kunnen samen meer dan {_ALL} procent kosten",
                    sites,
                    "neem op wat er geldt als gedragingen samenkomen; nu wordt afgekapt op 100 procent (reconstructie)",
                    (shown,),
                    decision.name,
                    tuple(_remarks(pair, decision.label, day, area)),
                )
                return
            if shown is not None:
                unsettled = unsettled or Unsettled(CODE, sites, decision.name, shown.why, shown.tried)
    if unsettled is not None:
        yield unsettled


def _remarks(pair: Pair, label: str, day: date, area: Area) -> Iterator[tuple[str, str]]:
    rule = concurrence("gedragingen", area.corpus, day)
    if rule is not None:
        yield (
            "waar dat staat",
            f"{place_words(rule.place, area.corpus)}: bij meer gedragingen geldt elke {label}",
        )
    first = area.day_of(*pair)
    if first is not None and first != day:
        yield "vanaf wanneer", since(first, day)


def _pairs(decision: Decision, area: Area) -> Iterator[Pair]:
    """Pairs of rules of which one is examined and that together take more than all, those that take most first."""
    every = [(rule, effect) for rule, effect in area.saying(decision.name, Form.SET) if _share(effect)]
    every.sort(key=lambda each: -_share(each[1]))
    for left, right in combinations_with_replacement(every, 2):
        if (area.is_own(left[0]) or area.is_own(right[0])) and _share(left[1]) + _share(right[1]) > _ALL:
            yield left[0], right[0]


def _share(effect: Effect) -> int:
    value = effect.low.value if isinstance(effect.low, e.Constant) else 0
    return value if isinstance(value, int) else 0


def _days(pair: Pair, decision: Decision, area: Area) -> Iterator[date]:
    """The days on which each of two acts counts: the first, and later ones on which these rules, or that, change."""
    first = area.day_of(*pair)
    if first is None:
        return
    days = {first}
    for each in pair:
        days.update(area.changing.later((c.Stands(each.index, decision.name),), first))
    for other in area.corpus.concurrences:
        for validity in (other.validity, other.in_regulation):
            days.update(day for day in (validity.start, validity.end) if day is not None and day > first)
    for day in sorted(days):
        rule = concurrence("gedragingen", area.corpus, day)
        holding = all(force_on(each, day) is Force.IN_FORCE for each in pair)
        if holding and rule is not None and not rule.highest:
            yield day


def _shown(pair: Pair, decision: Decision, day: date, area: Area) -> Witness | NotProven | None:
    """A case with an act for each rule, in which a month is cut; None where there is no such case."""

    def find(claims: tuple[c.Claim, ...], names: tuple[str, ...], given: Mapping[str, Value]) -> Found:
        found = area.case(claims, day, given=given)
        if not isinstance(found, Context):
            return found
        shown = completed_before(found, claims, names, area, repr(sorted(given.items())))
        return None if shown is None else shown.case

    case = case_of_two(pair, decision, area.corpus, find)
    if case is None or isinstance(case, NotProven):
        return case
    outcome = evaluate(area.corpus, case)
    return Witness(case, outcome) if any(month.cut for month in outcome.calendar.months) else None
