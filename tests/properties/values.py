"""Values to try for an input.

All of a small type, else its ends, every constant of its kind and both sides of each threshold.

Worked out here and not asked of the engine, whose own list of values is one of the things under test.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.calendar import add_months
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, inputs_in, parts, pinning_conditions, values_of
from verordening.model.rules import Rule
from verordening.model.standards import Floor
from verordening.model.types import INDEFINITE, Kind, Number, Type, Value, normalised

FEW = 24
"""A type with no more values than this is tried as a whole."""
GRID = 24
"""How many points of a long type are looked at before bisecting between two that differ."""
SHIFTS = (0, 1, 2, 3, 12)


@dataclass(slots=True)
class Domains:
    """The values of every input of a corpus, and the comparisons in which each stands."""

    corpus: Corpus
    day: date
    fixed: dict[str, list[Value]] = field(default_factory=dict)
    compared: dict[str, list[e.Compare]] = field(default_factory=dict)
    flowing: dict[str, None] = field(default_factory=dict)

    @classmethod
    def of(cls, corpus: Corpus, day: date, nodes: Iterable[e.Expression] | None = None) -> Domains:
        """The domains that matter to these expressions (all of the corpus when None)."""
        found = cls(corpus, day)
        everything = list(_walk(expressions_of(corpus) if nodes is None else nodes, corpus))
        constants = [node for node in everything if isinstance(node, e.Constant)]
        for node in everything:
            if isinstance(node, e.Input):
                found.flowing[node.name] = None
            if isinstance(node, e.Compare):
                for name in inputs_in(node, corpus.concepts):
                    found.compared.setdefault(name, []).append(node)
        for name, declared in corpus.inputs.items():
            found.fixed[name] = _fixed(declared.type, constants, day)
        return found

    def values(self, name: str, given: Mapping[str, Value]) -> list[Value]:
        """The values to try for an input next to what else is given."""
        found = dict.fromkeys(self.fixed[name])
        declared = self.corpus.inputs[name].type
        if declared.kind not in (Kind.BOOL, Kind.ENUM) and _steps(declared) > FEW:
            for node in self.compared.get(name, ()):
                found.update(dict.fromkeys(self._turns(node, name, declared, given)))
        return list(found)

    def _turns(
        self, node: e.Compare, name: str, declared: Type, given: Mapping[str, Value]
    ) -> Iterator[Value]:
        """The values at and beside each point where a comparison turns."""
        last = _steps(declared)
        points = sorted({last * number // GRID for number in range(GRID + 1)})
        seen = {step: self._side(node, name, declared, step, given) for step in points}
        for low, high in itertools.pairwise(points):
            if seen[low] == seen[high] or seen[low] is None or seen[high] is None:
                continue
            start, end, before = low, high, seen[low]
            while end - start > 1:
                middle = (start + end) // 2
                if self._side(node, name, declared, middle, given) == before:
                    start = middle
                else:
                    end = middle
            for step in (start - 1, start, end, end + 1):
                if 0 <= step <= last:
                    yield _at(declared, step)

    def _side(
        self, node: e.Compare, name: str, declared: Type, step: int, given: Mapping[str, Value]
    ) -> object:
        context = Context(self.corpus, {**given, name: _at(declared, step)}, self.day)
        left, right = value(node.left, context), value(node.right, context)
        if isinstance(left, Unknown) or isinstance(right, Unknown):
            return None
        if isinstance(left, bool | str) or INDEFINITE in (left, right):
            return left == right
        return (left > right) - (left < right)  # type: ignore[operator]


def expressions_of(corpus: Corpus) -> Iterator[e.Expression]:
    """Every expression in the rules and floors of a corpus."""
    for rule in corpus.rules:
        yield from of_rule(rule)
    for floor in corpus.floors:
        yield from of_floor(floor)


def of_rule(rule: Rule) -> Iterator[e.Expression]:
    """The conditions and values of a rule; overgangsrecht and a judgement behind `wegens` count as conditions."""
    yield from conditions_of(rule)
    yield from pinning_conditions(rule)
    yield from values_of(rule)
    if rule.because:
        yield e.Input(rule.because)


def of_floor(floor: Floor) -> Iterator[e.Expression]:
    """The conditions and bounds of a floor."""
    yield from (each for each in (floor.condition, floor.exception, floor.demand) if each is not None)
    yield from (each.bound for each in floor.repairs)


def _walk(nodes: Iterable[e.Expression], corpus: Corpus) -> Iterator[e.Expression]:
    waiting, seen = list(nodes), set[str]()
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, e.ConceptValue):
            if node.name not in seen:
                seen.add(node.name)
                waiting.append(corpus.concepts[node.name].value)
        else:
            waiting.extend(parts(node))


def _fixed(declared: Type, constants: list[e.Constant], day: date) -> list[Value]:
    if declared.kind is Kind.BOOL:
        return [True, False]
    if declared.kind is Kind.ENUM:
        return list(declared.options)
    last = _steps(declared)
    endless: list[Value] = [INDEFINITE] if declared.indefinite else []
    if last <= FEW:
        return [*(_at(declared, step) for step in range(last + 1)), *endless]
    steps = {0, 1, last // 2, last - 1, last}
    for constant in constants:
        for near in _near(constant.value, declared, day):
            steps.update(step for step in (near - 1, near, near + 1) if 0 <= step <= last)
    return [*(_at(declared, step) for step in sorted(steps)), *endless]


def _near(constant: Value, declared: Type, day: date) -> Iterator[int]:
    """The steps at which a constant, or the peildatum, lies in a type; dates also some months off."""
    if declared.kind is Kind.DATE:
        low = declared.low
        assert isinstance(low, date)
        if isinstance(constant, date):
            for months in SHIFTS:
                yield (add_months(constant, -months) - low).days
                yield (add_months(day, -months) - low).days
    elif isinstance(constant, int | Fraction) and not isinstance(constant, bool):
        assert not isinstance(declared.low, date | None)
        yield int((constant - declared.low) / (declared.step or 1))


def _steps(declared: Type) -> int:
    low, high = declared.low, declared.high
    if isinstance(low, date) and isinstance(high, date):
        return (high - low).days
    assert not isinstance(low, date | None)
    assert not isinstance(high, date | None)
    return int((high - low) / (declared.step or 1))


def _at(declared: Type, step: int) -> Number | date:
    low = declared.low
    if isinstance(low, date):
        return low + timedelta(days=step)
    assert low is not None
    return normalised(low + step * (declared.step or 1))
