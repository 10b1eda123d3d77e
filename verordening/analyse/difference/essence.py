"""The facts that make a difference: as few as do, and of numbers and days such as a caseworker meets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from verordening.analyse.difference.answers import Answers
from verordening.analyse.difference.elements import Both
from verordening.evaluate.context import Context
from verordening.model.types import Value

Facts = Mapping[str, Value]
Look = Callable[[Both], Answers | None]


def both_of(facts: Facts, start: Both) -> Both:
    """A case of these facts under both corpora, each with those that it knows."""
    return Both(*(_context(facts, each) for each in start))


def _context(facts: Facts, bare: Context) -> Context:
    known = bare.corpus.inputs
    return Context(bare.corpus, {name: value for name, value in facts.items() if name in known}, bare.day)


def essential(
    facts: Facts, wanted: Answers, start: Both, look: Look, order: Iterable[str]
) -> dict[str, Value]:
    """The facts without which the outcomes are no longer settled in the same way; tried in this order."""
    kept = dict(facts)
    for name in order:
        without = {other: value for other, value in kept.items() if other != name}
        found = look(both_of(without, start))
        if found is not None and same(found, wanted):
            kept = without
    return kept


def same(found: Answers, wanted: Answers) -> bool:
    """Whether both outcomes are settled and what they were, by the same rules; of days: as far apart as they were."""
    if found.waiting or any(one.rules != other.rules for one, other in zip(found, wanted, strict=True)):
        return False
    return all(one.came == other.came for one, other in zip(found, wanted, strict=True)) or _moved_alike(
        found, wanted
    )


def _moved_alike(found: Answers, wanted: Answers) -> bool:
    """Whether all that is otherwise is which days they come to, and not how these lie to each other."""
    moved = set()
    for one, other in zip(found, wanted, strict=True):
        for before, after in zip(other.came, one.came, strict=True):
            if isinstance(before, date) and isinstance(after, date):
                moved.add(after - before)
            elif before != after:
                return False
    return len(moved) == 1
