"""A mistake of our own: what to report, short, without the user's data and without a path on the user's machine."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from types import TracebackType
from typing import Final

import verordening
from verordening.cli.declared import command_named
from verordening.cli.declaring import PROGRAM
from verordening.language.bsn import mask_bsn
from verordening.language.diagnostics import printable

SCHEMA: Final = "verordening/interne-fout/1"
_PACKAGE: Final = PurePath(verordening.__file__).parent
_MOST_FRAMES: Final = 6
_LONGEST_MESSAGE: Final = 200


def report_lines(error: BaseException, tokens: Sequence[str]) -> list[str]:
    """Version, command, error and the last places in the program, one a line."""
    return [
        f"{PROGRAM} {verordening.__version__}, Python {platform.python_version()}, {sys.platform}",
        f"opdracht: {_command(tokens)}",
        f"fout: {_what(error)}",
        *(f"plaats: {place}" for place in _places(error.__traceback__)),
    ]


def render_report(error: BaseException, tokens: Sequence[str]) -> str:
    """The message for a person."""
    lines = "".join(f"  {line}\n" for line in report_lines(error, tokens))
    return (
        "Het programma heeft zelf een fout gemaakt. Dit ligt niet aan uw casus of regeling, en er is geen uitkomst.\n"
        f"Meld dit bij de beheerder van het programma, met deze regels:\n\n{lines}"
    )


def render_report_json(error: BaseException, tokens: Sequence[str], *, exit_code: int) -> str:
    """The same for a program."""
    import json

    report = {"schema": SCHEMA, "meld_dit": report_lines(error, tokens), "afsluitcode": exit_code}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _command(tokens: Sequence[str]) -> str:
    """The command and its flags; files and values are the user's."""
    shown = [token.partition("=")[0] if token.startswith("--") else _word(token) for token in tokens]
    return " ".join([PROGRAM, *shown])


def _word(token: str) -> str:
    return token if command_named(token) is not None else "…"


def _what(error: BaseException) -> str:
    text = printable(" ".join(mask_bsn(str(error)[: 2 * _LONGEST_MESSAGE]).split()))
    short = text if len(text) <= _LONGEST_MESSAGE else text[: _LONGEST_MESSAGE - 1] + "…"
    return f"{type(error).__name__}: {short}" if short else type(error).__name__


def _places(traceback: TracebackType | None) -> Iterator[str]:
    """The last frames, the one where it went wrong at the end."""
    places: list[str] = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if not code.co_filename.startswith("<frozen "):
            places.append(f"{_file(code.co_filename)} regel {traceback.tb_lineno} in {code.co_name}")
        traceback = traceback.tb_next
        del places[:-_MOST_FRAMES]
    yield from places


def _file(name: str) -> str:
    path = PurePath(name)
    if path.is_relative_to(_PACKAGE):
        return str(path.relative_to(_PACKAGE.parent))
    return path.name
