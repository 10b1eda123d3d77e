"""All claims about one random regulation, within a budget, and the smallest text in which one of them fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests.properties.cases import Given, complete_case, completions, removals
from tests.properties.claims import Bench, Breach, held, open_answers
from tests.properties.corpora import load
from tests.properties.generating import Regeling
from tests.properties.ordering import same_answer
from tests.properties.shrinking import shrunk
from tests.properties.single import (
    floors_kept,
    ranges_not_empty,
    ranges_within_limits,
    routes_competent,
    same_rule_wins,
)
from tests.properties.values import Domains
from verordening.evaluate.outcome import Outcome

OfPartial = Callable[[Bench, Given, Outcome, list[Given]], Iterator[Breach]]
OfSingle = Callable[[Bench, Given, Outcome], Iterator[Breach]]

OF_PARTIAL: tuple[OfPartial, ...] = (held, open_answers)
OF_SINGLE: tuple[OfSingle, ...] = (
    floors_kept,
    ranges_not_empty,
    ranges_within_limits,
    routes_competent,
    same_rule_wins,
)
SHUFFLES = 6
"""Orders to try again when a failure is made smaller: not every order shows it."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How much is tried of one regulation: base cases, partial cases of each, completions of each, single cases, orders."""

    bases: int
    partial: int | None
    completions: int
    single: int
    orders: int


def breaches(regeling: Regeling, budget: Budget) -> Iterator[Breach]:
    """Everything that should hold of a regulation and does not."""
    corpus, remarks = load(regeling.sources())
    assert not remarks, f"{regeling.seed}: {remarks[0].code} {remarks[0].message}\n{regeling.text()}"
    bench, domains = Bench(corpus, regeling.day), Domains.of(corpus, regeling.day)
    rng = Random(regeling.seed)
    names = [name for name, declared in corpus.inputs.items() if not declared.general]
    for _ in range(budget.bases):
        base = complete_case(domains, names, rng) | _held_fixed(bench, rng)
        asked = _asked(bench, rng)
        for missing in removals(names, rng, budget.partial):
            given = {name: value for name, value in base.items() if name not in missing}
            answer = bench.answer(given, asked)
            tried = list(completions(base, missing, domains, rng, budget.completions))
            for claim in OF_PARTIAL:
                yield from claim(bench, given, answer, tried)
            for single in OF_SINGLE:
                yield from single(bench, given, answer)
    for _ in range(budget.single):
        given = complete_case(domains, list(corpus.inputs), rng)
        answer = bench.answer(given, tuple(corpus.decisions), tree=True)
        if answer.tree is not None:
            answer.tree.words()
        for single in OF_SINGLE:
            yield from single(bench, given, answer)
    for number in range(budget.orders):
        yield from _in_another_order(regeling, bench, domains, number)


def _held_fixed(bench: Bench, rng: Random) -> Given:
    """The judgements of general duties: given or not, they stay as they are."""
    found: Given = {}
    for name, declared in bench.corpus.inputs.items():
        if declared.general and rng.random() < 0.7:
            found[name] = rng.random() < 0.6
    return found


def _asked(bench: Bench, rng: Random) -> tuple[str, ...]:
    """Mostly every decision, sometimes one of several."""
    decisions = list(bench.corpus.decisions)
    return tuple(decisions if rng.random() < 0.8 else rng.sample(decisions, 1))


def _in_another_order(regeling: Regeling, bench: Bench, domains: Domains, number: int) -> Iterator[Breach]:
    rng = Random(f"{regeling.seed} {number}")
    shuffled, remarks = load(regeling.sources(rng))
    assert not remarks
    other = Bench(shuffled, regeling.day)
    for removed in (0, 1, 2, 99):
        given = complete_case(domains, list(bench.corpus.inputs), rng)
        for name in rng.sample(list(given), min(removed, len(given))):
            del given[name]
        yield from same_answer(bench, other, given, tuple(bench.corpus.decisions))


# ------------------------------------------------ smaller


def smallest(regeling: Regeling, breach: Breach, seconds: float = 20.0) -> str:
    """The smallest regulation in which a claim still fails, with what then fails."""

    def again(smaller: Regeling) -> list[Breach]:
        return [each for each in _repeat(smaller, breach) if each.claim == breach.claim]

    found = shrunk(regeling, lambda smaller: bool(again(smaller)), seconds)
    return "\n".join([found.text(), *(str(each) for each in again(found))])


def _repeat(regeling: Regeling, breach: Breach) -> Iterator[Breach]:
    corpus, _ = load(regeling.sources())
    if breach.decision not in corpus.decisions:
        return
    bench = Bench(corpus, regeling.day)
    given = _known(breach.given, bench)
    asked = tuple(name for name in breach.asked if name in corpus.decisions)
    answer = bench.answer(given, asked)
    if breach.tried:
        tried = [_known(each, bench) for each in breach.tried]
        for claim in OF_PARTIAL:
            yield from claim(bench, given, answer, tried)
        return
    for single in OF_SINGLE:
        yield from single(bench, given, answer)
    for number in range(SHUFFLES):
        shuffled, _ = load(regeling.sources(Random(number)))
        yield from same_answer(bench, Bench(shuffled, regeling.day), given, asked)


def _known(given: Given, bench: Bench) -> Given:
    return {name: value for name, value in given.items() if name in bench.corpus.inputs}
