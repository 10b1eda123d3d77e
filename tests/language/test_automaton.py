"""Our reader of the tables gives what Lark gives: the same tree, the same places, and it stops at the same place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from lark.lark import PostLex

from verordening.language.automaton import Unreadable, automaton
from verordening.language.table_making import make_tables
from verordening.language.tables import from_json, grammar_text, tables, to_json
from verordening.language.tokens import PLACE_WORDS
from verordening.resources import resource_folder

HERE = Path(__file__).parent
TEXTS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted(
        (
            *HERE.glob("good/*.vrd"),
            *HERE.glob("bad/*.vrd"),
            *(resource_folder("ordinances") / "amsterdam").glob("*.vrd"),
        )
    )
}
PIECES = sorted({word for text in TEXTS.values() for word in text.split()}) + list(
    '"()=<>,;:%€#+-/&\n\t ’“\u00a0\u200b'
)


class Heads(PostLex):
    """The words that open a place, as Lark lets one tell them apart."""

    always_accept = PLACE_WORDS

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        last_line, opening = 0, False
        for token in stream:
            if token.line != last_line:
                last_line, opening = token.line or 0, token.type in PLACE_WORDS
            if opening and token.type in PLACE_WORDS:
                yield Token.new_borrow_pos(f"{token.type}_HEAD", token.value, token)
            else:
                opening = opening and token.type in ("PLACE_NR", "PART_NR", "STRING")
                yield token


@cache
def lark() -> Lark:
    return Lark(
        grammar_text("regeling"),
        parser="lalr",
        lexer="contextual",
        postlex=Heads(),
        propagate_positions=True,
        maybe_placeholders=False,
    )


class Named:
    """Builds, for every rule, its name with its place and its children."""

    def __getattr__(self, name: str) -> Any:
        def build(meta: Any, children: list[Any]) -> tuple[Any, ...]:
            place = (meta[0].start_pos, meta[0].line, meta[0].column) if meta else None
            end = (meta[1].end_pos, meta[1].end_line, meta[1].end_column) if meta else None
            return (name, place, end, [_leaf(each) for each in children])

        return build


def _leaf(found: Any) -> Any:
    if not isinstance(found, str):
        return found
    token: Any = found
    return (
        token.type,
        str(token),
        token.start_pos,
        token.line,
        token.column,
        token.end_line,
        token.end_column,
    )


def ours(text: str) -> Any:
    parser = automaton()
    try:
        return parser.parse(text, parser.builders(Named()))[0]
    except Unreadable as stuck:
        return stuck.offset, [_leaf(token) for token in stuck.tokens]


def theirs(text: str) -> Any:
    interactive: Any = lark().parse_interactive(text)
    tokens = []
    try:
        for token in interactive.lexer_thread.lex(interactive.parser_state):
            interactive.feed_token(token)
            tokens.append(token)
    except UnexpectedInput as error:
        return error.pos_in_stream, [_leaf(token) for token in tokens]
    try:
        return _tree(interactive.feed_eof())
    except UnexpectedInput:
        return len(text), [_leaf(token) for token in tokens]


def _tree(found: Any) -> Any:
    if not isinstance(found, Tree):
        return _leaf(found)
    meta = found.meta
    place = None if meta.empty else (meta.start_pos, meta.line, meta.column)
    end = None if meta.empty else (meta.end_pos, meta.end_line, meta.end_column)
    return (str(found.data), place, end, [_tree(each) for each in found.children])


@pytest.mark.parametrize("name", TEXTS)
def test_every_file_is_read_as_lark_reads_it(name: str) -> None:
    assert ours(TEXTS[name]) == theirs(TEXTS[name])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.data())
def test_a_file_with_slips_is_read_as_lark_reads_it(name: str, data: st.DataObject) -> None:
    text = TEXTS[name]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 20)))
        text = text[:start] + data.draw(st.sampled_from(["", *PIECES])) + text[end:]
    assert ours(text) == theirs(text)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_a_row_of_words_is_read_as_lark_reads_it(words: list[str]) -> None:
    text = 'regeling r "R"\n' + " ".join(words)
    assert ours(text) == theirs(text)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.data())
def test_what_can_come_next_is_what_lark_says(name: str, data: st.DataObject) -> None:
    text = TEXTS[name][: data.draw(st.integers(0, len(TEXTS[name])))]
    interactive: Any = lark().parse_interactive(text)
    taken = []
    try:
        for token in interactive.lexer_thread.lex(interactive.parser_state):
            interactive.feed_token(token)
            taken.append(token.type)
    except UnexpectedInput:
        return
    assert automaton().accepted(taken) == interactive.accepts()


def test_tables_survive_being_written() -> None:
    assert to_json(from_json(to_json(tables("regeling")))) == to_json(tables("regeling"))
    assert to_json(make_tables(grammar_text("regeling"))) == to_json(make_tables(grammar_text("regeling")))


def test_a_word_that_another_pattern_also_matches_is_refused() -> None:
    grammar = "start: A | B\nA.4: /als(?!\\w)/\nB.3: /a[l]s?(?!\\w)/\n%declare ARTIKEL LID ONDERDEEL ZIN RICHTLIJN\n"
    with pytest.raises(ValueError, match="B is tried after"):
        make_tables(grammar)
