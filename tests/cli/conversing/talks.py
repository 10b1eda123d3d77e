"""Conversations without a terminal: lines that are typed, and what the case then says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from verordening.cli.arguments import read_arguments
from verordening.cli.cases import Regulations
from verordening.cli.conversing.dialogue import Dialogue, Reply
from verordening.cli.conversing.prompts import View
from verordening.cli.gesprek import Reader
from verordening.model.case_editing import Written, data_of

TODAY = date(2026, 3, 1)
NEW = "casus: Gesprek\n"

STUDY = """\
casus: Klein contract naast een opleiding
gemeente: amsterdam
peildatum: 2026-03-01
besluiten: [meer_uren_verplicht]
voorbeeldrichtlijnen: ja

gegevens:
  gaat_over_meer_uren: ja
  volgt_opleiding: ja
  volledig_duurzaam_arbeidsongeschikt: nee
  huishouden: alleenstaande
  leeftijd: 27 jaar
  kostendelende_medebewoners: 0
  in_inrichting: nee
"""
"""The first background case, before anybody judged what can be asked of this person."""

_REGULATIONS = Regulations()


class Talk:
    """A conversation about a text; every save is kept."""

    def __init__(self, text: str = NEW) -> None:
        self.saved: list[str] = []
        self.shown: list[str] = []
        read = Reader(read_arguments(["gesprek"]), _REGULATIONS, "zaak.yaml")
        self._dialogue = Dialogue(text, read, self.saved.append, _REGULATIONS, TODAY)

    def say(self, *lines: str) -> Reply:
        """What came of the last of these lines."""
        reply = Reply()
        for line in lines:
            self._look()
            reply = self._dialogue.take(line)
        return reply

    def on_to(self, asked: str) -> None:
        """Pass over questions until this one."""
        while self.asked != asked:
            assert self.asked, f"{asked} is never asked"
            self.say("")

    @property
    def question(self) -> str:
        """What is asked now; empty at the end."""
        self._look()
        prompt = self._dialogue.turn().prompt
        return prompt.question if prompt is not None else ""

    @property
    def asked(self) -> str:
        """Where the answer to what is asked now would stand."""
        prompt = self._dialogue.turn().prompt
        return prompt.id if prompt is not None else ""

    @property
    def given(self) -> str:
        """The answer that stands at what is asked now."""
        prompt = self._dialogue.turn().prompt
        return prompt.given if prompt is not None else ""

    @property
    def options(self) -> tuple[str, ...]:
        """The answers to pick from."""
        prompt = self._dialogue.turn().prompt
        return tuple(each.words for each in prompt.options) if prompt is not None else ()

    @property
    def view(self) -> View:
        """Where the case stands."""
        assert self._dialogue.view is not None
        return self._dialogue.view

    @property
    def text(self) -> str:
        """The case as it is now."""
        return self._dialogue.text

    def at(self, *path: str) -> Written | None:
        """What the case says at a place."""
        found: Written | None = data_of(self.text)
        for key in path:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def _look(self) -> None:
        self.shown += [each.title for each in self._dialogue.turn().screens]
