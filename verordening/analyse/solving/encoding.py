"""Claims of one corpus and day put to one solver, which is kept: what is asked later rests on what was put before.

Each claim has a name in the solver; a question assumes some names. What is said loosely (a statutory term, a relation
between leden, a long list) is tightened for the case that was found, by what the interpreter makes of it there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from math import inf
from time import monotonic

import z3

from verordening.analyse.proving import claims as c
from verordening.analyse.proving.interpreting import truths
from verordening.analyse.proving.searching import TOO_LONG, Answer, NotProven, looked_at_by
from verordening.analyse.solving.claiming import truth_of
from verordening.analyse.solving.facts import holds_in, value_in
from verordening.analyse.solving.needing import SolverMismatchError
from verordening.analyse.solving.plausible import settled
from verordening.analyse.solving.world import SolverWorld
from verordening.evaluate.beside import Beside, fits_beside
from verordening.evaluate.coherence import coherences_about, contradicted
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.evaluate.looked_at import order_of
from verordening.evaluate.standing import STANDING
from verordening.evaluate.told_apart import held, told_apart
from verordening.evaluate.unknown import Result, Unknown
from verordening.model import expressions as e
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.dependence import inputs_of
from verordening.model.types import Value
from verordening.symbolic.logic import Truth, both, either, every, opposite
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.standings import Measured, Standings
from verordening.symbolic.symbols import Symbol, constant, equal
from verordening.symbolic.terms import Bool

MOST_TIGHTENED = 12
"""How often what is said loosely is tightened for one question."""
STEPS_PER_SECOND = 1_500_000
"""About what z3 does in a second. Counted in steps, an answer does not hang on what else a machine does."""
PATIENCE = 20
"""How many times as long it may take where the machine is busy."""
_NO_LIMIT = 2**32 - 1
MOST_REPEATED = 4
"""How often for the case to show."""
SECONDS_TO_READ = 2.0
"""For the case to show; past these it is the first that was found."""


class Encoding:
    """Claims about the rules of a corpus on a day. One for each decision: in one solver for all, all are slow.

    `beside` another corpus in the same solver: what both call a fact is one and the same.
    """

    def __init__(self, corpus: Corpus, day: date, beside: Encoding | None = None) -> None:
        self.corpus, self.day = corpus, day
        self.world: SolverWorld = SolverWorld(corpus, None if beside is None else beside.world)
        self.rules = Standings(corpus, day, self.world)
        self.solver: z3.Solver = _solver() if beside is None else beside.solver
        self._mark = self.world.mark
        # By the number that z3 has for something; kept with it, for z3 gives the number of what is gone to another.
        self._names: dict[int, tuple[z3.BoolRef, z3.BoolRef]] = {}
        self._asked, self._until = 0, inf
        self._put = {"ties": 0, "bounds": 0}
        self._coherent: dict[Coherence, Truth | None] = {}
        self.without: frozenset[Coherence] = frozenset()
        """The samenhang that need not hold: what is asked is what would be without it."""

    def case(
        self,
        claims: Iterable[c.Claim],
        seconds: float = 2.0,
        *,
        readable: bool = True,
        most_tightened: int = MOST_TIGHTENED,
    ) -> Answer:
        """A case in which these claims hold; None where there is none, or why that was not settled.

        In about so many `seconds`; with `readable` the one to show among all. Raises SolverMismatchError where the case
        does not hold up in the interpreter.
        """
        wanted = tuple(claims)
        try:
            parts = [truth_of(each, self.rules).yes for each in wanted]
        except NotEncodableError as error:
            return NotProven((f"{error} kan nog niet worden doorgerekend",), 0)
        if any(each is False for each in parts):
            return None
        self.solver.set("rlimit", max(1, int(seconds * STEPS_PER_SECOND)))
        asked = [self._named(each) for each in parts if not isinstance(each, bool)]
        self._until = monotonic() + seconds * PATIENCE
        try:
            return self._answer(wanted, asked, most_tightened, readable=readable)
        finally:
            self._until = inf

    def as_text(self, claims: Iterable[c.Claim]) -> str | None:
        """A question as SMT-LIB 2, for another solver; None where it is false without one.

        Raises NotEncodableError. For an encoding of which nothing else was asked.
        """
        parts = [truth_of(each, self.rules).yes for each in claims]
        if any(each is False for each in parts):
            return None
        self.complete()
        asking = z3.Solver()
        asking.add(self.solver.assertions())
        asking.add([each for each in (*parts, *self.short()) if each is not True])
        text: str = asking.to_smt2()
        return text

    # -------------------------------------------- asking

    def _answer(
        self, wanted: tuple[c.Claim, ...], asked: list[z3.BoolRef], most: int, *, readable: bool
    ) -> Answer:
        self.complete()
        for tried in range(most + 1):
            short = self.short()
            found = self._check(*asked, *short)
            if found == z3.unsat:
                return self._ruled_out(asked, short, tried)
            if found != z3.sat:
                return NotProven((TOO_LONG,), tried)
            model = self.solver.model()
            context = self._context_of(model)
            if holds(wanted, context):
                return self._readable(wanted, [*asked, *short], context) if readable else context
            if not self.tighten(model, context):
                raise SolverMismatchError(_mismatch(wanted, context))
        return NotProven(("wat alle regelingen samen geven, kon niet worden doorgerekend",), most)

    def _ruled_out(self, asked: list[z3.BoolRef], short: list[z3.BoolRef], tried: int) -> Answer:
        """There is none; or there may be one with a longer list than was looked at."""
        core = {each.get_id() for each in self.solver.unsat_core()}
        if not any(each.get_id() in core for each in short) or self._check(*asked) == z3.unsat:
            return None
        return NotProven(("een lijst kan langer zijn dan is doorgerekend",), tried)

    def possible(self, asked: list[z3.BoolRef], *more: Bool) -> z3.ModelRef | None:
        """A model in which these hold; None where there is none or none was found in time."""
        parts = [self._named(each) for each in more if not isinstance(each, bool)]
        if any(each is False for each in more):
            return None
        self.complete()
        return self.solver.model() if self._check(*asked, *parts) == z3.sat else None

    def _check(self, *assumed: z3.BoolRef) -> z3.CheckSatResult:
        """The answer to a question, in what is left of the time for it."""
        left = self._until - monotonic()
        if left <= 0:
            return z3.unknown
        self.solver.set("timeout", max(1, int(left * 1000)) if left < inf else _NO_LIMIT)
        return self.solver.check(*assumed)

    def _readable(self, wanted: tuple[c.Claim, ...], asked: list[z3.BoolRef], first: Context) -> Context:
        """The case to show; what is loose may be such that only the first that was found holds up."""
        order = order_of(self.corpus, looked_at_by(wanted, self.corpus))
        self._until = monotonic() + SECONDS_TO_READ
        for _ in range(MOST_REPEATED):
            self.solver.push()
            try:
                self.solver.add(asked)
                for each in settled(self.world.facts, order, self.day, self._ask):
                    self.solver.add(each)
                model = self.solver.model() if self._check() == z3.sat else None
            finally:
                self.solver.pop()
            if model is None:
                break
            found = self._context_of(model)
            if holds(wanted, found):
                return without_idle(wanted, found, order)
            if not self.tighten(model, found):
                raise SolverMismatchError(_mismatch(wanted, found))
        return without_idle(wanted, first, order)

    def _ask(self, part: Bool) -> z3.ModelRef | None:
        """A model in which this holds too. By a name, for what the solver learnt stays that way."""
        self._asked += 1
        name = z3.Bool(f"stap~{self._mark}{self._asked}")
        self.solver.add(z3.Implies(name, part))
        return self.solver.model() if self._check(name) == z3.sat else None

    def _context_of(self, model: z3.ModelRef) -> Context:
        return Context(self.corpus, self.world.facts.values(model), self.day)

    def short(self) -> list[z3.BoolRef]:
        """What says of each list that it is no longer than was looked at."""
        lists = self.world.facts.lists.values()
        return [each.short for each in lists if each.short is not None]

    def _named(self, part: z3.BoolRef) -> z3.BoolRef:
        """A name for something, which is what can be assumed."""
        known = self._names.get(part.get_id())
        if known is None:
            known = self._names[part.get_id()] = z3.Bool(f"vraag~{self._mark}{len(self._names)}"), part
            self.solver.add(z3.Implies(*known))
        return known[0]

    def complete(self) -> None:
        """Put the bounds of the facts that were met so far, and the samenhang that these are in."""
        self._cohere()
        for kind, parts in (("bounds", self.world.facts.bounds), ("ties", self.world.calendar.ties)):
            self.solver.add(parts[self._put[kind] :])
            self._put[kind] = len(parts)

    def _cohere(self) -> None:
        """Every samenhang that is about a fact which was met, and so on for the facts in it."""
        facts = self.world.facts
        waiting = [*facts.met, *facts.lists]
        seen: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            for each in coherences_about(self.corpus, name):
                if each not in self._coherent and each not in self.without:
                    self._coherent[each] = self._keep(each)
                    waiting += [*facts.met, *facts.lists]

    def _keep(self, coherence: Coherence) -> Truth | None:
        try:
            condition = self.rules.expressions.truth(coherence.condition)
            demand = self.rules.expressions.truth(coherence.demand)
        except NotEncodableError:
            return None
        kept = either(opposite(condition.yes), opposite(demand.no))
        self.solver.add(kept)
        return demand

    # -------------------------------------------- tightening

    def tighten(self, model: z3.ModelRef, context: Context) -> bool:
        """Say of what is loose what the interpreter makes of it in this case; whether that changes anything."""
        changed = [
            self._tighten_expression(each.node, each.symbol, model, context) for each in self.world.loose
        ]
        changed += [self._tighten_measure(each, model, context) for each in self.rules.measures]
        return any(changed)

    def _tighten_expression(
        self, node: e.Expression, symbol: Symbol, model: z3.ModelRef, context: Context
    ) -> bool:
        names = inputs_of(self.corpus, node)
        if any(name not in context.inputs for name in names):
            return False
        found = value(node, context)
        here = every([self.world.facts.is_(name, context.inputs[name]) for name in names])
        return self._must(model, here, symbol, found)

    def _tighten_measure(self, each: Measured, model: z3.ModelRef, context: Context) -> bool:
        if not holds_in(model, each.given.defined):
            return False
        given = value_in(model, each.given)
        asked = Beside(given, each.decision, each.rule, each.delegation, each.other)
        found = fits_beside(asked, STANDING, context)
        shared, _ = told_apart(self.corpus, each.delegation, each.other)
        names = shared | held(self.corpus, each.rule, each.delegation, each.other)
        facts = self.world.facts
        here = every(
            [facts.is_(name, context.inputs[name]) for name in sorted(names) if name in context.inputs]
        )
        here = both(here, each.given.defined, equal(each.given, constant(given)))
        return self._must(model, here, each.truth, found)

    def _must(self, model: z3.ModelRef, here: Bool, symbol: Symbol, found: Result) -> bool:
        """That where this is so, something comes to what was found."""
        if isinstance(found, Unknown):
            right: Bool = opposite(symbol.defined)
        else:
            right = both(symbol.defined, equal(symbol, constant(found)))
        if holds_in(model, right) or not holds_in(model, here):
            return False
        self.solver.add(either(opposite(here), right))
        return True


def _solver() -> z3.Solver:
    """A solver for many small questions: it does not look at the whole first.

    Without z3's own procedure for equations in whole numbers: on sums of days and months its coefficients can grow
    without end, in steps that no limit counts. Questions of ours are settled without it, as fast.
    """
    z3.set_param("lp.dio", False)
    made = z3.SimpleSolver()
    made.set(auto_config=False)
    return made


def holds(wanted: tuple[c.Claim, ...], context: Context) -> bool:
    """Whether the interpreter finds that these claims hold in a case that is not against any samenhang."""
    return all(each is True for each in truths(wanted, context)) and not any(
        contradicted(each, context) for each in context.corpus.coherences
    )


def without_idle(wanted: tuple[c.Claim, ...], context: Context, order: Mapping[str, int]) -> Context:
    """The case with no more facts than the claims need to hold, the last that a reader meets left out first."""
    left = dict(context.inputs)
    for name in sorted(left, key=lambda each: (order.get(each, len(order)), each), reverse=True):
        fewer = {each: given for each, given in left.items() if each != name}
        if all(each is True for each in truths(wanted, Context(context.corpus, fewer, context.day))):
            left = fewer
    return Context(context.corpus, left, context.day)


def _mismatch(wanted: tuple[c.Claim, ...], context: Context) -> str:
    facts: Mapping[str, Value] = context.inputs
    given = ", ".join(f"{name} = {each!r}" for name, each in facts.items())
    found = ", ".join(
        f"{claim!r}: {truth!r}" for claim, truth in zip(wanted, truths(wanted, context), strict=True)
    )
    return (
        "dit is een fout in verordening zelf: wat de rekenhulp vond, klopt niet in de regels. "
        f"Meld deze regel bij de makers: {found}; met {given}; op {context.day}"
    )
