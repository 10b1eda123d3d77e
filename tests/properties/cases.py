"""Complete cases, the partial cases inside them and the completions of those. The same seed gives the same cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from math import prod
from random import Random

from tests.properties.values import Domains
from verordening.model.types import Value

Given = dict[str, Value]

ALL_SUBSETS = 10
"""Up to so many facts every subset is tried."""
SMALL_SUBSETS = 3
RANDOM_SUBSETS = 1_000


def complete_case(domains: Domains, names: Sequence[str], rng: Random) -> Given:
    """A random value for each of these inputs."""
    given: Given = {}
    for name in names:
        given[name] = rng.choice(domains.values(name, given))
    return given


def removals(names: Sequence[str], rng: Random, most: int | None = None) -> Iterator[tuple[str, ...]]:
    """What to leave out of a case: every subset, or the small ones and random ones.

    At most `most`, chosen at random.
    """
    if len(names) <= ALL_SUBSETS:
        found = [each for size in range(1, len(names) + 1) for each in combinations(names, size)]
    else:
        found = [each for size in range(1, SMALL_SUBSETS + 1) for each in combinations(names, size)]
        for _ in range(RANDOM_SUBSETS):
            size = rng.randint(SMALL_SUBSETS + 1, len(names))
            found.append(tuple(sorted(rng.sample(list(names), size), key=names.index)))
    if most is not None and len(found) > most:
        found = rng.sample(found, most)
    yield from found


def completions(
    base: Mapping[str, Value], missing: Sequence[str], domains: Domains, rng: Random, most: int
) -> Iterator[Given]:
    """Completions of a case without `missing`.

    The case itself, each input alone at all its values, then combinations.
    """
    given = {name: value for name, value in base.items() if name not in missing}
    start = {**base, **{name: rng.choice(domains.fixed[name]) for name in missing if name not in base}}
    yield dict(start)
    tried = {name: domains.values(name, start) for name in missing}
    if prod(len(values) for values in tried.values()) <= most:
        for values in product(*tried.values()):
            yield {**given, **dict(zip(missing, values, strict=True))}
        return
    singles = [{**start, name: value} for name in missing for value in tried[name]]
    yield from singles if len(singles) <= most // 2 else rng.sample(singles, most // 2)
    for _ in range(most - min(len(singles), most // 2)):
        chosen = {name: rng.choice(values) for name, values in tried.items()}
        if rng.random() < 0.5:
            last = rng.choice(list(missing))
            chosen[last] = rng.choice(domains.values(last, {**given, **chosen}))
        yield {**given, **chosen}
