"""Random rows of facts that go together, near the thresholds of the rules that look at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache
from random import Random

from verordening.evaluate.coherence import against, with_implied
from verordening.evaluate.context import Context
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_in, conditions_of, values_of, walk
from verordening.model.types import INDEFINITE, Below, Items, Kind, Type, Value
from verordening.population.facts import bounds_of, from_number, scale_of
from verordening.population.lowering.program import ASIDE
from verordening.population.outcomes import CONTRADICTED
from verordening.population.program import Op, Program

NEAR = (0, 1, -1, 28, 30, -28, -31, -60, -90, -365, -366, -730, -5 * 365, -20 * 365, -27 * 365 - 7)
"""Days from the peildatum."""
UNKNOWN = (0.0, 0.02, 0.1, 0.3, 0.6)


def left_aside(found: dict[str, int]) -> bool:
    """Whether the interpreter must do any of a row; the columns that say so are taken out."""
    said = [found.pop(name) for name in list(found) if name.rpartition(".")[2] == ASIDE]
    return any(said)


def looked_at(program: Program, *, but: tuple[str, ...] = (CONTRADICTED,)) -> list[str]:
    """The facts that the outputs look at, other than these."""
    needed: set[int] = set()
    waiting = [at for name, at in program.outputs if name not in but]
    while waiting:
        at = waiting.pop()
        if at not in needed:
            needed.add(at)
            waiting += program.nodes[at].args
    read = (program.nodes[at] for at in needed)
    return sorted({str(each.payload).rstrip("?").split(".")[0] for each in read if each.op is Op.INPUT})


def rows(
    corpus: Corpus, day: date, names: list[str], random: Random, count: int
) -> Iterator[dict[str, Value]]:
    """Facts that go together; a part of them is not known."""
    for _ in range(count):
        share, facts = random.choice(UNKNOWN), dict[str, Value]()
        for name in random.sample(names, len(names)):
            if random.random() < share:
                continue
            trial = {**facts, name: _value(corpus.inputs[name].type, corpus, day, random)}
            if not any(True for _ in against(with_implied(Context(corpus, trial, day)))):
                facts = trial
        yield facts


def _value(type_: Type, corpus: Corpus, day: date, random: Random) -> Value:
    match type_.kind:
        case Kind.BOOL:
            return random.random() < 0.5
        case Kind.ENUM:
            return random.choice(type_.options)
        case Kind.LIST:
            assert isinstance(type_.high, int)
            elements = tuple(
                {
                    each.name: _value(each.type, corpus, day, random)
                    for each in type_.fields
                    if random.random() < 0.9
                }
                for _ in range(random.randint(0, min(type_.high, 4)))
            )
            return Items(elements, random.random() < 0.8)
    if type_.indefinite and random.random() < 0.05:
        return INDEFINITE
    low, high = bounds_of(type_)
    if isinstance(low, date) and isinstance(high, date):
        near = random.choice((*NEAR, random.randint(-900, 200)))
        wanted = day.toordinal() + near if random.random() < 0.8 else random.randint(0, 10**6)
        return date.fromordinal(min(max(wanted, low.toordinal()), high.toordinal()))
    assert isinstance(low, int | Fraction)
    assert isinstance(high, int | Fraction)
    scale = scale_of(type_)
    step, first = int(Fraction(type_.step or 1) * scale), int(low * scale)
    most = (int(high * scale) - first) // step
    at = random.choice((random.randint(0, min(most, 20)), random.randint(0, most), 0, most))
    found = thresholds(corpus).get(type_.kind)
    if found and random.random() < 0.5:
        at = (int(random.choice(found) * scale) - first) // step + random.choice((-1, 0, 1))
    return from_number(first + min(max(at, 0), most) * step, type_)


@lru_cache(maxsize=8)
def thresholds(corpus: Corpus) -> dict[Kind, list[Fraction]]:
    """The fixed numbers in the rules, by kind."""
    nodes = [node for rule in corpus.rules for node in (*conditions_of(rule), *values_of(rule))]
    nodes += [each.value for each in corpus.concepts.values()]
    nodes += [floor.demand for floor in corpus.floors]
    nodes += [node for each in corpus.coherences for node in conditions_in(each)]
    found: dict[Kind, set[Fraction]] = defaultdict(set)
    for node in nodes:
        for each in walk(node, {}):
            value = each.value if isinstance(each, e.Constant) else None
            value = value.limit if isinstance(value, Below) else value
            if (
                isinstance(each, e.Constant)
                and isinstance(value, int | Fraction)
                and not isinstance(value, bool)
            ):
                found[each.kind].add(Fraction(value))
    return {kind: sorted(values) for kind, values in found.items()}
