"""Patterns that are compiled when somebody uses them: those that an answer never looks at take 20 ms at every start."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class _Later:
    """Stands for a compiled pattern until something of it is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._given), name)
        self.__dict__[name] = found
        return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, as `re.compile` gives it; a mistake in it shows when it is first used."""
    return _Later(text, flags)  # type: ignore[return-value]  # to its users it is one


class compiled_later:  # noqa: N801 - `contextlib` takes a millisecond of every start
    """Every pattern that a module imported meanwhile makes for itself is compiled when it is first used."""

    def __enter__(self) -> None:
        self._compile_now = re.compile
        re.compile = pattern  # type: ignore[assignment]  # less overloaded

    def __exit__(self, *error: object) -> None:
        re.compile = self._compile_now
