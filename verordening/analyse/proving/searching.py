"""A case in which claims hold together, found or ruled out by trying: exact for facts that stand beside constants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from verordening.analyse.proving import claims as c
from verordening.analyse.proving.following import What
from verordening.analyse.proving.interpreting import truths
from verordening.analyse.proving.reading import allowed_in, reading_of
from verordening.evaluate.allowed import Allowed
from verordening.evaluate.context import Context
from verordening.evaluate.looked_at import looked_at_in, merged
from verordening.evaluate.representatives import Compared, compared_in, representatives
from verordening.evaluate.searching import FEW, Search, missing_for
from verordening.evaluate.unknown import Truth, Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.types import Value
from verordening.records import dataclass

MOST_TRIED = 150
"""Past this many tries for one question trying is given up."""
TOO_LONG = "doorrekenen duurt te lang"
"""Why a question is not settled of which the solver had no time left."""
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
        lambda: looked_at_by(wanted, corpus),
        "of dit kan voorkomen",
        allowed=allowed_in(wanted, corpus),
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


@lru_cache(maxsize=4096)
def looked_at_by(claims: tuple[c.Claim, ...], corpus: Corpus) -> Compared:
    """The comparisons in which claims may turn: those in all that is read for them."""
    allowed = allowed_in(claims, corpus)
    return merged(_looked_at(each, corpus, allowed) for each in claims)


def _looked_at(claim: c.Claim, corpus: Corpus, allowed: Allowed) -> Compared:
    if isinstance(claim, c.Not):
        return _looked_at(claim.claim, corpus, allowed)
    if isinstance(claim, c.OneOf):
        return merged(_looked_at(each, corpus, allowed) for each in claim.claims)
    reading = reading_of(corpus)
    conditions: dict[e.Expression, None] = {}
    values: dict[e.Expression, None] = {}
    for read in reading.within(allowed).of(reading.claimed(claim)):
        found = values if read.what in (What.GIVES, What.LEAVES) else conditions
        found.update(dict.fromkeys(reading.nodes_of(read)))
    match claim:
        case c.Holds():
            return compared_in(corpus, (claim.condition, *conditions), values)
        case c.Applies() | c.InPlay() | c.Satisfies():
            return compared_in(corpus, conditions, values)
        case _:
            return looked_at_in(corpus, conditions, values, claim.decision)
