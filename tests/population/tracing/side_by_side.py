"""`python -m tests.population.tracing.side_by_side [ROWS]`: generated Python and interpreter, with their whole trees.

The rows are those of `trialled`: every trial of the law, and again with facts left out. Says every difference, how many
cases the interpreter must do and why, and how long a case takes.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter
from datetime import date
from itertools import groupby
from random import Random

from tests.law.examples import corpus_of
from tests.population.lowering.trialled import SEED, Row, trial_rows, with_gaps
from tests.population.tracing.telling import differences
from verordening.population.tracing.tracer import Trace, Tracer
from verordening.symbolic.refusing import NotEncodableError

ROWS = 20_000


def main() -> int:
    """Print what came of all rows; 1 where the two do not agree on any."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    rows = sorted(with_gaps(trial_rows(), count, Random(SEED)), key=_group)
    left, wrong, took, statuses = Counter[str](), 0, list[float](), Counter[str]()
    for (gemeente, day, decisions), own in groupby(rows, _group):
        corpus = corpus_of(gemeente)
        tracer = Tracer(corpus, day, decisions)
        for row in own:
            try:
                traced = tracer.trace(row.facts)
            except NotEncodableError as error:
                left[str(error)] += 1
                continue
            if traced is None:
                left["een rij die het programma overlaat"] += 1
                continue
            took.append(_time(tracer, row))
            statuses.update(each.status.value for each in traced.decisions)
            found = differences(corpus, day, decisions, row.facts, traced)
            if found:
                wrong += 1
                sys.stdout.write(f"{row}\n  {found[:5]}\n")
    sys.stdout.write(f"{len(rows)} rows; {len(took)} traced, {wrong} differ; {dict(statuses)}\n")
    sys.stdout.write(f"left to the interpreter: {dict(left)}\n")
    took.sort()
    for share in (50, 90, 99):
        sys.stdout.write(f"p{share}: {took[len(took) * share // 100]:.0f} us\n")
    return int(wrong > 0)


def _group(row: Row) -> tuple[str, date, tuple[str, ...]]:
    return row.gemeente, row.day, row.decisions


def _time(tracer: Tracer, row: Row) -> float:
    """Microseconds of this thread for one case, the second time: the first may make the function."""
    gc.disable()
    start = time.thread_time_ns()
    found: Trace | None = tracer.trace(row.facts)
    took = (time.thread_time_ns() - start) / 1_000
    gc.enable()
    assert found is not None
    return took


if __name__ == "__main__":
    sys.exit(main())
