"""A new row goes in its place by date, and nothing else of the file changes."""

from __future__ import annotations

from datetime import date

import pytest

from verordening.language.parsing import parse
from verordening.language.source import Source
from verordening.model.table_editing import NewRow, with_row

TEXT = """\
# boven
regeling proef "Proef"
  soort begrippen   # met commentaar

tabel eerste: bedrag
    vanaf   1 januari 2025 is € 90     # oud bedrag
    vanaf 1 januari 2026 is onbekend  # nog niet bekend

tabel tweede: bedrag
  vanaf 1 januari 2025 is € 1
"""
NEW = NewRow(date(2026, 7, 1), "€ 110,50", "officieel", "Normenbrief")


def edited(text: str, table: str, row: NewRow) -> str:
    file, wrong = parse(Source("x.vrd", text.replace("\r\n", "\n")))
    assert wrong == ()
    return with_row(text, file, table, row).text


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.split("\n"), after.split("\n")
    return [each for each in old if each not in new], [each for each in new if each not in old]


def test_a_later_row_comes_below_the_last_with_its_indentation() -> None:
    after = edited(TEXT, "eerste", NEW)
    gone, come = changed_lines(TEXT, after)
    assert gone == []
    assert come == ['    vanaf 1 juli 2026    is € 110,50 officieel "Normenbrief"']
    lines = after.split("\n")
    assert lines.index(come[0]) == 7


def test_a_row_between_two_and_one_before_all() -> None:
    between = NewRow(date(2025, 7, 1), "€ 95", "", "")
    assert edited(TEXT, "eerste", between).split("\n")[6] == "    vanaf 1 juli 2025      is € 95"
    first = NewRow(date(2024, 1, 1), "€ 80", "", "")
    assert edited(TEXT, "eerste", first).split("\n")[5] == "    vanaf 1 januari 2024   is € 80"


def test_a_row_of_the_same_day_takes_its_place_and_keeps_the_comment() -> None:
    row = NewRow(date(2026, 1, 1), "€ 100", "parafrase", "krant")
    gone, come = changed_lines(TEXT, edited(TEXT, "eerste", row))
    assert gone == ["    vanaf 1 januari 2026 is onbekend  # nog niet bekend"]
    assert come == ['    vanaf 1 januari 2026 is € 100 parafrase "krant"  # nog niet bekend']


def test_windows_line_ends_stay_and_a_last_line_without_end_gets_one() -> None:
    text = TEXT.replace("\n", "\r\n").removesuffix("\r\n")
    after = edited(text, "tweede", NEW)
    assert after == text + '\r\n  vanaf 1 juli 2026    is € 110,50 officieel "Normenbrief"\r\n'


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        edited(TEXT, "derde", NEW)
