"""The nearest changes: minimal beside every change there is, replayed, and never of what cannot be otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.evaluate.small import corpus_of
from tests.law.examples import corpus_of as shipped
from tests.law.examples import example
from verordening.evaluate.coherence import goes_together
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.nearest import ReplayError, nearest_changes
from verordening.evaluate.outcome import Status
from verordening.evaluate.trying import Trials
from verordening.evaluate.what_if import Altered, Change, Sort
from verordening.model.case import Case, Judgement
from verordening.model.types import Items, Value
from verordening.records import replace

DAY = date(2026, 3, 1)
DECLARED = """
gegeven leeftijd: duur in jaren van 18 jaar tot en met 21 jaar
  bijzonder "leeftijd"
gegeven geboren_in: een van (hier, elders)
  verandert niet "waar iemand geboren is, staat vast"
gegeven maanden_werkloos: aantal van 0 tot en met 6
  neemt alleen toe
gegeven huishouden: een van (alleen, ouder, samen)
gegeven inkomen: bedrag van € 0 tot en met € 0,15
gegeven werkt: ja/nee
gegeven kinderen: aantal van 0 tot en met 3
gegeven dag_gesprek: datum
samenhang "een ouder heeft een kind"
  als huishouden = ouder
  dan kinderen >= 1
samenhang "wie alleen is, heeft geen kind"
  als huishouden = alleen
  dan kinderen = 0
begrip grens: bedrag = € 0,08 als huishouden = alleen; € 0,10 als huishouden = ouder; anders € 0,12
besluit hulp: ja/nee, standaard nee
"""
RULES = """\
artikel 1
  als      inkomen <= grens en maanden_werkloos >= 3
  dan moet toeslag = ja
artikel 2
  als      inkomen > grens of maanden_werkloos < 3
  dan moet toeslag = nee
artikel 3
  als      werkt en kinderen >= 2
  dan moet korting = 10%
artikel 4
  als      niet werkt of kinderen < 2
  dan moet korting = 0%
artikel 5
  toegestaan door proefwet artikel 5
  als      dag_gesprek > 10 maart 2026 of leeftijd < 21 jaar of geboren_in = elders
  dan moet hulp = ja
"""
CORPUS = corpus_of(wet=RULES, declared=DECLARED)
NAMES = ("korting", "toeslag", "hulp")
ALL: dict[str, tuple[Value, ...]] = {
    "huishouden": ("alleen", "ouder", "samen"),
    "inkomen": tuple(range(16)),
    "werkt": (False, True),
    "kinderen": (0, 1, 2, 3),
    "maanden_werkloos": tuple(range(7)),
}
"""Every value of each fact that may be otherwise."""

cases = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in ALL.items()}).map(
    lambda facts: Case(
        "proef",
        "proefstad",
        "Proefstad",
        DAY,
        NAMES,
        {"leeftijd": 252, "geboren_in": "hier", "dag_gesprek": date(2026, 3, 10), **facts},
    )
)


def size(before: Value, after: Value) -> Fraction:
    if isinstance(before, int) and isinstance(after, int) and not isinstance(before, bool):
        return Fraction(abs(after - before), before or after)
    return Fraction(1)


def every_change(case: Case, count: int) -> Iterator[tuple[dict[str, Value], Fraction]]:
    for names in combinations(ALL, count):
        for values in product(*(ALL[name] for name in names)):
            changed = dict(zip(names, values, strict=True))
            if any(case.facts[name] == value for name, value in changed.items()):
                continue
            months = changed.get("maanden_werkloos")
            if months is not None and months < case.facts["maanden_werkloos"]:  # type: ignore[operator]
                continue
            yield changed, sum((size(case.facts[name], each) for name, each in changed.items()), Fraction(0))


def smallest(case: Case, decision: str) -> tuple[int, Fraction] | None:
    """The fewest facts, and then the smallest step, by trying every single and double change that there is."""
    now = evaluate(CORPUS, case).decision(decision).shown
    for count in (1, 2):
        sizes = [
            step
            for changed, step in every_change(case, count)
            if goes_together(replace(case, facts={**case.facts, **changed}), CORPUS)
            and evaluate(CORPUS, replace(case, facts={**case.facts, **changed})).decision(decision).shown
            != now
        ]
        if sizes:
            return count, min(sizes)
    return None


@settings(max_examples=12, deadline=None)
@given(cases.filter(lambda case: goes_together(case, CORPUS)), st.sampled_from(["korting", "toeslag"]))
def test_no_change_is_smaller_than_the_nearest(case: Case, decision: str) -> None:
    found = nearest_changes(CORPUS, case, (decision,), most=10_000)
    sizes = [
        (len(change.altered), sum((each.size for each in change.altered), Fraction(0)))
        for change in found.facts
        if any(each.sort is Sort.OUTCOME for each in change.effects)
    ]
    assert (min(sizes) if sizes else None) == smallest(case, decision)
    assert sizes == sorted(sizes)


def facts(**more: Value) -> Case:
    known: dict[str, Value] = {
        "huishouden": "alleen",
        "inkomen": 9,
        "werkt": False,
        "kinderen": 0,
        "maanden_werkloos": 3,
        "leeftijd": 252,
        "geboren_in": "hier",
        "dag_gesprek": date(2026, 3, 10),
    }
    return Case("proef", "proefstad", "Proefstad", DAY, NAMES, {**known, **more})


def told(change: Change) -> list[tuple[str, list[str], str, bool]]:
    return [
        (
            each.spot.name,
            [one.text for one in each.after],
            "" if each.until is None else each.until.text,
            each.to_the_end,
        )
        for each in change.altered
    ]


def test_a_cent_less_and_everything_below_it_does_the_same() -> None:
    found = nearest_changes(CORPUS, facts(), ("toeslag",))
    assert told(found.facts[0]) == [("inkomen", ["€ 0,08"], "€ 0", True)]
    assert found.facts[0].effects[0].after.shown is not None
    assert found.facts[0].effects[0].after.shown.text == "ja"


def test_choices_that_do_the_same_stand_together_where_they_can_be() -> None:
    """A household of two has the higher limit; that of a parent cannot be, for there is no child."""
    found = nearest_changes(CORPUS, facts(), ("toeslag",))
    assert [told(each) for each in found.facts[1:]] == [[("huishouden", ["samen"], "", False)]]


def test_two_facts_where_no_single_one_will_do() -> None:
    """Who is with a partner and does not work: work and a second child, and not a child alone."""
    case = facts(huishouden="samen", kinderen=1)
    found = nearest_changes(CORPUS, case, ("korting",))
    assert found.pairs
    assert [sorted(told(each)) for each in found.facts] == [
        [("kinderen", ["2"], "3", True), ("werkt", ["ja"], "", False)]
    ]


def test_time_goes_one_way_and_a_day_that_was_stays() -> None:
    """Two months fewer out of work would end the toeslag; nobody can go back to that."""
    found = nearest_changes(CORPUS, facts(inkomen=8), ("toeslag",))
    assert "maanden_werkloos" not in {each.spot.name for change in found.facts for each in change.altered}
    before = nearest_changes(CORPUS, facts(dag_gesprek=date(2026, 3, 1)), ("hulp",))
    after = nearest_changes(CORPUS, facts(), ("hulp",))
    assert before.facts == ()
    assert [told(each) for each in after.facts] == [
        [("dag_gesprek", ["11 maart 2026"], "31 december 2100", True)]
    ]


def test_the_search_says_where_it_stopped() -> None:
    whole = nearest_changes(CORPUS, facts(huishouden="samen", kinderen=1), ("korting",))
    cut = nearest_changes(CORPUS, facts(huishouden="samen", kinderen=1), ("korting",), most=3)
    assert (whole.cut, cut.cut, cut.evaluations) == (False, True, 3)


def test_an_open_decision_waits_for_facts() -> None:
    case = facts()
    del case.facts["maanden_werkloos"]
    del case.facts["inkomen"]
    found = nearest_changes(CORPUS, case, ("toeslag",))
    assert (found.facts, found.judgements, found.waiting, found.evaluations) == ((), (), ("toeslag",), 0)


def test_a_change_that_does_not_come_out_again_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Trials, "replayed", lambda *_: None)
    with pytest.raises(ReplayError):
        nearest_changes(CORPUS, facts(), ("toeslag",))


# ------------------------------------------------ on the shipped regulations

SOME = [
    "te-laat-geregistreerd",
    "inkomen-net-boven-105-procent",
    "opleiding-klein-contract",
    "verrekening",
    "huisgenoten",
    "kinderopvang-kind-11",
    "participatieplaats-maand-24",
    "samenloop-twee-gedragingen",
    "taaleis",
    "rotterdam-giften-2026",
]
IMMUTABLE = {"gedraging", "aanvraag_inkomenstoeslag", "gaat_over_meer_uren", "datum_gedraging"}
UPWARD = {"leeftijd_jongste_kind", "maand_participatieplaats", "participatieplaats_verlengingen"}


def otherwise(case: Case, changes: list[tuple[Altered, Value]]) -> Case:
    """The case with these values, made anew."""
    for altered, value in changes:
        spot = altered.spot
        holder = case.acts[spot.act - 1] if spot.act else case
        facts, judgements = dict(holder.facts), dict(holder.judgements)
        if spot.judgement:
            judgements[spot.name] = Judgement(value, "een reden")
        elif spot.field:
            items = facts[spot.name]
            assert isinstance(items, Items)
            rows = [dict(each) for each in items.elements]
            rows[spot.position][spot.field] = value
            facts[spot.name] = Items(tuple(rows), items.complete)
        else:
            facts[spot.name] = value
        if spot.act:
            acts = list(case.acts)
            acts[spot.act - 1] = replace(acts[spot.act - 1], facts=facts, judgements=judgements)
            case = replace(case, acts=tuple(acts))
        else:
            case = replace(case, facts=facts, judgements=judgements)
    return case


@pytest.mark.parametrize("name", SOME)
def test_every_change_comes_out_again_and_touches_nothing_that_it_may_not(name: str) -> None:
    case, corpus = example(name).case, shipped(example(name).case.gemeente)
    before = example(name).outcome
    names = tuple(
        {each.name: None for one in (before, *(a.outcome for a in before.acts)) for each in one.decisions}
    )
    found = nearest_changes(corpus, case, names)
    assert found.facts or found.judgements
    for change in (*found.facts, *found.judgements):
        _check_spots(change, case)
        values = [(each, each.after[0].value) for each in change.altered]
        last = change.altered[-1]
        for value in [each.value for each in (*last.after, *([last.until] if last.until else []))]:
            again = evaluate(corpus, replace(otherwise(case, [*values[:-1], (last, value)]), asked=names))
            for effect in change.effects:
                outcome = again.acts[effect.act - 1].outcome if effect.act else again
                decision = outcome.decision(effect.before.name)
                assert (decision.status, decision.shown) == (effect.after.status, effect.after.shown)
                assert {route.cited.id for route in effect.opened} <= {
                    route.cited.id for route in outcome.routes if route.status in ("mag", "moet")
                }
                if effect.sort is Sort.OUTCOME:
                    now = (effect.before.status, effect.before.shown, effect.before.range)
                    assert now != (decision.status, decision.shown, decision.range)
                if effect.sort is Sort.OPEN:
                    assert decision.status is Status.OPEN


def _check_spots(change: Change, case: Case) -> None:
    for each in change.altered:
        spot = each.spot
        assert spot.name not in IMMUTABLE
        assert not {"leeftijd", "aow", "maanden_geleden", "norm_toen"} & {
            spot.field,
            spot.name.split("_")[0],
        } or (spot.name in UPWARD)
        assert each.before is None or not (
            isinstance(each.before.value, date) and each.before.value <= case.peildatum
        )
        if spot.name in UPWARD:
            assert each.before is not None
            assert each.after[0].value > each.before.value  # type: ignore[operator]


def test_a_case_just_above_105_percent() -> None:
    """105% of € 1.401,50 is € 1.471,575, so € 1.471,57 is the highest income that is still low."""
    case = example("inkomen-net-boven-105-procent").case
    found = nearest_changes(shipped("rotterdam"), case, ("hoogte_inkomenstoeslag",))
    (change,) = found.facts
    assert told(change) == [("inkomensmaanden", ["€ 1.471,57"], "€ 0", True)]
    (income,) = change.altered
    low = [
        each for each in range(147_000, 148_001) if _height(otherwise(case, [(income, each)])) == "€ 200,00"
    ]
    assert max(low) == 147_157


def _height(case: Case) -> str:
    outcome = evaluate(shipped("rotterdam"), replace(case, asked=("hoogte_inkomenstoeslag",)))
    shown = outcome.decision("hoogte_inkomenstoeslag").shown
    assert shown is not None
    return shown.text
