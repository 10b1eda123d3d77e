"""`verordening gesprek [CASUS]`: the conversation in the terminal, about a case or from nothing."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping
from typing import Final

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.cases import FROM_INPUT, Regulations
from verordening.cli.clock import today
from verordening.cli.conversing.acts import (
    ACT,
    case_of,
    chosen_act,
    data_of_act,
    outcome_of,
    place_of,
)
from verordening.cli.conversing.answers import offered
from verordening.cli.conversing.commands import COMMANDS
from verordening.cli.conversing.dialogue import Dialogue, Reply
from verordening.cli.conversing.keeping import CaseFile
from verordening.cli.conversing.prompts import Prompt, View
from verordening.cli.declaring import PROGRAM
from verordening.cli.settings import read_settings
from verordening.cli.usage_errors import usage_error
from verordening.evaluate.coherence import check_case
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.exit_codes import exit_code
from verordening.evaluate.refusing import refuse_impossible
from verordening.language.diagnostics import InputError, printable
from verordening.language.source import Source
from verordening.model.case_editing import data_of, with_value
from verordening.model.case_reading import read_case, read_case_source
from verordening.present.conversation_content import closing_screen
from verordening.present.conversation_prompt import (
    CURSOR,
    SPOKEN_CURSOR,
    Asked,
    read_question,
    read_said,
    render_question,
    render_said,
)
from verordening.present.document import Document
from verordening.present.layout import lay_out
from verordening.present.onward_content import is_chosen
from verordening.present.screen_reader import read_out
from verordening.records import replace

_ANSWERED: Final = 0
_INTERRUPTED: Final = 130
_NOT_THERE: Final = "VRD404"


def run(arguments: Arguments) -> int:
    """Hold the conversation; gives the exit code. Raises InputError, and then nothing was asked."""
    _check(arguments)
    # Unlike other commands this one lives for minutes.
    gc.enable()
    regulations = Regulations(arguments.overlay)
    file = CaseFile(arguments.words[0] if arguments.words else "", today())
    reader = Reader(arguments, regulations, file.path)
    dialogue = Dialogue(reader.begun(file.text), reader, file.save, regulations, today())
    return _Talk(dialogue, file, aloud=arguments.format == "schermlezer").hold()


def _check(arguments: Arguments) -> None:
    if arguments.format == "json":
        raise usage_error("VRD504", "een gesprek kan niet als json", "laat `--formaat` weg")
    if len(arguments.words) > 1:
        raise usage_error(
            "VRD506", "`gesprek` gaat over één casus tegelijk", f"schrijf `{PROGRAM} gesprek CASUS`"
        )
    if arguments.words == (FROM_INPUT,) or not _is_typed():
        raise usage_error(
            "VRD509",
            "een gesprek voert u in een terminal, en de invoer is er geen",
            f"typ de opdracht zelf in een terminal; voor een script is er `{PROGRAM} vraag CASUS`",
        )


def _is_typed() -> bool:
    try:
        return sys.stdin.isatty()
    except (AttributeError, ValueError):
        return False


class Reader:
    """A text to where the case stands."""

    def __init__(self, arguments: Arguments, regulations: Regulations, path: str) -> None:
        self._arguments, self._regulations, self._path = arguments, regulations, path
        self._examples = read_settings().examples

    def begun(self, text: str) -> str:
        """The text that the conversation begins with, on the day of the command line if that names one.

        Raises InputError where what must be known first is there and wrong.
        """
        source = Source(self._path, text)
        document = read_case_source(source, fictional=lambda: self._regulations.library.fictional)
        wrong = [each for each in document.problems if each.code != _NOT_THERE]
        if wrong:
            raise InputError(wrong)
        day = self._arguments.peildatum
        return (
            with_value(text, ("peildatum",), day.isoformat())
            if day and not document.root.get("peildatum")
            else text
        )

    def __call__(self, text: str, picked: Mapping[str, str]) -> View:
        source = Source(self._path, text)
        case, _ = read_case(
            source,
            self._regulations,
            fictional=lambda: self._regulations.library.fictional,
            peildatum=self._arguments.peildatum,
            examples=self._examples,
        )
        if self._arguments.examples:
            case = replace(case, example_guidelines=self._arguments.examples == "ja")
        corpus = self._regulations(case.gemeente)
        check_case(case, corpus, source)
        outcome = evaluate(corpus, case)
        refuse_impossible(outcome, case, source)
        chosen = chosen_act(picked.get(ACT, ""), case, corpus)
        return View(
            data_of_act(data_of(text), chosen),
            case_of(case, chosen),
            corpus,
            outcome_of(outcome, chosen),
            dict(picked),
            outcome,
            lambda path: place_of(path, chosen, corpus, case.act_name),
        )


class _Talk:
    """Shows and asks, until the conversation is over or somebody stops it."""

    def __init__(self, dialogue: Dialogue, file: CaseFile, *, aloud: bool) -> None:
        self._dialogue, self._file, self._aloud = dialogue, file, aloud
        self._cursor = SPOKEN_CURSOR if aloud else CURSOR

    def hold(self) -> int:
        """Go on to the end; gives the exit code."""
        _edit_lines()
        self._say(self._opening())
        try:
            while (prompt := self._next()) is not None:
                self._ask(prompt)
                while (reply := self._dialogue.take(_typed(self._cursor))).stays:
                    self._answer(reply)
                if reply.stopped:
                    return self._stop()
                self._answer(reply)
        except EOFError:
            terminal.write("\n")
            return self._stop()
        except KeyboardInterrupt:
            terminal.write("\n")
            self._stop()
            return _INTERRUPTED
        return self._close()

    def _opening(self) -> tuple[str, ...]:
        new = "Een nieuwe zaak" if self._file.is_new else "De zaak"
        return (
            f"{new} in {self._file.path}. Elk antwoord wordt meteen bewaard. Noem geen namen.",
            "Enter slaat een vraag over. Typ `terug`, `waarom`, `stop` of `hulp` wanneer u wilt.",
        )

    def _next(self) -> Prompt | None:
        turn = self._dialogue.turn()
        for each in turn.screens:
            self._show(each)
        return turn.prompt

    def _ask(self, prompt: Prompt) -> None:
        asked = Asked(
            prompt.question,
            prompt.kind,
            prompt.hint,
            prompt.why,
            prompt.weigh,
            tuple(option.words for option in prompt.options),
            offered(prompt),
        )
        text = read_question(asked) if self._aloud else render_question(asked, terminal.width())
        terminal.write(text)
        terminal.finish()

    def _answer(self, reply: Reply) -> None:
        if reply.help:
            self._say(tuple(f"{word}: {does}" for word, does in COMMANDS.items()))
        elif reply.said:
            self._say(reply.said, refused=reply.refused)

    def _stop(self) -> int:
        if self._file.is_new:
            self._say(("Gestopt. Er was nog niets om te bewaren.",))
        else:
            self._say((f"Gestopt. Alles is bewaard; verder met: {PROGRAM} gesprek {self._file.path}",))
        return _ANSWERED

    def _close(self) -> int:
        view = self._dialogue.view
        assert view is not None
        path = self._file.path
        ready = (
            ("de redenen bij het besluit", f"{PROGRAM} motivering {path}"),
            ("het besluit in het kort", f"{PROGRAM} samenvatting {path}"),
        )
        commands = (
            *(ready if is_chosen(view.whole) else (("verder praten", f"{PROGRAM} gesprek {path}"),)),
            ("een blad voor het team", f"{PROGRAM} casusblad {path}"),
            ("alles over de uitkomst", f"{PROGRAM} toets {path}"),
        )
        self._show(closing_screen(view.whole, path, commands))
        return exit_code(view.whole, command="gesprek")

    def _show(self, document: Document) -> None:
        terminal.write(read_out(document) if self._aloud else "\n" + lay_out(document, terminal.width()))

    def _say(self, texts: tuple[str, ...], *, refused: bool = False) -> None:
        if self._aloud:
            terminal.write(read_said(texts, refused=refused))
        else:
            terminal.write(render_said(texts, terminal.width(), refused=refused))


def _typed(cursor: str) -> str:
    """A line from the terminal, with signs that cannot be read or shown replaced."""
    return printable(input(cursor).encode("utf-8", "replace").decode("utf-8"))


def _edit_lines() -> None:
    """Arrow keys in an answer, where this Python can do that; nothing typed is kept."""
    if os.environ.get("TERM", "dumb") == "dumb":
        return
    try:
        import readline
    except ImportError:
        return
    readline.set_auto_history(False)
