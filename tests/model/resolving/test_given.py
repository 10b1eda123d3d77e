"""Rules that take their value from each other: in a circle only where they may hold on one day."""

from __future__ import annotations

import pytest

from tests.model.resolving.reading import BASIS, found_in
from verordening.language.source import Source

HEAD = """\
regeling proef "Proef"
  soort verordening
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2020

"""
OWN = "artikel {}\n{}  als gedraging = te_laat\n  dan moet verlaging = {}\n"
UNTIL, FROM = "  in werking vanaf 1 januari 2020 tot 1 januari 2022\n", "  in werking vanaf 1 januari 2022\n"


def codes(*articles: tuple[int, str, str]) -> list[str]:
    rules = "".join(OWN.format(*each) for each in articles)
    return [each.code for each in found_in(*BASIS, Source("proef.vrd", HEAD + rules))]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("het percentage van artikel 2", "het percentage van artikel 1", ["VRD337"]),
        ("het percentage van artikel 2", "5%", []),
    ],
)
def test_a_value_must_stand_somewhere(first: str, second: str, expected: list[str]) -> None:
    assert codes((1, "", first), (2, "", second)) == expected


def test_a_later_text_may_take_from_what_took_from_an_earlier_one() -> None:
    """Until 2022 article 1 follows article 2; from then on it is the other way around."""
    first, second = "het percentage van artikel 2", "het percentage van artikel 1"
    assert codes((1, UNTIL, first), (1, FROM, "5%"), (2, UNTIL, "5%"), (2, FROM, second)) == []
    assert codes((1, UNTIL, "5%"), (1, FROM, first), (2, UNTIL, "5%"), (2, FROM, second)) == ["VRD337"]
