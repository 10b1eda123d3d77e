"""What a caseworker reads of each example, as documents: `toets`, then `afwijken`. That the last fits one screen."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.law.examples import NAMES, example
from verordening.evaluate.outcome import FloorEffect, Outcome, RouteStatus
from verordening.present.merged import by_room
from verordening.present.text import read_afwijken, read_toets, render_afwijken, render_toets

LINES, COLUMNS = 45, 100
"""One screen, as on a laptop with the window at its full height."""
INTERNAL = re.compile(r"\w*_\w*|\b(?:pw|awb|gw|rv|\w+/\w+) artikel\b|\bNone\b|\bFraction\b|\bUnknown\b")


def path_of(name: str) -> str:
    return f"examples/{name}.yaml"


@pytest.mark.parametrize("name", NAMES)
def test_the_screens_of_an_example(name: str, snapshot: SnapshotAssertion) -> None:
    outcome = example(name).outcome
    assert f"{render_toets(outcome, case_path=path_of(name))}\n{render_afwijken(outcome)}" == snapshot


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_shows_no_name_of_the_program(name: str) -> None:
    """No underscores, no short names of regulations, no Python; what a key is called stands between its own marks."""
    outcome = example(name).outcome
    for text in (
        render_toets(outcome, case_path=path_of(name)),
        render_afwijken(outcome),
        read_toets(outcome, case_path=path_of(name)),
        read_afwijken(outcome),
    ):
        words = re.sub(r"`[^`\n]*`", "", text)
        assert INTERNAL.findall(words) == []


@pytest.mark.parametrize("name", NAMES)
def test_may_i_deviate_is_answered_on_one_screen(name: str) -> None:
    """A resident is waiting: what needs the caseworker first is there without scrolling."""
    screen = render_afwijken(example(name).outcome, COLUMNS, case_path=path_of(name))
    lines = screen.splitlines()
    assert len(lines) <= LINES
    assert [line for line in lines if len(line) > COLUMNS] == []


@pytest.mark.parametrize("name", NAMES)
def test_one_screen_leaves_out_nothing_that_must_be_done(name: str) -> None:
    """Every way that is open stands there with what it asks, or there is the command that says it; so does every floor
    that bites, and all that is wrong with a choice.
    """
    outcome = example(name).outcome
    screen = read_afwijken(outcome, case_path=path_of(name))
    if outcome.acts:
        assert all(each.label in screen for each in outcome.acts)
        shown = [each for each in outcome.acts if f"--gedraging {each.number}" not in screen]
        assert len(shown) == 1
        outcome = shown[0].outcome
    for asked in _asked_at_open_ways(outcome, screen):
        assert small(asked) in small(screen)
    for floor in outcome.floors:
        if floor.effect is not FloorEffect.GEEN:
            assert small(floor.title).removesuffix(".") in small(screen)
            assert all(
                small(question) in small(screen)
                for _, question in floor.motivate
                if floor.effect is FloorEffect.SIGNAAL
            )
    for defect in outcome.choice.defects if outcome.choice is not None else ():
        assert small(defect).removesuffix(".") in small(screen)


def _asked_at_open_ways(outcome: Outcome, screen: str) -> list[str]:
    """What the open ways ask to write down, for decisions that are told in full and are not chosen well yet."""
    elsewhere = {
        decision.name
        for group in by_room(outcome)
        for decision in group
        if f"--besluit {group[0].name}" in screen
    }
    chosen = (
        {name for name, _ in outcome.choice.chosen}
        if "Uw keuze is in orde" in screen and outcome.choice
        else set()
    )
    return [
        question
        for route in outcome.routes
        if route.status in (RouteStatus.MAG, RouteStatus.MOET) and route.decision not in elsewhere | chosen
        for _, question in route.motivate
    ]


def small(text: str) -> str:
    return text.casefold()
