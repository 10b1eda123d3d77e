"""The program of a corpus, a day and the decisions that are asked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from verordening.evaluate.guarding import floors_of
from verordening.model.corpus import Corpus
from verordening.model.types import Type, Value
from verordening.population.building import Builder
from verordening.population.facts import endless, scale_of
from verordening.population.lowering.amounts import amounts_behind
from verordening.population.lowering.deciding import Lowered, lowered
from verordening.population.lowering.doubting import Found, left_aside, looked_for
from verordening.population.lowering.settling import Settling
from verordening.population.lowering.terms import node_of
from verordening.population.lowering.world import ColumnWorld
from verordening.population.outcomes import CONTRADICTED, Part, column
from verordening.population.program import Program
from verordening.records import dataclass
from verordening.symbolic.logic import Truth, both, chosen, opposite, some
from verordening.symbolic.outcomes import single_value
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.symbols import Choice, Number, Symbol
from verordening.symbolic.terms import Bool, Term, floor

ASIDE = "nareken"
"""The column that says that the interpreter must do a row, whatever is asked."""
PARTS = (
    Part.VALUE,
    Part.KNOWN,
    Part.AMOUNT,
    Part.AMOUNT_KNOWN,
    Part.STATUS,
    Part.RULE,
    Part.OVERRIDDEN,
)
"""What the program gives of each decision."""


_MORE = "gegevens waaruit door samenhang meer dan drie keer iets volgt"


def aside_column(decision: str) -> str:
    """The column that says that the interpreter must do a decision in a row."""
    return f"{decision}.{ASIDE}"


def reason_column(decision: str, number: int) -> str:
    """The column that says where one of the `doubts` of a decision holds."""
    return f"{aside_column(decision)}.{number}"


@dataclass(frozen=True, slots=True)
class LoweredProgram:
    """The program, and the decisions that it cannot give, each with why (in Dutch): those are for the interpreter.

    `doubts` are, per decision that it does give, the reasons for which it may leave a row to the interpreter; with
    `telling` each has a column (`reason_column`) that says in which rows.
    """

    program: Program
    left_out: tuple[tuple[str, str], ...]
    doubts: Mapping[str, tuple[str, ...]]


class Made(NamedTuple):
    """What decisions come to before floors (`decided`) and after, in symbols of one world."""

    world: ColumnWorld
    decided: Mapping[str, Symbol]
    results: Mapping[str, Lowered]


def lower(
    corpus: Corpus,
    day: date,
    decisions: Sequence[str],
    given: Collection[str] | None = None,
    parts: Collection[Part] = PARTS,
    *,
    telling: bool = False,
    fixed: Mapping[str, Value] | None = None,
    more: Callable[[Made], Mapping[str, Bool | Term]] | None = None,
) -> LoweredProgram:
    """The program for these decisions on a day, for batches that have columns for the facts `given` (None: all).

    Facts that are `fixed` are the same in every row. What `more` gives of all that was put in symbols comes beside what
    is asked of each decision.
    """
    builder = Builder()
    world = ColumnWorld(corpus, day, builder, given, fixed)
    settling = Settling(corpus, day, world)
    asked = tuple(dict.fromkeys(decisions))
    left_out: dict[str, str] = {}
    doubts: dict[str, tuple[str, ...]] = {}
    found: dict[str, Found] = {}
    for name in (*asked, *_guarded_along(corpus, asked, day)):
        try:
            found[name] = looked_for(name, corpus, day, world)
        except NotEncodableError as error:
            left_out[name] = str(error)
    decided = {name: single_value(each.possible) for name, each in found.items()}
    results: dict[str, Lowered] = {}
    outputs: dict[str, Bool | Term] = {CONTRADICTED: settling.contradicted}
    outputs[ASIDE] = both(settling.unsettled, opposite(settling.contradicted))
    for name in asked:
        if name in left_out or any(each in left_out for each in _guarded_along(corpus, (name,), day)):
            left_out.setdefault(name, "een besluit dat erbij hoort")
            continue
        world.doubt = found[name].doubt
        try:
            result = lowered(name, found[name].possible, found[name].rules, decided)
            columns = _parts(result, corpus.decisions[name].type)
            if Part.AMOUNT in parts:
                columns |= amounts_behind(result.value, corpus.decisions[name], found[name].rules)
            reasons = left_aside(name, result, found[name], decided, world) | {_MORE: settling.unsettled}
        except NotEncodableError as error:
            left_out[name] = str(error)
            continue
        results[name] = result
        outputs.update((column(name, part), each) for part, each in columns.items() if part in parts)
        doubts[name] = tuple(why for why, where in reasons.items() if where is not False)
        outputs[aside_column(name)] = both(some(list(reasons.values())), opposite(settling.contradicted))
        if telling:
            columns_of = {reason_column(name, at): reasons[why] for at, why in enumerate(doubts[name])}
            outputs.update(
                (each, both(where, opposite(settling.contradicted))) for each, where in columns_of.items()
            )
    if more is not None:
        outputs.update(more(Made(world, decided, results)))
    nodes = {name: node_of(builder, each) for name, each in outputs.items()}
    return LoweredProgram(builder.program(nodes), tuple(left_out.items()), doubts)


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
