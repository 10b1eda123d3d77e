"""`python -m benchmarks.tracing [GEMEENTE]`: one case with its whole tree, by generated Python and by the interpreter.

Of all examples of a municipality (amsterdam) and trials of its law on the day that most of them have. They take turns,
so that what slows the machine down slows all. Says microseconds of this thread at the median and beyond, and how long
it took to make the functions.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from benchmarks.evaluating import took_by
from benchmarks.processes import percentile
from verordening.evaluate.coherence import with_implied
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import decide
from verordening.evaluate.scope import asked_decisions
from verordening.evaluate.tracing import EvaluationTree, trace
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.loading import load_corpus, read_library
from verordening.model.trials.files import trial_paths
from verordening.model.trials.reading import read_trials
from verordening.population.tracing.tracer import Tracer
from verordening.symbolic.refusing import NotEncodableError

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 20
SHARES = (50, 90, 99)


def main() -> int:
    """Print both in a line each, and how many cases generated Python leaves to the interpreter."""
    gemeente = sys.argv[1] if len(sys.argv) > 1 else "amsterdam"
    library = read_library()
    corpora: dict[str, Corpus] = {}

    def corpus_of(name: str) -> Corpus:
        return corpora.setdefault(name, load_corpus(name, library=library))

    cases, corpus = _cases(gemeente, corpus_of), corpus_of(gemeente)
    tracers: dict[object, Tracer] = {}
    traced: list[tuple[Case, tuple[str, ...], Tracer]] = []
    made: list[float] = []
    for case in cases:
        asked = asked_decisions(case.asked, Context(corpus, case.inputs(), case.peildatum))
        tracer = tracers.setdefault((case.peildatum, asked), Tracer(corpus, case.peildatum, asked))
        before = tracer.functions
        start = time.thread_time()
        with suppress(NotEncodableError):
            if tracer.trace(case.inputs()) is not None:
                traced.append((case, asked, tracer))
        if tracer.functions > before:
            made.append(time.thread_time() - start)
    sys.stdout.write(
        f"{len(cases)} cases of {gemeente}, {len(cases) - len(traced)} left to the interpreter\n"
    )
    shares = "   ".join(f"p{share} {percentile(made, share):.2f} s" for share in SHARES)
    sys.stdout.write(f"  {len(made)} functions made, each in {'':16} {shares}\n")
    for name, every in _measured(traced).items():
        shares = "   ".join(f"p{share} {percentile(every, share):6.0f} µs" for share in SHARES)
        sys.stdout.write(f"  {name:40} {shares}\n")
    return 0


def _measured(traced: list[tuple[Case, tuple[str, ...], Tracer]]) -> dict[str, list[float]]:
    """Microseconds of every round. What was loaded is frozen, as in a service that stays up: none of it is garbage."""
    quick, collected, slow = list[float](), list[float](), list[float]()
    gc.collect()
    gc.freeze()
    for case, asked, tracer in traced:
        quickly = partial(tracer.trace, case.inputs())
        gc.disable()
        quick += [took_by(quickly) for _ in range(ROUNDS)]
        slow += [took_by(partial(_interpreted, tracer.corpus, case, asked)) for _ in range(ROUNDS // 4)]
        gc.enable()
        collected += [took_by(quickly) for _ in range(ROUNDS)]
    return {
        "generated Python": quick,
        "generated Python, collecting garbage": collected,
        "interpreter, without its words": slow,
    }


def _cases(gemeente: str, corpus_of: Callable[[str], Corpus]) -> list[Case]:
    """The examples, and the trials on the day that most of these have."""
    found: list[Case] = []
    for path in trial_paths([str(ROOT / folder) for folder in ("examples", "tests/law/proeven")]):
        source = read_text(path.path, limit=CASE_LIMIT)
        trials = read_trials(source, corpus_of, fictional=tuple).trials
        found += [each.case for each in trials if each.case is not None and not each.case.acts]
    own = [each for each in found if each.gemeente == gemeente]
    ((day, _),) = Counter(each.peildatum for each in own).most_common(1)
    return [each for each in own if each.peildatum == day]


def _interpreted(corpus: Corpus, case: Case, asked: tuple[str, ...]) -> EvaluationTree:
    """What generated Python says, by the interpreter: no routes, no questions and no words."""
    context = with_implied(Context(corpus, case.inputs(), case.peildatum))
    return trace(decide(asked, context), context)


if __name__ == "__main__":
    sys.exit(main())
