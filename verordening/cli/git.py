"""What git says of a folder: which files changed since a revision, and what stood in them then.

Git is run as a program, and names of files are read between zero bytes: none can be taken for something else.
"""

from __future__ import annotations

import os
import subprocess
from typing import Final, NamedTuple

from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import InputError, printable, shown

_MOST_SECONDS: Final = 120
_REMEDY: Final = "laat `--sinds` weg: dan wordt alles nagekeken"


class Changes(NamedTuple):
    """What changed in a folder. `commit` is what it is compared with, in full; `root` the folder of the repository.

    `paths` are the files, as real paths, that are new, changed or gone in the working tree, saved in git or not.
    """

    root: str
    commit: str
    paths: frozenset[str]

    @property
    def short(self) -> str:
        """The commit as people write it."""
        return self.commit[:9]


def changes_since(folder: str, revision: str) -> Changes:
    """What changed since this branch left the revision. Raises InputError (VRD504, VRD541) where that cannot be told.

    A copy without the history in between is compared with the revision itself: then more has changed, never less.
    """
    root = _root(folder)
    if revision.startswith("-"):
        raise _unknown(revision)
    named = _run(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if named is None:
        raise _unknown(revision)
    commit = named.decode().strip()
    left = _run(root, "merge-base", commit, "HEAD")
    if left is not None:
        commit = left.decode().split()[0]
    changed = _run(root, "diff", "--name-only", "--no-renames", "-z", commit, "--")
    new = _run(root, "ls-files", "--others", "--exclude-standard", "-z")
    if changed is None or new is None:
        raise _untold("git kan niet zeggen wat er veranderd is", _REMEDY)
    paths = (os.fsdecode(each) for each in (changed + new).split(b"\0") if each)
    return Changes(root, commit, frozenset(os.path.realpath(os.path.join(root, each)) for each in paths))


def files_then(changes: Changes, folder: str, suffix: str) -> dict[str, bytes]:
    """The files in a folder with this ending as they were, by their path as the folder was typed; no hidden ones."""
    real = os.path.realpath(folder)
    inside = os.path.relpath(real, changes.root)
    listed = _run(changes.root, "ls-tree", "-r", "-z", "--name-only", changes.commit, "--", inside)
    found: dict[str, bytes] = {}
    for each in (listed or b"").split(b"\0"):
        name = os.fsdecode(each)
        path = os.path.relpath(os.path.join(changes.root, name), real)
        if not name.lower().endswith(suffix) or any(part.startswith(".") for part in path.split(os.sep)):
            continue
        text = _run(changes.root, "cat-file", "blob", f"{changes.commit}:{name}")
        if text is not None:
            found[os.path.join(folder, path)] = text
    return found


def _root(folder: str) -> str:
    within = folder if os.path.isdir(folder) else os.path.dirname(folder) or os.curdir
    found = _run(within, "rev-parse", "--show-toplevel")
    if found is None:
        raise _untold(
            f"de map {shown(printable(folder))} staat niet onder git, dus wat er veranderd is, is niet te zien",
            _REMEDY,
        )
    return os.path.realpath(os.fsdecode(found.rstrip(b"\n")))


def _unknown(revision: str) -> InputError:
    return usage_error(
        "VRD504",
        f"`--sinds`: git kent geen {shown(printable(revision))}",
        "noem een tak, label of commit die hier is opgehaald, zoals `main` of `origin/main`",
    )


def _untold(message: str, remedy: str) -> InputError:
    return usage_error("VRD541", message, remedy)


def _run(folder: str, *words: str) -> bytes | None:
    """What git prints; None where it refuses. Raises InputError where there is no git, or it does not answer."""
    # Paths as they are typed, and no question to anybody.
    settings = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
    try:
        done = subprocess.run(
            ["git", "-C", folder, *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_MOST_SECONDS,
            env={**os.environ, **settings},
        )
    except FileNotFoundError:
        raise _untold(
            "het programma `git` staat niet op deze computer, en `--sinds` heeft het nodig",
            f"installeer git, of {_REMEDY}",
        ) from None
    except (OSError, subprocess.TimeoutExpired):
        raise _untold("git geeft geen antwoord", _REMEDY) from None
    return done.stdout if done.returncode == 0 else None
