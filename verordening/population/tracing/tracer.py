"""Cases of one corpus, day and set of decisions, each worked out by generated Python with its whole tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from verordening.evaluate.deciding import Decided
from verordening.evaluate.outcome import Status
from verordening.evaluate.tracing import EvaluationTree, layout_of
from verordening.model.corpus import Corpus
from verordening.model.rules import Rule
from verordening.model.types import Items, Kind, Type, Value
from verordening.population.facts import column_of, columns_of, known_column, row_of, to_number
from verordening.population.outcomes import NO_RULE, STATUSES
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


_Put = Callable[[list[Any], Value], None]


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
        self._functions: dict[tuple[Value | bool | None, ...], _Function] = {}

    def trace(self, facts: Mapping[str, Value]) -> Trace | None:
        """What a case comes to; None where the interpreter must do it.

        That is where its facts cannot go together, and where the program does not know all that the interpreter does.
        What is open stays so, as strong Kleene logic leaves it: no completions are tried.
        """
        key = *[facts.get(act) for act in self._acts], *[name in facts for name in self._lists]
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
        tree = EvaluationTree(
            self.corpus, self._layout, tuple(decided), tuple(results), applying, in_play, given
        )
        return Trace(tuple(traced), tree)

    def _function(self, facts: Mapping[str, Value]) -> _Function:
        fixed = {act: facts[act] for act in self._acts if act in facts}
        absent = [name for name in self._lists if name not in facts]
        return _Function(self.corpus, generate(self.corpus, self.day, self._layout, fixed, absent))


class _Function:
    """Generated Python that takes the facts of a case."""

    def __init__(self, corpus: Corpus, generated: Generated) -> None:
        self._work_out = generated.work_out
        self._nothing: list[Any] = [False if each.truth else each.low for each in generated.columns]
        places = {each.name: at for at, each in enumerate(generated.columns)}
        putting = {name: _putting(corpus, name, places) for name in corpus.inputs}
        self._put = {name: put for name, put in putting.items() if put is not None}

    def __call__(self, facts: Mapping[str, Value]) -> tuple[Any, ...] | None:
        cells, put = self._nothing.copy(), self._put
        for name, value in facts.items():
            if name in put:
                put[name](cells, value)
        return self._work_out(facts.get, *cells)


def _putting(corpus: Corpus, name: str, places: Mapping[str, int]) -> _Put | None:
    """What puts the value of a fact in its columns; None where the program has none of these."""
    type_ = corpus.inputs[name].type
    if type_.kind is Kind.LIST:
        own = tuple(each for each in columns_of(corpus, name) if each.name in places)

        def put_list(cells: list[Any], value: Value) -> None:
            assert isinstance(value, Items)
            for column, number in row_of(own, {name: value}, corpus).items():
                cells[places[column]] = number

        return put_list if own else None
    at, known = places.get(column_of(name, type_).name), places.get(known_column(name).name)
    if at is None and known is None:
        return None
    number = _numbering(type_)

    def put(cells: list[Any], value: Value) -> None:
        if at is not None:
            cells[at] = number(value)
        if known is not None:
            cells[known] = True

    return put


def _numbering(type_: Type) -> Callable[[Value], Any]:
    """What makes the number of a column of a value, where that can be quicker than `to_number`."""
    if type_.kind is Kind.BOOL:
        return bool
    if type_.kind is Kind.ENUM:
        return {option: at for at, option in enumerate(type_.options)}.__getitem__  # type: ignore[return-value]
    return lambda value: to_number(value, type_)
