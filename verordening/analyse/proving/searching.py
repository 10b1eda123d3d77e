"""A case in which claims hold together, found or ruled out by trying: exact for facts that stand beside constants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from verordening.analyse.proving import claims as c
from verordening.analyse.proving.following import What
from verordening.analyse.proving.interpreting import truths
from verordening.analyse.proving.options import told_apart
from verordening.analyse.proving.reading import View, allowed_in, reading_of
from verordening.analyse.proving.sharing import Cases
from verordening.evaluate.context import Context
from verordening.evaluate.looked_at import looked_at_in, merged
from verordening.evaluate.representatives import Compared, compared_in, representatives
from verordening.evaluate.searching import FEW, Search, missing_for
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.types import Kind, Value
from verordening.records import dataclass

MOST_TRIED = 150
"""Past this many tries for one question trying is given up."""
FURTHER = 2
"""So many times as far proving goes once what it meets inside is known."""
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
    cases: Cases | None = None,
) -> Answer:
    """A case on a day in which all these claims hold beside what is `given`, in at most so many tries.

    `cases` are those that were met for other questions about that day.
    """
    looking = _Looking(corpus, tuple(claims), most, cases or Cases(corpus, day))
    before = Search.tries_in_all
    found = looking.case(looking.cases.of(given))
    if isinstance(found, Unknown):
        return NotProven(tuple(sorted(found.texts)), Search.tries_in_all - before)
    return found


class _Looking(Search):
    """Takes first the fact that rules out most: those that several of the claims wait for, and of these one of which
    few values are left.

    Most questions are about what never happens, so proving comes first.
    """

    def __init__(self, corpus: Corpus, wanted: tuple[c.Claim, ...], most: int, cases: Cases) -> None:
        super().__init__(
            lambda context: truths(wanted, context),
            lambda: looked_at_by(wanted, corpus),
            "of dit kan voorkomen",
            allowed=allowed_in(wanted, corpus),
            doubtful=True,
            most=most,
        )
        self.cases = cases

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

    def case(self, context: Context) -> Context | Unknown | None:
        """The same; proving goes further once what it meets inside (all that lower regulations give) is known."""
        found = super().case(context)
        if isinstance(found, Unknown):
            self.most *= FURTHER
            proven = self._proving(self._with_forced(context))
            return found if isinstance(proven, Unknown) else proven
        return found

    def _with_values(self, name: str, values: Iterable[Value], context: Context) -> list[Context]:
        if context.corpus.inputs[name].type.kind is Kind.ENUM:
            left = self.allowed.get(name)
            possible = [each for each in values if left is None or each in left]
            values = told_apart(context.corpus, name, possible, self.compared.nodes)
        return super()._with_values(name, values, context)

    def _with_more(self, context: Context, inputs: Mapping[str, Value]) -> Context:
        return self.cases.with_more(context, inputs)


@lru_cache(maxsize=4096)
def looked_at_by(claims: tuple[c.Claim, ...], corpus: Corpus) -> Compared:
    """The comparisons in which claims may turn: those in all that is read for them."""
    view = reading_of(corpus).within(allowed_in(claims, corpus))
    return merged(_looked_at(each, view) for each in claims)


@lru_cache(maxsize=8192)
def _looked_at(claim: c.Claim, view: View) -> Compared:
    if isinstance(claim, c.Not):
        return _looked_at(claim.claim, view)
    if isinstance(claim, c.OneOf):
        return merged(_looked_at(each, view) for each in claim.claims)
    reading, corpus = view.reading, view.reading.corpus
    conditions: dict[e.Expression, None] = {}
    values: dict[e.Expression, None] = {}
    for read in view.of(reading.claimed(claim)):
        found = values if read.what in (What.GIVES, What.LEAVES) else conditions
        found.update(dict.fromkeys(reading.nodes_of(read)))
    match claim:
        case c.Holds():
            return compared_in(corpus, (claim.condition, *conditions), values)
        case c.Applies() | c.InPlay() | c.Satisfies():
            return compared_in(corpus, conditions, values)
        case _:
            return looked_at_in(corpus, conditions, values, claim.decision)
