"""The heads that open an item, each with its own name or number."""

from __future__ import annotations

from typing import Any

from verordening.language import syntax as s
from verordening.language.building.base import Base, nodes, text
from verordening.language.measures import MONTHS
from verordening.language.source import Span
from verordening.language.tokens import Meta

_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Heads(Base):
    """One method a head."""

    def regeling_head(self, meta: Meta, children: list[Any]) -> s.RegelingHead:
        return s.RegelingHead(self._span(meta), self._declared(children[1]).name, text(children[2]))

    def _place(self, meta: Meta, children: list[Any]) -> s.PlaceHead:
        title = text(children[2]) if len(children) > 2 else ""
        return s.PlaceHead(self._span(meta), str(children[0]), str(children[1]), title)

    def artikel_head(self, meta: Meta, children: list[Any]) -> s.PlaceHead:
        return self._place(meta, children)

    def lid_head(self, meta: Meta, children: list[Any]) -> s.PlaceHead:
        return self._place(meta, children)

    def onderdeel_head(self, meta: Meta, children: list[Any]) -> s.PlaceHead:
        return self._place(meta, children)

    def zin_head(self, meta: Meta, children: list[Any]) -> s.PlaceHead:
        return self._place(meta, children)

    def guideline_head(self, meta: Meta, children: list[Any]) -> s.PlaceHead:
        return self._place(meta, children)

    def fact_head(self, meta: Meta, children: list[Any]) -> s.InputHead:
        return self._input(meta, children)

    def judgement_head(self, meta: Meta, children: list[Any]) -> s.InputHead:
        return self._input(meta, children)

    def _input(self, meta: Meta, children: list[Any]) -> s.InputHead:
        name = self._declared(children[1])
        return s.InputHead(self._span(meta), str(children[0]), name, children[-1], _per(children))

    def per(self, _: Meta, children: list[Any]) -> s.Name:
        return self._names(children)[0]

    def value_head(self, meta: Meta, children: list[Any]) -> s.ValueHead:
        return s.ValueHead(self._span(meta), self._declared(children[1]), text(children[2]))

    def floor_head(self, meta: Meta, children: list[Any]) -> s.FloorHead:
        return s.FloorHead(self._span(meta), self._declared(children[1]), text(children[2]))

    def guarantee_head(self, meta: Meta, children: list[Any]) -> s.GuaranteeHead:
        return s.GuaranteeHead(self._span(meta), self._declared(children[1]), text(children[2]))

    def coherence_head(self, meta: Meta, children: list[Any]) -> s.CoherenceHead:
        *conditions, demand = nodes(children)
        return s.CoherenceHead(
            self._span(meta), text(children[1]), conditions[0] if conditions else None, demand
        )

    # ------------------------------------------------ begrip

    def branch(self, _: Meta, children: list[Any]) -> tuple[Any, Any]:
        value, condition = nodes(children)
        return (value, condition)

    def single(self, _: Meta, children: list[Any]) -> tuple[tuple[Any, ...], Any]:
        return ((), children[0])

    def branches(self, _: Meta, children: list[Any]) -> tuple[tuple[Any, ...], Any]:
        parts = nodes(children)
        return (tuple(parts[:-1]), parts[-1])

    def concept_head(self, meta: Meta, children: list[Any]) -> s.ConceptHead:
        parts = nodes(children)
        type_ = parts.pop(0) if isinstance(parts[0], s.TypeExpression) else None
        rounding = parts.pop() if isinstance(parts[-1], s.Rounding) else None
        branches, otherwise = parts[0]
        name = self._declared(children[1])
        return s.ConceptHead(self._span(meta), name, type_, branches, otherwise, rounding)

    # ------------------------------------------------ tabel

    def day_of_year(self, meta: Meta, children: list[Any]) -> tuple[int, int]:
        day, month = children[0].split()
        number = MONTHS.index(month) + 1
        if not 1 <= int(day) <= _DAYS_IN_MONTH[number - 1]:
            self._problem(
                "VRD110",
                f"{int(day)} {month} bestaat niet",
                self._span(meta),
                f"schrijf een dag die in {month} voorkomt",
            )
        return (number, int(day))

    def table_head(self, meta: Meta, children: list[Any]) -> s.TableHead:
        parts = nodes(children)
        name = self._declared(children[1])
        return s.TableHead(self._span(meta), name, parts[0], tuple(parts[1:]))

    # ------------------------------------------------ besluit

    def default(self, meta: Meta, children: list[Any]) -> tuple[str, Span, Any]:
        return ("standaard", self._span(meta), nodes(children)[0])

    def favourable(self, meta: Meta, children: list[Any]) -> tuple[str, Span, Any]:
        return ("gunstig", self._span(meta), self._names(children)[0])

    def decision_head(self, meta: Meta, children: list[Any]) -> s.DecisionHead:
        per = _per(children)
        type_, *modifiers = (each for each in nodes(children) if each is not per)
        parts: dict[str, Any] = {}
        for modifier in modifiers:
            rounds = isinstance(modifier, s.Rounding)
            word, span, part = ("afgerond", modifier.span, modifier) if rounds else modifier
            if word in parts:
                self._problem(
                    "VRD121",
                    f"`{word}` staat hier twee keer",
                    span,
                    "laat er één staan en haal de andere weg",
                )
            parts[word] = part
        name = self._declared(children[1])
        return s.DecisionHead(
            self._span(meta),
            name,
            type_,
            parts.get("standaard"),
            parts.get("afgerond"),
            parts.get("gunstig"),
            per,
        )


def _per(children: list[Any]) -> s.Name | None:
    return next((each for each in nodes(children) if isinstance(each, s.Name)), None)
