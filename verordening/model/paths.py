"""Places in a regulation as paths: `artikel 18 lid 8* onderdeel a`.

Lid numbers are not unique, so a place is never a number.
"""

from __future__ import annotations

from verordening.patterns import pattern

Path = tuple[tuple[str, str], ...]
"""The parts of a place from the outside in: (("artikel", "18"), ("lid", "8*"))."""

ORDER = ("artikel", "lid", "onderdeel", "zin", "richtlijn")


def show(path: Path) -> str:
    """The path in words."""
    return " ".join(f"{part} {number}" for part, number in path)


def starts_with(path: Path, prefix: Path) -> bool:
    """Whether `path` is `prefix` or lies inside it."""
    return path[: len(prefix)] == prefix


def extended(path: Path, part: str, number: str) -> Path:
    """The place that opens when `part number` is read inside `path`: `lid 2` closes an open `onderdeel a`."""
    kept = tuple(each for each in path if ORDER.index(each[0]) < ORDER.index(part))
    if part in ("artikel", "richtlijn"):
        kept = ()
    return (*kept, (part, number))


def number_key(number: str) -> tuple[tuple[int, int, str], ...]:
    """A key that orders numbers as the law does: 8 < 8* < 9 < 18 < 18a < 18b < 18aa, 4:84 < 4:93, a < b < z < aa."""
    pieces = _PIECE.findall(number) or [("0", number)]
    return tuple((int(digits), len(letters.rstrip("*°")), letters) for digits, letters in pieces)


def in_range(number: str, first: str, last: str) -> bool:
    """Whether `number` lies from `first` up to and including `last`."""
    return number_key(first) <= number_key(number) <= number_key(last)


_PIECE = pattern(r"(\d+)([a-z*°]*)")
