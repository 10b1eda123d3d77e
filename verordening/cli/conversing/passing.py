"""What was shown, skipped and picked in this conversation; none of it is written in the case."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.cli.conversing.exploring import GUIDELINES, WAY
from verordening.cli.conversing.prompts import Prompt
from verordening.cli.conversing.script import CHOICE_STEP, ROOM_STEP, RULE_STEP, STEPS, Step


class Passing:
    """How far the conversation is."""

    def __init__(self) -> None:
        self.picked: dict[str, str] = {}
        self._questions: set[str] = set()
        self._steps: set[str] = set()
        self._told: set[str] = set()
        self._unfinished: set[str] = set()

    def pending(self, step: Step, prompts: Iterable[Prompt]) -> Prompt | None:
        """The first question of a step that is not answered and was not passed over."""
        if step.name in self._steps:
            return None
        for each in prompts:
            if (not each.given or each.id in self._unfinished) and each.id not in self._questions:
                return each
        return None

    def tells(self, step: Step, *, asks: bool) -> bool:
        """Whether what stands above a step is to be shown now; from then on it was."""
        if step.name in self._told or not (asks or step.name == RULE_STEP):
            return False
        self._told.add(step.name)
        return True

    def answered(self, id_: str, *, unfinished: bool) -> None:
        """A question was answered; `unfinished` asks for more of the same."""
        self._questions.discard(id_)
        if unfinished:
            self._unfinished.add(id_)

    def skip(self, prompt: Prompt, *, forget: bool) -> None:
        """A question is passed over, or what stands there is left as it is."""
        self._unfinished.discard(prompt.id)
        if forget or not prompt.given:
            self._questions.add(prompt.id)

    def pick(self, name: str, value: str) -> None:
        """What was picked; nothing of it is a choice yet."""
        self.picked[name] = value

    def ask_again(self, ids: Iterable[str]) -> None:
        """Questions that were passed over are asked all the same."""
        self._questions.difference_update(ids)

    def skip_step(self, name: str) -> None:
        """The rest of a step is passed over."""
        self._steps.add(name)

    def to_choice(self) -> None:
        """On to the choice."""
        self._steps.update(step.name for step in STEPS)
        self._steps.discard(CHOICE_STEP)
        self._questions.discard(CHOICE_STEP)
        self._told.add(RULE_STEP)

    def to_room(self) -> None:
        """Ask for a way again, and nothing of what comes before it."""
        names = [step.name for step in STEPS]
        self._steps.update(names[: names.index(ROOM_STEP)])
        self._steps.discard(ROOM_STEP)
        self._told.discard(ROOM_STEP)
        self._told.add(RULE_STEP)
        self._questions.difference_update((WAY, GUIDELINES))
        for name in (WAY, GUIDELINES):
            self.picked.pop(name, None)
