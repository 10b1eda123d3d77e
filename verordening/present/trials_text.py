"""Trials as text: only what is not as expected, and the tally."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from verordening.analyse.trials.running import Verdict
from verordening.language.diagnostics import printable
from verordening.present.trials_content import Miss, Told, ToldFile, tally
from verordening.present.wrapping import display_width, padded, wrap

_SIGNS: Final = {Verdict.NIET_GOED: "✗", Verdict.TE_BEOORDELEN: "?"}
"""What to show. Why a trial could not be run stands in a message of its own."""
_WORDS: Final = {Verdict.NIET_GOED: "Niet goed", Verdict.TE_BEOORDELEN: "Nog te beoordelen"}
_PENDING: Final = "vul in wat eruit moet komen"
_WIDEST_LABEL: Final = 24


def render_trials(files: Sequence[ToldFile], width: int = 80) -> str:
    """The trials that are not as expected, each with how to run it alone, and the tally; for a terminal."""
    blocks = ["\n".join(_block(each, file, width)) for file, each in _not_good(files)]
    return "\n\n".join([*blocks, *wrap(tally(files), width)]) + "\n"


def read_trials(files: Sequence[ToldFile]) -> str:
    """The same for a screen reader: one statement a line."""
    lines = [line for file, each in _not_good(files) for line in _spoken(each, file)]
    return "".join(f"{printable(line)}\n" for line in [*lines, tally(files)])


def _not_good(files: Sequence[ToldFile]) -> Iterator[tuple[ToldFile, Told]]:
    for each in files:
        for told in each.trials:
            if told.verdict in _SIGNS:
                yield each, told


def _block(told: Told, file: ToldFile, width: int) -> Iterator[str]:
    first, *others = wrap(_title(told, file), width - 2)
    yield f"{_SIGNS[told.verdict]} {first}"
    yield from (f"  {line}" for line in others)
    if told.verdict is Verdict.TE_BEOORDELEN:
        yield f"    {_PENDING}"
    found = told.misses
    column = min(_WIDEST_LABEL, max((display_width(each.label) for each in found), default=0))
    for each in found:
        yield from _missed(each, column, width)
    yield f"    → verordening beproef {file.place(told)}"


def _missed(miss: Miss, column: int, width: int) -> Iterator[str]:
    """`norm   verwacht  € 345,99` with what came under it."""
    beside = display_width(miss.label) <= column
    if not beside:
        yield f"    {printable(miss.label)}"
    by = f" (volgens {miss.by})" if miss.by else ""
    for number, (word, text) in enumerate((("verwacht", miss.expected), ("gekregen", miss.found + by))):
        label = miss.label if beside and number == 0 else ""
        start = f"    {padded(printable(label), column)}  {word}  "
        first, *others = wrap(text, max(20, width - display_width(start)))
        yield start + first
        yield from (" " * display_width(start) + line for line in others)


def _spoken(told: Told, file: ToldFile) -> Iterator[str]:
    yield f"{_WORDS[told.verdict]}: {_title(told, file)}."
    if told.verdict is Verdict.TE_BEOORDELEN:
        yield f"Wat u doet: {_PENDING}."
    for each in told.misses:
        by = f", volgens {each.by}" if each.by else ""
        yield f"{each.label}: verwacht {each.expected}, gekregen {each.found}{by}."
    yield f"Alleen deze: verordening beproef {file.place(told)}"


def _title(told: Told, file: ToldFile) -> str:
    title = f"{file.title}: {told.name}" if file.rows and file.title else told.name
    return printable(f"{file.place(told)} · {title}")
