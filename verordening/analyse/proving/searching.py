"""A case in which claims hold together, found or ruled out by trying: exact for facts that stand beside constants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from verordening.analyse.proving import claims as c
from verordening.analyse.proving.interpreting import truths
from verordening.evaluate.allowed import Allowed, allowed_by, together
from verordening.evaluate.context import Context
from verordening.evaluate.looked_at import looked_at, merged
from verordening.evaluate.representatives import Compared, compared_in, relevant, representatives
from verordening.evaluate.searching import FEW, Search, missing_for
from verordening.evaluate.standing import STANDING
from verordening.evaluate.unknown import Truth, Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, pinning_conditions
from verordening.model.types import Value
from verordening.records import dataclass

MOST_TRIED = 150
"""Past this many tries for one question trying is given up."""
MOST_LOOKED_AHEAD = 6
"""Of so many facts it is looked at what each of their values leaves, before one of them is taken."""


NOTHING_GIVEN: Mapping[str, Value] = {}


@dataclass(frozen=True, slots=True)
class NotProven:
    """Neither a case was found nor was every case ruled out. `why` says in Dutch what stood in the way."""

    why: tuple[str, ...]
    tried: int


Answer = Context | NotProven | None
"""A case in which the claims hold, with what is known of it; not settled; or None: there is no such case."""


def search(
    corpus: Corpus,
    claims: Iterable[c.Claim],
    day: date,
    most: int = MOST_TRIED,
    *,
    given: Mapping[str, Value] = NOTHING_GIVEN,
) -> Answer:
    """A case on a day in which all these claims hold beside what is `given`, in at most so many tries."""
    wanted = tuple(claims)

    def goal(context: Context) -> Iterator[Truth]:
        return truths(wanted, context)

    looking = _Looking(
        goal,
        lambda: merged(looked_at_by(each, corpus) for each in wanted),
        "of dit kan voorkomen",
        allowed=together(_allowed(each, corpus) for each in wanted),
        most=most,
    )
    before = Search.tries_in_all
    found = looking.case(Context(corpus, given, day))
    if isinstance(found, Unknown):
        return NotProven(tuple(sorted(found.texts)), Search.tries_in_all - before)
    return found


class _Looking(Search):
    """Takes first the fact that rules out most: those that several of the claims wait for, and of these one of which
    few values are left.
    """

    def _completed(self, names: Iterable[str], context: Context) -> tuple[list[Context], bool] | None:
        parts = [each for each in self.goal(context) if isinstance(each, Unknown)]
        waiting = Counter(name for each in parts for name in each.inputs)
        few = [
            each for each in self._ordered(waiting, context) if context.corpus.inputs[each].type.kind in FEW
        ]
        few.sort(key=lambda each: -waiting[each])
        best: list[Context] | None = None
        for name in few[:MOST_LOOKED_AHEAD]:
            values = representatives(name, self.compared, context)
            assert values is not None
            left = [
                each
                for each in self._with_values(name, values.values, context)
                if missing_for(self.goal(each)) is not False
            ]
            if best is None or len(left) < len(best):
                best = left
            if len(best) < 2:
                break
        return (best, False) if best is not None else super()._completed(names, context)


def _allowed(claim: c.Claim, corpus: Corpus) -> Allowed:
    match claim:
        case c.Applies() | c.Stands() | c.DelegationStands():
            return allowed_by(corpus, claim.rule)
    return {}


def looked_at_by(claim: c.Claim, corpus: Corpus) -> Compared:
    match claim:
        case c.Not():
            return looked_at_by(claim.claim, corpus)
        case c.OneOf():
            return merged(looked_at_by(each, corpus) for each in claim.claims)
        case c.Holds():
            return compared_in(corpus, (claim.condition,), ())
        case c.Applies():
            return compared_in(corpus, _conditions_behind(corpus, claim.rule), ())
        case c.Differ():
            return looked_at(corpus, (claim.rule, claim.other), claim.decision, None, STANDING.against)
        case c.Covered():
            return looked_at(corpus, (claim.rule, claim.delegation), claim.decision, None, STANDING.against)
        case c.Respects():
            return looked_at(corpus, (claim.rule, claim.limit), claim.decision, None, STANDING.against)
        case c.DelegationStands() | c.MaySpeak() | c.Stands():
            return looked_at(corpus, (claim.rule,), claim.decision, None, STANDING.against)
        case c.InPlay() | c.Satisfies():
            return relevant(corpus, tuple(corpus.floors[claim.floor].guards))


def _conditions_behind(corpus: Corpus, index: int) -> list[e.Expression]:
    """The conditions of a rule and of all that it deviates from."""
    waiting, found = [index], dict[int, list[e.Expression]]()
    while waiting:
        rule = corpus.rules[waiting.pop()]
        if rule.index not in found:
            found[rule.index] = [*conditions_of(rule), *pinning_conditions(rule)]
            waiting.extend(() if rule.general else rule.targets)
    return [node for nodes in found.values() for node in nodes]
