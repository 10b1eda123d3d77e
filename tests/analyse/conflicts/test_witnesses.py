"""The case that shows a finding is one that people meet, and no further past a threshold than it takes."""

from __future__ import annotations

from datetime import date

from tests.analyse.lint.examples import HEADER, look_at
from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.examining import examine
from verordening.analyse.conflicts.finding import Finding
from verordening.model.types import Value

DAY = date(2026, 6, 30)
TEXT = """
artikel 3
  als      gedraging = te_laat en dagen_te_laat > 40
  dan moet verlaging = 5%
  dient    handhaving

artikel 4
  als      gedraging = te_laat en dagen_te_laat > 60
  dan moet verlaging = 10%
  dient    handhaving
"""


def shown(text: str) -> dict[str, Value]:
    look = look_at(HEADER + text)
    (found,) = (
        each for each in examine(Area(look.corpus, look.own, DAY), {"VRD601"}) if isinstance(each, Finding)
    )
    return found.witnesses[0].case.inputs()


def test_a_number_is_just_past_the_threshold() -> None:
    assert shown(TEXT)["dagen_te_laat"] == 61


def test_a_number_that_does_as_it_mostly_is_stays_so() -> None:
    assert shown(TEXT.replace("> 40", "> 0").replace("> 60", "> 0"))["dagen_te_laat"] == 1
