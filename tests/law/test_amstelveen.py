"""Amstelveen's ordinance of 2017 (artikel 10 lid 1 onderdeel c: three months at once), as RBAMS:2017:5710 tells it.

The court left it unapplied: Participatiewet 18 lid 5 read with lid 6 asks for a first period that is shorter than the
second, which is three months at most. The act leaves at least one month and less than three; the court took one.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.law.asking import WHO
from verordening.cli.main import main


@pytest.fixture
def arguments(tmp_path: Path) -> list[str]:
    case = {
        "gemeente": "amstelveen",
        "peildatum": "2017-08-01",
        "besluiten": ["verlaging", "duur_verlaging"],
        "gegevens": {
            **WHO,
            "gedraging": "werk_geweigerd",
            "datum_gedraging": "2017-07-03",
            "laatste_maatregel_18_4": "geen",
        },
        "oordelen": {
            "verwijtbaarheid": {"oordeel": "aanwezig", "motivering": "Kende de plicht."},
            "dringende_redenen_18_10": {"oordeel": "nee", "motivering": "Niets gebleken."},
        },
    }
    (tmp_path / "zaak.yaml").write_text(json.dumps(case), encoding="utf-8")
    return ["toets", str(tmp_path / "zaak.yaml")]


def test_the_ordinance_is_set_aside(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments, "--formaat", "json"]) == 4
    found = json.loads(capsys.readouterr().out)["besluiten"]
    assert (found["verlaging"]["status"], found["verlaging"]["tekst"]) == ("bepaald", "100%")
    assert found["verlaging"]["regel"] == "pw artikel 18 lid 5"
    duration = found["duur_verlaging"]
    assert (duration["status"], duration["uitkomst"]) == ("leemte", None)
    assert duration["bereik"] == "ten minste 1 maand en korter dan 3 maanden"
    (lost,) = duration["verdrongen"]
    assert lost["regel"] == "amstelveen/maatregelen artikel 10 lid 1 onderdeel c"
    assert lost["reden"] == (
        "buiten de grenzen van Participatiewet artikel 18 lid 5: "
        "niet korter dan op grond van lid 6 (ten hoogste 3 maanden)"
    )


def test_the_reader_is_told_who_must_decide_and_what_the_court_did(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(arguments)
    text = " ".join(capsys.readouterr().out.split())
    assert "De gemeenteraad moet dit regelen." in text
    assert "hield de rechter het op 1 maand (ECLI:NL:RBAMS:2017:5710)" in text
    assert "U kunt dit niet zelf invullen." in text
    assert "niet korter dan op grond van lid 6" in text
