"""Sharpening for one case.

What stays open is tried on completions, so that impossible candidates and idle questions fall away.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.evaluate.coherence import coherences_about, contradicted
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided, decide
from verordening.evaluate.guarding import still_guarding
from verordening.evaluate.impossible import out_of_bounds
from verordening.evaluate.outcome import Status
from verordening.evaluate.representatives import Tried, relevant, representatives
from verordening.evaluate.sameness import Told, told_of
from verordening.evaluate.tailoring import tailorings
from verordening.evaluate.unknown import NOTHING, Unknown, joined
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.types import Value
from verordening.records import dataclass, replace

MOST_COMPLETIONS = 1_000
NO_COHERENCES: frozenset[Coherence] = frozenset()


@dataclass(frozen=True, slots=True)
class Split:
    """The answers of one decision for each value tried of one input."""

    name: str
    branches: tuple[tuple[Value, Tree], ...]
    key: object


@dataclass(frozen=True, slots=True)
class Leaf:
    """One answer."""

    decided: Decided
    key: object


Tree = Split | Leaf


class TooManyError(Exception):
    """The completions ran past their number; the answer stays as it was."""


class ImpossibleError(Exception):
    """No completion is left that goes with every samenhang."""


class Completer:
    """Tries completions for the decisions that are open, one missing input at a time, the first declared first."""

    def __init__(self, corpus: Corpus, asked: tuple[str, ...]) -> None:
        self.corpus, self.asked = corpus, asked
        self.tried = 0

    def explore(
        self,
        found: dict[str, Decided],
        context: Context,
        ignored: frozenset[Coherence] = NO_COHERENCES,
    ) -> dict[str, Tree]:
        """The answers of every decision as a tree over the missing inputs.

        What goes against a samenhang is left out, but for the `ignored`: a number was tried without a look at where
        these turn. Raises TooManyError past the limit, and ImpossibleError where nothing is left.
        """
        splitter = self._next(found, context)
        if splitter is None:
            return {name: self._leaf(each, context) for name, each in found.items()}
        name, (values, unseen) = splitter
        waiting = tuple(each for each in found if name in _missing(found[each]))
        others = {each: decided for each, decided in found.items() if each not in waiting}
        trees = self.explore(others, context, ignored)
        heeded = [each for each in coherences_about(self.corpus, name) if each not in ignored | unseen]
        branches: dict[str, list[tuple[Value, Tree]]] = {each: [] for each in waiting}
        guards = still_guarding(context)
        seen: dict[Told, tuple[dict[str, Tree], int]] = {}
        for value in values:
            self._try(1)
            inner = context.completed(name, value)
            inner.guards = guards
            if any(contradicted(each, inner) for each in heeded):
                continue
            told = told_of(name, self.asked, inner)
            if told in seen:
                below, tried = seen[told]
                self._try(tried)
            else:
                before = self.tried
                below = self._below(waiting, inner, ignored | unseen)
                if told is not None:
                    seen[told] = below, self.tried - before
            for each in below:
                branches[each].append((value, below[each]))
        if not all(branches.values()):
            raise ImpossibleError
        return trees | {each: _joined(name, branches[each]) for each in waiting}

    def _try(self, completions: int) -> None:
        """Count completions, also those that are known to come to the same as another."""
        self.tried += completions
        if self.tried > MOST_COMPLETIONS:
            raise TooManyError

    def _below(
        self, waiting: tuple[str, ...], context: Context, ignored: frozenset[Coherence]
    ) -> dict[str, Tree]:
        """The answers of one completion; nothing where it cannot be."""
        decided = decide(waiting, context)
        if out_of_bounds(decided, context):
            return {}
        try:
            return self.explore(decided, context, ignored)
        except ImpossibleError:
            return {}

    def _leaf(self, decided: Decided, context: Context) -> Leaf:
        """One answer, an open one with the duties to tailor that may yet apply.

        While it waits for an input that cannot be split, nothing tells that another is the same.
        """
        if decided.status is not Status.OPEN:
            return Leaf(decided, decided.signature())
        duties = tailorings(decided.decision, decided.possible, None, context)
        waits = any(not self.corpus.inputs[name].general for name in _missing(decided))
        return Leaf(replace(decided, reserved=tuple(duties)), object() if waits else decided.signature())

    def _next(self, found: dict[str, Decided], context: Context) -> tuple[str, Tried] | None:
        missing: set[str] = set()
        for each in found.values():
            missing |= _missing(each)
        declared, compared = self.corpus.inputs, relevant(self.corpus, self.asked)
        for name in sorted((x for x in missing if not declared[x].general), key=lambda x: declared[x].order):
            tried = representatives(name, compared, context, coherences_about(self.corpus, name))
            if tried is not None:
                return name, tried
        return None


def _missing(decided: Decided) -> frozenset[str]:
    """The inputs that may still change an answer."""
    return decided.missing.inputs if decided.status is Status.OPEN else NOTHING


def _joined(name: str, branches: list[tuple[Value, Tree]]) -> Tree:
    keys = [tree.key for _, tree in branches]
    if all(key == keys[0] for key in keys):
        return branches[0][1]
    return Split(name, tuple(branches), (name, tuple(keys)))


def leaves(tree: Tree, fixed: tuple[str, Value] | None = None) -> Iterator[Decided]:
    """The answers in a tree, only those that remain once one input is `fixed`."""
    if isinstance(tree, Leaf):
        yield tree.decided
        return
    for value, below in tree.branches:
        if fixed is None or fixed[0] != tree.name or fixed[1] == value:
            yield from leaves(below, fixed)


def names_in(tree: Tree) -> dict[str, list[Value]]:
    """The inputs that make a difference, with the values tried."""
    found: dict[str, list[Value]] = {}
    if isinstance(tree, Split):
        found[tree.name] = [value for value, _ in tree.branches]
        for _, below in tree.branches:
            for name, values in names_in(below).items():
                known = found.setdefault(name, [])
                known += [each for each in values if each not in known]
    return found


def worst_count(tree: Tree, name: str, values: list[Value]) -> int:
    """How many answers remain at worst once an input is known."""
    return max(len({each.signature() for each in leaves(tree, (name, value))}) for value in values)


def sharpened(base: Decided, tree: Tree) -> Decided:
    """The answer that the completions together allow."""
    found = list({each.signature(): each for each in leaves(tree)}.values())
    relevant = names_in(tree)
    still = [each for each in leaves(tree) if each.status is Status.OPEN]
    inputs = frozenset(relevant) | frozenset(name for each in still for name in each.missing.inputs)
    texts = frozenset(text for each in still for text in each.missing.texts)
    idle = tuple(sorted(base.missing.inputs - inputs - _reserving(tree)))
    one = _same(found)
    if one is not None:
        return replace(one, sharpened=True, idle=idle)
    candidates = tuple(dict.fromkeys(value for each in found for value in _values_of(each)))
    remaining = {way for each in found if each.status is not Status.BEPAALD for way in _ranges_in(each)}
    return replace(
        base,
        candidates=candidates,
        possible=tuple(each for each in base.possible if each.value is not None or each.rule in remaining),
        missing=Unknown(inputs, texts),
        sharpened=True,
        idle=idle,
        complete=all(each.is_told for each in leaves(tree)),
    )


def _reserving(tree: Tree) -> frozenset[str]:
    """The inputs that only say whether, or how far, a duty to tailor applies in an answer: not asked, and not idle."""
    parts = [
        part for each in leaves(tree) for duty in each.reserved for part in (duty.truth, duty.low, duty.high)
    ]
    parts += [each.missing for each in leaves(tree)]
    return joined(part for part in parts if isinstance(part, Unknown)).inputs


def _same(found: list[Decided]) -> Decided | None:
    """The one answer that all completions give; a reservation in some is a reservation."""
    if len(found) == 1:
        return None if found[0].status is Status.OPEN else found[0]
    statuses = {each.status for each in found}
    if statuses <= {Status.BEPAALD, Status.VOORBEHOUD} and len({each.value for each in found}) == 1:
        return next(each for each in found if each.status is Status.VOORBEHOUD)
    if statuses == {Status.STRIJDIG}:
        return found[0]
    return None


def _values_of(each: Decided) -> tuple[Value, ...]:
    if each.status in (Status.BEPAALD, Status.VOORBEHOUD):
        return () if each.value is None else (each.value,)
    return each.candidates


def _ranges_in(each: Decided) -> tuple[int, ...]:
    """The rules behind a missing text, a gap or a choice in an answer."""
    return tuple(way.rule for way in each.possible if way.value is None and way.rule is not None)
