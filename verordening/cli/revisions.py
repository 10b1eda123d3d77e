"""Regulations as they were at a revision in git, read from its archive: nothing is checked out, nothing is written."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator
from typing import Final

from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import InputError, printable, shown
from verordening.language.reading import REGULATION_LIMIT, decode
from verordening.language.source import Source
from verordening.model.regulation_files import SUFFIX, RegulationFile, regulation_file

_SECONDS: Final = 60


def is_revision(word: str) -> bool:
    """Whether git, in this folder, knows a revision by this name."""
    revision = word.partition(":")[0]
    if not revision or revision.startswith("-"):
        return False
    return _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is not None


def why_no_revision(word: str) -> InputError:
    """What keeps this word from being a revision: no git, no repository, or nothing by that name (VRD552)."""
    if _git("--version") is None:
        message, help = "git is op deze computer niet te vinden", "noem twee mappen of twee bestanden"
    elif _git("rev-parse", "--git-dir") is None:
        message = f"{shown(word)} lijkt een versie in git, maar deze map hoort niet bij een git-archief"
        help = "ga naar de map van uw regelingen, of noem twee mappen of twee bestanden"
    else:
        message = f"git kent geen versie {shown(word)}"
        help = "kijk met `git log --oneline` welke versies er zijn; `HEAD~1` is die van vóór de laatste wijziging"
    return usage_error("VRD552", message, help)


def files_at(word: str) -> tuple[RegulationFile, ...]:
    """The regulations at `REVISIE` below this folder, or at `REVISIE:PAD`. Raises InputError (VRD552)."""
    revision, _, path = word.partition(":")
    archive = _git("archive", "--format=tar", revision, "--", path or ".")
    if archive is None:
        raise usage_error(
            "VRD552",
            f"in {shown(revision)} staat geen map of bestand {shown(path or '.')}",
            f"kijk met `git ls-tree {printable(revision)}` wat er in die versie staat",
        )
    found = tuple(_regulations(archive, revision))
    if not found:
        raise usage_error(
            "VRD552",
            f"in {shown(word)} staat geen regeling",
            f"een regeling staat in een bestand met een naam die eindigt op `{SUFFIX}`",
        )
    return found


def _regulations(archive: bytes, revision: str) -> Iterator[RegulationFile]:
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in sorted(tar.getmembers(), key=lambda each: each.name):
            hidden = any(part.startswith(".") for part in member.name.split("/"))
            if not member.isfile() or hidden or not member.name.lower().endswith(SUFFIX):
                continue
            name = f"{printable(revision)}:{printable(member.name)}"
            file = tar.extractfile(member)
            data = b"" if file is None else file.read(REGULATION_LIMIT + 1)
            if len(data) > REGULATION_LIMIT:
                raise usage_error("VRD004", f"{shown(name)} is te groot", "splits de regeling in kleinere")
            yield regulation_file(Source(name, decode(data, name)))


def _git(*words: str) -> bytes | None:
    """What git answers; None where it refuses, or is not there."""
    try:
        done = subprocess.run(
            ("git", *words),
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"},
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
