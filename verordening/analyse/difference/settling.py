"""What trying leaves open of a decision, settled by the solver: the groups that are missing, or that none is."""

from __future__ import annotations

from typing import Any, Final

from verordening.analyse.difference.apart import Apart
from verordening.analyse.difference.elements import is_possible
from verordening.analyse.difference.essence import both_of
from verordening.analyse.difference.grouping import Grouping
from verordening.analyse.difference.ordinary import ORDINARY
from verordening.analyse.difference.pairing import Pairing
from verordening.analyse.difference.together import UndecidedError
from verordening.analyse.difference.twin import Different, Outline, rules_of
from verordening.model.types import Value
from verordening.symbolic.refusing import NotEncodableError

MOST_CASES = 250
"""Past so many cases of one decision the search for more groups is given up."""
MOST_SPURIOUS = 12
"""Past so many cases that may differ and do not."""
MOST_LARGER = 60
"""Past so many steps the search for the largest difference."""


USUAL: Final[dict[str, Value]] = {**ORDINARY, "in_inrichting": False}


class Settling:
    """The second search for one decision, for which trying looked before."""

    def __init__(self, grouping: Grouping, pairing: Pairing) -> None:
        self.grouping = grouping
        twin = grouping.twin
        self.start = twin.start
        self.apart = Apart(twin.decision, twin.start, twin.elements, twin.tailoring, pairing)

    def run(self) -> bool:
        """Add the groups that are still missing, and the largest difference of each; whether surely none is left."""
        complete = self._look()
        for found in self.grouping.inexact():
            if self._enlarge(found):
                self.grouping.is_largest(found)
        return complete

    def _look(self) -> bool:
        rough = False
        for found in self.grouping.found():
            model = self.apart.model_of(dict(found.facts))
            if model is not None and not self.apart.is_rough(model):
                self.apart.leave_out(self.apart.like(model))
        spurious = 0
        for _ in range(MOST_CASES):
            model = self.apart.next()
            if model is None:
                return not rough
            facts = self.apart.facts(model)
            different = self._replayed(facts)
            if different is not None:
                different = self._replayed(self.apart.facts(self._usual(model))) or different
                if self.grouping.add(different):
                    self.grouping.expect_more(different)
                rough = rough or self.apart.is_rough(model)
                self.apart.leave_out(self.apart.like(model))
            elif not self.apart.tighten(model, both_of(facts, self.start)):
                spurious += 1
                if spurious > MOST_SPURIOUS:
                    return False
                self.apart.leave_out(self.apart.exactly(facts))
        return False

    def _usual(self, model: Any) -> Any:
        """A case of the same group, such as is met more often."""
        parts = [self.apart.like(model)]
        for name, value in USUAL.items():
            wanted = self.apart.is_(name, value)
            found = self.apart.ask(*parts, wanted)
            if found is not None:
                model = found
                parts.append(wanted)
        return model

    def _replayed(self, facts: dict[str, Value]) -> Different | None:
        """The case as the interpreter works it out; None where it comes to the same after all."""
        twin = self.grouping.twin
        case = both_of(facts, self.start)
        answers = twin.answers(case) if is_possible(case) else None
        if answers is None:
            return None
        if not answers.waiting:
            return Different(facts, answers) if answers.differ else None
        outline = Outline(facts, (), answers, rules_of(answers), settled=False)
        return next(twin.cases(outline), None)

    # -------------------------------------------- the largest

    def _enlarge(self, found: Different) -> bool:
        """Look for cases of the same group that differ more; whether surely there is none left."""
        model = self.apart.model_of(dict(found.facts))
        if model is None:
            return False
        alike, step = self.apart.like(model), 1
        for _ in range(MOST_LARGER):
            wanted = self.apart.larger(model, alike, step)
            if wanted is None:
                return False
            further = self.apart.ask(wanted)
            if further is None:
                if step == 1:
                    return True
                step = max(1, step // 4)
                continue
            different = self._replayed(self.apart.facts(further))
            if different is None or not self.grouping.add(different):
                return False
            model, step = further, step * 4
        return False


def settle(grouping: Grouping, pairing: Pairing) -> None:
    """Add to what trying found of a decision the groups that it missed, and say so where surely none is missing."""
    try:
        if Settling(grouping, pairing).run():
            grouping.is_everything()
    except (NotEncodableError, UndecidedError):
        return
