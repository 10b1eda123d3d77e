"""On which days to compare: the day asked for, and those on which what changed begins or ends to hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from verordening.analyse.difference.meaning import Meaning
from verordening.analyse.difference.pairing import Pairing
from verordening.model.corpus import Corpus
from verordening.model.rules import Rule
from verordening.model.validity import Validity

MOST_DAYS: Final = 4
"""Beside the day asked for, those nearest to it."""


def days_of(old: Corpus, new: Corpus, day: date) -> tuple[date, ...]:
    """The day itself, and of one municipality the days on which changed texts and amounts begin or end, in order."""
    if old.gemeente != new.gemeente:
        return (day,)
    found = {each for each in _turning(old, new) if each != day}
    nearest = sorted(found, key=lambda each: (abs((each - day).days), each))[:MOST_DAYS]
    return (day, *sorted(nearest))


def _turning(old: Corpus, new: Corpus) -> Iterator[date]:
    pairing = Pairing(old, new)
    before, after = Meaning(old), Meaning(new)
    for pair in pairing.pairs:
        one = None if pair.old is None else old.rules[pair.old]
        other = None if pair.new is None else new.rules[pair.new]
        if one is None or other is None:
            # A rule that is new, or gone: from the day that it holds.
            yield from _starts(one or other)
        elif before.when(one) != after.when(other):
            yield from set(_days(one)) ^ set(_days(other))
    for name in old.tables.keys() & new.tables.keys():
        rows = [{(row.start, row.end, row.value) for row in x.tables[name].rows} for x in (old, new)]
        yield from (start for start, _, __ in rows[0] ^ rows[1])


def _starts(rule: Rule | None) -> Iterator[date]:
    if rule is not None:
        starts = [each.start for each in (rule.validity, rule.in_regulation) if each.start is not None]
        yield from starts[:0] if not starts else [max(starts)]


def _days(rule: Rule) -> Iterator[date]:
    validities: tuple[Validity, ...] = rule.validity, rule.in_regulation
    for each in validities:
        yield from (day for day in (each.start, each.end) if day is not None)
