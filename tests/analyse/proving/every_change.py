"""Every change of one thing in the rules of a municipality: with what an earlier run remembers the findings are those
of a fresh run, at what cost. By hand, some seconds for each change:

    python -m tests.analyse.proving.every_change [GEMEENTE [FILE [EACH]]]

`EACH` takes one of so many changes. Each starts from what is remembered of the unchanged rules.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from multiprocessing import get_context
from typing import Final

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.examining import examine
from verordening.analyse.conflicts.finding import Answered, Finding
from verordening.analyse.conflicts.second_tier import SecondTier, solver_version
from verordening.analyse.guarantees.second_tier import settle
from verordening.analyse.mutation.making import mutants_of
from verordening.analyse.mutation.mutant import Mutant
from verordening.analyse.proving.memory import Memory
from verordening.model.corpus import Corpus
from verordening.model.loading import load_set, new_texts, read_library
from verordening.records import dataclass

DAY: Final = date(2026, 3, 1)
_Told = tuple[object, ...]


def told(answers: Iterator[Answered]) -> list[_Told]:
    """What is found, apart from which case shows it."""
    found: list[_Told] = []
    for each in answers:
        sites = tuple((site.id, site.label, site.decision) for site in each.sites)
        if isinstance(each, Finding):
            found.append((each.code, each.severity, each.message, sites, len(each.witnesses), each.remarks))
        else:
            found.append((each.code, sites, each.about, each.why))
    return found


def examined(corpus: Corpus, own: frozenset[str], memory: Memory | None) -> list[_Told]:
    """What is found in a corpus, with the solver where it is there."""
    version = solver_version()
    solve = SecondTier(corpus) if version else None
    area = Area(
        corpus, own, DAY, solve=solve, settle=settle if version else None, memory=memory, solver=version
    )
    return told(examine(area))


@dataclass(frozen=True, slots=True)
class _Before:
    """What each change starts from, in a process of its own."""

    changes: tuple[Mutant, ...]
    own: frozenset[str]
    memory: Memory


_before: list[_Before] = []
"""Where a forked process finds it: changes cannot be sent."""


def looked_into(number: int) -> tuple[float, float, list[_Told]]:
    """Of a change the CPU seconds with and without what is remembered, and what is found in just one of the two."""
    mutant, own, memory = _before[0].changes[number], _before[0].own, _before[0].memory
    start = time.process_time()
    remembered = examined(mutant.made(), own, memory)
    between = time.process_time()
    fresh = examined(mutant.made(), own, None)
    after = time.process_time()
    apart = [each for each in (*fresh, *remembered) if (each in fresh) is not (each in remembered)]
    return between - start, after - between, apart


def main(words: Sequence[str]) -> int:
    """Go through all changes; 1 where a remembered answer is another than a fresh one."""
    gemeente, file, each = (*words, *("amsterdam", "maatregelen.vrd", "1")[len(words) :])
    os.environ["VERORDENING_CACHE"] = "uit"
    named = read_library().set_of(gemeente)
    corpus = load_set(named, new_texts())
    start = next(place for place in named.own if place.endswith(f"{gemeente}/{file}"))
    changes = tuple(one for one in mutants_of(corpus, start) if not one.refused)[:: int(each)]
    memory = Memory(gemeente)
    examined(corpus, named.own, memory)
    _before.append(_Before(changes, named.own, memory))
    costs: list[tuple[float, str]] = []
    wrong = 0
    for number, one in enumerate(changes):
        with get_context("fork").Pool(1) as pool:
            cost, fresh, apart = pool.apply(looked_into, (number,))
        name = f"{one.key.name}: {one.key.sort}, {one.key.words}"
        costs.append((cost, name))
        wrong += bool(apart)
        sys.stdout.write(f"{cost:6.2f} s, fresh {fresh:6.2f} s  {name}\n")
        sys.stdout.writelines(f"   in one of the two: {each}\n" for each in apart)
        sys.stdout.flush()
    ordered = sorted(costs)
    at = [ordered[min(len(ordered) - 1, int(part * len(ordered)))][0] for part in (0.5, 0.9, 1)]
    sys.stdout.write(
        f"{len(ordered)} changes; median, 90 %, most: {', '.join(f'{cost:.2f} s' for cost in at)}\n"
    )
    sys.stdout.write(f"{wrong} with another answer than a fresh run\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
