"""What is read without patterns is read as the patterns read it; the rest is left to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.language.measures import UNITS
from verordening.model import scalars
from verordening.model.plain_scalars import plain_amount, plain_duration, plain_percentage

TEXTS = st.text("0123456789..,,€ %-", max_size=12).flatmap(
    lambda text: st.sampled_from((text, f"€ {text}", f"€ {text} per maand", f"{text}%", f"{text} maanden"))
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€ 1.401,50", (140150, None)),
        ("€ 1401,50 per maand", (140150, "maand")),
        ("€ 0", (0, None)),
        ("€ 1.401", None),  # an amount or a number with a dot: who reads patterns asks
        ("€ 1.40,50", None),
        ("€ 01,50", None),
        ("€ 1,5", None),
        ("1401,50 euro", None),
        ("€ 5 per dag", None),
    ],
)
def test_an_amount(text: str, expected: tuple[int, str | None] | None) -> None:
    assert plain_amount(text, scalars.AMOUNT_PERIODS) == expected


def test_a_percentage_and_a_duration() -> None:
    assert plain_percentage("5%") == 5
    assert plain_percentage("05%") is plain_percentage("5") is plain_percentage("2,5%") is None
    assert plain_duration("1 jaar", UNITS) == (1, "jaar")
    assert (
        plain_duration("1.5 uur", UNITS) is plain_duration("3", UNITS) is plain_duration("3 x", UNITS) is None
    )


@given(TEXTS)
def test_the_patterns_agree(text: str) -> None:
    amount = plain_amount(text, scalars.AMOUNT_PERIODS)
    percentage, duration = plain_percentage(text), plain_duration(text, UNITS)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("plain_amount", "plain_percentage", "plain_duration"):
            patch.setattr(scalars, name, lambda *_: None)
        if amount is not None:
            assert scalars.read_amount(text) == scalars.Quantity("bedrag", *amount)
        if percentage is not None:
            assert scalars.read_percentage(text) == scalars.Quantity("percentage", percentage)
        if duration is not None:
            assert scalars.read_duration(text) == scalars.Quantity("duur", *duration)
