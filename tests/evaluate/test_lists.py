"""What is said of the elements of a list, also of a list of which not everything is known."""

from __future__ import annotations

import pytest

from tests.evaluate.lists import outcome

TWO = """\
kinderen:
  - {leeftijd: 3 jaar, thuiswonend: ja}
  - {leeftijd: 14 jaar, thuiswonend: nee}
"""
ONE_AGE_UNKNOWN = """\
kinderen:
  - {leeftijd: 3 jaar, thuiswonend: ja}
  - thuiswonend: ja
"""
TWO_OF_WHOM_NOTHING = "kinderen: [onbekend, onbekend]"
TWO_OR_MORE = """\
kinderen:
  volledig: nee
  lijst:
    - {leeftijd: 3 jaar, thuiswonend: ja}
    - {leeftijd: 14 jaar, thuiswonend: nee}
"""
NONE = "kinderen: geen"
ALSO_NONE = "kinderen: []"
NOT_SAID = ""
UNKNOWN = "onbekend (kinderen)"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (TWO, "2"),
        (NONE, "0"),
        (ALSO_NONE, "0"),
        (TWO_OF_WHOM_NOTHING, "2"),
        (TWO_OR_MORE, UNKNOWN),
        (NOT_SAID, UNKNOWN),
    ],
)
def test_a_list_that_is_missing_is_unknown_and_not_empty(given: str, expected: str) -> None:
    assert outcome("aantal kinderen", given) == expected


@pytest.mark.parametrize(
    ("condition", "given", "expected"),
    [
        ("leeftijd < 12 jaar", TWO, "1"),
        ("leeftijd < 12 jaar en thuiswonend", TWO, "1"),
        ("leeftijd >= 12 jaar en thuiswonend", TWO, "0"),
        ("leeftijd < 12 jaar", ONE_AGE_UNKNOWN, UNKNOWN),
        ("thuiswonend", ONE_AGE_UNKNOWN, "2"),
        # whoever does not live at home does not count, whatever the age
        ("leeftijd < 12 jaar en niet thuiswonend", ONE_AGE_UNKNOWN, "0"),
        ("leeftijd < grens", TWO, "onbekend (grens)"),
        ("leeftijd < grens", NONE, "0"),
    ],
)
def test_only_the_elements_that_meet_the_condition_are_counted(
    condition: str, given: str, expected: str
) -> None:
    assert outcome(f"aantal kinderen met ({condition})", given) == expected


@pytest.mark.parametrize(
    ("comparison", "given", "expected"),
    [
        # one is certainly under 12; of the other the age is unknown: one or two
        (">= 1", ONE_AGE_UNKNOWN, "ja"),
        ("> 2", ONE_AGE_UNKNOWN, "nee"),
        ("= 3", ONE_AGE_UNKNOWN, "nee"),
        ("!= 0", ONE_AGE_UNKNOWN, "ja"),
        ("<= 2", ONE_AGE_UNKNOWN, "ja"),
        ("= 1", ONE_AGE_UNKNOWN, UNKNOWN),
        (">= 2", ONE_AGE_UNKNOWN, UNKNOWN),
        # at most four in all
        (">= 1", TWO_OR_MORE, "ja"),
        ("<= 3", TWO_OR_MORE, "ja"),
        ("<= 2", TWO_OR_MORE, UNKNOWN),
        (">= 0", NOT_SAID, "ja"),
        ("> 4", NOT_SAID, "nee"),
        (">= 1", NOT_SAID, UNKNOWN),
    ],
)
def test_a_count_is_compared_by_what_it_can_still_be(comparison: str, given: str, expected: str) -> None:
    assert outcome(f"aantal kinderen met (leeftijd < 12 jaar) {comparison}", given) == expected


def test_what_is_known_of_a_count_reaches_through_a_begrip_and_a_sum() -> None:
    assert outcome("aantal kinderen met (leeftijd < 12 jaar) + 1 >= 2", ONE_AGE_UNKNOWN) == "ja"
    assert outcome("3 - aantal kinderen met (leeftijd < 12 jaar) >= 1", ONE_AGE_UNKNOWN) == "ja"
    assert outcome("aantal kinderen met (leeftijd < 12 jaar) keer 2 > 4", ONE_AGE_UNKNOWN) == "nee"


@pytest.mark.parametrize(
    ("given", "some", "none", "all_"),
    [
        (TWO, "ja", "nee", "nee"),
        (NONE, "nee", "ja", "ja"),
        (ONE_AGE_UNKNOWN, "ja", "nee", UNKNOWN),
        (TWO_OF_WHOM_NOTHING, UNKNOWN, UNKNOWN, UNKNOWN),
        (TWO_OR_MORE, "ja", "nee", "nee"),
        (NOT_SAID, UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_some_none_and_all(given: str, some: str, none: str, all_: str) -> None:
    assert outcome("er is een kind met (leeftijd < 12 jaar)", given) == some
    assert outcome("er is geen kind met (leeftijd < 12 jaar)", given) == none
    assert outcome("voor elk kind geldt (leeftijd < 12 jaar)", given) == all_


@pytest.mark.parametrize(
    ("given", "expected"),
    [(TWO, "ja"), (NONE, "nee"), (TWO_OF_WHOM_NOTHING, "ja"), (TWO_OR_MORE, "ja"), (NOT_SAID, UNKNOWN)],
)
def test_whether_there_is_any_element_at_all(given: str, expected: str) -> None:
    assert outcome("er is een kind", given) == expected


def test_all_speaks_only_of_those_that_meet_the_condition() -> None:
    assert outcome("voor elk kind met (leeftijd < 12 jaar) geldt (thuiswonend)", TWO) == "ja"
    assert outcome("voor elk kind met (leeftijd >= 12 jaar) geldt (thuiswonend)", TWO) == "nee"
    # the one whose age is unknown lives at home, so it does not matter whether it counts
    assert outcome("voor elk kind met (leeftijd < 12 jaar) geldt (thuiswonend)", ONE_AGE_UNKNOWN) == "ja"


INCOMES = """\
gezinsleden:
  - {rol: aanvrager, inkomen: € 400 per maand}
  - rol: partner
    inkomen: € 250,50 per maand
"""
ONE_INCOME = """\
gezinsleden:
  - {rol: aanvrager, inkomen: € 400 per maand}
  - rol: partner
"""
ONE_ROLE = """\
gezinsleden:
  - {rol: aanvrager, inkomen: € 400 per maand}
  - inkomen: € 250 per maand
"""
MONEY = "bedrag per maand"


@pytest.mark.parametrize(
    ("expression", "given", "expected"),
    [
        ("de som van inkomen van gezinsleden", INCOMES, "€ 650,50"),
        ("de som van inkomen van gezinsleden met (rol = partner)", INCOMES, "€ 250,50"),
        ("50% van de som van (inkomen - € 100) van gezinsleden", INCOMES, "€ 225,25"),
        ("de som van inkomen van gezinsleden", "gezinsleden: geen", "€ 0"),
        ("de som van inkomen van gezinsleden", ONE_INCOME, "onbekend (gezinsleden)"),
        ("de som van inkomen van gezinsleden met (rol = aanvrager)", ONE_INCOME, "€ 400,00"),
        ("het hoogste inkomen van gezinsleden", INCOMES, "€ 400,00"),
        ("het laagste inkomen van gezinsleden", INCOMES, "€ 250,50"),
        ("het hoogste inkomen van gezinsleden met (rol = partner)", INCOMES, "€ 250,50"),
    ],
)
def test_sums_and_extremes(expression: str, given: str, expected: str) -> None:
    assert outcome(expression, given, MONEY) == expected


@pytest.mark.parametrize(
    ("comparison", "given", "expected"),
    [
        # € 400 and between € 0 and € 1.000
        ("de som van inkomen van gezinsleden >= € 400", ONE_INCOME, "ja"),
        ("de som van inkomen van gezinsleden > € 1.400", ONE_INCOME, "nee"),
        ("de som van inkomen van gezinsleden > € 1.000", ONE_INCOME, "onbekend (gezinsleden)"),
        ("de som van inkomen van gezinsleden > € 2.000", "", "nee"),
        # the second may be the partner, or not
        ("de som van inkomen van gezinsleden met (rol = aanvrager) <= € 650", ONE_ROLE, "ja"),
        ("de som van inkomen van gezinsleden met (rol = aanvrager) >= € 400", ONE_ROLE, "ja"),
        (
            "de som van inkomen van gezinsleden met (rol = aanvrager) = € 400",
            ONE_ROLE,
            "onbekend (gezinsleden)",
        ),
        ("het hoogste inkomen van gezinsleden >= € 400", ONE_INCOME, "ja"),
        ("het laagste inkomen van gezinsleden <= € 400", ONE_INCOME, "ja"),
        ("het laagste inkomen van gezinsleden <= € 399", ONE_INCOME, "onbekend (gezinsleden)"),
        ("het hoogste inkomen van gezinsleden <= € 1.000", ONE_INCOME, "ja"),
    ],
)
def test_a_sum_or_extreme_is_compared_by_what_it_can_still_be(
    comparison: str, given: str, expected: str
) -> None:
    assert outcome(comparison, given) == expected


def test_of_nothing_there_is_no_highest() -> None:
    expected = "onbekend (bij `kinderen` is er niets waarvan de hoogste te nemen is)"
    assert outcome("de hoogste leeftijd van kinderen", NONE) == expected
    assert outcome("de hoogste leeftijd van kinderen met (leeftijd > 20 jaar)", TWO) == (
        "onbekend (bij `kinderen` is er niets waarvan de hoogste te nemen is)"
    )
    assert outcome("de hoogste leeftijd van kinderen <= 30 jaar", NOT_SAID) == UNKNOWN
    assert outcome("de laagste leeftijd van kinderen als er is een kind; anders 0 jaar", NONE) == "0 jaar"


def test_within_the_brackets_a_name_means_first_what_is_asked_of_the_element() -> None:
    given = f"{TWO}grens: 10 jaar"
    assert outcome("aantal kinderen met (leeftijd < grens)", given) == "1"


def test_one_list_within_another_looks_at_both() -> None:
    same = "er is een gezinslid met (rol = partner en er is een kind met (thuiswonend))"
    assert outcome(same, TWO + INCOMES) == "ja"
    assert outcome(same, NONE + "\n" + INCOMES) == "nee"
    inner = "aantal kinderen met (er is een kind met (leeftijd > 10 jaar) en leeftijd < 10 jaar)"
    assert outcome(inner, TWO) == "1"


def test_an_unknown_field_with_bounds_is_compared_by_them() -> None:
    assert outcome("er is een kind met (leeftijd <= 30 jaar)", TWO_OF_WHOM_NOTHING) == "ja"
    assert outcome("er is een kind met (leeftijd > 30 jaar)", TWO_OF_WHOM_NOTHING) == "nee"
    assert outcome("er is een kind met (leeftijd > 30 jaar)", NOT_SAID) == "nee"
