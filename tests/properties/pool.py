"""Complete cases around one, each worked out once: every one of them completes all partial cases that agree with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from tests.properties.claims import Answers, Bench, Given


@dataclass(slots=True)
class Pool:
    """What complete cases come to, by which of the inputs of `base` have another value in them.

    Of cases that differ in the same inputs and come to the same, one is kept.
    """

    bench: Bench
    asked: tuple[str, ...]
    base: Given
    found: dict[frozenset[str], dict[Answers, Given]] = field(default_factory=dict)

    def add(self, cases: Iterable[Given]) -> None:
        """Work these complete cases out, except those that a samenhang says cannot be."""
        for given in filter(self.bench.goes_together, cases):
            differing = frozenset(name for name, value in self.base.items() if given[name] != value)
            self.found.setdefault(differing, {}).setdefault(self.bench.came(given, self.asked), given)

    def completing(self, missing: Collection[str]) -> Iterator[tuple[Given, Answers]]:
        """Those that complete `base` without `missing`."""
        left_out = frozenset(missing)
        for differing, answers in self.found.items():
            if differing <= left_out:
                for came, given in answers.items():
                    yield given, came
