"""The page about a code or a word, and the list of both, as JSON (`verordening/uitleg/1`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from verordening.language.explanations import Block, Example, Explanation, Term
from verordening.present.explained import group_of, titled

SCHEMA: Final = "verordening/uitleg/1"

Json = dict[str, object]


def render_explanation_json(page: Explanation, *, exit_code: int) -> str:
    """The page about a code."""
    return _text(
        {
            "code": page.code,
            "titel": page.title,
            "groep": group_of(page.code),
            "betekenis": _texts(page.meaning),
            "waarom": _texts(page.why),
            "fout": _example(page.wrong),
            "goed": _example(page.right),
            "wat_u_doet": _texts(page.remedy),
        },
        exit_code,
    )


def render_term_json(term: Term, *, exit_code: int) -> str:
    """What a word means."""
    return _text({"woord": term.name, "groep": term.group, "betekenis": _texts(term.meaning)}, exit_code)


def render_index_json(terms: Sequence[Term], *, exit_code: int) -> str:
    """All codes and all words."""
    return _text(
        {
            "meldingen": [{"code": each.code, "titel": each.title, "groep": each.group} for each in titled()],
            "woorden": [{"woord": term.name, "groep": term.group} for term in terms],
        },
        exit_code,
    )


def _example(example: Example) -> Json:
    return {"soort": example.kind, "tekst": example.text}


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    return [each.text for each in blocks]


def _text(answer: Json, exit_code: int) -> str:
    whole = {"schema": SCHEMA, **answer, "afsluitcode": exit_code}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
