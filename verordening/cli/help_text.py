"""The help that `--help` prints: what a command does, how it is written, its options and one example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from verordening.cli.declared import COMMANDS, COMMON, VERSION
from verordening.cli.declaring import FORMATS, PROGRAM, Command, Option
from verordening.present.wrapping import display_width, padded, wrap

_MARGIN: Final = 2
_WIDEST_NAME: Final = 22
_COLUMNS_FROM: Final = 60
"""In a narrower terminal what a name means stands under it."""

_EXIT_CODES: Final = (
    ("0", "beantwoord"),
    ("1", "er is iets te verbeteren: aan een regeling, keuze, tekst, proef of opmaak"),
    ("2", "de invoer of de opdracht klopt niet"),
    ("3", "een fout van het programma zelf"),
    ("4", "alleen bij toets: een besluit staat nog niet vast"),
    ("5", "bij conflicten en vergelijk: er is iets niet bewezen"),
)


def render_help(command: Command | None, width: int) -> str:
    """The help of a command, or of the program as a whole, ending in a newline."""
    lines = _program(width) if command is None else _command(command, width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _program(width: int) -> Iterator[str]:
    yield from wrap(
        "Regels van de gemeente voor de bijstand: welke regel geldt, en waar mag u afwijken?", width
    )
    yield from _part("Gebruik", [f"{PROGRAM} OPDRACHT [opties]"], width)
    yield from _listed(
        "Opdrachten", [(f"{each.name} {each.words}", each.summary) for each in COMMANDS], width
    )
    yield from _listed("Opties", [_row(each) for each in (*COMMON, VERSION)], width)
    yield from _listed("Afsluitcodes", _EXIT_CODES, width)
    yield from _part("Meer uitleg", [f"{PROGRAM} OPDRACHT --help"], width)


def _command(command: Command, width: int) -> Iterator[str]:
    yield from wrap(f"{command.name}: {command.summary}", width)
    yield ""
    yield from wrap(command.explanation, width)
    yield from _part("Gebruik", [f"{command.usage} [opties]"], width)
    words = [command.word, command.then] if command.then else [command.word]
    yield from _listed("Wat u noemt", [(each.metavar, each.summary) for each in words], width)
    yield from _listed("Opties", [_row(each, command.formats) for each in (*command.options, *COMMON)], width)
    yield from _part("Voorbeeld", [command.example], width)


def _row(option: Option, formats: tuple[str, ...] = FORMATS) -> tuple[str, str]:
    """An option with what it does, and the further forms in which a command can answer."""
    name = f"{option.short}, {option.flag}" if option.short else option.flag
    more = ", ".join(formats[len(FORMATS) :]) if option.choices == FORMATS else ""
    summary = f"{option.summary}; voor andere programma's {more}" if more else option.summary
    return f"{name} {option.metavar}".strip(), summary


def _part(title: str, texts: Iterable[str], width: int) -> Iterator[str]:
    yield ""
    yield f"{title}:"
    for text in texts:
        yield from (" " * _MARGIN + line for line in wrap(text, width - _MARGIN))


def _listed(title: str, rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Names with what they are: beside them, or under them where the name is long."""
    yield ""
    yield f"{title}:"
    column = _MARGIN + min(_WIDEST_NAME, max(display_width(name) for name, _ in rows)) + 2
    if width < _COLUMNS_FROM:
        for name, text in rows:
            yield " " * _MARGIN + name
            yield from (" " * 2 * _MARGIN + line for line in wrap(text, width - 2 * _MARGIN))
        return
    for name, text in rows:
        lines = wrap(text, width - column)
        beside = display_width(name) + _MARGIN + 2 <= column
        yield padded(" " * _MARGIN + name, column) + lines[0] if beside else " " * _MARGIN + name
        yield from (" " * column + line for line in (lines[1:] if beside else lines))
