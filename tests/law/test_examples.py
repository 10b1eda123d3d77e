"""Every case in `examples/` against its own `verwacht`: nothing missing, nothing extra, and the exit codes."""

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
    Example,
    as_written,
    example,
    in_order,
)
from verordening.evaluate.outcome import FloorEffect, FloorStatus, RouteStatus, Status

STATUSES = {each.value for each in Status}
ROUTE_STATUSES = {each.value for each in RouteStatus}
FLOOR_STATUSES = {each.value for each in FloorStatus} - {FloorStatus.NIET_VAN_TOEPASSING.value}
FLOOR_EFFECTS = {each.value for each in FloorEffect}


def test_there_are_examples() -> None:
    assert len(NAMES) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_an_example_comes_to_what_it_says(name: str) -> None:
    found = example(name)
    assert _comparable(as_written(found.outcome), found) == _expected(found)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_says_everything(name: str) -> None:
    """A case that leaves something out would pass whatever comes of it."""
    found = example(name)
    wanted = ALWAYS | (WITH_CHOICE if found.case.choice is not None else frozenset())
    wanted |= as_written(found.outcome).keys() & (OF_THE_MONTHS | OF_SEVERAL_ACTS)
    assert found.expected.keys() == wanted
    if not found.case.acts:
        assert tuple(found.expected["besluiten"]) == found.case.asked
    assert all(each["status"] in STATUSES for each in found.expected["besluiten"].values())
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


def _expected(found: Example) -> dict[str, Any]:
    written = dict(found.expected)
    written["ruimte"] = in_order(written["ruimte"])
    written["besluiten"] = {
        name: {**each, "kandidaten": sorted(each["kandidaten"])} if "kandidaten" in each else each
        for name, each in written["besluiten"].items()
    }
    return written


def _comparable(actual: dict[str, Any], found: Example) -> dict[str, Any]:
    """The outcome without what a case may leave out and does leave out."""
    written = {**actual, "besluiten": _as_far_as_named(actual["besluiten"], found.expected["besluiten"])}
    if "gedragingen" in actual:
        written["gedragingen"] = [
            {**each, "besluiten": _as_far_as_named(each["besluiten"], named["besluiten"])}
            for each, named in zip(actual["gedragingen"], found.expected["gedragingen"], strict=True)
        ]
    return written


def _as_far_as_named(decisions: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    return {
        name: {
            key: value
            for key, value in each.items()
            if key not in OPTIONAL_OF_A_DECISION or key in expected.get(name, {})
        }
        for name, each in decisions.items()
    }
