"""Two cases that break a promise, ruled out or found by the solver: the rules twice, with what both cases share once.

What the outcome may be is said too widely: any value of a rule that may stand, and any bound of a floor that may be in
play. So where there are no such cases, there are none; and a case that is found is worked out again before it counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Any

import z3

from verordening.analyse.guarantees.outcomes import decisions_in, outcome_of
from verordening.analyse.guarantees.settling import Solved
from verordening.analyse.guarantees.sides import Case, Pairing, Rising, TwoConditions
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.searching import TOO_LONG
from verordening.analyse.solving.claiming import truth_of
from verordening.analyse.solving.encoding import Encoding
from verordening.analyse.solving.facts import value_in
from verordening.evaluate.context import Context
from verordening.evaluate.guarding import floors_of
from verordening.evaluate.rules import effect_on
from verordening.model.corpus import Corpus
from verordening.model.expressions import Expression
from verordening.model.guarantees import Subject
from verordening.model.rules import Form
from verordening.model.types import Kind, Value
from verordening.symbolic.logic import Truth, both, either, every, opposite, some
from verordening.symbolic.looking import Looking, typed
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.symbols import (
    Choice,
    Number,
    Symbol,
    before,
    constant,
    equal,
    selected,
    with_,
)
from verordening.symbolic.terms import Bool

MOST_WORK = 10_000_000
"""Past so many of its own steps (some seconds) one question to the solver is given up: the same on any machine."""
NOTHING_GIVEN = "in sommige zaken komen de regels tot niets"
ELSEWHERE = "waar de regels wel tot iets komen, is het bewezen"


class Copies:
    """The rules on a subject twice. Raises NotEncodableError where something cannot be put to the solver."""

    def __init__(
        self, corpus: Corpus, condition: Expression | None, subject: Subject, pairing: Pairing, day: date
    ) -> None:
        self.corpus, self.subject, self.pairing, self.day = corpus, subject, pairing, day
        self.encoding = Encoding(corpus, day)
        self.rules = self.encoding.rules
        self.facts = self.encoding.world.facts
        self.said: list[Bool] = [self.rules.expressions.truth(condition).yes]
        self.unsettled: list[Bool] = []
        decided = {name: self._outcome(name) for name in decisions_in(subject)}
        self.value = typed(
            self.rules.expressions.value(subject.value, Looking(decided=decided)), subject.type
        )
        for name in sorted(pairing.facts):
            if corpus.inputs[name].type.kind is Kind.LIST:
                raise NotEncodableError("een lijst waarin de twee zaken verschillen")
            self.facts.of(name)
        self.sides: tuple[Bool, Bool] = (True, True)
        if isinstance(pairing, TwoConditions):
            first, second = (self.rules.expressions.truth(each).yes for each in pairing.conditions)
            self.sides = (first, second)
        self.encoding.possible([])
        self.put = list(self.encoding.solver.assertions())
        self.copied = self._substitution()

    def search(self) -> Solved:
        """Two cases that may break the promise, if there are any where the rules come to something in both."""
        here = [*self.put, *self.said, self.value.defined]
        second = [self._copy(each) for each in (*here, self.sides[1])]
        found = self._model([*here, self.sides[0], *second, self._apart(), self._broken()])
        if found is z3.unknown:
            return Solved(None, (TOO_LONG,))
        if found is not None:
            return Solved((self._case(found, 0), self._case(found, 1)), ())
        return Solved(None, tuple(self._open()))

    def _open(self) -> Iterator[str]:
        """Why the rules come to nothing in some case, if there is one; two outcomes at once is none either."""
        found = self._model([*self.put, *self.said, some(self.unsettled)])
        if found is z3.unknown:
            yield TOO_LONG
        elif found is not None:
            outcome = outcome_of(self.subject, self._case(found, 0).context)
            yield from sorted(outcome.why) if outcome is not None and outcome.why else (NOTHING_GIVEN,)
            yield ELSEWHERE

    # -------------------------------------------- what a decision may come to

    def _outcome(self, name: str) -> Symbol:
        """What a decision comes to where that is settled: by a rule, by its standaard, or by a floor."""
        declared = self.corpus.decisions[name]
        ways: list[tuple[Bool, Symbol]] = []
        standing: list[tuple[Truth, Symbol]] = []
        for index in self.corpus.by_decision.get(name, ()):
            rule = self.corpus.rules[index]
            if any(each.form in (Form.MAY, Form.TAILOR) and each.decision == name for each in rule.effects):
                raise NotEncodableError("een besluit waarbij een mens kiest")
            if effect_on(rule, name, Form.SET) is None:
                continue
            given = self.rules.set_value(index, name)
            stands = self.rules.stands(index, name)
            if given is None or stands.yes is False:
                continue
            given = typed(given, declared.type)
            standing.append((stands, given))
            ways.append((both(opposite(stands.no), given.defined), given))
            self.unsettled.append(both(opposite(stands.no), opposite(both(stands.yes, given.defined))))
        for (one, left), (other, right) in combinations(standing, 2):
            self.unsettled.append(both(one.yes, other.yes, opposite(equal(left, right))))
        nothing = (
            declared.default if declared.default is not None else 0 if declared.type.is_numeric else None
        )
        if nothing is None:
            raise NotEncodableError("een besluit waarover geen regel iets kan zeggen")
        ways.append((every([opposite(each.yes) for each, _ in standing]), constant(nothing)))
        ways += self._floors(name)
        return self._one_of(name, ways)

    def _floors(self, name: str) -> Iterator[tuple[Bool, Symbol]]:
        for floor in floors_of(self.corpus, name, self.day):
            if not floor.absolute:
                continue
            playing = truth_of(c.InPlay(floor.order), self.rules)
            for repair in floor.repairs:
                if repair.decision == name:
                    bound = typed(
                        self.rules.expressions.value(repair.bound), self.corpus.decisions[name].type
                    )
                    yield both(opposite(playing.no), bound.defined), bound

    def _one_of(self, name: str, ways: list[tuple[Bool, Symbol]]) -> Symbol:
        """One of these values, each only where it may be."""
        found = ways[-1][1]
        taken = [z3.Bool(f"{name}~uitkomst~{at}") for at in range(len(ways))]
        for way, (_, each) in zip(taken, ways, strict=True):
            found = selected(way, each, found)
        self.said += [either(opposite(way), may) for way, (may, _) in zip(taken, ways, strict=True)]
        self.said += [z3.Or(taken), *(z3.Not(z3.And(one, other)) for one, other in combinations(taken, 2))]
        return found

    # -------------------------------------------- the second case

    def _substitution(self) -> list[tuple[Any, Any]]:
        """Every unknown with its copy; not those of the facts in which the two do not differ."""
        shared = [symbol for name, symbol in self.facts.met.items() if name not in self.pairing.own]
        kept = {each.get_id() for symbol in shared for part in _parts(symbol) for each in _unknowns(part)}
        for unrolled in (each for name, each in self.facts.lists.items() if name not in self.pairing.own):
            for element in unrolled.elements:
                kept |= {each.get_id() for each in _unknowns(element.there)}
                symbols = element.fields.values()
                kept |= {
                    each.get_id() for symbol in symbols for part in _parts(symbol) for each in _unknowns(part)
                }
        every_one = {
            each.get_id(): each
            for part in (*self.put, *self.said, *self.sides, *_parts(self.value))
            for each in _unknowns(part)
        }
        return [
            (each, z3.Const(f"{each.decl().name()}~ander", each.sort()))
            for key, each in every_one.items()
            if key not in kept
        ]

    def _copy(self, part: Bool) -> Bool:
        return z3.substitute(part, self.copied) if z3.is_expr(part) else part

    def _copied(self, symbol: Symbol) -> Symbol:
        if isinstance(symbol, Truth):
            return Truth(self._copy(symbol.yes), self._copy(symbol.no), symbol.total)
        if isinstance(symbol, Choice):
            options = {name: self._copy(each) for name, each in symbol.options.items()}
            return Choice(options, self._copy(symbol.defined))
        return with_(
            symbol,
            term=self._copy(symbol.term),
            defined=self._copy(symbol.defined),
            endless=self._copy(symbol.endless),
        )

    # -------------------------------------------- the promise

    def _apart(self) -> Bool:
        """That the two differ in the fact; of a number that the second has more of it."""
        if isinstance(self.pairing, TwoConditions):
            return True
        symbol = self.facts.of(self.pairing.fact)
        other = self._copied(symbol)
        return before(symbol, other) if isinstance(self.pairing, Rising) else opposite(equal(symbol, other))

    def _broken(self) -> Bool:
        one, other = self.value, self._copied(self.value)
        if isinstance(self.pairing, Rising):
            return before(other, one) if self.pairing.rising else before(one, other)
        if isinstance(self.pairing, TwoConditions):
            less, more = before(one, other), before(other, one)
            kept = {"<": less, ">": more, "<=": opposite(more), ">=": opposite(less)}
            return opposite(kept[self.pairing.promised.operator])
        return opposite(equal(one, other))

    # -------------------------------------------- asking

    def _model(self, parts: Iterable[Bool]) -> Any:
        """A model, None where there is none, or z3's unknown."""
        solver = z3.Solver()
        solver.set("rlimit", MOST_WORK)
        for part in parts:
            if part is False:
                return None
            if part is not True:
                solver.add(part)
        found = solver.check()
        return solver.model() if found == z3.sat else None if found == z3.unsat else z3.unknown

    def _case(self, model: Any, of: int) -> Case:
        given: dict[str, Value] = self.facts.values(model)
        if of:
            for name in self.pairing.own & self.facts.met.keys():
                given[name] = value_in(model, self._copied(self.facts.met[name]))
        return Case(Context(self.corpus, given, self.day), of)


def _parts(symbol: Symbol) -> tuple[Bool, ...]:
    if isinstance(symbol, Truth):
        return (symbol.yes, symbol.no)
    if isinstance(symbol, Choice):
        return (*symbol.options.values(), symbol.defined)
    assert isinstance(symbol, Number)
    return (symbol.term, symbol.defined, symbol.endless)


def _unknowns(part: Any) -> Iterator[Any]:
    """The unknowns of the solver in something."""
    waiting, seen = [part] if z3.is_expr(part) else [], set[int]()
    while waiting:
        each = waiting.pop()
        if each.get_id() in seen:
            continue
        seen.add(each.get_id())
        if z3.is_const(each) and each.decl().kind() == z3.Z3_OP_UNINTERPRETED:
            yield each
        waiting.extend(each.children())
