"""A text is looked through in a hurry first; that must find nothing in order that the thorough look would refuse."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verordening.language.limits import check_text, refusals_in

PIECES = (
    "(",
    "((((((((((",
    ")",
    '"',
    '"tekst"',
    "# opmerking",
    "\n",
    "\nartikel 1\n",
    "\n  dan ",
    "2026-01-01",
    "x",
)
LONG = ("woord " * 2_000, "\nartikel 2\n" + "woord " * 2_000, '"' + "x" * 12_000 + '"\n')


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.lists(st.sampled_from(LONG), max_size=4))
def test_the_quick_look_lets_nothing_through(short: list[str], long: list[str]) -> None:
    text = "".join((*short, *long, *short))
    assert check_text(text) == list(refusals_in(text))
