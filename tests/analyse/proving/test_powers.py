"""Where a policy rule only speaks by a power of the college, what that power turns on is tried too.

Found by the ten thousand: the search proved that a rule never stands whose power holds for one amount.
"""

from __future__ import annotations

from datetime import date

from tests.evaluate.small import HEADER, corpus_of
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.searching import search
from verordening.evaluate.context import Context

DAY = date(2026, 3, 1)
DECLARED = "gegeven inkomen: bedrag van € 0 tot en met € 300\n"
WET = """
artikel 1
  als inkomen = € 150
  dan kan korting van 0% tot en met 100%
"""
BELEID = f"""regeling beleid "Beleid"
  soort beleidsregel
  gemeente proefstad
{HEADER}
artikel 1
  dan moet korting = 50%
"""


def test_a_policy_rule_stands_for_the_one_amount_for_which_its_power_holds() -> None:
    corpus = corpus_of(WET, declared=DECLARED, others=(BELEID,))
    rule = next(each.index for each in corpus.rules if each.regulation.endswith("beleid"))
    found = search(corpus, (c.Stands(rule, "korting"),), DAY)
    assert isinstance(found, Context)
    assert found.inputs == {"inkomen": 15000}
