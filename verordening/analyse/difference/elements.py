"""What differs between two corpora, one thing at a time, and in which cases that surely makes no difference."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Protocol

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.coherence import coherences_about, contradicted
from verordening.evaluate.context import Context
from verordening.evaluate.guarding import in_play
from verordening.evaluate.rules import applies
from verordening.evaluate.standing import delegation_stands
from verordening.evaluate.unknown import NOTHING, Truth, Unknown, all_of, any_of, joined, negated
from verordening.model.standards import Floor
from verordening.model.types import INDEFINITE, Items, Kind, Type, Value
from verordening.records import dataclass


class Both(NamedTuple):
    """One case under two corpora."""

    old: Context
    new: Context

    @property
    def facts(self) -> dict[str, Value]:
        """Everything that is given."""
        return {**self.old.inputs, **self.new.inputs}

    def given(self, name: str, value: Value) -> Both:
        """The same case with one more fact, for the corpora that know it."""
        return Both(*(each.completed(name, value) if name in each.corpus.inputs else each for each in self))


class Element(Protocol):
    """Something that is not the same in both corpora."""

    def idle(self, both: Both) -> Truth:
        """Whether in this case it surely makes no difference; or the facts that may yet make it so."""


def _idle(old: Truth, new: Truth, *, alike: bool) -> Truth:
    """Where neither holds there is no difference, nor where both hold and do the same."""
    if old is False and new is False:
        return True
    missing = [each for each in (old, new) if isinstance(each, Unknown)]
    if not missing:
        return alike and old is new
    waiting = joined(missing)
    return waiting if waiting.inputs else False


@dataclass(frozen=True, slots=True)
class ChangedRule:
    """A rule that is another text, or stands in one corpus only. `alike`: only when it applies is otherwise."""

    old: int | None
    new: int | None
    alike: bool

    def idle(self, both: Both) -> Truth:
        """Where it applies in neither, or in both and says the same."""
        old = False if self.old is None else applies(self.old, both.old)
        new = False if self.new is None else applies(self.new, both.new)
        return _idle(old, new, alike=self.alike)


@dataclass(frozen=True, slots=True)
class ChangedBeside:
    """A rule of which only what it says of another decision changed: floors may hold the two beside each other."""

    rule: ChangedRule
    old: tuple[Floor, ...]
    new: tuple[Floor, ...]

    def idle(self, both: Both) -> Truth:
        """Where the rule is idle, or no floor is about the case."""
        playing = [in_play(each, both.old) for each in self.old] + [
            in_play(each, both.new) for each in self.new
        ]
        return any_of((self.rule.idle(both), negated(any_of(playing))))


@dataclass(frozen=True, slots=True)
class ChangedFloor:
    """A floor that is another text, or stands in one corpus only. `alike`: only when it is in play is otherwise."""

    old: Floor | None
    new: Floor | None
    alike: bool

    def idle(self, both: Both) -> Truth:
        """Where it is about the case in neither, or in both and demands the same."""
        old = False if self.old is None else in_play(self.old, both.old)
        new = False if self.new is None else in_play(self.new, both.new)
        return _idle(old, new, alike=self.alike)


@dataclass(frozen=True, slots=True)
class FilledOtherwise:
    """A delegation for which other texts are there, or are said not to be."""

    old: int
    new: int
    decision: str

    def idle(self, both: Both) -> Truth:
        """Where it stands in neither."""
        old = delegation_stands(self.old, self.decision, both.old)
        new = delegation_stands(self.new, self.decision, both.new)
        return _idle(old, new, alike=False)


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact that can be something else than it could."""

    name: str
    old: Type
    new: Type

    def idle(self, both: Both) -> Truth:
        """Where it is what it could be in both."""
        value = both.facts.get(self.name)
        if value is None:
            return Unknown(frozenset({self.name}))
        return may_be(value, self.old) and may_be(value, self.new)


@dataclass(frozen=True, slots=True)
class Everywhere:
    """What makes a difference in no case that can be told beforehand."""

    what: str

    def idle(self, _: Both) -> Truth:
        """Never surely."""
        return False


@dataclass(frozen=True, slots=True)
class Related:
    """Delegations whose values are held beside each other, as a whole: what fills them in changed."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    decision: str

    def idle(self, both: Both) -> Truth:
        """Where none of them stands."""
        old = [delegation_stands(each, self.decision, both.old) for each in self.old]
        new = [delegation_stands(each, self.decision, both.new) for each in self.new]
        return all_of(_idle(each, False, alike=False) for each in (*old, *new))


def may_be(value: Value, type_: Type) -> bool:
    """Whether a fact of this type can have a value."""
    if isinstance(value, bool):
        return type_.kind is Kind.BOOL
    if isinstance(value, str):
        return value in type_.options
    if isinstance(value, Items):
        return type_.kind is Kind.LIST
    if value is INDEFINITE:
        return type_.indefinite
    return type_.low is not None and type_.high is not None and _lies_within(value, type_.low, type_.high)


def _lies_within(value: Value, low: Value, high: Value) -> bool:
    return isinstance(value, date) is isinstance(low, date) and compare(low, value) <= 0 <= compare(
        high, value
    )


def waits_for(idle: Truth) -> frozenset[str]:
    """The facts that may yet make a thing idle."""
    return idle.inputs if isinstance(idle, Unknown) else NOTHING


def is_possible(both: Both) -> bool:
    """Whether the facts go against no samenhang of either corpus."""
    for context in both:
        names = (name for name in context.inputs)
        about = dict.fromkeys(each for name in names for each in coherences_about(context.corpus, name))
        if any(contradicted(each, context) for each in about):
            return False
    return True
