"""A case in which claims hold together, found or ruled out by trying: exact for facts that stand beside constants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from verordening.analyse.proving import claims as c
from verordening.analyse.proving.interpreting import truths
from verordening.evaluate.allowed import Allowed, allowed_by, together
from verordening.evaluate.context import Context
from verordening.evaluate.looked_at import looked_at, merged
from verordening.evaluate.representatives import Compared, compared_in, relevant
from verordening.evaluate.searching import Search
from verordening.evaluate.standing import STANDING
from verordening.evaluate.unknown import Truth, Unknown
from verordening.model.corpus import Corpus
from verordening.records import dataclass

MOST_TRIED = 600
"""Past this many tries for one question trying is given up."""


@dataclass(frozen=True, slots=True)
class NotProven:
    """Neither a case was found nor was every case ruled out. `why` says in Dutch what stood in the way."""

    why: tuple[str, ...]
    tried: int


Answer = Context | NotProven | None
"""A case in which the claims hold, with what is known of it; not settled; or None: there is no such case."""


def search(corpus: Corpus, claims: Iterable[c.Claim], day: date, most: int = MOST_TRIED) -> Answer:
    """A case on a day in which all these claims hold, in at most so many tries."""
    wanted = tuple(claims)

    def goal(context: Context) -> Iterator[Truth]:
        return truths(wanted, context)

    looking = Search(
        goal,
        lambda: merged(_looked_at(each, corpus) for each in wanted),
        "of dit kan voorkomen",
        allowed=together(_allowed(each, corpus) for each in wanted),
        most=most,
    )
    before = Search.tries_in_all
    found = looking.case(Context(corpus, {}, day))
    if isinstance(found, Unknown):
        return NotProven(tuple(sorted(found.texts)), Search.tries_in_all - before)
    return found


def _allowed(claim: c.Claim, corpus: Corpus) -> Allowed:
    match claim:
        case c.Applies() | c.Stands() | c.DelegationStands():
            return allowed_by(corpus, claim.rule)
    return {}


def _looked_at(claim: c.Claim, corpus: Corpus) -> Compared:
    match claim:
        case c.Not():
            return _looked_at(claim.claim, corpus)
        case c.OneOf():
            return merged(_looked_at(each, corpus) for each in claim.claims)
        case c.Holds():
            return compared_in(corpus, (claim.condition,), ())
        case c.Applies():
            return looked_at(corpus, (claim.rule,), "", None, STANDING.against)
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
