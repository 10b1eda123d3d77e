"""What becomes of the promises that regulations make (`waarborg`), as answers to a question: two cases side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.finding import Answered, Finding, Site, Unsettled, Witness
from verordening.analyse.days import last_known_day
from verordening.analyse.guarantees.finding import GuaranteeFinding, Verdict
from verordening.analyse.guarantees.proving import findings_of
from verordening.analyse.guarantees.recalling import Recall
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.representatives import relevant_rules
from verordening.language.diagnostics import Severity
from verordening.model.dependence import decisions_in
from verordening.model.guarantees import Excluded, Guarantee, Independent, Paired
from verordening.model.validity import Force


def promised(
    area: Area, code: str, severity: Severity, is_about: Callable[[Paired], bool], help: str
) -> Iterator[Answered]:
    """What is found of the promises of this kind (about two cases).

    Those of the law are looked at for each municipality too: what its rules give has a part in them.
    """
    for each in area.corpus.guarantees:
        made = each.property
        if not isinstance(made, Excluded) and is_about(made) and _is_examined(each, made, area):
            yield from _first_broken(each, made, area, code, severity, help)


def _first_broken(
    each: Guarantee, made: Paired, area: Area, code: str, severity: Severity, help: str
) -> Iterator[Answered]:
    """What is found on the first day on which it is broken; else what is not proven."""
    unsettled: list[Answered] = []
    for day in _days(each, made, area):
        recall = None if area.memory is None else Recall(area.memory, area.prints(day), area.solver)
        site = Site(f"{each.regulation} {each.name}", area.span(each.place, each.name), "dit is beloofd")
        found = list(findings_of(area.corpus, each, day, settle=area.settle, recall=recall))
        broken = [one for one in found if one.verdict is Verdict.BROKEN]
        for one in broken:
            witnesses = tuple(_witnesses(one, area))
            yield Finding(
                code,
                severity,
                one.words,
                (site,),
                help,
                witnesses,
                remarks=_shared(one),
                beside=tuple(_deciding(witnesses, area)),
            )
        if broken:
            return
        unproven = [one for one in found if one.verdict is Verdict.NOT_PROVEN]
        unsettled = unsettled or [Unsettled(code, (site,), "", one.why, one.tried) for one in unproven]
    yield from unsettled


def _days(each: Guarantee, made: Paired, area: Area) -> Iterator[date]:
    """The days to look at a promise on: the first, and those on which something changes that it is about."""
    first = last_known_day(area.corpus, area.today)
    nodes = [] if each.condition is None else [each.condition]
    later = area.changing.later_of(_decisions(made, area), nodes, first)
    in_force = area.corpus.regulations[each.regulation].validity
    for day in (first, *later):
        if in_force.on(day) is not Force.NOT_IN_FORCE:
            yield day


def _decisions(made: Paired, area: Area) -> tuple[str, ...]:
    subjects = made.subjects if isinstance(made, Independent) else (made.subject,)
    return tuple(sorted({name for each in subjects for name in decisions_in(each.value, area.corpus)}))


def _is_examined(each: Guarantee, made: Paired, area: Area) -> bool:
    """Whether the promise stands in what is examined, or a rule that is has a part in what it promises."""
    if each.place.file in area.own:
        return True
    rules = relevant_rules(area.corpus, _decisions(made, area))
    return bool(area.corpus.gemeente) and any(area.is_own(area.corpus.rules[index]) for index in rules)


def _witnesses(found: GuaranteeFinding, area: Area) -> Iterator[Witness]:
    for label, side in zip(("de ene zaak", "de andere zaak"), found.sides or (), strict=False):
        yield Witness(side.case, evaluate(area.corpus, side.case, ranges=False), label)


def _deciding(witnesses: Iterable[Witness], area: Area) -> Iterator[Site]:
    """The rules that decide in these cases, each once."""
    rules = {rule.id: rule for rule in area.corpus.rules if any(rule.effects)}
    found = {
        (each.cited.id, each.name): None
        for witness in witnesses
        for each in witness.outcome.decisions
        if each.cited is not None and each.cited.id in rules
    }
    for id_, decision in found:
        if any(effect.decision == decision for effect in rules[id_].effects):
            yield area.giving(rules[id_], decision)


def _shared(found: GuaranteeFinding) -> tuple[tuple[str, str], ...]:
    return (("verder gelijk", ", ".join(found.shared)),) if found.shared else ()
