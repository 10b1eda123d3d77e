"""The day to look at regulations on, where a question is about all cases and not about one day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from verordening.evaluate.holding import force_on
from verordening.model.corpus import Corpus
from verordening.model.rules import Rule
from verordening.model.validity import Force


def last_day(corpus: Corpus, rules: Iterable[Rule]) -> date | None:
    """The last day on which a text or an amount begins to hold that is known here, as far as all these rules hold then.

    That is the law as it now is: for days long ago amounts may be missing.
    """
    wanted = tuple(rules)
    for day in _days(corpus):
        if all(force_on(rule, day) is Force.IN_FORCE for rule in wanted):
            return day
    return None


@lru_cache(maxsize=8)
def _days(corpus: Corpus) -> tuple[date, ...]:
    """The days on which a text or an amount begins to hold, the last first."""
    texts = (each for rule in corpus.rules for each in (rule.validity, rule.in_regulation))
    found = {each.start for each in texts if each.start is not None}
    found.update(row.start for table in corpus.tables.values() for row in table.rows if row.value is not None)
    return tuple(sorted(found, reverse=True))
