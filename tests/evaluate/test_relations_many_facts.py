"""Relations between leden in ordinances that turn on many facts: an answer to few facts holds for more of them.

The act is that of `test_relations`: the first time shorter than the second, the second longer than the first.
"""

from __future__ import annotations

from tests.evaluate.laws import law_of, regulation, said, short
from tests.evaluate.test_relations import ACT
from tests.properties.claims import Bench
from verordening.model.types import Value

PAIRS = 10


def _terms(pairs: int) -> tuple[str, str]:
    pair_facts = "".join(
        f"gegeven {side}_{at}: ja/nee\n" for at in range(pairs) for side in ("links", "rechts")
    )
    return regulation(
        "begrippen",
        "begrippen",
        f"""{pair_facts}
gegeven daad: een van (geen, licht, zwaar)
gegeven herhaald: ja/nee
gegeven gezin: ja/nee
gegeven gemeld: datum van 1 januari 2020 tot en met 1 januari 2030
gegeven begonnen: datum van 1 januari 2020 tot en met 1 januari 2030
gegeven dagen: aantal van 0 tot en met 3000
gegeven eigen_maanden: duur in maanden van 0 maanden tot en met 100 maanden
gegeven alleen: ja/nee
samenhang "een gezin is niet een persoon alleen"
  als gezin
  dan niet alleen
besluit verlaging: percentage van 0% tot en met 100%, standaard 0%
besluit duur_verlaging: duur in maanden van 0 maanden tot en met 6 maanden, standaard 0 maanden
""",
    )


def ordinance(*rules: str, pairs: int = PAIRS) -> Bench:
    """The act with an ordinance of these rules, each a lid of artikel 7; `PAIRS` stands for a condition that many
    combinations of facts meet.
    """
    many = " en ".join(f"(links_{at} of rechts_{at})" for at in range(pairs))
    leden = "".join(
        f"  lid {number}\n"
        + "".join(f"    {clause.strip()}\n" for clause in rule.replace("PAIRS", many).split("|"))
        for number, rule in enumerate(rules, start=1)
    )
    local = regulation(
        "maatregelen", "verordening", f"artikel 7\n{leden}", local=True, header="  grondslag wet artikel 8\n"
    )
    return law_of(_terms(pairs), ACT, local)


def duration(law: Bench, **given: Value) -> tuple[str, str]:
    return short(said(law, "duur_verlaging", **given))


LEFT_5 = ("leemte", "ten minste 1 maand en korter dan 3 maanden")
LEFT_6 = ("leemte", "langer dan 1 maand en ten hoogste 3 maanden")


def test_what_breaks_for_some_people_is_not_settled_before_it_is_known_who_it_is() -> None:
    """Families get two months the first time and the second: for them that breaks the relation. For others the second
    time is three months, under a condition that many combinations of facts meet.
    """
    law = ordinance(
        "als daad = zwaar of gezin | dan moet duur_verlaging = 2 maanden",
        "in afwijking van lid 1 | als herhaald en niet gezin en PAIRS | dan moet duur_verlaging = 3 maanden",
        "in afwijking van lid 1 | als herhaald en gezin | dan moet duur_verlaging = 2 maanden",
    )
    known: dict[str, Value] = {"daad": "zwaar", "herhaald": False}
    assert duration(law, **known, gezin=True) == LEFT_5
    assert duration(law, **known, gezin=False) == ("bepaald", "2 maanden")
    assert said(law, "duur_verlaging", **known).status.value == "open"
    assert said(law, "duur_verlaging", **known).missing == ("gezin",)


def test_a_longer_second_period_for_few_is_found_among_many_facts() -> None:
    """Some completion gives three months the second time: the first time two months is shorter than that."""
    law = ordinance(
        "als daad != geen | dan moet duur_verlaging = 2 maanden",
        "in afwijking van lid 1 | als herhaald en PAIRS en dagen = 1234 | dan moet duur_verlaging = 3 maanden",
    )
    assert duration(law, daad="licht", herhaald=False) == ("bepaald", "2 maanden")


def test_a_second_period_that_is_the_same_for_all_is_seen_among_many_facts() -> None:
    """However many facts the ordinance turns on: whoever it is, the second time is two months as the first is."""
    law = ordinance(
        "als daad != geen | dan moet duur_verlaging = 2 maanden",
        "in afwijking van lid 1 | als herhaald en PAIRS | dan moet duur_verlaging = 2 maanden",
        "in afwijking van lid 1, lid 2 | als herhaald en niet (PAIRS) | dan moet duur_verlaging = 2 maanden",
    )
    assert duration(law, daad="licht", herhaald=False) == LEFT_5
    assert duration(law, daad="licht", herhaald=True) == LEFT_6


def test_two_dates_beside_each_other() -> None:
    """Whether the one date lies within a year of the other is not known, and makes no difference: two months either
    way, as the first time.
    """
    near = "gemeld <= begonnen + 12 maanden"
    law = ordinance(
        "als daad != geen | dan moet duur_verlaging = 2 maanden",
        f"in afwijking van lid 1 | als herhaald en {near} | dan moet duur_verlaging = 2 maanden",
        f"in afwijking van lid 1 | als herhaald en niet ({near}) | dan moet duur_verlaging = 2 maanden",
        pairs=0,
    )
    assert duration(law, daad="licht", herhaald=False) == LEFT_5


def test_a_number_that_is_the_period_itself() -> None:
    """The second time as many months as there are days noted: more than two is possible, so two the first time fits."""
    as_many = "het kleinste van (dagen keer 1 maand, {} maanden)"
    law = ordinance(
        "als daad != geen | dan moet duur_verlaging = 2 maanden",
        f"in afwijking van lid 1 | als herhaald | dan moet duur_verlaging = {as_many.format(3)}",
        pairs=0,
    )
    assert duration(law, daad="licht", herhaald=False) == ("bepaald", "2 maanden")
    law = ordinance(
        "als daad != geen | dan moet duur_verlaging = 2 maanden",
        f"in afwijking van lid 1 | als herhaald | dan moet duur_verlaging = {as_many.format(2)}",
        pairs=0,
    )
    assert duration(law, daad="licht", herhaald=False) == LEFT_5


def test_what_cannot_be_worked_out_is_never_settled() -> None:
    """The second time as many months as lie between two dates that are less than three months apart: it takes more than
    trying dates to know that this is never three. So it is not known whether two months the first time is shorter.
    """
    law = ordinance(
        "als daad != geen | dan moet duur_verlaging = 2 maanden",
        "in afwijking van lid 1 | als herhaald en gemeld >= begonnen en gemeld < begonnen + 3 maanden"
        " | dan moet duur_verlaging = het grootste van (2 maanden, hele maanden van begonnen tot gemeld)",
        pairs=0,
    )
    found = said(law, "duur_verlaging", daad="licht", herhaald=False)
    assert found.status.value == "open"
    assert found.missing_texts == (
        "of 2 maanden korter is dan wat op grond van Wet artikel 18 lid 6 geldt, is niet bewezen",
    )


def test_a_number_that_two_facts_make() -> None:
    """Days times months: three is among what they can come to, so two the first time is shorter."""
    law = ordinance(
        "als daad != geen | dan moet duur_verlaging = 2 maanden",
        "in afwijking van lid 1 | als herhaald"
        " | dan moet duur_verlaging = het kleinste van (dagen keer eigen_maanden, 3 maanden)",
        pairs=0,
    )
    assert duration(law, daad="licht", herhaald=False) == ("bepaald", "2 maanden")


def test_people_who_cannot_be_are_no_reason() -> None:
    """Only for a family of one would the second time be longer, and the law says that a family is never one person."""
    law = ordinance(
        "als daad != geen | dan moet duur_verlaging = 2 maanden",
        "in afwijking van lid 1 | als herhaald en gezin en alleen | dan moet duur_verlaging = 3 maanden",
        "in afwijking van lid 1 | als herhaald en niet (gezin en alleen) | dan moet duur_verlaging = 2 maanden",
        pairs=0,
    )
    assert duration(law, daad="licht", herhaald=False) == LEFT_5
