"""Operations on values and conditions."""

from __future__ import annotations

from typing import Any, NamedTuple

from verordening.language import syntax as s
from verordening.language.building.base import Base, nodes, tokens
from verordening.language.measures import UNITS
from verordening.language.tokens import Meta


class _Filter(NamedTuple):
    """`met (…)`."""

    condition: s.Expression


class Expressions(Base):
    """One method an operator."""

    def next_month(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation("maand na", meta, children)

    def _operation(self, operator: str, meta: Meta, children: list[Any]) -> s.Operation:
        return s.Operation(self._span(meta), operator, tuple(nodes(children)))

    def or_(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation("or", meta, children)

    def and_(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation("and", meta, children)

    def not_(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation("not", meta, children)

    def equal(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation("=", meta, children)

    def unequal(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation("!=", meta, children)

    def less(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation("<", meta, children)

    def at_most_cmp(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation("<=", meta, children)

    def greater(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation(">", meta, children)

    def at_least_cmp(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation(">=", meta, children)

    def add(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation("+", meta, children)

    def subtract(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation("-", meta, children)

    def times(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation("*", meta, children)

    def divide(self, meta: Meta, children: list[Any]) -> s.Operation:
        return self._operation("/", meta, children)

    def percent_of(self, meta: Meta, children: list[Any]) -> s.Operation:
        token = children[0]
        number = self._exact(token, str(token).rstrip("% \t\n"))
        percent = s.Literal(self._token_span(token), "percentage", number)
        return s.Operation(self._span(meta), "van", (percent, *nodes(children)))

    def extreme(self, meta: Meta, children: list[Any]) -> s.Operation:
        smallest = bool(tokens(children, "KLEINSTE"))
        return self._operation("kleinste" if smallest else "grootste", meta, children)

    def convert(self, meta: Meta, children: list[Any]) -> s.Conversion:
        parts = nodes(children)
        period = str(tokens(children, "PERIODE")[0])
        return s.Conversion(self._span(meta), parts[0], period, parts[1] if len(parts) > 1 else None)

    def one_of(self, meta: Meta, children: list[Any]) -> s.OneOf:
        return s.OneOf(self._span(meta), nodes(children)[0], self._names(children))

    # ------------------------------------------------ of the elements of a list

    def filter(self, _: Meta, children: list[Any]) -> _Filter:
        return _Filter(nodes(children)[0])

    def _of_list(self, operator: str, meta: Meta, children: list[Any]) -> s.ListOperation:
        """The list (or one element) is the last name; what stands before it is computed of each element."""
        parts = nodes(children)
        conditions = [part.condition for part in parts if isinstance(part, _Filter)]
        others = [part for part in parts if not isinstance(part, _Filter)]
        subject = others[0] if others and operator != "elk" else None
        opening = str(children[0]).split()
        wording = {"hoogste": opening[0], "laagste": opening[0], "elk": opening[-1]}.get(operator, "")
        return s.ListOperation(
            self._span(meta),
            operator,
            self._names(children)[-1],
            subject,
            conditions[0] if conditions else None,
            others[0] if operator == "elk" else None,
            wording,
        )

    def count_of(self, meta: Meta, children: list[Any]) -> s.ListOperation:
        return self._of_list("aantal", meta, children)

    def sum_of(self, meta: Meta, children: list[Any]) -> s.ListOperation:
        return self._of_list("som", meta, children)

    def highest_of(self, meta: Meta, children: list[Any]) -> s.ListOperation:
        return self._of_list("hoogste", meta, children)

    def lowest_of(self, meta: Meta, children: list[Any]) -> s.ListOperation:
        return self._of_list("laagste", meta, children)

    def some_of(self, meta: Meta, children: list[Any]) -> s.ListOperation:
        return self._of_list("een", meta, children)

    def none_of(self, meta: Meta, children: list[Any]) -> s.ListOperation:
        return self._of_list("geen", meta, children)

    def all_of(self, meta: Meta, children: list[Any]) -> s.ListOperation:
        return self._of_list("elk", meta, children)

    # ------------------------------------------------ what other rules give

    def rule_value(self, meta: Meta, children: list[Any]) -> s.RuleValue:
        aspect = str(tokens(children, "DUUR", "BEDRAG", "PERCENTAGE", "UITKOMST")[0])
        return s.RuleValue(self._span(meta), aspect, nodes(children)[0])

    def elapsed(self, meta: Meta, children: list[Any]) -> s.Elapsed:
        start, *rest = nodes(children)
        end = rest[0] if rest else s.CaseDate(self._span(meta))
        return s.Elapsed(self._span(meta), UNITS[str(tokens(children, "EENHEID")[0])], start, end)

    def term(self, meta: Meta, children: list[Any]) -> s.Term:
        duration, day = nodes(children)
        return s.Term(self._span(meta), duration, day)

    def ordinary_outcome(self, meta: Meta, _: list[Any]) -> s.OrdinaryOutcome:
        return s.OrdinaryOutcome(self._span(meta))
