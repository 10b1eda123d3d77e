"""A case of which it is supposed how two missing facts compare is not ruled out by a value that says otherwise.

Found by the ten thousand: a conflict at one amount was proven not to be there. It was supposed that the amount is that
one; then it got every value but that one, and each said that it was not.
"""

from __future__ import annotations

from datetime import date

from tests.evaluate.small import corpus_of
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.interpreting import truths
from verordening.analyse.proving.reading import allowed_in
from verordening.analyse.proving.searching import looked_at_by
from verordening.evaluate.context import Context
from verordening.evaluate.searching import Search
from verordening.model.corpus import Corpus

DAY = date(2026, 3, 1)
AMOUNTS = """gegeven inkomen: bedrag van € 0 tot en met € 300

gegeven kinderen: aantal van 0 tot en met 3

begrip vrij: bedrag = inkomen als inkomen <= inkomen + € 50; € 300 als kinderen >= 3; anders onbekend
"""
AT_ONE_AMOUNT = """
artikel 1
  als (inkomen > vrij gedeeld door 3 of (inkomen = € 50 en inkomen != € 50))
  dan moet korting = 50%

artikel 2
  als inkomen != € 100
  tenzij inkomen != € 50
  dan moet korting = 100%
"""
NUMBERS = """gegeven eerste: aantal van 0 tot en met 1000

gegeven tweede: aantal van 0 tot en met 1000
"""
NEXT_TO_EACH_OTHER = """
artikel 1
  als (eerste < tweede of (tweede > eerste + 1 en tweede <= eerste + 1))
  dan moet korting = 50%

artikel 2
  als eerste >= 1
  tenzij (tweede > eerste + 1 of tweede != 500)
  dan moet korting = 100%
"""


def _proven_first(corpus: Corpus) -> object:
    """A case in which all rules apply, as found by whoever first looks for a proof that there is none."""
    claims = tuple(c.Applies(each.index) for each in corpus.rules if each.effects)
    search = Search(
        lambda context: truths(claims, context),
        lambda: looked_at_by(claims, corpus),
        "",
        allowed=allowed_in(claims, corpus),
        doubtful=True,
    )
    return search.case(Context(corpus, {}, DAY))


def test_the_one_amount_at_which_both_rules_apply_is_not_ruled_out() -> None:
    assert _proven_first(corpus_of(AT_ONE_AMOUNT, declared=AMOUNTS)) is not None


def test_two_numbers_that_must_be_next_to_each_other_are_not_ruled_out() -> None:
    assert _proven_first(corpus_of(NEXT_TO_EACH_OTHER, declared=NUMBERS)) is not None


def test_two_numbers_that_cannot_be_both_ways_are_ruled_out() -> None:
    both_ways = NEXT_TO_EACH_OTHER.replace(
        "(tweede > eerste + 1 of tweede", "(eerste < tweede of tweede"
    ).replace("(eerste < tweede of (", "(eerste < tweede en (")
    assert _proven_first(corpus_of(both_ways, declared=NUMBERS)) is None
