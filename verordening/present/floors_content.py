"""What the floors say: which hold, which overrode the outcome, which ask for attention, and who may act."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.evaluate.outcome import Cited, FloorEffect, FloorOutcome, FloorStatus, Status
from verordening.present.basis_content import home_of
from verordening.present.citing import all_in_short, in_brackets, in_short
from verordening.present.document import ALLOWED, HINGES, REQUIRED, Item, Section, section
from verordening.present.dutch import after_colon, joined, sentence, unended
from verordening.present.merged import MergedFloor, merge_floors
from verordening.present.words import Words

_MOST_FACTS: Final = 3

_NEUTRAL: Final = frozenset({FloorStatus.GEHOUDEN, FloorStatus.NIET_VAN_TOEPASSING})


def floors(words: Words) -> tuple[Section, ...]:
    """The sections `ONDERGRENS` and `SIGNAAL`; floors that are not about this case are left out."""
    home = home_of(words.outcome.decisions)
    merged = merge_floors(words.outcome.floors)
    signals = [each for each in merged if each.floor.effect is FloorEffect.SIGNAAL]
    others = [each for each in merged if each.floor.effect is not FloorEffect.SIGNAAL]
    loud = [item for each in others if each.floor.status not in _NEUTRAL for item in _loud(each, words, home)]
    return (
        *section("ONDERGRENS", "Ondergrens", [*loud, *_kept(words)]),
        *section("SIGNAAL", "Signaal", [_signal(each.floor, words, home) for each in signals]),
    )


def signals(words: Words) -> tuple[Section, ...]:
    """Only the section `SIGNAAL`."""
    return tuple(each for each in floors(words) if each.heading == "SIGNAAL")


def kept(words: Words) -> str:
    """The titles of the absolute floors that hold, with their grounds, as one phrase."""
    home = home_of(words.outcome.decisions)
    held = [
        each.floor
        for each in merge_floors(words.outcome.floors)
        if each.floor.status is FloorStatus.GEHOUDEN and each.floor.absolute
    ]
    return joined(f"{_title(each)}{in_brackets(all_in_short(each.grounds, home))}" for each in held)


def _kept(words: Words) -> Iterator[Item]:
    held = [
        each.floor
        for each in merge_floors(words.outcome.floors)
        if each.floor.status is FloorStatus.GEHOUDEN and each.floor.effect is FloorEffect.GEEN
    ]
    if held:
        yield Item(f"gehouden: {'; '.join(dict.fromkeys(_title(each) for each in held))}", sign=ALLOWED)


def _loud(merged: MergedFloor, words: Words, home: Cited | None) -> Iterator[Item]:
    floor = merged.floor
    force = "absoluut" if floor.absolute else "weging"
    if floor.status is FloorStatus.ONBEKEND:
        head, sign, said = f"onbekend: {_title(floor)}", HINGES, _still_needed(floor, words, home)
    else:
        word = "overstemt de regel" if floor.effect is FloorEffect.OVERSTEMD else "geschonden"
        head, sign, said = f"{word}: {_title(floor)}", REQUIRED, _details(merged, home)
    yield Item(
        head, sign=sign, margin=force, margin_word="werking", inside=tuple(Item(text) for text in said)
    )


def _still_needed(floor: FloorOutcome, words: Words, home: Cited | None) -> Iterator[str]:
    """Of a floor that nobody can test yet: where it stands, and what is needed that the answer does not ask for."""
    grounds = all_in_short(floor.grounds, home)
    if grounds:
        yield grounds
    asked = {name for each in words.outcome.decisions if each.status is Status.OPEN for name in each.missing}
    needed = [words.asking(name) for name in floor.missing if name not in asked]
    if needed:
        yield f"Nog nodig: {' '.join(needed)}"


def _details(merged: MergedFloor, home: Cited | None) -> Iterator[str]:
    floor = merged.floor
    basis = _basis(floor, home)
    if basis:
        yield basis
    before = joined(each.before.text for each in merged.per_decision if each.before is not None)
    after = joined(each.after.text for each in merged.per_decision if each.after is not None)
    if floor.overrides is not None:
        becomes = f": het wordt {after}" if after else ""
        yield sentence(
            f"{in_short(floor.overrides, home)}{in_brackets(before)} wijkt voor deze ondergrens{becomes}"
        )
    elif before and after:
        yield f"Het wordt {after}, niet {before}."
    if floor.explanation:
        yield sentence(floor.explanation)


def _basis(floor: FloorOutcome, home: Cited | None) -> str:
    """Where a floor stands, the figures it was tested on, and how good its text is."""
    parts = [all_in_short(floor.grounds, home), *floor.facts[:_MOST_FACTS]]
    if floor.provenance and floor.provenance != "officieel":
        parts.append(": ".join(part for part in (floor.provenance, floor.provenance_note) if part))
    return " · ".join(part for part in parts if part)


def _signal(floor: FloorOutcome, words: Words, home: Cited | None) -> Item:
    said = [sentence(floor.explanation)]
    if floor.question:
        said.append(floor.question)
    said += [f"Schrijf op: {question}" for _, question in floor.motivate]
    if floor.who_may_act:
        said.append(sentence(floor.who_may_act))
    inside = tuple(Item(text) for text in (_basis(floor, home), *said) if text)
    force = "absoluut" if floor.absolute else "weging"
    return Item(f"let op: {_title(floor)}", sign=REQUIRED, margin=force, margin_word="werking", inside=inside)


def _title(floor: FloorOutcome) -> str:
    return unended(after_colon(floor.title))
