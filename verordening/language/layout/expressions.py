"""How conditions and sums are written, with brackets only where they are needed to read them right.

More than the grammar needs: it binds `en` before `of`, and a comparison before `niet`. No reader should have to know.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from verordening.language import syntax as s
from verordening.language.layout.document import LINE, SOFT, Doc, Group, Nest, Row, bracketed
from verordening.language.layout.values import MANY, literal_text

# How tightly a thing holds together; in a place that asks for more, it stands in brackets.
_OR, _AND, _NOT, _COMPARED, _SUM, _PRODUCT, _ONE = range(7)
_WORDS: Final = {"and": "en", "or": "of", "*": "keer", "/": "gedeeld door"}
_ARTICLES: Final = {"duur": "de", "uitkomst": "de", "bedrag": "het", "percentage": "het"}
_COMPARISONS: Final = frozenset(("=", "!=", "<", "<=", ">", ">="))


def condition_doc(expression: s.Expression) -> Doc:
    """A condition, or any value where a condition may stand too."""
    return _within(expression, _OR)


def value_doc(expression: s.Expression) -> Doc:
    """A value where no condition can stand."""
    return _within(expression, _SUM)


def _within(expression: s.Expression, least: int) -> Doc:
    printer = EXPRESSIONS.get(type(expression))
    if printer is None:
        raise NotImplementedError(f"no layout for {type(expression).__name__}; add it to EXPRESSIONS here")
    doc = printer(expression)
    return doc if _strength(expression) >= least else ("(", Nest(doc), ")")


def _strength(expression: s.Expression) -> int:
    if isinstance(expression, s.OneOf):
        return _COMPARED
    if not isinstance(expression, s.Operation):
        return _ONE
    if expression.operator in _COMPARISONS:
        return _COMPARED
    levels = {"or": _OR, "and": _AND, "not": _NOT, "+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT}
    return levels.get(expression.operator, _ONE)


def _operation(operation: s.Operation) -> Doc:
    operator, operands = operation.operator, operation.operands
    match operator:
        case "or" | "and":
            return _chain(
                [("" if not at else f"{_WORDS[operator]} ", each) for at, each in enumerate(operands)], _NOT
            )
        case "not":
            inner = operands[0]
            bare = _strength(inner) in (_NOT, _ONE)
            return ("niet ", _within(inner, _NOT if bare else _ONE))
        case "+" | "-":
            return _chain(_terms(operation), _PRODUCT)
        case "*" | "/":
            return (_within(operands[0], _PRODUCT), f" {_WORDS[operator]} ", _within(operands[1], _ONE))
        case "van":
            return (_within(operands[0], _ONE), " van ", _within(operands[1], _ONE))
        case "maand na":
            return ("de eerste dag van de maand na ", _within(operands[0], _ONE))
        case "kleinste" | "grootste":
            return bracketed(f"het {operator} van ", [Row(each.span, value_doc(each)) for each in operands])
    if operator in _COMPARISONS:
        return (value_doc(operands[0]), f" {operator} ", value_doc(operands[1]))
    raise NotImplementedError(f"no layout for the operator {operator!r}; add it here")


def _terms(operation: s.Operation) -> list[tuple[str, s.Expression]]:
    """A row of sums and differences as its terms, each with the sign before it."""
    terms: list[tuple[str, s.Expression]] = []
    left: s.Expression = operation
    while isinstance(left, s.Operation) and left.operator in ("+", "-"):
        terms.append((f"{left.operator} ", left.operands[1]))
        left = left.operands[0]
    terms.append(("", left))
    return terms[::-1]


def _chain(parts: list[tuple[str, s.Expression]], least: int) -> Doc:
    """Parts joined by a word or sign, which opens the line if they do not fit on one."""
    docs: list[Doc] = []
    for word, part in parts:
        row = Row(part.span, _within(part, least), opens=bool(docs))
        docs.append((LINE, word, row) if docs else row)
    return Group(tuple(docs))


def _one_of(expression: s.OneOf) -> Doc:
    return (
        value_doc(expression.subject),
        bracketed(" is een van ", [Row(each.span, each.name) for each in expression.options]),
    )


def _conversion(conversion: s.Conversion) -> Doc:
    factor = (" met ", _atom(conversion.factor)) if conversion.factor is not None else ""
    return (_atom(conversion.amount), f" omgerekend per {conversion.period}", factor)


def _atom(expression: s.Expression) -> Doc:
    """A name or a value as it is, anything else in brackets."""
    doc = value_doc(expression)
    return doc if isinstance(expression, s.Name | s.Literal) else ("(", Nest(doc), ")")


def _elapsed(elapsed: s.Elapsed) -> Doc:
    unit = f"hele {MANY[elapsed.unit]}"
    if isinstance(elapsed.end, s.CaseDate):
        return (f"{unit} sinds ", _within(elapsed.start, _ONE))
    return (f"{unit} van ", value_doc(elapsed.start), " tot ", _within(elapsed.end, _ONE))


def _term(term: s.Term) -> Doc:
    return ("termijn van ", _within(term.duration, _ONE), " na ", _within(term.day, _ONE))


def _of_list(operation: s.ListOperation) -> Doc:
    """What is said of a list, with its conditions in brackets."""
    word = operation.wording
    opening = {
        "aantal": "aantal ",
        "som": "de som van ",
        "hoogste": f"{word} hoogste ",
        "laagste": f"{word} laagste ",
        "een": "er is een ",
        "geen": "er is geen ",
        "elk": f"voor {word} ",
    }
    parts: list[Doc] = [opening[operation.operator]]
    if operation.subject is not None:
        named = isinstance(operation.subject, s.Name)
        subject = value_doc(operation.subject)
        parts += [subject if named else ("(", Nest(subject), ")"), " van "]
    parts.append(operation.of.name)
    if operation.condition is not None:
        parts += [" met ", _in_brackets(operation.condition)]
    if operation.demand is not None:
        parts += [" geldt ", _in_brackets(operation.demand)]
    return tuple(parts)


def _in_brackets(condition: s.Expression) -> Doc:
    """A condition in brackets; one that does not fit stands below the line, further in."""
    return Group(("(", Nest((SOFT, Row(condition.span, condition_doc(condition))), 4), ")"))


EXPRESSIONS: Final[dict[type, Callable[[Any], Doc]]] = {
    s.Literal: literal_text,
    s.Name: lambda name: name.name,
    s.CaseDate: lambda _: "peildatum",
    s.NoValue: lambda _: "onbekend",
    s.Operation: _operation,
    s.OneOf: _one_of,
    s.Conversion: _conversion,
    s.RuleValue: lambda value: f"{_ARTICLES[value.aspect]} {value.aspect} van {value.reference}",
    s.ListOperation: _of_list,
    s.Elapsed: _elapsed,
    s.Term: _term,
    s.OrdinaryOutcome: lambda _: "de gewone uitkomst",
}
"""Each kind of expression with how it is written."""
