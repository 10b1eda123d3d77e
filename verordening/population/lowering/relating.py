"""Relations between leden in a program: whether a fixed value fits beside all that the lower regulations give.

The interpreter looks for a case in which it does, and holds the facts that the two delegations turn on alike. Where
that is one fact with a few options, its answer for each is asked beforehand, and the program looks it up.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verordening.evaluate.beside import Beside, fits_beside
from verordening.evaluate.context import Context
from verordening.evaluate.rules import applies
from verordening.evaluate.standing import STANDING, delegation_stands
from verordening.evaluate.told_apart import held, told_apart
from verordening.evaluate.unknown import Unknown
from verordening.model.corpus import Corpus
from verordening.model.types import Kind, Value
from verordening.symbolic.logic import Truth, both, opposite, some
from verordening.symbolic.symbols import Choice, Number, Symbol, as_value
from verordening.symbolic.terms import Bool
from verordening.symbolic.world import Facts, Relation


def looked_up(asked: Relation, facts: Facts, corpus: Corpus, day: date) -> Truth | None:
    """The answers of the interpreter by the one fact that they hang on; None where it is not one with a few options."""
    value, name = _fixed(asked.given), _one_fact(asked, corpus)
    if value is None or not name:
        return None
    fact = facts.of(name)
    assert isinstance(fact, Choice)
    yes: list[Bool] = []
    no: list[Bool] = []
    for option, here in _options(fact):
        if here is False:
            continue
        context = Context(corpus, {} if option is None else {name: option}, day)
        if not _matters(asked, context):
            continue
        beside = Beside(value, asked.decision, asked.rule, asked.delegation, asked.other)
        fits = fits_beside(beside, STANDING, context)
        if not isinstance(fits, Unknown):
            (yes if fits else no).append(here)
    return Truth(some(yes), some(no), False)


def _fixed(given: Symbol) -> Value | None:
    if isinstance(given, Number) and given.fixed and given.defined is True and given.endless is False:
        return None if given.below else as_value(given.term, given.parts, day=given.day)
    return None


def _one_fact(asked: Relation, corpus: Corpus) -> str:
    """The one fact that the answer hangs on, if it has a few options."""
    shared, _ = told_apart(corpus, asked.delegation, asked.other)
    names = shared | held(corpus, asked.rule, asked.delegation, asked.other)
    if len(names) != 1:
        return ""
    (name,) = names
    return name if corpus.inputs[name].type.kind is Kind.ENUM else ""


def _options(fact: Choice) -> Iterator[tuple[str | None, Bool]]:
    yield None, opposite(fact.defined)
    for option, is_this in fact.options.items():
        yield option, both(fact.defined, is_this)


def _matters(asked: Relation, context: Context) -> bool:
    """Whether the rule may apply and the delegation may stand at all; else nobody asks."""
    if applies(asked.rule, context) is False:
        return False
    return delegation_stands(asked.delegation, asked.decision, context) is not False
