"""What is so of every single answer: who may speak, floors that are kept, ranges that stay inside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from tests.properties.claims import Bench, Breach, value_of, words
from tests.properties.reference import Law, Undecided
from verordening.evaluate.arithmetic import compare
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth, value
from verordening.evaluate.outcome import Outcome, Range, RouteStatus, Status
from verordening.model.formatting import format_value
from verordening.model.rules import Form, Rank, Rule
from verordening.model.standards import Floor
from verordening.model.types import Value
from verordening.model.validity import Force

Given = Mapping[str, Value]

WITH_VALUE = (Status.BEPAALD, Status.VOORBEHOUD, Status.AFSTEMMEN)
LIMITS = (Form.AT_MOST, Form.AT_LEAST, Form.FORBID)
OPEN_ROUTES = (RouteStatus.MAG, RouteStatus.MOET)


def floors_kept(bench: Bench, given: Given, outcome: Outcome) -> Iterator[Breach]:
    """An absolute floor that is surely in play is broken by no settled value and by no range shown."""
    context = Context(bench.corpus, given, bench.day)
    settled = {
        each.name: found
        for each in outcome.decisions
        if each.status in (Status.BEPAALD, Status.VOORBEHOUD) and (found := value_of(each)) is not None
    }
    for floor in _sure(bench, context):
        for name in floor.guards:
            if name not in outcome.asked:
                continue
            for what, found in _shown_values(floor, name, outcome, bench):
                context.decided = {**settled, name: found}
                if truth(floor.demand, context) is False and _mendable(floor, name, settled, context):
                    text = format_value(found, bench.corpus.decisions[name].type)
                    said = f"{words(outcome.decision(name))}; {what}: {text}"
                    yield Breach(
                        "ondergrens geschonden",
                        name,
                        outcome.asked,
                        dict(given),
                        None,
                        said,
                        f"ondergrens {floor.name}",
                    )


def _mendable(floor: Floor, name: str, settled: Given, context: Context) -> bool:
    """Whether the floor could be kept by this decision: it may fail on another that an act decides (Gw 120)."""
    for each in floor.repairs:
        if each.decision == name:
            context.decided = {**settled, name: value(each.bound, context)}
            return truth(floor.demand, context) is not False
    return True


def _sure(bench: Bench, context: Context) -> Iterator[Floor]:
    for floor in bench.corpus.floors:
        if not floor.absolute or floor.validity.on(bench.day) is not Force.IN_FORCE:
            continue
        excepted = floor.exception is not None and truth(floor.exception, context) is not False
        if truth(floor.condition, context) is True and not excepted:
            yield floor


def _shown_values(floor: Floor, name: str, outcome: Outcome, bench: Bench) -> Iterator[tuple[str, Value]]:
    """The values of a decision that a floor must find kept, each with where it is shown."""
    decision = outcome.decision(name)
    found = value_of(decision)
    by_act = (
        decision.cited is not None and bench.corpus.regulations[decision.cited.regulation].rank >= Rank.WET
    )
    only_signals = by_act and floor.constitutional and not floor.disapplied
    if found is not None and decision.status in WITH_VALUE and not only_signals:
        yield "uitkomst", found
    if decision.range is not None:
        for end in (decision.range.low, decision.range.high):
            if end is not None and not (only_signals and end == found):
                yield "bereik", end
    for route in outcome.routes:
        if route.decision == name and route.range is not None and route.status is not RouteStatus.MAG_NIET:
            for end in (route.range.low, route.range.high):
                if end is not None and not (only_signals and end == found):
                    yield f"bereik van {route.cited.id}", end


def routes_competent(bench: Bench, given: Given, outcome: Outcome) -> Iterator[Breach]:
    """A route that is open is one of a rule that applies, may speak, was not defeated and is not outranked."""
    law = Law(bench.corpus, given, bench.day)
    for route in outcome.routes:
        if route.status not in OPEN_ROUTES or route.general:
            continue
        rules = [each for each in bench.corpus.rules if each.id == route.cited.id]
        with suppress(Undecided):
            reasons = [_why_closed(law, rule.index, route.decision) for rule in rules]
            if all(reasons):
                said = f"{route.cited.id}: {route.status.value}, {words(outcome.decision(route.decision))}"
                yield Breach(
                    "route zonder bevoegdheid",
                    route.decision,
                    outcome.asked,
                    dict(given),
                    None,
                    said,
                    reasons[0],
                )


def _why_closed(law: Law, index: int, decision: str) -> str:
    rule = law.corpus.rules[index]
    if not law.applies(rule):
        return "de regel geldt niet"
    if not law.competent(rule, decision):
        return "zonder bevoegdheid"
    if law.defeated(rule, decision):
        return "een andere regel wijkt hiervan af"
    if rule.deviates and law.outranked(rule, decision):
        return "een hogere regel bepaalt dit"
    return ""


def ranges_within_limits(bench: Bench, given: Given, outcome: Outcome) -> Iterator[Breach]:
    """What an open route allows keeps to the limits of its own and higher rules."""
    law = Law(bench.corpus, given, bench.day)
    for route in outcome.routes:
        if route.status not in OPEN_ROUTES or route.range is None:
            continue
        rule = next(each for each in bench.corpus.rules if each.id == route.cited.id)
        with suppress(Undecided):
            ends = (route.range.low, route.range.high)
            forms = LIMITS if ends[0] == ends[1] else LIMITS[:2]  # a forbidden value may lie inside a range
            for end in ends:
                ordinary = value_of(outcome.decision(route.decision))
                if end is not None and end != ordinary and not law.respects(end, rule, route.decision, forms):
                    said = f"{route.cited.id}: {route.status.value} {route.range.text}"
                    yield Breach(
                        "bereik over een grens", route.decision, outcome.asked, dict(given), None, said, ""
                    )


def ranges_not_empty(bench: Bench, given: Given, outcome: Outcome) -> Iterator[Breach]:
    """A range that is shown holds at least one value, and no value that the rule itself does not allow."""
    law = Law(bench.corpus, given, bench.day)
    for decision in outcome.decisions:
        if _empty(decision.range):
            yield Breach("leeg bereik", decision.name, outcome.asked, dict(given), None, words(decision), "")
    for route in outcome.routes:
        if route.status is RouteStatus.MAG_NIET or route.range is None:
            continue
        said = f"{route.cited.id}: {route.status.value} {route.range.text}"
        if _empty(route.range):
            yield Breach("leeg bereik", route.decision, outcome.asked, dict(given), None, said, "")
            continue
        rules = [each for each in bench.corpus.rules if each.id == route.cited.id]
        with suppress(Undecided):
            if not any(_allows(law, rule, route.decision, route.range) for rule in rules):
                yield Breach(
                    "bereik buiten de regel", route.decision, outcome.asked, dict(given), None, said, ""
                )


def _empty(shown: Range | None) -> bool:
    if shown is None or shown.low is None or shown.high is None:
        return False
    if isinstance(shown.low, bool | str):
        return shown.low != shown.high
    return compare(shown.low, shown.high) > 0


def _allows(law: Law, rule: Rule, decision: str, shown: Range) -> bool:
    """Whether a rule allows both ends of a range, as far as it names ends itself."""
    for effect in rule.effects:
        if effect.decision == decision and effect.form in (Form.MAY, Form.TAILOR) and law.applies(rule):
            return all(end is None or law.within(end, effect, decision) for end in (shown.low, shown.high))
    return True


def same_rule_wins(bench: Bench, given: Given, outcome: Outcome) -> Iterator[Breach]:
    """The value before floors is that of the rules that stand by the language's own page."""
    law = Law(bench.corpus, given, bench.day)
    for decision in outcome.decisions:
        with suppress(Undecided):
            expected = law.bound(decision.name)
            before = decision.before_floors
            found = before.value if before is not None else value_of(decision)
            if decision.status is Status.STRIJDIG:
                fits = len(expected) > 1 or any(
                    decision.name in floor.guards for floor in bench.corpus.floors
                )
            elif decision.status in (Status.OPEN, Status.LEEMTE) or not expected:
                continue
            else:
                fits = found in expected and len(expected) == 1
                fits = fits or _by_floor(bench, decision.name)
            if not fits:
                names = ", ".join(sorted(map(str, expected)))
                yield Breach(
                    "een andere regel wint",
                    decision.name,
                    outcome.asked,
                    dict(given),
                    None,
                    words(decision),
                    names,
                )


def _by_floor(bench: Bench, decision: str) -> bool:
    return any(decision in floor.guards and floor.absolute for floor in bench.corpus.floors)
