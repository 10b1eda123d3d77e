"""What becomes of the promises that regulations make (`waarborg`), as answers to a question: two cases side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
    """What is found of the promises of this kind (about two cases) on the last day of which all amounts are known.

    Those of the law are looked at for each municipality too: what its rules give has a part in them.
    """
    day = last_known_day(area.corpus, area.today)
    recall = None if area.memory is None else Recall(area.memory, area.prints(day), area.solver)
    for each in area.corpus.guarantees:
        holding = area.corpus.regulations[each.regulation].validity.on(day) is not Force.NOT_IN_FORCE
        made = each.property
        if isinstance(made, Excluded) or not is_about(made) or not holding:
            continue
        if not _is_examined(each, made, area):
            continue
        for found in findings_of(area.corpus, each, day, settle=area.settle, recall=recall):
            site = Site(f"{each.regulation} {each.name}", area.span(each.place, each.name), "dit is beloofd")
            if found.verdict is Verdict.NOT_PROVEN:
                yield Unsettled(code, (site,), "", found.why, found.tried)
            elif found.verdict is Verdict.BROKEN:
                yield Finding(
                    code,
                    severity,
                    found.words,
                    (site,),
                    help,
                    tuple(_witnesses(found, area)),
                    remarks=_shared(found),
                )


def _is_examined(each: Guarantee, made: Paired, area: Area) -> bool:
    """Whether the promise stands in what is examined, or a rule that is has a part in what it promises."""
    if each.place.file in area.own:
        return True
    subjects = made.subjects if isinstance(made, Independent) else (made.subject,)
    decisions = {name for subject in subjects for name in decisions_in(subject.value, area.corpus)}
    rules = relevant_rules(area.corpus, tuple(sorted(decisions)))
    return bool(area.corpus.gemeente) and any(area.is_own(area.corpus.rules[index]) for index in rules)


def _witnesses(found: GuaranteeFinding, area: Area) -> Iterator[Witness]:
    for label, side in zip(("de ene zaak", "de andere zaak"), found.sides or (), strict=False):
        yield Witness(side.case, evaluate(area.corpus, side.case), label)


def _shared(found: GuaranteeFinding) -> tuple[tuple[str, str], ...]:
    return (("verder gelijk", ", ".join(found.shared)),) if found.shared else ()
