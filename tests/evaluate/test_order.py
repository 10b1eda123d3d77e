"""The order in which rules are tried: date, scope, competence, bounds, and only then rank.

What fails an earlier test never reaches a later one: it sets nothing aside and it is not itself set aside.
"""

from __future__ import annotations

from tests.evaluate.laws import law_of, regulation, said, short, why_not
from tests.properties.claims import Bench

TERMS = regulation(
    "begrippen",
    "begrippen",
    """
gegeven a: ja/nee
gegeven b: ja/nee
besluit v: percentage van 0% tot en met 100%, standaard 0%, gunstig lager
""",
)
GROUND = 'artikel 9\n  inhoud "De verordening regelt hoeveel."\n'
DELEGATION = "artikel 2\n  als a\n  dan bepaalt de verordening krachtens artikel 9 v van 0% tot en met 50%\n"


def law(wet: str = "", verordening: str = "", beleid: str = "", verordening_header: str = "") -> Bench:
    """An act with what stands below it."""
    files = [TERMS, regulation("wet", "wet", wet + GROUND)]
    if verordening:
        header = f"  grondslag wet artikel 9\n{verordening_header}"
        files.append(regulation("vord", "verordening", verordening, local=True, header=header))
    if beleid:
        files.append(regulation("beleid", "beleidsregel", beleid, local=True))
    return law_of(*files)


def place(number: int, text: str) -> str:
    """An article of one rule; its clauses are separated by `|`."""
    return f"artikel {number}\n" + "".join(f"  {clause.strip()}\n" for clause in text.split("|"))


# ------------------------------------------------ date


def test_a_rule_not_yet_in_force_sets_nothing_aside() -> None:
    later = "nieuw vanaf 1 januari 2027 | in werking vanaf 1 januari 2027"
    tried = law(
        place(3, "dan moet v = 40%") + place(4, f"{later} | in afwijking van artikel 3 | dan moet v = 0%")
    )
    assert short(said(tried, "v")) == ("bepaald", "40%")


def test_a_rule_that_has_lapsed_sets_nothing_aside() -> None:
    gone = "in werking vanaf 1 januari 2015 tot 1 januari 2026"
    tried = law(
        place(3, "dan moet v = 40%") + place(4, f"{gone} | in afwijking van artikel 3 | dan moet v = 0%")
    )
    assert short(said(tried, "v")) == ("bepaald", "40%")


def test_a_higher_rule_that_has_lapsed_does_not_go_before() -> None:
    gone = "in werking vanaf 1 januari 2015 tot 1 januari 2026"
    tried = law(place(3, f"{gone} | dan moet v = 40%"), place(1, "dan moet v = 10%"))
    assert short(said(tried, "v")) == ("bepaald", "10%")


def test_a_rule_out_of_force_is_not_itself_set_aside() -> None:
    """Its 90% would be beyond the delegation; it is simply no rule on this day."""
    gone = "in werking vanaf 1 januari 2015 tot 1 januari 2026"
    tried = law(
        DELEGATION, place(1, "als a | dan moet v = 30%") + place(2, f"{gone} | als a | dan moet v = 90%")
    )
    found = said(tried, "v", a=True)
    assert short(found) == ("bepaald", "30%")
    assert why_not(found) == {}


def test_a_delegation_out_of_force_gives_no_power() -> None:
    """The act delegated once, and now settles the decision itself."""
    gone = "in werking vanaf 1 januari 2015 tot 1 januari 2026"
    delegation = place(2, f"{gone} | dan bepaalt de verordening krachtens artikel 9 v van 0% tot en met 50%")
    found = said(law(delegation + place(3, "dan moet v = 40%"), place(1, "dan moet v = 10%")), "v")
    assert short(found) == ("bepaald", "40%")
    assert why_not(found) == {"artikel 1": "zonder bevoegdheid, want Wet artikel 3 bepaalt dit zelf"}


def test_a_rule_of_which_the_text_is_not_known_settles_nothing() -> None:
    unknown = "in werking vanaf onbekend"
    tried = law(
        place(3, "dan moet v = 40%") + place(4, f"{unknown} | in afwijking van artikel 3 | dan moet v = 0%")
    )
    assert short(said(tried, "v")) == ("open", "0% / 40%")


# ------------------------------------------------ scope


def test_a_deviation_whose_condition_fails_sets_nothing_aside() -> None:
    tried = law(
        place(3, "dan moet v = 40%") + place(4, "in afwijking van artikel 3 | als a | dan moet v = 0%")
    )
    assert short(said(tried, "v", a=False)) == ("bepaald", "40%")
    assert short(said(tried, "v", a=True)) == ("bepaald", "0%")


def test_a_deviation_from_what_does_not_apply_gives_nothing() -> None:
    tried = law(
        place(3, "als b | dan moet v = 40%")
        + place(4, "in afwijking van artikel 3 | als a | dan moet v = 10%")
    )
    assert short(said(tried, "v", a=True, b=False)) == ("bepaald", "0%")
    assert short(said(tried, "v", a=True, b=True)) == ("bepaald", "10%")


def test_a_deviation_from_several_applies_where_one_of_them_does() -> None:
    tried = law(
        place(3, "als a | dan moet v = 40%")
        + place(4, "als b | dan moet v = 50%")
        + place(5, "in afwijking van artikel 3, artikel 4 | dan moet v = 10%")
    )
    assert short(said(tried, "v", a=True, b=False)) == ("bepaald", "10%")
    assert short(said(tried, "v", a=False, b=False)) == ("bepaald", "0%")


# ------------------------------------------------ competence


def test_without_a_delegation_a_rule_has_no_power_where_the_act_delegates_elsewhere() -> None:
    tried = law(DELEGATION, place(1, "dan moet v = 10%"))
    assert short(said(tried, "v", a=True)) == ("bepaald", "10%")
    found = said(tried, "v", a=False)
    assert short(found) == ("bepaald", "0%")
    reason = "zonder bevoegdheid, want de wet laat dit hier niet aan deze regeling over"
    assert why_not(found) == {"artikel 1": reason}


def test_a_deviation_without_power_leaves_its_base_standing() -> None:
    """90% is beyond the delegation, so the deviation defeats nothing and the ordinary 30% holds."""
    rules = place(1, "als a | dan moet v = 30%") + place(
        2, "in afwijking van artikel 1 | als b | dan moet v = 90%"
    )
    found = said(law(DELEGATION, rules), "v", a=True, b=True)
    assert short(found) == ("bepaald", "30%")
    assert why_not(found) == {"artikel 2": "buiten de grenzen van Wet artikel 2 (0% tot en met 50%)"}


def test_want_of_power_comes_before_rank() -> None:
    """The act delegates only if a, and gives 40% itself: of one without power it is not said that it is lower."""
    found = said(
        law(DELEGATION + place(3, "als b | dan moet v = 40%"), place(1, "dan moet v = 10%")),
        "v",
        a=False,
        b=True,
    )
    assert short(found) == ("bepaald", "40%")
    assert why_not(found) == {"artikel 1": "zonder bevoegdheid, want Wet artikel 3 bepaalt dit zelf"}


# ------------------------------------------------ bounds


def test_a_limit_of_a_higher_rule_comes_before_rank() -> None:
    found = said(law(place(3, "dan v ten hoogste 20%"), place(1, "dan moet v = 30%")), "v")
    assert short(found) == ("bepaald", "0%")
    assert why_not(found) == {"artikel 1": "gaat over een grens die een andere regel stelt"}


def test_a_higher_rule_beyond_its_own_limit_goes_before_nothing() -> None:
    wet = place(3, "dan v ten hoogste 20%") + place(4, "dan moet v = 40%")
    assert short(said(law(wet, place(1, "dan moet v = 10%")), "v")) == ("bepaald", "10%")


def test_a_limit_out_of_force_binds_nobody() -> None:
    gone = "in werking vanaf 1 januari 2015 tot 1 januari 2026"
    tried = law(place(3, f"{gone} | dan v ten hoogste 20%"), place(1, "dan moet v = 30%"))
    assert short(said(tried, "v")) == ("bepaald", "30%")


# ------------------------------------------------ rank


def test_the_higher_of_two_rules_that_both_may_speak() -> None:
    found = said(law(place(3, "dan moet v = 40%"), place(1, "dan moet v = 10%")), "v")
    assert short(found) == ("bepaald", "40%")
    assert why_not(found) == {"artikel 1": "Wet artikel 3 gaat voor: dat is een hogere regeling"}


def test_under_a_delegation_the_lower_rule_stands_beside_the_act() -> None:
    """The act sets 40% and leaves the matter to the ordinance as well: neither is chosen."""
    found = said(
        law(DELEGATION + place(3, "als a | dan moet v = 40%"), place(1, "als a | dan moet v = 10%")),
        "v",
        a=True,
    )
    assert short(found) == ("strijdig", "10% / 40%")


def test_two_rules_of_one_rank_that_disagree() -> None:
    found = said(law(place(3, "dan moet v = 40%") + place(4, "dan moet v = 10%")), "v")
    assert short(found) == ("strijdig", "10% / 40%")
