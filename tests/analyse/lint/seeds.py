"""The seeded mistakes of `zaadfouten.yaml`, each put into a copy of the Amsterdam regulation that it is about."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

_HERE: Final = Path(__file__).parent
_AMSTERDAM: Final = Path(__file__).parents[3] / "ordinances" / "amsterdam"


class Seed(NamedTuple):
    """One mistake. `before` becomes `after` in `file`; `lines` are the lines of the changed file to point at."""

    name: str
    group: str
    file: str
    before: str
    after: str
    marks: tuple[str, ...]
    text: str

    @property
    def changed(self) -> str:
        """The regulation with the mistake in it."""
        return self.text.replace(self.before, self.after)

    @property
    def lines(self) -> frozenset[int]:
        """The lines that a finding may point at (1-based)."""
        changed = self.changed
        return frozenset(changed.count("\n", 0, changed.index(mark)) + 1 for mark in self.marks)


def _seed(entry: dict[str, Any]) -> Seed:
    text = (_AMSTERDAM / f"{entry['bestand']}.vrd").read_text(encoding="utf-8")
    return Seed(
        entry["naam"],
        entry["groep"],
        entry["bestand"],
        entry["was"],
        entry["wordt"],
        tuple(entry["op"]),
        text,
    )


SEEDS: Final = tuple(map(_seed, yaml.safe_load((_HERE / "zaadfouten.yaml").read_text(encoding="utf-8"))))
