"""Cases of one corpus, day and set of decisions, each worked out by generated Python with its whole tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from verordening.evaluate.deciding import Decided
from verordening.evaluate.outcome import Status
from verordening.evaluate.tracing import EvaluationTree, layout_of
from verordening.model.corpus import Corpus
from verordening.model.resolving.lists import MOST_ELEMENTS
from verordening.model.rules import Rule
from verordening.model.types import Items, Kind, Value
from verordening.population.lowering.facts import Room
from verordening.population.outcomes import NO_RULE, STATUSES
from verordening.population.tracing.cells import putting
from verordening.population.tracing.generated import Generated, generate
from verordening.population.tracing.reading import NOT_KNOWN


class Traced(NamedTuple):
    """What one decision comes to. `value` is None where nothing settles it; `amount` in cents; `rule` cites itself.

    `overridden`: a floor replaced what the rule gave.
    """

    decision: str
    status: Status
    value: Value | None
    rule: Rule | None
    amount: int | None
    overridden: bool


class Trace(NamedTuple):
    """What each decision of a case comes to, with the evaluation tree."""

    decisions: tuple[Traced, ...]
    tree: EvaluationTree


ROOMS: Final = (Room(0, 0), Room(1, 1), Room(2, 2), Room(3, 4), Room(5, 8), Room(9, MOST_ELEMENTS))
"""A function is made for so many elements of a list."""


class Tracer:
    """Works cases out, one after the other. For who has many of one day: it makes a function for each kind of act and
    for which lists are given.

    Raises NotEncodableError, also while tracing, where a program cannot say all of these decisions.
    """

    def __init__(self, corpus: Corpus, day: date, decisions: Sequence[str]) -> None:
        self.corpus, self.day, self.decisions = corpus, day, tuple(dict.fromkeys(decisions))
        self._acts = tuple(
            {corpus.decisions[name].per: None for name in self.decisions if corpus.decisions[name].per}
        )
        self._layout = layout_of(corpus, self.decisions, day)
        self._lists = tuple(name for name, each in corpus.inputs.items() if each.type.kind is Kind.LIST)
        self._functions: dict[tuple[Value | Room | None, ...], _Function] = {}

    @property
    def functions(self) -> int:
        """How many functions were made."""
        return len(self._functions)

    def trace(self, facts: Mapping[str, Value]) -> Trace | None:
        """What a case comes to; None where the interpreter must do it.

        That is where its facts cannot go together, and where the program does not know all that the interpreter does.
        What is open stays so, as strong Kleene logic leaves it: no completions are tried.
        """
        key = *[facts.get(act) for act in self._acts], *[_room(facts.get(name)) for name in self._lists]
        function = self._functions.get(key)
        if function is None:
            function = self._functions[key] = self._function(facts)
        found = function(facts)
        if found is None:
            return None
        *decisions, results, applying, in_play, given = found
        traced, decided = [], []
        for name, (value, status, rule, amount, has_amount, overridden) in zip(
            self.decisions, decisions, strict=True
        ):
            known = None if value is NOT_KNOWN else value
            traced.append(
                Traced(
                    name,
                    STATUSES[status],
                    known,
                    None if rule == NO_RULE else self.corpus.rules[rule],
                    amount if has_amount else None,
                    bool(overridden),
                )
            )
            decided.append(Decided(name, STATUSES[status], (), known))
        tree = EvaluationTree(self.corpus, self._layout, tuple(decided), results, applying, in_play, given)
        return Trace(tuple(traced), tree)

    def _function(self, facts: Mapping[str, Value]) -> _Function:
        fixed = {act: facts[act] for act in self._acts if act in facts}
        rooms = {name: _room(facts.get(name)) for name in self._lists}
        return _Function(self.corpus, generate(self.corpus, self.day, self._layout, fixed, rooms))


def _room(given: Value | None) -> Room:
    """How many elements a list gives, as far as a function is made for that."""
    if given is None:
        return ROOMS[0]
    assert isinstance(given, Items)
    return next(room for room in ROOMS if len(given.elements) <= room.most)


class _Function:
    """Generated Python that takes the facts of a case."""

    def __init__(self, corpus: Corpus, generated: Generated) -> None:
        self._work_out = generated.work_out
        self._nothing: list[Any] = [False if each.truth else each.low for each in generated.columns]
        places = {each.name: at for at, each in enumerate(generated.columns)}
        every = {name: putting(name, each.type, places) for name, each in corpus.inputs.items()}
        self._put = {name: put for name, put in every.items() if put is not None}

    def __call__(self, facts: Mapping[str, Value]) -> tuple[Any, ...] | None:
        cells, put = self._nothing.copy(), self._put
        for name, value in facts.items():
            if name in put:
                put[name](cells, value)
        return self._work_out(facts.get, *cells)
