"""Whether there is a case in which conditions hold together, found or ruled out; None where neither is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from verordening.analyse.days import last_day
from verordening.evaluate.allowed import allowed_by, together
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth
from verordening.evaluate.representatives import compared_in
from verordening.evaluate.searching import Search
from verordening.evaluate.unknown import Truth, Unknown, negated
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of
from verordening.model.rules import Rule
from verordening.model.types import Value

MOST_TRIES = 300
"""For one question of a lint rule; what takes more is for `conflicten`."""

Facts = dict[str, Value]


def case_of(corpus: Corpus, rules: Sequence[Rule], day: date) -> Facts | bool | None:
    """Facts for which the conditions of all these rules hold on a day; False where there are none, None if unknown."""
    nodes = [node for rule in rules for node in conditions_of(rule)]

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
        doubtful=True,
        most=MOST_TRIES,
    )
    found = search.case(Context(corpus, {}, day))
    if isinstance(found, Unknown):
        return None
    return dict(found.inputs) if found is not None else False


def holds_never(corpus: Corpus, condition: e.Expression, day: date, *, outcome: bool = True) -> bool:
    """Whether a condition surely never has this outcome on a day."""

    def goal(context: Context) -> Iterable[Truth]:
        found = truth(condition, context)
        yield found if outcome else negated(found)

    search = Search(
        goal,
        lambda: compared_in(corpus, (condition,), ()),
        "",
        allowed={},
        doubtful=True,
        most=MOST_TRIES,
    )
    return search.case(Context(corpus, {}, day)) is None


def delegations_of(corpus: Corpus, rule: Rule, decision: str) -> list[Rule]:
    """The delegations of a decision that a rule may fill in."""
    indices = dict.fromkeys(index for index, filled in rule.fills if filled == decision)
    return [corpus.rules[index] for index in indices]


def meets(corpus: Corpus, rule: Rule, delegation: Rule) -> bool:
    """Whether both may hold in one case. Ask it last: it is searched for."""
    day = last_day(corpus, (rule, delegation))
    return day is not None and case_of(corpus, (rule, delegation), day) is not False
