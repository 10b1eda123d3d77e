"""The public address of a place: of an act by its BWB number as a jci, of a municipal regulation by its CVDR number."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.model.source_links import link

DAY = date(2026, 3, 1)
JCI = "https://wetten.overheid.nl/jci1.3:c:BWBR0015703"
ON = "&z=2026-03-01&g=2026-03-01"
LOCAL = "https://lokaleregelgeving.overheid.nl"


@pytest.mark.parametrize(
    ("source", "path", "address"),
    [
        ("BWBR0015703", "artikel 18 lid 10", f"{JCI}&artikel=18&lid=10{ON}"),
        (
            "Stb. 2003, 375 (BWBR0015703)",
            "artikel 18 lid 8* onderdeel a",
            f"{JCI}&artikel=18&lid=8&onderdeel=a{ON}",
        ),
        ("BWBR001570, later BWBR0015703", "paragraaf 2", f"{JCI}{ON}"),
        ("CVDR612345/2", "artikel 3", f"{LOCAL}/CVDR612345/2"),
        ("CVDR612345/ en verder", "artikel 3", f"{LOCAL}/CVDR612345"),
        ("CVDR onbekend", "artikel 3", ""),
        ("BWBX0015703", "artikel 3", ""),
        ("", "", ""),
    ],
)
def test_an_address_follows_from_the_source_and_the_place(source: str, path: str, address: str) -> None:
    assert link(source, path, DAY) == address


texts = st.lists(st.sampled_from(["BWB", "R", "V", "CVDR", "/", "0015703", "12", "x", " "]), max_size=9).map(
    "".join
)
paths = st.lists(
    st.sampled_from(["artikel", "lid", "onderdeel", "hoofdstuk", "18", "8*", "3:4", "a", "bis°"]), max_size=7
).map(" ".join)


@given(texts, paths)
def test_numbers_and_parts_are_what_their_patterns_say(source: str, path: str) -> None:
    bwb = re.search(r"BWB[RV]\d{7}", source)
    cvdr = re.search(r"CVDR\d+(?:/\d+)?", source)
    found = link(source, path, DAY)
    if bwb is not None:
        parts = re.findall(r"(artikel|lid|onderdeel) (\S+)", path)
        places = "".join(f"&{part}={number.rstrip('*°')}" for part, number in parts)
        assert found == f"https://wetten.overheid.nl/jci1.3:c:{bwb.group()}{places}{ON}"
    else:
        assert found == (f"{LOCAL}/{cvdr.group()}" if cvdr is not None else "")
