"""The help: whole, in Dutch, and as wide as the terminal."""

from __future__ import annotations

import re

import pytest

from verordening.cli.declared import COMMANDS, command_named
from verordening.cli.help_text import render_help
from verordening.cli.main import main

TOETS = """\
toets: welke regel geldt, en wat is de uitkomst?

Past de regels van de gemeente en de wet toe op een casus. Zegt per besluit wat
eruit komt, welke regel dat bepaalt, waar ruimte is en welke ondergrens geldt.

Gebruik:
  verordening toets CASUS [--wat-als] [--voorbeelden KEUS] [opties]

Wat u noemt:
  CASUS  het bestand met de casus; een streepje (-) leest de invoer

Opties:
  --wat-als           toon ook welke kleine verandering van de gegevens de
                      uitkomst anders zou maken
  --voorbeelden KEUS  ja of nee: laat onze voorbeeldrichtlijnen meespreken; gaat
                      voor wat de casus zegt
  --formaat VORM      tekst, json, of schermlezer: zonder lijnen en tekens
  --peildatum DATUM   de regels van deze dag, zoals 2026-03-01; gaat voor de dag
                      in de casus
  --boom              toon stap voor stap hoe het antwoord er komt
  --regelingen MAP    leg de regelingen in deze map over de meegeleverde heen
  -h, --help          toon deze uitleg

Voorbeeld:
  verordening toets examples/te-laat-geregistreerd.yaml
"""

PROGRAM = """\
Regels van de gemeente voor de bijstand: welke regel geldt, en waar mag u
afwijken?

Gebruik:
  verordening OPDRACHT [opties]

Opdrachten:
  toets CASUS            welke regel geldt, en wat is de uitkomst?
  afwijken CASUS         mag, moet of kan hier worden afgeweken?
  vraag CASUS            wat moet u nog weten, en wie moet het aantonen?
  gesprek [CASUS]        bespreek een zaak, vraag voor vraag
  motivering CASUS       een concept van de redenen bij het besluit
  samenvatting CASUS     het besluit in het kort, voor de inwoner
  casusblad CASUS        één bladzijde voor het gesprek in het team, zonder
                         namen
  lint [PAD…]            kloppen deze regelingen?
  conflicten [WAT…]      waar gaat het mis, in welke zaak dan ook?
  beproef [PAD…]         komt uit elke proef wat eruit moet komen?
  controleer [MAP]       is alles in orde voordat de raad dit vaststelt?
  vergelijk OUD [NIEUW]  wat verandert er voor mensen?
  doorreken POPULATIE    wat komt er uit voor een heel bestand met zaken?
  bevolking [GEGEVEN…]   maak een verzonnen bestand met huishoudens
  profiel BESTAND        waar blijft de rekentijd, per regel?
  bedragen [TABEL…]      welke bedragen gelden, en wat loopt af?
  bronnen [REGELING…]    waar rusten de regelingen op?
  uitleg [CODE]          wat betekent deze melding of dit woord?
  nieuw SOORT [NAAM]     begin een regeling, casus, ondergrens, gemeente of
                         sjabloon
  opmaak [PAD…]          zet regelingen in de vaste opmaak
  aanvulling SHELL       vul opdrachten aan met de tabtoets

Opties:
  --formaat VORM     tekst, json, of schermlezer: zonder lijnen en tekens
  --peildatum DATUM  de regels van deze dag, zoals 2026-03-01; gaat voor de dag
                     in de casus
  --boom             toon stap voor stap hoe het antwoord er komt
  --regelingen MAP   leg de regelingen in deze map over de meegeleverde heen
  -h, --help         toon deze uitleg
  --versie           toon de versie van het programma

Afsluitcodes:
  0  beantwoord
  1  er is iets te verbeteren: aan een regeling, keuze, tekst, proef of opmaak
  2  de invoer of de opdracht klopt niet
  3  een fout van het programma zelf
  4  alleen bij toets: een besluit staat nog niet vast
  5  bij conflicten en vergelijk: er is iets niet bewezen

Meer uitleg:
  verordening OPDRACHT --help
"""

ENGLISH = re.compile(
    r"\b(usage|options?|optional|positional|arguments?|commands?|show|this|message|and|exit|the|error|file|invalid)\b",
    re.IGNORECASE,
)


def test_the_help_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert capsys.readouterr().out == PROGRAM


def test_the_help_of_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["toets", "-h"]) == 0
    assert capsys.readouterr().out == TOETS


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--versie"]) == 0
    assert capsys.readouterr().out == "verordening 0.1.0\n"


@pytest.mark.parametrize("name", [None, *(each.name for each in COMMANDS)])
def test_no_english_anywhere(name: str | None) -> None:
    assert ENGLISH.findall(render_help(command_named(name) if name else None, 80)) == []


@pytest.mark.parametrize("name", [None, *(each.name for each in COMMANDS)])
@pytest.mark.parametrize("width", [40, 64, 80, 100])
def test_no_line_is_wider_than_the_terminal(name: str | None, width: int) -> None:
    lines = render_help(command_named(name) if name else None, width).splitlines()
    # A path or a file in an example is one word, and stays one.
    assert [line for line in lines if len(line) > width and " " in line.strip()] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.name)
def test_each_command_has_one_example_that_starts_as_one_types_it(command: object) -> None:
    text = render_help(command_named(getattr(command, "name", "")), 100)
    (example,) = re.findall(r"^Voorbeeld:\n  (.*)$", text, re.MULTILINE)
    assert example.startswith(f"verordening {getattr(command, 'name', '')} ")
