"""Which of several acts is talked over now, and which were: one round of the conversation for each."""

from __future__ import annotations

from verordening.cli.conversing.acts import ACT, WHOLE
from verordening.cli.conversing.prompts import Form, Option, Prompt, View
from verordening.present.acts_content import act_title
from verordening.present.conversation_content import act_in_words, acts_screen
from verordening.present.document import Document


class Rounds:
    """How far the conversation is with the acts of a case; of a case without acts there is nothing to ask."""

    def __init__(self) -> None:
        self._now = ""
        self._done: list[str] = []
        self._over = False

    def prompt(self, view: View) -> Prompt | None:
        """Which act to talk over, where that is to be asked now."""
        if self._now or self._over or not self._left(view):
            return None
        why = "Enter: geen, u bent klaar." if self._done else "Enter: de eerste."
        return Prompt(
            ACT,
            "Welke bespreekt u nu?",
            Form.PICK,
            options=tuple(Option(words, number) for number, words in _all(view).items()),
            why=why,
        )

    def screen(self, view: View) -> Document:
        """What stands above that question."""
        return acts_screen(view.whole, again=bool(self._done))

    def title(self, view: View) -> str:
        """Which act the next questions are about."""
        found = (act_title(each) for each in view.whole.acts if str(each.number) == self._now)
        return f"{next(found, 'De casus als geheel')}."

    def pick(self, number: str, view: View) -> str:
        """Talk over this act next, or without a number the first that is left: gives its number.

        Without a number after a first round nothing more is talked over, and the number is empty.
        """
        if not number and self._done:
            self._over = True
            return ""
        self._now = number or self._left(view)[0]
        return self._now

    def finish(self, view: View) -> bool:
        """The act was talked over; gives whether another is left."""
        if self._now:
            self._done.append(self._now)
            self._now = ""
        return bool(self._left(view)) and not self._over

    def _left(self, view: View) -> list[str]:
        """The numbers of what was not talked over."""
        return [number for number in _all(view) if number not in self._done]


def _all(view: View) -> dict[str, str]:
    """The acts by number, with what people read; at the end what is of the case as a whole, if anything is."""
    acts = {str(each.number): act_in_words(each) for each in view.whole.acts}
    whole = {WHOLE: "de casus als geheel"} if acts and view.whole.decisions else {}
    return {**acts, **whole}
