"""Which decisions must be worked out together, because a floor looks at all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from verordening.evaluate.guarding import floors_of
from verordening.model.corpus import Corpus
from verordening.model.dependence import walk
from verordening.model.expressions import DecisionValue
from verordening.model.standards import Floor


def guarded_along(corpus: Corpus, names: Sequence[str], day: date) -> tuple[str, ...]:
    """The other decisions that the floors on these guard."""
    floors = (floor for name in names for floor in floors_of(corpus, name, day))
    return tuple(sorted({guard for floor in floors for guard in floor.guards} - set(names)))


def looked_at_by(floor: Floor, corpus: Corpus) -> frozenset[str]:
    """The decisions that a floor guards, or looks at."""
    nodes = (floor.condition, floor.exception, floor.demand, *(each.bound for each in floor.repairs))
    seen = (each for node in nodes for each in walk(node, corpus.concepts))
    return frozenset({*floor.guards, *(each.name for each in seen if isinstance(each, DecisionValue))})


def told_together(corpus: Corpus, asked: Sequence[str], day: date) -> dict[str, tuple[str, ...]]:
    """For each decision those asked that share a floor with it, one way or another, in order; itself too."""
    groups = {name: {name} for name in asked}
    for floor in {each.order: each for name in asked for each in floors_of(corpus, name, day)}.values():
        shared = [groups[name] for name in looked_at_by(floor, corpus) if name in groups]
        whole = set[str]().union(*shared)
        groups.update(dict.fromkeys(whole, whole))
    return {name: tuple(each for each in asked if each in groups[name]) for name in asked}
