"""Git for the tests of what changed: as nobody in particular. The fixtures keep out the settings of who runs them."""

from __future__ import annotations

import subprocess


def git(*words: str) -> str:
    """What git says in the current folder."""
    name = ("-c", "user.name=proef", "-c", "user.email=proef@example.org")
    return subprocess.run(["git", *name, *words], check=True, capture_output=True, text=True).stdout.strip()


def committed() -> str:
    """Commit all that stands in the current folder; gives the commit."""
    git("add", "-A")
    git("commit", "-q", "-m", "stand")
    return git("rev-parse", "HEAD")
