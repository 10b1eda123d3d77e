"""Values to try for a missing input.

All of a small type, else the ends and both sides of each threshold it is compared with.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from verordening.evaluate.coherence import lists_in
from verordening.evaluate.context import Context
from verordening.evaluate.list_completions import completed_lists
from verordening.evaluate.numbers import comparisons_inside, numbers_in, winds
from verordening.evaluate.thresholds import Sign, sign_of, steps_of, turns, value_at
from verordening.model import expressions as e
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.dependence import (
    conditions_in,
    conditions_of,
    inputs_of,
    looks_into_list,
    pinning_conditions,
    values_of,
    walk,
)
from verordening.model.types import INDEFINITE, Kind, Type, Value
from verordening.packed import NamedTuple
from verordening.records import dataclass
from verordening.remembering import lru_cache

MOST_THRESHOLDS = 40
FEW_VALUES = 12
"""A number with at most this many values is split into all of them, so that what is computed from it is too."""


class Tried(NamedTuple):
    """Values that together show everything an input can do, given what else is known.

    To a samenhang that is `unseen` they do no justice: it may turn somewhere in between.
    """

    values: list[Value]
    unseen: frozenset[Coherence] = frozenset()


def representatives(
    name: str,
    compared: Compared,
    context: Context,
    about: tuple[Coherence, ...] = (),
    *,
    loosely: bool = False,
) -> Tried | None:
    """The values to try for an input that these samenhang are about; None where that cannot be said yet.

    Of a small type all of them, where a samenhang ties the input to a list that is given in part.
    `loosely` passes over comparisons with something that is not known yet, as of two dates with each other.
    """
    declared = context.corpus.inputs[name].type
    if declared.kind is Kind.BOOL:
        return Tried([True, False])
    if declared.kind is Kind.ENUM:
        return Tried(list(declared.options))
    if declared.kind is Kind.LIST:
        lists = completed_lists(name, compared.nodes, context)
        return None if lists is None else Tried(lists, frozenset(about))
    if name in compared.flowing:
        every = _every_value(declared)
        return None if every is None else Tried(every, frozenset())
    nodes = compared.by_input.get(name, ())
    if name in compared.reaching and not loosely and any(node in context.supposed for node in nodes):
        return None
    steps = _thresholds(nodes, name, declared, context, loosely=loosely)
    if steps is None:
        return None
    unseen = set()
    for each in about:
        own = _thresholds(_comparisons(each, name, context.corpus), name, declared, context)
        if own is None:
            unseen.add(each)
        else:
            steps |= own
    last = steps_of(declared)
    if last < MOST_THRESHOLDS and any(lists_in(each, context) for each in unseen):
        steps, unseen = set(range(last + 1)), set()
    values = [value_at(declared, step) for step in sorted(steps | {0, last})]
    return Tried([*values, *((INDEFINITE,) if declared.indefinite else ())], frozenset(unseen))


def _thresholds(
    nodes: Iterable[e.Compare], name: str, declared: Type, context: Context, *, loosely: bool = False
) -> set[int] | None:
    """The steps on both sides of each point where one of these turns; None where that is not known, or too much.

    Those inside others come first: where they turn, the others may turn back. Of a small type all steps. One of which
    it is assumed how it comes out does not turn.
    """
    last = steps_of(declared)
    steps = {0, last}
    for node in nodes:
        if node in context.supposed:
            continue
        if looks_into_list(context.corpus, node):
            return None
        if winds(node, name, context.corpus):
            steps.update(range(min(last, MOST_THRESHOLDS + 1)))
        found = _flips(node, name, declared, sorted(steps), context)
        if found is None and not loosely:
            return None
        steps.update(found or ())
        if len(steps) > MOST_THRESHOLDS:
            return None
    return steps


def _comparisons(coherence: Coherence, name: str, corpus: Corpus) -> Iterator[e.Compare]:
    """The comparisons in a samenhang that an input is in."""
    nodes = (each for node in conditions_in(coherence) for each in walk(node, corpus.concepts))
    found = [each for each in nodes if isinstance(each, e.Compare) and name in inputs_of(corpus, each)]
    yield from sorted(found, key=lambda each: comparisons_inside(each, corpus))


def _every_value(declared: Type) -> list[Value] | None:
    """All values of a type that has only a few: what is computed from it then has only a few too."""
    steps = steps_of(declared)
    if steps >= FEW_VALUES or declared.indefinite:
        return None
    return [value_at(declared, step) for step in range(steps + 1)]


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """What some rules and floors look at: which comparisons each input is in, those inside others first, and which
    inputs flow into an outcome. `nodes` are the conditions and values themselves, in the order in which to look.
    Those `reaching` do too, by way of comparisons that are among these: it takes all of them to know what they can do.
    """

    nodes: tuple[e.Expression, ...]
    by_input: dict[str, list[e.Compare]]
    flowing: frozenset[str]
    reaching: frozenset[str] = frozenset()


def compared_in(
    corpus: Corpus, conditions: Iterable[e.Expression], outcomes: Iterable[e.Expression]
) -> Compared:
    """What these conditions and these values look at."""
    conditions, outcomes = tuple(conditions), tuple(outcomes)
    by_input: dict[str, dict[e.Compare, None]] = {}
    for node in (*conditions, *outcomes):
        for each in walk(node, corpus.concepts):
            if isinstance(each, e.Compare):
                for name in inputs_of(corpus, each):
                    by_input.setdefault(name, {})[each] = None
    ordered = {
        name: sorted(nodes, key=lambda each: comparisons_inside(each, corpus))
        for name, nodes in by_input.items()
    }
    flowing = frozenset(name for node in outcomes for name in numbers_in(node, corpus))
    return Compared((*conditions, *outcomes), ordered, flowing)


@lru_cache(maxsize=32)
def relevant(corpus: Corpus, asked: tuple[str, ...]) -> Compared:
    """What has a part in these decisions."""
    return compared_in(corpus, relevant_conditions(corpus, asked), relevant_outcomes(corpus, asked))


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


def relevant_conditions(corpus: Corpus, asked: tuple[str, ...]) -> list[e.Expression]:
    """The conditions that can have a part in these decisions."""
    rules = [corpus.rules[index] for index in relevant_rules(corpus, asked)]
    nodes = [node for rule in rules for node in (*conditions_of(rule), *pinning_conditions(rule))]
    for floor in corpus.floors:
        if set(floor.guards) & set(asked):
            nodes += [each for each in (floor.condition, floor.exception, floor.demand) if each is not None]
    return nodes


def relevant_outcomes(corpus: Corpus, asked: tuple[str, ...]) -> list[e.Expression]:
    """The values, and the bounds of them, that can have a part in these decisions."""
    nodes = [node for index in relevant_rules(corpus, asked) for node in values_of(corpus.rules[index])]
    for floor in corpus.floors:
        if set(floor.guards) & set(asked):
            nodes += [each.bound for each in floor.repairs]
    return nodes


# ------------------------------------------------ thresholds


def _flips(
    node: e.Compare, name: str, declared: Type, steps: list[int], context: Context
) -> Collection[int] | None:
    """The steps on both sides of each point where the comparison turns; None when the rest of it is not known."""
    corpus = context.corpus
    if not comparisons_inside(node, corpus):
        if _stands_alone(corpus, node, name):
            return _flips_alone(corpus, node, name, context.day)
        steps = [0, steps_of(declared)]
    return turns(_sign(node, name, declared, context), steps)


def _sign(node: e.Compare, name: str, declared: Type, context: Context) -> Sign:
    def sign(step: int) -> int | None:
        trial = Context(context.corpus, {**context.inputs, name: value_at(declared, step)}, context.day)
        trial.decided = context.decided
        return sign_of(node, trial)

    return sign


@lru_cache(maxsize=8192)
def _stands_alone(corpus: Corpus, node: e.Compare, name: str) -> bool:
    """Whether a comparison turns on one input and on nothing else of a case but its day."""
    return inputs_of(corpus, node) == (name,) and not any(
        isinstance(each, e.DecisionValue | e.RuleValue) for each in walk(node, corpus.concepts)
    )


@lru_cache(maxsize=8192)
def _flips_alone(corpus: Corpus, node: e.Compare, name: str, day: date) -> frozenset[int] | None:
    """The same for a comparison that `_stands_alone`: where that turns, is no matter of the case."""
    declared = corpus.inputs[name].type
    found = turns(_sign(node, name, declared, Context(corpus, {}, day)), [0, steps_of(declared)])
    return None if found is None else frozenset(found)
