"""What a printer hands to the renderer: text with places where a line may end. The idea is Wadler's "prettier printer".

Nothing here knows the language. The renderer knows nothing of what it prints either, except where comments belong:
that is what a `Row` is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from verordening.language.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A place where a line may end. `flat` stands there when it does not.

    `fills`: ends a line only when what follows no longer fits on it, in a group that does not fit. `always`: ends one
    anyhow.
    """

    flat: str = " "
    fills: bool = False
    always: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Stands on one line if it fits there; if not, every `Line` in it ends one, but for those in groups inside it."""

    doc: Doc


@dataclass(frozen=True, slots=True, eq=False)
class Nest:
    """Lines in it start `by` columns further; without `by`, where it starts itself."""

    doc: Doc
    by: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """What a comment can belong to: a node with its place in the source.

    `opens`: a `Line` stands before it (with no more than a word such as `en` between), so that a comment can have a
    line of its own above it.
    """

    span: Span
    doc: Doc
    opens: bool = True


@dataclass(slots=True)
class Remarks:
    """The comments of one row: on lines above it, behind its first line, and behind its last."""

    above: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)


Doc = str | Line | Group | Nest | Row | tuple["Doc", ...]

LINE = Line()
SOFT = Line(flat="")
FILL = Line(fills=True)


def joined(docs: Iterable[Doc], between: Doc) -> Doc:
    """The documents with `between` in each gap."""
    parts: list[Doc] = []
    for doc in docs:
        if parts:
            parts.append(between)
        parts.append(doc)
    return tuple(parts)


def listed(docs: Sequence[Doc], line: Line = FILL) -> Doc:
    """A list with commas, each of which may end a line."""
    return joined(docs, (",", line))


def bracketed(before: str, docs: Sequence[Doc], line: Line = FILL) -> Doc:
    """A list in brackets; broken, it stands further in, below the line with the bracket that opens."""
    return Group((f"{before}(", Nest((SOFT, listed(docs, line)), 4), ")"))


def rows_in(doc: Doc) -> list[Row]:
    """The rows in a document that lie in no other row, in order."""
    if isinstance(doc, Row):
        return [doc]
    if isinstance(doc, Group | Nest):
        return rows_in(doc.doc)
    return [row for part in doc for row in rows_in(part)] if isinstance(doc, tuple) else []
