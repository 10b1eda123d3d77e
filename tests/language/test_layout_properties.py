"""What holds of the layout of every text: it reads as the same tree, keeps all comments, and is its own layout."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.language.generating import CLAUSES, EFFECTS, HEADS, files
from verordening.language import syntax as s
from verordening.language.automaton import Unreadable, automaton
from verordening.language.comments import comments_in, tidied
from verordening.language.layout import clauses, effects, expressions, heads, laid_out, text_of
from verordening.language.layout.sameness import bare
from verordening.language.parsing import parse
from verordening.language.placement import ALLOWED
from verordening.language.source import Source
from verordening.language.tokens import PLACE_WORDS, Token
from verordening.records import field_names

GOOD = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "good").glob("*.vrd"))
}
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
SEEDS = st.integers(0, 10**6)
COMMENTS = (
    "#",
    "#kort",
    '# als (dan) "',
    "#  een langere opmerking die er best mag zijn, ook als de regel al vol is  ",
)


def layout(text: str) -> str:
    source = Source("x", text)
    file, found = parse(source)
    assert found == ()
    return laid_out(source, file)


# ---------------------------------------------------------------- trees


@SLOW
@given(files())
def test_a_tree_that_is_printed_and_read_is_the_same_tree(items: tuple[s.Item, ...]) -> None:
    file, found = parse(Source("x", text_of(items)))
    assert found == ()
    assert bare(file.items) == bare(items)


@SLOW
@given(files())
def test_the_layout_of_a_layout_is_itself(items: tuple[s.Item, ...]) -> None:
    text = text_of(items)
    assert layout(text) == text
    assert all(not line.endswith((" ", "\t")) for line in text.split("\n"))


# ---------------------------------------------------------------- texts


@SLOW
@given(files(), SEEDS)
def test_breaking_and_indenting_lines_otherwise_gives_the_same_text(
    items: tuple[s.Item, ...], seed: int
) -> None:
    text = text_of(items)
    noisy = [loosened(text, Random(seed + turn), comments=False) for turn in range(2)]
    assert layout(noisy[0]) == layout(noisy[1])


@SLOW
@given(files() | st.sampled_from(sorted(GOOD)), SEEDS)
def test_a_comment_anywhere_stays(items: tuple[s.Item, ...] | str, seed: int) -> None:
    text = GOOD[items] if isinstance(items, str) else text_of(items)
    noisy = loosened(text, Random(seed), comments=True)
    once = layout(noisy)
    assert texts_of_comments(once) == texts_of_comments(noisy)
    assert bare(parse(Source("x", once))[0].items) == bare(parse(Source("x", text))[0].items)
    assert layout(once) == once


def texts_of_comments(text: str) -> Counter[str]:
    return Counter(tidied(each.text) for each in comments_in(Source("x", text)))


def loosened(text: str, rng: Random, *, comments: bool) -> str:
    """The text with other white space between its tokens, and comments; what opens a line still does."""
    parts: list[str] = []
    before = ""
    for token, opens in tokens(text):
        if parts:
            # The number of a place that opens stands on its line, or what follows it there would no longer open.
            may_break = token.type not in PLACE_WORDS and not before.endswith("_HEAD")
            parts.append(gap(rng, must_break=opens, may_break=may_break, comments=comments))
        parts.append(str(token))
        before = token.type
    return "".join(parts) + "\n"


def gap(rng: Random, *, must_break: bool, may_break: bool, comments: bool) -> str:
    blank = rng.choice([" ", "  ", "\t"])
    if not must_break and (not may_break or rng.random() < 0.6):
        return blank
    if not comments or rng.random() < 0.5:
        return rng.choice(["\n", "\n  ", " \n\t", "\n        "])
    first, second = rng.choice(COMMENTS), rng.choice(COMMENTS)
    return rng.choice(
        [f"{blank}{first}\n", f"\n{blank}{first}\n\n   {second}\n  ", f"{blank}{first}\n{second}\n"]
    )


def tokens(text: str) -> list[tuple[Token, bool]]:
    """The tokens as the parser takes them, with whether each is a place word that opens its line."""
    parser = automaton()
    with pytest.raises(Unreadable) as stuck:
        parser.parse(f"{text}\0", parser.no_builders)
    found: list[tuple[Token, bool]] = []
    line = 0
    for token in stuck.value.tokens:
        found.append((token, token.type.endswith("_HEAD") and token.line != line))
        line = token.end_line
    return found


# ---------------------------------------------------------------- nothing forgotten


def test_every_kind_of_node_has_a_printer() -> None:
    assert set(heads.HEADS) == set(get_args(s.Head))
    assert set(clauses.CLAUSES) == set(get_args(s.Clause))
    assert set(expressions.EXPRESSIONS) == set(get_args(s.Expression))


def test_every_construct_is_generated() -> None:
    assert set(CLAUSES) == set(ALLOWED)
    assert set(EFFECTS) == set(effects.EFFECTS)
    assert {*HEADS, "plaats"} == {kind for kinds in ALLOWED.values() for kind in kinds}


def nodes_in(node: object) -> list[object]:
    if isinstance(node, tuple):
        return [inner for each in node for inner in nodes_in(each)]
    if not hasattr(type(node), "__record__"):
        return []
    return [node, *(inner for name in field_names(type(node)) for inner in nodes_in(getattr(node, name)))]


@pytest.mark.parametrize("name", [each for each in s.__all__ if isinstance(getattr(s, each), type)])
def test_every_field_of_every_node_stands_in_a_good_file(name: str) -> None:
    """So that one that the printer forgets makes the layout of that file fail."""
    kind = getattr(s, name)
    found = [
        each for text in GOOD.values() for each in nodes_in(parse(Source("x", text))[0]) if type(each) is kind
    ]
    assert found
    always = {"span", "keyword", "kind"}
    empty = [
        field
        for field in field_names(kind)
        if field not in always and not any(getattr(each, field) for each in found)
    ]
    assert empty == []


@pytest.mark.parametrize("name", GOOD)
def test_a_good_file_keeps_its_meaning(name: str) -> None:
    once = layout(GOOD[name])
    assert layout(once) == once
