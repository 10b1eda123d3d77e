"""Expressions against a context: a value, or what is missing to know it. Total: no input makes this raise.

Every expression is made into a function, once a corpus. The kinds that conditions are full of stand here; those that
give an amount, a day or a duration stand in `calculations`, and are worked out once a case.
"""

from __future__ import annotations

import _operator as operator
from collections.abc import Callable
from datetime import date

from verordening.evaluate import arithmetic
from verordening.evaluate.calculations import (
    AT_HAND,
    CALCULATIONS,
    WITH_OPERANDS,
    Code,
    Made,
    table_value,
    when_needed,
)
from verordening.evaluate.context import Context, code_of
from verordening.evaluate.unknown import NOTHING, Result, Truth, Unknown, either, merged
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import looks_into_list, varies
from verordening.model.types import Value
from verordening.remembering import lru_cache, partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    _Test = Callable[[Any, Any], bool]


def value(node: e.Expression, context: Context) -> Result:
    """What an expression comes to."""
    made = context.code.get(node)
    return made(context) if made is not None else code_for(node, context.corpus)(context)


def truth(node: e.Expression | None, context: Context) -> Truth:
    """Whether a condition holds; no condition holds."""
    if node is None:
        return True
    made = context.code.get(node)
    return (made or test_for(node, context.corpus))(context)  # type: ignore[return-value]  # it is typed ja/nee


@lru_cache(maxsize=256)
def term_of(name: str, corpus: Corpus) -> e.Expression | None:
    """What a name stands for in an expression; the same each time, for functions are kept by their expression."""
    if name in corpus.concepts:
        return e.ConceptValue(name)
    if name in corpus.tables:
        return e.TableValue(name)
    return e.Input(name) if name in corpus.inputs else None


def test_for(node: e.Expression, corpus: Corpus) -> Callable[[Context], Truth]:
    """The function for a condition."""
    return code_for(node, corpus)  # type: ignore[return-value]  # a condition is typed ja/nee


def code_for(node: e.Expression, corpus: Corpus) -> Code:
    """The function for an expression, made once a corpus."""
    made = code_of(corpus)
    known = made.get(node)
    if known is None:
        maker = _CONDITIONS.get(type(node))
        if maker is not None:
            known = maker(node, corpus, partial(code_for, corpus=corpus))
        else:
            known = _remembering(node, _calculation(node, corpus), corpus)
        made[node] = known
    return known


def _calculation(node: e.Expression, corpus: Corpus) -> Code:
    """The function for an expression that gives a value; worked out anew each time."""
    inside = _inside_another if type(node) in WITH_OPERANDS and not varies(corpus, node) else code_for
    return CALCULATIONS[type(node)](node, corpus, partial(inside, corpus=corpus))


def _inside_another(node: e.Expression, corpus: Corpus) -> Code:
    """The function for an operand: nobody asks for it but the calculation around it, which is worked out once."""
    return _calculation(node, corpus) if type(node) in WITH_OPERANDS else code_for(node, corpus)


def _remembering(node: e.Expression, made: Code, corpus: Corpus) -> Code:
    """The same function, worked out once a context; each time where it looks at a decision or an element."""
    if type(node) in AT_HAND or varies(corpus, node):
        return made

    def remembered(context: Context) -> Result:
        known = context.results.get(node)
        if known is None:
            known = context.results[node] = made(context)
        return known

    return remembered


# ------------------------------------------------ the kinds that conditions are full of


def _constant(node: e.Constant, _: Corpus, __: Made) -> Code:
    given = node.value
    return lambda _: given


def _input(node: e.Input, _: Corpus, __: Made) -> Code:
    name = node.name
    missing = Unknown(frozenset({name}), NOTHING)

    def given(context: Context) -> Result:
        found = context.inputs.get(name)
        return missing if found is None else found

    return given


def _concept(node: e.ConceptValue, corpus: Corpus, made: Made) -> Code:
    name, of = node.name, corpus.concepts[node.name].value
    inner = made(of)
    if type(of) not in _CONDITIONS and not varies(corpus, of):
        return inner  # which is worked out once already

    def worked_out(context: Context) -> Result:
        known = context.concepts.get(name)
        if known is None:
            known = context.concepts[name] = inner(context)
        return known

    return worked_out


def _table(node: e.TableValue, corpus: Corpus, _: Made) -> Code:
    table = corpus.tables[node.name]
    of_day: dict[date, Result] = {}

    def amount(context: Context) -> Result:
        known = of_day.get(context.day)
        if known is None:
            known = of_day[context.day] = table_value(table, context.day)
        return known

    return amount


def _not(node: e.Not, _: Corpus, made: Made) -> Code:
    operand = made(node.operand)

    def opposite(context: Context) -> Result:
        result = operand(context)
        return result if isinstance(result, Unknown) else not result

    return opposite


def _and(node: e.And, _: Corpus, made: Made) -> Code:
    return _junction(when_needed(node.operands, made), False)


def _or(node: e.Or, _: Corpus, made: Made) -> Code:
    return _junction(when_needed(node.operands, made), True)


def _junction(operands: list[Code], settling: bool) -> Code:
    """Strong Kleene: one operand that is `settling` settles it, whatever the others are."""
    other = not settling

    def junction(context: Context) -> Result:
        missing: Result = other
        for operand in operands:
            result = operand(context)
            if result is settling:
                return settling
            if result is not other:
                missing = result if missing is other else merged(missing, result)  # type: ignore[arg-type]
        return missing

    return junction


EQUALITIES: dict[str, Callable[[Any, Any], bool]] = {"=": operator.eq, "!=": operator.ne}
_ORDERINGS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def ordering(sign: str) -> Callable[[Any, Any], bool]:
    """The test of an ordering: for two whole numbers or days as Python has it."""
    test = _ORDERINGS[sign]

    def holds(left: Any, right: Any) -> bool:
        kind = left.__class__
        if kind is right.__class__ and (kind is int or kind is date):
            return test(left, right)
        return arithmetic.holds(sign, left, right)

    return holds


def _compare(node: e.Compare, corpus: Corpus, made: Made) -> Code:
    test = EQUALITIES.get(node.operator) or ordering(node.operator)
    if isinstance(node.left, e.Input) and isinstance(node.right, e.Constant):
        return _compare_fact(node, node.left.name, node.right.value)
    left, right = made(node.left), made(node.right)
    if isinstance(node.right, e.Constant) and not looks_into_list(corpus, node.left):
        return _compare_fixed(node, left, node.right.value)
    if looks_into_list(corpus, node):
        from verordening.evaluate.ends import comparison

        return comparison(node, left, right, test)

    def compared(context: Context) -> Result:
        if context.supposed and node in context.supposed:
            return context.supposed[node]
        first, second = left(context), right(context)
        if isinstance(first, Unknown) or isinstance(second, Unknown):
            return either(first, second)
        return test(first, second)

    return compared


def _compare_fixed(node: e.Compare, left: Code, wanted: Value) -> Code:
    """Something beside a fixed value."""
    kind, quick, test = _tests_beside(wanted, node.operator)

    def compared(context: Context) -> Result:
        if context.supposed and node in context.supposed:
            return context.supposed[node]
        first = left(context)
        if first.__class__ is kind:
            return quick(first, wanted)
        return first if isinstance(first, Unknown) else test(first, wanted)

    return compared


def _compare_fact(node: e.Compare, name: str, wanted: Value) -> Code:
    """A fact beside a fixed value: what nearly every condition is."""
    missing = Unknown(frozenset({name}), NOTHING)
    kind, quick, test = _tests_beside(wanted, node.operator)

    def is_same(context: Context) -> Result:
        if context.supposed and node in context.supposed:
            return context.supposed[node]
        given = context.inputs.get(name)
        return missing if given is None else given == wanted

    def compared(context: Context) -> Result:
        if context.supposed and node in context.supposed:
            return context.supposed[node]
        given = context.inputs.get(name)
        if given.__class__ is kind:
            return quick(given, wanted)
        return missing if given is None else test(given, wanted)

    return is_same if node.operator == "=" else compared


def _tests_beside(wanted: Value, sign: str) -> tuple[type, _Test, _Test]:
    """How to compare with a fixed value: for what is of this class as Python has it, and for all else."""
    same = EQUALITIES.get(sign)
    if same is not None:
        return type(wanted), same, same
    quick = _ORDERINGS[sign] if type(wanted) in (int, date) else partial(arithmetic.holds, sign)
    return type(wanted), quick, partial(arithmetic.holds, sign)


def _one_of(node: e.OneOf, _: Corpus, made: Made) -> Code:
    options = frozenset(node.options)
    if isinstance(node.subject, e.Input):
        return _fact_among(node.subject.name, options)
    subject = made(node.subject)

    def among(context: Context) -> Result:
        result = subject(context)
        return result if isinstance(result, Unknown) else result in options

    return among


def _fact_among(name: str, options: frozenset[str]) -> Code:
    missing = Unknown(frozenset({name}), NOTHING)

    def among(context: Context) -> Result:
        given = context.inputs.get(name)
        return missing if given is None else given in options

    return among


_CONDITIONS: dict[type, Callable[[Any, Corpus, Made], Code]] = {
    e.Constant: _constant,
    e.Input: _input,
    e.ConceptValue: _concept,
    e.TableValue: _table,
    e.Not: _not,
    e.And: _and,
    e.Or: _or,
    e.Compare: _compare,
    e.OneOf: _one_of,
}
