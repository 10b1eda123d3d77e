"""The terminal: how wide it is, which signs it can show, and text to it. Nothing here ever fails on a sign."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, TextIO

_NARROWEST: Final = 40
_WIDEST: Final = 100
_USUAL: Final = 80
_ERRORS: Final = "verordening"

_REASONS: Final = {errno.ENOSPC: "de schijf is vol", errno.EIO: "de schijf geeft een fout"}

_REPLACEMENTS: Final = {
    "┌": "+",
    "├": "+",
    "└": "+",
    "─": "-",
    "│": "|",
    "✓": "v",
    "✗": "x",
    "→": "->",
    "·": "-",
    "…": "...",
    "€": "EUR",
    "•": "*",
    "–": "-",
    "’": "'",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "▲": "^",
    "▼": "v",
    "\N{NO-BREAK SPACE}": " ",
}


def prepare() -> None:
    """Make output UTF-8; a terminal that shows less keeps its own encoding and gets plain signs instead."""
    codecs.register_error(_ERRORS, _replace)
    # Python has no stream at all for an output that the caller closed.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open until the end
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors=_ERRORS)


def width() -> int:
    """The columns to write in: those of the terminal, within reason, or 80 where there is none."""
    if not _is_terminal(sys.stdout):
        return _USUAL
    return max(_NARROWEST, min(_columns(), _WIDEST))


def _columns() -> int:
    """As `shutil.get_terminal_size`, without the import of what packs archives."""
    wished = os.environ.get("COLUMNS", "")
    if wished.isascii() and wished.isdigit() and int(wished[:6]):
        return int(wished[:6])
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL
    except (OSError, ValueError):
        return _USUAL


class OutputError(Exception):
    """The output cannot be written, such as to a disk that is full."""


def write(text: str) -> None:
    """An answer. Raises BrokenPipeError when nobody reads it, OutputError when it cannot be written."""
    with _output():
        sys.stdout.write(text)


def write_error(text: str) -> None:
    """A message beside the answer, after what was written so far."""
    with _output():
        sys.stdout.flush()
        sys.stderr.write(text)


def finish() -> None:
    """Write out what is still held back. Raises as `write` does."""
    with _output():
        sys.stdout.flush()
        sys.stderr.flush()


def give_up(*streams: TextIO) -> None:
    """Nobody takes what is still held back: keep the interpreter from trying, and complaining, when it ends."""
    for stream in streams:
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
        except (OSError, ValueError):
            pass


class _output:  # noqa: N801 - `contextlib` takes a millisecond of every start
    """What cannot be written, as an OutputError; that nobody reads stays a BrokenPipeError."""

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise OutputError(
                _REASONS.get(error.errno or 0, "de schijf of de verbinding werkt niet mee")
            ) from None


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:
        return False


def _replace(error: UnicodeError) -> tuple[str, int]:
    """What stands for signs that the terminal cannot show."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    shown = "".join(_REPLACEMENTS.get(sign) or _plain(sign) for sign in signs)
    return "".join(_encodable(sign, error.encoding) for sign in shown), error.end


def _plain(sign: str) -> str:
    """The letter without its accent, or a question mark."""
    import unicodedata

    base = unicodedata.normalize("NFKD", sign)[:1]
    return base if base and base != sign else "?"


def _encodable(sign: str, encoding: str) -> str:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return "?"
    return sign
