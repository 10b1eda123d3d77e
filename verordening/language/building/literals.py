"""Values as written: amounts in cents, percentages in percent, durations in their unit; read exactly."""

from __future__ import annotations

import re
from typing import Any

from verordening.language import syntax as s
from verordening.language.building.base import Base, tokens
from verordening.language.measures import UNITS
from verordening.language.tokens import Meta

_AMOUNT = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d{2})?")
_ENGLISH_CENTS = re.compile(r"(-?\d+)\.(\d{2})")


class Literals(Base):
    """One method a kind of value."""

    def amount(self, meta: Meta, children: list[Any]) -> s.Literal:
        written = str(children[0]).lstrip("€").strip()
        period = tokens(children[1:], "PERIODE")
        unit = str(period[0]) if period else ""
        if not _AMOUNT.fullmatch(written):
            english = _ENGLISH_CENTS.fullmatch(written)
            self._problem(
                "VRD111",
                f"het bedrag `{children[0]}` is niet te lezen",
                self._token_span(children[0]),
                f"schrijf `€ {english[1]},{english[2]}`"
                if english
                else "schrijf een bedrag als `€ 1.401,50` of `€ 150`",
            )
            return s.Literal(self._span(meta), "bedrag", 0, unit)
        whole, _, cents = written.replace(".", "").partition(",")
        number = self._exact(children[0], whole + (cents or "00"))
        return s.Literal(self._span(meta), "bedrag", number, unit)

    def percent(self, meta: Meta, children: list[Any]) -> s.Literal:
        number = self._exact(children[0], str(children[0]).rstrip("% \t\n"))
        return s.Literal(self._span(meta), "percentage", number)

    def duration(self, meta: Meta, children: list[Any]) -> s.Literal:
        number, unit = str(children[0]).split()
        return s.Literal(self._span(meta), "duur", self._exact(children[0], number), UNITS[unit])

    def date(self, meta: Meta, children: list[Any]) -> s.Literal:
        return s.Literal(self._span(meta), "datum", self._date(children[0]))

    def number(self, meta: Meta, children: list[Any]) -> s.Literal:
        return s.Literal(self._span(meta), "getal", self._exact(children[0], str(children[0])))

    def yes(self, meta: Meta, _: list[Any]) -> s.Literal:
        return s.Literal(self._span(meta), "ja/nee", True)

    def no(self, meta: Meta, _: list[Any]) -> s.Literal:
        return s.Literal(self._span(meta), "ja/nee", False)

    def indefinite(self, meta: Meta, _: list[Any]) -> s.Literal:
        return s.Literal(self._span(meta), "onbepaald", None)

    def unknown(self, meta: Meta, _: list[Any]) -> s.NoValue:
        return s.NoValue(self._span(meta))

    def name(self, _: Meta, children: list[Any]) -> s.Name:
        return self._name(children[0])

    def peildatum(self, meta: Meta, _: list[Any]) -> s.CaseDate:
        return s.CaseDate(self._span(meta))
