"""The seeded mistakes of `zaadfouten.yaml` and `zaadfouten_2.yaml`, each put into a copy of its regulation."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

_HERE: Final = Path(__file__).parent
_ORDINANCES: Final = Path(__file__).parents[3] / "ordinances"


class Seed(NamedTuple):
    """One mistake. `before` becomes `after` in `file`; `lines` are the lines of the changed file to point at.

    `missed` is why lint does not find it; empty where it does.
    """

    name: str
    group: str
    file: str
    before: str
    after: str
    marks: tuple[str, ...]
    text: str
    missed: str

    @property
    def changed(self) -> str:
        """The regulation with the mistake in it."""
        return self.text.replace(self.before, self.after)

    @property
    def lines(self) -> frozenset[int]:
        """The lines that a finding may point at (1-based)."""
        changed = self.changed
        return frozenset(changed.count("\n", 0, changed.index(mark)) + 1 for mark in self.marks)


def _seed(entry: dict[str, Any], folder: str) -> Seed:
    path = _ORDINANCES / folder / f"{entry['bestand']}.vrd"
    return Seed(
        entry["naam"],
        entry["groep"],
        path.stem,
        entry["was"],
        entry["wordt"],
        tuple(entry["op"]),
        path.read_text(encoding="utf-8"),
        entry.get("niet", ""),
    )


def _seeds(name: str, folder: str) -> tuple[Seed, ...]:
    return tuple(_seed(each, folder) for each in yaml.safe_load((_HERE / name).read_text(encoding="utf-8")))


SEEDS: Final = _seeds("zaadfouten.yaml", "amsterdam")
MORE: Final = _seeds("zaadfouten_2.yaml", "")
