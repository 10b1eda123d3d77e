"""The program of a corpus, a day and the decisions that are asked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from verordening.model.corpus import Corpus
from verordening.model.types import Type, Value
from verordening.population.building import Builder
from verordening.population.facts import endless, scale_of
from verordening.population.lowering.amounts import amounts_behind
from verordening.population.lowering.beside import beside
from verordening.population.lowering.deciding import Lowered, lowered
from verordening.population.lowering.doubting import RELATED, Found, left_aside, looked_for, related
from verordening.population.lowering.facts import Room
from verordening.population.lowering.floor_codes import FloorCode, FloorCodes, in_turn
from verordening.population.lowering.settling import Settling
from verordening.population.lowering.terms import node_of
from verordening.population.lowering.together import guarded_along, looked_at_by, told_together
from verordening.population.lowering.world import ColumnWorld
from verordening.population.outcomes import CONTRADICTED, EVERY, ROUTES, Part, column, floor_column
from verordening.population.program import Program
from verordening.records import dataclass
from verordening.symbolic.logic import Truth, both, chosen, either, opposite, some
from verordening.symbolic.looking import typed
from verordening.symbolic.outcomes import single_value
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.symbols import Choice, Number, Symbol, selected
from verordening.symbolic.terms import Bool, Term, floor

ASIDE = "nareken"
"""The column that says that the interpreter must do a row, whatever is asked."""
_MORE = "gegevens waaruit door samenhang meer dan drie keer iets volgt"
_BESIDE = "een weg om af te wijken, of een tekst achter de uitkomst, die niet zeker is"
_FLOORS = "wat een ondergrens zegt, dat niet zeker is"
_BESIDE_IT = (_BESIDE, _FLOORS)
"""What is not sure beside an outcome goes without saying where the outcome itself is not."""


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
    `telling` each has a column (`reason_column`) that says in which rows. `together` are the decisions that the
    interpreter must do with one that it does, since what a floor says is told of all of them at once.
    """

    program: Program
    left_out: tuple[tuple[str, str], ...]
    doubts: Mapping[str, tuple[str, ...]]
    together: Mapping[str, tuple[str, ...]]


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
    parts: Collection[Part] = EVERY,
    *,
    floors: bool = True,
    telling: bool = False,
    fixed: Mapping[str, Value] | None = None,
    rooms: Mapping[str, Room] | None = None,
    more: Callable[[Made], Mapping[str, Bool | Term]] | None = None,
) -> LoweredProgram:
    """The program for these decisions on a day, for batches that have columns for the facts `given` (None: all).

    What is not asked (`parts`, `floors`) costs nothing. What floors say goes with whether one overrode. Facts that are
    `fixed` are the same in every row, and a list has as many elements as there is of `rooms`. What `more` gives of all
    that was put in symbols comes beside what is asked of each decision.
    """
    made = _Lowering(
        corpus, frozenset(parts), ColumnWorld(corpus, day, Builder(), given, fixed, rooms), decisions
    )
    made.outcomes()
    made.what_stands_beside_them()
    if floors and Part.OVERRIDDEN in made.parts:
        made.floors()
    if more is not None:
        made.columns.update(more(Made(made.world, made.decided, made.results)))
    return made.program(telling=telling)


class _Lowering:
    """A program in the making: per decision what it comes to, its columns, and why a row may be left to others."""

    def __init__(
        self, corpus: Corpus, parts: frozenset[Part], world: ColumnWorld, decisions: Sequence[str]
    ) -> None:
        self.corpus, self.day, self.parts, self.world = corpus, world.day, parts, world
        self.builder = world.facts.builder
        self.asked = tuple(dict.fromkeys(decisions))
        self.together: Mapping[str, tuple[str, ...]] = {name: (name,) for name in self.asked}
        self.settling = Settling(corpus, self.day, world)
        self.left_out: dict[str, str] = {}
        self.found: dict[str, Found] = {}
        self.results: dict[str, Lowered] = {}
        self.columns: dict[str, Bool | Term] = {CONTRADICTED: self.settling.contradicted}
        self.reasons: dict[str, dict[str, Bool]] = {}
        for name in (*self.asked, *guarded_along(corpus, self.asked, self.day)):
            try:
                self.found[name] = looked_for(name, corpus, self.day, world)
            except NotEncodableError as error:
                self.left_out[name] = str(error)
        self.decided = {name: single_value(each.possible) for name, each in self.found.items()}
        # Where what a decision comes to was left out, and floors on another may look at it.
        self.missing = {
            name: both(either(each.doubt, each.measured), opposite(self.decided[name].defined))
            for name, each in self.found.items()
        }

    def outcomes(self) -> None:
        """What each decision comes to."""
        for name in self.asked:
            if name in self.left_out or any(
                each in self.left_out for each in guarded_along(self.corpus, (name,), self.day)
            ):
                self.left_out.setdefault(name, "een besluit dat erbij hoort")
                continue
            found, declared = self.found[name], self.corpus.decisions[name]
            try:
                result = lowered(name, found.possible, found.rules, self.decided, self.missing)
                columns = _parts(result, declared.type)
                if Part.AMOUNT in self.parts:
                    columns |= amounts_behind(result.value, declared, found.rules)
                reasons = left_aside(name, result, found, self.decided, self.world)
            except NotEncodableError as error:
                self.left_out[name] = str(error)
                continue
            self.results[name] = result
            self.reasons[name] = reasons | {_MORE: self.settling.unsettled}
            self._add(name, columns)

    def what_stands_beside_them(self) -> None:
        """The texts behind each outcome and the routes beside it."""
        for name, result in list(self.results.items()):
            try:
                told = beside(name, result, self.parts)
            except NotEncodableError as error:
                self._leave_out(name, str(error))
                continue
            turning = both(related(result, self.found[name]), not ROUTES.isdisjoint(self.parts))
            self.reasons[name][RELATED] = either(self.reasons[name][RELATED], turning)
            self.reasons[name][_BESIDE] = told.aside
            self._add(name, told.columns)

    def floors(self) -> None:
        """What each floor says."""
        self.together = told_together(self.corpus, self.asked, self.day)
        after = dict(self.decided)
        for name, result in self.results.items():
            before = typed(self.decided[name], self.corpus.decisions[name].type)
            after[name] = selected(result.value.defined, result.value, before)
        codes: dict[str, dict[str, FloorCode]] = {}
        for name, result in list(self.results.items()):
            try:
                codes[name] = FloorCodes(name, result, after, related(result, self.found[name])).every()
            except NotEncodableError as error:
                self._leave_out(name, str(error))
                continue
            self.reasons[name][_FLOORS] = some([each.aside for each in codes[name].values()])
        names = {name for every in codes.values() for name in every}
        for each in self.corpus.floors:
            if each.name in names and looked_at_by(each, self.corpus).isdisjoint(self.left_out):
                told = [codes[name][each.name] for name in self.asked if each.name in codes.get(name, {})]
                self.columns[floor_column(each.name)] = in_turn(told).number

    def program(self, *, telling: bool) -> LoweredProgram:
        """The program of all that was put in. With `telling` there is a column for each reason."""
        there = opposite(self.settling.contradicted)
        outputs = self.columns | {ASIDE: both(self.settling.unsettled, there)}
        doubts: dict[str, tuple[str, ...]] = {}
        for name, reasons in self.reasons.items():
            doubts[name] = tuple(why for why, where in reasons.items() if where is not False)
            outputs[aside_column(name)] = both(some(list(reasons.values())), there)
            if telling:
                already = some([where for why, where in reasons.items() if why not in _BESIDE_IT])
                for at, why in enumerate(doubts[name]):
                    own = opposite(already) if why in _BESIDE_IT else True
                    outputs[reason_column(name, at)] = both(reasons[why], there, own)
        nodes = {name: node_of(self.builder, each) for name, each in outputs.items()}
        program = self.builder.program(nodes)
        return LoweredProgram(program, tuple(self.left_out.items()), doubts, self.together)

    def _add(self, name: str, columns: Mapping[Part, Bool | Term]) -> None:
        self.columns.update(
            (column(name, part), each) for part, each in columns.items() if part in self.parts
        )

    def _leave_out(self, name: str, why: str) -> None:
        self.left_out[name] = why
        del self.results[name], self.reasons[name]
        for part in Part:
            self.columns.pop(column(name, part), None)


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
