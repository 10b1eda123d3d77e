"""What trying leaves open is settled by the solver: the same groups, no others, each worked out again.

The expectations follow from the articles; of `inhouding` they stand in Participatiewet 58 lid 4 and 60 lid 3 and 4, and
in artikel 4.1 of the Amsterdam policy, which Rotterdam does not have.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.analyse.difference.changed import places, told
from verordening.analyse.difference import twin
from verordening.analyse.difference.comparing import compare
from verordening.analyse.difference.found import Difference
from verordening.analyse.difference.second_tier import SecondTier
from verordening.model.loading import load_corpus

DAY = date(2026, 6, 30)


def between_towns(*decisions: str, solved: bool = True) -> Difference:
    second = SecondTier() if solved else None
    return compare(load_corpus("amsterdam"), load_corpus("rotterdam"), [DAY], decisions, second)


@pytest.fixture
def untried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is tried, so that the solver has to find everything."""
    monkeypatch.setattr(twin, "MOST_OUTLINED", 0)


@pytest.mark.parametrize("decision", ["ingang_verlaging", "giften_als_middel"])
def test_what_trying_leaves_open_is_proven(decision: str) -> None:
    assert not between_towns(decision, solved=False).is_proven
    found = between_towns(decision)
    assert found.is_proven
    assert not found.faults
    assert len(found.decisions[0].groups) == 1


@pytest.mark.usefixtures("untried")
def test_every_pair_of_rules_is_found() -> None:
    """Whichever of the three powers to set off is used: Amsterdam says what is withheld, in Rotterdam the college."""
    found = between_towns("inhouding")
    assert found.is_proven
    assert not found.faults
    settled = {
        (old[0].rpartition(" ")[2], new[0].partition(" ")[2])
        for old, new in places(found, "inhouding")
        if len(old) == 1
    }
    assert settled == {
        (part, place)
        for part in ("a", "b")
        for place in ("artikel 58 lid 4", "artikel 60 lid 3", "artikel 60 lid 4")
    }
    assert {words.split(" → ")[1] for _, words, _ in told(found)["inhouding"]} == {"afstemmen", "open"}


@pytest.mark.usefixtures("untried")
def test_by_how_much_at_most_is_proven_too() -> None:
    """Amsterdam 2.2: 20 and 10 percent less without housing costs or in a shelter; Rotterdam lowers nothing."""
    found = between_towns("verlaging_woonsituatie")
    assert found.is_proven
    groups = found.decisions[0].groups
    assert {(each.direction.value, each.most, each.exact) for each in groups} == {
        ("vooruit", 20, True),
        ("vooruit", 10, True),
    }
