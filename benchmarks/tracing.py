"""`python -m benchmarks.tracing [GEMEENTE]`: one case with its whole tree, by generated Python and by the interpreter.

Of all examples of a municipality (amsterdam) and trials of its law on the day that most of them have, some hundred.
They take turns, so that what slows the machine down slows both. Says microseconds of this thread at the median and
beyond.
"""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Callable
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
MOST = 100
"""To make the functions for all cases takes many minutes."""
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
    quick, slow, left = list[float](), list[float](), 0
    gc.disable()
    for case in cases:
        facts, day = case.inputs(), case.peildatum
        asked = asked_decisions(case.asked, Context(corpus, facts, day))
        tracer = tracers.setdefault((day, asked), Tracer(corpus, day, asked))
        try:
            if tracer.trace(facts) is None:
                left += 1
                continue
        except NotEncodableError:
            left += 1
            continue
        quick += [took_by(lambda: tracer.trace(facts)) for _ in range(ROUNDS)]  # noqa: B023 - called at once
        slow += [took_by(lambda: _interpreted(corpus, case, asked)) for _ in range(ROUNDS // 4)]  # noqa: B023
        gc.collect()
    sys.stdout.write(f"{len(cases)} cases of {gemeente}, {left} left to the interpreter\n")
    for name, every in (("generated Python", quick), ("interpreter, without its words", slow)):
        shares = "   ".join(f"p{share} {percentile(every, share):6.0f} µs" for share in SHARES)
        sys.stdout.write(f"  {name:32} {shares}\n")
    return 0


def _cases(gemeente: str, corpus_of: Callable[[str], Corpus]) -> list[Case]:
    """The examples, and the trials on the day that most of these have."""
    found: list[Case] = []
    for path in trial_paths([str(ROOT / folder) for folder in ("examples", "tests/law/proeven")]):
        source = read_text(path.path, limit=CASE_LIMIT)
        trials = read_trials(source, corpus_of, fictional=tuple).trials
        found += [each.case for each in trials if each.case is not None and not each.case.acts]
    own = [each for each in found if each.gemeente == gemeente]
    ((day, _),) = Counter(each.peildatum for each in own).most_common(1)
    there = [each for each in own if each.peildatum == day]
    return there[:: max(1, len(there) // MOST)]


def _interpreted(corpus: Corpus, case: Case, asked: tuple[str, ...]) -> EvaluationTree:
    """What generated Python says, by the interpreter: no routes, no questions and no words."""
    context = with_implied(Context(corpus, case.inputs(), case.peildatum))
    return trace(decide(asked, context), context)


if __name__ == "__main__":
    sys.exit(main())
