"""What random regulations brought to light.

Each is made as small as it gets, with the answer that the language asks for.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.properties.claims import Bench
from tests.properties.corpora import load
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import ChoiceStatus, DecisionOutcome, Outcome, RouteStatus, Status
from verordening.model.case import Case, Choice, Judgement
from verordening.model.types import Value

DAY = date(2026, 2, 1)
HEADER = '  bron "verzonnen"\n  herkomst fictief\n  in werking vanaf 1 januari 2015\n'
DECISION = "besluit v: percentage\n"
FACT = "gegeven a: ja/nee\n"
JUDGEMENT = "oordeel o: ja/nee\n"
GROUNDS = 'artikel 9\n  lid 1\n    inhoud "x"\n'


def rules(*written: str) -> str:
    """An article 1 with a lid for each of these rules; the clauses of a rule are separated by `|`."""
    leden = [
        f"  lid {number}\n" + "".join(f"    {clause.strip()}\n" for clause in rule.split("|"))
        for number, rule in enumerate(written, start=1)
    ]
    return "artikel 1\n" + "".join(leden)


def floor(name: str, demand: str, repair: str, when: str = "", guards: str = "v") -> str:
    """An absolute floor that rests on the act."""
    clauses = [
        "groep minimaal_welzijn",
        "grondslag proefwet artikel 9",
        f"bewaakt {guards}",
        "werking absoluut",
        f"eis {demand}",
        f"herstel {repair}",
        *([f"als {when}"] if when else []),
    ]
    return f'ondergrens {name} "{name}"\n' + "".join(f"  {clause}\n" for clause in clauses)


def bench(
    declared: str,
    wet: str = "",
    verordening: str = "",
    beleid: str = "",
    floors: str = "",
    relation: str = "",
) -> Bench:
    """A small act with what stands below and beside it."""
    local = f"  gemeente proefstad\n{HEADER}"
    texts = [
        ("begrippen.vrd", f'regeling begrippen "B"\n  soort begrippen\n{HEADER}{declared}'),
        ("wet.vrd", f'regeling proefwet "W"\n  soort wet\n{HEADER}{wet}{GROUNDS}'),
        ("floors.vrd", f'regeling ondergrenzen "O"\n  soort begrippen\n{HEADER}{floors}'),
    ]
    if verordening:
        texts.append(("verordening.vrd", f'regeling vord "V"\n  soort verordening\n{local}{verordening}'))
    if beleid:
        texts.append(("beleid.vrd", f'regeling beleid "P"\n  soort beleidsregel\n{local}{relation}{beleid}'))
    corpus, remarks = load(texts)
    assert not remarks, [(each.code, each.message) for each in remarks]
    return Bench(corpus, DAY)


def answer(tried: Bench, **given: Value) -> Outcome:
    return tried.answer(given, tuple(tried.corpus.decisions))


def of(tried: Bench, decision: str = "v", /, **given: Value) -> DecisionOutcome:
    return answer(tried, **given).decision(decision)


def short(decision: DecisionOutcome) -> tuple[str, Value | None]:
    return decision.status.value, None if decision.shown is None else decision.shown.value


def routes(outcome: Outcome) -> dict[str, tuple[RouteStatus, str]]:
    return {
        each.cited.path: (each.status, "" if each.range is None else each.range.text)
        for each in outcome.routes
    }


BINNEN = "  verhouding binnenwettelijk\n"


def test_favourable_policy_that_may_yet_disagree() -> None:
    policy = rules("dan moet v = 10%", "als a | dan moet v = 50%")
    tried = bench(DECISION + FACT, beleid=policy, relation=BINNEN)
    assert of(tried).status is Status.OPEN
    assert {each.text for each in of(tried).candidates} == {"10%", "50%"}
    assert of(tried, a=True).status is Status.STRIJDIG


def test_acts_that_disagree_while_favourable_policy_may_speak() -> None:
    tried = bench(
        DECISION + FACT,
        wet=rules("dan moet v = 20%", "dan moet v = 40%"),
        beleid=rules("als a | dan moet v = 50%"),
        relation=BINNEN,
    )
    assert of(tried).status is Status.OPEN
    assert short(of(tried, a=True)) == ("bepaald", 50)
    assert of(tried, a=False).status is Status.STRIJDIG


def test_a_general_duty_that_waits_for_a_fact() -> None:
    """Its judgement is held fixed, its facts are not."""
    wet = rules("dan moet v = 20%", "in afwijking van lid 1 wegens o | als a | dan moet afgestemd worden")
    tried = bench(DECISION + FACT + JUDGEMENT, wet=wet)
    assert short(of(tried, o=True)) == ("voorbehoud", 20)
    assert short(of(tried)) == ("bepaald", 20)
    assert short(of(tried, a=True)) == ("bepaald", 20)
    assert of(tried, o=True, a=True).status is Status.AFSTEMMEN
    assert short(of(tried, o=True, a=False)) == ("bepaald", 20)


def test_room_below_an_act_that_binds() -> None:
    """Without a delegation the act itself decides: a lower rule then opens no room beside its own."""
    tried = bench(
        DECISION,
        wet=rules("dan moet v = 50%"),
        verordening=rules(
            "dan moet v = 10%",
            "in afwijking van lid 1 | dan kan v = 0%",
            "in afwijking van lid 1 | dan moet v afgestemd worden van 0% tot en met 5%",
        ),
    )
    assert short(of(tried)) == ("bepaald", 50)
    assert {status for status, _ in routes(answer(tried)).values()} <= {RouteStatus.MAG_NIET}


@pytest.mark.parametrize("order", [1, -1])
def test_two_floors_in_either_order(order: int) -> None:
    floors = [floor("f", "v <= 10%", "v ten hoogste 10%"), floor("g", "v >= 20%", "v ten minste 20%")]
    tried = bench(DECISION, wet=rules("dan moet v = 30%"), floors="".join(floors[::order]))
    assert of(tried).status is Status.STRIJDIG


@pytest.mark.parametrize("order", [1, -1])
def test_an_undecided_floor_beside_a_stricter_one(order: int) -> None:
    floors = [
        floor("f", "v <= 10%", "v ten hoogste 10%", when="a"),
        floor("g", "v <= 0%", "v ten hoogste 0%"),
    ]
    tried = bench(DECISION + FACT, wet=rules("dan moet v = 30%"), floors="".join(floors[::order]))
    assert short(of(tried)) == short(of(tried, a=True)) == short(of(tried, a=False)) == ("bepaald", 0)


@pytest.mark.parametrize("order", [1, -1])
def test_a_range_under_an_undecided_floor_and_a_stricter_one(order: int) -> None:
    floors = [
        floor("f", "v <= 10%", "v ten hoogste 10%", when="a"),
        floor("g", "v <= 0%", "v ten hoogste 0%"),
    ]
    wet = rules("dan moet v = 30%", "in afwijking van lid 1 | dan kan v van 0% tot en met 100%")
    tried = bench(DECISION + FACT, wet=wet, floors="".join(floors[::order]))
    assert short(of(tried)) == ("bepaald", 0)
    assert routes(answer(tried)).get("artikel 1 lid 2", (RouteStatus.MAG, "0%"))[1] in ("", "0%")


def test_floors_that_leave_no_standaard() -> None:
    floors = floor("f", "v <= 10%", "v ten hoogste 10%") + floor("g", "v >= 50%", "v ten minste 50%")
    tried = bench("besluit v: percentage, standaard 30%\n", floors=floors)
    assert of(tried).status is Status.STRIJDIG


def test_a_floor_that_also_waits_for_another_decision() -> None:
    floors = floor(
        "f", "v <= 10% en w <= 10%", "v ten hoogste 10% en w ten hoogste 10%", guards="v, w"
    ) + floor("g", "v <= 10% en w >= 20%", "v ten hoogste 10% en w ten minste 20%", when="a", guards="v, w")
    tried = bench(
        DECISION + FACT + "besluit w: percentage\n", wet=rules("dan moet v = 30% en w = 30%"), floors=floors
    )
    assert of(tried).status is Status.OPEN
    assert of(tried, "w").status is Status.OPEN
    assert of(tried, "w", a=True).status is Status.STRIJDIG
    assert short(of(tried, a=False)) == short(of(tried, "w", a=False)) == ("bepaald", 10)


def test_tailoring_without_room() -> None:
    """From 50% up to the ordinary 20% there is nothing: the duty changes nothing and there is nothing to choose."""
    lighter = (
        "in afwijking van lid 1 wegens o | dan moet v afgestemd worden van 50% tot en met de gewone uitkomst"
    )
    tried = bench(DECISION + JUDGEMENT, wet=rules("dan moet v = 20%", lighter))
    for given in ({}, {"o": True}):
        outcome = answer(tried, **given)
        assert short(outcome.decision("v")) == ("bepaald", 20)
        assert {status for status, _ in routes(outcome).values()} <= {RouteStatus.MAG_NIET}


def test_a_range_that_starts_above_a_floor() -> None:
    lighter = (
        "in afwijking van lid 1 wegens o | dan moet v afgestemd worden van 20% tot en met de gewone uitkomst"
    )
    tried = bench(
        DECISION + JUDGEMENT,
        wet=rules("dan moet v = 30%", lighter),
        floors=floor("f", "v <= 10%", "v ten hoogste 10%"),
    )
    for given in ({}, {"o": True}):
        outcome = answer(tried, **given)
        assert short(outcome.decision("v")) == ("bepaald", 10)
        assert {status for status, _ in routes(outcome).values()} <= {RouteStatus.MAG_NIET}


def test_a_power_of_which_a_floor_leaves_nothing() -> None:
    """A floor refuses what lies below it; it gives no power to choose what the rule does not allow."""
    tried = bench(DECISION, wet=rules("dan kan v = 50%"), floors=floor("f", "v <= 10%", "v ten hoogste 10%"))
    outcome = answer(tried)
    assert {status for status, _ in routes(outcome).values()} <= {RouteStatus.MAG_NIET}
    assert short(outcome.decision("v")) == ("bepaald", None)
    assert [each.status.value for each in outcome.floors] == ["gehouden"]


def test_a_range_is_cut_at_a_limit() -> None:
    tried = bench(DECISION, wet=rules("dan kan v van 0% tot en met 100%", "dan v ten hoogste 50%"))
    outcome = answer(tried)
    assert outcome.decision("v").status is Status.AFSTEMMEN
    assert routes(outcome) == {"artikel 1 lid 1": (RouteStatus.MAG, "0% tot en met 50%")}


def test_a_duty_to_tailor_is_cut_at_a_limit() -> None:
    wet = rules(
        "dan moet v = 40%",
        "in afwijking van lid 1 wegens o | dan moet v afgestemd worden van 0% tot en met 100%",
        "dan v ten hoogste 50%",
    )
    outcome = answer(bench(DECISION + JUDGEMENT, wet=wet), o=True)
    assert outcome.decision("v").status is Status.AFSTEMMEN
    assert routes(outcome) == {"artikel 1 lid 2": (RouteStatus.MOET, "0% tot en met 50%")}


def test_a_choice_of_what_may_not_be() -> None:
    wet = rules(
        "dan moet v = 20%",
        "in afwijking van lid 1 wegens o | dan moet v afgestemd worden van 0% tot en met 50%",
        "dan mag niet v = 10%",
    )
    tried = bench(DECISION + JUDGEMENT, wet=wet)
    choice = Choice((("v", 10),), "proefwet artikel 1 lid 2", "", "", ())
    case = Case("x", "proefstad", "Proefstad", DAY, ("v",), {}, {"o": Judgement(True, "reden")}, choice)
    chosen = evaluate(tried.corpus, case).choice
    assert chosen is not None
    assert chosen.status is ChoiceStatus.NIET_IN_ORDE


def test_what_does_not_matter_does_not_matter() -> None:
    """Two open answers with the same candidates are not the same when something else is open in one of them."""
    declared = (
        "gegeven dag: datum van 29 januari 2026 tot en met 3 februari 2026\n"
        "gegeven maanden: duur in maanden van 0 maanden tot en met 4 maanden\n"
    )
    wet = rules(
        "als dag + maanden >= 1 maart 2026 | dan moet v = 50%",
        "als a | dan bepaalt de verordening krachtens artikel 9 lid 1 v van 0% tot en met 50%",
    )
    tried = bench(DECISION + FACT + declared, wet=wet)
    late: dict[str, Any] = {"dag": date(2026, 2, 1), "maanden": 4}
    assert of(tried, a=True, **late).status is Status.OPEN
    assert short(of(tried, a=False, **late)) == ("bepaald", 50)
    assert "a" not in of(tried).idle
    assert "a" in of(tried).missing


@pytest.mark.parametrize("order", [1, -1])
def test_a_floor_on_rules_that_disagree(order: int) -> None:
    """Which of the rules stands first says nothing about the floor."""
    act = 'regeling gw "G"\n  soort grondwet\n' + HEADER + 'artikel 20\n  inhoud "x"\n'
    beneath = ["dan moet v = 0%", "dan moet v = 30%"]
    text = floor("f", "v <= 20%", "v ten hoogste 20%").replace("proefwet artikel 9", "gw artikel 20")
    corpus, remarks = load(
        [
            ("gw.vrd", act),
            ("begrippen.vrd", f'regeling begrippen "B"\n  soort begrippen\n{HEADER}{DECISION}'),
            ("wet.vrd", f'regeling proefwet "W"\n  soort wet\n{HEADER}{rules("dan moet v = 20%")}'),
            (
                "beleid.vrd",
                f'regeling beleid "P"\n  soort beleidsregel\n  gemeente proefstad\n{HEADER}'
                f"  verhouding tegenwettelijk\n{rules(*beneath[::order])}",
            ),
            ("floors.vrd", f'regeling ondergrenzen "O"\n  soort begrippen\n{HEADER}{text}'),
        ]
    )
    assert not remarks
    outcome = Bench(corpus, DAY).answer({}, ("v",))
    assert outcome.decision("v").status is Status.STRIJDIG
    assert [each.status.value for each in outcome.floors] == ["onbekend"]


def test_what_decides_once_more_is_known_is_asked() -> None:
    """`x` cannot be split, for its number is an outcome too; open with and without `o` is not the same answer."""
    declared = "gegeven x: bedrag van € 0 tot en met € 300 stap € 50\nbesluit w: bedrag\n"
    wet = rules(
        "als x >= € 300 | dan moet v = 10%",
        "als o en x < € 300 | dan moet v = 20%",
        "als niet o en x >= € 300 | dan moet v = 20%",
        "dan moet w = x",
    )
    tried = bench(DECISION + JUDGEMENT + declared, wet=wet)
    assert short(of(tried, o=True, x=30_000)) == ("bepaald", 10)
    assert of(tried, o=False, x=30_000).status is Status.STRIJDIG
    assert set(of(tried).missing) == {"o", "x"}
    assert of(tried).idle == ()


def test_a_power_of_which_a_limit_leaves_nothing() -> None:
    tried = bench(DECISION, wet=rules("dan kan v van 20% tot en met 25%", "dan v ten minste 50%"))
    assert {status for status, _ in routes(answer(tried)).values()} <= {RouteStatus.MAG_NIET}
    assert of(tried).range is None
    assert of(tried).status is not Status.AFSTEMMEN


def test_a_power_between_two_floors_that_exclude_each_other() -> None:
    floors = floor("f", "v <= 20%", "v ten hoogste 20%") + floor("g", "v >= 50%", "v ten minste 50%")
    tried = bench(DECISION, wet=rules("dan kan v van 0% tot en met 30%"), floors=floors)
    assert {status for status, _ in routes(answer(tried)).values()} <= {RouteStatus.MAG_NIET}
    assert of(tried).status is Status.STRIJDIG


def test_what_a_duty_to_tailor_turns_on_is_not_idle() -> None:
    """In one completion `a` decides whether the 20% may be tailored: it makes a difference there."""
    declared = "gegeven b: ja/nee\ntabel t: percentage\n  vanaf 1 maart 2026 is 5%\n"
    wet = rules(
        "dan moet v = 20%",
        "als b en (a of niet a) | dan moet v = t",
        "in afwijking van lid 1 | als a | dan moet v afgestemd worden van 0% tot en met 10%",
    )
    tried = bench(DECISION + declared + FACT, wet=wet)
    assert of(tried, a=True, b=False).status is Status.AFSTEMMEN
    assert short(of(tried, a=False, b=False)) == ("bepaald", 20)
    assert of(tried).status is Status.OPEN
    assert "a" not in of(tried).idle


def test_what_a_duty_turns_on_is_not_idle_while_the_outcome_is_open() -> None:
    """The amount `x` cannot be split; whether the outcome may then be tailored depends on `a`."""
    declared = "gegeven b: ja/nee\ngegeven x: bedrag van € 0 tot en met € 300 stap € 50\nbesluit w: bedrag\n"
    tried = bench(
        declared + FACT,
        wet=rules("als b | dan moet w = € 50", "als b en a en niet a | dan moet w = € 60"),
        verordening=rules(
            "dan moet w = x",
            "in afwijking van lid 1 | als a | dan moet w afgestemd worden van € 0 tot en met € 10",
        ),
    )
    assert of(tried, "w", a=True, b=False, x=30_000).status is Status.AFSTEMMEN
    assert short(of(tried, "w", a=False, b=False, x=30_000)) == ("bepaald", 30_000)
    assert of(tried, "w").status is Status.OPEN
    assert "a" not in of(tried, "w").idle


def test_a_range_that_a_limit_may_yet_cut() -> None:
    """Up to where may be chosen is not known before `a` is; below the limit a choice is safe."""
    wet = rules("dan kan v van 0% tot en met 60%", "als a | dan v ten hoogste 10%")
    tried = bench(DECISION + FACT, wet=wet)
    assert routes(answer(tried, a=True)) == {"artikel 1 lid 1": (RouteStatus.MAG, "0% tot en met 10%")}
    assert routes(answer(tried, a=False)) == {"artikel 1 lid 1": (RouteStatus.MAG, "0% tot en met 60%")}
    assert of(tried).status is Status.OPEN
    assert of(tried).missing == ("a",)
    assert routes(answer(tried)) == {"artikel 1 lid 1": (RouteStatus.MAG, "nog niet bekend")}


@pytest.mark.parametrize(
    ("chosen", "given", "status"),
    [
        (10, {}, ChoiceStatus.IN_ORDE),
        (20, {}, ChoiceStatus.ONBEKEND),
        (20, {"a": False}, ChoiceStatus.IN_ORDE),
        (20, {"a": True}, ChoiceStatus.NIET_IN_ORDE),
    ],
)
def test_a_choice_beside_a_limit_that_may_apply(
    chosen: int, given: dict[str, Value], status: ChoiceStatus
) -> None:
    wet = rules("dan kan v van 0% tot en met 60%", "als a | dan v ten hoogste 10%")
    tried = bench(DECISION + FACT, wet=wet)
    choice = Choice((("v", chosen),), "proefwet artikel 1 lid 1", "", "", ())
    case = Case("x", "proefstad", "Proefstad", DAY, ("v",), given, {}, choice)
    found = evaluate(tried.corpus, case).choice
    assert found is not None
    assert found.status is status


def test_a_power_that_a_limit_and_a_floor_may_leave_empty_together() -> None:
    tried = bench(
        DECISION + FACT,
        wet=rules("dan kan v van 10% tot en met 60%", "als a | dan v ten minste 20%"),
        floors=floor("f", "v <= 10%", "v ten hoogste 10%"),
    )
    assert of(tried).status is Status.OPEN
    assert short(of(tried, a=False)) == ("bepaald", 10)
    assert short(of(tried, a=True)) == ("bepaald", None)
    assert {status for status, _ in routes(answer(tried, a=True)).values()} <= {RouteStatus.MAG_NIET}


def test_a_power_under_a_floor_that_leaves_nothing_whatever_a_limit_does() -> None:
    wet = rules("dan kan v = 100%", "als niet a | dan v ten hoogste 0%")
    tried = bench(DECISION + FACT, wet=wet, floors=floor("f", "v <= 50%", "v ten hoogste 50%"))
    assert {status for status, _ in routes(answer(tried)).values()} <= {RouteStatus.MAG_NIET}


@pytest.mark.parametrize(
    "condition",
    ["het kleinste van (x, 100 - x) >= 30", "x keer (100 - x) >= 2100", "x >= 30 en 100 - x >= 30"],
)
def test_a_comparison_that_turns_and_turns_back(condition: str) -> None:
    """At both ends of `x` the rule does not apply; in between it does."""
    declared = "besluit v: percentage, standaard 20%\ngegeven x: aantal van 0 tot en met 100\n"
    tried = bench(declared, wet=rules(f"als {condition} | dan moet v = 10%"))
    assert short(of(tried, x=50)) == ("bepaald", 10)
    assert short(of(tried, x=10)) == ("bepaald", 20)
    assert of(tried).status is Status.OPEN
    assert {each.text for each in of(tried).candidates} == {"10%", "20%"}


def test_what_may_widen_a_range_is_not_called_idle() -> None:
    """While `a` is missing `v` is open; with `a` nee there is a choice, and `o` says how far it goes."""
    wet = rules(
        "als a | dan moet v = 20%",
        "als niet a | dan kan v van 10% tot en met 50%",
        "als niet a en o | dan kan v van 10% tot en met 100%",
    )
    tried = bench(DECISION + FACT + JUDGEMENT, wet=wet)
    assert (of(tried, a=False, o=False).range.high, of(tried, a=False, o=True).range.high) == (50, 100)  # type: ignore[union-attr]
    assert of(tried).status is Status.OPEN
    assert of(tried).idle == ()


def test_a_power_outside_a_sure_limit_is_closed_while_a_floor_is_undecided() -> None:
    """Nothing from 20 percent is at least 50 percent, whatever the floor comes to: no end of the range is open."""
    declared = "besluit v: percentage, standaard 0%, gunstig lager\n" + FACT
    tried = bench(
        declared,
        wet=rules("dan v ten minste 50%"),
        verordening=rules("dan kan v = 20%"),
        floors=floor("f", "v <= 0%", "v ten hoogste 0%", when="a"),
    )
    assert {status for status, _ in routes(answer(tried)).values()} <= {RouteStatus.MAG_NIET}
