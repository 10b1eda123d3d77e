"""Of the elements of a list: how many, the sum, the highest, some, all. Between which ends they lie stands in `ends`.

A field that an element does not have is unknown. Where a list is missing, or may be longer than what is given, there
may be more elements of which nothing is known. What is certain all the same is used: of three children of whom one is
certainly under 12, there is certainly a child under 12, however old the others are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from verordening.evaluate import arithmetic
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.evaluate.unknown import NOTHING, Result, Truth, Unknown, all_of, any_of, joined, negated
from verordening.model import expressions as e
from verordening.model.types import Items, Value
from verordening.packed import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    Seen = TypeVar("Seen")


_MISSING = Items((), complete=False)
NOBODY: Mapping[str, Value] = {}
"""An element of which nothing is known."""


class Kept(NamedTuple):
    """An element with whether it is there and meets the condition. Stands for `times` such elements at most."""

    element: Mapping[str, Value]
    truth: Truth
    times: int = 1


def items_of(name: str, context: Context) -> Items:
    """The list of a case; a missing one is an incomplete one of which nothing is known yet."""
    found = context.inputs.get(name)
    return found if isinstance(found, Items) else _MISSING


def kept_of(name: str, condition: e.Expression | None, context: Context) -> Iterator[Kept]:
    """The elements that count or may count."""
    items = items_of(name, context)
    for element in items.elements:
        kept = _within(name, element, condition, context)
        if kept is not False:
            yield Kept(element, kept)
    most = context.corpus.inputs[name].type.high
    assert isinstance(most, int)
    more = 0 if items.complete else most - len(items.elements)
    if more and _within(name, NOBODY, condition, context) is not False:
        yield Kept(NOBODY, Unknown(frozenset({name})), more)


def _within(
    name: str, element: Mapping[str, Value], condition: e.Expression | None, context: Context
) -> Truth:
    if condition is None:
        return True
    result = looking_at(name, element, value, condition, context)
    assert isinstance(result, bool | Unknown)
    return result


def looking_at(
    name: str,
    element: Mapping[str, Value],
    look: Callable[[e.Expression, Context], Seen],
    node: e.Expression,
    context: Context,
) -> Seen:
    """What `look` makes of an expression while one element is looked at.

    A begrip stands outside the brackets and does not see the element, so what it came to stays true.
    """
    before = context.elements.get(name, NOBODY)
    context.elements[name] = element
    try:
        return look(node, context)
    finally:
        context.elements[name] = before


# ------------------------------------------------ what an expression comes to


def field_value(node: e.FieldValue, context: Context) -> Result:
    """A field of the element that is being looked at; unknown while none is."""
    found = context.elements.get(node.list, NOBODY).get(node.name)
    return Unknown(frozenset({node.list})) if found is None else found


def some_of(node: e.SomeOf, context: Context) -> Result:
    """Whether there is an element that meets the condition."""
    return any_of(each.truth for each in kept_of(node.list, node.condition, context))


def all_of_list(node: e.AllOf, context: Context) -> Result:
    """Whether every element that meets the condition meets the demand."""
    return all_of(
        any_of((negated(each.truth), _within(node.list, each.element, node.demand, context)))
        for each in kept_of(node.list, node.condition, context)
    )


def count_of(node: e.CountOf, context: Context) -> Result:
    """How many elements meet the condition."""
    kept = tuple(kept_of(node.list, node.condition, context))
    return _missing(each.truth for each in kept) or len(kept)


def sum_of(node: e.SumOf, context: Context) -> Result:
    """The sum over the elements that meet the condition."""
    kept = tuple(kept_of(node.list, node.condition, context))
    of_each = [_of_element(node, each, context) for each in kept]
    missing = _missing((*(each.truth for each in kept), *of_each))
    return missing or sum((each for each in of_each if isinstance(each, int | Fraction)), start=0)


def extreme_of(node: e.ExtremeOf, context: Context) -> Result:
    """The highest or lowest over the elements that meet the condition; without elements there is none."""
    kept = tuple(kept_of(node.list, node.condition, context))
    of_each = [_of_element(node, each, context) for each in kept]
    missing = _missing((*(each.truth for each in kept), *of_each))
    if missing is not None:
        return missing
    if not kept:
        label = context.corpus.inputs[node.list].label
        which = "laagste" if node.smallest else "hoogste"
        return Unknown(NOTHING, frozenset({f"bij `{label}` is er niets waarvan de {which} te nemen is"}))
    return arithmetic.extreme(node.smallest, [each for each in of_each if not isinstance(each, Unknown)])


def _of_element(node: e.SumOf | e.ExtremeOf, kept: Kept, context: Context) -> Result:
    return looking_at(node.list, kept.element, value, node.subject, context)


def _missing(results: Iterator[Result] | tuple[Result, ...]) -> Unknown | None:
    unknown = [each for each in results if isinstance(each, Unknown)]
    return joined(unknown) if unknown else None


LOOKERS: dict[type, Callable[[Any, Context], Result]] = {
    e.FieldValue: field_value,
    e.CountOf: count_of,
    e.SumOf: sum_of,
    e.ExtremeOf: extreme_of,
    e.SomeOf: some_of,
    e.AllOf: all_of_list,
}
