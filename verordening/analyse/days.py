"""The day to look at regulations on, where a question is about all cases and not about one day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
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
    for day in reversed(corpus.starts):
        if all(force_on(rule, day) is Force.IN_FORCE for rule in wanted):
            return day
    return None


def day_from(corpus: Corpus, rules: Iterable[Rule], today: date) -> date | None:
    """A day to look at these rules together: the last on which all amounts are known, not after today, else the first
    day from today on which they all hold. None where there is none.
    """
    wanted = tuple(rules)
    later = (day for day in corpus.starts if day > today)
    days = (last_known_day(corpus, today), today, *later)
    return next((day for day in days if all(force_on(each, day) is Force.IN_FORCE for each in wanted)), None)


@lru_cache(maxsize=8)
def last_known_day(corpus: Corpus, today: date) -> date:
    """Today, or the day before it on which the last of the amounts that were kept up to then runs out."""
    long_ago = today - timedelta(days=365)
    ends = (
        max((row.end or date.max for row in table.rows if row.value is not None), default=None)
        for table in corpus.tables.values()
    )
    return min((today, *(end - timedelta(days=1) for end in ends if end is not None and end > long_ago)))


def changing_days(corpus: Corpus, today: date) -> tuple[date, ...]:
    """Today and the days after it on which some text begins or ceases to hold, in order."""
    texts = (each for rule in corpus.rules for each in (rule.validity, rule.in_regulation))
    found = {day for each in texts for day in (each.start, each.end) if day is not None and day > today}
    return (today, *sorted(found))
