"""What every regulation rests on, and the references that lead nowhere: in the law itself, found and named."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from tests.law.examples import corpus_of, library
from verordening.cli.main import main
from verordening.model.rules import Grade, Rank
from verordening.model.sources import RegulationSource, sources_of

DAY = date(2026, 11, 22)


@lru_cache(maxsize=1)
def sources() -> dict[str, RegulationSource]:
    corpora = (corpus_of(gemeente) for gemeente in ("", *library().gemeenten))
    return {each.regulation.id: each for each in sources_of(corpora, DAY)}


def test_every_shipped_regulation_is_there_once() -> None:
    assert sorted(sources()) == sorted(each.id for each in library().files)


def test_the_dead_references_of_the_law_itself_and_of_amsterdam_are_named() -> None:
    """9a lid 12, the second lid 8 of 18 (dossier 4.1, 4.2); Amsterdam 1 to 25, 26, 29, and 9 lid 3 to 60b (2.4)."""
    found = {
        (name, place.path, reference) for name, each in sources().items() for place, reference, _ in each.dead
    }
    assert found >= {
        ("pw", "artikel 9a lid 12", "artikel 8 lid 1 onderdeel d"),
        ("pw", "artikel 18 lid 8*", "artikel 31 lid 1 onderdeel m"),
        ("amsterdam/maatregelen", "artikel 1 onderdeel a", "pw artikel 25"),
        ("amsterdam/maatregelen", "artikel 1 onderdeel a", "pw artikel 26"),
        ("amsterdam/maatregelen", "artikel 1 onderdeel a", "pw artikel 29"),
        ("amsterdam/maatregelen", "artikel 9 lid 3", "pw artikel 60b"),
    }


def test_nothing_of_a_paraphrase_counts_as_official() -> None:
    own = sources()["amsterdam/maatregelen"]
    assert {place.path for place in own.to_compare} == {place.path for place in own.places}
    assert own.address == "https://lokaleregelgeving.overheid.nl/CVDR358905/1"


def test_what_to_compare_names_each_figure_of_a_rule() -> None:
    """Artikel 6 lid 1 onderdeel b: 10%, one month; artikel 7 lid 3: three months."""
    figures = {place.path: place.figures for place in sources()["amsterdam/maatregelen"].places}
    assert figures["artikel 6 lid 1 onderdeel b"] == ("10%", "1 maand")
    assert figures["artikel 7 lid 3"] == ("3 maanden",)


def test_a_place_of_the_participatiewet_has_an_address_of_its_own_and_the_day_it_was_read() -> None:
    pw = sources()["pw"]
    place = next(each for each in pw.places if each.path == "artikel 18 lid 10")
    assert place.address == (
        "https://wetten.overheid.nl/jci1.3:c:BWBR0015703&artikel=18&lid=10&z=2026-11-22&g=2026-11-22"
    )
    assert place.checked is not None
    assert place.checked.of == "de tekst die gold op 1 januari 2026"


def test_what_does_not_come_from_the_text_that_was_read_was_not_read_beside_it() -> None:
    """Artikel 18 lid 1 before 2026, on contributions, is known from the press alone."""
    place = next(each for each in sources()["pw"].places if each.path == "artikel 18 lid 1 zin 1")
    assert place.provenance.grade is Grade.PARAFRASE
    assert place.checked is None


@pytest.mark.parametrize("name", sorted(each.id for each in library().files))
def test_every_regulation_says_where_its_text_comes_from(name: str) -> None:
    each = sources()[name].regulation
    assert each.rank is Rank.BEGRIPPEN or each.source
    assert each.provenance.grade is Grade.OFFICIEEL or each.provenance.note


def test_what_is_left_out_has_a_reason() -> None:
    missing = [
        (name, place) for name, each in sources().items() for place, why in each.regulation.omitted if not why
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "Maatregelenverordening Participatiewet 2015"),
        (["amsterdam/maatregelen"], "artikel 6 lid 1 onderdeel b: 10% en 1 maand"),
        (["landelijk"], "Participatiewet (pw)"),
        (["amsterdam", "--formaat", "json"], '"getallen"'),
        (["pw", "--formaat", "schermlezer"], "Verwijzingen die nergens heen leiden"),
    ],
)
def test_the_command_says_it(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bronnen", *words]) == 0
    assert says in capsys.readouterr().out


def test_what_a_municipality_says_of_all_its_regulations_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = (
        'regeling opgave "Opgave van Laren"\n  soort opgave\n  gemeente laren\n  bron "een voorbeeld"\n'
        '  herkomst fictief "een voorbeeld"\n  in werking vanaf 1 januari 2026\n  gebruikt pw\n'
        "  volledig krachtens pw artikel 8, pw artikel 8a vanaf 1 juli 2026\n"
        "  geen regeling krachtens pw artikel 36\n"
    )
    (tmp_path / "opgave.vrd").write_text(header, encoding="utf-8")
    assert main(["bronnen", "laren", "--regelingen", str(tmp_path)]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Volledig op grond van pw artikel 8 en pw artikel 8a (vanaf 1 juli 2026)." in shown
    assert "Volgens de gemeente geen regeling op grond van pw artikel 36 (vanaf 1 januari 2026)." in shown
    assert main(["bronnen", "laren", "--regelingen", str(tmp_path), "--formaat", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["regelingen"]
    assert told["volledig_krachtens"] == [
        {"grondslag": "pw artikel 8", "vanaf": "2026-07-01"},
        {"grondslag": "pw artikel 8a", "vanaf": "2026-07-01"},
    ]
    assert told["geen_regeling_krachtens"] == [{"grondslag": "pw artikel 36", "vanaf": None}]


def test_of_a_text_read_as_it_stands_now_the_older_one_is_to_be_looked_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Dossier 4: the text of 1 January 2026 was read; that artikel 21 said the same before it is inferred."""
    place = next(each for each in sources()["pw"].places if each.path == "artikel 21 onderdeel a")
    assert place.provenance.on(date(2026, 1, 1)).grade is Grade.OFFICIEEL
    assert place.provenance.on(date(2025, 12, 31)).grade is Grade.RECONSTRUCTIE
    assert main(["bronnen", "pw"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Vóór 1 januari 2026 reconstructie: gelezen is de tekst van 1 januari 2026" in shown
    assert "Zoek de tekst van vóór 1 januari 2026 op, en kijk of hij gelijk is." in shown
