"""Types as written: kind, unit, options, bounds, step and rounding."""

from __future__ import annotations

from typing import Any

from verordening.language import syntax as s
from verordening.language.building.base import Base, nodes, text, tokens
from verordening.language.measures import UNITS
from verordening.language.tokens import Meta

_VALUE_WORDS = frozenset({"niet", "onbepaald", "peildatum", "de", "het", "aantal"})
"""Words that open something else where a value stands, so that an option of this name could never be compared with.

`model` refuses `ja`, `nee` and `onbekend`, which it can say more about.
"""


def _change(children: list[Any]) -> tuple[str, str]:
    """`verandert niet` or `neemt alleen toe`, with the text behind it."""
    texts = tokens(children, "STRING")
    return " ".join(str(children[0]).split()), text(texts[0]) if texts else ""


_NO_BOUNDS: tuple[None, None, bool] = (None, None, False)


class Types(Base):
    """One method a type, then what may stand behind it."""

    def option(self, _: Meta, children: list[Any]) -> s.Option:
        name = str(children[0])
        span = self._token_span(children[0])
        if name in _VALUE_WORDS:
            self._problem(
                "VRD117",
                f"`{name}` kan geen keuze in een lijst zijn, want dit woord betekent in een voorwaarde iets anders",
                span,
                "kies een ander woord",
            )
        label = text(children[1]) if len(children) > 1 else name.replace("_", " ")
        return s.Option(span, name, label)

    def _type(self, kind: str, meta: Meta, **parts: Any) -> s.TypeExpression:
        return s.TypeExpression(self._span(meta), kind, **parts)

    def type_bool(self, meta: Meta, _: list[Any]) -> s.TypeExpression:
        return self._type("ja/nee", meta)

    def type_enum(self, meta: Meta, children: list[Any]) -> s.TypeExpression:
        return self._type("een van", meta, options=tuple(nodes(children)))

    def type_count(self, meta: Meta, _: list[Any]) -> s.TypeExpression:
        return self._type("aantal", meta)

    def type_number(self, meta: Meta, _: list[Any]) -> s.TypeExpression:
        return self._type("getal", meta)

    def type_percentage(self, meta: Meta, children: list[Any]) -> s.TypeExpression:
        names = self._names(children)
        low, high, half_open = next(iter(nodes(children)), _NO_BOUNDS)
        of = names[0] if names else None
        return self._type("percentage", meta, of=of, low=low, high=high, half_open=half_open)

    def type_amount(self, meta: Meta, children: list[Any]) -> s.TypeExpression:
        period = tokens(children, "PERIODE")
        return self._type("bedrag", meta, unit=str(period[0]) if period else "")

    def type_duration(self, meta: Meta, children: list[Any]) -> s.TypeExpression:
        unit = UNITS[str(tokens(children, "EENHEID")[0])]
        return self._type("duur", meta, unit=unit, indefinite=bool(tokens(children, "ONBEPAALD")))

    def type_date(self, meta: Meta, _: list[Any]) -> s.TypeExpression:
        return self._type("datum", meta)

    def field_question(self, _: Meta, children: list[Any]) -> dict[str, Any]:
        return {"question": text(children[1])}

    def field_label(self, _: Meta, children: list[Any]) -> dict[str, Any]:
        return {"label": text(children[1])}

    def field_protected(self, _: Meta, children: list[Any]) -> dict[str, Any]:
        texts = tokens(children, "STRING")
        return {"protected": True, "ground": text(texts[0]) if texts else ""}

    def field_fixed(self, _: Meta, children: list[Any]) -> dict[str, Any]:
        return {"changes": _change(children)}

    def field_rising(self, _: Meta, children: list[Any]) -> dict[str, Any]:
        return {"changes": _change(children)}

    def list_field(self, meta: Meta, children: list[Any]) -> s.ListField:
        type_, *parts = nodes(children)
        found: dict[str, Any] = {}
        for part in parts:
            if found.keys() & part.keys():
                self._problem(
                    "VRD121",
                    f"bij `{children[0]}` staat iets twee keer",
                    self._span(meta),
                    "laat er één staan en haal de andere weg",
                )
            found.update(part)
        return s.ListField(self._span(meta), self._declared(children[0]), type_, **found)

    def type_list(self, meta: Meta, children: list[Any]) -> s.TypeExpression:
        element = self._names(children)[0]
        most = tokens(children, "NUMBER")
        high = (
            s.Literal(self._token_span(most[0]), "getal", self._exact(most[0], str(most[0])))
            if most
            else None
        )
        return self._type("lijst", meta, element=element, fields=tuple(nodes(children)), high=high)

    def bounds(self, _: Meta, children: list[Any]) -> tuple[Any, Any, bool]:
        low, high = nodes(children)
        return (low, high, bool(tokens(children, "TOT")))

    def step(self, _: Meta, children: list[Any]) -> dict[str, Any]:
        return {"step": nodes(children)[0]}

    def type(self, meta: Meta, children: list[Any]) -> s.TypeExpression:
        base: s.TypeExpression = children[0]
        low, high, step, half_open = base.low, base.high, None, base.half_open
        for child in children[1:]:
            if isinstance(child, tuple):
                low, high, half_open = child
            else:
                step = child["step"]
        return s.TypeExpression(
            self._span(meta),
            base.kind,
            base.unit,
            base.of,
            base.options,
            low,
            high,
            step,
            base.indefinite,
            half_open=half_open,
        )

    def rounding(self, meta: Meta, children: list[Any]) -> s.Rounding:
        unit = "centen" if tokens(children, "CENTEN") else "euro's"
        way = tokens(children, "BOVEN", "BENEDEN")
        return s.Rounding(self._span(meta), unit, str(way[0]) if way else "half")
