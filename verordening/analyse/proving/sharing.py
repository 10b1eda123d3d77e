"""Cases that several questions come upon while trying: what was worked out of one is there for the next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from verordening.evaluate.context import Context
from verordening.model.corpus import Corpus
from verordening.model.types import Value

MOST_SHARED: Final = 1000
"""So many cases of one day are kept: some tens of kilobytes each."""


class Cases:
    """The cases of one corpus and day, by what is given."""

    def __init__(self, corpus: Corpus, day: date) -> None:
        self.corpus, self.day = corpus, day
        self._known: dict[frozenset[tuple[str, Value]], Context] = {}
        self._shared: set[Context] = set()

    def of(self, given: Mapping[str, Value]) -> Context:
        """The case in which just this is given."""
        key = frozenset(given.items())
        found = self._known.get(key)
        return self._keep(key, Context(self.corpus, given, self.day)) if found is None else found

    def with_more(self, case: Context, given: Mapping[str, Value]) -> Context:
        """A case where more is given. Of one in which something is supposed beside its facts nothing is shared."""
        if case not in self._shared:
            return case.with_more(given)
        key = frozenset(given.items())
        found = self._known.get(key)
        return self._keep(key, case.with_more(given)) if found is None else found

    def _keep(self, key: frozenset[tuple[str, Value]], case: Context) -> Context:
        if len(self._known) < MOST_SHARED:
            self._known[key] = case
            self._shared.add(case)
        return case
