"""What Amsterdam's rules show beside a value: disputes, favourable policy, dead references, a lapsed regulation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.law.asking import answers, ask, route
from tests.law.examples import corpus_of
from verordening.evaluate.outcome import DecisionOutcome
from verordening.model.validity import Force

ORDINANCE = Path(__file__).resolve().parents[2] / "ordinances/amsterdam/maatregelen.vrd"


def decided(facts: dict[str, str], about: str, *, day: str = "2026-03-01") -> DecisionOutcome:
    """One decision in Amsterdam; there is blame."""
    (found,) = ask(facts, {"verwijtbaarheid": "aanwezig"}, about=(about,), day=day).decisions
    return found


def measure_for(act: str) -> DecisionOutcome:
    """The lowering for a first act of two weeks ago."""
    facts = {"gedraging": act, "datum_gedraging": "2026-02-16", "eerdere_maatregel_artikel_6": "nee"}
    return decided(facts | {"additioneel_werk": "ja"}, "verlaging")


# ------------------------------------------------ disputes: both positions, no verdict


@pytest.mark.parametrize(
    ("act", "lowering", "positions"),
    [
        # Pw 18 lid 4 h: cooperating in a facility or in research into possibilities for work is uniform, 100 %
        ("onvoldoende_meegewerkt", "5%", ("5 procent", "artikel 18 lid 4 onderdeel h")),
        ("onderzoek_niet_meegewerkt", "5%", ("artikel 17 lid 2", "artikel 18 lid 4 onderdeel h")),
        # two articles for "other duties", and the source does not say where the border lies
        ("andere_verplichting", "50%", ("Artikel 6", "Artikel 11")),
        ("overige_verplichting", "10%", ("Artikel 11", "Artikel 6")),
        # asked and not ordered: the municipality against the secretary of state
        ("tegenprestatie_geweigerd", "0%", ("De gemeente", "De staatssecretaris")),
    ],
)
def test_a_disputed_measure_shows_both_positions(act: str, lowering: str, positions: tuple[str, str]) -> None:
    found = measure_for(act)
    assert found.shown is not None
    assert found.shown.text == lowering
    assert len(found.disputed) == 2
    for position, named in zip(found.disputed, positions, strict=True):
        assert named in position


@pytest.mark.parametrize("act", ["te_laat_geregistreerd", "onvoldoende_inspanning", "controle_bij_ziekte"])
def test_what_is_not_disputed_has_no_positions(act: str) -> None:
    assert measure_for(act).disputed == ()


def test_asking_for_a_tegenprestatie_is_disputed_too() -> None:
    facts = {"tegenprestatie_overwogen": "ja", "ondersteuning_naar_werk": "nee"}
    judgements = {"uitzicht_op_werk_tegenprestatie": "nee"}
    (found,) = ask(facts, judgements, about=("tegenprestatie_verzoeken",)).decisions
    assert [view.split(":")[0] for view in found.disputed] == [
        "De gemeente",
        "De staatssecretaris (Kamerstuk 34 352 nr. 61)",
    ]


def test_the_trial_place_names_the_tension_with_the_act() -> None:
    """1 + 1 month beside the two months, and four more, of Pw 8a lid 2 d."""
    found = decided({"proefplaatsing_verlengd": "nee"}, "duur_proefplaatsing")
    assert [view.split(" (")[0].split(":")[0] for view in found.disputed] == ["De verordening", "De wet"]
    assert "artikel 8a lid 2 onderdeel d" in found.disputed[1]


def test_the_shortest_way_to_work_speaks_against_lasting_work() -> None:
    """Re-integratieverordening 1.5 against the guideline duurzame uitstroom: shown with it, and no score."""
    corpus = corpus_of("amsterdam")
    (lasting,) = [each for each in corpus.guidelines if each.title == "Duurzame uitstroom"]
    assert any("artikel 1.5 vraagt de kortste weg" in each for each in lasting.against)


# ------------------------------------------------ favourable policy


def gifts(amount: str) -> DecisionOutcome:
    facts = {
        "giften_per_jaar": f"€ {amount} per jaar",
        "kostenbesparende_bijdragen_per_jaar": "€ 0 per jaar",
    }
    return decided(facts, "giften_als_middel")


@pytest.mark.parametrize("amount", ["1200,01", "1500", "1800"])
def test_gifts_between_law_and_policy_conflict_as_favourable_policy(amount: str) -> None:
    found = gifts(amount)
    assert found.status.value == "strijdig"
    assert found.reason.startswith("begunstigend beleid: dit beleid gaat tegen de wet in")
    assert "ECLI:NL:CRVB:2025:700" in found.reason
    assert [view.split(":")[0] for view in found.disputed] == [
        "Het beleid mag",
        "Het beleid gaat tegen de wet in",
    ]
    assert len(found.candidates) == 2


@pytest.mark.parametrize("amount", ["1000", "1200", "1800,01"])
def test_gifts_below_and_above_have_one_value_by_the_act(amount: str) -> None:
    found = gifts(amount)
    assert found.status.value == "bepaald"
    assert found.cited is not None
    assert found.cited.id == "pw artikel 31 lid 2 onderdeel m"


def test_above_the_policy_the_judgement_is_not_the_caseworkers() -> None:
    facts = {
        "giften_per_jaar": "€ 1800,01 per jaar",
        "kostenbesparende_bijdragen_per_jaar": "€ 0 per jaar",
    }
    found = route(
        ask(facts, about=("giften_als_middel",)),
        "giften_als_middel",
        "amsterdam/beleidsregels artikel 2.4 lid 2",
    )
    assert found.status.value == "mag_niet"
    assert found.kind == "tegenwettelijk"


# ------------------------------------------------ dead references, and what lapsed


@pytest.mark.parametrize(
    ("place", "said", "dead"),
    [
        (
            "amsterdam/maatregelen artikel 1 onderdeel a",
            "De artikelen 25, 26 en 29 zijn op 1 januari 2015 vervallen; die verwijzing is dood.",
            ("25", "26", "29"),
        ),
        (
            "amsterdam/maatregelen artikel 9 lid 3",
            "Participatiewet artikel 60b, is op 1 januari 2017 vervallen; die verwijzing is dood",
            ("60b",),
        ),
    ],
)
def test_a_dead_reference_is_kept_as_written_and_named_as_dead(
    place: str, said: str, dead: tuple[str, ...]
) -> None:
    corpus = corpus_of("amsterdam")
    assert said in ORDINANCE.read_text(encoding="utf-8")
    assert place in corpus.provisions
    assert not any(rule.id == place for rule in corpus.rules)
    for number in dead:
        versions = corpus.provisions[f"pw artikel {number}"]
        assert all(each.validity.on(date(2026, 3, 1)) is Force.NOT_IN_FORCE for each in versions)


def test_an_expired_regulation_says_nothing_of_today() -> None:
    facts = {"dagen_tot_melding": "30"}
    then = decided(facts, "op_tijd_gemeld", day="2023-06-01")
    now = decided(facts, "op_tijd_gemeld")
    assert then.cited is not None
    assert then.cited.id == "amsterdam/handhaving artikel 10 lid 1"
    assert (now.cited, now.shown, now.omitted) == (None, None, ())


def test_the_source_that_contradicts_itself_is_not_settled_for_it() -> None:
    found = ask({"tijdelijk_verblijf_vooraf_bepaald": "ja"}, about=("langste_uitstel_kostendelersnorm",))
    assert answers(found) == {"langste_uitstel_kostendelersnorm": ("strijdig", "12 maanden / 6 maanden")}
    assert len(found.decisions[0].disputed) == 2
