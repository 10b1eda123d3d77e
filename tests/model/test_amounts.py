"""How tables stand on a day: what holds, what runs out within 60 days, what has run out."""

from __future__ import annotations

from datetime import date

import pytest

from tests.properties.corpora import load
from verordening.model.amounts import Standing, TableOn, tables_on

HEADER = 'regeling proef "Proef"\n  soort begrippen\n  herkomst fictief "een voorbeeld"\n'
ROWS = """
tabel norm: bedrag per maand, geïndexeerd op 1 januari en 1 juli
  vanaf 1 januari 2026 is € 100,00 officieel "Normenbrief"
"""


def on(day: date, text: str = ROWS) -> TableOn:
    corpus, remarks = load([("proef.vrd", HEADER + text)], "")
    assert not remarks
    (found,) = tables_on([corpus, corpus], day)
    return found


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2025, 12, 31), Standing.NOT_YET),
        (date(2026, 1, 1), Standing.HOLDS),
        (date(2026, 5, 1), Standing.HOLDS),  # 61 days before 1 July
        (date(2026, 5, 2), Standing.ENDS),  # 60 days before
        (date(2026, 6, 30), Standing.ENDS),
        (date(2026, 7, 1), Standing.ENDED),
        (date(2027, 7, 1), Standing.ENDED),
    ],
)
def test_the_standing_of_a_table_by_day(day: date, standing: Standing) -> None:
    assert on(day).standing is standing


def test_a_table_does_not_run_out_when_the_next_row_is_there() -> None:
    text = ROWS + '  vanaf 1 juli 2026 is € 103,00 officieel "Normenbrief"\n'
    assert on(date(2026, 6, 30), text).standing is Standing.HOLDS
    assert on(date(2026, 7, 1), text).row.value == 10_300


def test_a_next_row_that_nobody_knows_is_no_amount() -> None:
    text = ROWS + "  vanaf 1 juli 2026 is onbekend\n"
    assert on(date(2026, 6, 30), text).standing is Standing.ENDS
    assert on(date(2026, 7, 1), text).standing is Standing.UNKNOWN


def test_a_row_without_end_holds() -> None:
    found = on(date(2090, 1, 1), "tabel norm: percentage\n  vanaf 1 januari 2026 is 5%\n")
    assert found.standing is Standing.HOLDS
    assert found.provenance.note == "een voorbeeld"


def test_only_what_ends_or_ended_asks_for_work() -> None:
    days = (date(2025, 1, 1), date(2026, 3, 1), date(2026, 6, 1), date(2026, 8, 1))
    assert [on(day).needs_work for day in days] == [False, False, True, True]
