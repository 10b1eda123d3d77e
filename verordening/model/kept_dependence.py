"""What conditions and begrippen turn on, to keep with a corpus in the cache: a first answer looks into few of them.

It stands under the same name as the corpus, so it follows from the same texts and the same program. A corpus that is
changed while a command runs is another one, of which nothing is known beforehand.
"""

from __future__ import annotations

from verordening.model.dependence import (
    beforehand,
    conditions_in,
    conditions_of,
    depends,
    pinning_conditions,
)
from verordening.model.dependence import values_of as values_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from verordening.model.corpus import Corpus
    from verordening.model.dependence import Row
    from verordening.model.expressions import Expression


def kept_rows(corpus: Corpus) -> dict[Expression, Row]:
    """A row for each condition and value in the rules, begrippen, samenhang, floors and guidelines of a corpus."""
    same: dict[Row, Row] = {}
    found: dict[Expression, Row] = {}
    for node in _expressions(corpus):
        known = depends(corpus, node)
        row: Row = (known.inputs, tuple(sorted(known.free)), *known.looks)
        found[node] = same.setdefault(row, row)
    return found


def remember(corpus: Corpus, rows: dict[Expression, Row]) -> None:
    """From now on these rows say what the expressions of this corpus turn on."""
    beforehand(corpus).update(rows)


def _expressions(corpus: Corpus) -> Iterator[Expression]:
    for rule in corpus.rules:
        yield from conditions_of(rule)
        yield from pinning_conditions(rule)
        yield from values_in(rule)
    for concept in corpus.concepts.values():
        yield concept.value
    for coherence in corpus.coherences:
        yield from conditions_in(coherence)
    for floor in corpus.floors:
        yield floor.demand
        yield from (each for each in (floor.condition, floor.exception) if each is not None)
        yield from (each.bound for each in floor.repairs)
    yield from (each.condition for each in corpus.guidelines if each.condition is not None)
