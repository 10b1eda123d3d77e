"""What several acts, or several duties of one act, come to together where something else is said of that.

Amsterdam 12: each act has a verlaging of its own, together at most 100 percent; of several duties the highest.
"""

from __future__ import annotations

from fractions import Fraction

from tests.analyse.difference.changed import DAY, MEASURES, Change, corpus
from verordening.analyse.difference.changing import Changes
from verordening.analyse.difference.found import Direction, Meeting
from verordening.analyse.difference.meeting import ACTS, ALL, DUTIES, NOT_FOUND, meetings
from verordening.analyse.difference.pairing import Pairing
from verordening.model.corpus import Corpus

EACH = "    bij meer gedragingen geldt elke verlaging\n"
HIGHEST = "    bij meer gedragingen geldt de hoogste verlaging\n"
OF_DUTIES = "    bij meer verplichtingen geldt de hoogste verlaging\n"
LIMIT = "begrip grens_van_alle_verlagingen: percentage van norm = 100%"
CONCEPTS = "landelijk/begrippen.vrd"


def between(old: Corpus, new: Corpus) -> list[Meeting]:
    return list(meetings(Changes(old, new, Pairing(old, new), DAY)))


def changed(*changes: Change) -> list[Meeting]:
    return between(corpus("amsterdam"), corpus("amsterdam", *changes))


def told(found: Meeting) -> tuple[str, Direction | None, tuple[str, ...], Fraction | None, bool]:
    return found.what, found.direction, found.months, found.most, found.exact


def test_only_the_highest_of_two_acts() -> None:
    """Twee keer 50 procent (artikel 6) was samen 100; 70 en 50 scheelt maar 30: meer dan 100 kan niet."""
    (found,) = changed((MEASURES, EACH, HIGHEST))
    assert told(found) == (ACTS, Direction.VOORUIT, ("100%", "50%"), Fraction(50), True)
    assert len(found.acts) == 2


def test_each_of_two_acts_where_it_was_the_highest() -> None:
    (found,) = between(corpus("amsterdam", (MEASURES, EACH, HIGHEST)), corpus("amsterdam"))
    assert told(found) == (ACTS, Direction.ACHTERUIT, ("50%", "100%"), Fraction(50), True)


def test_nothing_said_of_two_acts_any_more() -> None:
    (found,) = changed((MEASURES, EACH, ""))
    assert told(found)[:2] == (ACTS, Direction.ANDERS)
    assert found.months[1] == "niet bekend"


def test_nothing_said_of_two_duties_any_more() -> None:
    """Eén gedraging, twee plichten: de hoogste, en nu twee uitkomsten naast elkaar."""
    (found,) = changed((MEASURES, OF_DUTIES, ""))
    assert told(found)[:2] == (DUTIES, Direction.ANDERS)
    assert found.months[1] == "regels spreken elkaar tegen"
    assert len(found.acts) == 1


def test_a_lower_limit_to_all_together() -> None:
    """Een enkele verlaging van 100 procent scheelt dan al 20."""
    (found,) = changed((CONCEPTS, LIMIT, LIMIT.replace("100%", "80%")))
    assert told(found) == (ALL, Direction.VOORUIT, ("100%", "80%"), Fraction(20), True)
    assert len(found.acts) == 1


def test_the_same_in_other_words_changes_nothing() -> None:
    assert changed((MEASURES, EACH, "    # alle gedragingen\n" + EACH)) == []


def test_where_the_rules_change_too_at_least_is_said() -> None:
    """Artikel 10 verandert mee: van de rest is 50 procentpunten dan niet zeker het meeste."""
    threat = "dan moet verlaging = 70% en duur_verlaging = 1 maand"
    (found,) = changed((MEASURES, EACH, HIGHEST), (MEASURES, threat, threat.replace("70%", "60%")))
    assert (found.most, found.exact) == (Fraction(50), False)


def test_a_limit_above_the_benefit_changes_nothing_in_any_case() -> None:
    """Meer dan de bijstand zelf kan er niet af, wat de grens ook zegt."""
    assert changed((CONCEPTS, LIMIT, LIMIT.replace("100%", "130%"))) == []


def test_of_two_towns_nothing_is_claimed_that_was_not_found() -> None:
    """Rotterdam zegt van geen van beide iets; ook niet wanneer een verlaging ingaat, dus geen maand."""
    acts, duties = between(corpus("amsterdam"), corpus("rotterdam"))
    assert (acts.what, acts.direction, acts.why) == (ACTS, None, NOT_FOUND)
    assert (duties.what, duties.direction, duties.months[1]) == (
        DUTIES,
        Direction.ANDERS,
        "regels spreken elkaar tegen",
    )
