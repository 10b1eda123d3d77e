"""Two corpora in one solver, about one case: what both call a fact is one and the same."""

from __future__ import annotations

from typing import Any

import z3

from verordening.analyse.difference.elements import Both
from verordening.analyse.solving.encoding import Encoding
from verordening.model.types import Kind, Value
from verordening.symbolic.logic import every, opposite
from verordening.symbolic.terms import Bool

MOST_WORK = 25_000_000
"""Past so many of its own steps (some ten seconds) the solver gives up a decision: the same on any machine."""
MOST_ELEMENTS = 15
"""The elements of a list that are looked at: as many children as a case may have."""


class UndecidedError(Exception):
    """The solver did not come to an answer in time."""


class Together:
    """What can be asked of two corpora at once."""

    def __init__(self, start: Both, most_work: int = MOST_WORK) -> None:
        old = Encoding(start.old.corpus, start.old.day)
        old.solver = z3.Solver()
        self.encodings = old, Encoding(start.new.corpus, start.new.day, old)
        for each in self.encodings:
            each.world.facts.most_elements = MOST_ELEMENTS
        self.solver = old.solver
        self._until = _steps(self.solver) + most_work
        self._names: dict[int, tuple[z3.BoolRef, Bool]] = {}

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
        known = self._names.get(part.get_id())
        if known is None:
            known = self._names[part.get_id()] = z3.Bool(f"deel~{len(self._names)}"), part
            self.solver.add(z3.Implies(*known))
        return known[0]

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

    def short_lists(self) -> list[Bool]:
        """Of each list that it has no more than one element; then that it has none."""
        lists = {name: each for side in self.encodings for name, each in side.world.facts.lists.items()}
        return [
            opposite(each.elements[at].there)
            for each in lists.values()
            for at in (1, 0)
            if at < len(each.elements)
        ]

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


def _steps(solver: z3.Solver) -> int:
    """The steps that were taken so far."""
    told = solver.statistics()
    return int(told.get_key_value("rlimit count")) if "rlimit count" in told.keys() else 0  # noqa: SIM118 - no dict
