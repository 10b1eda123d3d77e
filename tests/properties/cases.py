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


def around(
    base: Mapping[str, Value], names: Sequence[str], domains: Domains, rng: Random, most: int
) -> Iterator[Given]:
    """Complete cases near one: itself, each of `names` alone at all its values, then mixtures of several.

    All mixtures where there are few; else `most` of them, half with all but a few of the values of `base`, and half
    of those with one input at a value that matters beside the others. What `base` lacks gets a random value first.
    """
    start = {**base, **{name: rng.choice(domains.fixed[name]) for name in names if name not in base}}
    yield dict(start)
    tried = {name: domains.values(name, start) for name in names}
    if prod(len(values) for values in tried.values()) <= most:
        for values in product(*tried.values()):
            yield {**start, **dict(zip(names, values, strict=True))}
        return
    for name in names:
        yield from ({**start, name: value} for value in tried[name])
    for _ in range(most):
        size = rng.randint(2, 4) if rng.random() < 0.5 else rng.randint(0, len(names))
        changed = rng.sample(list(names), min(size, len(names)))
        given = {**start, **{name: rng.choice(tried[name]) for name in changed}}
        if changed and rng.random() < 0.5:
            last = changed[-1]
            given[last] = rng.choice(domains.values(last, given))
        yield given
