"""What a promise means, on regulations of a few lines, and that what is said of it agrees with trying every case."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.evaluate.one_rule import DAY, corpus
from verordening.analyse.guarantees.copies import Copies
from verordening.analyse.guarantees.finding import GuaranteeFinding, Verdict
from verordening.analyse.guarantees.outcomes import Outcome, outcome_of
from verordening.analyse.guarantees.proving import findings
from verordening.analyse.guarantees.sides import Case, Rising, Same, TwoConditions
from verordening.evaluate.coherence import contradicted
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth
from verordening.evaluate.thresholds import steps_of, value_at
from verordening.model.corpus import Corpus
from verordening.model.guarantees import Compared, Independent, Monotone, Subject
from verordening.model.types import Kind, Value

DECLARED = """
gegeven werkt: ja/nee
gegeven kleur: een van (rood, groen, blauw)
gegeven loon: bedrag van € 0 tot en met € 0,06
gegeven jaren: aantal van 0 tot en met 4
oordeel zielig: ja/nee
  grondslag wet artikel 1
besluit toeslag: bedrag van € 0 tot en met € 10, standaard € 0, gunstig hoger
besluit hoe_lang: duur in maanden van 0 maanden tot en met 12 maanden, standaard 0 maanden
"""
GIVES = """
artikel {}
  {}als      {}
  dan moet toeslag = {}
"""


def verdict(promise: str, *rules: str, more: str = "") -> GuaranteeFinding:
    act = "".join(GIVES.format(number, "", *rule.split(": ")) for number, rule in enumerate(rules, 1))
    found = corpus(f'{DECLARED}{more}\nwaarborg belofte "Belofte"\n  {promise}\n', act)
    return next(findings(found, DAY))


def amounts(finding: GuaranteeFinding) -> list[Value | None]:
    assert finding.sides is not None
    return [side.value for side in finding.sides]


def test_a_fact_that_no_rule_looks_at_makes_no_difference() -> None:
    finding = verdict("eis toeslag hangt niet af van kleur", "werkt: € 1")
    assert (finding.verdict, finding.tried) == (Verdict.HOLDS, 0)


def test_a_fact_makes_a_difference_through_a_begrip_in_a_begrip() -> None:
    more = "begrip vrolijk: ja/nee = kleur != blauw\nbegrip blij: ja/nee = vrolijk en werkt\n"
    finding = verdict("eis toeslag hangt niet af van kleur", "blij: € 1", more=more)
    assert finding.verdict is Verdict.BROKEN
    assert sorted(amounts(finding)) == [0, 100]  # type: ignore[type-var]  # numbers


def test_what_is_said_twice_the_same_makes_no_difference() -> None:
    """Article 1 and 2 together give € 1 to whoever works, whatever the colour."""
    finding = verdict(
        "eis toeslag hangt niet af van kleur", "werkt en kleur = rood: € 1", "werkt en kleur != rood: € 1"
    )
    assert finding.verdict is Verdict.HOLDS


def test_a_threshold_takes_more_than_was_earned() -> None:
    """3 cents of wage with 5 cents of toeslag are 8; 4 cents without are 4."""
    finding = verdict("eis loon + toeslag daalt niet als loon stijgt", "loon <= € 0,03: € 0,05")
    assert finding.verdict is Verdict.BROKEN
    assert amounts(finding) == [8, 4]
    assert "€ 0,03 naar € 0,04" in finding.words


def test_a_threshold_that_takes_no_more_than_was_earned_is_no_fall() -> None:
    assert (
        verdict("eis loon + toeslag daalt niet als loon stijgt", "loon <= € 0,03: € 0,01").verdict
        is Verdict.HOLDS
    )


def test_a_sum_that_bends_is_followed_on_both_sides_of_the_bend() -> None:
    """Up to 4 cents the toeslag fills up; above it nothing is left of it."""
    rule = "werkt: het grootste van (€ 0, € 0,04 - loon)"
    assert verdict("eis loon + toeslag daalt niet als loon stijgt", rule).verdict is Verdict.HOLDS
    finding = verdict("eis toeslag daalt niet als loon stijgt", rule)
    assert finding.verdict is Verdict.BROKEN
    assert verdict("eis toeslag stijgt niet als loon stijgt", rule).verdict is Verdict.HOLDS
    assert verdict("eis toeslag daalt niet als loon daalt", rule).verdict is Verdict.HOLDS


def test_outside_its_als_a_promise_says_nothing() -> None:
    finding = verdict("als niet werkt\n  eis toeslag hangt niet af van kleur", "werkt en kleur = rood: € 1")
    assert finding.verdict is Verdict.HOLDS


def test_two_conditions_of_which_no_case_meets_both_prove_nothing() -> None:
    finding = verdict(
        "als werkt\n  eis toeslag is hoger bij kleur = rood en niet werkt dan bij kleur = groen", "werkt: € 1"
    )
    assert finding.verdict is Verdict.NOT_PROVEN
    assert finding.why == ("er is geen zaak die aan beide voorwaarden kan voldoen",)


def test_equal_is_not_longer_and_not_shorter() -> None:
    act = "\nartikel 1\n  als werkt\n  dan moet hoe_lang = 2 maanden\n"
    promise = '\nwaarborg w "W"\n  als werkt\n  eis hoe_lang is {} bij jaren = 1 dan bij jaren = 0\n'
    found = {
        word: next(findings(corpus(DECLARED + promise.format(word), act), DAY)).verdict
        for word in ("langer", "korter", "niet langer", "niet korter")
    }
    assert found == {
        "langer": Verdict.BROKEN,
        "korter": Verdict.BROKEN,
        "niet langer": Verdict.HOLDS,
        "niet korter": Verdict.HOLDS,
    }


def test_what_follows_from_the_fact_may_differ_with_it() -> None:
    """Whoever is red works, and nobody else does: colour makes a difference through that alone."""
    more = 'samenhang "wie rood is, werkt, en anders niemand"\n  dan werkt = (kleur = rood)\n'
    finding = verdict("eis toeslag hangt niet af van kleur", "werkt: € 1", more=more)
    assert finding.verdict is Verdict.BROKEN
    assert finding.sides is not None
    for side in finding.sides:
        assert side.case.facts["werkt"] == (side.case.facts["kleur"] == "rood")


def test_what_need_not_differ_does_not_explain_a_difference() -> None:
    """Whoever is red works, but others may too: with work on both sides the colour does nothing."""
    more = 'samenhang "wie rood is, werkt"\n  als kleur = rood\n  dan werkt\n'
    finding = verdict("als werkt\n  eis toeslag hangt niet af van kleur", "werkt: € 1", more=more)
    assert finding.verdict is Verdict.HOLDS


def test_of_a_choice_that_is_left_to_a_person_nothing_is_said_to_hold() -> None:
    act = (
        "\nartikel 1\n  als werkt en kleur = rood\n  dan kan toeslag van € 1 tot en met € 2\n"
        "\nartikel 2\n  als werkt en kleur != rood\n  dan moet toeslag = € 1\n"
    )
    declared = DECLARED.replace(", standaard € 0, gunstig hoger", "")
    promise = '\nwaarborg w "W"\n  als werkt\n  eis toeslag hangt niet af van kleur\n'
    finding = next(findings(corpus(declared + promise, act), DAY))
    assert finding.verdict is Verdict.NOT_PROVEN
    assert finding.why == ("toeslag kiest dan een mens",)


# ------------------------------------------------ going over every case

ATOMS = (
    "werkt",
    "niet werkt",
    "kleur = rood",
    "kleur != blauw",
    "loon >= € 0,03",
    "loon < € 0,05",
    "jaren < 2",
    "jaren >= 3",
    "zielig",
)
VALUES = ("€ 1", "€ 0,02", "loon", "€ 0,05 - loon", "het kleinste van (loon, € 0,02)", "50% van loon")
PROMISES = (
    "eis toeslag hangt niet af van kleur",
    "eis toeslag hangt niet af van werkt, zielig",
    "als jaren >= 1\n  eis toeslag hangt niet af van jaren",
    "eis toeslag daalt niet als loon stijgt",
    "eis loon + toeslag daalt niet als loon stijgt",
    "als werkt\n  eis toeslag stijgt niet als jaren stijgt",
    "eis toeslag is hoger bij kleur = rood dan bij kleur = groen",
    "als werkt\n  eis loon + toeslag is niet lager bij jaren = 2 of zielig dan bij jaren = 0 en niet zielig",
)
TIES = (
    "",
    'samenhang "s"\n  dan werkt = (kleur = rood)\n',
    'samenhang "s"\n  als kleur = rood\n  dan werkt\n',
    'samenhang "s"\n  als loon >= € 0,02\n  dan niet werkt\n',
)
conditions = st.lists(st.sampled_from(ATOMS), min_size=1, max_size=3, unique=True).flatmap(
    lambda atoms: st.sampled_from([" en ".join(atoms), " of ".join(atoms)])
)
rules = st.lists(st.tuples(conditions, st.sampled_from(VALUES), st.booleans()), min_size=1, max_size=4)


@settings(max_examples=40)
@given(rules=rules, promise=st.sampled_from(PROMISES), tie=st.sampled_from(TIES))
def test_what_is_said_agrees_with_going_over_every_case(
    rules: list[tuple[str, str, bool]], promise: str, tie: str
) -> None:
    act = "".join(
        GIVES.format(
            number, "in afwijking van artikel 1\n  " if deviates and number > 1 else "", condition, value
        )
        for number, (condition, value, deviates) in enumerate(rules, 1)
    )
    found = corpus(f'{DECLARED}{tie}\nwaarborg w "W"\n  {promise}\n', act)
    for finding in findings(found, DAY):
        broken = any(_broken_pairs(found))
        assert finding.replayed
        if finding.verdict is Verdict.HOLDS:
            assert not broken
        elif finding.verdict is Verdict.BROKEN:
            assert broken
        for pairing, subject in _parts(found):
            if Copies(found, found.guarantees[0].condition, subject, pairing, DAY).search().pair is None:
                assert not any(_broken_of(found, pairing, subject))


def _broken_pairs(found: Corpus) -> Iterator[bool]:
    """Whether a promise is broken by each two complete cases that it is about."""
    for pairing, subject in _parts(found):
        yield from _broken_of(found, pairing, subject)


def _parts(found: Corpus) -> Iterator[tuple[Same | Rising | TwoConditions, Subject]]:
    match found.guarantees[0].property:
        case Independent() as promised:
            for subject in promised.subjects:
                yield from ((Same(found, fact), subject) for fact in promised.facts)
        case Monotone() as promised:
            yield Rising(found, promised.fact, promised.rising), promised.subject
        case Compared() as promised:
            yield TwoConditions(found, promised), promised.subject


def _broken_of(found: Corpus, pairing: Same | Rising | TwoConditions, subject: Subject) -> Iterator[bool]:
    guarantee = found.guarantees[0]
    cases = [
        context
        for context in _cases(found)
        if not any(contradicted(each, context) for each in found.coherences)
        and truth(guarantee.condition, context) is True
    ]
    told = [
        (case, outcome_of(subject, each))
        for each in cases
        for of in ((0, 1) if isinstance(pairing, TwoConditions) else (0,))
        for case in (Case(each, of),)
        if pairing.holds(case) is True
    ]
    yield from _each(pairing, told)


def _each(pairing: Same | Rising | TwoConditions, told: list[tuple[Case, Outcome | None]]) -> Iterator[bool]:
    outcomes = {id(case): outcome for case, outcome in told}
    groups: dict[tuple[object, ...], list[Case]] = {}
    for case, _ in told:
        key = tuple((name, value) for name, value in case.given.items() if name not in pairing.own)
        groups.setdefault(key, []).append(case)
    for group in groups.values():
        for one, other in pairing.pairs(group):
            left, right = outcomes[id(one)], outcomes[id(other)]
            assert left is not None
            assert right is not None
            yield pairing.kept(left, right) is False


def _cases(found: Corpus) -> Iterator[Context]:
    """Every complete case."""
    domains: list[list[Value]] = []
    for declared in found.inputs.values():
        type_ = declared.type
        if type_.kind is Kind.BOOL:
            domains.append([True, False])
        elif type_.kind is Kind.ENUM:
            domains.append(list(type_.options))
        else:
            domains.append([value_at(type_, step) for step in range(steps_of(type_) + 1)])
    for values in product(*domains):
        yield Context(found, dict(zip(found.inputs, values, strict=True)), DAY)


@pytest.mark.parametrize("promise", PROMISES)
def test_every_promise_above_is_broken_by_some_rule(promise: str) -> None:
    """Else going over every case would show little."""
    if "hoger" in promise:
        assert verdict(promise, "kleur = groen: € 1").verdict is Verdict.BROKEN
    else:
        assert any(verdict(promise, f"{each}: € 1").verdict is Verdict.BROKEN for each in ATOMS)
