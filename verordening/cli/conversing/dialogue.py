"""Where the conversation stands, and what an answer does to it. The text of the case is what it remembers.

Knows no terminal: `turn` says what to show and ask, `take` what came of a line that was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from verordening.cli.cases import Regulations
from verordening.cli.conversing.acts import ACT
from verordening.cli.conversing.answered import answered
from verordening.cli.conversing.answers import check_reason, written
from verordening.cli.conversing.commands import BACK, HELP, ON, SKIP, STAND, STOP, WHY
from verordening.cli.conversing.exploring import WAY, hinges
from verordening.cli.conversing.interview import FACT, JUDGEMENT, asked
from verordening.cli.conversing.passing import Passing
from verordening.cli.conversing.prompts import Form, Prompt, View
from verordening.cli.conversing.rounds import Rounds
from verordening.cli.conversing.script import CHOICE_STEP, ROOM_STEP, START, STEPS, STRAIGHT
from verordening.cli.conversing.starting import OFFERED, Start
from verordening.cli.conversing.writing import with_answer, without_answer
from verordening.language.diagnostics import InputError
from verordening.model.case_editing import Written, data_of, with_value, without_value
from verordening.model.case_problems import Refusal
from verordening.model.case_values import UNKNOWN_WORDS
from verordening.present.conversation_words import standing_line
from verordening.present.document import Document

Read = Callable[[str, Mapping[str, str]], View]
"""A text and what was picked, to where the case stands. Raises InputError."""


_NO_FURTHER: Final = "Verder terug kan niet. Gemeente, dag en besluit staan boven in het bestand."


class Turn(NamedTuple):
    """What to show, and what to ask; no prompt where the conversation is over."""

    screens: tuple[Document, ...]
    prompt: Prompt | None


class Reply(NamedTuple):
    """What a line that was typed led to: sentences, and whether the answer was refused.

    With `stays` the question that was asked still stands.
    """

    said: tuple[str, ...] = ()
    refused: bool = False
    stopped: bool = False
    help: bool = False
    stays: bool = False


class Dialogue:
    """A conversation about the case in `text`; `save` takes each new text. Raises InputError on a wrong case."""

    def __init__(
        self, text: str, read: Read, save: Callable[[str], None], regulations: Regulations, today: date
    ) -> None:
        self.text = text
        self._read, self._save = read, save
        self._start = Start(regulations, today)
        self._passing = Passing()
        self._data = data_of(text)
        self._view = self._read(text, self._passing.picked) if not self._starting() else None
        self._rounds = Rounds()
        self._history: list[str] = []
        self._at = 0
        if self._view is None or self._rounds.prompt(self._view) is None:
            self._restart()
        self._prompt: Prompt | None = None
        self._step = ""

    @property
    def view(self) -> View | None:
        """Where the case stands; None while it does not say enough to be worked out."""
        return self._view

    # -------------------------------------------- what to ask

    def turn(self) -> Turn:
        """What to show and ask now."""
        if self._at < len(self._history):
            prompt = self._find(self._history[self._at])
            if prompt is not None:
                self._prompt = prompt
                return Turn((), prompt)
            self._at = len(self._history)
        starting = self._starting()
        if starting:
            self._prompt = starting[0]
            return Turn((), starting[0])
        self._prompt = self._rounds.prompt(self._seen)
        if self._prompt is not None:
            return Turn((self._rounds.screen(self._seen),), self._prompt)
        screens: list[Document] = []
        for number, step in enumerate(STEPS, start=1):
            prompt = self._passing.pending(step, step.prompts(self._seen))
            if self._passing.tells(step, asks=prompt is not None):
                screen = step.screen(self._seen)
                screens.append(screen._replace(title=f"{number} van {len(STEPS)} · {screen.title}"))
            if prompt is not None:
                self._prompt, self._step = prompt, step.name
                return Turn(tuple(screens), prompt)
        self._prompt = None
        if self._rounds.finish(self._seen):
            after = self.turn()
            return after._replace(screens=(*screens, *after.screens))
        return Turn(tuple(screens), None)

    def _restart(self) -> None:
        """What the case holds of this act, or of all of it, is what was answered before."""
        self._history = list(answered(self._data))
        self._at = len(self._history)

    @property
    def _seen(self) -> View:
        if self._view is None:
            self._view = self._read(self.text, self._passing.picked)
        return self._view

    def _starting(self) -> tuple[Prompt, ...]:
        return tuple(self._start.prompts(self._data))

    def _find(self, id_: str) -> Prompt | None:
        """A question that was asked before, as it stands now."""
        if self._view is None:
            return None
        section, _, rest = id_.partition("/")
        candidates: Iterator[Prompt] = (each for step in STEPS for each in step.prompts(self._seen))
        if section in ("gegevens", "oordelen"):
            candidates = asked(rest.partition("/")[0], self._seen)
        return next((each for each in candidates if each.id == id_), None)

    # -------------------------------------------- what an answer does

    def take(self, line: str) -> Reply:
        """What comes of a line. An answer is saved before this returns."""
        prompt = self._prompt
        line = " ".join(line.split())
        word = line.casefold().rstrip(".!")
        if prompt is not None and prompt.id == ACT and word not in (BACK, WHY, STAND, STOP, HELP, "?"):
            return self._take_act(line, word, prompt)
        if word in (BACK, ON, WHY, STAND, STOP, HELP, "?") or (
            word in (CHOICE_STEP, ROOM_STEP) and self._view is not None
        ):
            return self._command(word)
        if prompt is None:
            return Reply()
        if not line or word == SKIP or word in UNKNOWN_WORDS:
            if self._view is None:
                return self._begin(prompt, "")
            return self._skip(prompt, forget=bool(line) and word != SKIP)
        if self._view is None:
            return self._begin(prompt, line)
        try:
            check_reason(line, prompt, self._view)
            return self._answer(prompt, written(line, prompt), self._view)
        except Refusal as refusal:
            return Reply((refusal.message, refusal.help), refused=True, stays=True)

    def _take_act(self, line: str, word: str, prompt: Prompt) -> Reply:
        """Which act is talked over next; its conversation begins anew, in the same file."""
        passes = not line or word in (ON, SKIP, CHOICE_STEP, ROOM_STEP)
        try:
            number = self._rounds.pick("" if passes else str(written(line, prompt)), self._seen)
        except Refusal as refusal:
            return Reply((refusal.message, refusal.help), refused=True, stays=True)
        if number:
            self._passing = Passing()
            self._passing.pick(ACT, number)
            self._view = self._read(self.text, self._passing.picked)
            self._data = dict(self._view.data)
            self._restart()
            if word in (CHOICE_STEP, ROOM_STEP):
                self._command(word)
        return Reply((self._rounds.title(self._seen),) if number else ())

    def _begin(self, prompt: Prompt, line: str) -> Reply:
        """An answer to one of the first questions."""
        try:
            value = self._start.answer(prompt.id, line, self._data)
        except Refusal as refusal:
            if refusal.code == OFFERED:
                return Reply((refusal.message,))
            return Reply((refusal.message, refusal.help), refused=True, stays=True)
        text = with_value(self.text, prompt.path, value)
        data = data_of(text)
        complete = not tuple(self._start.prompts(data))
        try:
            view = self._read(text, self._passing.picked) if complete else None
        except InputError as error:
            return _refused(error)
        self._save(text)
        self.text, self._data, self._view = text, data, view
        return Reply(_told_of(prompt.id, value, view))

    def _answer(self, prompt: Prompt, value: Written, view: View) -> Reply:
        if "/" not in prompt.id and prompt.id != CHOICE_STEP:
            self._pick(prompt.id, str(value))
        else:
            try:
                self._keep(with_answer(self.text, prompt, value, view))
            except InputError as error:
                return _refused(error)
        self._remember(prompt.id)
        self._passing.answered(prompt.id, unfinished=prompt.form is Form.TEXTS)
        if prompt.form is Form.TEXTS:
            return Reply(("Nog een? Enter als u klaar bent.",), stays=True)
        changed = standing_line(self._seen.outcome, view.outcome) if prompt.kind in (FACT, JUDGEMENT) else ""
        return Reply((f"Nu: {changed}.",) if changed else ())

    def _pick(self, name: str, value: str) -> None:
        self._passing.pick(name, value)
        if name == START and value == STRAIGHT:
            self._passing.to_choice()
        self._view = self._read(self.text, self._passing.picked)
        if name == WAY:
            self._passing.ask_again(hinges(value, self._view))

    def _keep(self, text: str) -> None:
        """Save a text that can be read, or change nothing. Raises InputError."""
        view = self._read(text, self._passing.picked)
        self._save(text)
        self.text, self._data, self._view = text, dict(view.data), view

    def _remember(self, id_: str) -> None:
        if id_ not in self._history:
            self._history.append(id_)
        self._at = len(self._history)

    def _skip(self, prompt: Prompt, *, forget: bool) -> Reply:
        said: tuple[str, ...] = ()
        if forget and prompt.given and "/" in prompt.id:
            try:
                self._keep(without_answer(self.text, prompt, self._seen))
            except InputError as error:
                return _refused(error)
            said = ("Weggehaald.",)
        self._remember(prompt.id)
        self._passing.skip(prompt, forget=forget)
        return Reply(said)

    # -------------------------------------------- commands

    def _command(self, word: str) -> Reply:
        match word:
            case "terug":
                return self._back()
            case "stop":
                return Reply(stopped=True)
            case "verder":
                return self._pass_step()
            case "keuze":
                self._at = len(self._history)
                self._passing.to_choice()
                return Reply()
            case "ruimte":
                self._at = len(self._history)
                self._passing.to_room()
                return Reply()
            case "waarom":
                return Reply(self._why(), stays=True)
            case "stand":
                return Reply((self._standing(),), stays=True)
            case _:
                return Reply(help=True, stays=True)

    def _back(self) -> Reply:
        if self._view is None:
            return self._back_to_start()
        at = self._at - 1
        while at >= 0 and self._find(self._history[at]) is None:
            at -= 1
        if at < 0:
            return Reply((_NO_FURTHER,), stays=True)
        self._at = at
        return Reply()

    def _back_to_start(self) -> Reply:
        """Before anything can be worked out, the last answer is taken back and asked again."""
        last = next((name for name in reversed(self._start.ORDER) if name in self._data), None)
        if last is None:
            return Reply(("Dit is de eerste vraag.",), stays=True)
        self.text = without_value(self.text, (last,))
        self._data = data_of(self.text)
        self._save(self.text)
        return Reply()

    def _pass_step(self) -> Reply:
        if self._view is None:
            return Reply(("Zonder dit antwoord kan het gesprek niet beginnen.",), stays=True)
        if self._at < len(self._history):
            self._at = len(self._history)
        else:
            self._passing.skip_step(self._step)
        return Reply()

    def _why(self) -> tuple[str, ...]:
        prompt = self._prompt
        if prompt is None:
            return ()
        said = tuple(filter(None, (prompt.why, *prompt.more)))
        return said or ("Zonder dit antwoord kan het programma niet verder rekenen.",)

    def _standing(self) -> str:
        return (
            f"Nu: {standing_line(self._view.outcome)}."
            if self._view is not None
            else "Er staat nog niets vast."
        )


def _refused(error: InputError) -> Reply:
    found = tuple(
        dict.fromkeys(text for each in error.diagnostics for text in (each.message, each.help) if text)
    )
    return Reply(found, refused=True, stays=True)


def _told_of(name: str, value: Written, view: View | None) -> tuple[str, ...]:
    if name != "besluiten" or view is None:
        return ()
    labels = ", ".join(view.corpus.decisions[each].label for each in view.case.asked)
    return (f"Het gesprek gaat over: {labels}.", *view.outcome.notes)
