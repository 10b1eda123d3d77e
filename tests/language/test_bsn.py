"""Finding and hiding nine digits that pass the elfproef. All numbers here are made up or test numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.language.bsn import contains_bsn, mask_bsn, passes_elfproef
from verordening.language.parsing import parse
from verordening.language.source import Source, Span
from verordening.model.case_problems import bsn_diagnostic


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("123456782", (0, 9)),
        ("het nummer 123456782.", (11, 20)),
        ("bsn123456782", (3, 12)),
        ("bsn_123456782", (4, 13)),
        ("123 456 782", (0, 11)),
        ("123.456.782", (0, 11)),
        ("1234.56.782", (0, 11)),
        ("12-34-56-782", (0, 12)),
        ("123\N{NO-BREAK SPACE}456 782", (0, 11)),
        ("123456\n  782", (0, 12)),
        ("123 - 456 - 782", (0, 15)),
        ("1 2 3 4 5 6 7 8 2", (0, 17)),
        ("kamer 5 123 456 782", (8, 19)),
        ("123456782 3 keer", (0, 9)),
        ("111222333", (0, 9)),
    ],
)
def test_found(text: str, span: tuple[int, int]) -> None:
    assert contains_bsn(text) == span


@pytest.mark.parametrize(
    "text",
    [
        "",
        "000000000",
        "123456789",
        "1234567820",
        "0123456782",
        "12345678",
        "123 456.782",
        "123,456,782",
        "van 2026-03-01 5 keer",
        "+31 6 12345678",
        "06-12345678",
        "BWBR0015703",
        "ECLI:NL:CRVB:2017:3676",
        "€ 1.401,50",
    ],
)
def test_not_found(text: str) -> None:
    assert contains_bsn(text) is None
    assert mask_bsn(text) == text


def test_elfproef() -> None:
    assert passes_elfproef("123456782")
    assert not passes_elfproef("12345678")


def test_mask_keeps_the_length() -> None:
    assert mask_bsn("a 123.456.782, b 111222333!") == "a •••.•••.•••, b •••••••••!"


def test_refusal_does_not_repeat_the_number() -> None:
    source = Source("zaak.yaml", "casus: Zie 123456782\nx: 1 111222333")
    found = bsn_diagnostic(source, Span.at("zaak.yaml", 1, 12, 9))
    assert found.code == "VRD401"
    assert found.message == "hier staan negen cijfers die een burgerservicenummer kunnen zijn"
    assert found.excerpt == ((1, "casus: Zie •••••••••"),)
    assert "123456782" not in repr(found)


@given(st.text(alphabet="0123456789 .-_a\n", max_size=60))
def test_a_masked_text_holds_no_bsn(text: str) -> None:
    masked = mask_bsn(text)
    assert len(masked) == len(text)
    assert contains_bsn(masked) is None


@given(st.text(alphabet="0123456789", min_size=9, max_size=9), st.sampled_from(["", " ", ".", "-"]))
def test_every_bsn_is_found_in_groups(digits: str, separator: str) -> None:
    text = separator.join((digits[:3], digits[3:6], digits[6:]))
    assert (contains_bsn(text) is not None) == passes_elfproef(digits)


def test_a_message_about_a_line_that_cannot_be_read_repeats_no_number() -> None:
    """Neither where the parser quotes what it does not understand, nor in the line that it shows."""
    text = 'regeling proef "Proef"\nartikel 1\n  als 123456782 dan # bel 111222333\n'
    _, found = parse(Source("proef.vrd", text))
    assert found
    for each in found:
        said = "\n".join((each.message, each.label, each.help, *(line for _, line in each.excerpt)))
        assert contains_bsn(said) is None
    assert any("•••••••••" in line for each in found for _, line in each.excerpt)
