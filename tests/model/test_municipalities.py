"""Municipalities by name, slug, alias and misspelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.model.municipalities import (
    Municipality,
    close_municipalities,
    municipalities,
    municipality,
    slug,
)


def test_the_list_is_complete() -> None:
    assert len(municipalities()) == 342
    assert len({each.slug for each in municipalities()}) == 342


@pytest.mark.parametrize(
    ("name", "slug_", "shown"),
    [
        ("amsterdam", "amsterdam", "Amsterdam"),
        ("Amsterdam", "amsterdam", "Amsterdam"),
        ("AMSTERDAM ", "amsterdam", "Amsterdam"),
        ("gemeente Amsterdam", "amsterdam", "Amsterdam"),
        ("Den Haag", "den_haag", "Den Haag"),
        ("den-haag", "den_haag", "Den Haag"),
        ("'s-Gravenhage", "den_haag", "Den Haag"),
        ("’s-Gravenhage", "den_haag", "Den Haag"),
        ("Den Bosch", "s_hertogenbosch", "'s-Hertogenbosch"),
        ("'s-Hertogenbosch", "s_hertogenbosch", "'s-Hertogenbosch"),
        ("Sudwest Fryslan", "sudwest_fryslan", "Súdwest-Fryslân"),
        ("Súdwest-Fryslân", "sudwest_fryslan", "Súdwest-Fryslân"),
        ("Nuenen", "nuenen_gerwen_en_nederwetten", "Nuenen, Gerwen en Nederwetten"),
        ("bergen nh", "bergen_nh", "Bergen (NH.)"),
        ("Bergen (L.)", "bergen_l", "Bergen (L.)"),
        ("ĳsselstein", "ijsselstein", "IJsselstein"),
        ("Wijdemeren", "wijdemeren", "Wijdemeren"),
    ],
)
def test_names(name: str, slug_: str, shown: str) -> None:
    assert municipality(name) == Municipality(slug_, shown)


@pytest.mark.parametrize("name", ["", "Bergen", "Amstredam", "Weesp", "Brussel", "_"])
def test_no_municipality(name: str) -> None:
    assert municipality(name) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Amstredam", "Amsterdam"),
        ("roterdam", "Rotterdam"),
        ("Gravenhaage", "Den Haag"),
        ("Groningn", "Groningen"),
    ],
)
def test_misspelt(name: str, expected: str) -> None:
    assert close_municipalities(name)[0].name == expected


def test_two_places_of_one_name() -> None:
    assert [each.name for each in close_municipalities("Bergen")] == ["Bergen (L.)", "Bergen (NH.)"]


def test_fictional_municipalities_take_part() -> None:
    ours = Municipality("veldwijk", "Veldwijk")
    assert close_municipalities("Veldwik", (ours,))[0] == ours
    assert close_municipalities("qqqqq", (ours,)) == ()


def test_every_name_finds_itself() -> None:
    for each in municipalities():
        assert municipality(each.name) == each
        assert municipality(each.slug) == each


@given(st.text(max_size=40))
def test_any_text_is_answered(name: str) -> None:
    municipality(name)
    close_municipalities(name)
    assert slug(slug(name)) == slug(name)
