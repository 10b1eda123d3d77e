"""Cases to run the commands on."""

from __future__ import annotations

from pathlib import Path

import pytest

CASE = """\
casus: Te laat geregistreerd
gemeente: amsterdam
peildatum: 2026-03-01
besluiten: [verlaging, duur_verlaging]
gegevens:
  huishouden: alleenstaande
  leeftijd: 29 jaar
  kostendelende_medebewoners: 0
  in_inrichting: nee
  gedraging: te_laat_geregistreerd
  datum_gedraging: 2026-02-20
  eerdere_maatregel_artikel_6: nee
oordelen:
  verwijtbaarheid: {oordeel: aanwezig, motivering: Wist van de plicht.}
"""

URGENT = "  dringende_redenen_18_10: {oordeel: ja, motivering: Huurachterstand.}\n"

CHOICE = """\
keuze:
  besluiten: {verlaging: 0%, duur_verlaging: 0 maanden}
  route: pw artikel 18 lid 10
  beslist_door: college
  dient: bestaanszekerheid
  motivering: {omstandigheden: De huur is opgezegd en er zijn geen reserves.}
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case that is settled, save for a duty to tailor."""
    return written(tmp_path / "casus.yaml", CASE)


@pytest.fixture
def urgent(tmp_path: Path) -> Path:
    """The same with dringende redenen: a person must choose."""
    return written(tmp_path / "dringend.yaml", CASE + URGENT)


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    """The same with a choice."""
    return written(tmp_path / "gekozen.yaml", CASE + URGENT + CHOICE)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
