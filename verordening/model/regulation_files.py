"""Which `.vrd` files there are, and which regulation each declares by its header. Nothing here parses."""

from __future__ import annotations

import os

from verordening.language.diagnostics import Diagnostic, InputError, diagnostic, printable, shown
from verordening.language.reading import REGULATION_LIMIT, read_text
from verordening.language.source import Source, Span
from verordening.records import dataclass, replace
from verordening.resources import resource_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import Final

SUFFIX: Final = ".vrd"
MOST_FILES: Final = 2_000
"""Regulations in one call; more means a wrong folder."""
MOST_ENTRIES: Final = 10_000
"""Folders and files looked at in one call."""
MOST_CHARACTERS: Final = 50_000_000
"""Text in one call."""

_TAKES_NAME = frozenset(
    (
        "soort",
        "gemeente",
        "herkomst",
        "gebruikt",
        "verhouding",
        "mandaat",
        "dient",
        "grondslag",
        "krachtens",
        ",",
        "en",
    )
)
_DECLARES = frozenset(("gegeven", "oordeel", "begrip", "tabel", "besluit", "waarde", "ondergrens"))
_OPENS_PLACE = frozenset(("artikel", "lid", "onderdeel", "zin", "richtlijn"))
_SPEAKS = _TAKES_NAME | _DECLARES | _OPENS_PLACE


@dataclass(frozen=True, slots=True, eq=False)
class RegulationFile:
    """A file with what its header declares: the `name` of its regulation and its `gemeente` (empty: national law).

    `name` is empty when the file does not begin with a regulation.
    """

    source: Source
    name: str
    gemeente: str
    fictional: bool
    shipped: bool = False

    @property
    def id(self) -> str:
        """How the regulation is known everywhere: `pw`, `amsterdam/maatregelen`; empty without a header."""
        return f"{self.gemeente}/{self.name}" if self.gemeente and self.name else self.name


def shipped_files() -> tuple[RegulationFile, ...]:
    """The regulations that ship with the program, each named by its path within `ordinances/`."""
    folder = resource_path("ordinances")
    found = _Found()
    found.add_folder(folder)
    return found.files(lambda path: path[len(folder) + 1 :].replace(os.sep, "/"), shipped=True)


def overlay_files(folder: str | Path) -> tuple[RegulationFile, ...]:
    """The regulations in a folder of the user that is to be laid over the shipped ones.

    Raises InputError, with everything that is wrong, when it is no folder, not to be read, or holds no regulation.
    """
    path = os.fspath(folder)
    found = _Found()
    if os.path.isdir(path):
        found.add_folder(path)
    elif os.path.exists(path):
        found.add_wrong(
            "VRD011",
            f"{_shown(path)} is een bestand en geen map",
            path,
            "noem de map waar dit bestand in staat",
        )
    else:
        found.add_wrong("VRD010", f"de map {_shown(path)} bestaat niet", path, "kijk of het pad klopt")
    return found.files(_name)


def user_files(
    paths: Iterable[str | Path], unread: list[Diagnostic] | None = None
) -> tuple[RegulationFile, ...]:
    """The regulations at these paths: files, and folders with all in them that is not hidden.

    Raises InputError, with everything that is wrong, when a path is missing, not to be read, or holds no regulation.
    With `unread` a file that cannot be read is left out, and why is put there, as long as there are others.
    """
    return _found_at(paths).files(_name, unread)


def user_paths(paths: Iterable[str | Path]) -> tuple[str, ...]:
    """Where the files are that `user_files` would read, each once; a file that is named need not exist.

    Raises InputError, with everything that is wrong, when a folder is not to be read or holds no regulation.
    """
    return _found_at(paths).paths()


def _found_at(paths: Iterable[str | Path]) -> _Found:
    found = _Found()
    for path in [os.fspath(each) for each in paths]:
        if os.path.isdir(path):
            found.add_folder(path)
        elif os.path.exists(path) and not path.lower().endswith(SUFFIX):
            found.add_wrong(
                "VRD014",
                f"{_shown(path)} is geen bestand met een regeling",
                path,
                f"zo'n bestand heeft een naam die eindigt op `{SUFFIX}`",
            )
        else:
            found.add(path)
    return found


def laid_over(shipped: Iterable[RegulationFile], own: Iterable[RegulationFile]) -> tuple[RegulationFile, ...]:
    """The shipped files, with the user's own in place of those that declare the same regulation, and the rest after."""
    below = tuple(shipped)
    taken = {each.source.path for each in below}
    waiting: dict[str, list[RegulationFile]] = {}
    for each in own:
        waiting.setdefault(each.id, []).append(_renamed(each) if each.source.path in taken else each)
    merged: list[RegulationFile] = []
    for each in below:
        merged += waiting.pop(each.id, [each])
    return (*merged, *(each for files in waiting.values() for each in files))


def _renamed(file: RegulationFile) -> RegulationFile:
    """The same file by another path, so that no two files go by one."""
    return replace(file, source=replace(file.source, path=os.path.join(os.curdir, file.source.path)))


def regulation_file(source: Source, *, shipped: bool = False) -> RegulationFile:
    """A file by the words of its header; texts between quotes and comments do not count.

    Meant for a file without mistakes. Of another it may say anything; parsing that file says what is wrong.
    """
    name, gemeente, fictional, waiting_for = "", "", False, ""
    for line in _lines(source.text):
        words = _words(line)
        if name and not waiting_for and _SPEAKS.isdisjoint(words):
            continue
        for at, word in enumerate(words):
            if waiting_for:
                name = word if waiting_for == "regeling" else name
                gemeente = word if waiting_for == "gemeente" else gemeente
                fictional = word == "fictief" if waiting_for == "herkomst" else fictional
                waiting_for = ""
            elif not name:
                if word != "regeling":
                    return RegulationFile(source, "", "", False, shipped)
                waiting_for = word
            elif word in _DECLARES or (at == 0 and word in _OPENS_PLACE):
                return RegulationFile(source, name, gemeente, fictional, shipped)
            elif word in _TAKES_NAME:
                waiting_for = word
    return RegulationFile(source, name, gemeente, fictional, shipped)


def _lines(text: str) -> Iterator[str]:
    """The lines of a text that say something, one by one: only the first few are wanted."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        if end > start and text[start] != "#":
            yield text[start:end]
        start = end + 1


def _words(line: str) -> list[str]:
    """The words and commas of a line outside texts and comments."""
    if '"' not in line and "#" not in line:
        return (line.replace(",", " , ") if "," in line else line).split()
    return list(_words_outside(line))


def _words_outside(line: str) -> Iterator[str]:
    while line:
        quote, comment = line.find('"'), line.find("#")
        if comment >= 0 and not 0 <= quote < comment:
            yield from line[:comment].replace(",", " , ").split()
            return
        before, _, rest = line.partition('"')
        yield from before.replace(",", " , ").split()
        line = rest.partition('"')[2]


def _name(path: str) -> str:
    """A path as the user gave it, safe to print."""
    return printable(path.encode("utf-8", "replace").decode("utf-8"))


def _shown(path: str) -> str:
    return shown(_name(path))


class _Found:
    """The paths found so far and what is wrong with them; what is reached twice counts once."""

    def __init__(self) -> None:
        self._paths: list[str] = []
        self._wrong: list[Diagnostic] = []
        self._seen: set[tuple[int, int]] = set()

    def add(self, path: str) -> None:
        """A file; that it is missing shows when it is read."""
        if self._is_new(path):
            self._paths.append(path)

    def add_folder(self, folder: str) -> None:
        """All regulations in a folder and the folders in it, in order of path."""
        inside: list[str] = []
        waiting, known = [folder], False
        while waiting:
            within = waiting.pop()
            if not self._is_new(within):
                known = True
            elif len(self._seen) + len(inside) > MOST_ENTRIES:
                self._add_too_much(folder)
                return
            else:
                self._look_into(within, waiting, inside)
        for path in sorted(inside, key=lambda each: each.split(os.sep)):
            self.add(path)
        if not (inside or known or self._wrong):
            self.add_wrong(
                "VRD013",
                f"in de map {_shown(folder)} staat geen regeling",
                folder,
                f"een regeling staat in een bestand met een naam die eindigt op `{SUFFIX}`",
            )

    def _look_into(self, folder: str, folders: list[str], files: list[str]) -> None:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir():
                        folders.append(entry.path)
                    elif entry.name.lower().endswith(SUFFIX):
                        files.append(entry.path)
        except OSError:
            self.add_wrong(
                "VRD012",
                f"de map {_shown(folder)} kan niet gelezen worden",
                folder,
                "kijk of de schijf bereikbaar is en of u deze map mag lezen",
            )

    def add_wrong(self, code: str, message: str, path: str, help: str) -> None:
        """Something that keeps a path from being read."""
        self._wrong.append(diagnostic(None, code, message, Span.at(_name(path), 1, 1, 0), help=help))

    def paths(self) -> tuple[str, ...]:
        """The files found. Raises InputError when anything is wrong."""
        if self._wrong:
            raise InputError(self._wrong)
        return tuple(self._paths)

    def files(
        self, name: Callable[[str], str], unread: list[Diagnostic] | None = None, *, shipped: bool = False
    ) -> tuple[RegulationFile, ...]:
        """What was found, each file under `name` of its path. Raises InputError when anything is wrong.

        With `unread` what is wrong with single files is put there, as long as any of them can be read.
        """
        missed: list[Diagnostic] = []
        files: list[RegulationFile] = []
        characters = 0
        for path in self._paths if not self._wrong else ():
            try:
                read = read_text(path, limit=REGULATION_LIMIT)
            except InputError as error:
                missed += error.diagnostics
                continue
            characters += len(read.text)
            if characters > MOST_CHARACTERS or len(files) >= MOST_FILES:
                self._add_too_much(path)
                break
            files.append(regulation_file(read.named(name(path)), shipped=shipped))
        if unread is not None and files:
            unread += missed
        else:
            self._wrong += missed
        if self._wrong:
            raise InputError(self._wrong)
        return tuple(files)

    def _add_too_much(self, path: str) -> None:
        self.add_wrong(
            "VRD015",
            f"hier staan meer regelingen of mappen dan in één keer gelezen worden: {_shown(path)}",
            path,
            "noem alleen de map met de regelingen",
        )

    def _is_new(self, path: str) -> bool:
        try:
            info = os.stat(path)
        except (OSError, ValueError):
            return True
        before = len(self._seen)
        self._seen.add((info.st_dev, info.st_ino))
        return len(self._seen) > before
