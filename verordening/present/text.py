"""Answers as text: `render_…` for a terminal, `read_…` for a screen reader; the same content in two layouts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from verordening.evaluate.outcome import Outcome
from verordening.present.acts_content import documents
from verordening.present.document import Document, Section, spaced_out
from verordening.present.layout import lay_out
from verordening.present.toets_content import toets_document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from verordening.evaluate.hearing import Hearing
    from verordening.evaluate.tracing import EvaluationTree
    from verordening.evaluate.what_if import WhatIf


def render_toets(
    outcome: Outcome,
    width: int = 80,
    *,
    tree: bool = False,
    case_path: str = "",
    what_if: WhatIf | None = None,
) -> str:
    """The answer of `toets` for a terminal of `width` columns. `case_path`: how the user named the case."""
    text = _laid_out(outcome, lambda each: toets_document(each, case_path), width, what_if)
    return text + _tree(outcome, width) if tree else text


def render_afwijken(
    outcome: Outcome,
    width: int = 80,
    *,
    tree: bool = False,
    case_path: str = "",
    what_if: WhatIf | None = None,
    whole: bool = False,
    options: str = "",
    beside: tuple[Section, ...] = (),
) -> str:
    """The answer of `afwijken` for a terminal of `width` columns. `case_path`: how the user named the case.

    On one screen; `whole` leaves nothing out. `options` is what a command that says more must repeat, `beside` what is
    said of other cases.
    """
    from verordening.present.afwijken_acts import afwijken_documents

    found = afwijken_documents(outcome, case_path, whole=whole, options=options)
    text = "\n".join(lay_out(each, width) for each in _with_changes(found, what_if, beside))
    return text + _tree(outcome, width) if tree else text


def render_vraag(outcome: Outcome, hearing: Hearing, width: int = 80, *, tree: bool = False) -> str:
    """The answer of `vraag` for a terminal of `width` columns."""
    from verordening.present.vraag_content import vraag_documents

    text = "\n".join(lay_out(each, width) for each in vraag_documents(outcome, hearing))
    return text + _tree(outcome, width) if tree else text


def read_vraag(outcome: Outcome, hearing: Hearing, *, tree: bool = False) -> str:
    """The answer of `vraag` for a screen reader: one statement a line."""
    from verordening.present.screen_reader import read_out
    from verordening.present.vraag_content import vraag_documents

    text = "".join(read_out(each) for each in vraag_documents(outcome, hearing))
    return text + _steps(outcome) if tree else text


def read_toets(
    outcome: Outcome, *, tree: bool = False, case_path: str = "", what_if: WhatIf | None = None
) -> str:
    """The answer of `toets` for a screen reader: one statement a line."""
    text = _read(outcome, lambda each: toets_document(each, case_path), what_if)
    return text + _steps(outcome) if tree else text


def read_afwijken(
    outcome: Outcome,
    *,
    tree: bool = False,
    case_path: str = "",
    what_if: WhatIf | None = None,
    whole: bool = False,
    options: str = "",
    beside: tuple[Section, ...] = (),
) -> str:
    """The answer of `afwijken` for a screen reader: one statement a line."""
    from verordening.present.afwijken_acts import afwijken_documents
    from verordening.present.screen_reader import read_out

    found = afwijken_documents(outcome, case_path, whole=whole, options=options)
    text = "".join(read_out(each) for each in _with_changes(found, what_if, beside))
    return text + _steps(outcome) if tree else text


def _laid_out(
    outcome: Outcome, document: Callable[[Outcome], Document], width: int, what_if: WhatIf | None
) -> str:
    return "\n".join(lay_out(each, width) for each in _documents(outcome, document, what_if))


def _read(outcome: Outcome, document: Callable[[Outcome], Document], what_if: WhatIf | None) -> str:
    from verordening.present.screen_reader import read_out

    return "".join(read_out(each) for each in _documents(outcome, document, what_if))


def _documents(
    outcome: Outcome, document: Callable[[Outcome], Document], what_if: WhatIf | None
) -> list[Document]:
    return _with_changes(documents(outcome, document), what_if)


def _with_changes(
    found: Iterable[Document], what_if: WhatIf | None, beside: tuple[Section, ...] = ()
) -> list[Document]:
    """The documents of an answer, the last with what is said of other cases and what would change it."""
    told = list(found)
    told[-1] = told[-1]._replace(sections=(*told[-1].sections, *spaced_out(beside)))
    if what_if is not None:
        from verordening.present.what_if_content import what_if_sections

        told[-1] = told[-1]._replace(sections=(*told[-1].sections, *what_if_sections(what_if)))
    return told


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
