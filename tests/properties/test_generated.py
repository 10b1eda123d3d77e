"""What must hold of every regulation that the language can write, tried on random ones; the same seeds every time.

Here a few partial cases of each; `VERORDENING_VOLLEDIG=1` tries every subset of the facts, on a thousand regulations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from random import Random

import pytest

from tests.properties.budgets import FULL, tries
from tests.properties.cases import Given, around, complete_case, removals
from tests.properties.claims import Answers, Bench, Breach, held, open_answers
from tests.properties.corpora import load
from tests.properties.generating import Regeling, regeling
from tests.properties.ordering import same_answer
from tests.properties.pool import Pool
from tests.properties.single import (
    floors_kept,
    ranges_not_empty,
    ranges_within_limits,
    routes_competent,
    same_rule_wins,
)
from tests.properties.values import Domains
from verordening.evaluate.outcome import Outcome, Status
from verordening.language.diagnostics import Severity
from verordening.model.types import Value

REGULATIONS = 1_000 if FULL else 220
PER_TEST = 10
LEAST = 15
"""Regulations in which each construct occurs, at least."""
BLOCKS = range(0, REGULATIONS, PER_TEST)
MOST_SUBSETS = None if FULL else 3
MOST_MIXTURES = 400 if FULL else 10
MOST_COMPARED = 30 if FULL else 6

SINGLE = (floors_kept, routes_competent, ranges_within_limits, ranges_not_empty, same_rule_wins)


@lru_cache(maxsize=REGULATIONS)
def _made(seed: int) -> Regeling:
    return regeling(seed)


def _base(bench: Bench, domains: Domains, rng: Random) -> Given:
    """A complete case; the judgements of general duties are given or not, and held fixed from there on."""
    inputs = bench.corpus.inputs
    given = complete_case(domains, [name for name in inputs if not inputs[name].general], rng)
    for name in inputs:
        if inputs[name].general and (value := rng.choice((True, True, False, None))) is not None:
            given[name] = value
    return given


def test_every_construct_occurs_often_enough() -> None:
    found = Counter(construct for seed in range(REGULATIONS) for construct in _made(seed).constructs)
    rare = {construct: number for construct, number in found.items() if number < LEAST}
    assert len(found) >= 30
    assert not rare


@pytest.mark.parametrize("first", BLOCKS)
def test_what_is_settled_stays_settled(first: int) -> None:
    for seed in range(first, first + PER_TEST):
        made = _made(seed)
        corpus, remarks = load(made.sources())
        assert not [each for each in remarks if each.severity is Severity.FOUT]
        found = list(_breaches(made, Bench(corpus, made.day), Random(seed)))
        assert not found, f"{seed}: {found[0]}\n{made.text()}"


def _breaches(made: Regeling, bench: Bench, rng: Random) -> Iterator[Breach]:
    corpus, domains, asked = bench.corpus, Domains.of(bench.corpus, made.day), tuple(bench.corpus.decisions)
    base = _base(bench, domains, rng)
    removable = [name for name in corpus.inputs if not corpus.inputs[name].general]
    pool = Pool(bench, asked, base)
    pool.add(around(base, removable, domains, rng, MOST_MIXTURES))
    for missing in [(), *removals(removable, rng, MOST_SUBSETS)]:
        partial = {key: value for key, value in base.items() if key not in missing}
        answer = bench.answer(partial, asked, tries=0)
        yield from _unkept(bench, partial, answer, pool.completing(missing))
        if any(each.status is Status.OPEN for each in answer.decisions):
            answer = bench.answer(partial, asked, tries=tries(len(missing), rng))
            yield from _unkept(bench, partial, answer, pool.completing(missing))
            some = [given for given, _ in islice(pool.completing(missing), MOST_COMPARED)]
            yield from open_answers(bench, partial, answer, some)


def _unkept(
    bench: Bench, given: Given, answer: Outcome, completions: Iterable[tuple[Mapping[str, Value], Answers]]
) -> Iterator[Breach]:
    for claim in SINGLE:
        yield from claim(bench, given, answer)
    yield from held(given, answer, completions)


@pytest.mark.parametrize("first", BLOCKS[::2])
def test_the_order_of_rules_and_files_never_matters(first: int) -> None:
    for seed in range(first, first + PER_TEST):
        made = _made(seed)
        corpus, _ = load(made.sources())
        other, remarks = load(made.sources(Random(seed + 7)))
        assert not [each for each in remarks if each.severity is Severity.FOUT]
        bench, shuffled, rng = Bench(corpus, made.day), Bench(other, made.day), Random(seed)
        given = complete_case(Domains.of(corpus, made.day), list(corpus.inputs), rng)
        for name in rng.sample(list(given), min(rng.choice((0, 1, 2)), len(given))):
            del given[name]
        found = list(same_answer(bench, shuffled, given, tuple(corpus.decisions)))
        assert not found, f"{seed}: {found[0]}\n{made.text()}"


@pytest.mark.parametrize("first", BLOCKS[::4])
def test_nothing_crashes_on_any_mixture_of_facts(first: int) -> None:
    """Facts that contradict each other, or nothing at all; with the tree, and without naming decisions."""
    for seed in range(first, first + PER_TEST):
        made = _made(seed)
        corpus, _ = load(made.sources())
        bench, rng = Bench(corpus, made.day), Random(seed)
        domains = Domains.of(corpus, made.day)
        for size in (0, 1, len(corpus.inputs)):
            names = rng.sample(list(corpus.inputs), min(size, len(corpus.inputs)))
            given = {name: rng.choice(domains.values(name, {})) for name in names}
            outcome = bench.answer(given, (), tree=True)
            assert outcome.tree is not None
            assert outcome.tree.words().children or not outcome.decisions
