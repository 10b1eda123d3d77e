"""Dutch texts to dates, and what is said of a date that does not exist."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.model.calendar import days_in_month
from verordening.model.date_reading import read_date, write_date
from verordening.model.scalar_errors import ScalarError


@pytest.mark.parametrize("text", ["2026-03-01", "1 maart 2026", "01 Maart 2026", "1-3-2026", "01-03-2026"])
def test_date(text: str) -> None:
    assert read_date(text) == date(2026, 3, 1)


def test_leap_day() -> None:
    assert read_date("29 februari 2024") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "reason", "help"),
    [
        (
            "31 februari 2026",
            "31 februari 2026 bestaat niet; februari 2026 heeft 28 dagen",
            "kijk de dag na",
        ),
        ("2026-02-29", "29 februari 2026 bestaat niet; februari 2026 heeft 28 dagen", "kijk de dag na"),
        ("0-1-2026", "0 januari 2026 bestaat niet; januari 2026 heeft 31 dagen", "kijk de dag na"),
        ("2026-31-01", "maand 31 bestaat niet; een jaar heeft 12 maanden", "bedoelt u `2026-01-31`?"),
        (
            "2026-13-13",
            "maand 13 bestaat niet; een jaar heeft 12 maanden",
            "schrijf een datum zoals `2026-03-01` of `1 maart 2026`",
        ),
        ("1 mart 2026", "`1 mart 2026` heeft geen bestaande maand", "bedoelt u `maart`?"),
        ("2026-3-1", "`2026-3-1` is geen datum", "schrijf `2026-03-01`"),
        ("1/3/2026", "`1/3/2026` is geen datum", "schrijf `2026-03-01`"),
        ("2026-03-01T00:00", "`2026-03-01T00:00` is geen datum", "schrijf `2026-03-01`"),
        ("1-3-26", "`1-3-26` is geen datum", "schrijf een datum zoals `2026-03-01` of `1 maart 2026`"),
        (
            "0000-01-01",
            "`0000-01-01` is geen datum: het jaar 0 bestaat niet",
            "schrijf een datum zoals `2026-03-01` of `1 maart 2026`",
        ),
        ("gisteren", "`gisteren` is geen datum", "schrijf een datum zoals `2026-03-01` of `1 maart 2026`"),
    ],
)
def test_date_refused(text: str, reason: str, help: str) -> None:
    with pytest.raises(ScalarError) as caught:
        read_date(text)
    assert (caught.value.reason, caught.value.help) == (reason, help)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_dates_round_trip(day: date) -> None:
    assert read_date(day.isoformat()) == day
    assert read_date(write_date(day)) == day
    assert read_date(f"{day.day}-{day.month}-{day.year}") == day
    assert 1 <= day.day <= days_in_month(day.year, day.month)
