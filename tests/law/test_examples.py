"""Every case in `examples/` says all that must come of it. That it does is for `test_trials`."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

import pytest

from tests.law.examples import (
    ALWAYS,
    NAMES,
    OF_SEVERAL_ACTS,
    OF_THE_MONTHS,
    OPTIONAL_OF_A_DECISION,
    WITH_CHOICE,
    example,
)
from verordening.evaluate.outcome import FloorEffect, FloorStatus, RouteStatus, Status
from verordening.evaluate.written import as_written

STATUSES = {each.value for each in Status}
ROUTE_STATUSES = {each.value for each in RouteStatus}
FLOOR_STATUSES = {each.value for each in FloorStatus} - {FloorStatus.NIET_VAN_TOEPASSING.value}
FLOOR_EFFECTS = {each.value for each in FloorEffect}


def test_there_are_examples() -> None:
    assert len(NAMES) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_an_example_says_everything(name: str) -> None:
    """A case that leaves something out would pass whatever comes of it."""
    found = example(name)
    wanted = ALWAYS | (WITH_CHOICE if found.case.choice is not None else frozenset())
    written = as_written(found.outcome)
    wanted |= written.keys() & (OF_THE_MONTHS | OF_SEVERAL_ACTS)
    assert found.expected.keys() == wanted
    if not found.case.acts:
        assert tuple(found.expected["besluiten"]) == found.case.asked
    assert all(each["status"] in STATUSES for each in found.expected["besluiten"].values())
    _assert_all_told(found.expected["besluiten"], written["besluiten"])
    for act, of_act in zip(
        found.expected.get("gedragingen", ()), written.get("gedragingen", ()), strict=True
    ):
        assert act.keys() == of_act.keys()
        _assert_all_told(act["besluiten"], of_act["besluiten"])
    for route in found.expected["ruimte"]:
        assert route["status"] in ROUTE_STATUSES
        assert ("bereik" in route) is (route["status"] != RouteStatus.MAG_NIET.value), route
    for floor in found.expected["ondergrenzen"].values():
        assert floor["status"] in FLOOR_STATUSES
        assert floor["effect"] in FLOOR_EFFECTS
        assert ("voor" in floor) is ("na" in floor) is (floor["effect"] == FloorEffect.OVERSTEMD.value), floor


@pytest.mark.parametrize("name", NAMES)
def test_an_example_begins_with_what_it_shows(name: str) -> None:
    """A comment in Dutch that names the article, for the colleague who opens the file."""
    comment = list(takewhile(lambda line: line.startswith("# "), example(name).text.splitlines()))
    assert comment
    assert "artikel " in " ".join(comment).casefold()


def _assert_all_told(expected: dict[str, Any], written: dict[str, Any]) -> None:
    """Of every decision all is said that there is to say, save what a case may leave out."""
    assert expected.keys() == written.keys()
    for name, each in expected.items():
        assert each.keys() - OPTIONAL_OF_A_DECISION == written[name].keys() - OPTIONAL_OF_A_DECISION
