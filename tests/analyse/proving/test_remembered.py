"""What is remembered of earlier runs never hides what a change does: after any change the findings are those of a fresh
run.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from random import Random

import pytest

from tests.properties.budgets import FULL
from tests.properties.corpora import load
from tests.properties.generating import regeling
from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.examining import examine
from verordening.analyse.conflicts.finding import Answered, Finding
from verordening.analyse.mutation.making import mutants_of
from verordening.analyse.proving.memory import Memory
from verordening.model.corpus import Corpus

FIRST = 60_000
REGULATIONS = 2_000 if FULL else 4
PER_TEST = 2
CHANGES = 12 if FULL else 2


def told(answers: Iterable[Answered]) -> list[tuple[object, ...]]:
    """What is found, apart from which case shows it: of several that do, either may be given."""
    found: list[tuple[object, ...]] = []
    for each in answers:
        sites = tuple((site.id, site.label, site.decision) for site in each.sites)
        if isinstance(each, Finding):
            found.append((each.code, each.severity, each.message, sites, len(each.witnesses)))
        else:
            found.append((each.code, sites, each.about, each.why))
    return found


def examined(corpus: Corpus, day: date, memory: Memory | None = None) -> list[tuple[object, ...]]:
    own = frozenset(each.place.file for each in corpus.regulations.values())
    return told(examine(Area(corpus, own, day, memory=memory)))


@pytest.mark.parametrize("first", range(FIRST, FIRST + REGULATIONS, PER_TEST))
def test_after_any_change_the_findings_are_those_of_a_fresh_run(
    first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERORDENING_CACHE", "uit")
    for seed in range(first, first + PER_TEST):
        made = regeling(seed)
        corpus, _ = load(made.sources())
        memory = Memory(corpus.gemeente)
        examined(corpus, made.day, memory)
        changes = [each for each in mutants_of(corpus) if not each.refused]
        for each in Random(seed).sample(changes, min(CHANGES, len(changes))):
            changed = each.made()
            assert examined(changed, made.day, memory) == examined(changed, made.day), (
                f"{seed}: {each.key}\n{made.text()}"
            )
