"""The evaluation tree of decisions in symbols: what each part comes to, which rules apply and which floors play."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from verordening.evaluate.rules import effect_on
from verordening.evaluate.tracing import Layout
from verordening.model import expressions as e
from verordening.model.rules import Form
from verordening.model.standards import Floor
from verordening.model.validity import Force
from verordening.population.lowering.doubting import measured
from verordening.population.lowering.program import Made
from verordening.population.lowering.world import doubt_of
from verordening.symbolic.logic import NEITHER, Truth, all_of, any_of, either, negated
from verordening.symbolic.looking import UNTYPED, Looking
from verordening.symbolic.standings import Standings
from verordening.symbolic.symbols import Symbol
from verordening.symbolic.terms import Bool


def _opposite(parts: Sequence[Truth]) -> Truth:
    return negated(parts[0])


_JOINS: Mapping[str, Callable[[Sequence[Truth]], Truth]] = {"en": all_of, "of": any_of, "niet": _opposite}


class Given(NamedTuple):
    """What a rule gives a decision, whether that stands, and whether the rule surely does not apply."""

    decision: str
    rule: int
    value: Symbol
    stands: Truth
    never: Bool


class TreeParts(NamedTuple):
    """The tree in symbols, in the order of its layout; a part that is a fact as the case gives it, by its name.

    `doubt` is where the interpreter may know more.
    """

    results: tuple[Symbol | str, ...]
    applying: Mapping[int, Truth]
    in_play: Mapping[int, Truth]
    given: tuple[Given, ...]
    doubt: Bool


def parts_of(layout: Layout, made: Made) -> TreeParts:
    """The parts of a tree. Raises NotEncodableError where a program cannot say one."""
    world = made.world
    rules = Standings(world.facts.corpus, world.day, world)
    seen = Looking({}, made.decided)
    results: list[Symbol | str] = []
    for node in layout.nodes:
        if isinstance(node, e.Input) and node.name not in world.facts.settled:
            results.append(node.name)
        else:
            results.append(rules.expressions.value(node, seen))
    for join, parts in layout.joins:
        results.append(_JOINS[join]([_truth(results[each], rules) for each in parts]))
    applying = {index: rules.applies(index) for index in sorted(layout.rules)}
    playing = {floor.order: _in_play(floor, rules, seen) for floor in layout.floors}
    given = tuple(
        Given(
            branch.decision.name,
            rule.index,
            value,
            rules.stands(rule.index, branch.decision.name),
            rules.applies(rule.index).no,
        )
        for branch in layout.branches
        for rule in branch.rules
        if effect_on(rule, branch.decision.name, Form.SET) is not None
        and rules.applies(rule.index).no is not True
        and (value := rules.set_value(rule.index, branch.decision.name)) is not None
    )
    return TreeParts(
        tuple(results), applying, playing, given, either(doubt_of(rules.asking), measured(rules))
    )


def _truth(part: Symbol | str, rules: Standings) -> Truth:
    found = rules.expressions.facts.of(part) if isinstance(part, str) else part
    if found is UNTYPED:
        return NEITHER
    assert isinstance(found, Truth)
    return found


def _in_play(floor: Floor, rules: Standings, seen: Looking) -> Truth:
    parts = []
    if floor.condition is not None:
        parts.append(_condition(floor.condition, rules, seen))
    if floor.exception is not None:
        parts.append(negated(_condition(floor.exception, rules, seen)))
    if floor.validity.on(rules.day) is Force.UNKNOWN:
        parts.append(NEITHER)
    return all_of(parts)


def _condition(node: e.Expression, rules: Standings, seen: Looking) -> Truth:
    return rules.expressions.truth(node, seen)
