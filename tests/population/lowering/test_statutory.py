"""Tables of statutory terms say of every first day what the rules for one term say."""

from __future__ import annotations

from datetime import date

import pytest

from verordening.model.holidays import extending_terms, extends_term
from verordening.model.terms import statutory_end
from verordening.population.lowering.statutory import UNSAID, days_later

FIRST, LAST = date(2013, 1, 1), date(2032, 12, 31)
"""Years with and without days that a decree equates, and both king's days."""


@pytest.mark.parametrize(
    ("length", "family"), [(1, "dag"), (3, "dag"), (28, "dag"), (90, "dag"), (2, "maand"), (5, "werkdag")]
)
def test_of_every_day_the_end_of_its_term(length: int, family: str) -> None:
    table = days_later(FIRST.toordinal(), LAST.toordinal(), length, family)
    for later, day in zip(table, _days(), strict=True):
        end = statutory_end(day, length, family)
        assert later == (UNSAID if end is None else (end - day).days), day


def test_a_term_of_a_week_over_easter() -> None:
    # From Friday 27 March 2026 seven days end on Good Friday; then come a weekend and Easter Monday.
    friday = date(2026, 3, 27).toordinal()
    assert days_later(friday, friday, 7, "dag") == (11,)


def test_all_days_at_once_as_one_by_one() -> None:
    assert extending_terms(FIRST, LAST) == [extends_term(day) for day in _days()]


def _days() -> list[date]:
    return [date.fromordinal(each) for each in range(FIRST.toordinal(), LAST.toordinal() + 1)]
