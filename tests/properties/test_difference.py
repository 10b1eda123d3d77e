"""`vergelijk` on random regulations of which one thing was changed, against cases that are worked out one by one.

Where it says that nothing changes for a decision, no case comes to something else. Each case that it shows does.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from tests.properties.budgets import FULL
from tests.properties.cases import Given, complete_case
from tests.properties.corpora import load
from tests.properties.generating import Regeling, regeling
from tests.properties.values import Domains
from verordening.analyse.difference import twin
from verordening.analyse.difference.comparing import compare
from verordening.analyse.difference.found import Difference, Group
from verordening.analyse.mutation.making import mutants_of
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided, decide
from verordening.evaluate.impossible import out_of_bounds
from verordening.evaluate.outcome import Status
from verordening.language.diagnostics import Severity
from verordening.model.corpus import Corpus

REGULATIONS = 400 if FULL else 12
PER_REGULATION = 6 if FULL else 2
SAMPLES = 400 if FULL else 60


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(twin, "MOST_OUTLINED", 400)
    monkeypatch.setattr(twin, "MOST_FILLED_IN", 100)


@pytest.mark.parametrize("seed", range(REGULATIONS))
def test_nothing_changes_where_it_says_so(seed: int) -> None:
    random = regeling(seed)
    old, remarks = load(random.sources())
    assert not any(each.severity is Severity.FOUT for each in remarks)
    rng = Random(seed)
    for new in _changed(old, rng):
        found = compare(old, new, [random.day])
        assert not found.faults
        for each in found.decisions:
            assert all(_differs(group, each.decision.name) for group in each.groups)
        missed = list(_missed(found, old, new, random, rng))
        assert not missed, missed[0]


def _changed(corpus: Corpus, rng: Random) -> Iterator[Corpus]:
    mutants = [each for each in mutants_of(corpus) if not each.refused]
    for each in rng.sample(mutants, min(PER_REGULATION, len(mutants))):
        yield each.made()


def _differs(group: Group, name: str) -> bool:
    return group.witness.agrees and _words(group.witness.old.decision(name)) != _words(
        group.witness.new.decision(name)
    )


def _words(decision: object) -> tuple[object, ...]:
    return tuple(
        getattr(decision, name) for name in ("status", "shown", "range", "candidates", "missing_texts")
    )


def _missed(found: Difference, old: Corpus, new: Corpus, random: Regeling, rng: Random) -> Iterator[str]:
    """The cases that differ for a decision of which it is said that none does."""
    told = {each.decision.name: each for each in found.decisions}
    same = [
        name
        for name in new.decisions
        if name not in told or (told[name].complete and not told[name].groups and not told[name].doubts)
    ]
    domains = [Domains.of(each, random.day) for each in (old, new)]
    names = [name for name, each in new.inputs.items() if not each.general]
    for _ in range(SAMPLES):
        given = complete_case(rng.choice(domains), names, rng)
        for name in same:
            came = [_came(each, given, name, random) for each in (old, new)]
            if came[0] != came[1] and None not in came:
                yield f"{name}: {came[0]} wordt {came[1]} bij {given}\n{random.text()}"


def _came(corpus: Corpus, given: Given, name: str, random: Regeling) -> tuple[object, ...] | None:
    context = Context(corpus, given, random.day)
    found = decide((name,), context)
    return None if out_of_bounds(found, context) else _came_to(found[name])


def _came_to(found: Decided) -> tuple[object, ...]:
    status = Status.BEPAALD if found.status is Status.VOORBEHOUD else found.status
    return status, found.value, found.low, found.high
