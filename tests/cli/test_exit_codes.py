"""How an outcome ends a command: each status, with and without a choice."""

from __future__ import annotations

from datetime import date

import pytest

from verordening.evaluate.exit_codes import exit_code
from verordening.evaluate.outcome import ChoiceOutcome, ChoiceStatus, DecisionOutcome, Outcome, Shown, Status
from verordening.model.types import Kind, Type


def decision(name: str, status: Status) -> DecisionOutcome:
    return DecisionOutcome(
        name=name,
        label=name,
        sentence="",
        status=status,
        type=Type(Kind.PERCENTAGE),
        favourable="lager",
        shown=None,
        range=None,
        amount=None,
        cited=None,
        reason="",
        kind="",
        because=(),
        under=None,
        defeated=(),
        not_applied=(),
        confirmed_by=(),
        candidates=(),
        missing=(),
        missing_texts=(),
        idle=(),
        sharpened=False,
        before_floors=None,
        reservations=(),
        disputed=(),
        provenance="",
        provenance_notes=(),
        omitted=(),
    )


def outcome(*statuses: Status, choice: ChoiceStatus | None = None, chosen: tuple[str, ...] = ()) -> Outcome:
    names = ("verlaging", "duur_verlaging")
    made = None
    if choice is not None:
        made = ChoiceOutcome(
            choice, (), tuple((name, Shown(0, "0")) for name in chosen), "pw artikel 18 lid 10"
        )
    return Outcome(
        case="X",
        gemeente="amsterdam",
        gemeente_name="Amsterdam",
        peildatum=date(2026, 3, 1),
        asked=names[: len(statuses)],
        default_scope=False,
        others=(),
        decisions=tuple(decision(*pair) for pair in zip(names, statuses, strict=False)),
        routes=(),
        floors=(),
        choice=made,
        questions=(),
        duties=(),
        notes=(),
        labels=(),
        tree=None,
    )


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (Status.BEPAALD, 0),
        (Status.VOORBEHOUD, 0),
        (Status.AFSTEMMEN, 4),
        (Status.OPEN, 4),
        (Status.LEEMTE, 4),
        (Status.STRIJDIG, 4),
    ],
)
def test_toets_by_status(status: Status, code: int) -> None:
    assert exit_code(outcome(Status.BEPAALD, status), command="toets") == code
    assert exit_code(outcome(Status.BEPAALD, status), command="afwijken") == 0


@pytest.mark.parametrize("command", ["toets", "afwijken"])
def test_a_choice_that_does_not_pass_goes_first(command: str) -> None:
    assert exit_code(outcome(Status.OPEN, choice=ChoiceStatus.NIET_IN_ORDE), command=command) == 1


def test_a_choice_settles_only_the_decisions_that_it_names() -> None:
    both = (Status.AFSTEMMEN, Status.AFSTEMMEN)
    passing = ChoiceStatus.IN_ORDE
    assert (
        exit_code(outcome(*both, choice=passing, chosen=("verlaging", "duur_verlaging")), command="toets")
        == 0
    )
    assert exit_code(outcome(*both, choice=passing, chosen=("verlaging",)), command="toets") == 4


def test_a_choice_of_which_is_not_known_whether_it_passes_settles_nothing() -> None:
    found = outcome(Status.AFSTEMMEN, choice=ChoiceStatus.ONBEKEND, chosen=("verlaging",))
    assert exit_code(found, command="toets") == 4
