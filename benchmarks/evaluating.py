"""One case evaluated many times in one process: `python -m benchmarks.evaluating CASE` prints what it took, as JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

from benchmarks.processes import percentile

ROUNDS = 300
WARM_UP = 30


def main(path: str) -> dict[str, object]:
    """Microseconds at the median and at the 99th percentile: loading, reading and evaluating; or what is missing."""
    try:
        from verordening.evaluate.evaluation import evaluate
        from verordening.language.reading import CASE_LIMIT, read_text
        from verordening.model.case_reading import read_case
        from verordening.model.corpus import Corpus
        from verordening.model.loading import load_corpus, read_library
    except ImportError as error:
        return {"missing": str(error)}
    library = read_library()
    source = read_text(path, limit=CASE_LIMIT)

    def corpus_for(gemeente: str) -> Corpus:
        return load_corpus(gemeente, library=library)

    case, _ = read_case(source, corpus_for, fictional=lambda: library.fictional)
    corpus = load_corpus(case.gemeente, library=library)
    return {
        "read all regulations": _timed(read_library, 30),
        "corpus from the cache": _timed(lambda: load_corpus(case.gemeente, library=library), 30),
        "evaluate with its tree": _timed(lambda: evaluate(corpus, case, tree=True), ROUNDS),
        "evaluate without tree": _timed(lambda: evaluate(corpus, case), ROUNDS),
    }


def _timed(work: Callable[[], object], rounds: int) -> dict[str, float]:
    for _ in range(min(WARM_UP, rounds)):
        work()
    took = []
    for _ in range(rounds):
        start = time.perf_counter_ns()
        work()
        took.append((time.perf_counter_ns() - start) / 1_000)
    return {"p50": percentile(took, 50), "p99": percentile(took, 99)}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
