"""Coverage as a drawing in text: a bar per file, and under it every rule where trials do not go every way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from verordening.analyse.coverage.spots import Of
from verordening.language.diagnostics import printable
from verordening.present.coverage_content import CoverageReport, ItemCoverage, SpotCoverage, share
from verordening.present.dutch import joined
from verordening.present.wrapping import display_width, padded, wrap

_GLUE: Final = "\N{NO-BREAK SPACE}"
_BAR: Final = 20
_WIDEST_WORDS: Final = 40


def render_coverage(report: CoverageReport, width: int = 80) -> str:
    """For a terminal: `✓` where a trial goes, `✗` where none does. Whole rules are only counted."""
    covered, of = report.total
    column = max((display_width(file) for file, _, _ in report.files), default=0)
    lines = [*wrap(_told(covered, of, report.trials), width), ""]
    for file, some, all_ in report.files:
        lines.append(f"  {padded(file, column)}  {_bar(some, all_)}  {share(some, all_):>6}")
    for file, items in groupby(report.items, key=lambda each: each.head.file):
        missing = [each for each in items if not all(spot.is_whole for spot in each.spots)]
        if missing:
            lines += ["", f"{file}:", *(line for each in missing for line in _item(each, width))]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def read_coverage(report: CoverageReport) -> str:
    """The same for a screen reader: one statement a line, only what no trial does."""
    covered, of = report.total
    lines = [_told(covered, of, report.trials)]
    lines += [f"{file}: {share(some, all_)}." for file, some, all_ in report.files]
    for item in report.items:
        for each in item.spots:
            missing = [way for way, yes in each.ways if not yes]
            if missing:
                words = f", {each.spot.words}" if each.spot.words else ""
                lines.append(f"{_place(item)}{words}: geen proef voor {joined(missing)}.")
    return "".join(f"{printable(line)}\n" for line in lines)


def _told(covered: int, of: int, trials: int) -> str:
    return f"{share(covered, of)} is gedekt: {covered} van {of} wegen, door {trials} proeven."


def _bar(covered: int, of: int) -> str:
    full = _BAR * covered // of if of else 0
    return "█" * full + "·" * (_BAR - full)


def _place(item: ItemCoverage) -> str:
    head = item.head
    return f"{head.name if head.of is Of.RULE else f'{head.of.value} {head.name}'} (regel {head.line})"


def _item(item: ItemCoverage, width: int) -> Iterator[str]:
    yield from (f"  {line}" for line in wrap(printable(_place(item)), width - 2))
    missing = [each for each in item.spots if not each.is_whole]
    column = min(_WIDEST_WORDS, max(display_width(each.spot.words) for each in missing))
    for each in missing:
        yield from _spot(each, column, width)


def _spot(each: SpotCoverage, column: int, width: int) -> Iterator[str]:
    words = printable(each.spot.words)
    ways = "  ".join(f"{'✓' if yes else '✗'} {way}".replace(" ", _GLUE) for way, yes in each.ways)
    if display_width(words) > column:
        yield from (f"    {line}" for line in wrap(words, width - 4))
        words = ""
    start = f"    {padded(words, column)}  " if column else "    "
    first, *others = wrap(ways, max(24, width - display_width(start)))
    yield start + first
    yield from (" " * display_width(start) + line for line in others)
