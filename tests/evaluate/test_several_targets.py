"""A rule that deviates from several: it speaks as soon as one of them does, and then for all that it decides."""

from __future__ import annotations

from datetime import date

from tests.evaluate.small import ask, corpus_of
from verordening.evaluate.outcome import Status

RULES = """
artikel 1
  als gunstiger
  dan moet korting = 5%
artikel 2
  als melding < 1 januari 2026
  dan moet toeslag = nee
artikel 3
  in afwijking van artikel 1, artikel 2
  dan moet korting = 0% en toeslag = ja
"""
OLD, NEW = date(2025, 6, 1), date(2026, 6, 1)


def told(**given: object) -> dict[str, str]:
    outcome = ask(corpus_of(RULES), "2026-03-01", **given)  # type: ignore[arg-type]
    return {each.name: each.shown.text if each.shown else each.status.value for each in outcome.decisions}


def test_one_target_is_enough_also_for_what_only_the_other_decides() -> None:
    both = {"korting": "0%", "toeslag": "ja"}
    assert told(gunstiger=True, melding=NEW) == both
    assert told(gunstiger=False, melding=OLD) == both


def test_without_any_target_it_says_nothing() -> None:
    assert told(gunstiger=False, melding=NEW) == dict.fromkeys(("korting", "toeslag"), Status.BEPAALD.value)


def test_while_it_is_unknown_whether_a_target_applies_nothing_is_settled() -> None:
    assert set(told(gunstiger=False).values()) == {Status.OPEN.value}
