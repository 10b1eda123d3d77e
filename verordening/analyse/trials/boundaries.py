"""The cases around each threshold of a rule: one below, on and one above it, with facts for which it matters.

The rest of the condition is filled in so that it holds, as far as that is plain; what must come of it is for a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import walk
from verordening.model.formatting import as_typed
from verordening.model.rules import Form, Rule
from verordening.model.tables import value_on
from verordening.model.types import PER_FAMILY_UNIT, Kind, Type, Value
from verordening.model.validity import Force

MOST_ROWS = 60


class Boundary(NamedTuple):
    """A row: what it is called, and the one key that it changes with its value."""

    name: str
    key: str
    value: str


class Boundaries(NamedTuple):
    """The rows of a rule on a day, the facts and judgements above them, and the decisions that it speaks of."""

    rule: Rule
    day: date
    facts: dict[str, str]
    judgements: dict[str, str]
    decisions: tuple[str, ...]
    rows: tuple[Boundary, ...]


def boundaries_of(rule: Rule, corpus: Corpus, day: date) -> Boundaries | None:
    """The cases around the thresholds of a rule; None where it has none, or sets no decision."""
    decisions = tuple(dict.fromkeys(each.decision for each in rule.effects if each.form is not Form.REASONS))
    decisions = tuple(each for each in decisions if each in corpus.decisions)
    day = _day_in_force(rule, day)
    found: dict[str, Value] = {}
    if rule.condition is not None:
        _satisfy(rule.condition, True, corpus, found)
    if rule.exception is not None:
        _satisfy(rule.exception, False, corpus, found)
    if rule.because:
        found[rule.because] = True
    rows = list(dict.fromkeys((*_thresholds(rule, corpus, day), *_days(rule))))[:MOST_ROWS]
    if not decisions or not rows:
        return None
    texts = {name: as_typed(value, corpus.inputs[name].type) for name, value in sorted(found.items())}
    facts = {name: text for name, text in texts.items() if not corpus.inputs[name].judgement}
    judgements = {name: text for name, text in texts.items() if corpus.inputs[name].judgement}
    return Boundaries(rule, day, facts, judgements, decisions, tuple(rows))


# ------------------------------------------------ rows


def _thresholds(rule: Rule, corpus: Corpus, day: date) -> Iterator[Boundary]:
    for root in (rule.condition, rule.exception):
        for node in walk(root, corpus.concepts):
            if isinstance(node, e.Compare) and isinstance(node.left, e.Input):
                yield from _around(node.left.name, node.right, corpus, day)


def _around(name: str, right: e.Expression, corpus: Corpus, day: date) -> Iterator[Boundary]:
    type_ = corpus.inputs[name].type
    limit = _known(right, corpus, day)
    label = corpus.inputs[name].label
    for word, by in (("eronder", -1), ("erop", 0), ("erboven", 1)):
        moved = _moved(limit, by, type_)
        if moved is not None:
            text = as_typed(moved, type_)
            yield Boundary(f"{label}: {text} ({word})", name, text)


def _known(node: e.Expression, corpus: Corpus, day: date) -> Value | None:
    if isinstance(node, e.Constant):
        return node.value
    return value_on(corpus.tables[node.name], day) if isinstance(node, e.TableValue) else None


def _moved(limit: Value | None, by: int, type_: Type) -> Value | None:
    """The value `by` steps from a threshold; None where a fact cannot have it."""
    moved: Value
    if isinstance(limit, date) and type_.kind is Kind.DATE:
        moved = limit + timedelta(days=by)
        low, high = type_.low, type_.high
        inside = not (isinstance(low, date) and moved < low) and not (isinstance(high, date) and moved > high)
        return moved if inside else None
    if isinstance(limit, bool) or not isinstance(limit, int | Fraction) or not type_.is_numeric:
        return None
    step = type_.step or (PER_FAMILY_UNIT.get(type_.unit, 1) if type_.kind is Kind.DURATION else 1)
    number = limit + by * step
    low, high = type_.low, type_.high
    if isinstance(low, int | Fraction) and (number < low or (Fraction(number) - low) % Fraction(step) != 0):
        return None
    return None if isinstance(high, int | Fraction) and number > high else number


def _days(rule: Rule) -> Iterator[Boundary]:
    """The last day before a rule begins or ends to hold, and the first."""
    both = (rule.validity, rule.in_regulation)
    starts = [each for each in both if each.start is not None]
    first = max(starts, key=lambda each: each.start or date.min, default=None)
    begins = first.start if first is not None and first.before is Force.NOT_IN_FORCE else None
    ends = min((each.end for each in both if each.end is not None), default=None)
    for day, words in ((begins, "gaat gelden"), (ends, "vervalt")):
        for moved, when in ((day - timedelta(days=1), "de dag ervoor"), (day, "de dag zelf")) if day else ():
            yield Boundary(f"{words}: {when}", "peildatum", moved.isoformat())


def _day_in_force(rule: Rule, day: date) -> date:
    """The day asked for, or the nearest on which the rule holds."""
    for validity in (rule.in_regulation, rule.validity):
        if validity.end is not None and day >= validity.end:
            day = validity.end - timedelta(days=1)
        if validity.start is not None and day < validity.start:
            day = validity.start
    return day


# ------------------------------------------------ facts for which a condition holds


def _satisfy(node: e.Expression, wanted: bool, corpus: Corpus, found: dict[str, Value]) -> None:
    """Facts for which a condition holds (or not), where one fact settles a part of it; the rest is left out."""
    match node:
        case e.And() | e.Or():
            every = isinstance(node, e.And) is wanted
            for each in node.operands if every else node.operands[:1]:
                _satisfy(each, wanted, corpus, found)
        case e.Not():
            _satisfy(node.operand, not wanted, corpus, found)
        case e.Input() if corpus.inputs[node.name].type.kind is Kind.BOOL:
            found.setdefault(node.name, wanted)
        case e.ConceptValue():
            _satisfy(corpus.concepts[node.name].value, wanted, corpus, found)
        case e.OneOf(subject=e.Input() as subject) if wanted:
            found.setdefault(subject.name, node.options[0])
        case e.Compare(left=e.Input() as fact, right=e.Constant() as constant):
            _compare(fact.name, node.operator, constant.value, wanted, corpus, found)


def _compare(
    name: str, operator: str, limit: Value, wanted: bool, corpus: Corpus, found: dict[str, Value]
) -> None:
    type_ = corpus.inputs[name].type
    holds_on = operator in ("=", "<=", ">=")
    if isinstance(limit, bool | str):
        if holds_on is wanted:
            found.setdefault(name, limit)
        elif isinstance(limit, bool):
            found.setdefault(name, not limit)
        return
    upward = operator in (">", ">=") if wanted else operator in ("<", "<=", "=")
    by = 0 if holds_on is wanted else 1 if upward else -1
    moved = _moved(limit, by, type_)
    if moved is not None:
        found.setdefault(name, moved)
