"""Floors that no rule of today breaks: a fictitious act that does shows that they hold all the same.

Participatiewet 18 lid 3, 18 lid 4 e, 18 lid 9 and 53a lid 3 already give what these floors demand, so no case in the
corpus can break them. Each is a condition of the act itself, so it overrides an act too.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.law.asking import WHO
from verordening.cli.main import main

ACT = """
regeling strengere_wet "Wet die niet bestaat"
  soort wet
  bron "verzonnen voorbeeld"
  herkomst fictief "deze wet bestaat niet"
  in werking vanaf 1 januari 2026
  gebruikt pw, begrippen

artikel 1
  in afwijking van pw artikel 18 lid 9
  als      gedraging = te_laat_geregistreerd
  dan moet verlaging = 20% en duur_verlaging = 2 maanden

artikel 2
  in afwijking van pw artikel 18 lid 3
  als      verlaging_lid_2_opgelegd
  dan moet termijn_heroverweging = 6 maanden

artikel 3
  in afwijking van pw artikel 53a lid 3 onderdeel a
  als      huishouden_niet_aangetoond
  dan moet algemene_bijstand = € 100 per maand

artikel 4
  in afwijking van pw artikel 18 lid 4 onderdeel e
  als      gedraging = verhuizen_geweigerd
  dan moet verlaging = 30% en duur_verlaging = 1 maand
"""
NO_BLAME = {"verwijtbaarheid": "geen"}
BLAME = {"verwijtbaarheid": "aanwezig", "geen_andere_mogelijkheid_18_4": "nee"}
LATE = {**WHO, "gedraging": "te_laat_geregistreerd", "datum_gedraging": "2026-02-16"}
MOVE = {
    **WHO,
    "gedraging": "verhuizen_geweigerd",
    "datum_gedraging": "2026-02-16",
    "laatste_maatregel_18_4": "geen",
    "contractduur": "11 maanden",
    "nettoloon": "€ 1.500,00 per maand",
}
UNPROVEN = {
    **WHO,
    "huishouden_niet_aangetoond": "ja",
    "uitgesloten_van_bijstand": "nee",
    "vermogen_telt_mee": "nee",
    "inkomen": "€ 0 per maand",
}


def written(folder: Path, facts: dict[str, str], judgements: dict[str, str], decision: str) -> list[str]:
    """The command that answers a case under the fictitious act."""
    (folder / "regelingen").mkdir()
    (folder / "regelingen" / "strenger.vrd").write_text(ACT, encoding="utf-8")
    case = {
        "gemeente": "zonderdam",
        "peildatum": "2026-03-01",
        "besluiten": [decision],
        "gegevens": facts,
        "oordelen": {
            name: {"oordeel": each, "motivering": "Staat vast."} for name, each in judgements.items()
        },
    }
    (folder / "zaak.yaml").write_text(json.dumps(case), encoding="utf-8")
    return [
        "toets",
        str(folder / "zaak.yaml"),
        "--regelingen",
        str(folder / "regelingen"),
        "--formaat",
        "json",
    ]


@pytest.mark.parametrize(
    ("facts", "judgements", "decision", "floor", "before", "after"),
    [
        (LATE, NO_BLAME, "verlaging", "geen_verwijt_geen_maatregel", "20%", "0%"),
        (LATE, NO_BLAME, "duur_verlaging", "geen_verwijt_geen_maatregel", "2 maanden", "0 maanden"),
        (
            {"verlaging_lid_2_opgelegd": "ja"},
            {},
            "termijn_heroverweging",
            "heroverweging_binnen_drie_maanden",
            "6 maanden",
            "3 maanden",
        ),
        (
            UNPROVEN,
            {},
            "algemene_bijstand",
            "huishouden_niet_aangetoond_dertig_procent",
            "€ 100,00",
            "€ 600,64",
        ),
        (MOVE, BLAME, "verlaging", "verhuizen_alleen_voor_echt_werk", "30%", "0%"),
        (MOVE, BLAME, "duur_verlaging", "verhuizen_alleen_voor_echt_werk", "1 maand", "0 maanden"),
    ],
)
def test_an_act_does_not_break_a_floor_that_is_its_own_condition(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    facts: dict[str, str],
    judgements: dict[str, str],
    decision: str,
    floor: str,
    before: str,
    after: str,
) -> None:
    """30 percent of € 2.002,13 is € 600,64 (Pw 53a lid 3); what the act gives stands beside what it became."""
    assert main(written(tmp_path, facts, judgements, decision)) == 0
    found = json.loads(capsys.readouterr().out)
    outcome = found["besluiten"][decision]
    assert (outcome["status"], outcome["tekst"]) == ("bepaald", after)
    assert outcome["voor_ondergrens"]["tekst"] == before
    (said,) = [each for each in found["ondergrenzen"] if each["naam"] == floor]
    assert (said["status"], said["effect"]) == ("geschonden", "overstemd")
