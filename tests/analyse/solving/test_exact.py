"""What the solver makes of rounding and the calendar, beside plain Python: halves, ends of months, leap days."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
import z3

from verordening.analyse.solving.calendars import Calendar
from verordening.evaluate import arithmetic
from verordening.model.calendar import add_months, months_between
from verordening.symbolic.calculating import rounded
from verordening.symbolic.symbols import Number, constant

AMOUNTS = [Fraction(number, 8) for number in (-1204, -1200, -1196, -4, -1, 0, 1, 4, 12, 396, 400, 404, 1200)]
DAYS = [
    date(1900, 2, 28),
    date(1999, 12, 31),
    date(2000, 2, 29),
    date(2023, 3, 31),
    date(2024, 2, 29),
    date(2026, 1, 31),
    date(2026, 3, 1),
    date(2100, 2, 28),
]


@pytest.mark.parametrize("direction", ["half", "boven", "beneden"])
@pytest.mark.parametrize("unit", [1, 100])
def test_rounding_is_that_of_the_interpreter(unit: int, direction: str) -> None:
    term = z3.Int("term")
    found = rounded(Number(term, 8, low=-2_000, high=2_000), unit, direction)
    for amount in AMOUNTS:
        given = z3.simplify(z3.substitute(found.term, (term, z3.IntVal(int(amount * 8)))))
        assert Fraction(given.as_long(), found.parts) == arithmetic.rounded(amount, unit, direction), amount


@pytest.mark.parametrize("day", DAYS)
def test_months_later_and_months_between_are_those_of_the_calendar(day: date) -> None:
    calendar = Calendar()
    term = z3.Int("dag")
    free = Number(term, low=date(1890, 1, 1).toordinal(), high=date(2110, 1, 1).toordinal(), day=True)
    asked = {months: calendar.months_later(free, _whole(months)) for months in (-13, -1, 1, 12, 25)}
    between = {other: calendar.elapsed("maand", free, _day(other)) for other in DAYS}
    years = {other: calendar.elapsed("jaar", free, _day(other)) for other in DAYS}
    following = calendar.next_month(free)
    solver = z3.SimpleSolver()
    solver.add(calendar.ties)
    solver.add(term == day.toordinal())
    assert solver.check() == z3.sat
    model = solver.model()

    def found(number: Number) -> int:
        whole: int = model.eval(number.term, model_completion=True).as_long()
        return whole

    assert {months: date.fromordinal(found(each)) for months, each in asked.items()} == {
        months: add_months(day, months) for months in asked
    }
    months = {other: months_between(day, other) for other in DAYS}
    assert {other: found(each) for other, each in between.items()} == months
    assert {other: found(each) for other, each in years.items()} == {
        other: abs(each) // 12 * 12 * (1 if each >= 0 else -1) for other, each in months.items()
    }
    assert date.fromordinal(found(following)) == add_months(day.replace(day=1), 1)


def _whole(months: int) -> Number:
    found = constant(months)
    assert isinstance(found, Number)
    return found


def _day(day: date) -> Number:
    found = constant(day)
    assert isinstance(found, Number)
    return found
