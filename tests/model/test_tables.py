"""Amounts by date: what a table gives on a day, and why it gives nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.language.parsing import parse
from verordening.language.source import Source
from verordening.model.corpus import Corpus
from verordening.model.resolving.assembly import resolve
from verordening.model.rules import Row, Table
from verordening.model.tables import row_on, value_on, why_nothing

HEADER = 'regeling proef "Proef"\n  soort begrippen\n  herkomst fictief "een voorbeeld"\n'


def table_of(text: str) -> Table:
    source = Source("proef.vrd", HEADER + text)
    file, wrong = parse(source)
    assert wrong == ()
    corpus, found = resolve((file,), {source.path: source}, "")
    assert isinstance(corpus, Corpus)
    assert found == ()
    return corpus.tables["toeslag"]


NORM = table_of(
    """tabel toeslag: bedrag per maand, geïndexeerd op 1 januari en 1 juli
  label "toeslag per maand"
  vanaf 1 januari 2025 is € 100,00
  vanaf 1 juli 2025 is onbekend
  vanaf 1 januari 2026 is € 110,50
"""
)


@pytest.mark.parametrize(
    ("day", "cents"),
    [
        (date(2025, 1, 1), 10_000),
        (date(2025, 6, 30), 10_000),
        (date(2025, 7, 1), None),
        (date(2025, 12, 31), None),
        (date(2026, 1, 1), 11_050),
        (date(2026, 6, 30), 11_050),
        (date(2026, 7, 1), None),
        (date(2027, 1, 1), None),
        (date(2024, 12, 31), None),
    ],
)
def test_the_amount_on_a_day(day: date, cents: int | None) -> None:
    assert value_on(NORM, day) == cents


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (
            date(2024, 12, 31),
            "het bedrag `toeslag per maand` is voor de dagen vóór 1 januari 2025 niet opgenomen",
        ),
        (
            date(2025, 8, 1),
            "het bedrag `toeslag per maand` is van 1 juli 2025 tot 1 januari 2026 niet bekend",
        ),
        (date(2026, 7, 1), "het bedrag `toeslag per maand` is vanaf 1 juli 2026 niet opgenomen"),
        (date(2031, 5, 5), "het bedrag `toeslag per maand` is vanaf 1 juli 2026 niet opgenomen"),
    ],
)
def test_why_there_is_no_amount(day: date, words: str) -> None:
    assert why_nothing(NORM, day) == words


def test_a_row_without_an_end_goes_on() -> None:
    table = table_of("tabel toeslag: percentage\n  vanaf 1 januari 2020 is 5%\n")
    assert value_on(table, date(2099, 12, 31)) == 5


def test_a_last_row_that_is_unknown_says_since_when() -> None:
    table = table_of(
        "tabel toeslag: percentage\n  vanaf 1 januari 2020 is 5%\n  vanaf 1 maart 2024 is onbekend\n"
    )
    assert (
        why_nothing(table, date(2030, 1, 1)) == "het percentage `toeslag` is vanaf 1 maart 2024 niet bekend"
    )


def test_tot_is_the_first_day_that_no_longer_counts() -> None:
    table = table_of("tabel toeslag: bedrag\n  vanaf 1 januari 2024 tot 1 maart 2024 is € 10\n")
    assert value_on(table, date(2024, 2, 29)) == 1_000
    assert value_on(table, date(2024, 3, 1)) is None


def test_an_indexation_on_29_february_falls_on_28_in_other_years() -> None:
    table = table_of(
        "tabel toeslag: bedrag, geïndexeerd op 29 februari\n"
        "  vanaf 1 maart 2023 is € 10\n  vanaf 29 februari 2024 is € 11\n"
    )
    assert table.rows[0].end == date(2024, 2, 29)
    assert table.rows[1].end == date(2025, 2, 28)


_STARTS = st.lists(st.dates(date(2000, 1, 1), date(2050, 1, 1)), min_size=1, max_size=8, unique=True).map(
    sorted
)


@given(_STARTS, st.dates(date(1999, 1, 1), date(2051, 1, 1)))
def test_one_row_holds_a_day_and_it_is_the_last_that_began(starts: list[date], day: date) -> None:
    rows = tuple(
        Row(start, end, index, None)
        for index, (start, end) in enumerate(zip(starts, [*starts[1:], None], strict=True))
    )
    table = Table("toeslag", NORM.type, rows, (), "toeslag", None, NORM.place)
    begun = [start for start in starts if start <= day]
    found = row_on(table, day)
    if not begun:
        assert found is None
    else:
        assert found is rows[len(begun) - 1]


@given(_STARTS)
def test_a_table_that_has_run_out_never_gives_its_last_amount(starts: list[date]) -> None:
    end = starts[-1] + timedelta(days=180)
    rows = tuple(
        Row(start, following, 100 + index, None)
        for index, (start, following) in enumerate(zip(starts, [*starts[1:], end], strict=True))
    )
    table = Table("toeslag", NORM.type, rows, (), "toeslag", None, NORM.place)
    assert value_on(table, end - timedelta(days=1)) == rows[-1].value
    assert value_on(table, end) is None
    assert value_on(table, end + timedelta(days=3650)) is None
