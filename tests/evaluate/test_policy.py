"""Policy within, beyond and against the law, standing custom, and what is said with each; the kinds of room."""

from __future__ import annotations

import pytest

from tests.evaluate.laws import law_of, regulation, said, short, why_not
from tests.properties.claims import Bench
from verordening.evaluate.outcome import Outcome, Route, RouteStatus
from verordening.present.outcome_json import outcome_json
from verordening.present.text import render_afwijken, render_toets

TERMS = regulation(
    "begrippen",
    "begrippen",
    """
gegeven a: ja/nee
oordeel zwaar: ja/nee
  vraag "Is dit hier te zwaar?"
besluit v: percentage van 0% tot en met 100%, standaard 0%, gunstig lager
""",
)
POWER = "artikel 1\n  als a\n  dan kan v van 0% tot en met 100%\n"
ACT = "artikel 2\n  als a\n  dan moet v = 60%\n"


def policy(clauses: str, wet: str = POWER, kind: str = "beleidsregel", value: int = 10) -> Bench:
    text = f"artikel 1\n  als a\n  dan moet v = {value}%\n{clauses}"
    return law_of(TERMS, regulation("wet", "wet", wet), regulation("beleid", kind, text, local=True))


def whole(law: Bench, **given: bool) -> Outcome:
    return law.answer(given, ("v",))


def words(outcome: Outcome) -> str:
    return " ".join((render_toets(outcome) + render_afwijken(outcome)).split())


# ------------------------------------------------ verhouding


def test_policy_within_a_power_is_the_measure() -> None:
    found = said(policy(""), "v", a=True)
    assert (short(found), found.kind, found.reason) == (("bepaald", "10%"), "maatstaf", "")


def test_policy_within_the_law_goes_before_what_the_act_gives() -> None:
    found = said(policy("  verhouding binnenwettelijk\n", ACT), "v", a=True)
    assert (short(found), found.kind) == (("bepaald", "10%"), "maatstaf")


def test_policy_beyond_the_law_is_named_so() -> None:
    """The courts review it with restraint."""
    law = policy("  verhouding buitenwettelijk\n", ACT)
    found = said(law, "v", a=True)
    assert (short(found), found.kind) == (("bepaald", "10%"), "buitenwettelijk")
    assert "de rechter toetst dat terughoudend" in found.reason
    assert "(buitenwettelijk)" in words(whole(law, a=True))


def test_policy_against_the_law_is_not_chosen() -> None:
    """Both values, the reason, and who decides; never that the caseworker may."""
    law = policy("  verhouding tegenwettelijk\n  mandaat college\n", ACT)
    found = said(law, "v", a=True)
    assert short(found) == ("strijdig", "10% / 60%")
    assert found.reason.startswith("begunstigend beleid: ")
    assert "de rechter neemt zulk beleid als gegeven (ECLI:NL:CRVB:2025:700)" in found.reason
    assert found.reason.endswith("daarover beslist het college, niet u")
    shown = words(whole(law, a=True))
    assert "Geen van beide is gekozen." in shown
    assert "u mag" not in shown.lower()


def test_policy_against_the_law_that_nobody_has_a_mandate_for() -> None:
    found = said(policy("  verhouding tegenwettelijk\n", ACT), "v", a=True)
    assert found.reason.endswith("leg het voor aan het college")


def test_policy_against_the_law_that_agrees_with_it_is_no_conflict() -> None:
    found = said(policy("  verhouding tegenwettelijk\n", ACT, value=60), "v", a=True)
    assert short(found) == ("bepaald", "60%")


def test_policy_against_the_law_where_the_act_gives_nothing() -> None:
    law = policy("  verhouding tegenwettelijk\n", 'artikel 2\n  inhoud "Iets anders."\n')
    found = said(law, "v", a=True)
    assert (short(found), found.kind) == (("bepaald", "10%"), "tegenwettelijk")
    assert "gaat tegen de wet in" in found.reason


@pytest.mark.parametrize("value", [10, 60])
def test_nothing_is_advised_beside_policy_against_the_law(value: int) -> None:
    """CRVB:2025:700: it is taken as given; Awb 4:84 holds within a power, and against the law there is none.

    So also where it gives what the act gives.
    """
    wet = ACT + "artikel 4\n  in afwijking van elke beleidsregel wegens zwaar\n  dan moet afgestemd worden\n"
    law = policy("  verhouding tegenwettelijk\n", wet, value=value)
    assert not whole(law, a=True).routes
    assert not whole(law, a=True, zwaar=True).routes
    beyond = policy("  verhouding buitenwettelijk\n", wet)
    assert [each.cited.id for each in whole(beyond, a=True, zwaar=True).routes] == ["wet artikel 4"]


# ------------------------------------------------ gedragslijn


def test_standing_custom_is_never_the_only_reason() -> None:
    """Awb 4:82: only a beleidsregel may be referred to; of custom the decision itself must tell why."""
    found = said(policy("", kind="gedragslijn"), "v", a=True)
    assert short(found) == ("bepaald", "10%")
    assert "nooit de enige reden" in found.reason
    assert "(Awb 4:82)" in found.reason
    assert "(Awb 4:82)" in words(whole(policy("", kind="gedragslijn"), a=True))


def test_awb_4_84_does_not_reach_custom() -> None:
    wet = (
        POWER + "artikel 4\n  in afwijking van elke beleidsregel wegens zwaar\n  dan moet afgestemd worden\n"
    )
    assert said(policy("", wet), "v", a=True, zwaar=True).status.value == "afstemmen"
    assert short(said(policy("", wet, kind="gedragslijn"), "v", a=True, zwaar=True)) == ("bepaald", "10%")


# ------------------------------------------------ omstreden


@pytest.mark.parametrize("where", ["settled", "conflict"])
def test_both_positions_are_shown_and_none_is_taken(where: str) -> None:
    disputed = '  omstreden "Het mag." "Het mag niet."\n'
    law = policy(disputed)
    if where == "conflict":
        law = policy(f"  verhouding tegenwettelijk\n{disputed}", ACT)
    outcome = whole(law, a=True)
    found = outcome.decision("v")
    assert found.disputed == ("Het mag.", "Het mag niet.")
    written = outcome_json(outcome, exit_code=0)
    assert isinstance(written["besluiten"], dict)
    assert written["besluiten"]["v"]["omstreden"] == ["Het mag.", "Het mag niet."]
    assert "OMSTREDEN standpunt Het mag. ander Het mag niet." in words(outcome)


def test_what_is_not_disputed_shows_no_positions() -> None:
    assert said(policy(""), "v", a=True).disputed == ()


# ------------------------------------------------ kinds of room


def route(clauses: str) -> Route:
    text = f"artikel 1\n  als a\n  dan moet v = 60%\nartikel 2\n  in afwijking van artikel 1\n  {clauses}\n"
    law = law_of(TERMS, regulation("vord", "verordening", text, local=True))
    (found,) = whole(law, a=True).routes
    return found


@pytest.mark.parametrize(
    ("clauses", "kind", "status"),
    [
        ("dan kan v = 0%", "kan", RouteStatus.MAG),
        ("dan moet v afgestemd worden van 0% tot en met 60%", "plicht tot afstemming", RouteStatus.MOET),
        ("dan kan v = 0%\n  soort ruimte hardheidsclausule", "hardheidsclausule", RouteStatus.MAG),
        ("dan kan v = 0%\n  soort ruimte buitenwettelijk", "buitenwettelijk", RouteStatus.MAG),
        ("dan kan v = 0%\n  soort ruimte hoger_recht", "hoger recht", RouteStatus.MAG),
        ("dan kan v = 0%\n  soort ruimte tegenwettelijk", "tegenwettelijk", RouteStatus.MAG_NIET),
    ],
)
def test_the_kind_of_a_route(clauses: str, kind: str, status: RouteStatus) -> None:
    found = route(clauses)
    assert (found.kind, found.status) == (kind, status)


def test_on_room_against_the_law_someone_else_decides() -> None:
    found = route("dan kan v = 0%\n  soort ruimte tegenwettelijk\n  mandaat college")
    assert found.reason == "dit gaat tegen de wet in; daarover beslist het college, niet u"


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ("als a\n  dan moet v = 60%", "gebonden"),
        ("als a en zwaar\n  dan moet v = 60%", "beoordeling"),
        ("als a\n  dan kan v van 0% tot en met 60%", "kan"),
    ],
)
def test_the_kind_of_the_rule_that_decides(rule: str, kind: str) -> None:
    terms = TERMS[0], TERMS[1].replace(", standaard 0%", "")
    law = law_of(terms, regulation("wet", "wet", f"artikel 1\n  {rule}\n"))
    assert said(law, "v", a=True, zwaar=True).kind == kind


# ------------------------------------------------ vervangt and onverminderd


def ordinance(*rules: str) -> Bench:
    text = "".join(f"artikel {number}\n  {rule}\n" for number, rule in enumerate(rules, start=1))
    return law_of(TERMS, regulation("vord", "verordening", text, local=True))


def test_a_rule_that_replaces_another() -> None:
    law = ordinance("als a\n  dan moet v = 10%", "vervangt artikel 1\n  als a\n  dan moet v = 20%")
    found = said(law, "v", a=True)
    assert short(found) == ("bepaald", "20%")
    assert why_not(found) == {"artikel 1": "Vord artikel 2 vervangt deze regel"}


def test_a_rule_that_does_not_apply_replaces_nothing() -> None:
    law = ordinance("dan moet v = 10%", "vervangt artikel 1\n  als a\n  dan moet v = 20%")
    assert short(said(law, "v", a=False)) == ("bepaald", "10%")
    assert short(said(law, "v", a=True)) == ("bepaald", "20%")


def test_a_rule_replaces_only_what_it_gives_itself() -> None:
    terms = TERMS[0], TERMS[1] + "besluit w: ja/nee, standaard nee\n"
    text = (
        "artikel 1\n  als a\n  dan moet v = 10% en w = ja\n"
        "artikel 2\n  vervangt artikel 1\n  als a\n  dan moet v = 20%\n"
    )
    law = law_of(terms, regulation("vord", "verordening", text, local=True))
    assert short(said(law, "v", a=True)) == ("bepaald", "20%")
    assert short(said(law, "w", a=True)) == ("bepaald", "ja")


def test_what_holds_as_well_is_shown_and_still_conflicts() -> None:
    """`onverminderd` says that no deviation is meant: equal outcomes stand together, others are in conflict."""
    beside = "onverminderd artikel 1\n  als a\n  dan moet v = {}%"
    agreed = ordinance("als a\n  dan moet v = 10%", beside.format(10))
    assert short(said(agreed, "v", a=True)) == ("bepaald", "10%")
    other = ordinance("als a\n  dan moet v = 10%", beside.format(20))
    assert short(said(other, "v", a=True)) == ("strijdig", "10% / 20%")
    only = ordinance("als niet a\n  dan moet v = 10%", beside.format(20))
    outcome = whole(only, a=True)
    assert [each.path for each in outcome.decision("v").beside] == ["artikel 1"]
    assert "onverminderd artikel 1" in words(outcome)
    written = outcome_json(outcome, exit_code=0)["besluiten"]
    assert isinstance(written, dict)
    assert written["v"]["onverminderd"] == ["proefstad/vord artikel 1"]
