"""Which trials look at what: found by running each once on a corpus that notes what is asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, SupportsIndex

from verordening.analyse.mutation.mutant import Mutant
from verordening.analyse.trials.running import Tried, Verdict, run_trial
from verordening.evaluate.coherence import implied
from verordening.evaluate.context import Context, code_of
from verordening.evaluate.written import as_written
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.dependence import parts
from verordening.model.standards import Floor
from verordening.model.trials.trial import Trial
from verordening.records import dataclass, replace


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """What one trial looked at, and the ids of the rules that its outcome names.

    `bases` are the facts that it was evaluated on with their day: those of the case, or of each act in it.
    `has_months`: its outcome tells months, for which amounts of other days count.
    """

    trial: Trial
    rules: frozenset[int]
    concepts: frozenset[str]
    tables: frozenset[str]
    floors: frozenset[str]
    decisions: frozenset[str]
    inputs: frozenset[str]
    guidelines: frozenset[str]
    has_acts: bool
    named: frozenset[str]
    bases: tuple[Context, ...]
    has_months: bool


def looked_at(trial: Trial, corpus: Corpus) -> tuple[Looked | None, Tried]:
    """What a trial looks at; None where it does not come to what it says, and so can show nothing."""
    rules, concepts = _Rules(corpus.rules), _Noting(corpus.concepts)
    tables, decisions = _Noting(corpus.tables), _Noting(corpus.decisions)
    noting = replace(corpus, rules=rules, concepts=concepts, tables=tables, decisions=decisions)
    tried = run_trial(trial, lambda _: noting)
    if tried.verdict is not Verdict.GOED or trial.case is None:
        return None, tried
    code = code_of(noting)
    floors = frozenset(floor.name for floor in corpus.floors if any(node in code for node in _nodes(floor)))
    facts = {*trial.case.inputs(), *(name for act in trial.case.acts for name in act.facts)}
    found = Looked(
        trial,
        frozenset(rules.asked),
        frozenset(concepts.asked),
        frozenset(tables.asked),
        floors,
        frozenset(decisions.asked),
        frozenset(facts),
        frozenset(each.path[1] for each in trial.expectations if each.path[0] == "richtlijnen"),
        bool(trial.case.acts),
        frozenset(_named(as_written(tried.outcome))) if tried.outcome is not None else frozenset(),
        tuple(_bases(trial.case, corpus)),
        tried.outcome is not None and bool(tried.outcome.calendar.months),
    )
    return found, tried


def _bases(case: Case, corpus: Corpus) -> Iterator[Context]:
    for each in (case, *(case.with_act(act, kind) for act in case.acts for kind in act.kinds or ("",))):
        yield Context(corpus, implied(corpus, each.inputs(), case.peildatum).inputs, case.peildatum)


def noticing(mutant: Mutant, looked: Iterable[Looked]) -> list[Looked]:
    """The trials that may notice a mutant, those that most likely do first."""
    found = [each for each in looked if _may_notice(mutant, each)]
    return sorted(found, key=lambda each: (mutant.key.name not in each.named, len(each.rules)))


def _may_notice(mutant: Mutant, looked: Looked) -> bool:
    return bool(
        (mutant.rules and not mutant.rules.isdisjoint(looked.rules))
        or (mutant.concept and mutant.concept in looked.concepts)
        or (mutant.table and mutant.table in looked.tables)
        or (mutant.floor and mutant.floor in looked.floors)
        or (mutant.decision and mutant.decision in looked.decisions)
        or (mutant.inputs and not mutant.inputs.isdisjoint(looked.inputs))
        or (mutant.acts and looked.has_acts)
        or (mutant.guideline and mutant.guideline in looked.guidelines)
    )


def _nodes(floor: Floor) -> Iterator[Any]:
    waiting = [node for node in (floor.condition, floor.exception, floor.demand) if node is not None]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(parts(node))


def _named(node: Any) -> Iterator[str]:
    """The ids of rules in an outcome as it is written."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "regel" and isinstance(value, str):
                yield value
            elif key == "bevestigd_door" or key == "ondergrenzen":
                yield from value
            else:
                yield from _named(value)
    elif isinstance(node, list):
        for each in node:
            yield from _named(each)


class _Rules(tuple[Any, ...]):
    """Rules that note which of them were asked for by number."""

    asked: set[int]

    def __new__(cls, rules: Iterable[Any]) -> _Rules:
        made = super().__new__(cls, rules)
        made.asked = set()
        return made

    def __getitem__(self, index: SupportsIndex | slice) -> Any:
        if isinstance(index, int):
            self.asked.add(index)
        return super().__getitem__(index)


class _Noting(dict[str, Any]):
    """Declarations that note which of them were asked for by name."""

    def __init__(self, given: dict[str, Any]) -> None:
        super().__init__(given)
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.asked.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """As of a dict."""
        self.asked.add(name)
        return super().get(name, default)
