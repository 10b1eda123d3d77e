"""Every word of the language ends where the word ends: glued to a name it is no longer that word."""

from __future__ import annotations

import itertools
import re
from functools import cache
from pathlib import Path

import pytest

from verordening.language.grammar import keywords, reserved_words
from verordening.language.mistakes.stuck import find_stuck
from verordening.language.parsing import parse
from verordening.language.source import Source
from verordening.language.tokens import Token
from verordening.resources import resource_folder

GRAMMAR = (resource_folder("grammars") / "regeling.lark").read_text(encoding="utf-8")
TERMINALS = dict(re.findall(r"^([A-Z_]+)(?:\.\d+)?: /(.*)/$", GRAMMAR, re.MULTILINE))
BOUNDARY = r"(?!\w)"
WORDS = sorted(name for name, pattern in TERMINALS.items() if pattern.endswith(BOUNDARY))
FREE = {"STRING", "NAME", "REGULATION", "PERCENT", "COMMENT"}
"""These end in a mark, or go on as long as a word does."""
GOOD = sorted((Path(__file__).parent / "good").glob("*.vrd"))


def read_words(text: str) -> tuple[Token, ...]:
    """The words of a text without mistakes; that it stops at the end of an unfinished line more tells them all."""
    stuck = find_stuck(f"{text}\nartikel", 0)
    assert stuck is not None
    return tuple(token for token in stuck.tokens if token.start_pos < len(text))


@cache
def texts() -> dict[str, tuple[str, tuple[Token, ...]]]:
    """The good files with their tokens."""
    found = {}
    for path in GOOD:
        text = path.read_text(encoding="utf-8")
        found[path.stem] = (text, read_words(text))
    return found


def occurrence(terminal: str) -> tuple[str, Token]:
    wanted = {terminal, f"{terminal}_HEAD"}
    for text, tokens in texts().values():
        for token in tokens:
            if token.type in wanted:
                return text, token
    pytest.fail(f"no good file has {terminal}")


def types_at(text: str, start: int) -> set[str]:
    """The type of the token that is read at an offset, if the parser gets there."""
    stuck = find_stuck(text, 0)
    tokens = stuck.tokens if stuck is not None else read_words(text)
    return {token.type.removesuffix("_HEAD") for token in tokens if token.start_pos == start}


def test_every_terminal_ends_at_a_word_boundary() -> None:
    assert set(TERMINALS) - set(WORDS) == FREE
    assert len(WORDS) > 120


def test_no_keyword_is_a_plain_string() -> None:
    rules = re.sub(r"^[A-Z_.\d]+: /.*/$|//.*$", "", GRAMMAR, flags=re.MULTILINE)
    assert [text for text in re.findall(r'"([^"\n]+)"', rules) if text[0].isalpha()] == []


@pytest.mark.parametrize("terminal", WORDS)
def test_a_word_glued_to_a_name_is_not_that_word(terminal: str) -> None:
    text, token = occurrence(terminal)
    glued = text[: token.end_pos] + "leeftijd " + text[token.end_pos :]
    assert terminal not in types_at(glued, token.start_pos)


@pytest.mark.parametrize("terminal", WORDS)
def test_a_word_glued_to_the_word_behind_it_changes_or_breaks_the_file(terminal: str) -> None:
    for text, tokens in texts().values():
        for token, following in itertools.pairwise(tokens):
            if token.type.removesuffix("_HEAD") != terminal or not following[0].isalnum():
                continue
            gap = text[token.end_pos : following.start_pos]
            if not gap or gap.strip():
                continue
            glued = text[: token.end_pos] + text[token.end_pos + len(gap) :]
            file, found = parse(Source("x", glued))
            assert found or file != parse(Source("x", text))[0]
            return


def test_the_example_of_the_design() -> None:
    source = Source("x", 'regeling r "R"\nartikel 1\n  alsleeftijd > 18\n  dan moet x = 1')
    (found,) = parse(source)[1]
    assert (found.code, found.message, found.help) == (
        "VRD107",
        "achter `als` ontbreekt een spatie",
        "schrijf `als leeftijd`",
    )


def test_the_words_of_the_language_come_from_the_grammar() -> None:
    words = keywords()
    assert words["TOT_EN_MET"] == "tot en met"
    assert words["GEINDEXEERD"] == "geïndexeerd"
    assert words["JA_NEE"] == "ja/nee"
    assert words["EUROS"] == "euro's"
    assert {"als", "datum", "geen"} <= reserved_words()
    assert not {"tot en met", "maand", "januari"} & reserved_words()
