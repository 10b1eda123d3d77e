"""What the lower regulations give as a whole (Pw 18 lid 5 and 6): an answer about it that is still the same after a
change of any rule is remembered, and no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from random import Random
from typing import NamedTuple

import pytest

from tests.evaluate.test_relations import ONCE, TWICE, ordinance
from tests.properties.budgets import FULL
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.fingerprints import Fingerprints
from verordening.analyse.proving.searching import Answer, NotProven, search
from verordening.model.corpus import Corpus
from verordening.model.rules import Rule

DAY = date(2026, 3, 1)
SEEDS = 400 if FULL else 6
CHANGES = 3
MOST_TRIED = 2_000
"""Enough for any question here: what is given up may come out otherwise, and is no answer."""
DURATION = "duur_verlaging"
CONDITIONS = (
    "daad != geen",
    "daad = licht",
    "daad = zwaar",
    "daad = geen",
    "herhaald",
    "niet herhaald",
    "gezin",
    "eigen_maanden > 2 maanden",
    "daad = geen en eigen_maanden > 1 maand",
    "daad = licht en gezin",
    "daad = zwaar en herhaald",
    "daad = geen en herhaald",
)
VALUES = ("0 maanden", "1 maand", "2 maanden", "3 maanden", "eigen_maanden")


class Lid(NamedTuple):
    condition: str
    deviates: str
    value: str


def law(leden: list[Lid]) -> Corpus:
    return ordinance(
        *(
            f"{f'in afwijking van {each.deviates} | ' if each.deviates else ''}"
            f"als {each.condition} | dan moet {DURATION} = {each.value}"
            for each in leden
        )
    ).corpus


def leden(random: Random) -> list[Lid]:
    found = []
    for number in range(random.randint(2, 5)):
        deviates = f"lid {random.randint(1, number)}" if number and random.random() < 0.6 else ""
        found.append(Lid(random.choice(CONDITIONS), deviates, random.choice(VALUES)))
    return found


def changed(leden: list[Lid], random: Random) -> list[Lid]:
    at = random.randrange(len(leden))
    if random.random() < 0.7:
        other = leden[at]._replace(condition=random.choice(CONDITIONS))
    else:
        other = leden[at]._replace(value=random.choice(VALUES))
    return [*leden[:at], other, *leden[at + 1 :]]


def own(corpus: Corpus) -> list[Rule]:
    return [each for each in corpus.rules if each.path.startswith("artikel 7")]


def questions(corpus: Corpus) -> Iterator[tuple[c.Claim, ...]]:
    for rule in own(corpus):
        yield (c.Stands(rule.index, DURATION),)
        filled = [delegation for delegation, _ in rule.fills]
        outside = [
            c.OneOf((c.Not(c.DelegationStands(each, DURATION)), c.Not(c.Covered(rule.index, DURATION, each))))
            for each in filled
        ]
        for each in filled:
            yield c.Applies(rule.index), c.DelegationStands(each, DURATION), *outside
    for one, other in combinations(own(corpus), 2):
        stand = (c.Stands(one.index, DURATION), c.Stands(other.index, DURATION))
        yield *stand, c.Differ(one.index, other.index, DURATION)


def said(answer: Answer) -> str:
    return "given up" if isinstance(answer, NotProven) else "none" if answer is None else "a case"


def answers(corpus: Corpus) -> dict[str, str]:
    prints = Fingerprints(corpus, DAY)
    return {prints.of(each): said(search(corpus, each, DAY, MOST_TRIED)) for each in questions(corpus)}


@pytest.mark.parametrize("seed", range(SEEDS))
def test_an_answer_that_is_remembered_is_still_the_answer_after_any_change(seed: int) -> None:
    random = Random(seed)
    before = leden(random)
    known = answers(law(before))
    assert "given up" not in known.values()
    for _ in range(CHANGES):
        after = changed(before, random)
        for mark, answer in answers(law(after)).items():
            assert known.get(mark, answer) == answer, (before, after)


def stands(*rules: str) -> str:
    corpus = ordinance(*rules).corpus
    return Fingerprints(corpus, DAY).of((c.Stands(own(corpus)[0].index, DURATION),))


def test_a_rule_about_no_act_has_no_part_in_what_is_given_for_an_act() -> None:
    """The act leaves the duration to the ordinance only where there is an act (`daad != geen`)."""
    idle = "als daad = geen en {} | dan moet duur_verlaging = 3 maanden"
    waiver = "in afwijking van lid 1, lid 3 | als gezin | dan moet duur_verlaging = {}"
    rules = ONCE.format("1 maand"), TWICE.format("2 maanden")
    assert stands(*rules, idle.format("gezin")) == stands(*rules, idle.format("herhaald"))
    first = stands(ONCE.format("1 maand"), waiver.format("2 maanden"), idle.format("gezin"))
    assert first == stands(ONCE.format("1 maand"), waiver.format("2 maanden"), idle.format("niet gezin"))


def test_a_rule_that_may_give_something_for_an_act_has() -> None:
    """What is given at a repetition decides whether one month is shorter, whoever it is given to."""
    other = "als daad = zwaar en {} | dan moet duur_verlaging = 3 maanden"
    rules = ONCE.format("1 maand"), TWICE.format("2 maanden")
    assert stands(*rules, other.format("gezin")) != stands(*rules, other.format("herhaald"))
