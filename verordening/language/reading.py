"""Files to text: size, encoding and line ends. What the text means is for the parsers."""

from __future__ import annotations

import os
import stat

from verordening.language.diagnostics import InputError, diagnostic, printable, shown
from verordening.language.source import Source, Span
from verordening.language.suggestions import bedoelt_u

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Final

REGULATION_LIMIT: Final = 2_000_000
"""Bytes in one `.vrd` file."""
CASE_LIMIT: Final = 1_000_000
"""Bytes in one case file."""

_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS_UTF8 = "sla het bestand opnieuw op als platte tekst met de codering UTF-8"
_MOST_NEIGHBOURS = 2_000


def read_text(path: str | Path, *, limit: int) -> Source:
    """The text of a file of at most `limit` bytes, with only `\\n` as line end and no byte order mark.

    Raises InputError on anything that keeps the file from being read as text, and nothing else.
    """
    name = _name(path)
    data = _read_bytes(os.fspath(path), name, limit)
    source = Source(name, decode(data, name))
    if b"\r" not in data and not data.startswith(_UTF8_BOM):
        source.is_of(data)
    return source


def decode(data: bytes, name: str) -> str:
    """UTF-8 bytes as text with normalised line ends; `name` is the file named in the InputError."""
    if data.startswith(_UTF16_BOMS):
        raise _error("VRD007", f"{shown(name)} is opgeslagen als UTF-16", name, help=_SAVE_AS_UTF8)
    if b"\0" in data:
        raise _error(
            "VRD005",
            f"{shown(name)} bevat geen leesbare tekst",
            name,
            help="kies een tekstbestand; een document uit een tekstverwerker slaat u op als platte tekst",
        )
    try:
        text = data.removeprefix(_UTF8_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data.removeprefix(_UTF8_BOM), error.start, name) from None
    return normalise_line_ends(text)


def normalise_line_ends(text: str) -> str:
    """The text with Windows and old Mac line ends as a single newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def is_blank(source: Source) -> bool:
    """Whether the text holds nothing but white space and comments that start with `#`."""
    lines = (line.strip() for line in source.text.split("\n"))
    return all(not line or line.startswith("#") for line in lines)


def _name(path: str | Path) -> str:
    """The path as the user gave it, safe to print."""
    text = os.fspath(path)
    return text if text.isprintable() else printable(text.encode("utf-8", "replace").decode("utf-8"))


def _error(code: str, message: str, name: str, *, help: str = "") -> InputError:
    return InputError((diagnostic(None, code, message, Span.at(name, 1, 1, 0), help=help),))


def read_bytes(path: str, *, limit: int) -> bytes:
    """What a file that is no text holds. Raises InputError as `read_text` does."""
    return _read_bytes(path, _name(path), limit)


def _read_bytes(path: str, name: str, limit: int) -> bytes:
    try:
        info = os.stat(path)
        _check_kind(info, name, limit)
        with open(path, "rb", 0) as file:
            data = file.read(info.st_size + 1)
            if len(data) != info.st_size:  # it changed, or never said how large it is
                while len(data) <= limit and (more := file.read(limit + 1 - len(data))):
                    data += more
    except PermissionError:
        raise _error(
            "VRD003",
            f"u mag {shown(name)} niet lezen",
            name,
            help="vraag de eigenaar of de beheerder om leesrecht op dit bestand",
        ) from None
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise _missing(path, name) from None
    except OSError:
        raise _error(
            "VRD008",
            f"{shown(name)} kan niet gelezen worden",
            name,
            help="kijk of de naam klopt en of de schijf bereikbaar is",
        ) from None
    if len(data) > limit:
        raise _too_large(name, limit)
    return data


def _check_kind(info: os.stat_result, name: str, limit: int) -> None:
    if stat.S_ISDIR(info.st_mode):
        raise _error(
            "VRD002",
            f"{shown(name)} is een map en geen bestand",
            name,
            help="noem het bestand in die map dat u bedoelt",
        )
    if not stat.S_ISREG(info.st_mode):
        raise _error(
            "VRD009", f"{shown(name)} is geen gewoon bestand", name, help="sla de tekst eerst op als bestand"
        )
    if info.st_size > limit:
        raise _too_large(name, limit)


def _too_large(name: str, limit: int) -> InputError:
    return _error(
        "VRD004",
        f"{shown(name)} is te groot: een bestand is hier ten hoogste {_size(limit)}",
        name,
        help="kijk of dit het goede bestand is, of splits het in kleinere bestanden",
    )


def _size(limit: int) -> str:
    return f"{limit // 1_000_000} MB" if limit % 1_000_000 == 0 else f"{limit} bytes"


def _missing(path: str, name: str) -> InputError:
    folder, last = os.path.dirname(path) or os.curdir, os.path.basename(path)
    try:
        neighbours = sorted(os.listdir(folder))[:_MOST_NEIGHBOURS] if os.path.isdir(folder) else None
    except (OSError, ValueError):
        neighbours = []
    if neighbours is None:
        return _error(
            "VRD001",
            f"{shown(name)} bestaat niet",
            name,
            help=f"de map {shown(_name(folder))} bestaat ook niet; kijk of het pad klopt",
        )
    names = [_name(each) for each in neighbours if not each.startswith(".")]
    hint = bedoelt_u(last, names) or bedoelt_u(_stem(last), map(_stem, names))
    return _error(
        "VRD001",
        f"{shown(name)} bestaat niet",
        name,
        help=hint or "kijk of de naam klopt en of u in de goede map staat",
    )


def _stem(name: str) -> str:
    return os.path.splitext(name)[0]


def _not_utf8(data: bytes, offset: int, name: str) -> InputError:
    before = normalise_line_ends(data[:offset].decode("utf-8"))
    column = len(before) - before.rfind("\n")
    readable = Source(name, normalise_line_ends(data.decode("utf-8", "replace")))
    line = before.count("\n") + 1
    message = f"het teken op regel {line}, kolom {column} is geen UTF-8"
    span = Span.at(name, line, column)
    return InputError((diagnostic(readable, "VRD006", message, span, label="dit teken", help=_SAVE_AS_UTF8),))
