"""Expressions in symbols, with the meaning that the interpreter gives them when all facts are given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import decisions_in, depends, looks_into_list, varies, walk
from verordening.model.tables import value_on
from verordening.model.types import Type, last_below
from verordening.symbolic.calculations import CALCULATIONS
from verordening.symbolic.elements import Element, Unrolled
from verordening.symbolic.lists import of_list
from verordening.symbolic.logic import (
    NEITHER,
    Truth,
    all_of,
    any_of,
    both,
    either,
    negated,
    opposite,
    partial,
    some,
    sure,
)
from verordening.symbolic.looking import PLAIN, UNTYPED, Looking, typed
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.remembering import Asking
from verordening.symbolic.symbols import (
    COMPARISONS,
    Choice,
    Number,
    Symbol,
    as_value,
    constant,
    given_that,
    selected,
)
from verordening.symbolic.terms import Bool
from verordening.symbolic.world import World


class Expressions:
    """The expressions of a corpus on a day, each put in symbols once. `given_by` is what rules at a place give."""

    def __init__(
        self,
        corpus: Corpus,
        day: date,
        world: World,
        given_by: Callable[[e.RuleValue], Symbol],
        asking: Asking,
    ) -> None:
        self.corpus, self.day, self.given_by = corpus, day, given_by
        self.world, self.facts, self.calendar = world, world.facts, world.calendar
        self.asking = asking

    def truth(self, node: e.Expression | None, seen: Looking = PLAIN) -> Truth:
        """Whether a condition holds; no condition holds."""
        if node is None:
            return sure(True)
        found = self.value(node, seen)
        if found is UNTYPED:
            return NEITHER
        assert isinstance(found, Truth)
        return found

    def number(self, node: e.Expression, seen: Looking) -> Number:
        """What an expression that gives a number or a day comes to."""
        found = self.value(node, seen)
        assert isinstance(found, Number)
        return found

    def value(self, node: e.Expression, seen: Looking = PLAIN) -> Symbol:
        """What an expression comes to. Raises NotEncodableError."""
        make = _MAKERS[type(node)]
        if not varies(self.corpus, node):
            found: Symbol = self.asking.ask(node, make, self, node, PLAIN)
        elif self.world.repeats:
            found = self.asking.ask((node, *self._seen_by(node, seen)), make, self, node, seen)
        else:
            found = make(self, node, seen)
        return found

    def _seen_by(self, node: e.Expression, seen: Looking) -> Iterator[object]:
        """The elements and the outcomes that an expression looks at."""
        looks = depends(self.corpus, node)
        yield from (seen.elements.get(each) for each in looks.free)
        if looks.decisions:
            yield from (seen.decided.get(each) for each in decisions_in(node, self.corpus))

    def met(self, kind: type[e.Expression]) -> list[e.Expression]:
        """The expressions of a kind that were put in symbols."""
        return [each for each in self.asking.known if isinstance(each, kind)]

    def loosely(self, node: e.Expression, symbol: Symbol) -> Symbol:
        """An unknown in the place of an expression; a case in which it is not what it should be is told so later."""
        if varies(self.corpus, node):
            raise NotEncodableError("iets dat van een element van een lijst of van een ander besluit afhangt")
        return self.world.loosely(node, symbol)


Maker = Callable[[Expressions, Any, Looking], Symbol]


# ------------------------------------------------ what is given


def _constant(_: Expressions, node: e.Constant, __: Looking) -> Symbol:
    return constant(node.value)


def _no_value(made: Expressions, node: e.NoValue, _: Looking) -> Symbol:
    return UNTYPED


def _input(made: Expressions, node: e.Input, _: Looking) -> Symbol:
    return made.facts.of(node.name)


def _concept(made: Expressions, node: e.ConceptValue, seen: Looking) -> Symbol:
    concept = made.corpus.concepts[node.name]
    return typed(made.value(concept.value, seen), concept.type)


def _table(made: Expressions, node: e.TableValue, _: Looking) -> Symbol:
    table = made.corpus.tables[node.name]
    found = value_on(table, made.day)
    return typed(UNTYPED, table.type) if found is None else constant(found)


def _decision(made: Expressions, node: e.DecisionValue, seen: Looking) -> Symbol:
    found = seen.decided.get(node.name, UNTYPED)
    if found is UNTYPED:
        return typed(UNTYPED, made.corpus.decisions[node.name].type)
    if isinstance(found, Number) and found.below:
        return _last_below(found, made.corpus.decisions[node.name].type)
    return found


def _last_below(found: Number, type_: Type) -> Symbol:
    if not found.fixed:
        raise NotEncodableError("de laatste waarde onder een grens die van de casus afhangt")
    limit = as_value(found.term, found.parts, day=found.day)
    return given_that(constant(last_below(limit, type_)), found.defined)  # type: ignore[arg-type]  # a number or day


def _case_date(made: Expressions, _: e.CaseDate, __: Looking) -> Symbol:
    return constant(made.day)


# ------------------------------------------------ conditions


def _not(made: Expressions, node: e.Not, seen: Looking) -> Symbol:
    return negated(made.truth(node.operand, seen))


def _and(made: Expressions, node: e.And, seen: Looking) -> Symbol:
    return all_of([made.truth(each, seen) for each in node.operands])


def _or(made: Expressions, node: e.Or, seen: Looking) -> Symbol:
    return any_of([made.truth(each, seen) for each in node.operands])


def _compare(made: Expressions, node: e.Compare, seen: Looking) -> Symbol:
    try:
        return _compared(made, node, seen)
    except NotEncodableError:
        return made.loosely(node, made.world.free_truth("vergelijking"))


def _compared(made: Expressions, node: e.Compare, seen: Looking) -> Symbol:
    left, right = made.value(node.left, seen), made.value(node.right, seen)
    if left is UNTYPED or right is UNTYPED:
        return NEITHER
    there = both(left.defined, right.defined)
    found = partial(COMPARISONS[node.operator](left, right), there)
    if there is True or not looks_into_list(made.corpus, node) or _counts_surely(made, node, seen):
        return found
    # What is known of a list may settle a comparison of which a side has no value.
    return made.loosely(node, _or_else(found, there, made.world.free_truth("vergelijking")))


def _or_else(found: Truth, there: Bool, otherwise: Truth) -> Truth:
    return Truth(
        either(found.yes, both(opposite(there), otherwise.yes)),
        either(found.no, both(opposite(there), otherwise.no)),
        False,
    )


def _counts_surely(made: Expressions, node: e.Expression, seen: Looking) -> bool:
    """Whether everything of a list is always known, and which of its elements count."""
    for each in walk(node, made.corpus.concepts):
        if not isinstance(each, e.CountOf | e.SumOf | e.ExtremeOf):
            continue
        for element in made.facts.list_of(each.list).elements[:1]:
            if element.known is not True or any(one.defined is not True for one in element.fields.values()):
                return False
            if each.condition is None:
                continue
            if not made.truth(each.condition, _into(seen, each.list, element)).total:
                return False
    return True


def _one_of(made: Expressions, node: e.OneOf, seen: Looking) -> Symbol:
    subject = made.value(node.subject, seen)
    assert isinstance(subject, Choice)
    return partial(some([subject.options.get(each, False) for each in node.options]), subject.defined)


# ------------------------------------------------ lists and other rules


def _field(_: Expressions, node: e.FieldValue, seen: Looking) -> Symbol:
    element = seen.elements.get(node.list)
    if element is None:
        raise NotEncodableError("een element van een lijst buiten de lijst")
    return element.fields[node.name]


def _into(seen: Looking, name: str, element: Element) -> Looking:
    return Looking({**seen.elements, name: element}, seen.decided)


def _list(made: Expressions, node: e.ListExpression, seen: Looking) -> Symbol:
    def look(inner: e.Expression, name: str, element: Element) -> Symbol:
        return made.value(inner, _into(seen, name, element))

    unrolled = made.facts.list_of(node.list)
    found = of_list(node, unrolled, look)
    return _if_short(made, found, unrolled, node)


def _if_short(made: Expressions, found: Symbol, unrolled: Unrolled, node: e.ListExpression) -> Symbol:
    """The value where the list is as short as is looked at; of a longer one nothing is said."""
    if unrolled.short is None:
        return found
    free = made.world.free_like(found, node.list)
    if isinstance(node, e.CountOf):
        free = made.world.at_most(free, unrolled.most)
    return selected(unrolled.short, found, free)


def _rule_value(made: Expressions, node: e.RuleValue, _: Looking) -> Symbol:
    return typed(made.given_by(node), made.corpus.decisions[node.decision].type)


def _ordinary(_: Expressions, __: e.OrdinaryOutcome, ___: Looking) -> Symbol:
    return UNTYPED


_MAKERS: dict[type, Maker] = {
    **CALCULATIONS,
    e.Constant: _constant,
    e.NoValue: _no_value,
    e.Input: _input,
    e.ConceptValue: _concept,
    e.TableValue: _table,
    e.DecisionValue: _decision,
    e.CaseDate: _case_date,
    e.Not: _not,
    e.And: _and,
    e.Or: _or,
    e.Compare: _compare,
    e.OneOf: _one_of,
    e.FieldValue: _field,
    **dict.fromkeys((e.CountOf, e.SumOf, e.ExtremeOf, e.SomeOf, e.AllOf), _list),
    e.RuleValue: _rule_value,
    e.OrdinaryOutcome: _ordinary,
}
