"""`verordening uitleg [CODE]`: what a message or a word on the screen means; without a word, the list of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.declaring import PROGRAM
from verordening.cli.usage_errors import usage_error
from verordening.language.codes import CODES
from verordening.language.diagnostics import shown
from verordening.language.explanations import Explanation, Term, code_named, load_explanation, load_terms
from verordening.language.suggestions import bedoelt_u

if TYPE_CHECKING:
    from verordening.analyse.conflicts.question import Question
    from verordening.analyse.lint.rule import LintRule

_ANSWERED: Final = 0


def run(arguments: Arguments) -> int:
    """Print the page; gives the exit code. Raises InputError (VRD504) when there is no such code or word."""
    wanted = " ".join(arguments.words)
    page = _page(wanted) if wanted else None
    terminal.write(_text(page, arguments.format))
    return _ANSWERED


def explained_names() -> tuple[str, ...]:
    """Every code and word that can be asked for, for completion."""
    from verordening.analyse.conflicts.catalogue import catalogue as questions
    from verordening.analyse.lint.catalogue import catalogue

    return (
        *CODES,
        *(each.code for each in questions()),
        *catalogue(),
        *(term.name for term in load_terms()),
    )


def _page(wanted: str) -> Explanation | Term:
    code = code_named(wanted)
    if code:
        return load_explanation(code)
    rule = _rule_named(wanted)
    if rule is not None:
        from verordening.analyse.lint.pages import page_of

        return page_of(rule)
    question = _question_named(wanted)
    if question is not None:
        from verordening.analyse.conflicts.catalogue import FOLDER
        from verordening.analyse.lint.pages import page_of

        return page_of(question, FOLDER)
    terms = {_folded(term.name): term for term in load_terms()}
    term = terms.get(_folded(wanted))
    if term is None:
        remedy = bedoelt_u(wanted, (each.name for each in terms.values()))
        raise usage_error(
            "VRD504",
            f"er is geen melding of woord {shown(wanted)} met uitleg",
            remedy or f"kijk met `{PROGRAM} uitleg` wat er is",
        )
    return term


def _rule_named(wanted: str) -> LintRule | None:
    """The lint rule that a user means by its code, however it is typed, or by its name."""
    from verordening.analyse.lint.catalogue import catalogue

    return next((each for each in catalogue().values() if _is_meant(each, wanted)), None)


def _question_named(wanted: str) -> Question | None:
    """The question about all cases that a user means by its code, or by its name."""
    from verordening.analyse.conflicts.catalogue import catalogue

    return next((each for each in catalogue() if _is_meant(each, wanted)), None)


def _is_meant(each: LintRule | Question, wanted: str) -> bool:
    digits = "".join(sign for sign in wanted if sign.isdigit())
    return each.code == f"VRD{digits}" or each.slug == _folded(wanted).replace(" ", "_")


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").split())


def _text(page: Explanation | Term | None, form: str) -> str:
    if form == "json":
        return _json(page)
    from verordening.present import explanation_text as text

    aloud, width = form == "schermlezer", terminal.width()
    if page is None:
        terms = load_terms()
        return text.read_index(terms) if aloud else text.render_index(terms, width)
    if isinstance(page, Term):
        return text.read_term(page) if aloud else text.render_term(page, width)
    return text.read_explanation(page) if aloud else text.render_explanation(page, width)


def _json(page: Explanation | Term | None) -> str:
    from verordening.present import explanation_json as written

    if page is None:
        return written.render_index_json(load_terms(), exit_code=_ANSWERED)
    if isinstance(page, Term):
        return written.render_term_json(page, exit_code=_ANSWERED)
    return written.render_explanation_json(page, exit_code=_ANSWERED)
