"""Lint on an ordinance that surely breaks a relation between leden: found, with a case that shows it, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from verordening.cli.main import main
from verordening.language.diagnostics import Diagnostic, Severity
from verordening.model.loading import check, regulation_sets

HEADER = """
regeling maatregelen "Maatregelenverordening"
  soort verordening
  gemeente amstelveen
  bron "ECLI:NL:RBAMS:2017:5710"
  grondslag pw artikel 8 lid 1 onderdeel a
  herkomst parafrase "alleen wat de uitspraak ervan noemt"
  in werking vanaf 1 januari 2017
  gebruikt pw, begrippen
"""
AT_ONCE = """
artikel 10 lid 1 onderdeel c
  als      gedraging = werk_geweigerd
  dan moet duur_verlaging = 3 maanden
"""
FIRST_AND_AGAIN = """
artikel 10
  lid 1
    als      uniforme_verplichting_geschonden
    dan moet duur_verlaging = {} maanden
  lid 2
    in afwijking van lid 1
    als      laatste_maatregel_18_4 = lid_5 en herhaald_binnen_12_maanden_18_4
    dan moet duur_verlaging = {} maanden
"""


def found_in(text: str, folder: Path) -> list[Diagnostic]:
    from verordening.analyse.relations import broken_relations

    path = folder / "amstelveen.vrd"
    path.write_text(HEADER + text, encoding="utf-8")
    return list(check(regulation_sets([path]), lambda corpus, sources, *_: broken_relations(corpus, sources)))


def test_three_months_at_once(tmp_path: Path) -> None:
    (found,) = found_in(AT_ONCE, tmp_path)
    assert (found.code, found.severity) == ("VRD602", Severity.WAARSCHUWING)
    assert found.message == (
        "`artikel 10 lid 1 onderdeel c` valt buiten de grenzen van Participatiewet artikel 18 lid 5: "
        "niet korter dan op grond van lid 6 (ten hoogste 3 maanden)"
    )
    assert "gedraging = werk geweigerd of niet behouden" in found.label
    assert "ten minste 1 maand en korter dan 3 maanden" in found.help


def test_no_fact_is_named_without_need(tmp_path: Path) -> None:
    """Who the resident is has nothing to do with it."""
    (found,) = found_in(AT_ONCE, tmp_path)
    assert "huishouden" not in found.label
    assert "inrichting" not in found.label


def test_a_second_period_that_is_not_longer_is_found_for_both(tmp_path: Path) -> None:
    found = found_in(FIRST_AND_AGAIN.format(2, 2), tmp_path)
    assert [each.message.partition("`")[2].partition("`")[0] for each in found] == [
        "artikel 10 lid 1",
        "artikel 10 lid 2",
    ]
    assert all("zoals dat daar is geregeld" in each.message for each in found)


def test_an_ordinance_that_keeps_to_it(tmp_path: Path) -> None:
    assert found_in(FIRST_AND_AGAIN.format(2, 3), tmp_path) == []


def test_nothing_is_said_of_a_rule_that_the_file_itself_calls_disputed(tmp_path: Path) -> None:
    disputed = AT_ONCE + '  omstreden "Het mag." "Het mag niet (RBAMS:2017:5710)."\n'
    assert found_in(disputed, tmp_path) == []


def test_lint_shows_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "amstelveen.vrd"
    path.write_text(HEADER + AT_ONCE, encoding="utf-8")
    assert main(["lint", str(path)]) == 1
    assert "VRD602" in capsys.readouterr().out
    assert main(["lint", str(path)]) == 1
    assert "VRD602" in capsys.readouterr().out


def test_what_an_earlier_run_found_hides_no_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An author changes the months of the first time and of the next, to and fro."""
    remembering, found = tmp_path / "cache", []
    for months in ((2, 3), (2, 2), (2, 3)):
        monkeypatch.setenv("VERORDENING_CACHE", str(remembering))
        told = found_in(FIRST_AND_AGAIN.format(*months), tmp_path)
        monkeypatch.setenv("VERORDENING_CACHE", "uit")
        assert told == found_in(FIRST_AND_AGAIN.format(*months), tmp_path), months
        found.append(len(told))
    assert found == [0, 2, 0]
