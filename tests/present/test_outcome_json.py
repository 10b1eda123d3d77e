"""The JSON of an outcome: literal pieces, and a check that no part of the outcome is left out."""

import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from tests.present.builders import decision, duration, floor, outcome, route, traced
from tests.present.cases import ALL, keuze_niet_in_orde, open_verwijt, te_laat, tree
from tests.present.cases_other import begunstigend, leemte, uren, verrekening
from verordening.choices import Enum
from verordening.evaluate.outcome import Outcome, Range, Shown, TreeNode
from verordening.model.types import INDEFINITE, Kind, Type
from verordening.present.outcome_json import outcome_json, render_outcome_json

KEYS = [
    "schema",
    "casus",
    "gemeente",
    "gemeentenaam",
    "peildatum",
    "gevraagd",
    "zelf_bepaald",
    "niet_bekeken",
    "besluiten",
    "ruimte",
    "ondergrenzen",
    "keuze",
    "vragen",
    "vraagteksten",
    "vragen_ruimte",
    "plichten",
    "opmerkingen",
    "ingang",
    "einde",
    "ingang_volgens",
    "maandbeeld",
    "heroverwegen_voor",
    "maandbeeld_opmerkingen",
    "gedragingen",
    "afsluitcode",
    "labels",
    "bronnen",
    "boom",
]


def as_json(case: Outcome, exit_code: int = 0, *, tree: bool = False) -> Any:
    """The data as a program reads it back."""
    return json.loads(render_outcome_json(case, exit_code=exit_code, tree=tree))


@pytest.mark.parametrize("name", list(ALL))
def test_the_keys_stand_in_one_order(name: str) -> None:
    assert list(as_json(ALL[name]())) == KEYS


def test_the_head_names_schema_case_and_day() -> None:
    found = as_json(te_laat())
    assert found["schema"] == "verordening/uitkomst/1"
    assert found["casus"] == "Te laat geregistreerd"
    assert (found["gemeente"], found["gemeentenaam"]) == ("amsterdam", "Amsterdam")
    assert found["peildatum"] == "2026-03-01"
    assert found["gevraagd"] == ["verlaging", "duur_verlaging"]
    assert found["zelf_bepaald"] is False
    assert found["afsluitcode"] == 0


def test_letters_are_not_escaped() -> None:
    assert "€ 70,08" in render_outcome_json(te_laat(), exit_code=0)


def test_a_settled_decision() -> None:
    found = as_json(te_laat())["besluiten"]["verlaging"]
    assert found["status"] == "voorbehoud"
    assert (found["uitkomst"], found["tekst"], found["type"]) == ("5", "5%", "percentage")
    assert found["bedrag"] == {
        "uitkomst": "70.08",
        "tekst": "€ 70,08",
        "van": "1401.50",
        "van_tekst": "€ 1.401,50",
        "van_naam": "norm",
        "afronding": "half omhoog op centen",
    }
    assert found["regel"] == "amsterdam/maatregelen artikel 6 lid 1 onderdeel a"
    assert found["soort"] == "gebonden"
    assert found["op_grond_van"] == "pw artikel 18 lid 2"
    assert found["herkomst"] == "parafrase"
    assert found["voorbehoud_door"] == ["pw artikel 18 lid 10"]
    assert found["niet_van_toepassing"][0] == {
        "regel": "amsterdam/maatregelen artikel 6 lid 2",
        "reden": "er was geen eerdere maatregel",
    }
    assert found["niet_opgenomen"] == ["Maatregelenverordening Participatiewet 2015: artikel 8"]


def test_an_open_decision_lists_its_candidates_with_their_rules() -> None:
    found = as_json(open_verwijt(), exit_code=4)
    assert found["afsluitcode"] == 4
    assert found["besluiten"]["verlaging"]["kandidaten"] == [
        {"uitkomst": "0", "tekst": "0%", "regel": "pw artikel 18 lid 9", "versie": None},
        {
            "uitkomst": "5",
            "tekst": "5%",
            "regel": "amsterdam/maatregelen artikel 6 lid 1 onderdeel a",
            "versie": None,
        },
    ]
    assert found["besluiten"]["verlaging"]["uitkomst"] is None
    assert found["besluiten"]["verlaging"]["ontbreekt"] == ["verwijtbaarheid"]
    assert found["vragen"] == ["verwijtbaarheid", "dringende_redenen_18_10", "dringende_redenen_artikel_3"]
    assert found["vraagteksten"][0] == {
        "naam": "verwijtbaarheid",
        "vraag": "Kan de gedraging de inwoner worden verweten?",
        "oordeel": True,
        "type": "een van geen, aanwezig",
        "keuzes": ["geen", "aanwezig"],
        "weeg": ["of hij van de plicht wist", "of hij zich eraan kon houden"],
        "bewijslast": "college",
        "bewijslast_grond": "ECLI:NL:CRVB:2015:4069",
        "bewijslast_herkomst": "parafrase",
        "antwoorden": [
            {"antwoord": "geen", "leidt_tot": "0%"},
            {"antwoord": "aanwezig", "leidt_tot": "5%"},
        ],
    }


def test_a_gap_keeps_the_range_that_the_law_leaves() -> None:
    found = as_json(leemte())["besluiten"]["duur_verlaging"]
    assert found["status"] == "leemte"
    assert found["bereik"] == "1 maand tot en met 3 maanden"
    assert found["grenzen"] == {"van": "1", "tot_en_met": "3"}
    assert found["ontbrekende_teksten"] == [
        "deze gemeente heeft geen verordening op grond van Participatiewet 8 lid 1 onder a"
    ]


def test_a_conflict_keeps_both_sides() -> None:
    found = as_json(begunstigend())["besluiten"]["giften_als_middel"]
    assert [(each["uitkomst"], each["regel"]) for each in found["kandidaten"]] == [
        ("0.00", "amsterdam/beleidsregels artikel 2.4"),
        ("600.00", "pw artikel 31 lid 2 onderdeel m"),
    ]
    assert found["reden"].startswith("begunstigend beleid")


def test_a_route() -> None:
    assert as_json(te_laat())["ruimte"][1] == {
        "besluit": "verlaging",
        "regel": "amsterdam/maatregelen artikel 3 lid 3",
        "soort": "kan",
        "algemeen": False,
        "status": "hangt_af_van",
        "reden": None,
        "bereik": "0%",
        "grenzen": {"van": "0", "tot_en_met": "0"},
        "mandaat": "college",
        "ontbreekt": ["dringende_redenen_artikel_3"],
        "oordeel": "dringende_redenen_artikel_3",
        "weeg": ["gezondheid", "gezin", "schulden"],
        "motiveer": {"waarom_te_zwaar": "Waarom is de standaardmaatregel hier te zwaar?"},
        "dient": ["maatwerk"],
        "weging": {"waarden": [], "botsing": [], "kan_meewegen": []},
        "uitleg": None,
    }


def test_guidelines_are_said_per_value() -> None:
    lasting = {
        "richtlijn": "amsterdam/koersbesluit richtlijn 1",
        "titel": "Duurzame uitstroom",
        "regeling": "Koersbesluit Re-integratie",
        "voorbeeld": False,
        "herkomst": "parafrase",
        "boven": "duurzame_uitstroom",
        "onder": "directe_uitstroom",
        "bewijs": [{"soort": "praktijk", "tekst": "Een voorbeeld."}],
        "spreekt_tegen": ["De kortste weg gaat sneller."],
        "ontbreekt": [],
    }
    assert as_json(uren())["ruimte"][0]["weging"] == {
        "waarden": [
            {"waarde": "duurzame_uitstroom", "voor": [lasting], "tegen": []},
            {"waarde": "directe_uitstroom", "voor": [], "tegen": [lasting]},
        ],
        "botsing": [],
        "kan_meewegen": [],
    }


def test_a_floor_that_overrides() -> None:
    found = as_json(verrekening())
    one = found["ondergrenzen"][0]
    assert (one["status"], one["effect"], one["werking"]) == ("geschonden", "overstemd", "absoluut")
    assert (one["voor"], one["na"]) == ("150.00", "70.07")
    assert one["grondslag"] == ["awb artikel 4:93 lid 4", "rv artikel 475c", "gw artikel 20 lid 3"]
    assert one["wijkt"] == "amsterdam/beleidsregels artikel 4.1"
    assert found["besluiten"]["inhouding"]["voor_ondergrens"] == {"uitkomst": "150.00", "tekst": "€ 150,00"}


def test_a_choice_with_its_defects() -> None:
    assert as_json(keuze_niet_in_orde(), exit_code=1)["keuze"] == {
        "status": "niet_in_orde",
        "gebreken": [
            "10% ligt buiten de ruimte van 0% tot en met 5%",
            "er staat niet opgeschreven welke omstandigheden er zijn",
            "de klantmanager mag dit niet beslissen; dat doet het college",
        ],
        "schrijf": [],
        "besluiten": {"verlaging": {"uitkomst": "10", "tekst": "10%"}},
        "route": "pw artikel 18 lid 10",
    }


def test_each_cited_provision_is_described_once() -> None:
    found = as_json(te_laat())["bronnen"]
    assert list(found)[:2] == ["amsterdam/maatregelen artikel 6 lid 1 onderdeel a", "pw artikel 18 lid 2"]
    assert found["amsterdam/maatregelen artikel 6 lid 2"] == {
        "regeling": "amsterdam/maatregelen",
        "regeling_titel": "Maatregelenverordening Participatiewet 2015",
        "plaats": "artikel 6 lid 2",
        "titel": "Herhaling",
        "soort": "verordening",
        "landelijk": False,
        "bron": "https://voorbeeld.nl/amsterdam/maatregelen",
        "herkomst": "parafrase",
        "herkomst_toelichting": "niet nagelezen op CVDR",
    }


def test_values_are_exact() -> None:
    endless = outcome(
        decision(shown=Shown(False, "nee"), type=Type(Kind.BOOL)),
        duration(
            shown=Shown(INDEFINITE, "onbepaald"),
            range=Range(1, INDEFINITE, "1 maand of langer, ook zonder einddatum"),
        ),
    )
    found = as_json(endless)["besluiten"]
    assert found["verlaging"]["uitkomst"] == "nee"
    assert found["duur_verlaging"]["uitkomst"] == "onbepaald"
    assert found["duur_verlaging"]["grenzen"] == {"van": "1", "tot_en_met": "onbepaald"}
    unknown = as_json(outcome(decision(range=Range(None, None, "nog niet bekend"))))["besluiten"]["verlaging"]
    assert unknown["grenzen"] == {"van": None, "tot_en_met": None}


def test_the_tree_comes_only_when_asked() -> None:
    case = replace(te_laat(), tree=traced(tree()))
    assert as_json(case)["boom"] is None
    found = as_json(case, tree=True)["boom"]
    assert (found["tekst"], found["uitkomst"]) == ("verlaging", "5%")
    assert found["onderdelen"][0]["plaats"] == "amsterdam/maatregelen.vrd:31"
    assert found["onderdelen"][0]["onderdelen"][0] == {
        "tekst": "gedraging = te laat geregistreerd",
        "uitkomst": "waar",
        "plaats": None,
        "onderdelen": [],
    }


def texts_in(part: object) -> list[str]:
    """Every text in an outcome, and every exact value's text, wherever it stands."""
    if isinstance(part, Enum):
        return [str(part.value)]
    if isinstance(part, str):
        return [part] if part else []
    if isinstance(part, tuple):
        return [text for each in part for text in texts_in(each)]
    if isinstance(part, date):
        return [part.isoformat()]
    if is_dataclass(part) and not isinstance(part, TreeNode):
        return [text for each in fields(part) for text in texts_in(getattr(part, each.name))]
    return []


@pytest.mark.parametrize("name", list(ALL))
def test_nothing_of_the_outcome_is_left_out(name: str) -> None:
    case = ALL[name]()
    rendered = json.dumps(outcome_json(case, exit_code=0), ensure_ascii=False)
    missing = [text for text in texts_in(case) if json.dumps(text, ensure_ascii=False)[1:-1] not in rendered]
    assert missing == []


def test_each_field_with_words_is_carried() -> None:
    """Not only the fields that some case fills: each text field of each class is given a word of its own."""
    marked = replace(
        te_laat(),
        decisions=(marked_copy(decision()),),
        routes=(replace(marked_copy(route()), decision="verlaging"),),
        floors=(replace(marked_copy(floor()), decision="verlaging"),),
    )
    marked = replace(
        marked, decisions=(replace(marked.decisions[0], name="verlaging", type=Type(Kind.PERCENTAGE)),)
    )
    rendered = json.dumps(outcome_json(marked, exit_code=0), ensure_ascii=False)
    assert [text for text in texts_in(marked) if text not in rendered] == []


def marked_copy(part: Any) -> Any:
    """The same with each text field set to a text that says which field it is."""
    marks: dict[str, object] = {}
    for each in fields(part):
        value = getattr(part, each.name)
        if isinstance(value, str) and not isinstance(value, Enum):
            marks[each.name] = f"<{type(part).__name__}.{each.name}>"
        elif each.type == "tuple[str, ...]":
            marks[each.name] = (f"<{type(part).__name__}.{each.name}>",)
    return replace(part, **marks)
