"""What can be asked next of the same case: talk it over, write it down, or see more."""

from __future__ import annotations

from verordening.evaluate.outcome import ChoiceStatus, Outcome
from verordening.present.document import ONWARD, Item, Section, section

_CHOSEN = ("motivering", "samenvatting")


def onward(outcome: Outcome, case_path: str, command: str = "", *, whole: bool = True) -> tuple[Section, ...]:
    """The section `VERDER`; nothing where the user named no file. `command` is the one that can say more."""
    if not case_path or not outcome.decisions:
        return ()
    ready = is_chosen(outcome)
    names = _CHOSEN if ready else ("gesprek",)
    items = [Item(f"verordening {name} {case_path}", sign=ONWARD) for name in names]
    if command:
        more = "" if whole else "; met `--alles`: niets ingekort"
        items.append(Item(f"met `--wat-als`: wat de uitkomst zou veranderen{more}", sign=ONWARD))
    return section("VERDER", "Verder", items)


def is_chosen(outcome: Outcome) -> bool:
    """Whether the case, or one of its acts, holds a choice that is in order: then a decision can be written down."""
    choices = (each.choice for each in (outcome, *(act.outcome for act in outcome.acts)))
    return any(each is not None and each.status is ChoiceStatus.IN_ORDE for each in choices)
