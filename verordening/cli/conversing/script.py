"""The conversation as data: its steps in order, what each shows and what it asks. Each can be passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from verordening.cli.conversing import talking
from verordening.cli.conversing.choosing import choosing
from verordening.cli.conversing.exploring import WAY, exploring
from verordening.cli.conversing.interview import interview
from verordening.cli.conversing.prompts import Form, Option, Prompt, View
from verordening.present.citing import in_full
from verordening.present.conversation_content import (
    choice_screen,
    guidance_screen,
    heading,
    purpose_screen,
    room_screen,
    rule_screen,
)
from verordening.present.document import Document

START: Final = "begin"
STRAIGHT: Final = "keuze"
CHOICE_STEP: Final = "keuze"
ROOM_STEP: Final = "ruimte"
RULE_STEP: Final = "regel"


class Step(NamedTuple):
    """A part of the conversation: the name, what stands above its first question, and its questions."""

    name: str
    screen: Callable[[View], Document]
    prompts: Callable[[View], Iterable[Prompt]]


def _facts(_: View) -> Document:
    return heading("De feiten, en uw oordeel daarover")


def _rule(view: View) -> Iterator[Prompt]:
    """Where to go from here; nothing of it is written down."""
    if view.case.conversation is None and view.case.choice is None:
        options = (Option("stap voor stap door het gesprek", START), Option("meteen naar de keuze", STRAIGHT))
        given = view.picked.get(START, "")
        yield Prompt(
            START, "Hoe wilt u verder?", Form.PICK, options=options, why="Enter: stap voor stap.", given=given
        )


def _purpose(view: View) -> Document:
    rules = {rule.id: rule for rule in view.corpus.rules}
    decided = dict.fromkeys(each.cited for each in view.outcome.decisions if each.cited is not None)
    values = view.corpus.values
    return purpose_screen(
        [
            (
                in_full(cited),
                [
                    f"{name.replace('_', ' ')} ({values[name].text})"
                    for name in rules[cited.id].serves
                    if name in values
                ],
            )
            for cited in decided
            if cited.id in rules
        ]
    )


STEPS: Final = (
    Step("feiten", _facts, interview),
    Step(RULE_STEP, lambda view: rule_screen(view.outcome), _rule),
    Step("bereiken", lambda _: heading("Wat wilt u samen bereiken?"), talking.goals),
    Step("doel", _purpose, talking.purpose),
    Step("gevolgen", lambda _: heading("Wat doet dit besluit?"), talking.effects),
    Step(ROOM_STEP, lambda view: room_screen(view.outcome), exploring),
    Step("afweging", lambda _: heading("Is het geschikt, nodig en evenwichtig?"), talking.balance),
    Step("gelijke gevallen", lambda _: heading("Gelijke gevallen"), talking.equal_cases),
    Step("redenen", lambda view: guidance_screen(view.outcome, view.picked.get(WAY, "")), talking.reasons),
    Step(CHOICE_STEP, lambda view: choice_screen(view.outcome), choosing),
)
