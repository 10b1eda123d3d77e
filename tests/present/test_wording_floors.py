"""What is said of floors, one turn of phrase at a time; the whole screens are in `test_texts`."""

from dataclasses import replace

import pytest

from tests.present.builders import (
    PW_18_9,
    decision,
    duration,
    floor,
    outcome,
    route,
)
from tests.present.cases import keuze_niet_in_orde, te_laat
from tests.present.cases_other import taaleis, verrekening
from tests.present.reading import afwijken, toets
from verordening.evaluate.outcome import (
    FloorEffect,
    FloorStatus,
    Range,
    Remark,
    RouteStatus,
    Status,
)


def test_every_absolute_floor_in_play_stays() -> None:
    held = floor()
    unknown = floor(name="extra", title="Een participatieplaats is extra werk", status=FloorStatus.ONBEKEND)
    elsewhere = floor(name="ver", title="Niet te ver", status=FloorStatus.NIET_VAN_TOEPASSING)
    weighed = floor(name="weeg", title="Weeg de gevolgen", absolute=False)
    said = afwijken(replace(verrekening(), floors=(*verrekening().floors, held, unknown, elsewhere, weighed)))
    assert (
        "! bij verrekening blijft 95 procent over (Awb 4:93 lid 4, Rv 475c en Grondwet 20 lid 3): "
        "daarom € 70,07 per maand, niet € 150,00." in said
    )
    assert "- zonder verwijt geen maatregel (Participatiewet 18 lid 9)" in said
    assert "? gevolg nog niet bekend: een participatieplaats is extra werk" in said
    assert "te ver" not in said
    assert "eeg de gevolgen" not in said


def test_a_floor_to_be_weighed_is_silent_while_it_holds() -> None:
    weighed = floor(name="weeg", title="Weeg de gevolgen", absolute=False)
    assert "ONDERGRENS" not in toets(replace(te_laat(), floors=(weighed,)))
    asked = replace(te_laat(), floors=(replace(weighed, status=FloorStatus.ONBEKEND),))
    assert "? misschien nodig: weeg de gevolgen weging" in toets(asked)


def test_a_floor_that_the_choice_breaks_is_not_called_kept() -> None:
    defects = ("de keuze gaat door een ondergrens: Zonder verwijt geen maatregel",)
    chosen = keuze_niet_in_orde().choice
    assert chosen is not None
    said = toets(replace(keuze_niet_in_orde(), choice=replace(chosen, defects=defects)))
    assert "✗ De keuze gaat door een ondergrens: zonder verwijt geen maatregel." in said
    assert "gehouden" not in said


def test_a_floor_that_cut_the_range_shows_its_figures() -> None:
    cut = floor(facts=("norm € 1.283,83", "vrij te laten € 1.219,64", "voorgesteld = € 150,00"))
    asked = outcome(
        decision(status=Status.AFSTEMMEN, shown=None, range=Range(0, 5, "0% tot en met 5%")), floors=(cut,)
    )
    assert (
        "in de ruimte verwerkt: zonder verwijt geen maatregel "
        "Participatiewet 18 lid 9 · norm € 1.283,83 · vrij te laten € 1.219,64 DAARNA"
    ) in toets(replace(asked, duties=(Remark(PW_18_9, "let op"),)))


@pytest.mark.parametrize(
    ("routes", "said"),
    [
        ((), "Wel kan: voorleggen aan de jurist."),
        (
            (RouteStatus.HANGT_AF_VAN,),
            "Wel kan: Participatiewet 18 lid 10 (als aan de voorwaarden is voldaan), of voorleggen aan de jurist.",
        ),
        ((RouteStatus.MOET,), "Wel kan: Participatiewet 18 lid 10, of voorleggen aan de jurist."),
        ((RouteStatus.MAG_NIET,), "Wel kan: voorleggen aan de jurist."),
    ],
)
def test_a_signal_names_what_can_still_be_done(routes: tuple[RouteStatus, ...], said: str) -> None:
    ways = tuple(route(decision="verlaging_taaleis", status=each) for each in routes)
    asked = replace(taaleis(), routes=ways)
    assert f"zetten (Grondwet 120). {said}" in toets(asked)
    assert f"zetten (Grondwet 120). {said}" in afwijken(asked, whole=True)
    here = "een weg hierboven, of " if said.count("of voorleggen") else ""
    assert f"zetten (Grondwet 120). Wel kan: {here}voorleggen aan de jurist." in afwijken(asked)


def test_a_signal_offers_no_room_of_another_decision_or_of_somebody_else() -> None:
    other = route(decision="duur_verlaging")
    theirs = route(decision="verlaging_taaleis", kind="tegenwettelijk", status=RouteStatus.MAG)
    asked = replace(taaleis(), decisions=(*taaleis().decisions, duration()), routes=(other, theirs))
    assert "Wel kan: voorleggen aan de jurist." in toets(asked)


def test_a_floor_that_overrode_is_said_before_the_rule_is_blamed() -> None:
    (beaten,) = verrekening().floors
    assert beaten.effect is FloorEffect.OVERSTEMD
    said = afwijken(verrekening())
    assert "(maatstaf). Een ondergrens gaat hier boven de regel." in said
    assert "De uitkomst zelf volgt uit" not in said
