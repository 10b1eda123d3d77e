"""A table drawn with upright lines to cells, each with its place in the file. What a cell means is not for here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from verordening.language.diagnostics import shown
from verordening.language.source import Source, Span
from verordening.model.case_problems import CaseProblems, Refusal
from verordening.model.yaml_reading import Scalar

MOST_ROWS: Final = 5_000
_RULE: Final = re.compile(r"[\s|:=-]*\Z")
_DRAW: Final = "zet de cellen van een rij tussen staande strepen: `| net 21 jaar | 2026-01-01 | € 1.401,50 |`"


class Row(NamedTuple):
    """The cells of one line, as many as there are columns."""

    cells: tuple[Scalar, ...]
    span: Span


class DrawnTable(NamedTuple):
    """The names above the columns, and the rows."""

    header: tuple[Scalar, ...]
    rows: tuple[Row, ...]


def read_table(block: Scalar, source: Source, problems: CaseProblems) -> DrawnTable | None:
    """The table in a block of text; what is wrong goes to `problems` (VRD441)."""
    opening = source.line(block.span.line)[block.span.column - 1 : block.span.column]
    if opening != "|":
        _refuse(
            problems,
            "een tabel begint met een staande streep achter `tabel:`",
            "schrijf `tabel: |` en zet de tabel eronder, ingesprongen",
            block.span,
        )
        return None
    lines = list(_lines(block, source))
    if not lines:
        _refuse(
            problems, "deze tabel is leeg", "zet er een rij met namen in, en eronder de rijen", block.span
        )
        return None
    (header, first), *others = lines
    if not header:
        _refuse(problems, "deze regel is geen rij van de tabel", _DRAW, first)
        return None
    if not _is_header(header, first, problems):
        return None
    rows = [Row(cells, span) for cells, span in others if _fits(cells, header, span, problems)]
    if not others:
        _refuse(problems, "onder de namen staat geen enkele rij", "zet er een rij onder", first)
    if len(rows) > MOST_ROWS:
        _refuse(problems, f"een tabel heeft hier ten hoogste {MOST_ROWS} rijen", "verdeel de tabel", first)
        return None
    return DrawnTable(header, tuple(rows))


def _lines(block: Scalar, source: Source) -> Iterator[tuple[tuple[Scalar, ...], Span]]:
    """The cells of each line that is drawn; a line of strokes or behind `#` says nothing."""
    for number, text in enumerate(block.text.split("\n"), start=block.span.line + 1):
        if not text.strip() or text.lstrip().startswith("#") or (_RULE.match(text) and "--" in text):
            continue
        indent = len(source.line(number)) - len(text)
        yield tuple(_cells(text, number, indent, source)), _trimmed(text, 0, number, indent, source)


def _cells(text: str, number: int, indent: int, source: Source) -> Iterator[Scalar]:
    if not text.strip().startswith("|") or not text.rstrip().endswith("|") or text.strip() == "|":
        return
    at = text.index("|") + 1
    for part in text.strip()[1:-1].split("|"):
        yield Scalar(part.strip(), _trimmed(part, at, number, indent, source), quoted=False)
        at += len(part) + 1


def _trimmed(part: str, at: int, number: int, indent: int, source: Source) -> Span:
    blank = len(part) - len(part.lstrip()) if part.strip() else 0
    return source.span(number, indent + at + blank + 1, max(1, len(part.strip())))


def _is_header(header: tuple[Scalar, ...], span: Span, problems: CaseProblems) -> bool:
    seen: set[str] = set()
    for cell in header:
        if not cell.text:
            _refuse(
                problems, "boven een kolom ontbreekt de naam", "zet er een naam boven, of haal haar weg", span
            )
            return False
        if cell.text in seen:
            _refuse(problems, f"de kolom {shown(cell.text)} staat er twee keer", "haal er een weg", cell.span)
            return False
        seen.add(cell.text)
    return True


def _fits(cells: tuple[Scalar, ...], header: tuple[Scalar, ...], span: Span, problems: CaseProblems) -> bool:
    if len(cells) == len(header):
        return True
    if not cells:
        _refuse(problems, "deze regel is geen rij van de tabel", _DRAW, span)
    else:
        message = f"deze rij heeft {len(cells)} cellen, maar de tabel heeft {len(header)} kolommen"
        _refuse(problems, message, "laat een lege cel staan tussen twee strepen: `| |`", span)
    return False


def _refuse(problems: CaseProblems, message: str, help: str, span: Span) -> None:
    problems.refuse(Refusal("VRD441", message, help), span)
