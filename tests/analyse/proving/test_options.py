"""Of options that nothing tells apart one stands for all; one that anything tells apart is tried by itself."""

from __future__ import annotations

from datetime import date

import pytest

from tests.evaluate.small import corpus_of
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.options import told_apart
from verordening.analyse.proving.searching import search
from verordening.evaluate.context import Context
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of

DAY = date(2026, 3, 1)
KINDS = ("een", "twee", "drie", "vier", "vijf")
DECLARED = """
gegeven kleur: een van (een, twee, drie, vier, vijf)
gegeven andere_kleur: een van (een, twee, drie, vier, vijf)
gegeven inkomen: bedrag van € 0 tot en met € 300
begrip fel: ja/nee = kleur is een van (een, twee, drie)
begrip zelfde: een van (een, twee, drie, vier, vijf) = kleur
"""


def law(condition: str, more: str = "", samenhang: str = "") -> Corpus:
    text = f"artikel 1\n  als {condition}\n  dan moet korting = 10%\n{more}"
    return corpus_of(verordening=text, declared=DECLARED + samenhang)


def first_of_each(corpus: Corpus) -> list[object]:
    rules = [each for each in corpus.rules if "vord" in each.regulation]
    nodes = tuple(node for each in rules for node in conditions_of(each))
    return [*told_apart(corpus, "kleur", KINDS, nodes)]


@pytest.mark.parametrize(
    ("condition", "groups"),
    [
        ("fel", ["een", "vier"]),  # een, twee and drie are fel, vier and vijf are not
        ("fel en kleur != twee", ["een", "twee", "vier"]),
        ("kleur = vijf", ["een", "vijf"]),
        ("inkomen > € 10", ["een"]),
        ("kleur = andere_kleur", [*KINDS]),  # each may be the same as the other
        ("zelfde = vijf", [*KINDS]),  # a begrip that hands the option on
    ],
)
def test_options_that_a_condition_treats_alike_are_taken_together(condition: str, groups: list[str]) -> None:
    assert first_of_each(law(condition)) == groups


def test_a_samenhang_tells_options_apart_too() -> None:
    tied = "samenhang 'Vier heeft geen inkomen'\n  als kleur = vier\n  dan inkomen = € 0\n".replace("'", '"')
    assert first_of_each(law("fel", samenhang=tied)) == ["een", "vier", "vijf"]


def test_a_case_of_the_one_option_that_is_told_apart_is_found() -> None:
    """Artikel 2 takes the place of artikel 1 for een and twee: what is left is drie."""
    more = "artikel 2\n  in afwijking van artikel 1\n  als kleur is een van (een, twee)\n  dan moet korting = 20%\n"
    corpus = law("fel", more)
    (rule,) = (each.index for each in corpus.rules if each.path == "artikel 1" and "vord" in each.regulation)
    found = search(corpus, (c.Stands(rule, "korting"),), DAY)
    assert isinstance(found, Context)
    assert found.inputs == {"kleur": "drie"}
