"""Our own regulations hold no conflict that nobody has judged; `make conflicts` asks every question of one of them.

Asked here: everything of the small municipalities, and of Amsterdam what costs little.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.law.examples import corpus_of, library
from verordening.analyse.conflicts.accepted import Accepted, mark_of, read_accepted
from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.examining import examine
from verordening.analyse.conflicts.finding import Finding
from verordening.analyse.conflicts.second_tier import SecondTier
from verordening.analyse.guarantees.second_tier import settle
from verordening.language.reading import CASE_LIMIT, read_text

DAY: Final = date(2026, 6, 30)
ACCEPTED: Final = Path(__file__).with_name("conflicten.yaml")
CHEAP: Final = ("VRD601", "VRD607", "VRD612", "VRD614", "VRD615", "VRD616")


@cache
def _accepted() -> tuple[Accepted, ...]:
    return read_accepted(read_text(ACCEPTED, limit=CASE_LIMIT))


def _found(gemeente: str, codes: Iterable[str] = ()) -> set[tuple[str, str, str]]:
    corpus = corpus_of(gemeente)
    own = library().set_of(gemeente).own
    answers = examine(Area(corpus, own, DAY, solve=SecondTier(corpus), settle=settle), tuple(codes))
    return {
        (each.code, each.sites[0].id, mark_of(each, corpus)) for each in answers if isinstance(each, Finding)
    }


def _entries(gemeente: str, codes: Iterable[str] = ()) -> set[tuple[str, str, str]]:
    wanted = tuple(codes)
    return {
        (each.code, each.place, each.mark)
        for each in _accepted()
        if each.place.startswith(f"{gemeente}/") and (not wanted or each.code in wanted)
    }


@pytest.mark.parametrize("gemeente", ["amstelveen", "apeldoorn", "eindhoven", "heemskerk", "utrecht"])
def test_a_small_municipality_holds_nothing_but_what_was_accepted(gemeente: str) -> None:
    assert _found(gemeente) == _entries(gemeente)


def test_amsterdam_holds_nothing_but_what_was_accepted() -> None:
    national = {("VRD612", "pw artikel 18 lid 5")}
    found = _found("amsterdam", CHEAP)
    assert {each[:2] for each in found if not each[1].startswith("amsterdam/")} == national
    assert {each for each in found if each[1].startswith("amsterdam/")} == _entries("amsterdam", CHEAP)


def test_every_entry_says_why_and_none_is_there_twice() -> None:
    entries = _accepted()
    assert len({(each.code, each.place, each.mark) for each in entries}) == len(entries)
    assert all(len(each.reason.split()) >= 8 for each in entries)
