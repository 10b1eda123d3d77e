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
from verordening.analyse.difference.together import Together
from verordening.analyse.solving.facts import holds_in, value_in
from verordening.model.types import Value
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


class Apart(Together):
    """Cases of one decision that are not the same under two corpora. Raises NotEncodableError."""

    def __init__(
        self,
        decision: str,
        start: Both,
        elements: Iterable[Element],
        tailoring: Tailorings,
        pairing: Pairing,
    ) -> None:
        super().__init__(start)
        first, second = (
            Resting(decision, each, frozenset(own))
            for each, own in zip(self.encodings, tailoring, strict=True)
        )
        self.old, self.new = first, second
        self._looking = z3.Bool("zoek~")
        """That what was found is left out."""
        alike = Agreement(first, second, tuple(elements), pairing).alike()
        self.leave_out(alike)

    # -------------------------------------------- asking

    def next(self) -> Any:
        """A model of a case that may differ and is not left out; None where there is none. Raises UndecidedError."""
        return self.ask(self._looking)

    def model_of(self, facts: dict[str, Value]) -> Any:
        """A model of a case in which these are the facts; None where they cannot be."""
        return self.ask(self.exactly(facts))

    def leave_out(self, part: Bool) -> None:
        """Every case in which this holds is found, or is the same."""
        self.solver.add(z3.Implies(self._looking, _bool(opposite(part))))

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


def _bool(part: Bool) -> z3.BoolRef:
    return z3.BoolVal(part) if isinstance(part, bool) else part


def _as_in(model: Any, truth: Truth) -> Bool:
    return both(_is(model, truth.yes), _is(model, truth.no))


def _is(model: Any, part: Bool) -> Bool:
    return part if holds_in(model, part) else opposite(part)
