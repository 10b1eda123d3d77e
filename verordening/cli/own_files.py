"""Regulations of the user that a command writes in: those in the folder over the shipped ones, or a copy made there."""

from __future__ import annotations

import os
from typing import Final

import verordening
from verordening.cli.rewriting import rewrite
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import printable, shown
from verordening.language.reading import decode
from verordening.language.source import Source
from verordening.model.loading import Library, read_library
from verordening.model.regulation_files import SUFFIX, shipped_files
from verordening.records import dataclass, replace

_PACKAGE: Final = os.path.dirname(os.path.abspath(verordening.__file__))


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file to write in: `raw` is its text with its own line ends, `is_copy` that it is a shipped one to be copied."""

    path: str
    source: Source
    raw: str
    is_copy: bool

    def with_text(self, raw: str) -> OwnFile:
        """The same file with another text."""
        text = decode(raw.encode("utf-8"), self.path)
        return replace(self, raw=raw, source=Source(self.source.path, text))

    def save(self) -> None:
        """Write the file, whole or not at all. Raises InputError where that cannot be done."""
        rewrite(self.path, self.raw.encode("utf-8"), printable(self.path))


class OwnFolder:
    """The user's folder. What ships with the program is read from there, and never written in."""

    def __init__(self, folder: str) -> None:
        if os.path.realpath(folder).startswith(_PACKAGE + os.sep):
            raise usage_error(
                "VRD509",
                "deze map hoort bij het programma zelf, en daarin wordt niets geschreven",
                "noem achter `--regelingen` een map van uzelf",
            )
        self.folder = folder
        self._shipped = frozenset(each.source.path for each in shipped_files())
        self._copied: set[str] = set()

    def library(self) -> Library:
        """The shipped regulations with those of the folder over them; a folder without any is no mistake here."""
        has_any = any(name.endswith(SUFFIX) for _, _, names in os.walk(self.folder) for name in names)
        return read_library(overlay=self.folder if has_any else None)

    def open(self, library: Library, path: str) -> OwnFile:
        """The file behind a path of the library, or the copy that is to be made of a shipped one."""
        source = next(each.source for each in library.files if each.source.path == path)
        if path in self._shipped:
            return self._copy(source)
        try:
            with open(path, encoding="utf-8", newline="") as file:
                return OwnFile(path, source, file.read(), is_copy=False)
        except OSError:
            raise usage_error(
                "VRD509", f"{shown(path)} kan niet worden geopend", "kijk of het bestand er nog is"
            ) from None

    def _copy(self, source: Source) -> OwnFile:
        target = os.path.join(self.folder, *source.path.split("/"))
        exists = os.path.exists(target)
        if exists and target not in self._copied:
            raise usage_error(
                "VRD509",
                f"op de plaats van de kopie staat al een ander bestand: {shown(printable(target))}",
                "geef dat bestand een andere naam, of noem een andere map",
            )
        self._copied.add(target)
        return OwnFile(target, source, source.text, is_copy=not exists)


def with_source(library: Library, changed: Source) -> Library:
    """The library with another text for one of its files."""
    return Library(
        tuple(
            replace(each, source=changed) if each.source.path == changed.path else each
            for each in library.files
        )
    )
