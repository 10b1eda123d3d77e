"""First pass: which regulation each file is, which places it holds, and which clauses reach each place from above."""

from __future__ import annotations

from typing import TypeVar

from verordening.language import syntax as s
from verordening.language.diagnostics import Related
from verordening.language.source import Span
from verordening.model import paths
from verordening.model.resolving.problems import Problems
from verordening.model.rules import RANKS
from verordening.records import dataclass, field

ClauseT = TypeVar("ClauseT", bound=s.Clause)


@dataclass(slots=True)
class Block:
    """A head with its clauses; for a place its path and the clauses of the places around it, nearest first."""

    file: FileBlocks
    head: s.Head
    clauses: tuple[s.Clause, ...]
    path: paths.Path = ()
    around: tuple[tuple[s.Clause, ...], ...] = ()
    by_keyword: dict[str, list[s.Clause]] | None = None
    """Of its own clauses, once somebody asks: of each block some twenty keywords are asked."""

    def all(self, keyword: str, kind: type[ClauseT]) -> list[ClauseT]:
        """The block's own clauses with this keyword."""
        found = self.by_keyword
        if found is None:
            found = self.by_keyword = {}
            for each in self.clauses:
                found.setdefault(each.keyword, []).append(each)
        return [each for each in found.get(keyword, ()) if isinstance(each, kind)]

    def one(self, keyword: str, kind: type[ClauseT]) -> ClauseT | None:
        """The block's own clause with this keyword, if any."""
        found = self.all(keyword, kind)
        return found[0] if found else None

    def nearest(self, keyword: str, kind: type[ClauseT]) -> ClauseT | None:
        """The clause of the block itself or, failing that, of the nearest place around it (not the header)."""
        for clauses in (self.clauses, *self.around):
            for each in clauses:
                if each.keyword == keyword and isinstance(each, kind):
                    return each
        return None

    def words(self, keyword: str) -> tuple[str, ...]:
        """All words behind this keyword."""
        return tuple(word.name for each in self.all(keyword, s.WordClause) for word in each.words)

    def word(self, keyword: str) -> str:
        """The first word behind this keyword, or nothing."""
        found = self.words(keyword)
        return found[0] if found else ""

    def text(self, keyword: str) -> str:
        """The first text behind this keyword, or nothing."""
        found = self.one(keyword, s.TextClause)
        return found.texts[0] if found and found.texts else ""

    @property
    def span(self) -> Span:
        """Where the head stands."""
        return self.head.span


@dataclass(slots=True)
class FileBlocks:
    """One file: its header and everything in it. `id` is the name by which the regulation is known everywhere."""

    path: str
    id: str
    header: Block
    blocks: list[Block] = field(default_factory=list)

    @property
    def gemeente(self) -> str:
        """The municipality of the regulation, or nothing for national law."""
        return self.header.word("gemeente")

    @property
    def kind(self) -> str:
        """The soort of the regulation; nothing where it is missing or there is no such soort."""
        written = self.header.word("soort")
        return written if written in RANKS else ""


def gather(files: tuple[s.File, ...], problems: Problems) -> list[FileBlocks]:
    """The files as blocks; a file without a header is reported and left out."""
    gathered: list[FileBlocks] = []
    seen: dict[str, Span] = {}
    for file in files:
        blocks = _gather_file(file, problems)
        if blocks is None:
            continue
        if blocks.id in seen:
            problems.add(
                "VRD311",
                f"er zijn twee regelingen met de naam `{blocks.id}`",
                blocks.header.span,
                help="geef een van beide een andere naam, of haal er een weg",
                related=(Related(seen[blocks.id], "de eerste"),),
            )
            continue
        seen[blocks.id] = blocks.header.span
        gathered.append(blocks)
    return gathered


def _gather_file(file: s.File, problems: Problems) -> FileBlocks | None:
    if not file.items:
        return None
    first = file.items[0]
    if not isinstance(first.head, s.RegelingHead):
        problems.add_missing(
            "VRD310",
            "dit bestand begint niet met een regeling",
            first.head.span,
            help='begin met `regeling NAAM "Titel"`',
        )
        return None
    header = Block.__new__(Block)
    gathered = FileBlocks(file.path, first.head.name, header)
    header.file, header.head, header.clauses = gathered, first.head, first.clauses
    header.path, header.around, header.by_keyword = (), (), None
    if gathered.gemeente:
        gathered.id = f"{gathered.gemeente}/{first.head.name}"
    path: paths.Path = ()
    open_clauses: dict[paths.Path, tuple[s.Clause, ...]] = {}
    for item in file.items[1:]:
        head = item.head
        if isinstance(head, s.RegelingHead):
            problems.add(
                "VRD312",
                "in een bestand staat één regeling, en dit is de tweede",
                head.span,
                help="zet deze regeling in een eigen bestand",
            )
            continue
        block = Block(gathered, head, item.clauses)
        if isinstance(head, s.PlaceHead):
            path = paths.extended(path, head.part, head.number)
            open_clauses[path] = item.clauses
            block.path = path
            block.around = tuple(
                open_clauses[path[:length]]
                for length in range(len(path) - 1, 0, -1)
                if path[:length] in open_clauses
            )
        gathered.blocks.append(block)
    return gathered
