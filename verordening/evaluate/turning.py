"""Where an answer may turn as one number or day in a case grows: at the comparisons that look at it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from verordening.evaluate.altering import altered, single_of, type_at, value_at
from verordening.evaluate.coherence import coherences_about, implied
from verordening.evaluate.context import Context
from verordening.evaluate.lists import looking_at
from verordening.evaluate.numbers import comparisons_inside, numbers_in
from verordening.evaluate.representatives import relevant_conditions, relevant_outcomes
from verordening.evaluate.thresholds import Sign, sign_of, steps_of, turns
from verordening.evaluate.thresholds import value_at as value_of_step
from verordening.evaluate.what_if import Spot
from verordening.model import expressions as e
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_in, inputs_of, walk
from verordening.model.types import INDEFINITE, Items, Type, Value
from verordening.records import dataclass
from verordening.remembering import lru_cache

MOST_TURNS = 24
"""Of a number at which comparisons turn more often, the nearest turns are looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class LookedAt:
    """What some decisions look at, through every samenhang too: the facts, the comparisons that each is in, and those
    whose number itself reaches an outcome.
    """

    names: frozenset[str]
    comparisons: dict[str, tuple[e.Compare, ...]]
    moving: frozenset[str]


@lru_cache(maxsize=32)
def looked_at_by(corpus: Corpus, decisions: tuple[str, ...]) -> LookedAt:
    """What these decisions look at, and the decisions whose floors do."""
    guarded = (
        guard for floor in corpus.floors for guard in floor.guards if set(floor.guards) & set(decisions)
    )
    every = tuple(dict.fromkeys((*decisions, *guarded)))
    nodes = dict.fromkeys((*relevant_conditions(corpus, every), *relevant_outcomes(corpus, every)))
    names: dict[str, None] = {}
    waiting = list(nodes)
    while waiting:
        found = [name for node in waiting for name in inputs_of(corpus, node) if name not in names]
        names.update(dict.fromkeys(found))
        about = (each for name in dict.fromkeys(found) for each in coherences_about(corpus, name))
        waiting = [node for each in about for node in conditions_in(each) if node not in nodes]
        nodes.update(dict.fromkeys(waiting))
    comparisons: dict[str, dict[e.Compare, None]] = {}
    for node in nodes:
        for each in walk(node, corpus.concepts):
            if isinstance(each, e.Compare):
                for name in inputs_of(corpus, each):
                    comparisons.setdefault(name, {})[each] = None
    moving = (name for node in relevant_outcomes(corpus, decisions) for name in numbers_in(node, corpus))
    ordered = {
        name: tuple(sorted(each, key=lambda one: comparisons_inside(one, corpus)))
        for name, each in comparisons.items()
    }
    return LookedAt(frozenset(names), ordered, frozenset(moving))


def turning_steps(case: Case, spot: Spot, looked_at: LookedAt, corpus: Corpus) -> list[int]:
    """The steps of a number or day on both sides of each turn of a comparison with it, and the two ends; in order."""
    type_ = type_at(spot, corpus)
    last = steps_of(type_)
    found = {0, last}
    here = step_of(value_at(case, spot), type_)
    for node in looked_at.comparisons.get(spot.name, ()):
        points = sorted({0, min(here, last), last})
        found |= turns(_sign(node, case, spot, type_, corpus), points) or set()
    nearest = sorted(found - {0, last}, key=lambda step: abs(step - here))[: 2 * MOST_TURNS]
    return sorted({0, last, *nearest})


def step_of(value: Value | None, type_: Type) -> int:
    """The number of steps from the lowest value of a type to a value; `onbepaald` comes after the last."""
    if value is INDEFINITE:
        return steps_of(type_) + 1
    low = type_.low
    if isinstance(value, date) and isinstance(low, date):
        return (value - low).days
    assert isinstance(value, int | Fraction)
    assert isinstance(low, int | Fraction)
    return int(Fraction(value - low) / (type_.step or 1))


def value_in_step(type_: Type, step: int) -> Value:
    """The value so many steps from the lowest; after the last comes `onbepaald`."""
    return INDEFINITE if step > steps_of(type_) else value_of_step(type_, step)


def relative_size(before: Value | None, after: Value) -> Fraction:
    """How large a step is beside the value itself; from one choice to another it is 1, of days a part of a year."""
    if isinstance(before, date) and isinstance(after, date):
        days: int = (after - before).days
        return Fraction(abs(days), 365)
    if isinstance(before, bool) or not isinstance(before, int | Fraction):
        return Fraction(1)
    if isinstance(after, bool) or not isinstance(after, int | Fraction):
        return Fraction(1)
    whole = Fraction(before) or Fraction(after) or Fraction(1)
    return abs((Fraction(after) - before) / whole)


def _sign(node: e.Compare, case: Case, spot: Spot, type_: Type, corpus: Corpus) -> Sign:
    """How a comparison lies at each step; inside a list, for the element itself."""
    inside = bool(spot.field) and any(
        isinstance(each, e.FieldValue) and each.list == spot.name for each in walk(node, {})
    )

    def sign(step: int) -> int | None:
        trial = single_of(altered(case, spot, value_in_step(type_, step)), spot)
        given = trial.inputs()
        found = sign_in(Context(corpus, given, trial.peildatum))
        if found is None:
            found = sign_in(Context(corpus, implied(corpus, given, trial.peildatum).inputs, trial.peildatum))
        return found

    def sign_in(context: Context) -> int | None:
        if not inside:
            return sign_of(node, context)
        items = context.inputs[spot.name]
        assert isinstance(items, Items)
        element = items.elements[spot.position]
        return looking_at(spot.name, element, lambda each, within: sign_of(node, within), node, context)

    return sign
