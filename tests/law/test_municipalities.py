"""What municipalities do otherwise than the act, and what is said of it: both positions, never a verdict."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.law.asking import WHO, ask
from verordening.cli.main import main

REFUSED = {
    **WHO,
    "gedraging": "tegenprestatie_geweigerd",
    "datum_gedraging": "2026-02-16",
    "additioneel_werk": "ja",
}


@pytest.mark.parametrize("gemeente", ["amsterdam", "utrecht"])
def test_a_voluntary_tegenprestatie_shows_both_positions(
    gemeente: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The act speaks of opdragen (Participatiewet 7, 8a, 9); these cities ask."""
    path = tmp_path / "zaak.yaml"
    path.write_text(
        f"gemeente: {gemeente}\npeildatum: 2018-01-15\nbesluiten: [tegenprestatie_verzoeken]\n"
        + (
            "gegevens: {tegenprestatie_overwogen: ja, ondersteuning_naar_werk: nee}\n"
            "oordelen:\n  uitzicht_op_werk_tegenprestatie: {oordeel: nee, motivering: Er is geen vraag naar.}\n"
            if gemeente == "amsterdam"
            else ""
        ),
        encoding="utf-8",
    )
    assert main(["toets", str(path)]) == 4
    said = " ".join(capsys.readouterr().out.split())
    assert "OMSTREDEN" in said
    assert "Kamerstuk 34 352 nr. 61" in said
    assert "opdragen" in said


def test_the_same_refusal_in_two_cities() -> None:
    """Nothing in Amsterdam; 30% of EUR 1,401.50 in Rotterdam, or a warning."""
    here = ask({**REFUSED, "eerdere_maatregel_artikel_6": "nee"}, {"verwijtbaarheid": "aanwezig"})
    there = ask(
        {**REFUSED, "eerdere_maatregelen_zelfde_categorie": "0"},
        {"verwijtbaarheid": "aanwezig"},
        gemeente="rotterdam",
    )
    amounts = []
    for outcome in (here, there):
        (found,) = [each for each in outcome.decisions if each.name == "verlaging"]
        amounts.append((found.shown.text if found.shown else "", found.amount.text if found.amount else ""))
    assert amounts[0][0] == "0%"
    assert amounts[1] == ("30%", "€ 420,45")
    warning = [
        each.status.value
        for each in there.routes
        if each.cited.id == "rotterdam/maatregelen artikel 7 lid 1" and each.decision == "verlaging"
    ]
    assert warning == ["mag"]


def test_a_rule_that_gives_a_benefit_to_the_young_alone_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rotterdam 2015 gave the inkomenstoeslag to those of 18 to 27 alone; the court did not bind anybody to it
    (ECLI:NL:RBROT:2017:8423). Who would write it as a rule is told so.
    """
    path = tmp_path / "leeftijd.vrd"
    path.write_text(
        'regeling leeftijd "Alleen jongeren"\n  soort verordening\n  gemeente rotterdam\n'
        '  bron "ECLI:NL:RBROT:2017:8423"\n'
        '  grondslag pw artikel 8 lid 1 onderdeel b\n  herkomst reconstructie "uit de uitspraak"\n'
        "  in werking vanaf 1 januari 2015 tot 1 januari 2016\n  gebruikt pw, begrippen\n\n"
        "artikel 1\n  als aanvraag_inkomenstoeslag en leeftijd > 27 jaar\n  dan moet inkomenstoeslag = nee\n",
        encoding="utf-8",
    )
    assert main(["lint", str(path)]) == 1
    assert "VRD34" in capsys.readouterr().out
