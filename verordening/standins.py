"""Loads what an answer needs of Python's own library without what that loads and an answer has no use for.

`fractions` loads `decimal` to know a Decimal when it sees one, and `re` for fractions in writing. `datetime` makes its
classes in Python before it takes those in C. Only for a process that runs one command.
"""

from __future__ import annotations

import sys

from verordening.patterns import ReLater

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any


def load() -> None:
    """Have `fractions`, `datetime` and `collections.abc` stand ready."""
    if "collections" not in sys.modules and _take("collections.abc", "_collections_abc"):
        sys.meta_path.insert(0, _UntilCollections())
    _take("datetime", "_datetime")
    if "fractions" in sys.modules:
        return
    standing_in: dict[str, Any] = {"re": ReLater(), "decimal": _Decimals}
    placed = [name for name in standing_in if name not in sys.modules]
    sys.modules.update({name: standing_in[name] for name in placed})
    try:
        import fractions  # noqa: F401 - loaded here, for others
    finally:
        for name in placed:
            if sys.modules.get(name) is standing_in[name]:
                del sys.modules[name]


def _take(name: str, within: str) -> bool:
    """Under this name the module that Python's own takes everything from, unless that is there."""
    if name in sys.modules:
        return False
    try:
        found: ModuleType = __import__(within)
    except ImportError:
        return False
    sys.modules[name] = found
    return True


class _UntilCollections:
    """Takes the stand-in for `collections.abc` away once somebody loads `collections`, of which it is to be a part."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == "collections":
            sys.meta_path.remove(self)
            sys.modules.pop("collections.abc", None)


class _AmongDecimals(type):
    def __instancecheck__(cls, value: object) -> bool:
        """Where nobody has loaded `decimal`, nothing is a Decimal."""
        loaded = sys.modules.get("decimal")
        return loaded is not None and isinstance(value, loaded.Decimal)


class _Decimals:
    """Stands for the module `decimal` while `fractions` is loaded."""

    class Decimal(metaclass=_AmongDecimals):
        """Stands for its class."""
