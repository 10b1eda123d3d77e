"""The commands that make a text to hand on: reads the case, makes the text, gives it the form that was asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.cases import open_case
from verordening.cli.contacts import contact_of
from verordening.cli.declared import TEXT_FORMS
from verordening.cli.declaring import PROGRAM
from verordening.cli.narrowing import about, named_decisions
from verordening.cli.new_files import safe, write_new
from verordening.cli.usage_errors import usage_error
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import ChoiceStatus, Outcome, Status
from verordening.evaluate.refusing import refuse_impossible
from verordening.language.diagnostics import shown
from verordening.language.suggestions import bedoelt_u
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.loading import read_library
from verordening.present.writing.sending import Sending

if TYPE_CHECKING:
    from verordening.present.writing.written import Written

FOR_RESIDENT: Final = "--voor-inwoner"

_DECIDED: Final = (Status.BEPAALD, Status.VOORBEHOUD)
_COMPLETE: Final = 0
_FINDINGS: Final = 1
_IN_A_FILE: Final = ("pdf", "docx")


def hand_on(
    arguments: Arguments,
    make: Callable[[Outcome, Case, Corpus, Sending], Written],
    keys: tuple[str, ...],
    *,
    one_page: bool = False,
) -> int:
    """Print or write the text; 0 when it is complete, 1 when a reason or a decision is missing. Raises InputError."""
    form = _form(arguments)
    case, corpus, source = open_case(arguments)
    wanted = named_decisions(arguments, corpus)
    outcome = evaluate(corpus, case, tree=True)
    refuse_impossible(outcome, case, source)
    every = _decisions(outcome)
    if wanted:
        case = about(case, wanted, every)
        outcome = evaluate(corpus, case, tree=True)
    contact = contact_of(case.gemeente, lambda: read_library(overlay=arguments.overlay or None).fictional)
    left_out = tuple(label for name, label in every.items() if wanted and name not in wanted)
    text = make(outcome, case, corpus, Sending(contact, left_out))
    missing = text.missing()
    code = _FINDINGS if missing else _COMPLETE
    if FOR_RESIDENT in arguments.switches:
        text = text.without_asides()
    if arguments.output:
        write_new(arguments.output, _made(text, arguments, form, keys, one_page=one_page))
    if arguments.format == "json":
        from verordening.present.writing.written_json import render_json

        terminal.write(render_json(text, safe(arguments.output), exit_code=code))
        return code
    if arguments.output:
        terminal.write(f"Geschreven: {safe(arguments.output)}\n")
    else:
        terminal.write(_on_screen(text, arguments, form))
    if missing:
        listed = "".join(f"  - {each}\n" for each in missing)
        terminal.write_error(f"Dit ontbreekt nog:\n{listed}{_without_these(outcome, arguments)}")
    return code


def _decisions(outcome: Outcome) -> dict[str, str]:
    """The decisions of the case and of its acts, with what people call them."""
    every = (outcome, *(act.outcome for act in outcome.acts))
    return {each.name: each.label for one in every for each in one.decisions}


def _without_these(outcome: Outcome, arguments: Arguments) -> str:
    """How to make a text about only what can be decided now, where something else cannot."""
    every = [each for one in (outcome, *(act.outcome for act in outcome.acts)) for each in one.decisions]
    undecided = {
        each.name for each in every if each.status not in _DECIDED and not _is_chosen(each.name, outcome)
    }
    decided = [name for name in _decisions(outcome) if name not in undecided]
    narrows = arguments.command is not None and any(
        each.flag == "--besluit" for each in arguments.command.options
    )
    if not undecided or not decided or arguments.command is None or not narrows:
        return ""
    path = safe(arguments.words[0])
    options = " ".join(f"--besluit {name}" for name in decided)
    return f"Alleen over wat al vaststaat: {PROGRAM} {arguments.command.name} {path} {options}\n"


def _is_chosen(name: str, outcome: Outcome) -> bool:
    choices = (each.choice for each in (outcome, *(act.outcome for act in outcome.acts)))
    return any(
        each is not None and each.status is ChoiceStatus.IN_ORDE and name in dict(each.chosen)
        for each in choices
    )


def _form(arguments: Arguments) -> str:
    """The form that was asked for, or that the name of the file tells. Raises InputError."""
    asked, output = arguments.values.get("--als", ""), arguments.output
    if asked and asked not in TEXT_FORMS:
        kinds = ", ".join(f"`{each}`" for each in TEXT_FORMS)
        remedy = bedoelt_u(asked, TEXT_FORMS) or f"kies {kinds}"
        raise usage_error("VRD504", f"`--als`: er is geen vorm {shown(asked)}", remedy)
    ending = os.path.splitext(output)[1].lower()
    told = next((form for form, suffix in TEXT_FORMS.items() if suffix == ending), "")
    if output and not (asked or told):
        raise usage_error(
            "VRD504",
            f"`--uit`: aan {shown(safe(output))} is niet te zien welke vorm u wilt",
            "laat de naam eindigen op `.md`, `.html`, `.pdf` of `.docx`",
        )
    form = asked or told or ("docx" if arguments.values.get("--sjabloon") else "markdown")
    if output and told and told != form:
        raise usage_error(
            "VRD504",
            f"`--als {form}` past niet bij {shown(safe(output))}",
            f"laat de naam eindigen op `{TEXT_FORMS[form]}`",
        )
    if form in _IN_A_FILE and not output:
        raise usage_error(
            "VRD505", f"`--als {form}` komt in een bestand", f"schrijf erbij: `--uit tekst{TEXT_FORMS[form]}`"
        )
    if arguments.values.get("--sjabloon") and form != "docx":
        raise usage_error("VRD504", "`--sjabloon` hoort bij een Word-bestand", "schrijf `--als docx`")
    return form


def _on_screen(text: Written, arguments: Arguments, form: str) -> str:
    if arguments.format == "schermlezer":
        from verordening.present.writing.spoken import read_written

        return read_written(text)
    if form == "html":
        from verordening.present.writing.html import render_html

        return render_html(text)
    from verordening.present.writing.markdown import render_markdown

    return render_markdown(text)


def _made(text: Written, arguments: Arguments, form: str, keys: tuple[str, ...], *, one_page: bool) -> bytes:
    """The text in its form. Raises InputError where something for it is not installed, or does not fit."""
    from verordening.present.writing.needing import NotInstalledError, refusal

    try:
        if form == "pdf":
            return _pdf(text, one_page=one_page)
        if form == "docx":
            return _word(text, arguments.values.get("--sjabloon", ""), keys)
    except NotInstalledError as error:
        raise refusal(error, form) from None
    return _on_screen(text, arguments._replace(format="tekst"), form).encode("utf-8")


def _pdf(text: Written, *, one_page: bool) -> bytes:
    from verordening.present.writing.pdf import TooLongError, render_pdf

    try:
        return render_pdf(text, one_page=one_page)
    except TooLongError:
        raise usage_error(
            "VRD534",
            "het blad past niet op één bladzijde, ook niet met kleine letters",
            "maak de teksten onder `gesprek` en de motiveringen korter",
        ) from None


def _word(text: Written, template: str, keys: tuple[str, ...]) -> bytes:
    from verordening.language.reading import read_bytes
    from verordening.present.writing.word import (
        LARGEST,
        TemplateError,
        UnknownPlaceholderError,
        render_word,
    )
    from verordening.present.writing.word_template import start_template

    used = read_bytes(template, limit=LARGEST) if template else start_template()
    name = shown(safe(template))
    try:
        return render_word(text, used, keys)
    except UnknownPlaceholderError as error:
        names = " en ".join(f"`{each}`" for each in error.names)
        known = ("titel", "zaak", "delen", *keys)
        remedy = bedoelt_u(error.names[0], known) or f"u kunt invullen: {', '.join(known)}"
        raise usage_error(
            "VRD533", f"het sjabloon {name} vraagt om {names}, en dat is er niet", remedy
        ) from None
    except TemplateError as error:
        raise usage_error(
            "VRD532",
            f"het sjabloon {name} is niet te gebruiken: {error}",
            "begin opnieuw met `verordening nieuw sjabloon --uit sjabloon.docx`",
        ) from None
