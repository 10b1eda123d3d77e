"""The changes that can be made to a tabel: a row one unit off, a day on which one row gives way to the next moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from verordening.analyse.mutation.mutant import Key, Mutant, Part
from verordening.analyse.mutation.variants import DATE, NUMBER, moved_values
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_in, values_of, walk
from verordening.model.formatting import format_date, format_value
from verordening.model.rules import Row, Rule, Table
from verordening.model.tables import value_on
from verordening.model.validity import Force, Validity
from verordening.records import replace

_ALWAYS: Final = date.min
_DAY: Final = timedelta(days=1)


class _Changed(NamedTuple):
    """A table with one change. `only_on` is the one day for which it may give something else, where there is one."""

    sort: str
    words: str
    rows: tuple[Row, ...]
    only_on: date | None = None


def changed_tables(table: Table, corpus: Corpus) -> Iterator[Mutant]:
    """Every mutant of a tabel."""
    for each in (*_values(table), *_starts(table), *_end(table)):
        key = Key(table.place.file, Part.TABLE, table.name, each.sort, each.words)

        def made(rows: tuple[Row, ...] = each.rows) -> Corpus:
            return replace(corpus, tables={**corpus.tables, table.name: replace(table, rows=rows)})

        yield Mutant(key, table.place, made, table=table.name, beyond=_is_beyond(table, each, corpus))


def _is_beyond(table: Table, changed: _Changed, corpus: Corpus) -> bool:
    """Whether the one day that was changed comes before anything asks the table, or has the value it had, if any."""
    day = changed.only_on
    if day is None:
        return False
    after = value_on(replace(table, rows=changed.rows), day)
    return day < _asked_from(corpus).get(table.name, _ALWAYS) or value_on(table, day) == after


def _values(table: Table) -> Iterator[_Changed]:
    for at, row in enumerate(table.rows):
        if row.value is None:
            continue
        before = format_value(row.value, table.type)
        for value in moved_values(row.value, table.type.kind, table.type.unit):
            after = format_value(value, table.type)
            rows = (*table.rows[:at], replace(row, value=value), *table.rows[at + 1 :])
            yield _Changed(NUMBER, f"{_since(row)}: {before} wordt {after}", rows)


def _starts(table: Table) -> Iterator[_Changed]:
    for at, row in enumerate(table.rows):
        for moved in (row.start - _DAY, row.start + _DAY):
            before = table.rows[:at]
            if before and before[-1].end == row.start:
                before = (*before[:-1], replace(before[-1], end=moved))
            rows = (*before, replace(row, start=moved), *table.rows[at + 1 :])
            words = f"{_since(row)} wordt {format_date(moved)}"
            yield _Changed(DATE, words, rows, min(moved, row.start))


def _end(table: Table) -> Iterator[_Changed]:
    end = table.rows[-1].end if table.rows else None
    if end is None:
        return
    for moved in (end - _DAY, end + _DAY):
        words = f"tot {format_date(end)} wordt {format_date(moved)}"
        rows = (*table.rows[:-1], replace(table.rows[-1], end=moved))
        yield _Changed(DATE, words, rows, min(moved, end))


def _since(row: Row) -> str:
    return f"vanaf {format_date(row.start)}"


# ------------------------------------------------ from which day a table is asked


@lru_cache(maxsize=64)
def _asked_from(corpus: Corpus) -> dict[str, date]:
    """Of each table that anything asks: the first day on which that may be."""
    found: dict[str, date] = {}
    for day, node in _nodes(corpus):
        for each in walk(node, corpus.concepts):
            if isinstance(each, e.TableValue):
                found[each.name] = min(day, found.get(each.name, day))
    return found


def _nodes(corpus: Corpus) -> Iterator[tuple[date, e.Expression | None]]:
    for rule in corpus.rules:
        for node in (rule.condition, rule.exception, *values_of(rule)):
            yield _first_day_of(rule), node
        for transition in rule.transitions:
            yield from ((_ALWAYS, node) for node in (transition.condition, transition.exception))
    for floor in corpus.floors:
        bounds = (each.bound for each in floor.repairs)
        for node in (floor.condition, floor.exception, floor.demand, *bounds):
            yield _first_day(floor.validity), node
    for guideline in corpus.guidelines:
        yield _ALWAYS, guideline.condition
    for coherence in corpus.coherences:
        first = _first_day_in(coherence.condition)
        yield from ((first, node) for node in conditions_in(coherence))


def _first_day_of(rule: Rule) -> date:
    """The first day on which a rule may hold; overgangsrecht may make it hold on any."""
    return _ALWAYS if rule.transitions else max(_first_day(rule.validity), _first_day(rule.in_regulation))


def _first_day_in(condition: e.Expression | None) -> date:
    """The first day on which a samenhang of a regulation holds: its condition says so."""
    parts = condition.operands if isinstance(condition, e.And) else (condition,)
    days = [
        each.right.value
        for each in parts
        if isinstance(each, e.Compare)
        and each.operator == ">="
        and isinstance(each.left, e.CaseDate)
        and isinstance(each.right, e.Constant)
    ]
    return max((each for each in days if isinstance(each, date)), default=_ALWAYS)


def _first_day(validity: Validity) -> date:
    days = [each for each in (validity.start, validity.tolerated, validity.applied) if each is not None]
    return min(days) if validity.before is Force.NOT_IN_FORCE and validity.start is not None else _ALWAYS
