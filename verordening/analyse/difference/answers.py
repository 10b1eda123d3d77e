"""What one case comes to for a decision under both corpora, and whether that is settled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from verordening.analyse.difference.elements import Both, ChangedRule, Element
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided, decide
from verordening.evaluate.decision_outcomes import deciding
from verordening.evaluate.impossible import out_of_bounds
from verordening.evaluate.outcome import Status
from verordening.evaluate.unknown import NOTHING, Unknown
from verordening.model.rules import Form
from verordening.model.types import Value


class Came(NamedTuple):
    """What a decision came to, a reservation left aside. Equal for the same outcome under two corpora."""

    status: Status
    value: Value | None = None
    low: Value | None = None
    high: Value | None = None
    candidates: frozenset[Value] = frozenset()


CLOSED = Came(Status.BEPAALD)
"""Nothing at all: of a power, that it is not open."""


Tailorings = tuple[frozenset[int], frozenset[int]]
"""Duties to tailor, as indices in either corpus."""


class Answer(NamedTuple):
    """What a case comes to under one corpus.

    `waiting` are facts that may still change it. `rules` decided it; `only` is the rule that surely does while it is
    not settled, where there is one. `decided` is there where it is about an outcome.
    """

    came: Came
    waiting: frozenset[str]
    rules: tuple[int, ...]
    only: int | None = None
    decided: Decided | None = None


class Answers(NamedTuple):
    """What a case comes to under both."""

    old: Answer
    new: Answer

    @property
    def waiting(self) -> frozenset[str]:
        """The facts that may still change either."""
        return self.old.waiting | self.new.waiting

    @property
    def differ(self) -> bool:
        """Whether they are not the same, as far as it is known."""
        return self.old.came != self.new.came


def answers_of(decision: str, tailoring: Tailorings, both: Both) -> Answers | None:
    """What a case comes to; None where it cannot be. `tailoring` are the duties to tailor that changed, on either side:
    their judgement is filled in too.
    """
    old = _answer(decision, tailoring[0], both.old)
    new = None if old is None else _answer(decision, tailoring[1], both.new)
    return None if old is None or new is None else Answers(old, new)


def _answer(decision: str, tailoring: frozenset[int], context: Context) -> Answer | None:
    found = decide((decision,), context)
    if out_of_bounds(found, context):
        return None
    decided = found[decision]
    waiting = _waiting(decided, tailoring, context)
    return Answer(_came(decided), waiting, _deciding(decided), _only_rule(decided), decided)


def _came(decided: Decided) -> Came:
    status = Status.BEPAALD if decided.status is Status.VOORBEHOUD else decided.status
    told = status in (Status.BEPAALD, Status.AFSTEMMEN)
    candidates = frozenset[Value]() if told else frozenset(decided.candidates)
    return Came(status, decided.value, decided.low, decided.high, candidates)


def _waiting(decided: Decided, tailoring: frozenset[int], context: Context) -> frozenset[str]:
    inputs = context.corpus.inputs
    names = set(decided.missing.inputs)
    for each in decided.reserved:
        if each.rule in tailoring and isinstance(each.truth, Unknown):
            names |= each.truth.inputs
    return frozenset(name for name in names if not inputs[name].general) if names else NOTHING


def _deciding(decided: Decided) -> tuple[int, ...]:
    """The rules behind an outcome: the one that decides, or all that may."""
    way = deciding(decided)
    if way is not None:
        return () if way.rule is None else (way.rule,)
    return tuple(dict.fromkeys(each.rule for each in decided.possible if each.rule is not None))


def _only_rule(decided: Decided) -> int | None:
    only = decided.possible[0]
    return only.rule if len(decided.possible) == 1 and only.truth is True else None


def tailorings_in(elements: Iterable[Element], both: Both) -> Tailorings:
    """The duties to tailor among what changed."""
    changed = [each for each in elements if isinstance(each, ChangedRule)]
    old = {each.old for each in changed if each.old is not None and _tailors(each.old, both.old)}
    new = {each.new for each in changed if each.new is not None and _tailors(each.new, both.new)}
    return frozenset(old), frozenset(new)


def _tailors(index: int, context: Context) -> bool:
    return any(effect.form is Form.TAILOR for effect in context.corpus.rules[index].effects)
