"""Legal references as written; which place they mean is decided in `model`."""

from __future__ import annotations

from typing import Any

from verordening.language import syntax as s
from verordening.language.building.base import Base
from verordening.language.tokens import Meta, Token
from verordening.records import replace


class References(Base):
    """References, lists of them, and the classes of rules of `in afwijking van`."""

    def regulation(self, _: Meta, children: list[Any]) -> str:
        return str(children[0])

    def _reference(self, meta: Meta, children: list[Any]) -> s.Reference:
        parts: dict[str, str] = {}
        word = ""
        for child in children:
            if not isinstance(child, Token):
                parts["regeling"] = child
            elif child.type in ("PLACE_NR", "PART_NR"):
                parts[word] = str(child)
            else:
                word = str(child)
        return s.Reference(
            self._span(meta),
            regeling=parts.get("regeling", ""),
            artikel=parts.get("artikel", ""),
            lid=parts.get("lid", ""),
            onderdeel=parts.get("onderdeel", ""),
            zin=parts.get("zin", ""),
            richtlijn=parts.get("richtlijn", ""),
        )

    def ref_artikel(self, meta: Meta, children: list[Any]) -> s.Reference:
        return self._reference(meta, children)

    def ref_lid(self, meta: Meta, children: list[Any]) -> s.Reference:
        return self._reference(meta, children)

    def ref_onderdeel(self, meta: Meta, children: list[Any]) -> s.Reference:
        return self._reference(meta, children)

    def ref_richtlijn(self, meta: Meta, children: list[Any]) -> s.Reference:
        return self._reference(meta, children)

    def ref_range(self, meta: Meta, children: list[Any]) -> s.Reference:
        first: s.Reference = children[0]
        return replace(first, span=self._span(meta), up_to=str(children[-1]))

    def ref_self(self, meta: Meta, _: list[Any]) -> s.Reference:
        return s.Reference(self._span(meta), itself=True)

    def ref_regulation(self, meta: Meta, children: list[Any]) -> s.Reference:
        return s.Reference(self._span(meta), regeling=children[0])

    def every_kind(self, meta: Meta, children: list[Any]) -> s.Reference:
        return s.Reference(self._span(meta), every=str(children[-1]))

    def references(self, _: Meta, children: list[Any]) -> tuple[s.Reference, ...]:
        return tuple(child for child in children if isinstance(child, s.Reference))

    def targets(self, _: Meta, children: list[Any]) -> tuple[s.Reference, ...]:
        return tuple(child for child in children if isinstance(child, s.Reference))
