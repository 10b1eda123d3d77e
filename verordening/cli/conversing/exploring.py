"""The room: which way the caseworker wants to look into, and what that way turns on. Looking is not choosing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.cli.conversing.interview import asked
from verordening.cli.conversing.prompts import Form, Option, Prompt, View
from verordening.evaluate.outcome import RouteStatus
from verordening.model.types import BOOL
from verordening.present.conversation_content import way_in_words
from verordening.present.dutch import counted
from verordening.present.merged import MergedRoute, merge_routes
from verordening.present.room_content import hinge_names, in_order
from verordening.present.words import Words

WAY: Final = "weg"
GUIDELINES: Final = "richtlijnen"
ROOM: Final = "ruimte"


def ways(view: View) -> list[MergedRoute]:
    """The ways that are open or may be, what must first."""
    routes = in_order(merge_routes(view.outcome.routes))
    return [each for each in routes if each.route.status is not RouteStatus.MAG_NIET and not each.for_others]


def exploring(view: View) -> Iterator[Prompt]:
    """The way to look into; then what it hangs on, and, if wanted, what the guidelines on it turn on."""
    found = ways(view)
    considered = next((each for each in found if each.route.cited.id == view.picked.get(WAY)), None)
    if found:
        yield _pick(found, view)
    if considered is None:
        return
    for name in hinge_names(considered):
        yield from asked(name, view)
    facts = _guideline_facts(considered)
    if facts or view.picked.get(GUIDELINES):
        yield _guidelines(len(facts), view)
    if view.picked.get(GUIDELINES) == "ja":
        for name in facts:
            yield from asked(name, view)


def hinges(way: str, view: View) -> tuple[str, ...]:
    """The questions that a way hangs on, also those of a judgement that has no reason yet."""
    names = [name for each in ways(view) if each.route.cited.id == way for name in hinge_names(each)]
    return tuple(
        place
        for name in names
        for place in (f"gegevens/{name}", f"oordelen/{name}/oordeel", f"oordelen/{name}/motivering")
    )


def _pick(found: list[MergedRoute], view: View) -> Prompt:
    words = Words(view.outcome)
    return Prompt(
        WAY,
        "Welke weg wilt u bekijken?",
        Form.PICK,
        ROOM,
        options=tuple(Option(way_in_words(each, words), each.route.cited.id) for each in found),
        why="Bekijken is nog niet kiezen. Geen weg: Enter.",
        given=view.picked.get(WAY, ""),
    )


def _guideline_facts(merged: MergedRoute) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in merged.route.weighing.maybe for name in each.hinges))


def _guidelines(number: int, view: View) -> Prompt:
    return Prompt(
        GUIDELINES,
        "Wilt u nagaan wat de richtlijnen over deze weg zeggen?",
        Form.VALUE,
        ROOM,
        BOOL,
        hint="ja of nee",
        why=f"Dat {'is' if number == 1 else 'zijn'} ten hoogste {counted(number, 'vraag', 'vragen')}. "
        "Een richtlijn beslist niets.",
        given=view.picked.get(GUIDELINES, ""),
    )
