"""The sheet for the team says nothing by which a person can be found."""

from __future__ import annotations

from datetime import date

import pytest

from verordening.model.types import Kind, Type, Value
from verordening.present.writing.anonymous import coarse_text, coarse_value

DAY = Type(Kind.DATE)
AGE = Type(Kind.DURATION, "jaar")
PER_YEAR = Type(Kind.AMOUNT, "jaar")


@pytest.mark.parametrize(
    ("name", "value", "type_", "told"),
    [
        ("datum_gedraging", date(2026, 2, 16), DAY, "februari 2026"),
        # bands start where rules change: 27 is the age of Pw 7 lid 3
        ("leeftijd", 29 * 12, AGE, "27 tot 35 jaar"),
        ("leeftijd_partner", 27 * 12, AGE, "27 tot 35 jaar"),
        ("leeftijd", 27 * 12 - 1, AGE, "21 tot 27 jaar"),
        ("leeftijd", 70 * 12, AGE, "67 jaar of ouder"),
        # a duration that is no age says nothing of who it is
        ("duur_bijstand", 70 * 12, AGE, "70 jaar"),
        # cents: € 2.400 exactly, € 1.234,56 about, € 99,99 too small to point at anybody
        ("kosten", 240_000, PER_YEAR, "€ 2.400 per jaar"),
        ("kosten", 123_456, PER_YEAR, "ongeveer € 1.230 per jaar"),
        ("kosten", 9_999, PER_YEAR, "€ 99,99 per jaar"),
    ],
)
def test_a_fact_is_told_roughly(name: str, value: Value, type_: Type, told: str) -> None:
    assert coarse_value(name, value, type_) == told


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Belde op 16 februari 2026 en op 3 maart.", "Belde op februari 2026 en op maart."),
        ("Zie 16-02-2026 en 2026-02-16.", "Zie februari 2026 en februari 2026."),
        ("Woont op 1234 AB in Huizen.", "Woont op [weggelaten] in [gemeente]."),
        ("Mail naam@voorbeeld.nl of bel 06-12345678.", "Mail [weggelaten] of bel [weggelaten]."),
        ("Rekening NL00BANK0123456789.", "Rekening [weggelaten]."),
        ("Een schuld van € 1.400 in 2025.", "Een schuld van € 1.400 in 2025."),
        ("Participatiewet artikel 18 lid 10.", "Participatiewet artikel 18 lid 10."),
    ],
)
def test_free_text_loses_what_points_at_somebody(text: str, left: str) -> None:
    assert coarse_text(text, "Huizen") == left
