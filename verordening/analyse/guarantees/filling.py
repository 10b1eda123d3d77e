"""Which fact two unfinished cases get next, and which values of it are tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verordening.analyse.guarantees.sides import FEW
from verordening.evaluate.coherence import coherences_about
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth, value
from verordening.evaluate.looked_at import order_of
from verordening.evaluate.numbers import numbers_in
from verordening.evaluate.representatives import FEW_VALUES, Compared, Tried, representatives
from verordening.evaluate.searching import is_open
from verordening.evaluate.thresholds import steps_of, value_at
from verordening.evaluate.unknown import NOTHING, Unknown
from verordening.model import expressions as e
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.dependence import inputs_of, looks_into_list, walk
from verordening.model.expressions import alike
from verordening.model.types import Items, Kind, Value
from verordening.records import dataclass, replace

_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """A fact with values to try. Where it is not `exact` they are just some; to the samenhang `unseen` they do no
    justice.
    """

    name: str
    values: list[Value]
    unseen: frozenset[Coherence]
    exact: bool


class Filling:
    """Chooses the facts to fill in and their values, for what `compared` looks at."""

    def __init__(self, corpus: Corpus, compared: Compared) -> None:
        self.corpus = corpus
        self.compared = replace(
            compared, by_input={name: self._turning(name, nodes) for name, nodes in compared.by_input.items()}
        )
        self._order = order_of(corpus, compared)

    def split(self, names: Iterable[str], contexts: list[Context]) -> Split:
        """The first of these facts of which all values to try can be told, else some values of the first."""
        ordered = self._ordered(names)
        for name in ordered:
            tried = self._tried(name, contexts, loosely=False)
            if tried is not None:
                return Split(name, self._natural(name, tried.values, contexts[0]), tried.unseen, True)
        name = ordered[0]
        tried = self._tried(name, contexts, loosely=True)
        if tried is None:
            tried = Tried(list(self._ends(name)), frozenset(coherences_about(self.corpus, name)))
        return Split(name, self._natural(name, tried.values, contexts[0]), tried.unseen, False)

    def leaves_out_only_idle(self, name: str, contexts: list[Context]) -> bool:
        """Whether each comparison of a fact with something that is missing comes to nothing at every value tried.

        Where all that turns on the fact is told there, it then is in between too: no other comparison turns there.
        """
        for node in self.compared.by_input.get(name, ()):
            if looks_into_list(self.corpus, node):
                return False
            if any(isinstance(value(each, contexts[0]), Unknown) for each in (node.left, node.right)) and any(
                not isinstance(truth(node, each), Unknown) for each in contexts
            ):
                return False
        return True

    def open_comparison(
        self, names: Iterable[str], contexts: list[Context], apart: Iterable[str]
    ) -> e.Compare | None:
        """A comparison of one of these facts with others that are missing, and not with one in which cases differ."""
        apart = frozenset(apart)
        for name in self._ordered(names):
            for node in self.compared.by_input.get(name, ()):
                if apart.isdisjoint(inputs_of(self.corpus, node)) and all(
                    is_open(node, each) for each in contexts
                ):
                    return node
        return None

    def supposing(self, node: e.Compare, outcome: bool, context: Context) -> Context:
        """The same case where it is supposed how a comparison comes out, and all that say the same or the opposite."""
        outcomes: dict[e.Expression, bool] = {}
        for other in self.compared.by_input[inputs_of(self.corpus, node)[0]]:
            if alike(node.left, other.left) and alike(node.right, other.right):
                if other.operator == node.operator:
                    outcomes[other] = outcome
                elif other.operator == _OPPOSITE[node.operator]:
                    outcomes[other] = not outcome
        return context.supposing(outcomes, {})

    def _turning(self, name: str, nodes: list[e.Compare]) -> list[e.Compare]:
        """The comparisons that turn on a fact itself; what turns on others that do, turns where those do."""
        if self.corpus.inputs[name].type.kind in (*FEW, Kind.LIST):
            return nodes
        corpus = self.corpus
        return [
            each
            for each in nodes
            if numbers_in(each.left, corpus)[name] + numbers_in(each.right, corpus)[name]
        ]

    def _ordered(self, names: Iterable[str]) -> list[str]:
        met = self._order
        return sorted(names, key=lambda each: (met.get(each, len(met)), each))

    def _tried(self, name: str, contexts: list[Context], *, loosely: bool) -> Tried | None:
        """Values to try, of all these cases together."""
        about = coherences_about(self.corpus, name)
        every = self._every_value(name)
        if every is not None:
            return Tried(every)
        compared = replace(self.compared, flowing=NOTHING) if loosely else self.compared
        found: dict[Value, None] = {}
        unseen: set[Coherence] = set()
        for context in contexts:
            tried = representatives(name, compared, context, about, loosely=loosely)
            if tried is None:
                return None
            found.update(dict.fromkeys(tried.values))
            unseen |= tried.unseen
        return Tried(list(found), frozenset(unseen))

    def _every_value(self, name: str) -> list[Value] | None:
        """All values of a number with a few."""
        declared = self.corpus.inputs[name].type
        if declared.kind in (*FEW, Kind.LIST) or declared.indefinite or steps_of(declared) >= FEW_VALUES:
            return None
        return [value_at(declared, step) for step in range(steps_of(declared) + 1)]

    def _natural(self, name: str, values: list[Value], context: Context) -> list[Value]:
        """The most likely first: nee, and days near the day itself."""
        kind = self.corpus.inputs[name].type.kind
        if kind is Kind.BOOL:
            return sorted(values, key=bool)
        if kind is not Kind.DATE:
            return values
        today = context.day.toordinal()
        return sorted(values, key=lambda each: abs(each.toordinal() - today))  # type: ignore[union-attr]  # days

    def _elements(self, name: str) -> Iterator[dict[str, Value]]:
        """What conditions say of an element that there is: each of its fields that they compare with a constant."""
        for node in (each for top in self.compared.nodes for each in walk(top, self.corpus.concepts)):
            if not isinstance(node, e.SomeOf) or node.list != name:
                continue
            match node.condition:
                case e.And() as all_of:
                    parts = all_of.operands
                case e.Compare() as one:
                    parts = (one,)
                case _:
                    continue
            found: dict[str, Value] = {}
            for part in parts:
                match part:
                    case e.Compare(
                        operator="=", left=e.FieldValue() as field, right=e.Constant() as constant
                    ):
                        found[field.name] = constant.value
            yield found

    def _ends(self, name: str) -> Iterator[Value]:
        """The least, the middle and the most that a number can be; a list that is empty, and each with one element that
        a condition asks for.
        """
        declared = self.corpus.inputs[name].type
        if declared.kind is Kind.LIST:
            yield Items(())
            yield from (Items((each,)) for each in self._elements(name))
        else:
            last = steps_of(declared)
            yield from (value_at(declared, step) for step in sorted({0, last // 2, last}))
