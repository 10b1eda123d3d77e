"""Reads a file part by part after it could not be read as a whole: all mistakes in one run, and what is sound besides.

An item that cannot be read is cut into its head and clauses; a clause that cannot be read is lost, and so is an item
whose head cannot be read.
"""

from __future__ import annotations

import bisect

from verordening.language import syntax as s
from verordening.language.automaton import Unreadable
from verordening.language.building import BuildProblem, Piece, Reader
from verordening.language.complaint import Complaint
from verordening.language.cutting import Part, cut_clauses, cut_items
from verordening.language.grammar import reserved_words
from verordening.language.limits import AFTER_MISTAKES, DEEPEST_TREE, MOST_MISTAKES, too_long
from verordening.language.mistakes.explaining import explain
from verordening.language.source import Source
from verordening.records import dataclass, field, replace

_STAND_IN = "zin 1\n"
"""A head put above clauses that are read on their own; it stands on a line of its own, so that columns stay true."""

_LOST = Piece(None, whole=False)


def recover(source: Source, known: list[Complaint]) -> Recovery:
    """The file read part by part. `known` are complaints made beforehand, in order of place; they come back as well."""
    recovery = Recovery(source, known, Reader(source.path, reserved_words()))
    recovery.read()
    return recovery


@dataclass(slots=True)
class Recovery:
    """What was read of one file, and what is wrong with the rest."""

    source: Source
    known: list[Complaint]
    reader: Reader
    pieces: list[Piece] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    problems: list[BuildProblem] = field(default_factory=list)
    stopped: bool = False

    def read(self) -> None:
        """Fill `pieces`, `complaints` and `problems`."""
        self.complaints.extend(self.known[:MOST_MISTAKES])
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
        joined = _Joined(self._read_part(next(clauses), ""))
        for clause in clauses:
            if self._enough(clause):
                joined.add([_LOST])
                break
            joined.add(self._read_part(clause, _STAND_IN))
        self.pieces.extend(joined.finished())

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
            built = self.reader.read(text, part.line - above.count("\n"))
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
                    help=AFTER_MISTAKES,
                )
            )
        return self.stopped


class _Joined:
    """The pieces of an item that was cut: clauses that were read below a stand-in come under the last head."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._clauses: list[s.Clause] = []
        self._whole = True

    def add(self, more: list[Piece]) -> None:
        """Put these under the last head."""
        if not more:
            return
        first, *rest = more
        if first.item is not None:
            self._clauses += first.item.clauses
        self._whole = self._whole and first.item is not None and first.whole
        if rest:
            self._close()
            self._pieces.extend(rest)

    def finished(self) -> list[Piece]:
        """The pieces with all that was added."""
        self._close()
        return self._pieces

    def _close(self) -> None:
        last = self._pieces[-1] if self._pieces else _LOST
        if last.item is not None:
            clauses = (*last.item.clauses, *self._clauses)
            self._pieces[-1] = Piece(s.Item(last.item.head, clauses), last.whole and self._whole)
        self._clauses, self._whole = [], True


def moved(complaint: Complaint, by: int) -> Complaint:
    """The complaint with its places moved along."""
    also = complaint.also
    return replace(
        complaint,
        start=complaint.start + by,
        end=complaint.end + by,
        also=(also[0] + by, also[1] + by, also[2]) if also is not None else None,
    )
