"""What of a corpus has a part in one decision: which rules and floors, and which other decisions those look at."""

from __future__ import annotations

from functools import lru_cache

from verordening.analyse.difference.meaning import references
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, inputs_of, pinning_conditions, values_of
from verordening.model.expressions import Expression
from verordening.model.rules import Rule
from verordening.model.standards import Floor
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class Reach:
    """The rules (indices) and floors behind a decision, and the decisions that these floors guard with it."""

    rules: frozenset[int]
    floors: tuple[Floor, ...]
    decisions: tuple[str, ...]

    def conditions(self, corpus: Corpus) -> list[Expression]:
        """What decides whether these apply, and what the floors demand."""
        rules = [corpus.rules[index] for index in sorted(self.rules)]
        nodes = [node for rule in rules for node in (*conditions_of(rule), *pinning_conditions(rule))]
        for floor in self.floors:
            nodes += [each for each in (floor.condition, floor.exception, floor.demand) if each is not None]
        return nodes

    def outcomes(self, corpus: Corpus) -> list[Expression]:
        """What these give."""
        nodes = [node for index in sorted(self.rules) for node in values_of(corpus.rules[index])]
        return nodes + [each.bound for floor in self.floors for each in floor.repairs]


@lru_cache(maxsize=512)
def reach_of(corpus: Corpus, decision: str) -> Reach:
    """What has a part in a decision. A general duty that waits for a judgement of its own has none: it is a route."""
    floors = tuple(each for each in corpus.floors if decision in each.guards)
    decisions = tuple(dict.fromkeys((decision, *(guard for floor in floors for guard in floor.guards))))
    waiting = [index for name in decisions for index in corpus.by_decision.get(name, ())]
    waiting += [index for index in corpus.general if not is_general_route(corpus.rules[index], corpus)]
    found: set[int] = set()
    while waiting:
        index = waiting.pop()
        if index not in found:
            found.add(index)
            waiting.extend(other for _, other in references(corpus.rules[index], corpus))
    return Reach(frozenset(found), floors, decisions)


def is_general_route(rule: Rule, corpus: Corpus) -> bool:
    """Whether a rule is a general way out that turns on a judgement which nobody fills in beforehand."""
    names = {rule.because} - {""}
    names.update(name for node in conditions_of(rule) for name in inputs_of(corpus, node))
    return rule.general and any(corpus.inputs[name].general for name in names)
