"""Where guidelines that speak together order values opposite ways, or in a circle."""

from __future__ import annotations

from collections.abc import Sequence

from verordening.evaluate.guidance import Voice


def circles(voices: Sequence[Voice]) -> tuple[tuple[Voice, ...], ...]:
    """The shortest circle that each guideline is part of, each circle once; the order of `voices` does not matter.

    In a circle each guideline puts `higher` above the `higher` of the next. Two guidelines that are each other's
    opposite are the smallest.
    """
    if {each.higher for each in voices}.isdisjoint(each.lower for each in voices):
        return ()
    ordered = sorted(voices, key=lambda each: each.id)
    found: dict[tuple[Voice, ...], None] = {}
    for voice in ordered:
        back = _path(voice.lower, voice.higher, ordered)
        if back is not None:
            found[_from_the_first((voice, *back))] = None
    return tuple(sorted(found, key=lambda circle: (len(circle), [each.id for each in circle])))


def _path(start: str, end: str, voices: Sequence[Voice]) -> tuple[Voice, ...] | None:
    """The fewest guidelines that lead from one value down to another; of equally few the first by name."""
    waiting: list[tuple[str, tuple[Voice, ...]]] = [(start, ())]
    seen = {start}
    for value, path in waiting:
        for voice in voices:
            if voice.higher != value:
                continue
            if voice.lower == end:
                return (*path, voice)
            if voice.lower not in seen:
                seen.add(voice.lower)
                waiting.append((voice.lower, (*path, voice)))
    return None


def _from_the_first(circle: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The same circle, begun at the guideline that comes first by name."""
    at = min(range(len(circle)), key=lambda index: circle[index].id)
    return (*circle[at:], *circle[:at])
