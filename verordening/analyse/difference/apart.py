"""One decision in two corpora put to one solver: is there a case left in which it does not come to the same?

What makes it the same is said too narrowly, never too widely: so where no case is left, there is none. A case that is
found is worked out by the interpreter before it counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Any

import z3

from verordening.analyse.difference.agreement import Agreement
from verordening.analyse.difference.answers import Tailorings
from verordening.analyse.difference.elements import (
    Both,
    Element,
)
from verordening.analyse.difference.pairing import Pairing
from verordening.analyse.difference.resting import Resting
from verordening.analyse.solving.encoding import Encoding
from verordening.analyse.solving.facts import holds_in, value_in
from verordening.model.types import Kind, Value
from verordening.symbolic.logic import Truth, both, either, every, opposite
from verordening.symbolic.symbols import (
    Number,
    Symbol,
    aligned,
    before,
    constant,
    equal,
)
from verordening.symbolic.terms import Bool

MOST_WORK = 25_000_000
"""Past so many of its own steps (some ten seconds) the solver gives up a decision: the same on any machine."""
MOST_ELEMENTS = 15
"""The elements of a list that are looked at: as many children as a case may have."""


class UndecidedError(Exception):
    """The solver did not come to an answer in time."""


class Apart:
    """Cases of one decision that are not the same under two corpora. Raises NotEncodableError."""

    def __init__(
        self,
        decision: str,
        start: Both,
        elements: Iterable[Element],
        tailoring: Tailorings,
        pairing: Pairing,
    ) -> None:
        old = Encoding(start.old.corpus, start.old.day)
        old.solver = z3.Solver()
        self.encodings = old, Encoding(start.new.corpus, start.new.day, old)
        for each in self.encodings:
            each.world.facts.most_elements = MOST_ELEMENTS
        self.solver = old.solver
        self._until = _steps(self.solver) + MOST_WORK
        first, second = (
            Resting(decision, each, frozenset(own))
            for each, own in zip(self.encodings, tailoring, strict=True)
        )
        self.old, self.new = first, second
        self._looking = z3.Bool("zoek~")
        """That what was found is left out."""
        self._names: dict[int, tuple[z3.BoolRef, Bool]] = {}
        alike = Agreement(first, second, tuple(elements), pairing).alike()
        self.leave_out(alike)

    # -------------------------------------------- asking

    def next(self) -> Any:
        """A model of a case that may differ and is not left out; None where there is none. Raises UndecidedError."""
        return self.ask(self._looking)

    def model_of(self, facts: dict[str, Value]) -> Any:
        """A model of a case in which these are the facts; None where they cannot be."""
        return self.ask(self.exactly(facts))

    def ask(self, *parts: Bool) -> Any:
        """A model in which these hold, with lists no longer than were looked at. Raises UndecidedError."""
        if any(each is False for each in parts):
            return None
        named = [self._named(each) for each in parts if each is not True]
        self._complete()
        self.solver.set("rlimit", max(1, self._until - _steps(self.solver)))
        short = list({part.get_id(): part for each in self.encodings for part in each.short()}.values())
        found = self.solver.check(*named, *short)
        if found == z3.unsat and short:
            core = {each.get_id() for each in self.solver.unsat_core()}
            if any(each.get_id() in core for each in short) and self.solver.check(*named) != z3.unsat:
                raise UndecidedError
        if found == z3.unknown:
            raise UndecidedError
        return self.solver.model() if found == z3.sat else None

    def _complete(self) -> None:
        """Put what always holds of the facts that were met, also in the corpus that did not meet them itself."""
        old, new = (each.world.facts for each in self.encodings)
        while True:
            for each in self.encodings:
                each.complete()
            missing = [
                (facts, name)
                for facts, other in ((old, new), (new, old))
                for name in (*other.met, *other.lists)
                if name in facts.corpus.inputs and name not in facts.met and name not in facts.lists
            ]
            if not missing:
                return
            for facts, name in missing:
                is_list = facts.corpus.inputs[name].type.kind is Kind.LIST
                _ = facts.list_of(name) if is_list else facts.of(name)

    def _named(self, part: Bool) -> z3.BoolRef:
        if part is self._looking:
            return self._looking
        known = self._names.get(part.get_id())
        if known is None:
            known = self._names[part.get_id()] = z3.Bool(f"deel~{len(self._names)}"), part
            self._add(z3.Implies(*known))
        return known[0]

    def _add(self, part: z3.BoolRef) -> None:
        self.solver.add(part)

    def facts(self, model: Any) -> dict[str, Value]:
        """The facts of a model."""
        found: dict[str, Value] = {}
        for each in self.encodings:
            found.update(each.world.facts.values(model))
        return found

    def tighten(self, model: Any, case: Both) -> bool:
        """Say of what is loose what the interpreter makes of it in this case; whether that changes anything."""
        changed = [each.tighten(model, context) for each, context in zip(self.encodings, case, strict=True)]
        return any(changed)

    def leave_out(self, part: Bool) -> None:
        """Every case in which this holds is found, or is the same."""
        self._add(z3.Implies(self._looking, _bool(opposite(part))))

    def exactly(self, facts: dict[str, Value]) -> Bool:
        """That these are the facts."""
        return every([self.is_(name, value) for name, value in facts.items()])

    def is_(self, name: str, value: Value) -> Bool:
        """That a fact is this; of one that neither corpus looks at nothing."""
        for each in self.encodings:
            facts = each.world.facts
            if name in facts.met or name in facts.lists:
                return facts.is_(name, value)
        return True

    # -------------------------------------------- what a case is a case of

    def like(self, model: Any) -> Bool:
        """All cases in which the outcomes rest on the same as in this one, and differ in the same direction."""
        sides = [self._resting_alike(each, model) for each in (self.old, self.new)]
        values = self.settled_in(model)
        if values is None:
            return every(sides)
        old, new = values
        if not isinstance(old, Number) or not isinstance(new, Number):
            fixed = [equal(each, constant(value_in(model, each))) for each in (old, new)]
            return every([*sides, *fixed])
        up, down = before(old, new), before(new, old)
        direction = up if holds_in(model, up) else down if holds_in(model, down) else equal(old, new)
        return every([*sides, direction])

    def settled_in(self, model: Any) -> tuple[Symbol, Symbol] | None:
        """What both come to, where the model has one value of each."""
        old, new = self.old.settled, self.new.settled
        if old is None or new is None or not holds_in(model, both(old.defined, new.defined)):
            return None
        return old, new

    def is_rough(self, model: Any) -> bool:
        """Whether what floors or limits make of a case may be another thing in one that rests on the same."""
        return any(self._is_rough(each, model) for each in (self.old, self.new))

    @staticmethod
    def _is_rough(side: Resting, model: Any) -> bool:
        if side.settled is not None and holds_in(model, side.settled.defined):
            return False
        chosen = any(not holds_in(model, each.truth.no) for each in side.of("laat kiezen"))
        limits = [each for each in side.items if each.part in _LIMITS]
        return chosen and (bool(limits) or holds_in(model, side.is_held))

    def _resting_alike(self, side: Resting, model: Any) -> Bool:
        """On this side: the same rules, the same floors; of values that stand together the same that are alike."""
        guards = [_as_in(model, each.truth) for each in side.guards]
        giving = side.of("geeft")
        tailoring = [_as_in(model, each.truth) for each in side.of("stemt af")]
        if side.settled is not None and holds_in(model, side.settled.defined):
            standing = [_is(model, each.truth.yes) for each in giving]
            return every([side.settled.defined, *standing, *guards, *tailoring])
        parts = [_as_in(model, each.truth) for each in side.items]
        values = [each.values[0] for each in giving if holds_in(model, each.truth.yes)]
        for one, other in combinations([each for each in values if each is not None], 2):
            parts.append(_is(model, equal(one, other)))
        return every([*parts, *guards, *(_is(model, each) for each in side.room())])

    # -------------------------------------------- by how much

    def larger(self, model: Any, alike: Bool, by: int) -> Bool | None:
        """That the outcomes differ by so many steps more than in this case; None where there is no such amount."""
        apart = self._apart(model)
        if apart is None:
            return None
        term, endless = apart
        size: int = model.eval(term, model_completion=True).as_long() if z3.is_expr(term) else term
        return both(alike, opposite(endless), term >= size + by)

    def _apart(self, model: Any) -> tuple[Any, Bool] | None:
        values = self.settled_in(model)
        if values is None or not all(isinstance(each, Number) and not each.below for each in values):
            return None
        old, new = values
        assert isinstance(old, Number)
        assert isinstance(new, Number)
        left, right, _ = aligned(old, new)
        rising = holds_in(model, before(old, new))
        return (right - left if rising else left - right), either(old.endless, new.endless)


_LIMITS = ("hoogste", "minste", "mag_niet")


def _steps(solver: z3.Solver) -> int:
    """The steps that were taken so far."""
    told = solver.statistics()
    return int(told.get_key_value("rlimit count")) if "rlimit count" in told.keys() else 0  # noqa: SIM118 - no dict


def _bool(part: Bool) -> z3.BoolRef:
    return z3.BoolVal(part) if isinstance(part, bool) else part


def _as_in(model: Any, truth: Truth) -> Bool:
    return both(_is(model, truth.yes), _is(model, truth.no))


def _is(model: Any, part: Bool) -> Bool:
    return part if holds_in(model, part) else opposite(part)
