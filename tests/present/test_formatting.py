"""Values to text: each literal is what a person or a program must read."""

from datetime import date
from fractions import Fraction

import pytest

from verordening.model.formatting import format_date, format_range, format_value, machine_value
from verordening.model.types import BOOL, DATE, INDEFINITE, NUMBER, PERCENTAGE, Kind, Type, Value

AMOUNT = Type(Kind.AMOUNT)
MONTHLY = Type(Kind.AMOUNT, unit="maand")
MONTHS = Type(Kind.DURATION, unit="maand")
YEARS = Type(Kind.DURATION, unit="jaar")
DAYS = Type(Kind.DURATION, unit="dag")
WEEKS = Type(Kind.DURATION, unit="week")
HOURS = Type(Kind.DURATION, unit="uur")
COUNT = Type(Kind.COUNT)
ENUM = Type(Kind.ENUM, options=("te_laat", "geen"), labels=("te laat geregistreerd", "geen gedraging"))


@pytest.mark.parametrize(
    ("value", "type_", "text", "machine"),
    [
        (True, BOOL, "ja", "ja"),
        (False, BOOL, "nee", "nee"),
        ("te_laat", ENUM, "te laat geregistreerd", "te_laat"),
        ("onbekende_optie", ENUM, "onbekende_optie", "onbekende_optie"),
        (5, PERCENTAGE, "5%", "5"),
        (0, PERCENTAGE, "0%", "0"),
        (100, PERCENTAGE, "100%", "100"),
        (Fraction(25, 2), PERCENTAGE, "12,5%", "12.5"),
        (Fraction(1, 8), PERCENTAGE, "0,125%", "0.125"),
        (Fraction(100, 3), PERCENTAGE, "ongeveer 33,33%", "100/3"),
        (Fraction(200, 3), PERCENTAGE, "ongeveer 66,67%", "200/3"),
        (Fraction(1, 10**7), PERCENTAGE, "ongeveer 0,00%", "0.0000001"),
        (140150, AMOUNT, "€ 1.401,50", "1401.50"),
        (7007, MONTHLY, "€ 70,07", "70.07"),
        (0, AMOUNT, "€ 0", "0.00"),
        (15000, AMOUNT, "€ 150,00", "150.00"),
        (5, AMOUNT, "€ 0,05", "0.05"),
        (-500, AMOUNT, "-€ 5,00", "-5.00"),
        (-5, AMOUNT, "-€ 0,05", "-0.05"),
        (123456789, AMOUNT, "€ 1.234.567,89", "1234567.89"),
        (Fraction(140151, 2), AMOUNT, "ongeveer € 700,76", "700.755"),
        (Fraction(100, 3), AMOUNT, "ongeveer € 0,33", "1/3"),
        (Fraction(-1, 3), AMOUNT, "ongeveer € 0,00", "-1/300"),
        (1, MONTHS, "1 maand", "1"),
        (3, MONTHS, "3 maanden", "3"),
        (0, MONTHS, "0 maanden", "0"),
        (36, MONTHS, "36 maanden", "36"),
        (-2, MONTHS, "-2 maanden", "-2"),
        (-1, MONTHS, "-1 maand", "-1"),
        (Fraction(3, 2), MONTHS, "1,5 maanden", "1.5"),
        (348, YEARS, "29 jaar", "29"),
        (12, YEARS, "1 jaar", "1"),
        (350, YEARS, "29 jaar en 2 maanden", "175/6"),
        (6, YEARS, "6 maanden", "0.5"),
        (0, YEARS, "0 jaar", "0"),
        (-13, YEARS, "-1 jaar en 1 maand", "-13/12"),
        (1, DAYS, "1 dag", "1"),
        (21, WEEKS, "3 weken", "3"),
        (7, WEEKS, "1 week", "1"),
        (10, WEEKS, "1 week en 3 dagen", "10/7"),
        (36, HOURS, "36 uur", "36"),
        (1, HOURS, "1 uur", "1"),
        (Fraction(75, 2), HOURS, "37,5 uur", "37.5"),
        (INDEFINITE, MONTHS, "onbepaald", "onbepaald"),
        (date(2026, 3, 1), DATE, "1 maart 2026", "2026-03-01"),
        (12, COUNT, "12", "12"),
        (1000, COUNT, "1.000", "1000"),
        (Fraction(5, 4), NUMBER, "1,25", "1.25"),
        (Fraction(6, 2), NUMBER, "3", "3"),
        (-3, NUMBER, "-3", "-3"),
    ],
)
def test_each_value_has_one_text_for_people_and_one_for_programs(
    value: Value, type_: Type, text: str, machine: str
) -> None:
    assert format_value(value, type_) == text
    assert machine_value(value, type_) == machine


def test_an_amount_can_carry_its_period() -> None:
    assert format_value(7007, MONTHLY, with_unit=True) == "€ 70,07 per maand"
    assert format_value(7007, AMOUNT, with_unit=True) == "€ 70,07"
    assert format_value(5, PERCENTAGE, with_unit=True) == "5%"


@pytest.mark.parametrize(
    ("low", "high", "type_", "text"),
    [
        (0, 5, PERCENTAGE, "0% tot en met 5%"),
        (0, 6419, MONTHLY, "€ 0 tot en met € 64,19"),
        (0, 0, PERCENTAGE, "0%"),
        (1, 3, MONTHS, "1 maand tot en met 3 maanden"),
        (1, None, MONTHS, "ten minste 1 maand"),
        (None, 6419, AMOUNT, "ten hoogste € 64,19"),
        (None, None, AMOUNT, "nog niet bekend"),
        (0, INDEFINITE, MONTHS, "0 maanden of langer, ook zonder einddatum"),
        (INDEFINITE, INDEFINITE, MONTHS, "onbepaald"),
        (False, True, BOOL, "ja of nee"),
        (True, True, BOOL, "ja"),
        (False, False, BOOL, "nee"),
    ],
)
def test_a_range_reads_from_low_to_high(
    low: Value | None, high: Value | None, type_: Type, text: str
) -> None:
    assert format_range(low, high, type_) == text


def test_a_range_of_amounts_can_carry_its_period() -> None:
    assert format_range(0, 6419, MONTHLY, with_unit=True) == "€ 0 tot en met € 64,19 per maand"


def test_a_date_is_written_in_words() -> None:
    assert format_date(date(2026, 12, 31)) == "31 december 2026"
