"""What the floors say: which hold, which overrode the outcome, which ask for attention, and who may act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verordening.evaluate.outcome import (
    Cited,
    FloorEffect,
    FloorOutcome,
    FloorStatus,
    RouteStatus,
    Status,
)
from verordening.present.basis_content import home_of
from verordening.present.citing import all_in_short, in_brackets, in_short
from verordening.present.document import ALLOWED, HINGES, POINT, REQUIRED, Item, Section, section
from verordening.present.dutch import after_colon, joined, sentence, unended
from verordening.present.merged import MergedFloor, merge_floors, merge_routes
from verordening.present.words import Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_MOST_FACTS: Final = 3

_NEUTRAL: Final = frozenset({FloorStatus.GEHOUDEN, FloorStatus.NIET_VAN_TOEPASSING})


def floors(words: Words) -> tuple[Section, ...]:
    """The sections `ONDERGRENS` and `SIGNAAL`. Floors that are not about this case are left out, and so are those that
    ask for a weighing and do not speak.
    """
    home = home_of(words.outcome.decisions)
    merged = merge_floors(words.outcome.floors)
    others = [each for each in merged if each.floor.effect is not FloorEffect.SIGNAAL]
    others.sort(key=lambda each: not each.floor.absolute)
    loud = [_loud(each, words, home) for each in others if each.floor.status not in _NEUTRAL]
    return (
        *section("ONDERGRENS", "Ondergrens", [*loud, *_kept(others, words, home)]),
        *signals(words),
    )


def signals(words: Words) -> tuple[Section, ...]:
    """Only the section `SIGNAAL`: what each asks. What explains the floor itself stands in the JSON.

    Who may act is said once where it is the same for several.
    """
    home = home_of(words.outcome.decisions)
    merged = merge_floors(words.outcome.floors)
    speaking = [each for each in merged if each.floor.effect is FloorEffect.SIGNAAL]
    last = {_who_may_act(each, words, home): each for each in speaking}
    items = [_signal(each, words, home, acting=each in last.values()) for each in speaking]
    return section("SIGNAAL", "Signaal", items)


def signals_in_short(words: Words) -> tuple[Section, ...]:
    """The section `SIGNAAL` under the ways of `afwijken`: what to find out and to write down, and that the ways stand
    above it.
    """
    home = home_of(words.outcome.decisions)
    merged = merge_floors(words.outcome.floors)
    speaking = [each for each in merged if each.floor.effect is FloorEffect.SIGNAAL]
    items = [_signal_in_short(each, words, home) for each in speaking]
    acting = {each.floor.who_may_act: each for each in speaking if each.floor.who_may_act}
    for said, each in acting.items():
        ways = "een weg hierboven, of " if any(_ways_about(each, words)) else ""
        items.append(Item(f"{sentence(said.partition('. ')[0])} Wel kan: {ways}voorleggen aan de jurist."))
    return section("SIGNAAL", "Signaal", items)


def lasting_floors(words: Words) -> Iterator[Item]:
    """Every absolute floor that is in play or may be, whichever way is taken: with what it changed, if anything."""
    home = home_of(words.outcome.decisions)
    for merged in merge_floors(words.outcome.floors):
        floor = merged.floor
        if not floor.absolute or floor.effect is FloorEffect.SIGNAAL:
            continue
        named = f"{_title(floor)}{in_brackets(all_in_short(floor.grounds, home))}"
        if floor.status is FloorStatus.GEHOUDEN:
            yield Item(named, sign=POINT)
        elif floor.status is FloorStatus.GESCHONDEN:
            said = f"{named}{_changed(merged, words)}"
            yield Item(f"{said}. {sentence(floor.explanation)}".removesuffix(". "), sign=REQUIRED)
        elif floor.status is FloorStatus.ONBEKEND:
            yield Item(f"gevolg nog niet bekend: {named}", sign=HINGES)


def _changed(merged: MergedFloor, words: Words) -> str:
    """`: daarom € 70,07 per maand, niet € 150,00`, or nothing."""
    before, after = _before(merged), _after(merged, words)
    return f": daarom {after}, niet {before}" if before and after else ""


def _before(merged: MergedFloor) -> str:
    return joined(each.before.text for each in merged.per_decision if each.before is not None)


def _after(merged: MergedFloor, words: Words) -> str:
    return words.per_decision(
        [
            (each.decision, words.with_period(each.decision, each.after.text))
            for each in merged.per_decision
            if each.after is not None
        ]
    )


def _kept(others: Iterable[MergedFloor], words: Words, home: Cited | None) -> Iterator[Item]:
    """The absolute floors that hold; apart and with its figures what cut the range that is left to choose from."""
    held = [
        each.floor
        for each in others
        if each.floor.status is FloorStatus.GEHOUDEN
        and each.floor.absolute
        and not _refused(each.floor, words)
    ]
    cutting = [floor for floor in held if _figures(floor) and _to_choose(floor, words)]
    for floor in cutting:
        basis = " · ".join((all_in_short(floor.grounds, home), *_figures(floor)))
        yield Item(f"in de ruimte verwerkt: {_title(floor)}", sign=ALLOWED, inside=(Item(basis),))
    titles = dict.fromkeys(_title(floor) for floor in held if floor not in cutting)
    if titles:
        yield Item(f"gehouden: {'; '.join(titles)}", sign=ALLOWED)


def _refused(floor: FloorOutcome, words: Words) -> bool:
    """Whether the choice in the case is turned down for this floor: then that is what must be said of it."""
    choice = words.outcome.choice
    return choice is not None and any(floor.title in defect for defect in choice.defects)


def _to_choose(floor: FloorOutcome, words: Words) -> bool:
    decision = words.decisions.get(floor.decision)
    return decision is not None and decision.status is Status.AFSTEMMEN


def _figures(floor: FloorOutcome) -> tuple[str, ...]:
    """The amounts that a floor was tested with; facts of the case say `=`."""
    return tuple(fact for fact in floor.facts if "€" in fact and " = " not in fact)


def _loud(merged: MergedFloor, words: Words, home: Cited | None) -> Item:
    floor = merged.floor
    force = "absoluut" if floor.absolute else "weging"
    if floor.status is FloorStatus.ONBEKEND:
        word = "gevolg nog niet bekend" if floor.absolute else "misschien nodig"
        sign, said = HINGES, _still_needed(floor, words, home)
    else:
        word = "gaat boven de regel" if floor.effect is FloorEffect.OVERSTEMD else "geschonden"
        sign, said = REQUIRED, _details(merged, words, home)
    inside = tuple(Item(text) for text in said)
    return Item(f"{word}: {_title(floor)}", sign=sign, margin=force, margin_word="werking", inside=inside)


def _still_needed(floor: FloorOutcome, words: Words, home: Cited | None) -> Iterator[str]:
    """Of a floor that nobody can test yet: where it stands, and what is needed that the answer does not ask for."""
    grounds = all_in_short(floor.grounds, home)
    if grounds and floor.absolute:
        yield grounds
    asked = {name for each in words.outcome.decisions if each.status is Status.OPEN for name in each.missing}
    needed = [words.asking(name) for name in floor.missing if name not in asked]
    if needed:
        yield f"Nog nodig: {after_colon(' '.join(needed))}"


def _details(merged: MergedFloor, words: Words, home: Cited | None) -> Iterator[str]:
    floor = merged.floor
    basis = _basis(floor, words, home)
    if basis:
        yield basis
    before, after = _before(merged), _after(merged, words)
    if floor.overrides is not None:
        if len(merged.per_decision) == 1 and floor.after is not None:
            after = words.with_period(floor.decision, floor.after.text)
        becomes = f": het wordt {after}" if after else ""
        yield sentence(
            f"{in_short(floor.overrides, home)}{in_brackets(before)} wijkt voor deze ondergrens{becomes}"
        )
    elif before and after:
        yield f"Het wordt {after}, niet {before}."
    if floor.explanation:
        yield sentence(floor.explanation)


def _basis(floor: FloorOutcome, words: Words, home: Cited | None, *, noted: bool = True) -> str:
    """Where a floor stands, the figures and facts it was tested on, but those of the rule, and how good its text is."""
    known = {fact for each in words.outcome.decisions for fact in each.because}
    facts = [fact for fact in floor.facts if fact not in known]
    parts = [all_in_short(floor.grounds, home), *facts[:_MOST_FACTS]]
    if floor.provenance and floor.provenance != "officieel":
        note = floor.provenance_note if noted else ""
        parts.append(": ".join(part for part in (floor.provenance, note) if part))
    return " · ".join(part for part in parts if part)


def _signal(merged: MergedFloor, words: Words, home: Cited | None, *, acting: bool) -> Item:
    floor = merged.floor
    said = [_basis(floor, words, home, noted=False), floor.question]
    said += [f"Schrijf op: {after_colon(question)}" for _, question in floor.motivate]
    said += [_who_may_act(merged, words, home)] if acting else []
    force = "absoluut" if floor.absolute else "weging"
    inside = tuple(Item(text) for text in said if text)
    return Item(f"let op: {_title(floor)}", sign=REQUIRED, margin=force, margin_word="werking", inside=inside)


def _signal_in_short(merged: MergedFloor, words: Words, home: Cited | None) -> Item:
    item = _signal(merged, words, home, acting=False)
    basis = _basis(merged.floor, words, home, noted=False)
    asked = " ".join(each.text for each in item.inside if each.text != basis)
    return item._replace(text=f"{item.text}{in_brackets(basis)}", inside=(Item(asked),) if asked else ())


def _who_may_act(merged: MergedFloor, words: Words, home: Cited | None) -> str:
    """What cannot be set aside and what can be done all the same; empty where the outcome is not the law's own."""
    said = merged.floor.who_may_act
    return f"{sentence(said)} {_still_possible(merged, words, home)}" if said else ""


def _still_possible(merged: MergedFloor, words: Words, home: Cited | None) -> str:
    """What the caseworker can do where the outcome is the law's own: the routes that are open or may be, and ask."""
    ready, hinging = _ways_about(merged, words)
    ways = [all_in_short(ready, home, "of")] if ready else []
    if hinging:
        ways.append(f"{all_in_short(hinging, home, 'of')} (als aan de voorwaarden is voldaan)")
    return f"Wel kan: {', of '.join((*ways, 'voorleggen aan de jurist'))}."


def _ways_about(merged: MergedFloor, words: Words) -> tuple[list[Cited], list[Cited]]:
    """The ways for the caseworker to what a floor is about: those that are open, and those that hang on something."""
    about = {each.decision for each in merged.per_decision}
    routes = merge_routes(each for each in words.outcome.routes if each.decision in about)
    yours = [each.route for each in routes if not each.for_others]
    ready = [each.cited for each in yours if each.status in (RouteStatus.MOET, RouteStatus.MAG)]
    return ready, [each.cited for each in yours if each.status is RouteStatus.HANGT_AF_VAN]


def _title(floor: FloorOutcome) -> str:
    return unended(after_colon(floor.title))
