"""One evaluation: a corpus, what is given and the day, with what was worked out so far. Lives as long as one case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from verordening.evaluate.unknown import Result, Truth, Unknown
from verordening.model.corpus import Corpus
from verordening.model.expressions import Expression
from verordening.model.rules import Effect, Rule, Transition
from verordening.model.standards import Floor
from verordening.model.types import Value
from verordening.packed import NamedTuple
from verordening.remembering import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    Found = TypeVar("Found")

    Key = TypeVar("Key")

Speaking = tuple[Rule, Effect]


Cut = tuple[str, Value | None, Value | None, bool]
"""A range of a decision that floors cut: the decision, its ends, and whether those that may be in play cut too."""
Ends = tuple[Result | None, Result | None]


@lru_cache(maxsize=64)
def code_of(corpus: Corpus) -> dict[Expression, Callable[[Context], Result]]:
    """What the expressions of a corpus were made into so far; filled as cases need them."""
    return {}


@lru_cache(maxsize=64)
def tests_of(corpus: Corpus, day: date) -> dict[int, Callable[[Context], Truth]]:
    """What the rules of a corpus were made into so far, for the texts of a day; filled as cases need them."""
    return {}


class Speakers(NamedTuple):
    """The rules that speak of one decision, each with its consequence, by what that does."""

    setting: tuple[Speaking, ...] = ()
    allowing: tuple[Speaking, ...] = ()
    tailoring: tuple[Speaking, ...] = ()
    limiting: tuple[Speaking, ...] = ()
    delegating: tuple[Speaking, ...] = ()


class Context:
    """What expressions and rules are evaluated against. The memos make each rule and concept be worked out once.

    `as_a_whole` is true where a regulation is looked at as a whole, beside a case: relations between leden are then
    tested by what follows from the act alone. `live` are the rules that may apply, per decision; `wider` those of the
    evaluation that this one completes. `examples` is whether the example guidelines speak.
    """

    __slots__ = (
        "applies",
        "as_a_whole",
        "assumed",
        "code",
        "concepts",
        "corpus",
        "cuts",
        "day",
        "decided",
        "elements",
        "examples",
        "floors",
        "guards",
        "inputs",
        "known",
        "live",
        "playing",
        "results",
        "sources",
        "speaks",
        "stands",
        "supposed",
        "tests",
        "told",
        "values",
        "wider",
    )

    def __init__(self, corpus: Corpus, inputs: Mapping[str, Value], day: date) -> None:
        self.corpus = corpus
        self.code = code_of(corpus)
        self.tests = tests_of(corpus, day)
        self.inputs = inputs
        self.day = day
        self.assumed: Mapping[Transition, bool] = {}
        self.supposed: Mapping[Expression, bool] = {}
        self.sources: Mapping[str, frozenset[str]] = {}
        self.as_a_whole = False
        self.examples = False
        self.concepts: dict[str, Result] = {}
        self.results: dict[Expression, Result] = {}
        self.applies: dict[int, Truth] = {}
        self.stands: dict[tuple[int, str], Truth] = {}
        self.speaks: dict[tuple[str, int, str], Truth] = {}
        self.values: dict[tuple[int, str, str], Result] = {}
        self.decided: Mapping[str, Result] = {}
        self.elements: dict[str, Mapping[str, Value]] = {}
        self.told: dict[tuple[str, int], object] = {}
        self.floors: dict[int, Truth] = {}
        self.playing: dict[str, tuple[Mapping[str, Result] | None, tuple[tuple[Floor, Truth], ...]]] = {}
        self.cuts: dict[Cut, tuple[Mapping[str, Result], Ends]] = {}
        self.live: dict[str, Speakers] = {}
        self.guards: Mapping[str, tuple[Floor, ...]] = {}
        self.wider: Mapping[str, Speakers] = {}
        self.known: _Known | None = None

    def completed(self, name: str, value: Value) -> Context:
        """The same evaluation with one more input given."""
        return self.with_more({**self.inputs, name: value})

    def with_more(self, inputs: Mapping[str, Value]) -> Context:
        """The same evaluation with more `inputs` than it has. What was known without them stays so (strong Kleene)."""
        inner = Context(self.corpus, inputs, self.day)
        inner.assumed = self.assumed
        return self._handed_down(inner)

    def assuming(self, transition: Transition, holds: bool) -> Context:
        """The same evaluation where it is settled whether overgangsrecht holds the case to an earlier text."""
        inner = Context(self.corpus, self.inputs, self.day)
        inner.assumed = {**self.assumed, transition: holds}
        inner.sources, inner.elements, inner.decided = self.sources, self.elements, self.decided
        return self._handed_down(inner)

    def supposing(self, outcomes: Mapping[Expression, bool], rules: Mapping[int, bool]) -> Context:
        """The same evaluation, supposing how comparisons that wait for facts come out and which rules apply.

        They come out so whatever these facts are given as afterwards: who supposes, looks at every case of which it is
        true by those values that tell all other comparisons apart.
        """
        inner = Context(self.corpus, self.inputs, self.day)
        inner.assumed = self.assumed
        self._handed_down(inner)
        inner.supposed = {**self.supposed, **outcomes}
        inner.applies.update(rules)
        return inner

    def _handed_down(self, inner: Context) -> Context:
        if self.known is None:
            self.known = _Known(*[known_of(getattr(self, name)) for name in _Known._fields])
        known = self.known
        inner.as_a_whole = self.as_a_whole
        inner.supposed = self.supposed
        inner.concepts = known.concepts.copy()
        inner.results = known.results.copy()
        inner.applies = known.applies.copy()
        inner.stands = known.stands.copy()
        inner.speaks = known.speaks.copy()
        inner.values = known.values.copy()
        inner.floors = known.floors.copy()
        inner.wider = self.live
        return inner


class _Known(NamedTuple):
    """What was known when the first evaluation with more given began: later ones begin with the same."""

    concepts: dict[str, Result]
    results: dict[Expression, Result]
    applies: dict[int, Truth]
    stands: dict[tuple[int, str], Truth]
    speaks: dict[tuple[str, int, str], Truth]
    values: dict[tuple[int, str, str], Result]
    floors: dict[int, Truth]


def told_once(tell: Callable[[Rule, Context], Found]) -> Callable[[Rule, Context], Found]:
    """The same function, worked out once for each rule however many decisions it speaks of."""
    name = tell.__name__

    def once(rule: Rule, context: Context) -> Found:
        key = (name, rule.index)
        found = context.told.get(key)
        if found is None:
            found = context.told[key] = tell(rule, context)
        return found  # type: ignore[return-value]

    once.__name__, once.__doc__ = name, tell.__doc__
    return once


def known_of(found: dict[Key, Found]) -> dict[Key, Found]:
    """What is known of what was found: it stays so when more is given (strong Kleene)."""
    return {key: each for key, each in found.items() if each.__class__ is not Unknown} if found else {}
