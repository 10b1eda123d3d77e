"""Duties to give reasons (`dan moet gemotiveerd worden`): what a choice must say, whether it deviates or not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.evaluate.laws import DAY, law_of, regulation
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import ChoiceOutcome
from verordening.model.case import Case, Choice
from verordening.model.types import Value

TERMS = regulation(
    "begrippen",
    "begrippen",
    """
gegeven a: ja/nee
gegeven b: ja/nee
besluit v: percentage van 0% tot en met 100%, standaard 0%, gunstig lager
""",
)
RULES = """
artikel 1
  als a
  dan moet v = 40%
artikel 2
  in afwijking van artikel 1
  dan kan v = 0%
"""
DUTY = 'artikel 3\n  {}dan moet gemotiveerd worden waarom "Waarom past dit bij deze inwoner?"\n'
MISSING = "de reden bij `waarom` ontbreekt: Waarom past dit bij deze inwoner?"
WHY = {"waarom": "Er zijn jonge kinderen."}


def choose(
    value: int, route: str, reasons: Mapping[str, str], *, duty: str = DUTY.format(""), **given: Value
) -> ChoiceOutcome:
    """The verdict on a choice in a small ordinance with a duty to give reasons."""
    corpus = law_of(TERMS, regulation("vord", "verordening", RULES + duty, local=True)).corpus
    choice = Choice((("v", value),), route, "", "", tuple(reasons.items()))
    found = evaluate(
        corpus, Case("proef", "proefstad", "Proefstad", DAY, ("v",), {"a": True, **given}, {}, choice)
    )
    assert found.choice is not None
    return found.choice


@pytest.mark.parametrize(("value", "route"), [(0, "proefstad/vord artikel 2"), (40, "")])
def test_every_decision_must_meet_the_duty(value: int, route: str) -> None:
    """Also one that follows the ordinary outcome."""
    assert choose(value, route, {}).defects == (MISSING,)
    assert choose(value, route, {"waarom": "  "}).defects == (MISSING,)
    assert choose(value, route, WHY).status.value == "in_orde"


def test_a_duty_that_does_not_apply_asks_nothing() -> None:
    conditional = DUTY.format("als b\n  ")
    assert choose(40, "", {}, duty=conditional, b=False).status.value == "in_orde"
    assert choose(40, "", {}, duty=conditional, b=True).defects == (MISSING,)


def test_a_duty_that_may_apply_leaves_the_verdict_open_until_the_reason_is_there() -> None:
    conditional = DUTY.format("als b\n  ")
    found = choose(40, "", {}, duty=conditional)
    assert found.status.value == "onbekend"
    assert found.defects == ("of de reden bij `waarom` nodig is, staat nog niet vast (Vord artikel 3)",)
    assert choose(40, "", WHY, duty=conditional).status.value == "in_orde"


def test_a_duty_of_the_act_binds_what_is_decided_under_it() -> None:
    wet = """
artikel 8
  inhoud "De verordening regelt hoeveel."
artikel 9
  als a
  dan bepaalt de verordening krachtens artikel 8 v van 0% tot en met 100%
artikel 10
  dan moet gemotiveerd worden waarom "Waarom past dit bij deze inwoner?"
"""
    corpus = law_of(
        TERMS,
        regulation("wet", "wet", wet),
        regulation("vord", "verordening", RULES, local=True, header="  grondslag wet artikel 8\n"),
    ).corpus
    case = Case(
        "proef", "proefstad", "Proefstad", DAY, ("v",), {"a": True}, {}, Choice((("v", 40),), "", "", "", ())
    )
    found = evaluate(corpus, case).choice
    assert found is not None
    assert found.defects == (MISSING,)
