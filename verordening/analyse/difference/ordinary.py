"""What facts mostly are: what to take first where it does not matter which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from verordening.analyse.difference.elements import may_be
from verordening.model.types import Kind, Type, Value

DAYS_AGO: Final = (14, 1, 31, 0, 400, 800)
"""How long ago things mostly happened."""

YEARS_AGO: Final = (4, 6, 9, 12, 16, 25)
"""Where nothing of late will do, as in a text about long ago: rather than the first day that there is."""
DAYS_AHEAD: Final = (31, 200, 400, 1200)

ORDINARY: Final[dict[str, Value]] = {
    "huishouden": "alleenstaande",
    "leeftijd": 12 * 35,
    "leeftijd_partner": 12 * 35,
    "verwijtbaarheid": "aanwezig",
    "kostendelende_medeinwoners": 0,
}
"""What to take first where it does not matter: a single person of 35 who lives alone."""


def ordinary_values(name: str, type_: Type, day: date) -> Iterable[Value]:
    """Values of a fact, the most ordinary first."""
    usual = [ORDINARY[name]] if name in ORDINARY and may_be(ORDINARY[name], type_) else []
    match type_.kind:
        case Kind.BOOL:
            return (*usual, False, True)
        case Kind.ENUM:
            return (*usual, *type_.options)
        case Kind.DATE:
            return (*usual, *(each for each in _days(day) if may_be(each, type_)))
        case Kind.LIST:
            return usual
    assert type_.low is not None
    return (*usual, type_.low)


def _days(day: date) -> Iterator[date]:
    for by in DAYS_AGO:
        yield day - timedelta(days=by)
    for months in (2, 6, 10):
        yield day - timedelta(days=31 * months)
    for years in YEARS_AGO:
        yield day - timedelta(days=365 * years)
    for by in DAYS_AHEAD:
        yield day + timedelta(days=by)
