"""Lists: what a `lijst van kind (…)` asks of each element, and what an expression may say of the elements together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from verordening.language import syntax as s
from verordening.language.diagnostics import Related
from verordening.language.suggestions import bedoelt_u
from verordening.model import expressions as e
from verordening.model.resolving.changing import changes_of_field
from verordening.model.resolving.literals import FAILED, check_bounded
from verordening.model.resolving.names import Declared
from verordening.model.resolving.operations import Typed, failed, unbounded
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.typing import Scope, condition, typed
from verordening.model.resolving.wording import described
from verordening.model.types import BOOL, NUMERIC, Field, Kind, Type
from verordening.records import replace

MOST_ELEMENTS: Final = 100
"""No list of a case may be longer, whatever its declaration says."""

COUNT: Final = Type(Kind.COUNT)

_EXAMPLE: Final = "`gegeven kinderen: lijst van kind (thuiswonend: ja/nee) ten hoogste 12`"


# ------------------------------------------------ types


def list_type(
    written: s.TypeExpression, type_of: Callable[[s.TypeExpression], Type], problems: Problems
) -> Type:
    """The type of a list as declared; `type_of` gives that of a field. Problems: VRD241, VRD242, VRD245, VRD247."""
    assert written.element is not None
    first: dict[str, s.ListField] = {}
    fields: list[Field] = []
    for each in written.fields:
        before = first.setdefault(each.name.name, each)
        if before is not each:
            problems.add(
                "VRD245",
                f"`{each.name.name}` staat twee keer in deze lijst",
                each.name.span,
                help="haal er een weg",
                related=(Related(before.name.span, "hier staat het al"),),
            )
        elif each.type.kind == "lijst":
            refuse_list(each.type, "een onderdeel van een lijst", problems)
        else:
            fields.append(_field(each, type_of(each.type), problems))
            check_bounded(each.type, each.name, problems)
    return Type(
        Kind.LIST, of=written.element.name, low=0, high=_most(written, problems), fields=tuple(fields)
    )


def _field(written: s.ListField, type_: Type, problems: Problems) -> Field:
    label = written.label or written.name.name.replace("_", " ")
    changes = changes_of_field(written, type_, problems)
    return Field(written.name.name, type_, label, written.question, written.protected, changes)


def _most(written: s.TypeExpression, problems: Problems) -> int:
    if written.high is None:
        problems.add(
            "VRD241",
            "deze lijst heeft geen maximum",
            written.span,
            help="schrijf achter het laatste haakje hoeveel het er ten hoogste zijn, zoals `ten hoogste 12`",
        )
        return 1
    number = written.high.number if isinstance(written.high, s.Literal) else None
    if isinstance(number, int) and 1 <= number <= MOST_ELEMENTS:
        return number
    problems.add(
        "VRD241",
        f"het maximum van een lijst is een heel getal van 1 tot en met {MOST_ELEMENTS}",
        written.high.span,
        help="schrijf bijvoorbeeld `ten hoogste 12`",
    )
    return 1


def refuse_list(written: s.TypeExpression, what: str, problems: Problems) -> Type:
    """A list where there can be none (VRD242)."""
    problems.add(
        "VRD242",
        f"{what} kan geen lijst zijn",
        written.span,
        help=f"maak van de lijst een eigen gegeven, zoals {_EXAMPLE}",
    )
    return FAILED


# ------------------------------------------------ expressions


def of_list(node: s.ListOperation, scope: Scope) -> Typed:
    """Something of the elements of a list. Problems: VRD244, VRD209."""
    declared = _list(node, scope)
    if declared is None or declared.type is None:
        return failed()
    name, inner = declared.name, _inside(declared.name, declared.type, scope)
    kept = condition(node.condition, inner) if node.condition is not None else None
    match node.operator:
        case "aantal":
            return e.CountOf(name, kept), COUNT
        case "een":
            return e.SomeOf(name, kept), BOOL
        case "geen":
            return e.Not(e.SomeOf(name, kept)), BOOL
        case "elk":
            assert node.demand is not None
            return e.AllOf(name, kept, condition(node.demand, inner)), BOOL
    assert node.subject is not None
    subject, type_ = typed(node.subject, inner)
    if type_ is FAILED:
        return failed()
    if node.operator == "som":
        if type_.kind not in NUMERIC or type_.indefinite:
            return _refuse_subject(
                node, type_, "een som", "tel een getal, bedrag, percentage of duur op", scope
            )
        return e.SumOf(name, subject, kept), unbounded(type_)
    if type_.kind not in NUMERIC and type_.kind is not Kind.DATE:
        remedy = "neem een getal, bedrag, percentage, duur of datum"
        return _refuse_subject(node, type_, f"een {node.operator}", remedy, scope)
    return e.ExtremeOf(node.operator == "laagste", name, subject, kept), type_


def refuse_as_value(node: s.Name, type_: Type, scope: Scope) -> Typed:
    """A list where a value belongs (VRD243)."""
    scope.problems.add(
        "VRD243",
        f"`{node.name}` is een lijst en heeft zelf geen waarde",
        node.span,
        help=f"tel met `aantal {node.name}`, of vraag met `er is een {type_.of} met (…)` naar wat erin staat",
    )
    return failed()


def _inside(name: str, type_: Type, scope: Scope) -> Scope:
    """Within the brackets a name means first what is asked of each element, then anything declared."""
    own = {each.name: (name, each.type) for each in type_.fields}
    return replace(scope, fields={**scope.fields, **own})


def _refuse_subject(node: s.ListOperation, type_: Type, what: str, remedy: str, scope: Scope) -> Typed:
    assert node.subject is not None
    scope.problems.add(
        "VRD209", f"{what} van {described(type_)} bestaat niet", node.subject.span, help=remedy
    )
    return failed()


def _list(node: s.ListOperation, scope: Scope) -> Declared | None:
    """The list that an expression names, itself or by what one element is called."""
    names, written = scope.names, node.of.name
    by_element = node.operator in ("een", "geen", "elk")
    lists = {each.name: each for each in names.elements.values()}
    found = names.elements.get(written) if by_element else lists.get(written)
    if found is not None:
        return found
    if scope.problems.is_meant(written):
        return None
    _report_no_list(node.of, by_element, scope)
    return None


def _report_no_list(name: s.Name, by_element: bool, scope: Scope) -> None:
    """`aantal kind` and `er is een kinderen`: each word has its own place; anything else is no list at all."""
    names, written = scope.names, name.name
    one_of = {each.name: element for element, each in names.elements.items()}
    wanted = tuple(names.elements) if by_element else tuple(one_of)
    if by_element and written in one_of:
        message = f"één onderdeel van de lijst `{written}` heet `{one_of[written]}`"
        remedy = f"schrijf hier `{one_of[written]}`"
    elif not by_element and written in names.elements:
        message = f"`{written}` is één onderdeel van een lijst"
        remedy = f"schrijf hier `{names.elements[written].name}`"
    else:
        declared = names.terms.get(written)
        what = f"er is niets met de naam `{written}`" if declared is None else f"`{written}` is geen lijst"
        message = f"{what} maar een {declared.word}" if declared is not None else what
        remedy = bedoelt_u(written, wanted) or f"noem een lijst, zoals {_EXAMPLE}"
    scope.problems.add("VRD244", message, name.span, help=remedy)
