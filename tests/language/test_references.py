"""Legal references: each notation, its public address, and what is said of a wrong one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.language.references import (
    Bwb,
    Cvdr,
    Ecli,
    Jci,
    Kamerstuk,
    ProvisionRef,
    Publication,
    Reference,
    ReferenceError_,
    parse_reference,
)

PW_18_10 = "jci1.3:c:BWBR0015703&artikel=18&lid=10&z=2026-01-01&g=2026-01-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("artikel 18 lid 8* onderdeel a", ProvisionRef(artikel="18", lid="8*", onderdeel="a")),
        ("artikel 4:84", ProvisionRef(artikel="4:84")),
        ("artikel 475c", ProvisionRef(artikel="475c")),
        ("artikel 78ee*", ProvisionRef(artikel="78ee*")),
        ("artikel 3b.1", ProvisionRef(artikel="3b.1")),
        ("artikel II", ProvisionRef(artikel="II")),
        ("pw artikel 18 lid 4 onderdeel h", ProvisionRef("pw", "18", "4", "h")),
        ("amsterdam/maatregelen artikel 3 lid 3", ProvisionRef("amsterdam/maatregelen", "3", "3")),
        ("artikel 6 tot en met 10", ProvisionRef(artikel="6", tot_artikel="10")),
        ("pw artikel 18 lid 5 tot en met 8", ProvisionRef("pw", "18", "5", tot_lid="8")),
        ("artikel 7 onderdeel a tot en met c", ProvisionRef(artikel="7", onderdeel="a", tot_onderdeel="c")),
        ("artikel 7 lid 1 onderdeel a zin 2", ProvisionRef(None, "7", "1", "a", zin="2")),
        ("lid 1", ProvisionRef(lid="1")),
        ("onderdeel 1°", ProvisionRef(onderdeel="1°")),
        ("BWBR0015703", Bwb("BWBR0015703")),
        ("BWBV0001000/2026-01-01", Bwb("BWBV0001000", date(2026, 1, 1))),
        ("CVDR358905/1", Cvdr("CVDR358905", 1)),
        ("CVDR358905", Cvdr("CVDR358905")),
        ("ECLI:NL:CRVB:2017:3676", Ecli("ECLI:NL:CRVB:2017:3676")),
        ("Stb. 2025, 312", Publication("Stb", 2025, 312)),
        ("Kamerstukken II 2024/25, 36582, nr. 3", Kamerstuk("II", "2024/25", "36582", "3")),
        (
            PW_18_10,
            Jci(
                "1.3",
                "c",
                "BWBR0015703",
                (("artikel", "18"), ("lid", "10"), ("z", "2026-01-01"), ("g", "2026-01-01")),
            ),
        ),
        (
            "jci1.31:v:BWBR0005537&hoofdstuk=4&titeldeel=4.3&paragraaf=2&artikel=4:84&o=a",
            Jci(
                "1.31",
                "v",
                "BWBR0005537",
                (
                    ("hoofdstuk", "4"),
                    ("titeldeel", "4.3"),
                    ("paragraaf", "2"),
                    ("artikel", "4:84"),
                    ("o", "a"),
                ),
            ),
        ),
    ],
)
def test_reading_and_writing(text: str, expected: Reference) -> None:
    assert parse_reference(text) == expected
    assert parse_reference(f"  {text}\n") == expected
    assert str(expected) == text


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (PW_18_10, f"https://wetten.overheid.nl/{PW_18_10}"),
        (
            "jci1.3:c:BWBR0015703&artikel=7&o=1°",
            "https://wetten.overheid.nl/jci1.3:c:BWBR0015703&artikel=7&o=1%C2%B0",
        ),
        ("BWBR0015703", "https://wetten.overheid.nl/BWBR0015703"),
        ("BWBR0015703/2026-01-01", "https://wetten.overheid.nl/BWBR0015703/2026-01-01"),
        ("CVDR358905/1", "https://lokaleregelgeving.overheid.nl/CVDR358905/1"),
        ("CRVB:2025:700", "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:CRVB:2025:700"),
        ("ECLI:EU:C:2010:146", "https://e-justice.europa.eu/ecli/ECLI:EU:C:2010:146"),
        ("Stb. 2025, 312", "https://zoek.officielebekendmakingen.nl/stb-2025-312.html"),
        (
            "Kamerstukken II 2024/25, 36582, nr. 3",
            "https://zoek.officielebekendmakingen.nl/kst-36582-3.html",
        ),
    ],
)
def test_public_address(text: str, url: str) -> None:
    assert parse_reference(text).url() == url


def test_public_address_of_a_place() -> None:
    place = ProvisionRef("pw", "18", "10")
    assert place.url() is None
    assert place.url(Bwb("BWBR0015703"), date(2026, 1, 1)) == f"https://wetten.overheid.nl/{PW_18_10}"
    assert place.url(Bwb("BWBR0015703")) == (
        "https://wetten.overheid.nl/jci1.3:c:BWBR0015703&artikel=18&lid=10"
    )
    assert place.url(Cvdr("CVDR358905", 1)) == "https://lokaleregelgeving.overheid.nl/CVDR358905/1"


@pytest.mark.parametrize(
    ("text", "column", "reason"),
    [
        ("artikel18", 8, "na `artikel` ontbreekt een spatie"),
        ("lidX", 4, "na `lid` ontbreekt een spatie"),
        ("onderdeela", 10, "na `onderdeel` ontbreekt een spatie"),
        (
            "artikel 18 lid4",
            12,
            "hier staat `lid4`, maar hier hoort `lid` of `onderdeel` of `tot en met` of `zin`",
        ),
        ("artikel 18 lid", 15, "de verwijzing is niet af"),
        ("artikel", 8, "de verwijzing is niet af"),
        ("", 1, "hier ontbreekt een verwijzing"),
        ("475c", 1, "`475c` is geen verwijzing"),
        ("artikel 18 lid 8**", 16, "hier staat `8**`, maar hier hoort een nummer"),
        (" artikel 1 lid x", 16, "hier staat `x`, maar hier hoort een nummer"),
        ("BWBR001570", 11, "een BWB-nummer is `BWBR` of `BWBV` met zeven cijfers"),
        ("BWBR0015703/2026-02-30", 13, "`2026-02-30` is geen bestaande datum"),
        ("jci1.32:c:BWBR0015703", 5, "een jci begint met een versie en een BWB-nummer"),
        ("jci1.3:c:BWBR0015703&artikl=18", 22, "een jci kent geen deel `artikl`"),
        (" jci1.3:c:BWBR0015703&z=2026-02-30", 25, "`2026-02-30` is geen bestaande datum"),
        ("x" * 401, 1, "deze verwijzing is te lang"),
    ],
)
def test_refusals(text: str, column: int, reason: str) -> None:
    with pytest.raises(ReferenceError_) as caught:
        parse_reference(text)
    assert (caught.value.column, caught.value.reason) == (column, reason)
    assert caught.value.help


def test_misspelt_part_of_a_jci() -> None:
    with pytest.raises(ReferenceError_) as caught:
        parse_reference("jci1.3:c:BWBR0015703&artikl=18")
    assert caught.value.help == "bedoelt u `artikel`?"


@pytest.mark.parametrize("word", ["artikel", "lid", "onderdeel", "zin"])
@pytest.mark.parametrize("glued", ["1", "a", "_", "é"])
def test_no_keyword_glues_to_what_follows(word: str, glued: str) -> None:
    for text in (f"{word}{glued}", f"artikel 1 {word}{glued}", f"artikel 1 lid 2 {word}{glued}"):
        with pytest.raises(ReferenceError_):
            parse_reference(text)


def answer(text: str) -> Reference | ReferenceError_:
    try:
        return parse_reference(text)
    except ReferenceError_ as error:
        return error


def check_any_text(text: str) -> None:
    found = answer(text)
    if isinstance(found, ReferenceError_):
        assert 1 <= found.column <= len(text) + 1
    else:
        assert parse_reference(str(found)) == found


@given(st.text(max_size=60))
def test_no_other_error_on_any_text(text: str) -> None:
    check_any_text(text)


WORDS = (
    "artikel",
    "lid",
    "onderdeel",
    "zin",
    "tot en met",
    "18",
    "8*",
    "4:84",
    "a",
    "pw",
    "a/b",
    " ",
    "  ",
    ",",
)
IDENTIFIERS = (
    "jci1.3:c:",
    "&lid=1",
    "BWBR0015703",
    "/2026-01-01",
    "/1",
    "CVDR1",
    "ECLI:NL:HR:2020:1",
    "Stb. 2025, ",
)


@given(st.lists(st.sampled_from((*WORDS, *IDENTIFIERS)), max_size=10).map("".join))
def test_no_other_error_on_pieces(text: str) -> None:
    check_any_text(text)


NUMBERS = st.from_regex(r"[1-9][0-9]{0,2}[a-z]{0,2}(:[1-9][0-9]?)?\*?", fullmatch=True)
LETTERS = st.from_regex(r"[a-z]{1,2}", fullmatch=True)


@given(st.sampled_from([None, "pw", "amsterdam/maatregelen"]), NUMBERS, NUMBERS, LETTERS, st.integers(0, 6))
def test_round_trip_of_places(
    regeling: str | None, artikel: str, lid: str, onderdeel: str, shape: int
) -> None:
    places = (
        ProvisionRef(regeling, artikel),
        ProvisionRef(regeling, artikel, tot_artikel=lid),
        ProvisionRef(regeling, artikel, lid),
        ProvisionRef(regeling, artikel, lid, onderdeel),
        ProvisionRef(regeling, artikel, lid, tot_lid=artikel),
        ProvisionRef(regeling, artikel, None, onderdeel),
        ProvisionRef(None, None, lid, onderdeel),
    )
    assert parse_reference(str(places[shape])) == places[shape]
