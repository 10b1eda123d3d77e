"""What an operator makes of operands whose type is known; operands that do not go together are reported."""

from __future__ import annotations

from typing import Final

from verordening.language import syntax as s
from verordening.model import expressions as e
from verordening.model.resolving.literals import ANY_PERIOD, FAILED, agree
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.wording import choices, described
from verordening.model.types import BOOL, DATE, NUMBER, NUMERIC, Kind, Type
from verordening.records import replace

COMPARISONS: Final = frozenset({"=", "!=", "<", "<=", ">", ">="})

_WORDS: Final = {"+": "optellen", "-": "aftrekken", "*": "vermenigvuldigen", "/": "delen"}
_PLAIN: Final = (Kind.COUNT, Kind.NUMBER)

Typed = tuple[e.Expression, Type]
"""An expression with its type."""


def failed() -> Typed:
    """What stands for an expression with a problem already reported."""
    return e.NoValue("fout"), FAILED


def unbounded(type_: Type) -> Type:
    """The type of what was computed from values of this type: the bounds no longer hold."""
    return type_ if type_ is FAILED else replace(type_, low=None, high=None, step=None)


def compared(node: s.Operation, left: Typed, right: Typed, problems: Problems) -> Typed:
    """A comparison."""
    left_type, right_type = left[1], right[1]
    if FAILED in (left_type, right_type):
        return failed()
    if not agree(left_type, right_type):
        problems.add(
            "VRD208",
            f"{described(left_type)} en {described(right_type)} kunt u niet vergelijken",
            node.span,
            help=_comparable(left_type, right_type),
        )
        return failed()
    if node.operator not in ("=", "!=") and left_type.kind in (Kind.BOOL, Kind.ENUM):
        problems.add(
            "VRD208",
            f"`{node.operator}` past niet bij {described(left_type)}",
            node.span,
            help="gebruik `=` of `!=`",
        )
    return e.Compare(node.operator, left[0], right[0]), BOOL


def share(node: s.Operation, percent: Typed, whole: Typed, problems: Problems) -> Typed:
    """`5% van x`."""
    type_ = whole[1]
    if type_ is not FAILED and type_.kind not in NUMERIC:
        problems.add(
            "VRD209",
            f"een percentage van {described(type_)} bestaat niet",
            node.span,
            help="neem een percentage van een bedrag, getal, percentage of duur",
        )
        return failed()
    return e.Share(percent[0], whole[0]), unbounded(type_)


def computed(node: s.Operation, left: Typed, right: Typed, problems: Problems) -> Typed:
    """A sum, difference, product or quotient; with dates a date or the days between two."""
    if FAILED in (left[1], right[1]):
        return failed()
    if node.operator == "*" and _of_another(left, right, node, problems):
        return failed()
    found = (
        _sum(node.operator, left, right) if node.operator in "+-" else _product(node.operator, left, right)
    )
    if found is not None:
        return found
    problems.add(
        "VRD209",
        f"{described(left[1])} en {described(right[1])} kunt u niet {_WORDS[node.operator]}",
        node.span,
        help=_computable(node.operator, left[1], right[1]),
    )
    return failed()


def other_unit(found: Type, wanted: Type) -> str:
    """The remedy for an amount for another period or a percentage of something else; nothing for other kinds."""
    if found.kind is Kind.AMOUNT and found.unit and wanted.unit:
        twelve = {("maand", "jaar"): " (dat is 12 keer)", ("jaar", "maand"): " (dat is gedeeld door 12)"}
        return f"reken het om met `omgerekend per {wanted.unit}`{twelve.get((found.unit, wanted.unit), '')}"
    if found.kind is Kind.PERCENTAGE:
        return f"neem een percentage van {wanted.of}"
    return ""


def _comparable(left: Type, right: Type) -> str:
    """What the left side of a comparison can be compared with."""
    if left.kind is Kind.ENUM:
        return choices(left.options)
    if left.kind is right.kind:
        return other_unit(right, left) or "schrijf beide in dezelfde eenheid"
    return f"vergelijk {described(left)} met {described(left)}"


def _computable(operator: str, left: Type, right: Type) -> str:
    """What can be done with the left side."""
    kinds = {left.kind, right.kind}
    if operator == "*":
        return "vermenigvuldig met een getal of een percentage"
    if operator == "/":
        return "deel door een getal, of door iets van dezelfde soort en eenheid"
    if Kind.DATE in kinds:
        return "tel bij een datum een duur op, zoals `3 maanden`, of trek die ervan af"
    if Kind.PERCENTAGE in kinds and len(kinds) > 1:
        return "schrijf waarvan u een deel neemt, zoals `5% van norm`"
    if left.kind is right.kind and left.kind in NUMERIC:
        return other_unit(right, left) or "schrijf beide in dezelfde eenheid"
    return "neem twee keer dezelfde soort, met dezelfde eenheid"


def _sum(operator: str, left: Typed, right: Typed) -> Typed | None:
    left_type, right_type = left[1], right[1]
    kinds = (left_type.kind, right_type.kind)
    if kinds == (Kind.DATE, Kind.DURATION) and right_type.family in ("maand", "dag", "werkdag"):
        return e.DateShift(left[0], 1 if operator == "+" else -1, right[0], right_type.family), DATE
    if kinds == (Kind.DATE, Kind.DATE) and operator == "-":
        return e.DateDifference(left[0], right[0]), Type(Kind.DURATION, unit="dag")
    if left_type.kind in NUMERIC and agree(left_type, right_type):
        type_ = left_type if left_type.unit != ANY_PERIOD and not right_type.of else right_type
        return e.Arithmetic(operator, left[0], right[0]), unbounded(type_)
    return None


def _product(operator: str, left: Typed, right: Typed) -> Typed | None:
    left_type, right_type = left[1], right[1]
    if left_type.kind not in NUMERIC or right_type.kind not in NUMERIC:
        return None
    type_ = _type_of_product(operator, left_type, right_type)
    if type_ is None:
        return None
    if operator == "*" and _is_share(left_type, right_type):
        return e.Share(left[0], right[0]), unbounded(type_)
    if operator == "*" and _is_share(right_type, left_type):
        return e.Share(right[0], left[0]), unbounded(type_)
    return e.Arithmetic(operator, left[0], right[0]), unbounded(type_)


def _of_another(left: Typed, right: Typed, node: s.Operation, problems: Problems) -> bool:
    """Whether a percentage of one thing is taken of another, which is reported."""
    for (_, percent), (whole, type_) in ((left, right), (right, left)):
        if not percent.of or not _is_share(percent, type_) or _names(whole) == percent.of:
            continue
        problems.add(
            "VRD209",
            f"dit is een percentage van {percent.of}, en dus niet van iets anders",
            node.span,
            help=f"neem het van `{percent.of}`, of maak er een percentage zonder `van {percent.of}` van",
        )
        return True
    return False


def _names(node: e.Expression) -> str:
    """The name that an expression is, or nothing."""
    return node.name if isinstance(node, e.Input | e.ConceptValue | e.TableValue) else ""


def _is_share(percent: Type, whole: Type) -> bool:
    """Whether a product of these is a percentage of something: `percentage_korting keer norm`."""
    return percent.kind is Kind.PERCENTAGE and whole.kind in (Kind.AMOUNT, Kind.DURATION)


def _type_of_product(operator: str, left: Type, right: Type) -> Type | None:
    if right.kind in _PLAIN:
        return NUMBER if left.kind in _PLAIN else left
    if operator == "/":
        return NUMBER if agree(left, right) else None
    if left.kind in _PLAIN or left.kind is Kind.PERCENTAGE:
        return right
    return left if right.kind is Kind.PERCENTAGE else None
