"""A caseload of thousands of rows: the program says what the interpreter says, and every engine what the program says.

Here 2,000 and 50,000; `python -m tests.population.lowering.trialled` takes 20,000 that reach each rule, status and
floor 50 times, and `python -m tests.population.million` a million of each municipality.
"""

from __future__ import annotations

import json
from random import Random

from tests.law.examples import corpus_of
from tests.population.comparing import DAY, Asked, Compared, Comparing, from_plain
from tests.population.lowering.trialled import Tally, all_rows, trial_rows
from verordening.evaluate.outcome import Status
from verordening.population.engines.choosing import ENGINES
from verordening.population.lowering.program import lower
from verordening.population.synthetic.drawing import BLOCK

MEASURES = ("verlaging", "duur_verlaging")
GROUPS = {
    *((gemeente, MEASURES) for gemeente in ("amsterdam", "rotterdam", "voorbeelddam", "zonderdam")),
    ("zonderdam", ("terugvordering",)),
    ("amsterdam", ("inhouding",)),
}
ROWS = 2_000
MANY = 50_000


def test_two_thousand_rows_of_the_trials_come_to_what_the_interpreter_says() -> None:
    """Of measures in four municipalities, of paying back and of what is held back, on one day."""
    rows = [each for each in trial_rows() if each.day == DAY and (each.gemeente, each.decisions) in GROUPS]
    tally = Tally()
    all_rows(rows, ROWS, Random(2), tally, often=10)
    assert tally.rows >= ROWS
    assert not tally.wrong
    assert tally.aside * 5 < tally.rows
    reached = {name for name, times in tally.reached.items() if times >= 10}
    assert {f"status {each}" for each in Status if each is not Status.STRIJDIG} <= reached
    assert sum(name.startswith("rule ") for name in reached) >= 45


def test_fifty_thousand_rows_come_to_the_same_by_every_engine() -> None:
    """Households, and rows at the bounds of every fact; money, divisions and floors are in it."""
    lowered = lower(corpus_of("zonderdam"), DAY, ("inhouding",))
    comparing, found = Comparing(lowered, Asked("zonderdam", 1)), Compared()
    for block, first in enumerate(range(0, MANY, BLOCK)):
        found.add(comparing.block(block, min(BLOCK, MANY - first)))
    assert found.rows == dict.fromkeys(ENGINES, MANY)
    assert not found.differing
    assert from_plain(json.loads(json.dumps(found.plain()))) == found
    assert min(found.statuses[each] for each in (Status.BEPAALD, Status.OPEN, Status.AFSTEMMEN)) >= 50
