"""Trials that a change cannot reach, told without running them: what was changed comes to the same in them.

Safe by strong Kleene: what is known and the same with the given facts stays so whatever the missing facts turn out to
be. Where rules are looked at as a whole, beside a case (relations between leden), nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from verordening.analyse.mutation.mutant import Mutant
from verordening.analyse.mutation.selecting import Looked
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth, value
from verordening.evaluate.rules import applies
from verordening.evaluate.unknown import Result, Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import walk
from verordening.model.rules import Form, Rule
from verordening.model.standards import Floor
from verordening.model.tables import value_on

_UNSEEN: Final = frozenset({Form.SET, Form.AT_MOST, Form.AT_LEAST, Form.FORBID})
"""What a rule does that leaves no trace where it does not apply."""


def makes_no_difference(mutant: Mutant, changed: Corpus, looked: Looked) -> bool:
    """Whether a trial surely comes out the same on the changed corpus."""
    corpus = looked.bases[0].corpus
    if mutant.table and not looked.has_months:
        day = looked.bases[0].day
        return value_on(corpus.tables[mutant.table], day) == value_on(changed.tables[mutant.table], day)
    if mutant.rules and mutant.rules.isdisjoint(_rules_as_a_whole(corpus)):
        return all(_rules_do_the_same(mutant, changed, each) for each in looked.bases)
    if mutant.concept and mutant.turned and mutant.concept not in _concepts_as_a_whole(corpus):
        return all(_comes_to_the_same(mutant.turned, changed, each) for each in looked.bases)
    if mutant.guideline and mutant.turned:
        return all(_comes_to_the_same(mutant.turned, changed, each) for each in looked.bases)
    if mutant.floor:
        return all(_is_out_of_play(mutant.floor, changed, each) for each in looked.bases)
    return False


def _rules_do_the_same(mutant: Mutant, changed: Corpus, base: Context) -> bool:
    if mutant.turned and _comes_to_the_same(mutant.turned, changed, base):
        return True
    after = _beside(changed, base)
    return all(
        applies(index, base) is False
        and applies(index, after) is False
        and not _is_seen_anyway(corpus.rules[index])
        for index in mutant.rules
        for corpus in (base.corpus, changed)
    )


def _is_seen_anyway(rule: Rule) -> bool:
    """Whether a rule shows where it does not apply: as a closed route, a delegation, or room ahead of its date."""
    return rule.validity.tolerated is not None or any(effect.form not in _UNSEEN for effect in rule.effects)


def _comes_to_the_same(
    turned: tuple[e.Expression | None, e.Expression | None], changed: Corpus, base: Context
) -> bool:
    before = _result(turned[0], base)
    return not isinstance(before, Unknown) and before == _result(turned[1], _beside(changed, base))


def _result(node: e.Expression | None, context: Context) -> Result:
    return True if node is None else value(node, context)


def _is_out_of_play(name: str, changed: Corpus, base: Context) -> bool:
    """Whether a floor does not speak in the case, before nor after the change."""
    before = [each for each in base.corpus.floors if each.name == name]
    after = [each for each in changed.floors if each.name == name]
    return all(_surely_silent(each, base) for each in before) and all(
        _surely_silent(each, _beside(changed, base)) for each in after
    )


def _surely_silent(floor: Floor, context: Context) -> bool:
    if any(_looks_at_a_decision(node, context.corpus) for node in (floor.condition, floor.exception)):
        return False
    if truth(floor.condition, context) is False:
        return True
    return floor.exception is not None and truth(floor.exception, context) is True


def _looks_at_a_decision(node: e.Expression | None, corpus: Corpus) -> bool:
    return any(isinstance(each, e.DecisionValue) for each in walk(node, corpus.concepts))


def _beside(changed: Corpus, base: Context) -> Context:
    return Context(changed, base.inputs, base.day)


# ------------------------------------------------ what is looked at as a whole


@lru_cache(maxsize=64)
def _rules_as_a_whole(corpus: Corpus) -> frozenset[int]:
    """The rules with a relation to another lid, those that these speak of, and those that fill either in."""
    related = {index for rule in corpus.rules for index in _related(rule)}
    related |= {rule.index for rule in corpus.rules if any(True for _ in _related(rule))}
    filling = {
        rule.index for rule in corpus.rules if any(delegation in related for delegation, _ in rule.fills)
    }
    return frozenset(related | filling)


def _related(rule: Rule) -> Iterator[int]:
    for effect in rule.effects:
        if effect.relation is not None:
            yield from effect.relation[1]


@lru_cache(maxsize=64)
def _concepts_as_a_whole(corpus: Corpus) -> frozenset[str]:
    """The concepts that those rules turn on."""
    return frozenset(
        each.name
        for index in _rules_as_a_whole(corpus)
        for node in (corpus.rules[index].condition, corpus.rules[index].exception)
        for each in walk(node, corpus.concepts)
        if isinstance(each, e.ConceptValue)
    )
