"""What is always true of facts together: what follows from facts, what cannot be, and what stays open."""

from __future__ import annotations

from datetime import date

import pytest

from tests.properties.corpora import load
from verordening.evaluate.coherence import check_case, implied
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import DecisionOutcome, Status
from verordening.language.diagnostics import Diagnostic, InputError
from verordening.language.source import Source
from verordening.model.case_reading import read_case

FACTS = """\
regeling begrippen "Begrippen"
  soort begrippen
  herkomst fictief "een voorbeeld"
gegeven huishouden: een van (alleenstaande, alleenstaande_ouder, gehuwden)
gegeven heeft_kind: ja/nee
gegeven aantal_kinderen: aantal van 0 tot en met 3
gegeven leeftijd_jongste: duur in jaren van 0 jaar tot en met 17 jaar
gegeven kinderen: lijst van kind (leeftijd: duur in jaren van 0 jaar tot en met 17 jaar) ten hoogste 5
besluit toeslag: bedrag, standaard € 0, gunstig hoger

samenhang "een alleenstaande ouder heeft een kind"
  als huishouden = alleenstaande_ouder
  dan heeft_kind
samenhang "wie een kind heeft, heeft er een of meer"
  als heeft_kind
  dan aantal_kinderen >= 1
samenhang "wie geen kind heeft, heeft er nul"
  als niet heeft_kind
  dan aantal_kinderen = 0
samenhang "alle kinderen staan in de lijst"
  dan aantal_kinderen = aantal kinderen
samenhang "het jongste kind is het jongste uit de lijst"
  als er is een kind
  dan leeftijd_jongste = de laagste leeftijd van kinderen
"""
RULES = """\
regeling regels "Regels"
  soort verordening
  gemeente amsterdam
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt begrippen

artikel 1
  als      {condition}
  dan moet toeslag = € 10
"""
DAY = date(2026, 3, 1)
CORPUS, PROBLEMS = load([("begrippen.vrd", FACTS)], "amsterdam")


def case_text(facts: str) -> Source:
    lines = "".join(f"  {line}\n" for line in facts.splitlines())
    section = f"gegevens:\n{lines}" if lines else ""
    return Source(
        "casus.yaml", f"gemeente: amsterdam\npeildatum: 2026-03-01\nbesluiten: [toeslag]\n{section}"
    )


def toeslag(condition: str, facts: str = "") -> DecisionOutcome:
    """What the decision comes to where a supplement of 10 euros hangs on a condition."""
    rules = RULES.format(condition=condition)
    corpus, found = load([("begrippen.vrd", FACTS), ("regels.vrd", rules)], "amsterdam")
    assert found == ()
    case, _ = read_case(case_text(facts), lambda _: corpus)
    (outcome,) = evaluate(corpus, case).decisions
    return outcome


def following(facts: str) -> dict[str, object]:
    """What follows from facts, without the facts themselves."""
    case, _ = read_case(case_text(facts), lambda _: CORPUS)
    found = implied(CORPUS, case.inputs(), DAY).inputs
    return {name: known for name, known in found.items() if name not in case.facts}


def refused(facts: str) -> tuple[Diagnostic, ...]:
    source = case_text(facts)
    case, _ = read_case(source, lambda _: CORPUS)
    with pytest.raises(InputError) as caught:
        check_case(case, CORPUS, source)
    return caught.value.diagnostics


def test_the_regulations_have_no_mistakes() -> None:
    assert PROBLEMS == ()


# ------------------------------------------------ what follows


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("huishouden: alleenstaande_ouder", {"heeft_kind": True}),
        # one may be a single parent with or without a partner before: nothing follows
        ("huishouden: gehuwden", {}),
        ("heeft_kind: nee", {"aantal_kinderen": 0}),
        ("heeft_kind: ja", {}),
        (
            "kinderen: [{leeftijd: 3 jaar}, {leeftijd: 9 jaar}]",
            {"aantal_kinderen": 2, "leeftijd_jongste": 36},
        ),
        ("kinderen: geen", {"aantal_kinderen": 0}),
        # the number is known, the youngest is not
        ("kinderen: [{leeftijd: 3 jaar}, onbekend]", {"aantal_kinderen": 2}),
        # what is given stays as it is given
        ("heeft_kind: nee\naantal_kinderen: 0", {}),
        ("", {}),
    ],
)
def test_what_follows_from_facts(facts: str, expected: dict[str, object]) -> None:
    assert following(facts) == expected


def test_what_follows_decides_a_rule_and_nothing_is_asked_for_it() -> None:
    outcome = toeslag("leeftijd_jongste < 5 jaar", "kinderen: [{leeftijd: 3 jaar}]")
    assert (outcome.status, outcome.missing) == (Status.BEPAALD, ())
    assert outcome.shown is not None
    assert outcome.shown.text == "€ 10,00"
    assert toeslag("leeftijd_jongste < 5 jaar").status is Status.OPEN


# ------------------------------------------------ a case that contradicts itself


def test_a_case_that_contradicts_itself_is_refused_with_every_place() -> None:
    (found,) = refused("huishouden: alleenstaande_ouder\nheeft_kind: nee")
    assert found.code == "VRD431"
    assert found.message == "deze gegevens gaan niet samen: een alleenstaande ouder heeft een kind"
    assert found.span is not None
    assert (found.span.file, found.span.line, found.span.column) == ("casus.yaml", 5, 3)
    assert [(each.span.file, each.span.line, each.span.column, each.label) for each in found.related] == [
        ("casus.yaml", 6, 3, "past hier niet bij"),
        ("begrippen.vrd", 11, 1, "hier staat deze samenhang"),
    ]


def test_a_contradiction_through_what_follows_names_the_facts_that_were_given() -> None:
    (found,) = refused("huishouden: alleenstaande_ouder\nkinderen: geen")
    assert found.message == "deze gegevens gaan niet samen: wie een kind heeft, heeft er een of meer"
    assert found.span is not None
    assert [found.span.line, *(each.span.line for each in found.related[:-1])] == [5, 6]


def test_a_fact_that_would_have_to_be_more_than_it_can_be_is_refused() -> None:
    (found,) = refused("kinderen: [onbekend, onbekend, onbekend, onbekend]")
    assert found.message == "deze gegevens gaan niet samen: alle kinderen staan in de lijst"


@pytest.mark.parametrize(
    "facts",
    [
        "",
        "huishouden: alleenstaande_ouder",
        "heeft_kind: ja\nhuishouden: gehuwden",
        # there may be one more, so three is possible
        "aantal_kinderen: 3\nkinderen: {volledig: nee, lijst: [onbekend, onbekend]}",
        "leeftijd_jongste: 3 jaar\nkinderen: [{leeftijd: 9 jaar}, onbekend]",
    ],
)
def test_what_is_undecided_is_not_refused(facts: str) -> None:
    source = case_text(facts)
    case, _ = read_case(source, lambda _: CORPUS)
    check_case(case, CORPUS, source)


def test_a_list_that_certainly_goes_against_a_fact_is_refused() -> None:
    two_at_least = "aantal_kinderen: 1\nkinderen: {volledig: nee, lijst: [onbekend, onbekend]}"
    assert [each.code for each in refused(two_at_least)] == ["VRD431"]
    (found,) = refused("leeftijd_jongste: 10 jaar\nkinderen: [{leeftijd: 9 jaar}, onbekend]")
    assert found.message == "deze gegevens gaan niet samen: het jongste kind is het jongste uit de lijst"


# ------------------------------------------------ what stays possible


def test_a_value_that_no_samenhang_allows_is_no_candidate() -> None:
    """A single parent has a child, so the rule for whoever has none cannot apply."""
    outcome = toeslag("aantal_kinderen = 0", "huishouden: alleenstaande_ouder")
    assert outcome.status is Status.BEPAALD
    assert outcome.shown is not None
    assert outcome.shown.text == "€ 0"
    assert toeslag("aantal_kinderen = 0", "huishouden: gehuwden").status is Status.OPEN


def test_what_lies_between_the_thresholds_of_the_rules_is_not_forgotten() -> None:
    """Two children is possible, though the rule only turns at one: the samenhang turns there itself."""
    rules = 'samenhang "precies twee" als huishouden = gehuwden dan aantal_kinderen = 2'
    corpus, found = load(
        [
            ("begrippen.vrd", f"{FACTS}{rules}\n"),
            ("regels.vrd", RULES.format(condition="aantal_kinderen >= 1")),
        ],
        "amsterdam",
    )
    assert found == ()
    case, _ = read_case(case_text("huishouden: gehuwden"), lambda _: corpus)
    (outcome,) = evaluate(corpus, case).decisions
    assert outcome.shown is not None
    assert (outcome.status, outcome.shown.text) == (Status.BEPAALD, "€ 10,00")


def test_a_list_that_is_given_in_part_bounds_the_fact_that_it_implies() -> None:
    """Of two children in the list, with perhaps more: there are two at least, so the rule for at most one is out."""
    outcome = toeslag("aantal_kinderen <= 1", "kinderen: {volledig: nee, lijst: [onbekend, onbekend]}")
    assert outcome.shown is not None
    assert (outcome.status, outcome.shown.text) == (Status.BEPAALD, "€ 0")


def test_a_samenhang_that_cannot_be_tried_yet_leaves_the_answer_open() -> None:
    """The youngest is somewhere in a list that is missing; nothing is dropped on a guess."""
    outcome = toeslag("leeftijd_jongste = 5 jaar", "heeft_kind: ja")
    assert outcome.status is Status.OPEN
    assert {each.text for each in outcome.candidates} == {"€ 10,00", "€ 0"}


# ------------------------------------------------ several acts

ACTS = """\
regeling begrippen "Begrippen"
  soort begrippen
  herkomst fictief "een voorbeeld"
gegeven gedraging per gedraging: een van (geen, te_laat)
  meervoud gedragingen
gegeven dagen_te_laat per gedraging: aantal van 0 tot en met 99
besluit verlaging per gedraging: percentage, standaard 0%
samenhang "wie te laat is, is dat een dag of meer"
  als gedraging = te_laat
  dan dagen_te_laat >= 1
"""


def test_an_act_that_contradicts_itself_is_refused_at_its_own_place() -> None:
    corpus, problems = load([("begrippen.vrd", ACTS)], "amsterdam")
    assert problems == ()
    text = (
        "gemeente: amsterdam\npeildatum: 2026-03-01\ngedragingen:\n"
        "  - gegevens: {gedraging: te_laat, dagen_te_laat: 3}\n"
        "  - gegevens: {gedraging: te_laat, dagen_te_laat: 0}\n"
    )
    source = Source("casus.yaml", text)
    case, _ = read_case(source, lambda _: corpus)
    with pytest.raises(InputError) as refused:
        check_case(case, corpus, source)
    [found] = refused.value.diagnostics
    assert found.code == "VRD431"
    assert found.span is not None
    assert (
        found.span.line,
        {each.span.line for each in found.related if each.span.file == "casus.yaml"},
    ) == (5, {5})


def test_of_two_facts_that_follow_the_missing_one_follows_also_where_the_other_is_given() -> None:
    both = """samenhang "wie alleen woont, heeft geen partner en geen kind"
  als alleen
  dan niet partner en niet kind
"""
    declared = "".join(f"gegeven {name}: ja/nee\n" for name in ("alleen", "partner", "kind"))
    start = FACTS[: FACTS.index("gegeven")]
    corpus, found = load([("begrippen.vrd", start + declared + both)], "amsterdam")
    assert found == ()
    assert implied(corpus, {"alleen": True, "partner": False}, DAY).inputs["kind"] is False
    assert "kind" not in implied(corpus, {"alleen": False, "partner": False}, DAY).inputs
