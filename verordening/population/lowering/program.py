"""The program of a corpus, a day and the decisions that are asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from verordening.evaluate.guarding import floors_of
from verordening.evaluate.outcome import Status
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.types import Type
from verordening.population.building import Builder
from verordening.population.facts import endless, scale_of
from verordening.population.lowering.deciding import Lowered, lowered
from verordening.population.lowering.settling import Settling
from verordening.population.lowering.terms import node_of
from verordening.population.lowering.world import ColumnWorld
from verordening.population.outcomes import CONTRADICTED, STATUSES, Part, column
from verordening.population.program import Program
from verordening.records import dataclass
from verordening.symbolic.logic import Truth, both, chosen, either, opposite, some
from verordening.symbolic.outcomes import single_value
from verordening.symbolic.possible import Possible, possibilities
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.standings import Standings
from verordening.symbolic.symbols import Choice, Number, Symbol
from verordening.symbolic.terms import Bool, Term, floor

ASIDE = "nareken"
"""The column that says that the interpreter must do a row."""
PARTS = (Part.VALUE, Part.KNOWN, Part.STATUS, Part.RULE, Part.OVERRIDDEN)
"""What the program gives of each decision."""
_SETTLED = (STATUSES.index(Status.BEPAALD), STATUSES.index(Status.STRIJDIG))


@dataclass(frozen=True, slots=True)
class LoweredProgram:
    """The program, and the decisions that it cannot give, each with why (in Dutch): those are for the interpreter."""

    program: Program
    left_out: tuple[tuple[str, str], ...]


def lower(
    corpus: Corpus,
    day: date,
    decisions: Sequence[str],
    given: Collection[str] | None = None,
    parts: Collection[Part] = PARTS,
) -> LoweredProgram:
    """The program for these decisions on a day, for batches that have columns for the facts `given` (None: all)."""
    builder = Builder()
    world = ColumnWorld(corpus, builder, given)
    settling = Settling(corpus, day, world)
    common = either(settling.unsettled, False)
    asked = tuple(dict.fromkeys(decisions))
    left_out: dict[str, str] = {}
    possible: dict[str, tuple[list[Possible], Standings]] = {}
    doubts: dict[str, Bool] = {}
    for name in (*asked, *_guarded_along(corpus, asked, day)):
        rules = Standings(corpus, day, world)
        world.doubt = False
        try:
            possible[name] = possibilities(name, rules), rules
        except NotEncodableError as error:
            left_out[name] = str(error)
            continue
        doubts[name] = either(world.doubt, _measured(rules))
    decided = {name: single_value(found) for name, (found, _) in possible.items()}
    outputs: dict[str, Bool | Term] = {CONTRADICTED: settling.contradicted}
    aside = common
    for name in asked:
        if name in left_out or any(each in left_out for each in _guarded_along(corpus, (name,), day)):
            left_out.setdefault(name, "een besluit dat erbij hoort")
            continue
        found, rules = possible[name]
        world.doubt = doubts[name]
        try:
            result = lowered(name, found, rules, decided)
            columns = _parts(result, corpus.decisions[name].type)
        except NotEncodableError as error:
            left_out[name] = str(error)
            continue
        outputs.update((column(name, part), each) for part, each in columns.items() if part in parts)
        settled = some([result.status == each for each in _SETTLED])
        unsettled = either(
            both(world.doubt, opposite(settled)),
            both(world.doubt, _several(found)),
            both(result.status == STATUSES.index(Status.OPEN), _outside_bounds(rules)),
        )
        aside = either(
            aside, result.aside, unsettled, _between_steps(result.value, corpus.decisions[name].type)
        )
    outputs[ASIDE] = both(aside, opposite(settling.contradicted))
    nodes = {name: node_of(builder, each) for name, each in outputs.items()}
    return LoweredProgram(builder.program(nodes), tuple(left_out.items()))


def _guarded_along(corpus: Corpus, names: Sequence[str], day: date) -> tuple[str, ...]:
    """The other decisions that the floors on these guard."""
    floors = (floor for name in names for floor in floors_of(corpus, name, day))
    return tuple(sorted({guard for floor in floors for guard in floor.guards} - set(names)))


def _parts(result: Lowered, type_: Type) -> dict[Part, Bool | Term]:
    known = result.value.defined
    return {
        Part.VALUE: chosen(known, _number(result.value, type_), 0),
        Part.KNOWN: known,
        Part.STATUS: result.status,
        Part.RULE: result.rule,
        Part.OVERRIDDEN: result.overridden,
    }


def _number(value: Symbol, type_: Type) -> Bool | Term:
    """The number that stands for a value in its column."""
    if isinstance(value, Truth):
        return chosen(value.yes, 1, 0)
    if isinstance(value, Choice):
        found: Term = 0
        for at, option in enumerate(type_.options):
            found = chosen(value.options.get(option, False), at, found)
        return found
    assert isinstance(value, Number)
    if value.below:
        raise NotEncodableError("een uitkomst die zelf niet meetelt")
    scaled = value.term * scale_of(type_)
    found = scaled if value.parts == 1 else floor(scaled, value.parts)
    return found if value.endless is False else chosen(value.endless, endless(type_), found)


def _between_steps(value: Symbol, type_: Type) -> Bool:
    """Where a value is finer than its column can hold."""
    if not isinstance(value, Number) or value.parts == 1:
        return False
    scaled = value.term * scale_of(type_)
    exact = floor(scaled, value.parts) * value.parts == scaled
    return both(value.defined, opposite(value.endless), opposite(exact))


def _several(found: Sequence[Possible]) -> Bool:
    """Where more than one thing is possible: then what is in doubt may also change which rule is named."""
    return some([both(each.present, opposite(each.truth.yes)) for each in found])


def _measured(rules: Standings) -> Bool:
    """Where a relation between leden must be held beside all that the lower regulations give."""
    return some(
        [
            both(
                opposite(rules.applies(each.rule).no),
                opposite(rules.delegation_stands(each.delegation, each.decision).no),
            )
            for each in rules.measures
        ]
    )


def _outside_bounds(rules: Standings) -> Bool:
    """Where a begrip lies outside its bounds: such a case contradicts the regulation."""
    expressions = rules.expressions
    outside: list[Bool] = []
    for node in expressions.met(e.Within):
        assert isinstance(node, e.Within)
        reached = expressions.value(node.operand)
        outside.append(both(reached.defined, opposite(expressions.value(node).defined)))
    return some(outside)
