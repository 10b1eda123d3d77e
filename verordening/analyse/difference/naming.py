"""The facts of a difference in Dutch: what people call them, and not the days behind `herhaald binnen 12 maanden`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from verordening.analyse.difference.elements import Both
from verordening.evaluate.citing import shown_input
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth
from verordening.evaluate.told_apart import conjuncts
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.dependence import inputs_of
from verordening.model.rules import InputDeclaration
from verordening.model.types import Kind

_FEW = (Kind.BOOL, Kind.ENUM)


def told(facts: Iterable[str], rules: tuple[Iterable[int], Iterable[int]], both: Both) -> tuple[str, ...]:
    """These facts of a case in words. Where a begrip of the rules that decide says it, that."""
    names = list(facts)
    found = [
        each for indices, context in zip(rules, both, strict=True) for each in _concepts(indices, context)
    ]
    doubtful = {
        label for label, holds, _ in found if (not holds) in {one[1] for one in found if one[0] == label}
    }
    said: dict[str, None] = {}
    covered: set[str] = set()
    for label, holds, inputs in found:
        own = inputs & set(names)
        if label not in doubtful and len(own) > 1 and any(_has_many(name, both) for name in own):
            said[label if holds else f"niet {label}"] = None
            covered |= own
    first = [fact_words(name, both) for name in names if name not in covered]
    return (*first, *said)


def fact_words(name: str, both: Both) -> str:
    """`gedraging = te laat geregistreerd`, by the words of the new corpus where it has the fact."""
    context = both.new if name in both.new.corpus.inputs else both.old
    return shown_input(name, context.inputs[name], context)


def declared(name: str, both: Both) -> InputDeclaration:
    """What a fact is, as the new corpus says where it has it."""
    known: Mapping[str, InputDeclaration] = both.new.corpus.inputs
    return known[name] if name in known else both.old.corpus.inputs[name]


def _has_many(name: str, both: Both) -> bool:
    return declared(name, both).type.kind not in _FEW


def _concepts(rules: Iterable[int], context: Context) -> Iterator[tuple[str, bool, set[str]]]:
    """The begrippen on which these rules, and those that deviate from them, turn: whether they hold, and about what."""
    corpus = context.corpus
    indices = [other for each in rules for other in (each, *corpus.deviating.get(each, ()))]
    for index in dict.fromkeys(indices):
        for node in conjuncts(corpus.rules[index]):
            inner = node.operand if isinstance(node, e.Not) else node
            found = truth(inner, context)
            if isinstance(inner, e.ConceptValue) and not isinstance(found, Unknown):
                label = corpus.concepts[inner.name].label
                yield label, found, set(inputs_of(corpus, inner))
