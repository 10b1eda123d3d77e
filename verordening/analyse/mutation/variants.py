"""The small changes that can be made to one expression, each with the words that tell it. Looks into no concept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final, NamedTuple

from verordening.evaluate.trace_words import phrase
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_value
from verordening.model.types import PER_FAMILY_UNIT, Kind, Type, Value
from verordening.records import field_names, replace

NUMBER: Final = "getal"
DATE: Final = "datum"
BOUND: Final = "grens"
CONDITION: Final = "voorwaarde"
ALTERNATIVE: Final = "alternatief"
NEGATION: Final = "omgekeerd"
VALUE: Final = "uitkomst"

_LONGEST: Final = 90
"""Of a longer condition the start says which it is."""

_FLIPPED: Final = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "!=", "!=": "="}
_SIGNS: Final = {"!=": "is niet", "<=": "≤", ">=": "≥"}


class Variant(NamedTuple):
    """An expression with one change. `sort` is the kind of change, `words` say which; `node` None: it is gone.

    `beyond` says that a fact can never tell the two apart: a threshold moved outside what the fact may be.
    """

    sort: str
    words: str
    node: e.Expression | None
    beyond: bool = False


def variants(node: e.Expression, corpus: Corpus) -> Iterator[Variant]:
    """Every expression that differs from this one in one place."""
    yield from _OWN.get(type(node), _nothing)(node, corpus)
    for name in field_names(type(node)):
        for variant, new in _inside(getattr(node, name), corpus):
            changed = replace(node, **{name: new})  # type: ignore[arg-type]
            beyond = variant.beyond or _is_beyond(node, changed, corpus)
            words = variant.words
            if isinstance(node, e.Compare) and isinstance(getattr(node, name), e.Constant):
                words = f"{_quoted(node, corpus)}: {words}"
            yield Variant(variant.sort, words, changed, beyond)


def condition_variants(node: e.Expression, corpus: Corpus) -> Iterator[Variant]:
    """Those of a whole condition: also without it, and the other way round."""
    if not isinstance(node, e.And):
        yield Variant(CONDITION, f"zonder {_quoted(node, corpus)}", None)
    yield Variant(NEGATION, f"niet {_quoted(node, corpus)}", e.Not(node))
    yield from variants(node, corpus)


def _inside(child: object, corpus: Corpus) -> Iterator[tuple[Variant, object]]:
    """The variants of what stands in a field: an expression, or a tuple with expressions in it."""
    if isinstance(child, tuple):
        for at, each in enumerate(child):
            for variant, new in _inside(each, corpus):
                yield variant, (*child[:at], new, *child[at + 1 :])
    elif isinstance(child, e.Expression):
        for variant in variants(child, corpus):
            if variant.node is not None:
                yield variant, variant.node


# ------------------------------------------------ per kind of expression


def _nothing(_: Any, __: Corpus) -> Iterator[Variant]:
    yield from ()


def _constant(node: e.Constant, _: Corpus) -> Iterator[Variant]:
    for moved in moved_values(node.value, node.kind, node.unit):
        words = f"{constant_words(node)} wordt {constant_words(replace(node, value=moved))}"
        yield Variant(DATE if node.kind is Kind.DATE else NUMBER, words, replace(node, value=moved))


def _compare(node: e.Compare, corpus: Corpus) -> Iterator[Variant]:
    other = _FLIPPED[node.operator]
    sort = BOUND if node.operator in "<=>=" and node.operator != "=" else NEGATION
    words = f"{_quoted(node, corpus)}: {_sign(node.operator)} wordt {_sign(other)}"
    yield Variant(sort, words, replace(node, operator=other))


def _and(node: e.And, corpus: Corpus) -> Iterator[Variant]:
    yield from _without_one(node, corpus, CONDITION)


def _or(node: e.Or, corpus: Corpus) -> Iterator[Variant]:
    yield from _without_one(node, corpus, ALTERNATIVE)


def _without_one(node: e.And | e.Or, corpus: Corpus, sort: str) -> Iterator[Variant]:
    for at, each in enumerate(node.operands):
        rest = (*node.operands[:at], *node.operands[at + 1 :])
        kept = rest[0] if len(rest) == 1 else replace(node, operands=rest)
        yield Variant(sort, f"zonder {_quoted(each, corpus)}", kept)


def _one_of(node: e.OneOf, corpus: Corpus) -> Iterator[Variant]:
    if len(node.options) < 2:
        return
    subject = phrase(node.subject, corpus)
    for at, each in enumerate(node.options):
        rest = (*node.options[:at], *node.options[at + 1 :])
        yield Variant(ALTERNATIVE, f"{subject}: zonder `{each}`", replace(node, options=rest))


def _branches(node: e.Branches, corpus: Corpus) -> Iterator[Variant]:
    for at, (_, condition) in enumerate(node.branches):
        rest = (*node.branches[:at], *node.branches[at + 1 :])
        kept = replace(node, branches=rest) if rest else node.otherwise
        yield Variant(ALTERNATIVE, f"zonder het geval {_quoted(condition, corpus)}", kept)


def _extreme(node: e.Extreme, corpus: Corpus) -> Iterator[Variant]:
    for at, each in enumerate(node.operands):
        rest = (*node.operands[:at], *node.operands[at + 1 :])
        kept = rest[0] if len(rest) == 1 else replace(node, operands=rest)
        yield Variant(ALTERNATIVE, f"zonder {_quoted(each, corpus)}", kept)
    yield Variant(BOUND, "hoogste en laagste verwisseld", replace(node, smallest=not node.smallest))


def _within(node: e.Within, _: Corpus) -> Iterator[Variant]:
    for name, word in (("low", "ondergrens"), ("high", "bovengrens")):
        bound = getattr(node, name)
        for by in (-1, 1):
            if isinstance(bound, date):
                moved: object = bound + timedelta(days=by)
            elif isinstance(bound, int | Fraction):
                moved = bound + by
            else:
                continue
            sign = "omhoog" if by > 0 else "omlaag"
            yield Variant(NUMBER, f"de {word} één {sign}", replace(node, **{name: moved}))  # type: ignore[arg-type]


_OWN: Final[dict[type, Callable[[Any, Corpus], Iterator[Variant]]]] = {
    e.Constant: _constant,
    e.Compare: _compare,
    e.And: _and,
    e.Or: _or,
    e.OneOf: _one_of,
    e.Branches: _branches,
    e.Extreme: _extreme,
    e.Within: _within,
}


# ------------------------------------------------ values and words


def moved_values(value: Value, kind: Kind, unit: str) -> tuple[Value, ...]:
    """A value one unit lower and one higher: a cent, a percent, a day, a month or a year, by its kind and unit.

    A yes is a no. What cannot be moved (`onbepaald`, an option) gives nothing.
    """
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, date):
        return (value - timedelta(days=1), value + timedelta(days=1))
    if isinstance(value, int | Fraction):
        step = PER_FAMILY_UNIT.get(unit, 1) if kind is Kind.DURATION else 1
        return (value - step, value + step)
    return ()


def constant_words(node: e.Constant) -> str:
    """A constant as people read it."""
    return format_value(node.value, Type(node.kind, node.unit))


def _quoted(node: e.Expression, corpus: Corpus) -> str:
    text = _phrase(node, corpus)
    return f"“{text}”" if len(text) <= _LONGEST else f"“{text[:_LONGEST]}…”"


def _phrase(node: e.Expression, corpus: Corpus) -> str:
    """What an expression says; of several conditions all of them."""
    if isinstance(node, e.And | e.Or):
        word = " en " if isinstance(node, e.And) else " of "
        return word.join(_phrase(each, corpus) for each in node.operands)
    return phrase(node, corpus)


def _sign(operator: str) -> str:
    return _SIGNS.get(operator, operator)


def _is_beyond(before: e.Expression, after: e.Expression, corpus: Corpus) -> bool:
    """Whether a fact beside a moved constant is never on the other side than it was."""
    if not isinstance(before, e.Compare) or not isinstance(after, e.Compare):
        return False
    fact, constant, moved = before.left, before.right, after.right
    if not isinstance(fact, e.Input) or not (
        isinstance(constant, e.Constant) and isinstance(moved, e.Constant)
    ):
        return False
    type_ = corpus.inputs[fact.name].type
    ends = [each for each in (type_.low, type_.high) if each is not None]
    if len(ends) != 2 or before.operator in ("=", "!="):
        return False
    from verordening.evaluate.arithmetic import holds

    values = [*ends, *_near(constant.value, type_), *_near(moved.value, type_)]
    inside = [each for each in values if ends[0] <= each <= ends[1]]
    return all(
        holds(before.operator, each, constant.value) == holds(after.operator, each, moved.value)
        for each in inside
    )


def _near(value: Value, type_: Type) -> list[Any]:
    """The values around a threshold that a fact of this type can have."""
    if isinstance(value, date):
        return [value + timedelta(days=by) for by in (-1, 0, 1)]
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        return []
    step, low = type_.step, type_.low
    if not step or not isinstance(low, int | Fraction):
        return [value - Fraction(1, 1000), value, value + Fraction(1, 1000)]
    below = low + (Fraction(value) - low) // Fraction(step) * Fraction(step)
    return [below - step, below, below + step]
