"""Which files hold trials: those named, and all in a folder. `norm.yaml:14` is the row on that line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from verordening.language.diagnostics import Diagnostic, InputError, diagnostic, printable, shown
from verordening.language.source import Span

SUFFIXES: Final = (".yaml", ".yml")
USUAL_FOLDERS: Final = ("examples", "proeven", "tests/law/proeven")
"""Where trials are looked for when none are named, from the current folder."""
MOST_FILES: Final = 10_000


class TrialPath(NamedTuple):
    """A file, and the line of the one row that is wanted (0: all). `named`: by the user, not found in a folder."""

    path: str
    line: int = 0
    named: bool = True


def trial_paths(words: Iterable[str]) -> tuple[TrialPath, ...]:
    """The files at these paths in order, each once. Without paths those in the usual folders.

    Raises InputError (VRD012, VRD015, VRD017) with all that is wrong; a missing file shows when it is read.
    """
    given = tuple(words)
    wrong: list[Diagnostic] = []
    found: dict[TrialPath, None] = {}
    for word in given or tuple(each for each in USUAL_FOLDERS if os.path.isdir(each)):
        if os.path.isdir(word):
            found.update(dict.fromkeys(_in_folder(word, wrong)))
        else:
            found[_file(word)] = None
    if not given and not found and not wrong:
        folders = ", ".join(f"`{each}`" for each in USUAL_FOLDERS)
        wrong.append(
            diagnostic(
                None,
                "VRD017",
                "in deze map staan geen proeven",
                None,
                help=f"noem een bestand of map, of zet proeven in een van deze mappen: {folders}",
            )
        )
    if wrong:
        raise InputError(wrong)
    return tuple(found)


def _file(word: str) -> TrialPath:
    path, _, line = word.rpartition(":")
    if path and line.isascii() and line.isdigit() and not os.path.exists(word):
        return TrialPath(path, int(line[:9]))
    return TrialPath(word)


def _in_folder(folder: str, wrong: list[Diagnostic]) -> Iterator[TrialPath]:
    """Everything in it that is not hidden, in order of path."""
    paths: list[str] = []
    for within, folders, files in os.walk(folder, onerror=lambda error: wrong.append(_unreadable(error))):
        folders[:] = [each for each in folders if not each.startswith(".")]
        paths += [
            os.path.join(within, each)
            for each in files
            if each.lower().endswith(SUFFIXES) and not each.startswith(".")
        ]
        if len(paths) > MOST_FILES:
            message = f"in de map {_shown(folder)} staan meer bestanden dan in één keer beproefd worden"
            wrong.append(_about(folder, "VRD015", message, "noem alleen de map met de proeven"))
            return
    if not paths and not wrong:
        message = f"in de map {_shown(folder)} staan geen proeven"
        help = "een proef of casus staat in een bestand met een naam die eindigt op `.yaml`"
        wrong.append(_about(folder, "VRD017", message, help))
    for path in sorted(paths, key=lambda each: each.split(os.sep)):
        yield TrialPath(path, named=False)


def _unreadable(error: OSError) -> Diagnostic:
    folder = str(error.filename)
    message = f"de map {_shown(folder)} kan niet gelezen worden"
    return _about(folder, "VRD012", message, "kijk of de schijf bereikbaar is en of u deze map mag lezen")


def _about(folder: str, code: str, message: str, help: str) -> Diagnostic:
    return diagnostic(None, code, message, Span.at(_printable(folder), 1, 1, 0), help=help)


def _shown(path: str) -> str:
    return shown(_printable(path))


def _printable(path: str) -> str:
    return printable(path.encode("utf-8", "replace").decode("utf-8"))
