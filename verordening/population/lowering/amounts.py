"""The euros behind a percentage in a program; as `amount_of` says it."""

from __future__ import annotations

from verordening.evaluate.expressions import term_of
from verordening.model.rules import Decision
from verordening.model.types import Kind
from verordening.population.outcomes import Part
from verordening.symbolic.calculating import multiplied, rounded
from verordening.symbolic.logic import both, chosen, opposite
from verordening.symbolic.standings import Standings
from verordening.symbolic.symbols import Number, Symbol
from verordening.symbolic.terms import Bool, Term


def amounts_behind(value: Symbol, declared: Decision, rules: Standings) -> dict[Part, Bool | Term]:
    """The cents behind a percentage, rounded as the decision says. Raises NotEncodableError."""
    nothing: dict[Part, Bool | Term] = {Part.AMOUNT: 0, Part.AMOUNT_KNOWN: False}
    if declared.type.kind is not Kind.PERCENTAGE or not declared.type.of or not isinstance(value, Number):
        return nothing
    node = term_of(declared.type.of, rules.corpus)
    whole = None if node is None else rules.expressions.value(node)
    if not isinstance(whole, Number):
        return nothing
    cents = rounded(multiplied(value, whole, 100), *(declared.rounding or (1, "half")))
    known = both(cents.defined, opposite(cents.endless))
    return {Part.AMOUNT: chosen(known, cents.term, 0), Part.AMOUNT_KNOWN: known}
