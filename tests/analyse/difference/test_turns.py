"""What a change means that touches no outcome: in which cases a floor, route, guideline or samenhang now holds."""

from __future__ import annotations

import pytest

from tests.analyse.difference.changed import DAY, Change, corpus
from verordening.analyse.difference.elements import Both
from verordening.analyse.difference.found import Way
from verordening.analyse.difference.pairing import Pairing
from verordening.analyse.difference.turns import turns
from verordening.evaluate.context import Context

COURSE = "amsterdam/koersbesluit.vrd"
STUDIES = "  als      volgt_opleiding\n"
FLOORS = "landelijk/ondergrenzen.vrd"
FORCED = "  als       tegenprestatie_opgedragen\n  eis       niet tegenprestatie_verplicht of niet onevenredige_last"
NARROWER = FORCED, FORCED.replace("opgedragen\n", "opgedragen en huishouden = alleenstaande\n")


def told(*changes: Change, otherwise: tuple[str, ...] = ()) -> list[tuple[Way | None, tuple[str, ...]]]:
    old, new = corpus("amsterdam"), corpus("amsterdam", *changes)
    start = Both(Context(old, {}, DAY), Context(new, {}, DAY))
    return [(each.way, each.facts) for each in turns(Pairing(old, new), start, otherwise)]


def test_a_guideline_that_weighs_in_more_cases() -> None:
    (found,) = told((COURSE, STUDIES, "  als      volgt_opleiding of in_inrichting\n"))
    assert found[0] is Way.OPEN
    assert set(found[1]) == {"volgt opleiding = nee", "verblijf in een inrichting = ja"}


def test_a_guideline_said_in_other_words_means_the_same() -> None:
    words = "  als      volgt_opleiding en in_inrichting of volgt_opleiding en niet in_inrichting\n"
    assert told((COURSE, STUDIES, words)) == [(Way.ANDERS, ())]


def test_a_general_route_that_is_gone() -> None:
    route = "    in afwijking van deze regeling wegens substantiele_onbillijkheid_6_2\n    dan kan  afgeweken worden\n"
    rest = (
        "    soort ruimte hardheidsclausule\n    dient    maatwerk\n    mandaat  college\n"
        '    motiveer waarom_onbillijk "Waarom is het in dit geval onbillijk om de verordening toe te passen?"\n'
    )
    (found,) = told(("amsterdam/reintegratie.vrd", route + rest, '    inhoud "Vervallen."\n'))
    assert found == (Way.DICHT, ("substantiële onbillijkheid (6.2) = ja",))


def test_a_floor_that_signals_in_fewer_cases() -> None:
    """Alleen nog bij wie alleen woont: voor een gezin waarschuwt zij niet meer."""
    found = told((FLOORS, *NARROWER))
    assert [way for way, _ in found] == [Way.DICHT]
    assert "huishouden = alleenstaande" not in found[0][1]


def test_a_floor_on_a_decision_that_changed_too_is_not_told() -> None:
    assert told((FLOORS, *NARROWER), otherwise=("tegenprestatie_verplicht",)) == [(None, ())]


@pytest.mark.parametrize("percent", ["110%", "100%"])
def test_a_samenhang_with_another_limit_says_which_cases_can_be(percent: str) -> None:
    before = "geldt (inkomen <= 105% van norm_toen + € 5 per maand)"
    found = told(("amsterdam/inkomenstoeslag.vrd", before, before.replace("105%", percent)))
    assert {way for way, _ in found} == {Way.OPEN, Way.DICHT}
    assert any(each.startswith("langdurig laag inkomen = ") for _, facts in found for each in facts)
