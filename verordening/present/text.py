"""Answers as text: `render_…` for a terminal, `read_…` for a screen reader; the same content in two layouts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from verordening.evaluate.outcome import Outcome
from verordening.present.acts_content import documents
from verordening.present.document import Document
from verordening.present.layout import lay_out
from verordening.present.toets_content import toets_document

if TYPE_CHECKING:
    from verordening.evaluate.tracing import EvaluationTree


def render_toets(outcome: Outcome, width: int = 80, *, tree: bool = False, case_path: str = "") -> str:
    """The answer of `toets` for a terminal of `width` columns. `case_path`: how the user named the case."""
    text = _laid_out(outcome, lambda each: toets_document(each, case_path), width)
    return text + _tree(outcome, width) if tree else text


def render_afwijken(outcome: Outcome, width: int = 80, *, tree: bool = False) -> str:
    """The answer of `afwijken` for a terminal of `width` columns."""
    from verordening.present.afwijken_content import afwijken_document

    text = _laid_out(outcome, afwijken_document, width)
    return text + _tree(outcome, width) if tree else text


def read_toets(outcome: Outcome, *, tree: bool = False, case_path: str = "") -> str:
    """The answer of `toets` for a screen reader: one statement a line."""
    from verordening.present.screen_reader import read_out

    text = "".join(read_out(each) for each in documents(outcome, lambda one: toets_document(one, case_path)))
    return text + _steps(outcome) if tree else text


def read_afwijken(outcome: Outcome, *, tree: bool = False) -> str:
    """The answer of `afwijken` for a screen reader: one statement a line."""
    from verordening.present.afwijken_content import afwijken_document
    from verordening.present.screen_reader import read_out

    text = "".join(read_out(each) for each in documents(outcome, afwijken_document))
    return text + _steps(outcome) if tree else text


def _laid_out(outcome: Outcome, document: Callable[[Outcome], Document], width: int) -> str:
    return "\n".join(lay_out(each, width) for each in documents(outcome, document))


def _trees(outcome: Outcome) -> Iterator[EvaluationTree]:
    """The tree of the case, or of each act in it."""
    for each in (outcome, *(act.outcome for act in outcome.acts)):
        if each.tree is not None and each.decisions:
            yield each.tree


def _tree(outcome: Outcome, width: int) -> str:
    from verordening.present.tree_text import render_tree

    return "".join("\n" + render_tree(each.words(), width) for each in _trees(outcome))


def _steps(outcome: Outcome) -> str:
    from verordening.present.tree_text import read_tree

    return "".join(read_tree(each.words()) for each in _trees(outcome))
