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
REASONS = "    als      voorziening_overwogen\n    dan moet gemotiveerd worden"


def told(*changes: Change) -> list[tuple[Way | None, tuple[str, ...]]]:
    old, new = corpus("amsterdam"), corpus("amsterdam", *changes)
    start = Both(Context(old, {}, DAY), Context(new, {}, DAY))
    return [(each.way, each.facts) for each in turns(Pairing(old, new), start)]


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


def test_a_duty_to_give_reasons_in_fewer_cases() -> None:
    """Alleen nog bij wie alleen woont: voor een gezin hoeft het college de keuze niet meer uit te leggen."""
    narrower = REASONS.replace("overwogen\n", "overwogen en huishouden = alleenstaande\n")
    ((way, facts),) = told(("amsterdam/reintegratie.vrd", REASONS, narrower))
    assert way is Way.DICHT
    assert "voorziening naar werk = ja" in facts
    assert "huishouden = alleenstaande" not in facts


def test_a_duty_to_give_reasons_said_in_other_words_means_the_same() -> None:
    words = REASONS.replace(
        "overwogen\n", "overwogen en in_inrichting of voorziening_overwogen en niet in_inrichting\n"
    )
    assert told(("amsterdam/reintegratie.vrd", REASONS, words)) == [(Way.ANDERS, ())]


WHY_TOO_HEAVY = 'motiveer waarom_te_zwaar "Waarom is de standaardmaatregel hier te zwaar?"'


def test_another_reason_with_a_power_is_told_by_a_case_in_which_it_can_be_used() -> None:
    """Artikel 3 lid 3: wie om dringende redenen afziet, legt dat uit; nu met een andere vraag."""
    other = 'motiveer waarom_afzien "Waarom ziet u hier af van een verlaging?"'
    found = told(("amsterdam/maatregelen.vrd", WHY_TOO_HEAVY, other))
    assert {way for way, _ in found} == {Way.OPEN, Way.DICHT}
    assert all("dringende redenen (artikel 3) = ja" in facts for _, facts in found)


def test_the_same_reason_under_another_key_is_no_change() -> None:
    other = WHY_TOO_HEAVY.replace("waarom_te_zwaar", "te_zwaar")
    assert told(("amsterdam/maatregelen.vrd", WHY_TOO_HEAVY, other)) == []


@pytest.mark.parametrize("percent", ["110%", "100%"])
def test_a_samenhang_with_another_limit_says_which_cases_can_be(percent: str) -> None:
    before = "geldt (inkomen <= 105% van norm_toen + € 5 per maand)"
    found = told(("amsterdam/inkomenstoeslag.vrd", before, before.replace("105%", percent)))
    assert {way for way, _ in found} == {Way.OPEN, Way.DICHT}
    assert any(each.startswith("langdurig laag inkomen = ") for _, facts in found for each in facts)
