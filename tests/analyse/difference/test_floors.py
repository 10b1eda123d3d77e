"""In which cases a floor that signals is now broken, or no longer: by its own text, or by what the rules now give."""

from __future__ import annotations

from tests.analyse.difference.changed import DAY, MEASURES, Change, corpus
from verordening.analyse.difference.changing import Changes
from verordening.analyse.difference.elements import Both
from verordening.analyse.difference.floors import broken_otherwise
from verordening.analyse.difference.found import Turn, Way
from verordening.analyse.difference.pairing import Pairing
from verordening.evaluate.context import Context
from verordening.model.corpus import Corpus

FLOORS = "landelijk/ondergrenzen.vrd"
TO_NOTHING = "Weeg de gevolgen als er geen bijstand overblijft"
PILED_UP = "Meer dan drie maanden zonder bijstand vraagt eigen redenen"
FORCED = "  als       tegenprestatie_opgedragen\n  eis       niet tegenprestatie_verplicht of niet onevenredige_last"
THREAT = "dan moet verlaging = 70% en duur_verlaging = 1 maand"
THREE = "maanden_honderd_procent_afgelopen_jaar + duur_verlaging <= 3 maanden"


def told(old: Corpus, new: Corpus) -> list[Turn]:
    changes = Changes(old, new, Pairing(old, new), DAY)
    start = Both(Context(old, {}, DAY), Context(new, {}, DAY))
    return list(broken_otherwise(changes, start, changes.shared()))


def changed(*changes: Change) -> list[Turn]:
    return told(corpus("amsterdam"), corpus("amsterdam", *changes))


def test_a_floor_that_signals_in_fewer_cases() -> None:
    """Alleen nog bij wie alleen woont: voor een gezin waarschuwt zij niet meer."""
    narrower = FORCED.replace("opgedragen\n", "opgedragen en huishouden = alleenstaande\n")
    (found,) = changed((FLOORS, FORCED, narrower))
    assert found.way is Way.DICHT
    assert "huishouden = alleenstaande" not in found.facts


def test_a_floor_said_in_other_words_means_the_same() -> None:
    words = FORCED.replace(
        "opgedragen\n", "opgedragen en in_inrichting of tegenprestatie_opgedragen en niet in_inrichting\n"
    )
    (found,) = changed((FLOORS, FORCED, words))
    assert found.way is Way.ANDERS


def test_a_floor_that_a_changed_rule_makes_reachable() -> None:
    """Schade of bedreiging: 70 procent liet iets over, 100 procent niet. De ondergrens zelf is niet veranderd."""
    (found,) = changed((MEASURES, THREAT, THREAT.replace("70%", "100%")))
    assert (found.text, found.way) == (TO_NOTHING, Way.OPEN)
    assert "gedraging = schade of bedreiging" in found.facts


def test_a_floor_on_two_decisions() -> None:
    """Drie maanden die er al waren en een maand erbij: bij een grens van vier maanden waarschuwt zij niet meer."""
    (found,) = changed((FLOORS, THREE, THREE.replace("3", "4")))
    assert (found.text, found.way) == (PILED_UP, Way.DICHT)


def test_a_floor_that_changed_with_the_rules_that_it_guards() -> None:
    """Samen vier maanden mag nu, maar de tweede keer duurt drie maanden in plaats van twee.

    Met m maanden van eerder: m + 2 > 3 werd m + 3 > 4, dat is hetzelfde. Alleen een derde keer, net als eerst drie
    maanden, wordt ruimer: m + 3 > 3 werd m + 3 > 4.
    """
    (found,) = changed(
        (FLOORS, THREE, THREE.replace("3", "4")),
        (MEASURES, "dan moet duur_verlaging = 2 maanden", "dan moet duur_verlaging = 3 maanden"),
    )
    assert (found.text, found.way) == (PILED_UP, Way.DICHT)
    assert "maanden zonder bijstand in het afgelopen jaar = 1 maand" in found.facts


def test_where_a_text_is_missing_nothing_is_claimed() -> None:
    """Hoe lang Rotterdam bij een uniforme verplichting verlaagt, is niet opgenomen."""
    found = [each for each in told(corpus("amsterdam"), corpus("rotterdam")) if each.text == PILED_UP]
    assert [each.way for each in found] == [None]


def test_where_rules_now_contradict_each_other_only_that_is_told() -> None:
    """70 of 60 procent: in beide blijft er iets over, en dat er twee staan, staat al bij het besluit."""
    sixty = "\n      zin 2\n        als      gedraging = schade_of_dreiging\n        dan moet verlaging = 60%"
    assert changed((MEASURES, THREAT, THREAT.replace(" en duur_verlaging = 1 maand", sixty))) == []
