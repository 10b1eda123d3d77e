"""What the regulations as they are come to in some case, known from the law and from the courts."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

from tests.law.examples import corpus_of, library
from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.examining import examine
from verordening.analyse.conflicts.finding import Finding
from verordening.language.diagnostics import Severity

DAY: Final = date(2026, 3, 1)


@cache
def _found(gemeente: str, file: str, code: str, *about: str) -> tuple[Finding, ...]:
    """What one question finds in one file of a municipality."""
    paths = [each.source.path for each in library().set_of(gemeente).files]
    own = frozenset(each for each in paths if each.endswith(f"{gemeente}/{file}.vrd"))
    assert own
    answers = examine(Area(corpus_of(gemeente), own, DAY, about=about), {code})
    return tuple(each for each in answers if isinstance(each, Finding))


def _of(found: tuple[Finding, ...], place: str) -> Finding:
    return next(each for each in found if any(site.id == place for site in each.sites))


def test_more_than_three_months_of_nothing_asks_its_own_reasons() -> None:
    """V2, CRVB:2017:3676: a floor that is weighed, below which Amsterdam comes at a repetition."""
    found = _of(_found("amsterdam", "maatregelen", "VRD606", "duur_verlaging"), "stapeling_van_maatregelen")
    assert found.sites[0].id.startswith("amsterdam/maatregelen artikel 7")
    case = found.witnesses[0].case.inputs()
    # twee maanden waren er al, en artikel 7 lid 2 geeft er twee bij: het minste dat boven drie komt
    assert case["maanden_honderd_procent_afgelopen_jaar"] == 2


def test_amstelveen_goes_beyond_the_act() -> None:
    """RBAMS:2017:5710: three months at once for a first refusal; the first must be shorter than the repeat, which is at
    most three months (V1). The file says that it is disputed: no verdict.
    """
    found = _of(
        _found("amstelveen", "maatregelen", "VRD604"), "amstelveen/maatregelen artikel 10 lid 1 onderdeel c"
    )
    assert found.severity is Severity.ADVIES
    assert "pw artikel 18 lid 5" in {site.id for site in found.sites}
    assert "omstreden" in found.help
    assert found.witnesses[0].outcome.decision("duur_verlaging").status.value == "leemte"


def test_a_voluntary_tegenprestatie_is_disputed_and_nothing_is_decided() -> None:
    found = _of(_found("amsterdam", "tegenprestatie", "VRD614"), "amsterdam/tegenprestatie artikel 2 lid 1")
    assert found.severity is Severity.ADVIES
    assert [word for word, _ in found.remarks] == ["standpunt 1", "standpunt 2"]
    assert "geen oordeel" in found.help


def test_the_shortest_way_stands_against_lasting_work() -> None:
    """Re-integratieverordening artikel 1.5 beside the guideline duurzame uitstroom."""
    (found,) = _found("amsterdam", "koersbesluit", "VRD615")
    assert any("artikel 1.5" in text for _, text in found.remarks)


def test_article_9_lid_3_has_lost_its_statute() -> None:
    """Participatiewet 60b lapsed on 1 January 2017."""
    found = _of(_found("amsterdam", "maatregelen", "VRD616"), "amsterdam/maatregelen artikel 9 lid 3")
    assert "pw artikel 60b" in found.message


def test_two_acts_cost_more_than_there_is() -> None:
    (found,) = _found("amsterdam", "maatregelen", "VRD612", "verlaging")
    (shown,) = found.witnesses
    assert len(shown.case.acts) == 2
    assert any(month.cut for month in shown.outcome.calendar.months)
    assert max(month.share for month in shown.outcome.calendar.months) == 100


def test_a_longer_repeat_is_no_conflict_with_the_first() -> None:
    """Amsterdam 7: one, two and three months; the law leaves one to three, each longer than the one before."""
    found = _found("amsterdam", "maatregelen", "VRD604", "duur_verlaging")
    assert not any(each.sites[0].id.startswith("amsterdam/maatregelen artikel 7") for each in found)


def test_one_cent_more_costs_the_whole_supplement() -> None:
    """Amsterdam's individuele inkomenstoeslag: all of it up to 105 % of the norm, nothing above."""
    found = _of(
        _found("amsterdam", "inkomenstoeslag", "VRD617"), "amsterdam/inkomenstoeslag toeslag_zonder_val"
    )
    before, after = found.witnesses
    assert "amsterdam/inkomenstoeslag artikel 4 lid 1 onderdeel a" in {site.id for site in found.beside}
    assert (
        before.outcome.decision("hoogte_inkomenstoeslag").shown
        != after.outcome.decision("hoogte_inkomenstoeslag").shown
    )


def test_nationality_makes_no_difference() -> None:
    """Grondwet artikel 1: proved for every case, with Amsterdam's own rules."""
    places = {site.id for each in _found("amsterdam", "maatregelen", "VRD611") for site in each.sites}
    assert not any("nationaliteit" in each for each in places)
