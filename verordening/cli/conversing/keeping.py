"""The file of a conversation: read once, and after every answer written whole or not at all."""

from __future__ import annotations

import os
from datetime import date

from verordening.cli.rewriting import rewrite
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import InputError, diagnostic, printable, shown
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.language.source import Span
from verordening.model.date_reading import write_date

_NEW = "gesprek"
_SUFFIX = ".yaml"


class CaseFile:
    """A case in a file, there or not yet there. Raises InputError where it cannot be read.

    Line ends stay what they are, and a file that something else changed meanwhile is not written over.
    """

    def __init__(self, path: str, day: date) -> None:
        self.path = printable(path) if path else _free_name()
        self.is_new = not os.path.lexists(self.path)
        self.text = f"casus: Gesprek op {write_date(day)}\n"
        self._written = b""
        if self.is_new:
            _check_name(self.path)
        else:
            found = read_text(self.path, limit=CASE_LIMIT).text
            self.text = found if found.strip() else self.text
            self._written = self._on_disk()
        self._ends = b"\r\n" if b"\r\n" in self._written else b"\n"

    def save(self, text: str) -> None:
        """Put the text in the file. Raises InputError (VRD016), and then the file holds what it held."""
        if self._on_disk() != self._written:
            message = f"{shown(self.path)} is intussen door iets anders veranderd, en blijft zoals het is"
            help = "stop hier, kijk wat er in het bestand staat, en begin het gesprek opnieuw"
            raise InputError((diagnostic(None, "VRD016", message, Span.at(self.path, 1, 1, 0), help=help),))
        data = text.encode("utf-8").replace(b"\n", self._ends)
        rewrite(self.path, data, self.path)
        self._written, self.is_new = data, False

    def _on_disk(self) -> bytes:
        try:
            with open(self.path, "rb") as file:
                return file.read(CASE_LIMIT + 1)
        except OSError:
            return b""


def _check_name(path: str) -> None:
    """Refuse a name that a slip of the pen may be, before anything is asked."""
    if not path.lower().endswith((_SUFFIX, ".yml")):
        raise usage_error(
            "VRD504",
            f"{shown(path)} is er niet, en een nieuwe casus heeft een naam die eindigt op `{_SUFFIX}`",
            f"schrijf {shown(f'{path}{_SUFFIX}')}, of kijk na hoe het bestand heet",
        )
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        raise usage_error(
            "VRD010", f"de map {shown(folder)} bestaat niet", "maak de map eerst, of kies een andere"
        )


def _free_name() -> str:
    """`gesprek.yaml` in this folder, or the first number behind it that is free."""
    number, name = 1, f"{_NEW}{_SUFFIX}"
    while os.path.lexists(name):
        number += 1
        name = f"{_NEW}-{number}{_SUFFIX}"
    return name
