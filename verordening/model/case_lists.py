"""Lists in a case: one entry an element, or the word `geen`; what is left out of an element is unknown."""

from __future__ import annotations

from verordening.language.suggestions import bedoelt_u
from verordening.model.case_mismatches import Wanted
from verordening.model.case_names import refuse_person
from verordening.model.case_problems import Refusal, quoted
from verordening.model.case_shapes import Shapes
from verordening.model.case_values import UNKNOWN_WORDS
from verordening.model.formatting import format_value
from verordening.model.rules import InputDeclaration
from verordening.model.types import BOOL, Items, Kind, Type, Value
from verordening.model.yaml_reading import Mapping, Node, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

LIST_KEYS: Final = ("volledig", "lijst")
"""The keys of a list that may be longer than what is written: `{volledig: nee, lijst: […]}`."""

NONE: Final = "geen"
UNKNOWN: Final = "onbekend"
"""What stands for an element of which nothing is known."""


def read_items(node: Node, key: Scalar, declared: InputDeclaration, shapes: Shapes) -> Items | None:
    """The list that a case gives; None where it cannot be read at all. Problems: VRD402, VRD410-VRD416, VRD419."""
    if isinstance(node, Mapping):
        return _open_list(node, key, declared, shapes)
    if isinstance(node, Sequence):
        return _elements(node, key, declared, shapes)
    text = node.text.strip()
    if text == NONE:
        return Items(())
    if text.casefold() in UNKNOWN_WORDS:
        remedy = f"laat een onbekende lijst weg; zijn er geen, schrijf dan `{NONE}`"
        refusal = Refusal("VRD410", f"bij `{key.text}` is niets ingevuld", remedy)
        shapes.refuse(refusal, node.span if text else key.span)
        return None
    shapes.refuse(_no_list(declared), node.span)
    return None


def _open_list(node: Mapping, key: Scalar, declared: InputDeclaration, shapes: Shapes) -> Items | None:
    """`{volledig: nee, lijst: […]}`: there may be more."""
    fields = {each.name for each in declared.type.fields}
    if fields.intersection(node.keys()) or node.get("lijst") is None:
        shapes.refuse(_no_list(declared), key.span)
        return None
    shapes.check_keys(node, LIST_KEYS, f"de lijst `{key.text}`")
    inner, inner_key = node.get("lijst"), node.key("lijst")
    assert inner is not None
    assert inner_key is not None
    items = read_items(inner, inner_key, declared, shapes) if not isinstance(inner, Mapping) else None
    if items is None:
        if isinstance(inner, Mapping):
            shapes.refuse(_no_list(declared), inner_key.span)
        return None
    whole, whole_key = node.get("volledig"), node.key("volledig")
    if whole is None or whole_key is None:
        return items
    complete = shapes.value(whole, whole_key, Wanted("volledig", BOOL, declared.place))
    return Items(items.elements, complete is not False)


def _elements(node: Sequence, key: Scalar, declared: InputDeclaration, shapes: Shapes) -> Items:
    most = declared.type.high
    assert isinstance(most, int)
    if len(node.items) > most:
        refusal = Refusal(
            "VRD413",
            f"in `{key.text}` staan er {len(node.items)}, en het zijn er ten hoogste {most}",
            "kijk de lijst na; het maximum staat in "
            + Wanted(key.text, declared.type, declared.place).declared_at,
            "te veel",
        )
        shapes.refuse(refusal, key.span)
    found = [_element(item, declared, shapes) for item in node.items[:most]]
    return Items(tuple(found))


def _element(node: Node, declared: InputDeclaration, shapes: Shapes) -> dict[str, Value]:
    if isinstance(node, Mapping):
        return _fields(node, declared, shapes)
    if isinstance(node, Scalar) and node.text.strip() == UNKNOWN:
        return {}
    if isinstance(node, Scalar) and not node.text.strip():
        message = f"achter dit streepje is geen {_one(declared)} ingevuld"
        remedy = f"haal het streepje weg, of schrijf `- {UNKNOWN}` als u van dit onderdeel niets weet"
        shapes.refuse(Refusal("VRD410", message, remedy), node.span)
    else:
        shapes.refuse(_no_list(declared), node.span)
    return {}


def _fields(node: Mapping, declared: InputDeclaration, shapes: Shapes) -> dict[str, Value]:
    types = {each.name: each.type for each in declared.type.fields}
    found: dict[str, Value] = {}
    for key, given in node.entries:
        if key.text not in types:
            shapes.refuse(_unknown_field(key.text, declared, types, shapes), key.span)
            continue
        value = shapes.value(given, key, Wanted(key.text, types[key.text], declared.place))
        if value is not None:
            found[key.text] = value
    return found


def _one(declared: InputDeclaration) -> str:
    return declared.type.of.replace("_", " ")


def _unknown_field(name: str, declared: InputDeclaration, types: dict[str, Type], shapes: Shapes) -> Refusal:
    person = refuse_person(name, shapes.corpus)
    if person is not None:
        return person
    if name[:1].isdigit():
        remedy = "staat er een komma in een bedrag? zet elk gegeven van dit onderdeel dan op een eigen regel"
        return Refusal("VRD419", f"{quoted(name)} is geen naam van een gegeven", remedy)
    known = ", ".join(f"`{each}`" for each in types)
    return Refusal(
        "VRD419",
        f"van een {_one(declared)} in `{declared.name}` wordt geen {quoted(name)} gevraagd",
        bedoelt_u(name, types) or f"gevraagd wordt: {known}",
    )


def _no_list(declared: InputDeclaration) -> Refusal:
    first = declared.type.fields[0]
    return Refusal(
        "VRD416",
        f"bij `{declared.name}` hoort een lijst, met voor elk onderdeel een streepje",
        f"schrijf per {_one(declared)} een regel, zoals `- {first.name}: {_example(first.type)}`; "
        f"zijn er geen, schrijf `{NONE}`",
    )


def _example(type_: Type) -> str:
    """A value that such a field may have."""
    if type_.options:
        return type_.options[0]
    if type_.kind is Kind.DATE:
        return "2026-03-01"
    low = True if type_.low is None else type_.low
    return format_value(low, type_, with_unit=True)
