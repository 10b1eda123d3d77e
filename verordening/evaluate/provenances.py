"""What an outcome rests on: the texts behind it with their herkomst. It is as good as the weakest of them."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.evaluate.citing import concepts_deciding
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.expressions import truth
from verordening.evaluate.holding import ruling_transition, text_day
from verordening.evaluate.standing import delegation_stands
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, parts, values_of, walk
from verordening.model.rules import Provenance, Rule
from verordening.model.tables import row_on
from verordening.remembering import lru_cache


def provenances(
    rule: Rule | None, decided: Decided, kept: tuple[Rule, ...], context: Context
) -> list[Provenance]:
    """The texts that the outcome rests on.

    Rule, delegation, the concepts and table rows in them, floors that overrode.
    """
    found: list[Provenance] = []
    nodes: list[e.Expression] = []
    if rule is not None:
        found.append(rule.provenance.on(text_day(rule, context)))
        transition = ruling_transition(rule, context)
        if transition is not None:
            by = context.corpus.provision(transition.id, context.day)
            found += [by.provenance.on(context.day)] if by is not None else []
        nodes += _resting_on_texts(context.corpus, rule)
        for index, filled in rule.fills:
            if (
                filled == decided.decision
                and delegation_stands(index, decided.decision, context) is not False
            ):
                filling = context.corpus.rules[index]
                found.append(filling.provenance.on(text_day(filling, context)))
    found += _ruled_out_by(kept, context)
    for floor in decided.broken:
        found.append(floor.provenance.on(context.day))
        nodes += [floor.demand, *(each.bound for each in floor.repairs)]
    for node in nodes:
        for each in _taken(node, context) if _rests_on_texts(context.corpus, node) else ():
            if isinstance(each, e.ConceptValue):
                found += _of_concept(each.name, context)
            elif isinstance(each, e.TableValue):
                found += _row_provenance(each.name, context)
    return found


def _ruled_out_by(kept: tuple[Rule, ...], context: Context) -> list[Provenance]:
    """The concepts with a herkomst of their own that kept a deviation away: the outcome rests on them too."""
    found = []
    for other in kept:
        if not _concepts_of_their_own(context.corpus, other):
            continue
        for concept in concepts_deciding(other, context):
            found += _of_concept(concept, context)
    return found


def _of_concept(name: str, context: Context) -> list[Provenance]:
    provenance = context.corpus.concepts[name].provenance
    return [] if provenance is None else [provenance.on(context.day)]


@lru_cache(maxsize=8192)
def _concepts_of_their_own(corpus: Corpus, rule: Rule) -> bool:
    """Whether any concept in the conditions of a rule has a herkomst of its own."""
    return any(
        isinstance(each, e.ConceptValue) and corpus.concepts[each.name].provenance is not None
        for node in conditions_of(rule)
        for each in walk(node, corpus.concepts)
    )


@lru_cache(maxsize=8192)
def _resting_on_texts(corpus: Corpus, rule: Rule) -> tuple[e.Expression, ...]:
    """The conditions and values of a rule that rest on texts of their own."""
    return tuple(each for each in (*conditions_of(rule), *values_of(rule)) if _rests_on_texts(corpus, each))


@lru_cache(maxsize=8192)
def _rests_on_texts(corpus: Corpus, node: e.Expression) -> bool:
    """Whether an expression may have a value from a table, or by a concept with a herkomst of its own."""
    return any(
        isinstance(each, e.TableValue)
        or (isinstance(each, e.ConceptValue) and corpus.concepts[each.name].provenance is not None)
        for each in walk(node, corpus.concepts)
    )


def _taken(node: e.Expression, context: Context) -> Iterator[e.Expression]:
    """The expressions that a value was really made of: of a choice between branches only the one that held."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, e.ConceptValue):
            waiting.append(context.corpus.concepts[each.name].value)
        elif isinstance(each, e.Branches):
            held = next((pair for pair in each.branches if truth(pair[1], context) is True), None)
            waiting.append(each.otherwise if held is None else held[0])
        else:
            waiting.extend(parts(each))


def _row_provenance(name: str, context: Context) -> list[Provenance]:
    row = row_on(context.corpus.tables[name], context.day)
    return [] if row is None or row.provenance is None else [row.provenance]
