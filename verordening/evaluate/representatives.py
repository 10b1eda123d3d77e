"""Values to try for a missing input.

All of a small type, else the ends and both sides of each threshold it is compared with.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, inputs_of, parts, pinning_conditions, values_of, walk
from verordening.model.types import INDEFINITE, Kind, Number, Type, Value, normalised

MOST_THRESHOLDS = 40


def representatives(name: str, asked: tuple[str, ...], context: Context) -> list[Value] | None:
    """Values that together show everything this input can do, given what else is known.

    None where that cannot be said yet.
    """
    declared = context.corpus.inputs[name].type
    if declared.kind is Kind.BOOL:
        return [True, False]
    if declared.kind is Kind.ENUM:
        return list(declared.options)
    compared = _relevant(context.corpus, asked)
    if name in compared.flowing:
        return None
    steps: set[int] = {0, _steps(declared)}
    for node in compared.by_input.get(name, ()):
        found = _flips(node, name, declared, context)
        if found is None:
            return None
        steps |= found
        if len(steps) > MOST_THRESHOLDS:
            return None
    values = [_at(declared, step) for step in sorted(steps)]
    return [*values, *((INDEFINITE,) if declared.indefinite else ())]


class _Compared:
    """For the rules that a question is about.

    Which comparisons each input is in, and which inputs flow into an outcome.
    """

    __slots__ = ("by_input", "flowing")

    def __init__(self) -> None:
        self.by_input: dict[str, list[e.Compare]] = {}
        self.flowing: set[str] = set()


@lru_cache(maxsize=32)
def _relevant(corpus: Corpus, asked: tuple[str, ...]) -> _Compared:
    found = _Compared()
    for node in _conditions(corpus, asked):
        for each in walk(node, corpus.concepts):
            if isinstance(each, e.Compare):
                for name in inputs_of(corpus, each):
                    nodes = found.by_input.setdefault(name, [])
                    if each not in nodes:
                        nodes.append(each)
    for node in _outcomes(corpus, asked):
        found.flowing.update(_numeric_flow(node, corpus))
        for each in walk(node, corpus.concepts):
            if isinstance(each, e.Compare):
                for name in inputs_of(corpus, each):
                    found.by_input.setdefault(name, []).append(each)
    return found


def relevant_rules(corpus: Corpus, asked: tuple[str, ...]) -> set[int]:
    """The rules that can have a part in these decisions: those on them, and all that these deviate from or fill in."""
    waiting = [index for name in asked for index in corpus.by_decision.get(name, ())]
    waiting += corpus.general
    found: set[int] = set()
    while waiting:
        index = waiting.pop()
        if index in found:
            continue
        found.add(index)
        rule = corpus.rules[index]
        if not rule.general:
            waiting.extend(rule.targets)
        waiting.extend(filled for filled, _ in rule.fills)
    return found


def _conditions(corpus: Corpus, asked: tuple[str, ...]) -> list[e.Expression]:
    rules = [corpus.rules[index] for index in relevant_rules(corpus, asked)]
    nodes = [node for rule in rules for node in (*conditions_of(rule), *pinning_conditions(rule))]
    for floor in corpus.floors:
        if set(floor.guards) & set(asked):
            nodes += [each for each in (floor.condition, floor.exception, floor.demand) if each is not None]
    return nodes


def _outcomes(corpus: Corpus, asked: tuple[str, ...]) -> list[e.Expression]:
    nodes = [node for index in relevant_rules(corpus, asked) for node in values_of(corpus.rules[index])]
    for floor in corpus.floors:
        if set(floor.guards) & set(asked):
            nodes += [each.bound for each in floor.repairs]
    return nodes


def _numeric_flow(node: e.Expression, corpus: Corpus) -> set[str]:
    """The inputs whose number itself, not just a comparison with it, reaches the value of an expression."""
    found: set[str] = set()
    waiting, seen = [node], set()
    while waiting:
        each = waiting.pop()
        if isinstance(each, e.Input):
            found.add(each.name)
        elif isinstance(each, e.ConceptValue):
            if each.name not in seen:
                seen.add(each.name)
                waiting.append(corpus.concepts[each.name].value)
        elif not isinstance(each, e.Compare | e.OneOf):
            waiting.extend(parts(each))
    return found


# ------------------------------------------------ thresholds


def _flips(node: e.Compare, name: str, declared: Type, context: Context) -> set[int] | None:
    """The steps on both sides of each point where the comparison turns; None when the rest of it is not known."""
    last = _steps(declared)
    first_sign, last_sign = (
        _sign(node, name, declared, 0, context),
        _sign(node, name, declared, last, context),
    )
    if first_sign is None or last_sign is None:
        return None
    found: set[int] = set()
    start, sign = 0, first_sign
    while sign != last_sign:
        turn = _turn(node, name, declared, start, last, sign, context)
        if turn is None:
            return None
        found |= {turn - 1, turn}
        start = turn
        sign = _sign(node, name, declared, turn, context) or 0
    return found


def _turn(
    node: e.Compare, name: str, declared: Type, low: int, high: int, sign: int, context: Context
) -> int | None:
    """The first step after `low` with another sign than `sign`, by bisection: comparisons turn at most twice."""
    while high - low > 1:
        middle = (low + high) // 2
        found = _sign(node, name, declared, middle, context)
        if found is None:
            return None
        if found == sign:
            low = middle
        else:
            high = middle
    return high


def _sign(node: e.Compare, name: str, declared: Type, step: int, context: Context) -> int | None:
    trial = Context(context.corpus, {**context.inputs, name: _at(declared, step)}, context.day)
    trial.decided = context.decided
    left, right = value(node.left, trial), value(node.right, trial)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return None
    if isinstance(left, bool) or isinstance(right, bool):
        return int(left == right)
    return compare(left, right)


def _steps(declared: Type) -> int:
    low, high = declared.low, declared.high
    if isinstance(low, date) and isinstance(high, date):
        return (high - low).days
    assert low is not None
    assert high is not None
    assert not isinstance(low, date)
    assert not isinstance(high, date)
    return int((high - low) / (declared.step or 1))


def _at(declared: Type, step: int) -> Number | date:
    low = declared.low
    if isinstance(low, date):
        return low + timedelta(days=step)
    assert low is not None
    return normalised(low + step * (declared.step or 1))
