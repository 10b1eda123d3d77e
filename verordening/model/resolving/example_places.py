"""Examples of ours (soort `voorbeeld`): their guidelines stand where a municipality has no text encoded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from verordening.language import syntax as s
from verordening.model import paths
from verordening.model.resolving.gathering import FileBlocks
from verordening.model.resolving.problems import Problems

EXAMPLE: Final = "voorbeeld"
_OURS: Final = ("reconstructie", "fictief")


def is_example(file: FileBlocks) -> bool:
    """Whether a regulation is an example of ours, that speaks only where somebody asks for it."""
    return file.kind == EXAMPLE


def check_examples(gathered: Iterable[FileBlocks], problems: Problems) -> None:
    """An example is of nobody: not of a municipality, and not found in any text (VRD360)."""
    for file in gathered:
        if not is_example(file):
            continue
        gemeente = file.header.one("gemeente", s.WordClause)
        if gemeente is not None:
            problems.add(
                "VRD360",
                "een voorbeeld is niet van een gemeente",
                gemeente.span,
                help="haal `gemeente` weg; is de tekst wel van deze gemeente, kies dan een andere `soort`",
            )
        origin = file.header.one("herkomst", s.OriginClause)
        if origin is not None and origin.grade.name not in _OURS:
            problems.add(
                "VRD360",
                f"een voorbeeld heeft nooit `herkomst {origin.grade.name}`",
                origin.span,
                help="schrijf `herkomst reconstructie`; een echte tekst heeft een andere `soort`",
            )


class Room:
    """Which numbers of guidelines an example may fill: those that the municipality says are not encoded.

    A municipality that speaks of no guideline at all leaves room for every number.
    """

    def __init__(self, gathered: Iterable[FileBlocks]) -> None:
        own = [each for each in gathered if not is_example(each)]
        self._omitted = [
            reference
            for file in own
            for block in (file.header, *file.blocks)
            for clause in block.all("niet opgenomen", s.ReferenceClause)
            for reference in clause.references
            if reference.richtlijn
        ]
        self._encoded = {
            paths.show(block.path)
            for file in own
            for block in file.blocks
            if isinstance(block.head, s.PlaceHead)
            and block.head.part == "richtlijn"
            and block.one("weegt", s.WeighingClause) is not None
        }

    @property
    def is_asked(self) -> bool:
        """Whether anything is said of guidelines at all."""
        return bool(self._omitted or self._encoded)

    def has(self, place: str) -> bool:
        """Whether an example at this place may stand, such as `richtlijn 3`."""
        if not self.is_asked:
            return True
        if place in self._encoded:
            return False
        number = place.rpartition(" ")[2]
        return any(
            paths.in_range(number, each.richtlijn, each.up_to or each.richtlijn) for each in self._omitted
        )
