"""Expressions: from names and operators as written to typed expressions. Every mismatch of type or unit is reported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from verordening.language import syntax as s
from verordening.language.suggestions import bedoelt_u
from verordening.model import expressions as e
from verordening.model.resolving.literals import ANY_PERIOD, agree, literal_value
from verordening.model.resolving.names import WORDS, Declared, Names
from verordening.model.resolving.problems import Problems
from verordening.model.types import BOOL, DATE, NUMBER, NUMERIC, Kind, Type

FAILED = Type(Kind.BOOL, unit="fout")
"""The type of an expression with a problem already reported: it fits everything, so one mistake gives one message."""

COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
ARITHMETIC_WORDS = {"+": "optellen", "-": "aftrekken", "*": "vermenigvuldigen", "/": "delen"}


@dataclass(slots=True)
class Scope:
    """What an expression may speak of. `find_rules` resolves the place in `de duur van lid 1`; `decision` is what the
    consequence sets; `decisions_allowed` is true in floors and guidelines; `ordinary_allowed` in the range of a tailoring rule.
    """

    names: Names
    problems: Problems
    concept_type: Callable[[Declared], Type]
    decisions_allowed: bool = False
    ordinary_allowed: bool = False
    decision: str = ""
    find_rules: Callable[[s.Reference], tuple[int, ...]] | None = None
    used: set[str] = field(default_factory=set)


def typed(node: s.Expression, scope: Scope, expected: Type | None = None) -> tuple[e.Expression, Type]:
    """The typed expression with its type; `expected` gives enum values their meaning. Check it yourself with `fitting`."""
    match node:
        case s.Literal():
            value, type_ = literal_value(node)
            if expected is not None and type_.unit == ANY_PERIOD and expected.kind is Kind.AMOUNT:
                type_ = replace(type_, unit=expected.unit)
            return e.Constant(value, type_.kind, type_.unit), type_
        case s.Name():
            return _name(node, scope, expected)
        case s.CaseDate():
            return e.CaseDate(), DATE
        case s.NoValue():
            return e.NoValue("de regeling noemt hier geen waarde"), expected or FAILED
        case s.OneOf():
            return _one_of(node, scope)
        case s.RuleValue():
            return _rule_value(node, scope, expected)
        case s.OrdinaryOutcome():
            if not scope.ordinary_allowed:
                scope.problems.add(
                    "VRD214",
                    "`de gewone uitkomst` mag alleen als einde van `afgestemd worden van … tot en met …`",
                    node.span,
                )
                return e.NoValue("fout"), FAILED
            return e.OrdinaryOutcome(), expected or FAILED
        case s.Operation():
            return _operation(node, scope, expected)


def fitting(node: s.Expression, scope: Scope, expected: Type, what: str) -> e.Expression:
    """The typed expression, reported (VRD204) when it is not of the expected type. `what` is its subject in the message."""
    expression, found = typed(node, scope, expected)
    if found is not FAILED and not agree(found, expected):
        scope.problems.add(
            "VRD204",
            f"{what} is {expected.describe()}, maar hier staat {found.describe()}",
            node.span,
            label=found.describe(),
            help=f"schrijf {expected.describe()}"
            if found.kind is not expected.kind
            else "reken de eenheid eerst om",
        )
    return expression


def condition(node: s.Expression, scope: Scope) -> e.Expression:
    """An expression that is true or false, reported (VRD205) when it is not."""
    expression, found = typed(node, scope, BOOL)
    if found is not FAILED and found.kind is not Kind.BOOL:
        scope.problems.add(
            "VRD205",
            f"hier hoort iets dat waar of niet waar is, maar hier staat {found.describe()}",
            node.span,
            help="vergelijk het, bijvoorbeeld met `=` of `<=`",
        )
    return expression


def _name(node: s.Name, scope: Scope, expected: Type | None) -> tuple[e.Expression, Type]:
    declared = scope.names.terms.get(node.name)
    if expected is not None and expected.kind is Kind.ENUM and node.name in expected.options:
        return e.Constant(node.name, Kind.ENUM, ""), expected
    if declared is None:
        if expected is not None and expected.kind is Kind.ENUM:
            scope.problems.add(
                "VRD206",
                f"`{node.name}` is geen mogelijke waarde hier",
                node.span,
                help=bedoelt_u(node.name, expected.options) or "kies uit " + ", ".join(expected.options),
            )
        else:
            scope.problems.add(
                "VRD202",
                f"`{node.name}` is niet gedeclareerd",
                node.span,
                help=bedoelt_u(node.name, scope.names.terms)
                or "declareer het als gegeven, oordeel, begrip of tabel",
            )
        return e.NoValue("fout"), FAILED
    scope.used.add(node.name)
    match declared.what:
        case "input":
            return e.Input(node.name), declared.type or FAILED
        case "concept":
            return e.ConceptValue(node.name), scope.concept_type(declared)
        case "table":
            return e.TableValue(node.name), declared.type or FAILED
    if not scope.decisions_allowed:
        scope.problems.add(
            "VRD207",
            f"een regel mag niet afhangen van het {WORDS['decision']} `{node.name}`",
            node.span,
            help="alleen een ondergrens of een richtlijn kijkt naar wat een besluit wordt",
        )
        return e.NoValue("fout"), FAILED
    return e.DecisionValue(node.name), declared.type or FAILED


def _one_of(node: s.OneOf, scope: Scope) -> tuple[e.Expression, Type]:
    subject, type_ = typed(node.subject, scope)
    if type_ is FAILED:
        return subject, FAILED
    if type_.kind is not Kind.ENUM:
        scope.problems.add("VRD204", f"`is een van` past niet bij {type_.describe()}", node.subject.span)
        return subject, FAILED
    for option in node.options:
        if option.name not in type_.options:
            scope.problems.add(
                "VRD206",
                f"`{option.name}` is geen mogelijke waarde hier",
                option.span,
                help=bedoelt_u(option.name, type_.options) or "kies uit " + ", ".join(type_.options),
            )
    return e.OneOf(subject, tuple(option.name for option in node.options)), BOOL


def _rule_value(node: s.RuleValue, scope: Scope, expected: Type | None) -> tuple[e.Expression, Type]:
    declared = scope.names.terms.get(scope.decision)
    if scope.find_rules is None or declared is None or declared.type is None:
        scope.problems.add(
            "VRD215", f"`de {node.aspect} van …` mag alleen in een consequentie (`dan …`)", node.span
        )
        return e.NoValue("fout"), FAILED
    wanted = {"duur": Kind.DURATION, "bedrag": Kind.AMOUNT, "percentage": Kind.PERCENTAGE}.get(node.aspect)
    if wanted is not None and declared.type.kind is not wanted:
        scope.problems.add(
            "VRD204",
            f"`{scope.decision}` is {declared.type.describe()}, maar hier staat `{node.aspect}`",
            node.span,
            help="schrijf `de uitkomst van …`",
        )
    return e.RuleValue(scope.find_rules(node.reference), scope.decision), declared.type


def _operation(node: s.Operation, scope: Scope, expected: Type | None) -> tuple[e.Expression, Type]:
    operator, operands = node.operator, node.operands
    match operator:
        case "and":
            return e.And(tuple(condition(each, scope) for each in operands)), BOOL
        case "or":
            return e.Or(tuple(condition(each, scope) for each in operands)), BOOL
        case "not":
            return e.Not(condition(operands[0], scope)), BOOL
        case "van":
            percent, _ = typed(operands[0], scope)
            whole, type_ = typed(operands[1], scope, expected)
            if type_ is not FAILED and type_.kind not in NUMERIC:
                scope.problems.add("VRD204", f"een percentage van {type_.describe()} bestaat niet", node.span)
            return e.Share(percent, whole), _unbounded(type_)
        case "kleinste" | "grootste":
            return _extreme(node, scope, expected)
    if operator in COMPARISONS:
        return _comparison(node, scope)
    return _arithmetic(node, scope, expected)


def _pair(node: s.Operation, scope: Scope) -> tuple[e.Expression, Type, e.Expression, Type]:
    """Both operands, each giving the other its meaning: `gedraging = te_laat` and `te_laat = gedraging`."""
    first, second = node.operands
    if (
        isinstance(first, s.Name)
        and first.name not in scope.names.terms
        and not isinstance(second, s.Literal)
    ):
        right, right_type = typed(second, scope)
        left, left_type = typed(first, scope, None if right_type is FAILED else right_type)
    else:
        left, left_type = typed(first, scope)
        if left_type is FAILED and isinstance(second, s.Name):
            return left, FAILED, left, FAILED
        right, right_type = typed(second, scope, None if left_type is FAILED else left_type)
        if left_type.unit == ANY_PERIOD and right_type is not FAILED:
            left, left_type = typed(first, scope, right_type)
    return left, left_type, right, right_type


def _comparison(node: s.Operation, scope: Scope) -> tuple[e.Expression, Type]:
    left, left_type, right, right_type = _pair(node, scope)
    if FAILED in (left_type, right_type):
        return e.NoValue("fout"), FAILED
    if not agree(left_type, right_type):
        scope.problems.add(
            "VRD208",
            f"{left_type.describe()} en {right_type.describe()} kunt u niet vergelijken",
            node.span,
            help="maak beide kanten van dezelfde soort en eenheid",
        )
        return e.NoValue("fout"), FAILED
    if node.operator not in ("=", "!=") and left_type.kind in (Kind.BOOL, Kind.ENUM):
        scope.problems.add(
            "VRD208",
            f"`{node.operator}` past niet bij {left_type.describe()}",
            node.span,
            help="gebruik `=` of `!=`",
        )
    return e.Compare(node.operator, left, right), BOOL


def _extreme(node: s.Operation, scope: Scope, expected: Type | None) -> tuple[e.Expression, Type]:
    operands: list[e.Expression] = []
    type_ = expected
    for each in node.operands:
        operand, found = typed(each, scope, type_)
        operands.append(operand)
        if found is FAILED:
            return operand, FAILED
        if type_ is None or type_.unit == ANY_PERIOD:
            type_ = found
        elif not agree(found, type_):
            scope.problems.add(
                "VRD208",
                f"{found.describe()} en {type_.describe()} kunt u niet vergelijken",
                each.span,
                help="maak alle onderdelen van dezelfde soort en eenheid",
            )
    return e.Extreme(node.operator == "kleinste", tuple(operands)), _unbounded(type_ or FAILED)


def _arithmetic(node: s.Operation, scope: Scope, expected: Type | None) -> tuple[e.Expression, Type]:
    operator = node.operator
    if operator in "+-":
        left, left_type, right, right_type = _pair(node, scope)
    else:
        left, left_type = typed(node.operands[0], scope)
        right, right_type = typed(node.operands[1], scope)
    if FAILED in (left_type, right_type):
        return e.NoValue("fout"), FAILED
    result: Type | None = None
    kinds = (left_type.kind, right_type.kind)
    if operator in "+-":
        if kinds == (Kind.DATE, Kind.DURATION) and right_type.family in ("maand", "dag"):
            shift = e.DateShift(left, 1 if operator == "+" else -1, right, right_type.family)
            return shift, DATE
        if kinds == (Kind.DATE, Kind.DATE) and operator == "-":
            return e.DateDifference(left, right), Type(Kind.DURATION, unit="dag")
        if left_type.kind in NUMERIC and agree(left_type, right_type):
            result = left_type if left_type.unit != ANY_PERIOD else right_type
    elif left_type.kind in NUMERIC and right_type.kind in NUMERIC:
        result = _product(operator, left_type, right_type)
        if (
            operator == "*"
            and Kind.PERCENTAGE in kinds
            and result is not None
            and kinds != (Kind.PERCENTAGE,) * 2
        ):
            if left_type.kind is Kind.PERCENTAGE and right_type.kind in (Kind.AMOUNT, Kind.DURATION):
                return e.Share(left, right), _unbounded(result)
            if right_type.kind is Kind.PERCENTAGE and left_type.kind in (Kind.AMOUNT, Kind.DURATION):
                return e.Share(right, left), _unbounded(result)
    if result is None:
        scope.problems.add(
            "VRD209",
            f"{left_type.describe()} en {right_type.describe()} kunt u niet {ARITHMETIC_WORDS[operator]}",
            node.span,
            help="kijk of de soort en de eenheid van beide kanten kloppen",
        )
        return e.NoValue("fout"), FAILED
    return e.Arithmetic(operator, left, right), _unbounded(result)


def _product(operator: str, left: Type, right: Type) -> Type | None:
    plain = (Kind.COUNT, Kind.NUMBER)
    if right.kind in plain:
        return NUMBER if left.kind in plain else left
    if operator == "/":
        return NUMBER if agree(left, right) else None
    if left.kind in plain:
        return right
    if left.kind is Kind.PERCENTAGE:
        return right
    return left if right.kind is Kind.PERCENTAGE else None


def _unbounded(type_: Type) -> Type:
    return type_ if type_ is FAILED else replace(type_, low=None, high=None, step=None)
