"""What is said of the nearest changes: one sentence each, those of facts apart from those of an oordeel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.outcome import DecisionOutcome, Status
from verordening.evaluate.what_if import Altered, Change, Effect, Sort, WhatIf
from verordening.model.types import INDEFINITE, Kind, Value
from verordening.present.citing import in_brackets, in_short
from verordening.present.document import POINT, Item, Section, section, spaced_out
from verordening.present.dutch import counted, joined, sentence
from verordening.present.merged import merge_routes
from verordening.present.room_content import action
from verordening.present.words import Words, runs

_SETTLED = frozenset({Status.BEPAALD, Status.VOORBEHOUD})
_MOST_MISSING = 3


def what_if_sections(what_if: WhatIf) -> tuple[Section, ...]:
    """The sections on what would change the answer, and how far was looked."""
    return spaced_out(
        section("WAT ALS", "Wat als", (*_changes(what_if.facts), *_on_the_search(what_if))),
        section(
            "OORDEEL",
            "Een ander oordeel, dat alleen u kunt geven",
            _changes(what_if.judgements),
        ),
    )


def _changes(changes: Iterable[Change]) -> Iterator[Item]:
    for change in changes:
        yield Item(sentence(change_sentence(change)), sign=POINT)


def change_sentence(change: Change) -> str:
    """`Als inkomen € 1.471,57 of minder was, in plaats van € 1.480,00, dan …`, without a full stop."""
    conditions = joined(_condition(each) for each in change.altered)
    return f"als {conditions}, dan {'; ook '.join(_consequences(change))}"


def _condition(altered: Altered) -> str:
    instead = "" if altered.before is None else f", in plaats van {_quoted(altered, altered.before.text)}"
    if altered.spot.judgement:
        return f"het oordeel over {altered.label} {_after(altered)} was{instead}"
    if altered.type.is_numeric or altered.type.kind is Kind.DATE:
        return f"{altered.label} {_after(altered)} was{instead}"
    return f"bij “{altered.label}” {_after(altered)} stond{instead}"


def _after(altered: Altered) -> str:
    """`ja`, `lid 5 of lid 6`, `€ 1.471,57 of minder`, `van 3 tot en met 8`."""
    until = altered.until
    if until is None:
        return joined((_quoted(altered, each.text) for each in altered.after), "of")
    nearest = altered.after[0]
    up = _is_more(until.value, nearest.value)
    if altered.to_the_end:
        words = ("later", "eerder") if altered.type.kind is Kind.DATE else ("meer", "minder")
        return f"{nearest.text} of {words[0] if up else words[1]}"
    first, last = (nearest, until) if up else (until, nearest)
    return f"van {first.text} tot en met {last.text}"


def _is_more(one: Value, other: Value) -> bool:
    return one is INDEFINITE or (other is not INDEFINITE and compare(one, other) > 0)


def _quoted(altered: Altered, text: str) -> str:
    """The words of an oordeel or a choice between quotes: some are a sentence, or hold a comma."""
    return f"“{text}”" if altered.spot.judgement or altered.type.kind is Kind.ENUM else text


# ------------------------------------------------ what follows


def _consequences(change: Change) -> Iterator[str]:
    by_act: dict[int, list[Effect]] = {}
    for each in change.effects:
        by_act.setdefault(each.act, []).append(each)
    for act, found in by_act.items():
        outcome = change.outcome.acts[act - 1].outcome if act else change.outcome
        where = f" bij gedraging {act}" if act else ""
        yield from (f"{said[0]}{where}{said[1]}" for said in _of_one(found, Words(outcome)))


def _of_one(found: list[Effect], words: Words) -> Iterator[tuple[str, str]]:
    """What follows for one act, or for the case: a verb, and the rest."""
    changed = [each for each in found if each.sort is Sort.OUTCOME]
    settled = [
        each.after for each in changed if each.after.status in _SETTLED and each.after.shown is not None
    ]
    if settled:
        parts = [
            (each.name, words.with_period(each.name, each.shown.text))
            for each in settled
            if each.shown is not None
        ]
        yield "is", f" de uitkomst: {words.per_decision(parts)}"
    opened = [each for each in found if each.after not in settled and each.opened]
    for merged in merge_routes(route for each in opened for route in each.opened):
        yield "geldt", f": {action(merged, words)}{in_brackets(in_short(merged.route.cited))}"
    yield from _otherwise(
        [each.after for each in changed if each not in opened and each.after not in settled], words
    )
    yield from _left_open([each.after for each in found if each.sort is Sort.OPEN], words)


def _otherwise(decisions: Sequence[DecisionOutcome], words: Words) -> Iterator[tuple[str, str]]:
    """What comes to no value, and by no route."""
    for each in decisions:
        if each.status is Status.AFSTEMMEN and each.range is not None:
            yield (
                "is",
                f" het een keuze: {words.of(each.name, words.with_period(each.name, each.range.text))}",
            )
        elif each.status is Status.STRIJDIG:
            yield "spreken", f" de regels elkaar tegen over {each.label}"
        elif each.status is Status.LEEMTE:
            yield "is", f" er een leemte bij {each.label}"
        else:
            yield "zegt", f" geen regel meer iets over {each.label}"


def _left_open(decisions: Sequence[DecisionOutcome], words: Words) -> Iterator[tuple[str, str]]:
    """What may still come of decisions, those together that hang on the same."""
    for group in runs(decisions, key=lambda each: each.missing):
        several = len(group) > 1
        named = joined(_with_candidates(each, words) for each in group)
        yield ("staan" if several else "staat"), f" {named} nog open{_hanging_on(group[0].missing, words)}"


def _with_candidates(decision: DecisionOutcome, words: Words) -> str:
    if not decision.candidates:
        return decision.label
    return f"{decision.label} ({words.candidates(decision)})"


def _hanging_on(names: Sequence[str], words: Words) -> str:
    labels = [words.label(name) for name in names]
    more = len(labels) - _MOST_MISSING
    others = [counted(more, "ander gegeven", "andere gegevens")] if more > 0 else []
    return f", en dat hangt af van: {joined([*labels[:_MOST_MISSING], *others])}" if labels else ""


# ------------------------------------------------ the search itself


def _on_the_search(what_if: WhatIf) -> Iterator[Item]:
    """How far was looked, and at what not."""
    for said in (*_nothing(what_if), *_limits(what_if)):
        yield Item(said)


def _nothing(what_if: WhatIf) -> Iterator[str]:
    if not any(each.sort is not Sort.OPEN for change in what_if.facts for each in change.effects):
        pairs = ", en ook geen twee samen," if what_if.pairs else ""
        if not what_if.cut and what_if.evaluations:
            yield f"Geen enkel gegeven{pairs} maakt de uitkomst zeker anders."
    if what_if.waiting:
        yield f"Over {joined(what_if.waiting)} is dit nog niet te zeggen: wat daar uitkomt, staat zelf nog open."


def _limits(what_if: WhatIf) -> Iterator[str]:
    if what_if.moving:
        yield (
            f"De uitkomst loopt mee met {joined(what_if.moving)}: daarvan staat hier alleen waar een andere regel "
            "gaat gelden, of waar de uitkomst op nul komt."
        )
    if what_if.left_out:
        others = counted(what_if.left_out, "verandering die", "veranderingen die")
        are = "is" if what_if.left_out == 1 else "zijn"
        yield f"Ook gevonden, maar hier weggelaten: {others} niet kleiner {are}."
    if what_if.cut:
        yield f"Verder niet gezocht: het zoeken stopt na {what_if.evaluations} berekeningen."
    elif what_if.evaluations:
        at_once = "één en twee gegevens" if what_if.pairs else "één gegeven"
        yield f"Gezocht met {at_once} tegelijk; {what_if.evaluations} keer nagerekend."
    if what_if.evaluations:
        yield "Niet bekeken: beschermde kenmerken zoals leeftijd, en wat niet meer kan veranderen."
