"""What holds of every text: parsing never fails, is quick, and finds the same whichever way it goes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verordening.language import syntax as s
from verordening.language.limits import MOST_MISTAKES
from verordening.language.parsing import parse
from verordening.language.recovery import recover
from verordening.language.source import Source

GOOD = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "good").glob("*.vrd"))
}
PIECES = sorted({word for text in GOOD.values() for word in text.split()}) + list(
    '"()=<>,;:%€#+-/&\n\t ’“\u00a0\u200b'
)
RULE = 'regeling r "R"\nartikel 1\n  als {}\n  dan moet y = 1\nartikel 2\n  inhoud "x"\n'
SECONDS = 5
"""Generous: a slow machine under load must pass, something quadratic must not."""


def check(text: str) -> None:
    source = Source("x", text)
    file, found = parse(source)
    lines = text.count("\n") + 1
    for each in found:
        assert each.span is not None
        assert 1 <= each.span.line <= lines
        assert 1 <= each.span.column <= len(source.line(each.span.line)) + 1
        assert each.marker() is not None
        assert each.message
        assert not each.message.endswith(".")
    assert isinstance(file, s.File)


@given(st.text(max_size=300))
def test_any_text_can_be_parsed(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_row_of_words_can_be_parsed(words: list[str]) -> None:
    check('regeling r "R"\n' + " ".join(words))
    check("".join(words))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(sorted(GOOD)), st.data())
def test_a_good_file_with_a_slip_can_be_parsed(name: str, data: st.DataObject) -> None:
    text = GOOD[name]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 20)))
        text = text[:start] + data.draw(st.sampled_from(["", *PIECES])) + text[end:]
    check(text)


@pytest.mark.parametrize("name", GOOD)
def test_part_by_part_gives_the_same_file(name: str) -> None:
    source = Source("x", GOOD[name])
    recovered = recover(source, [])
    assert (recovered.complaints, recovered.problems) == ([], [])
    assert s.File("x", tuple(piece.item for piece in recovered.pieces if piece.item)) == parse(source)[0]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_a_generated_file_is_the_same_part_by_part(data: st.DataObject) -> None:
    source = Source("x", data.draw(files()))
    file, found = parse(source)
    assert found == ()
    recovered = recover(source, [])
    assert (recovered.complaints, recovered.problems) == ([], [])
    assert tuple(piece.item for piece in recovered.pieces) == file.items


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_one_bad_line_costs_one_message_and_nothing_else(data: st.DataObject) -> None:
    lines = data.draw(files()).split("\n")
    starts = [
        number for number, line in enumerate(lines) if line.startswith(("artikel ", "gegeven ", "besluit "))
    ]
    at = data.draw(st.sampled_from(starts))
    broken = "\n".join([*lines[:at], "  qqq zzz", *lines[at:]])
    file, found = parse(Source("x", broken))
    assert [(each.code, each.span and each.span.line) for each in found] == [("VRD101", at + 1)]
    assert bare(file) == bare(parse(Source("x", "\n".join(lines)))[0])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (RULE.format("(" * 10_000 + "a" + ")" * 10_000), "VRD114"),
        (RULE.format("(" * 10_000), "VRD114"),
        (RULE.format("niet " * 10_000 + "a"), "VRD115"),
        (RULE.format("niet " * 101 + "a"), "VRD115"),
        (RULE.format("x = " + "1+" * 10_000 + "1"), "VRD115"),
        (RULE.format("x = " + "1 + " * 101 + "1"), "VRD115"),
        (RULE.format("x = " + "2 keer " * 101 + "1"), "VRD115"),
        (RULE.format("x = " + "5% van " * 101 + "a"), "VRD115"),
        (RULE.format("(niet " * 49 + "a" + " en b)" * 49), "VRD115"),
        (RULE.format("x = " + "9" * 5_000), "VRD111"),
    ],
)
def test_what_nobody_can_follow_is_one_message(text: str, code: str) -> None:
    started = time.process_time()
    file, found = parse(Source("x", text))
    assert time.process_time() - started < SECONDS
    assert [each.code for each in found] == [code]
    assert len(file.items) == 3


def test_what_somebody_can_follow_is_read() -> None:
    for text in (
        "(" * 50 + "a" + ")" * 50,
        "niet " * 80 + "a",
        "x = " + "1 + " * 80 + "1",
        "a" + " en a" * 2_000,
    ):
        assert parse(Source("x", RULE.format(text)))[1] == ()


@pytest.mark.parametrize(
    "text",
    ["x " * 200_000, '"' * 100_000, '"\n' * 50_000, "(\n" * 50_000, "€" * 100_000, "1-1-2026 " * 10_000],
)
def test_a_large_heap_of_nothing_is_quick(text: str) -> None:
    started = time.process_time()
    assert parse(Source("x", text))[1]
    assert time.process_time() - started < SECONDS


def test_reading_stops_after_a_hundred_mistakes() -> None:
    found = parse(Source("x", "artikel\n" * 1_000))[1]
    assert [each.code for each in found[-2:]] == ["VRD102", "VRD124"]
    assert len(found) == MOST_MISTAKES + 1
    assert found[-1].message == "er zijn meer dan 100 fouten; vanaf hier is niet verder gelezen"


# ---------------------------------------------------------------- files that are right

NAMES = st.sampled_from(
    ["leeftijd", "alsnog", "verlaging", "danig", "waarden", "artikelen", "geen_x", "é", "_lid"]
)
LITERALS = st.sampled_from(
    ["ja", "nee", "5%", "€ 1.401,50", "12 maanden", "1 maart 2026", "3", "0,5", "onbepaald"]
)
GAPS = st.sampled_from([" ", "  ", "\n  ", " # nee\n\t", "\n\n"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """A regulation in which names are unlike any word that opens a line; broken at any gap."""
    items = ['regeling r "R"\n soort wet']
    numbers = draw(st.integers(1, 4))
    for number in range(1, numbers + 1):
        kind = draw(st.sampled_from(["rule", "fact", "decision", "text"]))
        if kind == "fact":
            items.append(
                spaced(draw, f"gegeven feit_{number}", ":", "een", "van", "(", "geen", ",", "wel", ")")
            )
        elif kind == "decision":
            items.append(spaced(draw, f"besluit besluit_{number}", ":", "bedrag", ",", "standaard", "€ 0"))
        elif kind == "text":
            items.append(f'artikel {number} "een # titel"\n inhoud "als (dan"')
        else:
            items.append(rule(draw, number))
    return "\n".join(items) + "\n"


def rule(draw: st.DrawFn, number: int) -> str:
    clauses = [
        ["als", *condition(draw, 2)],
        ["dan", "moet", draw(NAMES), "=", draw(LITERALS), "en", draw(NAMES), "=", draw(LITERALS)],
        ["dient", draw(NAMES), ",", draw(NAMES)],
        ["grondslag", "pw artikel 8 lid 1", ",", "awb"],
        ["herkomst", "officieel", '"een reden"'],
    ]
    order = draw(st.permutations(clauses))
    return f"artikel {number}\n" + "\n".join(spaced(draw, *words) for words in order)


def condition(draw: st.DrawFn, depth: int) -> list[str]:
    kind = draw(st.integers(0, 4 if depth else 1))
    if kind == 0:
        return [draw(NAMES)]
    if kind == 1:
        return [draw(NAMES), draw(st.sampled_from(["=", "!=", "<", ">="])), draw(LITERALS)]
    if kind == 2:
        return ["niet", "(", *condition(draw, depth - 1), ")"]
    return [*condition(draw, depth - 1), "en" if kind == 3 else "of", *condition(draw, depth - 1)]


def spaced(draw: st.DrawFn, *words: str) -> str:
    return words[0] + "".join(draw(GAPS) + word for word in words[1:])


def bare(file: s.File) -> list[tuple[str, list[str]]]:
    return [(type(item.head).__name__, [each.keyword for each in item.clauses]) for item in file.items]
