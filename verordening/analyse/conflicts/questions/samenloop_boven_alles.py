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
from itertools import combinations_with_replacement
from typing import TypeVar

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.asking import completed_before
from verordening.analyse.conflicts.finding import Answered, Finding, Witness
from verordening.analyse.proving import claims as c
from verordening.evaluate.context import Context
from verordening.evaluate.evaluation import evaluate
from verordening.language.diagnostics import Severity
from verordening.model import expressions as e
from verordening.model.case import Act, Case, Judgement
from verordening.model.corpus import Corpus
from verordening.model.rules import Decision, Effect, Form, Rule
from verordening.model.types import Kind, Value
from verordening.records import replace

CODE = "VRD612"
SEVERITY = Severity.ADVIES

_ALL = 100
GivenT = TypeVar("GivenT", Value, Judgement)
Pair = tuple[tuple[Rule, Effect], tuple[Rule, Effect]]


def ask(area: Area) -> Iterator[Answered]:
    """Decisions per act of which two together take more than all there is; the first pair of rules that shows it."""
    for decision in (area.corpus.decisions[each] for each in area.decisions):
        if decision.per and decision.course is not None and decision.type.kind is Kind.PERCENTAGE:
            yield from _asked(decision, area)


def _asked(decision: Decision, area: Area) -> Iterator[Answered]:
    for (rule, _), (other, _) in _pairs(decision, area):
        shown = _shown(rule, other, decision, area)
        if shown is not None:
            yield Finding(
                CODE,
                SEVERITY,
                f"twee gedragingen kunnen samen meer dan {_ALL} procent kosten",
                tuple(
                    dict.fromkeys(
                        (
                            area.giving(rule, decision.name),
                            area.giving(other, decision.name),
                        )
                    )
                ),
                "neem op wat er geldt als gedragingen samenkomen; nu wordt afgekapt op 100 procent (reconstructie)",
                (shown,),
                decision.name,
            )
            return


def _pairs(decision: Decision, area: Area) -> Iterator[Pair]:
    """Pairs of rules of which one is examined and that together take more than all, those that take most first."""
    every = [(rule, effect) for rule, effect in area.saying(decision.name, Form.SET) if _share(effect)]
    every.sort(key=lambda each: -_share(each[1]))
    for left, right in combinations_with_replacement(every, 2):
        if (area.is_own(left[0]) or area.is_own(right[0])) and _share(left[1]) + _share(right[1]) > _ALL:
            yield left, right


def _share(effect: Effect) -> int:
    value = effect.low.value if isinstance(effect.low, e.Constant) else 0
    return value if isinstance(value, int) else 0


def _shown(rule: Rule, other: Rule, decision: Decision, area: Area) -> Witness | None:
    """A case with an act for each rule, in which a month is cut."""
    day = area.day_of(rule, other)
    course = decision.course
    assert course is not None
    names = (decision.name, *filter(None, (course.duration, course.start)))
    first = None if day is None else _case(rule, names, area, {})
    if first is None:
        return None
    shared = {name: value for name, value in first.inputs().items() if not area.corpus.inputs[name].per}
    second = first if rule is other else _case(other, names, area, shared)
    if second is None:
        return None
    case = replace(
        first,
        facts={**_of_case(second.facts, area.corpus), **_of_case(first.facts, area.corpus)},
        judgements={**_of_case(second.judgements, area.corpus), **_of_case(first.judgements, area.corpus)},
        acts=(_act(first, decision.per, area.corpus), _act(second, decision.per, area.corpus)),
        act_name=decision.per,
    )
    outcome = evaluate(area.corpus, case)
    return Witness(case, outcome) if any(month.cut for month in outcome.calendar.months) else None


def _case(rule: Rule, names: tuple[str, ...], area: Area, given: Mapping[str, Value]) -> Case | None:
    day = area.day_of(rule)
    assert day is not None
    claims = (c.Stands(rule.index, names[0]),)
    found = area.case(claims, day, given=given)
    if not isinstance(found, Context):
        return None
    shown = completed_before(found, claims, names, area, repr(sorted(given.items())))
    return None if shown is None else shown.case


def _of_case(given: Mapping[str, GivenT], corpus: Corpus) -> dict[str, GivenT]:
    return {name: each for name, each in given.items() if not corpus.inputs[name].per}


def _act(case: Case, name: str, corpus: Corpus) -> Act:
    facts = {each: value for each, value in case.facts.items() if corpus.inputs[each].per}
    judgements = {each: value for each, value in case.judgements.items() if corpus.inputs[each].per}
    kind = facts.pop(name, "")
    return Act((str(kind),), facts, judgements, None)
