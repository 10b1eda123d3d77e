"""The random regulations themselves.

Every construct of the language in enough of them, and the same ones every time.
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.properties.generating import regeling

SEEDS = range(240)
ENOUGH = 15

CONSTRUCTS = (
    "gegeven ja/nee",
    "gegeven een",
    "gegeven aantal",
    "gegeven percentage",
    "gegeven bedrag",
    "gegeven duur",
    "gegeven datum",
    "gegeven met ruime grenzen",
    "oordeel",
    "begrip ja/nee",
    "begrip een van",
    "begrip met takken",
    "begrip rekenen",
    "rekenen",
    "rekenen met datums",
    "tabel",
    "tabel met een onbekend bedrag",
    "besluit percentage",
    "besluit duur",
    "besluit bedrag",
    "besluit ja/nee",
    "besluit een",
    "besluit afgerond",
    "onbepaalde duur",
    "standaard",
    "zonder standaard",
    "moet",
    "kan",
    "kan van tot",
    "kan in afwijking van",
    "kan afgeweken worden",
    "afgestemd van tot",
    "afgestemd tot de gewone uitkomst",
    "afgestemd zonder grenzen",
    "afgestemd zonder afwijking",
    "ten hoogste",
    "ten minste",
    "mag niet",
    "moet gemotiveerd worden",
    "bepaalt (zuiver)",
    "bepaalt (en beveelt)",
    "krachtens",
    "bepaalt zonder krachtens",
    "grondslag op een lid",
    "delegatie teruggenomen",
    "nadere regel",
    "tenzij",
    "wegens",
    "in afwijking van",
    "in afwijking van meer",
    "in afwijking van een heel artikel",
    "in afwijking van een delegatie",
    "in afwijking van elke (bijzonder)",
    "keten van afwijkingen",
    "behalve",
    "onverminderd",
    "vervangt",
    "uitkomst van een andere regel",
    "algemene plicht",
    "algemene plicht met voorwaarde",
    "algemene plicht die van een gegeven afhangt",
    "soort ruimte",
    "verhouding binnenwettelijk",
    "verhouding buitenwettelijk",
    "verhouding tegenwettelijk",
    "geldigheid vanaf onbekend",
    "geldigheid later",
    "geldigheid nieuw",
    "geldigheid voorbij",
    "geldigheid eerder",
    "regeling vanaf onbekend",
    "regeling geldt nog niet",
    "versies van een artikel",
    "verordening ontbreekt",
    "geen regeling krachtens",
    "absoluut op de wet",
    "absoluut op de Grondwet",
    "buiten toepassing",
    "weging",
    "meer ondergrenzen",
    "ondergrens op twee besluiten",
)


@pytest.fixture(scope="module")
def counted() -> Counter[str]:
    return Counter(construct for seed in SEEDS for construct in regeling(seed).constructs)


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_a_construct_is_in_enough_regulations(construct: str, counted: Counter[str]) -> None:
    assert counted[construct] >= ENOUGH


def test_every_construct_is_counted(counted: Counter[str]) -> None:
    assert counted.keys() == set(CONSTRUCTS) | {"datums vergelijken"}


def test_a_seed_gives_one_regulation() -> None:
    assert regeling(17).sources() == regeling(17).sources()
    assert regeling(17).sources() != regeling(18).sources()
