"""`re` when somebody uses it, and patterns compiled then: what an answer never looks at takes 20 ms at every start.

Loading `re` alone takes half of what Python takes to start, so what is on the way to an answer reads what most people
write without it.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re as re
    from typing import Any


class _Later:
    """Stands for a compiled pattern until something of it is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        import re

        found = getattr(re.compile(*self._given), name)
        self.__dict__[name] = found
        return found

    def fullmatch(self, text: str) -> Any:
        """As of the pattern: from Python 3.12 `fractions` takes hold of this at once, and calls it seldom."""
        return self.__getattr__("fullmatch")(text)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, as `re.compile` gives it; a mistake in it shows when it is first used."""
    return _Later(text, flags)  # type: ignore[return-value]  # to its users it is one


class ReLater:
    """Stands for the module `re`: patterns are compiled when used, and anything else loads it."""

    IGNORECASE, MULTILINE, DOTALL, VERBOSE = 2, 8, 16, 64
    compile = staticmethod(pattern)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what Python asks of each module that is imported
            raise AttributeError(name)
        loaded: object = sys.modules.get("re")
        if loaded is self:
            del sys.modules["re"]
        import re

        return getattr(re, name)


if not TYPE_CHECKING:
    re = ReLater()


class compiled_later:  # noqa: N801 - `contextlib` takes a millisecond of every start
    """Every pattern that a module imported meanwhile makes for itself is compiled when it is first used."""

    def __enter__(self) -> None:
        import re

        self._re, self._compile_now = re, re.compile
        re.compile = pattern  # type: ignore[assignment]  # less overloaded

    def __exit__(self, *error: object) -> None:
        self._re.compile = self._compile_now
