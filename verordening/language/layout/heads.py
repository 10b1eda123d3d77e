"""How the heads of items are written, and the types in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from verordening.language import syntax as s
from verordening.language.layout.document import FILL, LINE, Doc, Group, Line, Nest, Row, bracketed
from verordening.language.layout.expressions import condition_doc, value_doc
from verordening.language.layout.values import MANY, UP_TO, day_text, quoted

_DEEPER: Final = 4
"""What runs on from a head stands further in than the clauses below it."""


def head_row(head: s.Head) -> Row:
    """A head as a row of its own."""
    printer = HEADS.get(type(head))
    if printer is None:
        raise NotImplementedError(f"no layout for {type(head).__name__}; add it to HEADS here")
    return Row(head.span, printer(head))


# ---------------------------------------------------------------- types


def type_doc(type_: s.TypeExpression) -> Doc:
    """A type with its bounds and step."""
    printer = TYPES.get(type_.kind)
    if printer is None:
        raise NotImplementedError(f"no layout for the type {type_.kind!r}; add it to TYPES here")
    parts: list[Doc] = [printer(type_)]
    if type_.low is not None and type_.high is not None:
        parts += [" van ", value_doc(type_.low), UP_TO[type_.half_open], value_doc(type_.high)]
    elif type_.high is not None:
        parts += [" ten hoogste ", value_doc(type_.high)]
    if type_.step is not None:
        parts += [" stap ", value_doc(type_.step)]
    return tuple(parts)


def _one_of(type_: s.TypeExpression) -> Doc:
    """Options with words of their own stand below each other; bare names fill the line."""
    labelled = any(_label(option) for option in type_.options)
    rows = [Row(option.span, f"{option.name}{_label(option)}") for option in type_.options]
    return bracketed("een van ", rows, LINE if labelled else FILL)


def _list(type_: s.TypeExpression) -> Doc:
    assert type_.element is not None
    return bracketed(f"lijst van {type_.element.name} ", [_field(each) for each in type_.fields], LINE)


def _field(field: s.ListField) -> Row:
    words = (
        f"label {quoted(field.label)}" if field.label else "",
        f"bijzonder {quoted(field.ground)}" if field.ground else "bijzonder" if field.protected else "",
        _change(*field.changes),
        f"vraag {quoted(field.question)}" if field.question else "",
    )
    more = tuple((FILL, word) for word in words if word)
    return Row(field.span, Group(Nest((f"{field.name.name}: ", type_doc(field.type), *more), _DEEPER)))


def _change(keyword: str, reason: str) -> str:
    return f"{keyword} {quoted(reason)}" if reason else keyword


def _label(option: s.Option) -> str:
    """What people read for an option, unless it is the name itself."""
    return "" if option.label == option.name.replace("_", " ") else f" {quoted(option.label)}"


def _per(type_: s.TypeExpression) -> str:
    return f" per {type_.unit}" if type_.unit else ""


TYPES: Final[dict[str, Callable[[s.TypeExpression], Doc]]] = {
    "ja/nee": lambda _: "ja/nee",
    "een van": _one_of,
    "aantal": lambda _: "aantal",
    "getal": lambda _: "getal",
    "percentage": lambda type_: f"percentage van {type_.of.name}" if type_.of else "percentage",
    "bedrag": lambda type_: f"bedrag{_per(type_)}",
    "duur": lambda type_: f"duur in {MANY[type_.unit]}{' of onbepaald' if type_.indefinite else ''}",
    "datum": lambda _: "datum",
    "lijst": _list,
}
"""Each kind of type with how it is written, without its bounds."""

# ---------------------------------------------------------------- heads


def _regeling(head: s.RegelingHead) -> Doc:
    return f"regeling {head.name} {quoted(head.title)}"


def _place(head: s.PlaceHead) -> Doc:
    return f"{head.part} {head.number}{f' {quoted(head.title)}' if head.title else ''}"


def _input(head: s.InputHead) -> Doc:
    return (f"{head.keyword} {head.name.name}{_of_each(head.per)}: ", type_doc(head.type))


def _of_each(per: s.Name | None) -> str:
    return f" per {per.name}" if per is not None else ""


def _decision(head: s.DecisionHead) -> Doc:
    more: list[Doc] = []
    if head.default is not None:
        more += [",", FILL, Row(head.default.span, ("standaard ", value_doc(head.default)))]
    if head.rounding is not None:
        more += [",", FILL, _rounding(head.rounding)]
    if head.favourable is not None:
        more += [",", FILL, Row(head.favourable.span, f"gunstig {head.favourable.name}")]
    return Group(
        (f"besluit {head.name.name}{_of_each(head.per)}: ", type_doc(head.type), Nest(tuple(more), _DEEPER))
    )


def _rounding(rounding: s.Rounding) -> Row:
    unit = "centen" if rounding.unit == "centen" else "hele euro's"
    way = "" if rounding.direction == "half" else f" naar {rounding.direction}"
    return Row(rounding.span, f"afgerond op {unit}{way}")


def _table(head: s.TableHead) -> Doc:
    more: tuple[Doc, ...] = ()
    if head.indexed:
        *first, last = (day_text(day) for day in head.indexed)
        days = f"{', '.join(first)} en {last}" if first else last
        more = (",", FILL, f"geïndexeerd op {days}")
    return Group((f"tabel {head.name.name}: ", type_doc(head.type), Nest(more, _DEEPER)))


def _concept(head: s.ConceptHead) -> Doc:
    """The value on the line of its name if it fits; branches below each other as soon as there are two."""
    type_ = (": ", type_doc(head.type)) if head.type is not None else ""
    rounding = (",", Nest((LINE, _rounding(head.rounding)), _DEEPER)) if head.rounding is not None else ""
    return Group((f"begrip {head.name.name}", type_, " =", _concept_body(head), rounding))


def _concept_body(head: s.ConceptHead) -> Doc:
    value = Row(head.otherwise.span, condition_doc(head.otherwise))
    if head.branches:
        return Nest((*_branches(head), LINE, replace(value, doc=("anders ", Nest(value.doc)))), _DEEPER)
    if isinstance(head.otherwise, s.OneOf):
        # Its options find room of their own below the line of the name.
        return (" ", replace(value, opens=False))
    return Nest((LINE, value), _DEEPER)


def _branches(head: s.ConceptHead) -> Iterator[Doc]:
    line = Line(always=len(head.branches) > 1)
    for value, condition in head.branches:
        yield line
        yield Row(
            value.span.to(condition.span),
            (condition_doc(value), " als ", Nest(condition_doc(condition)), ";"),
        )


def _value(head: s.ValueHead) -> Doc:
    return f"waarde {head.name.name} {quoted(head.text)}"


def _floor(head: s.FloorHead) -> Doc:
    return f"ondergrens {head.name.name} {quoted(head.title)}"


def _guarantee(head: s.GuaranteeHead) -> Doc:
    return f"waarborg {head.name.name} {quoted(head.title)}"


def _coherence(head: s.CoherenceHead) -> Doc:
    """Its `als` and `dan` stand as the clauses below it do."""
    line = Line(always=True)
    parts: list[Doc] = [f"samenhang {quoted(head.text)}"]
    if head.condition is not None:
        parts += [line, "als ", Row(head.condition.span, Nest(condition_doc(head.condition)))]
    parts += [line, "dan ", Row(head.demand.span, Nest(condition_doc(head.demand)))]
    return Nest(tuple(parts), 2)


HEADS: Final[dict[type, Callable[[Any], Doc]]] = {
    s.RegelingHead: _regeling,
    s.PlaceHead: _place,
    s.InputHead: _input,
    s.ConceptHead: _concept,
    s.TableHead: _table,
    s.DecisionHead: _decision,
    s.ValueHead: _value,
    s.FloorHead: _floor,
    s.CoherenceHead: _coherence,
    s.GuaranteeHead: _guarantee,
}
"""Each kind of head with how it is written."""
