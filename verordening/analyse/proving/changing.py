"""The days on which something that claims read changes: a text, a floor, an amount, a date that a condition names.

Between two such days the law is the same to these claims, so that one of them stands for all days up to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum

from verordening.analyse.days import last_known_day
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.following import Read, What
from verordening.analyse.proving.reading import NOTHING_SAID, allowed_in, reading_of
from verordening.evaluate.holding import force_on
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_in, conditions_of, looks_at_day, walk
from verordening.model.rules import Rule
from verordening.model.tables import value_on
from verordening.model.validity import Force, Validity

_OF_FLOORS = (What.PLAYS, What.DEMANDS, What.GUARDS)


class _Kind(StrEnum):
    RULE = "rule"
    FLOOR = "floor"
    TABLE = "table"
    DATE = "date"


_Item = tuple[_Kind, object]
"""Something that may change: a rule (its index), a floor (its order), a table (its name) or a date that passes."""


class Changing:
    """What changes in a corpus from the last day of which all amounts are known on, as far as `today` counts."""

    def __init__(self, corpus: Corpus, today: date) -> None:
        self.corpus = corpus
        self._named = tuple(_named_dates(corpus))
        self.days = _days(corpus, today, self._named)
        self._in_each: dict[e.Expression, frozenset[_Item]] = {}
        self._states = {item: states for item, states in self._every() if len(set(states)) > 1}
        self._ending = frozenset(
            (kind, name)
            for (kind, name), states in self._states.items()
            if kind is _Kind.TABLE and len({*states} - {None}) < 2
        )
        """The tables that only run out: they bring nothing new."""
        self._always = frozenset(
            item
            for each in corpus.coherences
            for item in self._in_nodes(conditions_in(each))
            if item[0] is _Kind.DATE
        )
        self._in_read: dict[Read, frozenset[_Item]] = {}
        self._reached: dict[str, bool] = {}

    @property
    def steps(self) -> tuple[date, ...]:
        """The days after the first on which a text, a known amount or a date brings something new."""
        states = [states for item, states in self._states.items() if item not in self._ending]
        return tuple(
            day for at, day in enumerate(self.days) if at and any(each[at] != each[at - 1] for each in states)
        )

    def later(self, claims: Iterable[c.Claim], first: date) -> Iterator[date]:
        """The days after the first on which something that these claims read is not as on any day before.

        Not those on which an amount that they read is not known yet: what is not known then, nobody can clash with.
        """
        wanted = tuple(claims)
        if self._states.keys() <= self._ending or not self._may_change(wanted):
            return
        floors = [self.corpus.floors[each.floor] for each in wanted if isinstance(each, c.InPlay)]
        for day in self._days_of(self._items(wanted), first):
            if all(each.validity.on(day) is not Force.NOT_IN_FORCE for each in floors):
                yield day

    def later_of(
        self, decisions: Iterable[str], nodes: Iterable[e.Expression], first: date
    ) -> Iterator[date]:
        """The same for all that these decisions come to, and for some expressions beside them."""
        names = tuple(decisions)
        beside = self._in_nodes(nodes)
        if self._moves(beside) or any(map(self._is_reached, names)):
            yield from self._days_of(beside.union(*map(self._behind, names)), first)

    def _days_of(self, items: frozenset[_Item], first: date) -> Iterator[date]:
        ordered = tuple(items)
        seen = {self._state(ordered, first)}
        for at, day in enumerate(self.days):
            state = self._state(ordered, day)
            known = all(
                kind is not _Kind.TABLE or self._states[kind, name][at] is not None for kind, name in ordered
            )
            if day > first and known and state not in seen:
                seen.add(state)
                yield day

    def _state(self, items: Iterable[_Item], day: date) -> tuple[object, ...]:
        at = self.days.index(day)
        return tuple(self._states[each][at] for each in items)

    # -------------------------------------------- what changes

    def _every(self) -> Iterator[tuple[_Item, tuple[object, ...]]]:
        """All that there is, with what it is on each of the days."""
        corpus = self.corpus
        for rule in corpus.rules:
            yield (_Kind.RULE, rule.index), tuple(_holding(rule, day) for day in self.days)
        for floor in corpus.floors:
            yield (_Kind.FLOOR, floor.order), tuple(floor.validity.on(day) for day in self.days)
        for name, table in corpus.tables.items():
            yield (_Kind.TABLE, name), tuple(value_on(table, day) for day in self.days)
        for each in self._named:
            yield (_Kind.DATE, each), tuple((day < each, day == each) for day in self.days)

    # -------------------------------------------- what is read

    def _may_change(self, claims: tuple[c.Claim, ...]) -> bool:
        """Whether anything changes in all that the decisions come to that these claims are about."""
        about: set[str] = set()
        for each in claims:
            match each:
                case c.Applies():
                    about.update(effect.decision for effect in self.corpus.rules[each.rule].effects)
                case c.Stands() | c.DelegationStands() | c.MaySpeak() | c.Differ() | c.Satisfies():
                    about.add(each.decision)
        if not about - {""}:
            return True
        return any(map(self._is_reached, about - {""})) or self._moves(self._items_in_conditions(claims))

    def _is_reached(self, decision: str) -> bool:
        found = self._reached.get(decision)
        if found is None:
            found = self._reached[decision] = self._moves(self._behind(decision))
        return found

    def _behind(self, decision: str) -> frozenset[_Item]:
        """What changes of all that a decision comes to."""
        reading = reading_of(self.corpus)
        every = reading.within(NOTHING_SAID).of((reading.read(What.DECIDED, decision=decision),))
        return self._always.union(*map(self._of_read, every))

    def _moves(self, items: frozenset[_Item]) -> bool:
        """Whether any of these is another than before on some day, and not just unknown."""
        return not items <= self._ending

    def _items(self, claims: tuple[c.Claim, ...]) -> frozenset[_Item]:
        reading = reading_of(self.corpus)
        reads = (read for each in claims for read in reading.claimed(each))
        every = reading.within(allowed_in(claims, self.corpus)).of(reads)
        return self._always.union(self._items_in_conditions(claims), *map(self._of_read, every))

    def _items_in_conditions(self, claims: Iterable[c.Claim]) -> frozenset[_Item]:
        return self._in_nodes(each.condition for each in claims if isinstance(each, c.Holds))

    def _of_read(self, read: Read) -> frozenset[_Item]:
        found = self._in_read.get(read)
        if found is None:
            kind = _Kind.FLOOR if read.what in _OF_FLOORS else _Kind.RULE
            own = {(kind, read.at), *((_Kind.RULE, each) for each in read.beside)} & self._states.keys()
            found = frozenset(own) | self._in_nodes(reading_of(self.corpus).nodes_of(read))
            self._in_read[read] = found
        return found

    def _in_nodes(self, nodes: Iterable[e.Expression]) -> frozenset[_Item]:
        """The tables and dates in expressions that change."""
        return frozenset().union(*map(self._in_node, nodes))

    def _in_node(self, node: e.Expression) -> frozenset[_Item]:
        found = self._in_each.get(node)
        if found is None:
            items: set[_Item] = set()
            for each in walk(node, self.corpus.concepts):
                if isinstance(each, e.TableValue):
                    items.add((_Kind.TABLE, each.name))
                elif isinstance(each, e.Constant) and isinstance(each.value, date):
                    items.add((_Kind.DATE, each.value))
            found = self._in_each[node] = frozenset(items & self._states.keys())
        return found


def _holding(rule: Rule, day: date) -> object:
    pinned = tuple((each.validity.on(day), each.in_regulation.on(day)) for each in rule.transitions)
    return force_on(rule, day), pinned


def _named_dates(corpus: Corpus) -> Iterator[date]:
    """The dates in what looks at the day: `peildatum >= 1 januari 2027`."""
    conditions = [node for rule in corpus.rules for node in conditions_of(rule)]
    conditions += [node for each in corpus.coherences for node in conditions_in(each)]
    found = {
        each.value
        for node in conditions
        if looks_at_day(corpus, node)
        for each in walk(node, corpus.concepts)
        if isinstance(each, e.Constant) and isinstance(each.value, date)
    }
    yield from sorted(found)


def _days(corpus: Corpus, today: date, named: Iterable[date]) -> tuple[date, ...]:
    """The day of which all amounts are known, today, and each day after that on which anything changes."""
    texts: list[Validity] = [each for rule in corpus.rules for each in (rule.validity, rule.in_regulation)]
    texts += [each.validity for each in corpus.floors]
    days = {
        day for each in texts for day in (each.start, each.end, each.exists, each.applied) if day is not None
    }
    rows = (row for table in corpus.tables.values() for row in table.rows)
    days.update(day for row in rows for day in (row.start, row.end) if day is not None)
    days.update(each for day in named for each in (day, day + timedelta(days=1)))
    return tuple(sorted({last_known_day(corpus, today), today, *(day for day in days if day > today)}))
