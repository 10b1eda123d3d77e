"""What a change does, drawn: of everybody, by amount, and group by group. Only from what may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from verordening.population.effects.showing import ShownRow, SizeClass
from verordening.population.effects.tallies import GAINS, LOSES, OTHER
from verordening.present.effects_words import HIDDEN, euros, head, size_words, told
from verordening.present.writing.written import Bar, Chart, Tone

_TONES: Final = {GAINS: Tone.MORE, LOSES: Tone.LESS, OTHER: Tone.NEITHER}


def counts_chart(rows: Sequence[tuple[str, ShownRow]]) -> Chart | None:
    """How many households of each row it turns out better or worse for."""
    kinds = [
        [Bar(row.counts[way] or 0, f"{told(row.counts[way])} {way}", tone) for _, row in rows]
        for way, tone in _TONES.items()
    ]
    return _chart([name for name, _ in rows], kinds)


def euros_chart(rows: Sequence[tuple[str, ShownRow]]) -> Chart | None:
    """How many euros each row gets more and less."""
    kinds = [
        [_euros(row.gained, "erbij", Tone.MORE) for _, row in rows],
        [_euros(row.lost, "eraf", Tone.LESS) for _, row in rows],
    ]
    return _chart([name for name, _ in rows], kinds)


def sizes_chart(sizes: Sequence[SizeClass]) -> Chart | None:
    """How many households gain or lose how much."""
    bars = [Bar(each.count or 0, told(each.count), _TONES[each.way]) for each in sizes]
    return _chart([size_words(each) for each in sizes], [bars])


def _chart(names: Sequence[str], kinds: Sequence[Sequence[Bar]]) -> Chart | None:
    """What is nothing for everybody, or for one row nothing at all, and no secret, is left out."""
    said = [each for each in kinds if any(map(_says, each))]
    rows = [(head(name), bars) for name, *bars in zip(names, *said, strict=True) if any(map(_says, bars))]
    return Chart(tuple(name for name, _ in rows), tuple(tuple(bars) for _, bars in rows)) if rows else None


def _says(bar: Bar) -> bool:
    return bool(bar.length) or HIDDEN in bar.said


def _euros(cents: int | None, word: str, tone: Tone) -> Bar:
    return Bar(max(cents or 0, 0), f"{HIDDEN if cents is None else euros(cents)} {word}", tone)
