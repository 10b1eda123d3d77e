"""Rules that take their value from each other give none, whatever is known: that is said, and nothing crashes.

The loader refuses such rules (VRD337); this is for what gets past it.
Found by a random regulation with two versions of an article, of which the later takes each lid from the other.
"""

from datetime import date

import pytest

from tests.evaluate.small import corpus_of, decision
from verordening.evaluate.outcome import Status

WET = """
artikel 1
  lid 1
    als gunstiger
    dan moet korting = 2 keer het percentage van lid 2
  lid 2
    als melding > 1 januari 2026
    dan moet korting = 2 keer het percentage van lid 1
artikel 2
  als niet gunstiger
  dan kan korting van 0% tot en met het grootste van (10%, het percentage van artikel 1 lid 1)
"""


@pytest.mark.parametrize("given", [{}, {"gunstiger": True}, {"gunstiger": False}])
def test_what_takes_its_value_from_itself_is_open(given: dict[str, bool]) -> None:
    found = decision(corpus_of(WET, refused_with=("VRD337",)), "korting", "2026-03-01", **given)
    assert found.status is Status.OPEN


def test_it_is_said_that_the_rules_take_their_values_from_each_other() -> None:
    found = decision(
        corpus_of(WET, refused_with=("VRD337",)),
        "korting",
        "2026-03-01",
        gunstiger=True,
        melding=date(2026, 2, 1),
    )
    assert found.status is Status.OPEN
    assert found.missing_texts == ("deze regels nemen hun waarde van elkaar over",)
