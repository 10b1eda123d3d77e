"""Cases evaluated many times in one process: `python -m benchmarks.evaluating CASE…` prints what it took, as JSON.

As in a command nothing collects garbage meanwhile; what is measured is the time of this thread.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from benchmarks.processes import percentile

ROUNDS = 300
ROUNDS_EACH = 60
WARM_UP = 60
"""More than it takes before a function is written for the cases that give these facts."""
LOOPS = 5_000
"""An empty loop of so many rounds tells how fast the machine is at that moment."""

if TYPE_CHECKING:
    from verordening.model.case import Case
    from verordening.model.corpus import Corpus

Work = Callable[[], object]


def main(path: str) -> dict[str, object]:
    """Microseconds at the median and at the 99th percentile: loading, reading and evaluating; or what is missing."""
    try:
        from verordening.model.loading import load_corpus, read_library
    except ImportError as error:
        return {"missing": str(error)}
    library = read_library()
    gemeente = _opened(path)[0].gemeente
    first = took_by(evaluation_of(path))
    return {
        "read all regulations": timed(read_library, 30),
        "corpus from the cache": timed(lambda: load_corpus(gemeente, library=library), 30),
        "first evaluation in a process": {"p50": first, "p99": first},
        "evaluate with its tree": timed(evaluation_of(path), ROUNDS),
        "evaluate without tree": timed(evaluation_of(path, tree=False), ROUNDS),
    }


def every(paths: list[str]) -> dict[str, dict[str, float]]:
    """Evaluating each of these cases with its whole tree: microseconds, and how many empty loops that is.

    They take turns, so that what slows the machine down slows them all. In its turn each is evaluated twice, and the
    second time counts: the others have swept it out of the processor's memory.
    """
    works = {path: evaluation_of(path) for path in paths}
    took: dict[str, list[float]] = {path: [] for path in paths}
    loops: list[float] = []
    for work in works.values():
        for _ in range(WARM_UP):
            work()
    for _ in range(ROUNDS_EACH):
        loops.append(took_by(_loop))
        for path, work in works.items():
            work()
            took[path].append(took_by(work))
    loop = percentile(loops, 50)
    return {
        path: {
            "p50": percentile(each, 50),
            "best": min(each),
            "p99": percentile(each, 99),
            "loops": percentile(each, 50) / loop,
        }
        for path, each in took.items()
    }


def evaluation_of(path: str, overlay: str | None = None, *, tree: bool = True) -> Work:
    """The evaluation of one case, to be called."""
    from verordening.evaluate.evaluation import evaluate

    case, corpus = _opened(path, overlay)
    return lambda: evaluate(corpus, case, tree=tree)


def _opened(path: str, overlay: str | None = None) -> tuple[Case, Corpus]:
    from verordening.language.reading import CASE_LIMIT, read_text
    from verordening.model.case_reading import read_case
    from verordening.model.loading import load_corpus, read_library

    library = read_library(overlay=overlay)
    known: dict[str, Corpus] = {}

    def corpus_for(gemeente: str) -> Corpus:
        return known.setdefault(gemeente, load_corpus(gemeente, library=library))

    case, _ = read_case(read_text(path, limit=CASE_LIMIT), corpus_for, fictional=lambda: library.fictional)
    return case, corpus_for(case.gemeente)


def timed(work: Work, rounds: int) -> dict[str, float]:
    """Microseconds at the median and at the 99th percentile."""
    gc.disable()
    for _ in range(min(WARM_UP, rounds)):
        work()
    took = [took_by(work) for _ in range(rounds)]
    return {"p50": percentile(took, 50), "p99": percentile(took, 99)}


def _loop() -> None:
    for _ in range(LOOPS):
        pass


def took_by(work: Work) -> float:
    """Microseconds of this thread."""
    start = time.thread_time_ns()
    work()
    return (time.thread_time_ns() - start) / 1_000


if __name__ == "__main__":
    gc.disable()
    print(
        json.dumps(
            main(sys.argv[1]) if len(sys.argv) == 2 else every([each for each in sys.argv[1:] if each])
        )
    )
