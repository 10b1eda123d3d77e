"""Reads a file part by part after it could not be read as a whole: all mistakes in one run, and what is sound besides.

An item that cannot be read is cut into its head and clauses; a clause that cannot be read is lost, and so is an item
whose head cannot be read.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field, replace
from typing import Final

from verordening.language import syntax as s
from verordening.language.automaton import Unreadable
from verordening.language.building import BuildProblem, Piece, build
from verordening.language.cutting import Part, cut_clauses, cut_items
from verordening.language.grammar import reserved_words
from verordening.language.limits import DEEPEST_TREE, too_long
from verordening.language.mistakes import Complaint, explain
from verordening.language.source import Source

MOST_MISTAKES: Final = 100
"""After so many mistakes the rest of the file is left unread."""

_STAND_IN = "zin 1\n"
"""A head put above clauses that are read on their own; it stands on a line of its own, so that columns stay true."""

_LOST = Piece(None, whole=False)


def recover(source: Source, known: list[Complaint]) -> Recovery:
    """The file read part by part. `known` are complaints made beforehand, in order of place; they come back as well."""
    recovery = Recovery(source, known)
    recovery.read()
    return recovery


@dataclass(slots=True)
class Recovery:
    """What was read of one file, and what is wrong with the rest."""

    source: Source
    known: list[Complaint]
    pieces: list[Piece] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    problems: list[BuildProblem] = field(default_factory=list)
    stopped: bool = False

    def read(self) -> None:
        """Fill `pieces`, `complaints` and `problems`."""
        self.complaints.extend(self.known)
        for item in cut_items(self.source.text):
            if self._enough(item):
                return
            self._read_item(item)

    def _read_item(self, item: Part) -> None:
        whole = self._try(item)
        if whole is not None:
            self.pieces.extend(whole)
            return
        if not item.word:
            self.pieces.extend(self._read_part(item, ""))
            return
        clauses = cut_clauses(self.source.text, item)
        pieces = self._read_part(next(clauses), "")
        for clause in clauses:
            if self._enough(clause):
                _add(pieces, [_LOST])
                break
            _add(pieces, self._read_part(clause, _STAND_IN))
        self.pieces.extend(pieces)

    def _read_part(self, part: Part, above: str) -> list[Piece]:
        """The pieces of a part; of a part with a mistake those on the lines before it."""
        pieces = self._try(part, above)
        if pieces is not None:
            return pieces
        if self._is_known(part):
            return [_LOST]
        complaint = self._complaint(part, above)
        self.complaints.append(complaint)
        line = self.source.text.rfind("\n", 0, complaint.start) + 1
        if line > part.start and not self.source.text[line : complaint.start].strip():
            pieces = self._try(replace(part, end=line), above)
        if pieces is None:
            return [_LOST]
        return [*pieces[:-1], replace(pieces[-1], whole=False)] if pieces else []

    def _complaint(self, part: Part, above: str) -> Complaint:
        text = above + self.source.text[part.start : part.end]
        complaint = explain(text, len(above)) or too_long(text, len(above))
        return moved(complaint, part.start - len(above))

    def _try(self, part: Part, above: str = "") -> list[Piece] | None:
        """The pieces of a part that can be read; its problems are noted. None when it cannot."""
        if self._is_known(part):
            return None
        text = above + self.source.text[part.start : part.end]
        try:
            built = build(text, self.source.path, reserved_words(), part.line - above.count("\n"))
        except Unreadable:
            return None
        if built.depth > DEEPEST_TREE:
            return None
        self.problems.extend(built.problems)
        return built.pieces

    def _is_known(self, part: Part) -> bool:
        index = bisect.bisect_left(self.known, part.start, key=lambda complaint: complaint.start)
        return index < len(self.known) and self.known[index].start < part.end

    def _enough(self, part: Part) -> bool:
        """Whether there are so many mistakes that this part and what follows it are left unread; says so once."""
        if not self.stopped and len(self.complaints) + len(self.problems) >= MOST_MISTAKES:
            self.stopped = True
            self.pieces.append(_LOST)
            self.complaints.append(
                Complaint(
                    "VRD124",
                    f"er zijn meer dan {MOST_MISTAKES} fouten; vanaf hier is niet verder gelezen",
                    part.start,
                    part.start + 1,
                    help="verbeter eerst de fouten hierboven",
                )
            )
        return self.stopped


def _add(pieces: list[Piece], more: list[Piece]) -> None:
    """Put clauses that were read below a stand-in under the last head."""
    if not more:
        return
    first, *rest = more
    last = pieces[-1] if pieces else _LOST
    if last.item is not None and first.item is not None:
        clauses = (*last.item.clauses, *first.item.clauses)
        pieces[-1] = Piece(s.Item(last.item.head, clauses), last.whole and first.whole)
    elif last.item is not None:
        pieces[-1] = replace(last, whole=False)
    pieces.extend(rest)


def moved(complaint: Complaint, by: int) -> Complaint:
    """The complaint with its places moved along."""
    also = complaint.also
    return replace(
        complaint,
        start=complaint.start + by,
        end=complaint.end + by,
        also=(also[0] + by, also[1] + by, also[2]) if also is not None else None,
    )
