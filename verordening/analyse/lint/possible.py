"""Whether there is a case in which conditions hold together, found or ruled out; None where neither is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from verordening.analyse.lint.look import Look
from verordening.evaluate.allowed import allowed_by, together
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of
from verordening.model.rules import Rule
from verordening.model.types import Value

if TYPE_CHECKING:
    from verordening.evaluate.context import Context
    from verordening.evaluate.unknown import Truth

MOST_OF_ONE = 100
MOST_IN_ALL = 2_000
"""Past this many tries, for one question and for all of a corpus together, lint says nothing."""

Facts = dict[str, Value]


def case_of(look: Look, rules: Sequence[Rule], day: date) -> Facts | bool | None:
    """Facts for which the conditions of all these rules hold on a day; False where there are none, None if unknown."""
    # Imported here: most regulations have no rule of which this is asked.
    from verordening.evaluate.context import Context
    from verordening.evaluate.expressions import truth
    from verordening.evaluate.representatives import compared_in
    from verordening.evaluate.searching import Search
    from verordening.evaluate.unknown import Unknown, negated

    corpus = look.corpus
    nodes = [node for rule in rules for node in conditions_of(rule)]
    left = MOST_IN_ALL - look.tried
    if left <= 0:
        return None

    def goal(context: Context) -> Iterable[Truth]:
        for rule in rules:
            yield truth(rule.condition, context)
            if rule.exception is not None:
                yield negated(truth(rule.exception, context))

    search = Search(
        goal,
        lambda: compared_in(corpus, tuple(nodes), ()),
        "",
        allowed=together(allowed_by(corpus, rule.index) for rule in rules),
        most=min(left, MOST_OF_ONE),
    )
    before = Search.tries_in_all
    found = search.case(Context(corpus, {}, day))
    look.tried += Search.tries_in_all - before
    if isinstance(found, Unknown):
        return None
    return dict(found.inputs) if found is not None else False


def delegations_of(corpus: Corpus, rule: Rule, decision: str) -> list[Rule]:
    """The delegations of a decision that a rule may fill in."""
    indices = dict.fromkeys(index for index, filled in rule.fills if filled == decision)
    return [corpus.rules[index] for index in indices]


def may_meet(look: Look, rule: Rule, other: Rule) -> bool:
    """Whether both may hold in one case, as far as the facts with few values tell: nothing is searched for."""
    return all(together(allowed_by(look.corpus, each.index) for each in (rule, other)).values())
