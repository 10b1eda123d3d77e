"""A population under two sets of rules, batch after batch, counted."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np

from verordening.model.corpus import Corpus
from verordening.model.rules import Decision
from verordening.model.types import Kind, Type
from verordening.population.ahead import ahead
from verordening.population.effects.tallies import SIZES, WAYS, DecisionEffect, Effects, Loser, Tally
from verordening.population.facts import known_column
from verordening.population.opening import Caseload
from verordening.population.outcomes import CONTRADICTED, Part, column
from verordening.population.reading.matching import Columns
from verordening.population.reading.problems import Refusal, refused

PARTS: Final = frozenset({Part.VALUE, Part.KNOWN, Part.AMOUNT, Part.AMOUNT_KNOWN, Part.STATUS})
MOST_LOSERS: Final = 3
UNKNOWN_GROUP: Final = "onbekend"
_GAINS, _LOSES, _OTHER, _SAME, _UNTOLD = range(len(WAYS))


class Groups:
    """The groups by which rows are told apart: the options of some facts of one corpus."""

    def __init__(self, corpus: Corpus, facts: Sequence[str]) -> None:
        self._types = {name: corpus.inputs[name].type for name in facts}

    def labels(self, fact: str) -> tuple[str, ...]:
        """The groups of a fact in order, the unknown last."""
        type_ = self._types[fact]
        own = ("nee", "ja") if type_.kind is Kind.BOOL else tuple(map(type_.label, type_.options))
        return (*own, UNKNOWN_GROUP)

    def codes(self, columns: Columns, count: int) -> dict[str, Any]:
        """For each fact the place in `labels` of every row."""
        found = {}
        for name in self._types:
            last = len(self.labels(name)) - 1
            if name not in columns:
                found[name] = np.full(count, last, np.int64)
                continue
            known = columns[known_column(name).name].astype(np.bool_)
            found[name] = np.where(known, columns[name].astype(np.int64), last)
        return found


def can_group(type_: Type) -> bool:
    """Whether rows can be told apart by a fact of this type."""
    return type_.kind in (Kind.BOOL, Kind.ENUM)


def effects(old: Caseload, new: Caseload, groups: Groups, done: Callable[[int], None]) -> Effects:
    """What the new rules do to the population of both. `done` is told how many rows are done.

    Raises InputError where a row is refused.
    """
    tallies = {name: _Tallied(old.corpus, new.corpus, name, groups) for name in old.decisions}
    rows = skipped = 0
    for count, columns, before, after in _both(old, new):
        skip = before[CONTRADICTED].astype(np.bool_) | after[CONTRADICTED].astype(np.bool_)
        codes = groups.codes(columns, count)
        for each in tallies.values():
            each.add(before, after, ~skip, codes, rows)
        rows += count
        skipped += int(skip.sum())
        done(rows)
    return Effects(rows, skipped, tuple(each.effect() for each in tallies.values()))


def _both(
    old: Caseload, new: Caseload
) -> Iterator[tuple[int, Columns, Mapping[str, Any], Mapping[str, Any]]]:
    size = min(old.engine.rows_at_once, new.engine.rows_at_once)
    try:
        for count, columns, others in ahead(_read(old, new, size)):
            yield count, columns, old.engine.run(columns, count), new.engine.run(others, count)
    except Refusal as refusal:
        raise refused(refusal, old.population.name) from None


def _read(old: Caseload, new: Caseload, size: int) -> Iterator[tuple[int, Columns, Columns]]:
    """How many rows each batch has, and its columns as both read them: an option may have another place."""
    batches = zip(ahead(old.population.batches(size)), ahead(new.population.batches(size)), strict=True)
    for one, other in batches:
        yield one.num_rows, old.matching.read(one), new.matching.read(other)


class _Tallied:
    """One decision, counted so far."""

    def __init__(self, old: Corpus, new: Corpus, name: str, groups: Groups) -> None:
        self.name, self.declared, self.groups = name, new.decisions[name], groups
        self._recoded = _recoding(old.decisions[name].type, self.declared.type)
        self._in_euros = _in_euros(self.declared)
        self._whole = Tally()
        self._by: dict[str, list[Tally]] = {}
        self._losers: list[tuple[int, int]] = []
        self._sizes = {way: np.zeros(len(SIZES) + 1, np.int64) for way in (_GAINS, _LOSES)}

    def add(
        self,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        there: Any,
        codes: Mapping[str, Any],
        first: int,
    ) -> None:
        """Count the rows of a batch that are `there`."""
        way, difference, known = self._told(before, after)
        self._whole += _tally(way, difference, there)
        for fact, own in codes.items():
            labels = self.groups.labels(fact)
            counted = self._by.setdefault(fact, [Tally()] * len(labels))
            self._by[fact] = [
                each + _tally(way, difference, there & (own == at)) for at, each in enumerate(counted)
            ]
        if self._in_euros:
            for towards, counts in self._sizes.items():
                here = there & (way == towards)
                counts += _sizes(np.abs(difference[here]), known[here])
            losing = np.flatnonzero(there & (way == _LOSES) & (difference < 0))
            most = losing[np.argsort(difference[losing], kind="stable")[:MOST_LOSERS]]
            found = [(-int(difference[at]), -(first + int(at) + 1)) for at in most]
            self._losers = heapq.nlargest(MOST_LOSERS, [*self._losers, *found])

    def effect(self) -> DecisionEffect:
        """What was counted."""
        by = {
            fact: tuple(zip(self.groups.labels(fact), tallies, strict=True))
            for fact, tallies in self._by.items()
        }
        losers = tuple(Loser(-row, cents) for cents, row in self._losers)
        monthly = self.declared.type.unit == "maand" or self.declared.type.kind is Kind.PERCENTAGE
        label = self.declared.label
        sizes = (tuple(self._sizes[way].tolist()) for way in (_GAINS, _LOSES))
        return DecisionEffect(self.name, label, self._in_euros, monthly, self._whole, by, losers, *sizes)

    def _told(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Any, Any, Any]:
        """Which way each row goes, how many cents the resident gets more, and whether that is known."""
        value, known = column(self.name, Part.VALUE), column(self.name, Part.KNOWN)
        old, new = self._recoded(before[value].astype(np.int64)), after[value].astype(np.int64)
        told = before[known].astype(np.bool_) & after[known].astype(np.bool_) & (old >= _NO_SUCH)
        sign = _SIGNS.get(self.declared.favourable, 0)
        better = np.sign(new - old) * sign
        way = np.where(better > 0, _GAINS, np.where(better < 0, _LOSES, _OTHER))
        way = np.where(old == new, _SAME, way)
        way = np.where(told, way, _UNTOLD)
        if not self._in_euros:
            return way, np.zeros(len(way), np.int64), np.zeros(len(way), np.bool_)
        amount, amount_known = self._cents(before)
        later, later_known = self._cents(after)
        in_cents = told & amount_known & later_known
        return way, np.where(in_cents, (later - amount) * sign, 0), in_cents

    def _cents(self, found: Mapping[str, Any]) -> tuple[Any, Any]:
        if self.declared.type.kind is Kind.AMOUNT:
            parts = Part.VALUE, Part.KNOWN
        else:
            parts = Part.AMOUNT, Part.AMOUNT_KNOWN
        amount, known = (found[column(self.name, part)] for part in parts)
        return amount.astype(np.int64), known.astype(np.bool_)


_SIGNS: Final = {"hoger": 1, "ja": 1, "lager": -1, "nee": -1}
_NO_SUCH: Final = -(2**62)


def _in_euros(declared: Decision) -> bool:
    is_share = declared.type.kind is Kind.PERCENTAGE and bool(declared.type.of)
    return (declared.type.kind is Kind.AMOUNT or is_share) and declared.favourable in _SIGNS


def _recoding(old: Type, new: Type) -> Callable[[Any], Any]:
    """An old value as a number of the new type: the options of a choice may stand in another order."""
    if old.kind is not Kind.ENUM or old.options == new.options:
        return lambda numbers: numbers
    places = [new.options.index(each) if each in new.options else _NO_SUCH - 1 for each in old.options]
    table = np.array(places, np.int64)
    return lambda numbers: table[numbers]


def _tally(way: Any, difference: Any, there: Any) -> Tally:
    counts = np.bincount(way[there], minlength=len(WAYS))
    gained, lost = (int(difference[there & (way == each)].sum()) for each in (_GAINS, _LOSES))
    return Tally(tuple(counts.tolist()), gained, -lost)


def _sizes(cents: Any, known: Any) -> Any:
    """How many have an amount that is not known, and how many one in each class."""
    return np.bincount(np.where(known, np.searchsorted(SIZES, cents, "right"), 0), minlength=len(SIZES) + 1)
