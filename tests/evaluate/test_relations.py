"""Relations between leden: Participatiewet 18 lid 5 read with lid 6, in small.

The first time a period of one to three months, shorter than the second time; the second time longer than the first,
three months at most. So the first is less than three months and the second more than one.
"""

from __future__ import annotations

from tests.evaluate.laws import check_sound, law_of, regulation, said, short, why_not
from tests.properties.claims import Bench
from verordening.model.types import Value

TERMS = regulation(
    "begrippen",
    "begrippen",
    """
gegeven daad: een van (geen, licht, zwaar)
gegeven herhaald: ja/nee
gegeven gezin: ja/nee
gegeven eigen_maanden: duur in maanden van 1 maand tot en met 4 maanden
besluit verlaging: percentage van 0% tot en met 100%, standaard 0%
besluit duur_verlaging: duur in maanden van 0 maanden tot en met 6 maanden, standaard 0 maanden
""",
)
ACT = regulation(
    "wet",
    "wet",
    """
artikel 8
  inhoud "De verordening regelt hoe lang."
artikel 18
  lid 5
    als daad != geen
    dan moet verlaging = 100%
      en bepaalt de verordening krachtens artikel 8 duur_verlaging van 1 maand tot en met 3 maanden,
        korter dan op grond van lid 6
  lid 6
    in afwijking van lid 5
    als daad != geen en herhaald
    dan moet verlaging = 100%
      en bepaalt de verordening krachtens artikel 8 duur_verlaging van 1 maand tot en met 3 maanden,
        langer dan op grond van lid 5
""",
)
FIRST: dict[str, Value] = {"daad": "licht", "herhaald": False, "gezin": False, "eigen_maanden": 1}
AGAIN: dict[str, Value] = {**FIRST, "herhaald": True}
LEFT_5 = ("leemte", "ten minste 1 maand en korter dan 3 maanden")
LEFT_6 = ("leemte", "langer dan 1 maand en ten hoogste 3 maanden")


def ordinance(*rules: str) -> Bench:
    """The act with an ordinance of these rules, each a lid of artikel 7; the clauses of a rule are separated by `|`."""
    leden = "".join(
        f"  lid {number}\n" + "".join(f"    {clause.strip()}\n" for clause in rule.split("|"))
        for number, rule in enumerate(rules, start=1)
    )
    text = f"artikel 7\n{leden}"
    return law_of(
        TERMS,
        ACT,
        regulation("maatregelen", "verordening", text, local=True, header="  grondslag wet artikel 8\n"),
    )


def duration(law: Bench, case: dict[str, Value]) -> tuple[str, str]:
    return short(said(law, "duur_verlaging", **case))


ONCE = "als daad != geen | dan moet duur_verlaging = {}"
TWICE = "in afwijking van lid 1 | als herhaald | dan moet duur_verlaging = {}"


def test_an_ordinance_that_keeps_to_the_relation_stands() -> None:
    law = ordinance(ONCE.format("1 maand"), TWICE.format("2 maanden"))
    assert duration(law, FIRST) == ("bepaald", "1 maand")
    assert duration(law, AGAIN) == ("bepaald", "2 maanden")


def test_the_longest_period_at_once_leaves_none_that_is_longer() -> None:
    """Three months the first time: whatever the ordinance says of the second, it cannot be more than three."""
    law = ordinance(ONCE.format("3 maanden"))
    found = said(law, "duur_verlaging", **FIRST)
    assert short(found) == LEFT_5
    reason = "buiten de grenzen van Wet artikel 18 lid 5: niet korter dan op grond van lid 6 (ten hoogste 3 maanden)"
    assert why_not(found) == {"artikel 7 lid 1": reason}


def test_a_wrong_first_period_does_not_take_a_right_second_one_along() -> None:
    """Three months is too long the first time, and not the second."""
    law = ordinance(ONCE.format("3 maanden"))
    assert duration(law, AGAIN) == ("bepaald", "3 maanden")


def test_the_shortest_period_is_no_second_one() -> None:
    law = ordinance(ONCE.format("1 maand"))
    assert duration(law, FIRST) == ("bepaald", "1 maand")
    found = said(law, "duur_verlaging", **AGAIN)
    assert short(found) == LEFT_6
    reason = (
        "buiten de grenzen van Wet artikel 18 lid 6: niet langer dan op grond van lid 5 (ten minste 1 maand)"
    )
    assert why_not(found) == {"artikel 7 lid 1": reason}


def test_one_period_for_both_stands_for_neither() -> None:
    """Two months is within the bounds of both leden, and yet not shorter the first time than the second."""
    law = ordinance(ONCE.format("2 maanden"))
    first, again = said(law, "duur_verlaging", **FIRST), said(law, "duur_verlaging", **AGAIN)
    assert (short(first), short(again)) == (LEFT_5, LEFT_6)
    less = "buiten de grenzen van Wet artikel 18 lid 5: niet korter dan op grond van lid 6, zoals dat daar is geregeld"
    more = "buiten de grenzen van Wet artikel 18 lid 6: niet langer dan op grond van lid 5, zoals dat daar is geregeld"
    assert why_not(first) == {"artikel 7 lid 1": less}
    assert why_not(again) == {"artikel 7 lid 1": more}


def test_a_second_period_that_is_not_longer_is_set_aside_for_both() -> None:
    law = ordinance(ONCE.format("2 maanden"), TWICE.format("2 maanden"))
    assert duration(law, FIRST) == LEFT_5
    assert duration(law, AGAIN) == LEFT_6


def test_each_act_is_compared_with_itself() -> None:
    """A first period of two months for the heavy act is no match for a second of two months for the light one."""
    law = ordinance(
        "als daad = licht | dan moet duur_verlaging = 1 maand",
        "als daad = zwaar | dan moet duur_verlaging = 2 maanden",
        "in afwijking van lid 1 | als herhaald | dan moet duur_verlaging = 2 maanden",
        "in afwijking van lid 2 | als herhaald | dan moet duur_verlaging = 3 maanden",
    )
    assert duration(law, {**FIRST, "daad": "zwaar"}) == ("bepaald", "2 maanden")
    assert duration(law, AGAIN) == ("bepaald", "2 maanden")


def test_a_period_for_some_people_is_compared_with_theirs() -> None:
    """Families get two months the first time and the second: set aside for them, and the ordinary period is left."""
    law = ordinance(
        ONCE.format("1 maand"),
        "in afwijking van lid 1 | als gezin | dan moet duur_verlaging = 2 maanden",
        "in afwijking van lid 1, lid 2 | als herhaald en niet gezin | dan moet duur_verlaging = 3 maanden",
        "in afwijking van lid 1, lid 2 | als herhaald en gezin | dan moet duur_verlaging = 2 maanden",
    )
    assert duration(law, FIRST) == ("bepaald", "1 maand")
    assert duration(law, AGAIN) == ("bepaald", "3 maanden")
    assert duration(law, {**FIRST, "gezin": True}) == ("bepaald", "1 maand")


def test_a_period_that_depends_on_a_fact() -> None:
    """The second time as long as one chooses, at most three months: only a choice that is not longer than the first
    falls, and the first period does not wait for that fact.
    """
    law = ordinance(ONCE.format("1 maand"), TWICE.format("het kleinste van (eigen_maanden, 3 maanden)"))
    unasked = {name: value for name, value in FIRST.items() if name != "eigen_maanden"}
    assert duration(law, unasked) == ("bepaald", "1 maand")
    assert duration(law, {**AGAIN, "eigen_maanden": 2}) == ("bepaald", "2 maanden")
    assert duration(law, {**AGAIN, "eigen_maanden": 4}) == ("bepaald", "3 maanden")
    assert duration(law, {**AGAIN, "eigen_maanden": 1}) == LEFT_6


def test_the_second_period_is_not_in_the_ordinance() -> None:
    """The first stands by the act alone; the second is a gap."""
    law = ordinance("als daad != geen en niet herhaald | dan moet duur_verlaging = 2 maanden")
    assert duration(law, FIRST) == ("bepaald", "2 maanden")
    assert duration(law, AGAIN) == LEFT_6


def test_what_is_missing_is_asked() -> None:
    """Which act it was is not known: only for the heavy act the ordinance breaks the relation."""
    law = ordinance(
        ONCE.format("2 maanden"),
        "in afwijking van lid 1 | als herhaald en daad = licht | dan moet duur_verlaging = 3 maanden",
    )
    assert duration(law, {**FIRST, "daad": "licht"}) == ("bepaald", "2 maanden")
    assert duration(law, {**FIRST, "daad": "zwaar"}) == LEFT_5
    found = said(law, "duur_verlaging", herhaald=False)
    assert found.status.value == "open"
    assert "daad" in found.missing


def test_nothing_settled_is_undone_by_more_facts() -> None:
    law = ordinance(
        ONCE.format("1 maand"),
        "in afwijking van lid 1 | als gezin | dan moet duur_verlaging = 2 maanden",
        "in afwijking van lid 1, lid 2 | als herhaald en niet gezin"
        " | dan moet duur_verlaging = het kleinste van (eigen_maanden, 3 maanden)",
        "in afwijking van lid 1, lid 2 | als herhaald en gezin en daad = licht | dan moet duur_verlaging = 2 maanden",
    )
    check_sound(
        law,
        {
            "daad": ("geen", "licht", "zwaar"),
            "herhaald": (True, False),
            "gezin": (True, False),
            "eigen_maanden": (1, 2, 4),
        },
    )
