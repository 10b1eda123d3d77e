"""What is to be worked out of a tree for the cases that give the same facts: by its functions, or by one for them all.

Which facts are given, says which parts may come to something else than they come to beforehand; the values of the facts
never do. Where cases that give the same facts keep coming, what is left is written as one straight function.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from verordening.evaluate import following
from verordening.evaluate.calculations import Code
from verordening.evaluate.context import Context
from verordening.evaluate.unknown import Result
from verordening.model.corpus import Corpus
from verordening.model.types import Value
from verordening.packed import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from verordening.evaluate.lines import Working
    from verordening.evaluate.tracing import Layout, Whole


class Parts(NamedTuple):
    """Some parts of a layout, by where they stand: first what has a code of its own, then the wholes."""

    codes: tuple[tuple[int, Code], ...]
    wholes: tuple[tuple[int, Whole], ...]

    def work_out(self, results: list[Result], context: Context) -> None:
        """Put what these parts come to in their places."""
        for position, code in self.codes:
            results[position] = code(context)
        for position, whole in self.wholes:
            results[position] = whole(results)


def parts_at(layout: Layout, positions: Collection[int]) -> Parts:
    """The parts of a layout that stand at these positions."""
    return Parts(
        tuple((each, layout.codes[each]) for each in positions if each < len(layout.codes)),
        tuple((each, layout.wholes[each]) for each in sorted(positions & layout.wholes.keys())),
    )


class Work:
    """The work on the cases that give facts of these names and acts of these kinds.

    `bare` is what each part comes to beforehand, but at `positions`.
    """

    def __init__(
        self,
        layout: Layout,
        positions: frozenset[int],
        bare: tuple[Result, ...],
        facts: frozenset[str],
        acts: Mapping[str, Value],
    ) -> None:
        self._layout, self._positions, self._facts, self._acts = layout, positions, facts, acts
        self._bare = bare
        self._parts = parts_at(layout, positions)
        self._written: Working | None = None
        self._times = 0

    def results(self, context: Context) -> list[Result]:
        """What every part of the layout comes to in a case."""
        results = list(self._bare)
        if self._written is not None:
            self._written(results, context)
            return results
        self._parts.work_out(results, context)
        self._times += 1
        if self._times == following.OFTEN:
            self._write(context.corpus, context.day)
        return results

    def _write(self, corpus: Corpus, day: date) -> None:
        """Write the function for these cases."""
        from verordening.evaluate.straight import Straight

        straight, layout = Straight(corpus, day, self._facts, self._acts), self._layout
        terms = {place: straight.part(node) for place, node in enumerate(layout.nodes)}
        for place, (join, below) in enumerate(layout.joins, len(layout.nodes)):
            terms[place] = straight.joined(join, [terms[each] for each in below])
        straight.remember()
        bare = [*self._bare]
        for place in sorted(self._positions):
            known = terms[place].known
            if known is None:
                straight.put(place, terms[place])
            else:
                bare[place] = known
        self._bare, self._written = tuple(bare), straight.function()
