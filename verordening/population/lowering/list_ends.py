"""Where what is known of a list may settle a comparison that has no value, as `ends` of the interpreter does.

Of two children and perhaps a third, `aantal kinderen >= 2` is ja. A program does not say that: there is doubt.
"""

from __future__ import annotations

from fractions import Fraction

from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import inputs_of
from verordening.model.types import Kind
from verordening.population.facts import bounds_of
from verordening.population.lowering.facts import ColumnFacts
from verordening.symbolic.terms import Bool


def may_settle(node: e.Expression, facts: ColumnFacts) -> Bool:
    """Where it may. A list of which nothing is given settles nothing where any number of elements would do."""
    if isinstance(node, e.Compare):
        for one, other in ((node.left, node.right), (node.right, node.left)):
            match one:
                case e.SomeOf() | e.AllOf():
                    return False  # ja and nee have no ends
                case e.CountOf() | e.ExtremeOf() if _is_free(one, other, node.operator, facts.corpus):
                    return facts.list_of(one.list).elements[0].known
    return True


def _is_free(one: e.CountOf | e.ExtremeOf, other: e.Expression, operator: str, corpus: Corpus) -> bool:
    """Whether nothing is settled while nothing is known of the list: any number of elements may be there."""
    lists = {name for name in inputs_of(corpus, one) if corpus.inputs[name].type.kind is Kind.LIST}
    if lists != {one.list} or isinstance(one, e.ExtremeOf):
        return lists == {one.list}
    if not isinstance(other, e.Input) or operator != "=":
        return False
    (low, high), most = bounds_of(corpus.inputs[other.name].type), corpus.inputs[one.list].type.high
    assert isinstance(low, int | Fraction)
    assert isinstance(high, int | Fraction)
    assert isinstance(most, int)
    return low >= 0 and high <= most
