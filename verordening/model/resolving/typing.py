"""Expressions: from names and operators as written to typed expressions.

Every name that does not exist and every mismatch of type or unit is reported; `operations` says what operators accept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from verordening.language import syntax as s
from verordening.model import expressions as e
from verordening.model.resolving.conversions import converted
from verordening.model.resolving.literals import (
    ANY_PERIOD,
    FAILED,
    INDEFINITE_TYPE,
    agree,
    literal_value,
)
from verordening.model.resolving.names import Declared, Names
from verordening.model.resolving.operations import (
    COMPARISONS,
    Typed,
    compared,
    computed,
    failed,
    other_unit,
    share,
    unbounded,
)
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.wording import aspect, choices, described, meant_or_choices
from verordening.model.types import BOOL, DATE, FAMILIES, Kind, Type
from verordening.records import dataclass, replace

_ASPECTS: Final = {Kind.DURATION: "duur", Kind.AMOUNT: "bedrag", Kind.PERCENTAGE: "percentage"}
_NO_FIELDS: Final[Mapping[str, tuple[str, Type]]] = {}


@dataclass(slots=True)
class Scope:
    """What an expression may speak of.

    `find_rules` resolves the place in `de duur van lid 1`; `decision` is what the consequence sets; `decisions_allowed`
    is true in floors and guarantees; `statutory` tells whether an act or amvb sets it, None where that is unknown.
    `fields` are those of the elements of a list whose brackets this stands in, each with the list.
    """

    names: Names
    problems: Problems
    concept_type: Callable[[Declared], Type]
    decisions_allowed: bool = False
    decision: str = ""
    find_rules: Callable[[s.Reference], tuple[int, ...]] | None = None
    statutory: bool | None = None
    fields: Mapping[str, tuple[str, Type]] = _NO_FIELDS


def typed(node: s.Expression, scope: Scope, expected: Type | None = None) -> Typed:
    """The typed expression with its type; `expected` gives enum values their meaning.

    Whether the type is the one expected is not checked: that is up to `fitting`.
    """
    match node:
        case s.Literal():
            value, type_ = literal_value(node)
            if expected is not None and type_.unit == ANY_PERIOD and expected.kind is Kind.AMOUNT:
                type_ = replace(type_, unit=expected.unit)
            return e.Constant(value, type_.kind, type_.unit), type_
        case s.Name():
            return _name(node, scope, expected)
        case s.CaseDate() | s.NoValue() | s.OrdinaryOutcome():
            return _fixed(node, expected)
        case s.OneOf():
            return _one_of(node, scope)
        case s.ListOperation():
            return _of_list(node, scope)
        case s.RuleValue():
            return _rule_value(node, scope)
        case s.Operation() | s.Conversion():
            return _operation(node, scope, expected)
        case s.Elapsed():
            return _elapsed(node, scope)
        case s.Term():
            return _term(node, scope)


def _of_list(node: s.ListOperation, scope: Scope) -> Typed:
    from verordening.model.resolving.lists import of_list

    return of_list(node, scope)


def _fixed(node: s.CaseDate | s.NoValue | s.OrdinaryOutcome, expected: Type | None) -> Typed:
    if isinstance(node, s.CaseDate):
        return e.CaseDate(), DATE
    if isinstance(node, s.NoValue):
        return e.NoValue("de regeling noemt hier geen waarde"), expected or FAILED
    return e.OrdinaryOutcome(), expected or FAILED


def fitting(node: s.Expression, scope: Scope, expected: Type, what: str) -> e.Expression:
    """The typed expression, reported (VRD204) when it is not of the expected type.

    `what` is its subject in the message.
    """
    expression, found = typed(node, scope, expected)
    if found is not FAILED and not agree(found, expected):
        remedy = f"schrijf {described(expected)}"
        if expected.kind is Kind.ENUM:
            remedy = choices(expected.options)
        elif found is INDEFINITE_TYPE and expected.kind is Kind.DURATION:
            remedy += f", of voeg bij {what} achter de eenheid `of onbepaald` toe"
        elif found.kind is expected.kind:
            remedy = other_unit(found, expected) or f"reken het om naar {described(expected)}"
        scope.problems.add(
            "VRD204",
            f"{what} is {described(expected)}, maar hier staat {described(found)}",
            node.span,
            label=described(found),
            help=remedy,
        )
    return expression


def condition(node: s.Expression, scope: Scope) -> e.Expression:
    """An expression that is true or false, reported (VRD205) when it is not."""
    expression, found = typed(node, scope, BOOL)
    if found is not FAILED and found.kind is not Kind.BOOL:
        remedy = "vergelijk het ergens mee, bijvoorbeeld met `=` of `<=`"
        if found.kind is Kind.ENUM:
            remedy = f"vergelijk het met een van de keuzes, zoals `= {found.options[0]}`"
        scope.problems.add(
            "VRD205",
            f"hier hoort iets dat waar of niet waar is, maar hier staat {described(found)}",
            node.span,
            help=remedy,
        )
    return expression


# ---------------------------------------------------------------- names


def _name(node: s.Name, scope: Scope, expected: Type | None) -> Typed:
    from verordening.model.resolving.lists import refuse_as_value

    declared = scope.names.terms.get(node.name)
    if expected is not None and expected.kind is Kind.ENUM and node.name in expected.options:
        return e.Constant(node.name, Kind.ENUM, ""), expected
    if node.name in scope.fields:
        of, type_ = scope.fields[node.name]
        return e.FieldValue(of, node.name), type_
    if declared is None:
        if expected is not None and expected.kind is Kind.ENUM:
            _report_option(node, expected, scope)
        else:
            scope.names.report_unknown(node.name, node.span, scope.problems)
        return failed()
    match declared.what:
        case "input":
            if declared.type is not None and declared.type.kind is Kind.LIST:
                return refuse_as_value(node, declared.type, scope)
            return e.Input(node.name), declared.type or FAILED
        case "concept":
            return e.ConceptValue(node.name), scope.concept_type(declared)
        case "table":
            return e.TableValue(node.name), declared.type or FAILED
    if not scope.decisions_allowed:
        scope.problems.add(
            "VRD207",
            f"een regel mag niet afhangen van het besluit `{node.name}`",
            node.span,
            help="alleen een ondergrens of waarborg kijkt naar wat een besluit wordt",
        )
        return failed()
    return e.DecisionValue(node.name), declared.type or FAILED


def _report_option(name: s.Name, type_: Type, scope: Scope) -> None:
    if not scope.problems.is_meant(name.name):
        scope.problems.add(
            "VRD206",
            f"`{name.name}` is hier geen mogelijke waarde",
            name.span,
            help=meant_or_choices(name.name, type_.options),
        )


def _one_of(node: s.OneOf, scope: Scope) -> Typed:
    subject, type_ = typed(node.subject, scope)
    if type_ is FAILED:
        return failed()
    if type_.kind is not Kind.ENUM:
        scope.problems.add(
            "VRD204",
            f"`is een van` past niet bij {described(type_)}",
            node.subject.span,
            help="vergelijk het met `=`, of met `<=` en `>=`",
        )
        return failed()
    for option in node.options:
        if option.name not in type_.options:
            _report_option(option, type_, scope)
    return e.OneOf(subject, tuple(option.name for option in node.options)), BOOL


# ---------------------------------------------------------------- what other rules give


def _rule_value(node: s.RuleValue, scope: Scope) -> Typed:
    declared = scope.names.terms.get(scope.decision)
    if scope.find_rules is None or declared is None or declared.type is None:
        scope.problems.add(
            "VRD215",
            f"`{aspect(node.aspect)} van {node.reference}` mag alleen achter `dan` staan",
            node.span,
            help="noem hier de waarde zelf",
        )
        return failed()
    fits = _ASPECTS.get(declared.type.kind, "uitkomst")
    if node.aspect not in (fits, "uitkomst"):
        scope.problems.add(
            "VRD204",
            f"`{scope.decision}` is {described(declared.type)}, maar hier staat `{node.aspect}`",
            node.span,
            help=f"schrijf `{aspect(fits)} van {node.reference}`",
        )
    return e.RuleValue(scope.find_rules(node.reference), scope.decision), declared.type


# ---------------------------------------------------------------- time


def _elapsed(node: s.Elapsed, scope: Scope) -> Typed:
    if FAMILIES[node.unit] not in ("maand", "dag"):
        scope.problems.add(
            "VRD209",
            "tussen twee dagen telt u hele dagen, weken, maanden of jaren",
            node.span,
            help="schrijf bijvoorbeeld `hele maanden van … tot …`",
        )
        return failed()
    start = fitting(node.start, scope, DATE, "de dag waarvan geteld wordt")
    end = fitting(node.end, scope, DATE, "de dag tot waar geteld wordt")
    return e.Elapsed(node.unit, start, end), Type(Kind.DURATION, unit=node.unit)


def _term(node: s.Term, scope: Scope) -> Typed:
    duration, found = typed(node.duration, scope)
    day = fitting(node.day, scope, DATE, "de dag waarna de termijn loopt")
    if found is FAILED:
        return failed()
    if found.kind is not Kind.DURATION or found.family == "uur" or found.indefinite:
        scope.problems.add(
            "VRD209",
            f"een termijn is een duur in dagen, werkdagen, weken, maanden of jaren, maar hier staat {described(found)}",
            node.duration.span,
            help="schrijf bijvoorbeeld `termijn van 8 weken na …`",
        )
        return failed()
    if scope.statutory is None:
        scope.problems.add(
            "VRD226",
            "er staat niet bij welke regeling deze termijn stelt",
            node.span,
            help="noem bij dit begrip de `grondslag`: een termijn van een wet of amvb eindigt nooit in een weekend",
        )
    return e.Term(day, duration, found.family, scope.statutory is True), DATE


# ---------------------------------------------------------------- operations


def _operation(node: s.Operation | s.Conversion, scope: Scope, expected: Type | None) -> Typed:
    if isinstance(node, s.Conversion):
        factor = None if node.factor is None else typed(node.factor, scope)
        return converted(node, typed(node.amount, scope), factor, scope.problems)
    operands = node.operands
    match node.operator:
        case "and":
            return e.And(tuple(condition(each, scope) for each in operands)), BOOL
        case "or":
            return e.Or(tuple(condition(each, scope) for each in operands)), BOOL
        case "not":
            return e.Not(condition(operands[0], scope)), BOOL
        case "van":
            return share(node, typed(operands[0], scope), typed(operands[1], scope, expected), scope.problems)
        case "maand na":
            return e.NextMonth(fitting(operands[0], scope, DATE, "de dag achter `na`")), DATE
        case "kleinste" | "grootste":
            return _extreme(node, scope, expected)
        case "*" | "/":
            return computed(node, typed(operands[0], scope), typed(operands[1], scope), scope.problems)
    left, right = _pair(node, scope)
    if node.operator in COMPARISONS:
        return compared(node, left, right, scope.problems)
    return computed(node, left, right, scope.problems)


def _pair(node: s.Operation, scope: Scope) -> tuple[Typed, Typed]:
    """Both operands, each giving the other its meaning: `gedraging = te_laat` and `te_laat = gedraging`."""
    first, second = node.operands
    if _is_unknown(first, scope) and _is_unknown(second, scope):
        return typed(_subject(first, second, scope), scope), failed()
    if _is_unknown(first, scope) and not isinstance(second, s.Literal):
        right = typed(second, scope)
        return typed(first, scope, _known(right)), right
    left = typed(first, scope)
    if left[1] is FAILED and isinstance(second, s.Name):
        return left, failed()
    right = typed(second, scope, _known(left))
    if left[1].unit == ANY_PERIOD:
        left = typed(first, scope, _known(right))
    return left, right


def _is_unknown(node: s.Expression, scope: Scope) -> bool:
    return isinstance(node, s.Name) and node.name not in scope.names.terms and node.name not in scope.fields


def _subject(first: s.Expression, second: s.Expression, scope: Scope) -> s.Expression:
    """Of two unknown names the one that is compared, not the value that it is compared with."""
    options = [isinstance(each, s.Name) and each.name in scope.names.options() for each in (first, second)]
    return second if options == [True, False] else first


def _known(operand: Typed) -> Type | None:
    return None if operand[1] is FAILED else operand[1]


def _extreme(node: s.Operation, scope: Scope, expected: Type | None) -> Typed:
    operands: list[e.Expression] = []
    type_ = expected
    for each in node.operands:
        operand, found = typed(each, scope, type_)
        operands.append(operand)
        if found is FAILED:
            return failed()
        if type_ is None or type_.unit == ANY_PERIOD:
            type_ = found
        elif not agree(found, type_):
            scope.problems.add(
                "VRD208",
                f"{described(found)} en {described(type_)} kunt u niet vergelijken",
                each.span,
                help="neem alleen waarden van dezelfde soort, in dezelfde eenheid",
            )
    return e.Extreme(node.operator == "kleinste", tuple(operands)), unbounded(type_ or FAILED)
