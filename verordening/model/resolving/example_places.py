"""Examples of ours (soort `voorbeeld`): their guidelines stand where a municipality has no text encoded.

What a municipality declares goes before what they declare.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from verordening.language import syntax as s
from verordening.model import paths
from verordening.model.resolving.gathering import Block, FileBlocks
from verordening.model.resolving.mentions import Mentions
from verordening.model.resolving.problems import Problems
from verordening.records import field_names

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


# ------------------------------------------------ names that a municipality declares itself


def give_way(gathered: Iterable[FileBlocks]) -> None:
    """Take out of the examples what a municipality declares itself, and what can then no longer stand.

    The same question of the same kind is one fact, and an example goes on with that of the municipality. Under another
    question the name may mean something else: what mentions it falls away, or an example would speak on a fact that
    nobody meant so.
    """
    files = list(gathered)
    examples = [each for each in files if is_example(each)]
    theirs = {
        name: block
        for file in files
        if file.gemeente and examples and not is_example(file)
        for block in file.blocks
        if (name := name_of(block.head))
    }
    for file in examples if theirs else ():
        _give_way(file, theirs)


def _give_way(file: FileBlocks, theirs: dict[str, Block]) -> None:
    own = {name: block for block in file.blocks if (name := name_of(block.head)) in theirs}
    lost = {name for name, block in own.items() if _asked(block) != _asked(theirs[name])}
    kept = [block for block in file.blocks if name_of(block.head) not in own]
    mentions = Mentions()
    while True:
        falling = {id(each) for each in kept if lost & {name.name for _, name in mentions.names_in(each)}}
        if not falling:
            break
        lost |= {name for each in kept if id(each) in falling and (name := name_of(each.head))}
        kept = [each for each in kept if id(each) not in falling]
    file.blocks = kept


def name_of(head: s.Head) -> str:
    """The name that a head declares; nothing for a place, a samenhang or a regulation."""
    return "" if isinstance(head, s.RegelingHead | s.PlaceHead | s.CoherenceHead) else head.name.name


def _asked(block: Block) -> tuple[object, str]:
    """What makes two declarations the same one: their kind, type and question."""
    return _as_written(block.head), block.text("vraag")


def _as_written(node: object) -> object:
    """A node without where it stands."""
    if isinstance(node, tuple):
        return tuple(map(_as_written, node))
    kind = type(node)
    if not kind.__module__.startswith(s.__name__):
        return node
    return (kind, *(_as_written(getattr(node, name)) for name in field_names(kind) if name != "span"))


# ------------------------------------------------ numbers that a municipality leaves open


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
