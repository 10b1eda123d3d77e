"""Rules of one article that each cover a stretch of the same fact: where stretches overlap, or leave a value out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from verordening.analyse.days import last_day
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.writing import expressions_in
from verordening.evaluate.told_apart import conjuncts
from verordening.language import syntax as s
from verordening.language.source import Span
from verordening.model import expressions as e
from verordening.model.likeness import likeness
from verordening.model.rules import Form, Rule
from verordening.model.types import DEFAULT_BOUNDS, Kind, Number, Type

MOST_BESIDE = 50
"""With so many of the stretches that begin after it each is compared."""

_COMPARED = ("<", "<=", ">", ">=")
_Comparison = tuple[str, str, Number]


class Bound(NamedTuple):
    """One end of a stretch: the rule that has it, its value, whether the value is in it, and where that is written."""

    rule: Rule
    value: Number
    closed: bool
    span: Span


class _Stretch(NamedTuple):
    rule: Rule
    fact: str
    low: Bound | None
    high: Bound | None
    rest: tuple[e.Expression, ...]


def neighbours(look: Look, *, overlapping: bool) -> Iterator[tuple[Bound, Bound, str]]:
    """Upper and lower bounds of two stretches that overlap, or that leave one value out, with the label of the fact.

    The two rules stand in one article, hold under the same further conditions, and give the same decision a value;
    neither deviates from the other.
    """
    for group in look.once(_groups):
        declared = look.corpus.inputs[group[0].fact]
        for below, above in _in_order(group):
            if below.high is None or above.low is None:
                continue
            step = _step(declared.type)
            after = below.high.value + (step if below.high.closed else 0)
            first = above.low.value + (0 if above.low.closed else step)
            shared = first < after and (below.low is None or below.low.value < above.low.value)
            met = shared if overlapping else first - after == step
            if met and _meet(below.rule, above.rule, look):
                yield below.high, above.low, declared.label


def _groups(look: Look) -> list[list[_Stretch]]:
    """Stretches of one fact in one article, under the same further conditions; one alone has no neighbour."""
    by_place: dict[tuple[str, ...], list[_Stretch]] = {}
    for each in _stretches(look):
        by_place.setdefault((each.fact, *_article(each.rule)), []).append(each)
    groups: dict[tuple[object, ...], list[_Stretch]] = {}
    for place, several in by_place.items():
        for each in several if len(several) > 1 else ():
            groups.setdefault((*place, frozenset(map(likeness, each.rest))), []).append(each)
    return [each for each in groups.values() if len(each) > 1]


def _in_order(group: list[_Stretch]) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Each stretch with those that begin after it; of very many only the nearest."""
    none_first = sorted(group, key=lambda each: (0, 0) if each.low is None else (1, each.low.value))
    for at, below in enumerate(none_first):
        for above in none_first[at + 1 : at + 1 + MOST_BESIDE]:
            yield below, above


def _meet(below: Rule, above: Rule, look: Look) -> bool:
    if below.index in above.targets or above.index in below.targets:
        return False
    return bool(_decided(below) & _decided(above)) and last_day(look.corpus, (below, above)) is not None


def _decided(rule: Rule) -> set[str]:
    return {each.decision for each in rule.effects if each.form is Form.SET}


def _article(rule: Rule) -> tuple[str, ...]:
    return (rule.regulation, *rule.path.split(" ")[:2])


def _stretches(look: Look) -> Iterator[_Stretch]:
    for rule in look.rules:
        compared = [(each, _compared(each, look)) for each in conjuncts(rule)]
        by_fact: dict[str, list[_Comparison]] = {}
        for _, bound in compared:
            if bound is not None:
                by_fact.setdefault(bound[0], []).append(bound)
        for fact, bounds in by_fact.items():
            lows = [one for one in bounds if one[1] in (">", ">=")]
            highs = [one for one in bounds if one[1] in ("<", "<=")]
            if len(lows) > 1 or len(highs) > 1:
                continue
            rest = tuple(each for each, bound in compared if bound is None or bound[0] != fact)
            yield _Stretch(rule, fact, _bound(rule, lows, look), _bound(rule, highs, look), rest)


def _compared(node: e.Expression, look: Look) -> _Comparison | None:
    """The fact, operator and value of a comparison of a fact with a plain number."""
    match node:
        case e.Compare(left=e.Input() as fact, right=e.Constant(value=value)) if node.operator in _COMPARED:
            numeric = look.corpus.inputs[fact.name].type.is_numeric
            if numeric and isinstance(value, int | Fraction) and not isinstance(value, bool):
                return fact.name, node.operator, value
    return None


def _bound(rule: Rule, found: list[_Comparison], look: Look) -> Bound | None:
    if not found:
        return None
    fact, operator, value = found[0]
    return Bound(rule, value, operator in ("<=", ">="), _written(rule, fact, operator, look))


def _written(rule: Rule, fact: str, operator: str, look: Look) -> Span:
    """Where the comparison stands; the whole condition where it is written in another way."""
    for each in expressions_in(look.item(rule.place)):
        match each:
            case s.Operation(operator=sign, operands=(s.Name(name=name), _)) if (name, sign) == (
                fact,
                operator,
            ):
                return each.span
    return look.span(rule.place, "als")


def _step(declared: Type) -> Number:
    default = DEFAULT_BOUNDS[declared.kind][2] if declared.kind is not Kind.ENUM else 1
    return declared.step or default
