"""What follows from facts by a samenhang, and which facts cannot go together; as `coherence` of the interpreter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import settled_by
from verordening.model.types import Kind, Type
from verordening.population.facts import bounds_of
from verordening.population.lowering.world import ColumnWorld, doubt_of
from verordening.symbolic.expressions import Expressions
from verordening.symbolic.logic import NO, YES, both, either, every, opposite
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.remembering import Asking, Memory
from verordening.symbolic.symbols import Number, Symbol, at_most, constant, selected
from verordening.symbolic.terms import Bool, floor

MOST_ROUNDS = 3
"""How often what followed may make something else follow; a row where that goes on is for the interpreter."""


class Settling:
    """The facts with all that follows.

    `contradicted` is where they cannot go together, `unsettled` where more follows or where that cannot be told.
    """

    def __init__(self, corpus: Corpus, day: date, world: ColumnWorld) -> None:
        self.corpus, self.day, self.world = corpus, day, world
        self.contradicted: Bool = False
        self.unsettled: Bool = False
        for _ in range(MOST_ROUNDS):
            if not self._round():
                break
        else:
            self.unsettled = self._more()
        self._refuse()

    def _round(self) -> bool:
        """Give the facts that follow from what is known their value; whether any may have got one."""
        facts = self.world.facts
        known = {name: facts.of(name) for name in self._targets()}
        found = dict(known)
        for when, name, value in self._following():
            before = found[name]
            there = both(when, opposite(before.defined), _may_be(value, self.corpus.inputs[name].type))
            found[name] = selected(there, value, before)
        changed = {name: each for name, each in found.items() if each is not known[name]}
        facts.settled.update(changed)
        return bool(changed)

    def _more(self) -> Bool:
        facts, more = self.world.facts, False
        for when, name, value in self._following():
            there = both(
                when, opposite(facts.of(name).defined), _may_be(value, self.corpus.inputs[name].type)
            )
            more = either(more, there)
        return more

    def _refuse(self) -> None:
        for each in self.corpus.coherences:
            expressions = self._expressions()
            try:
                holds, demanded = expressions.truth(each.condition), expressions.truth(each.demand)
            except NotEncodableError:
                self.unsettled = True
                continue
            self.contradicted = either(self.contradicted, both(holds.yes, demanded.no))
            for name, value in _settled(each.demand, expressions):
                missing = opposite(self.world.facts.of(name).defined)
                outside = opposite(_may_be(value, self.corpus.inputs[name].type))
                self.contradicted = either(
                    self.contradicted, both(holds.yes, missing, value.defined, outside)
                )
            matters = both(opposite(holds.no), opposite(demanded.yes))
            self.unsettled = either(self.unsettled, both(doubt_of(expressions.asking), matters))

    def _targets(self) -> list[str]:
        found: dict[str, None] = {}
        for each in self.corpus.coherences:
            found.update(dict.fromkeys(name for name, _ in settled_by(each.demand)))
        return list(found)

    def _following(self) -> Iterator[tuple[Bool, str, Symbol]]:
        expressions = self._expressions()
        for each in self.corpus.coherences:
            try:
                holds = expressions.truth(each.condition).yes
                if holds is False:
                    continue
                for name, value in _settled(each.demand, expressions):
                    yield both(holds, value.defined), name, value
            except NotEncodableError:
                self.unsettled = True

    def _expressions(self) -> Expressions:
        # Facts that follow change from round to round: nothing is shared.
        return Expressions(self.corpus, self.day, self.world, _no_rules, Asking(Memory(self.world.bench)))


def _no_rules(_: e.RuleValue) -> Symbol:
    raise NotEncodableError("een samenhang die van een regel afhangt")


def _settled(node: e.Expression, expressions: Expressions) -> Iterator[tuple[str, Symbol]]:
    """The facts that have one value left when a condition is true."""
    for name, term in settled_by(node):
        if isinstance(term, bool):
            yield name, YES if term else NO
        else:
            yield name, expressions.value(term)


def _may_be(value: Symbol, type_: Type) -> Bool:
    """Whether a value lies within the bounds of a type, in its steps."""
    if not isinstance(value, Number):
        return True
    low, high = bounds_of(type_)
    least, most = constant(low), constant(high)
    inside = every([at_most(least, value), at_most(value, most)])
    if type_.kind is Kind.DATE:
        return inside
    assert isinstance(low, int | Fraction)
    step = Fraction(type_.step or 1)
    # In steps from the lowest: (value - low) / step is whole.
    over = value.parts * step.numerator * low.denominator
    passed = (value.term * low.denominator - low.numerator * value.parts) * step.denominator
    in_steps = True if over == 1 else floor(passed, over) * over == passed
    return either(value.endless, both(inside, in_steps))
