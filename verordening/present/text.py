"""Answers as text: `render_…` for a terminal, `read_…` for a screen reader; the same content in two layouts."""

from __future__ import annotations

from verordening.evaluate.outcome import Outcome
from verordening.present.afwijken_content import afwijken_document
from verordening.present.layout import lay_out
from verordening.present.screen_reader import read_out
from verordening.present.toets_content import toets_document


def render_toets(outcome: Outcome, width: int = 80, *, tree: bool = False, case_path: str = "") -> str:
    """The answer of `toets` for a terminal of `width` columns. `case_path`: how the user named the case."""
    text = lay_out(toets_document(outcome, case_path), width)
    return text + _tree(outcome, width) if tree else text


def render_afwijken(outcome: Outcome, width: int = 80, *, tree: bool = False) -> str:
    """The answer of `afwijken` for a terminal of `width` columns."""
    text = lay_out(afwijken_document(outcome), width)
    return text + _tree(outcome, width) if tree else text


def read_toets(outcome: Outcome, *, tree: bool = False, case_path: str = "") -> str:
    """The answer of `toets` for a screen reader: one statement a line."""
    text = read_out(toets_document(outcome, case_path))
    return text + _steps(outcome) if tree else text


def read_afwijken(outcome: Outcome, *, tree: bool = False) -> str:
    """The answer of `afwijken` for a screen reader: one statement a line."""
    text = read_out(afwijken_document(outcome))
    return text + _steps(outcome) if tree else text


def _tree(outcome: Outcome, width: int) -> str:
    from verordening.present.tree_text import render_tree

    return "\n" + render_tree(outcome.tree.words(), width) if outcome.tree is not None else ""


def _steps(outcome: Outcome) -> str:
    from verordening.present.tree_text import read_tree

    return read_tree(outcome.tree.words()) if outcome.tree is not None else ""
