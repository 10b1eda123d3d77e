"""What `bedragen` shows: the tables that ask for work first; those of one period and source stand together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from verordening.model.amounts import SOON_DAYS, Standing, TableOn
from verordening.model.formatting import format_date, format_value
from verordening.model.rules import Row
from verordening.present.document import ALLOWED, CLOSED, HINGES, REQUIRED, Document, Item, Section, section
from verordening.present.dutch import joined, numbered, sentence
from verordening.present.layout import lay_out
from verordening.present.screen_reader import read_out

_SECTIONS: Final = (
    (Standing.ENDED, "AFGELOPEN", "Afgelopen", CLOSED),
    (Standing.ENDS, "LOOPT AF", "Loopt binnenkort af", REQUIRED),
    (Standing.UNKNOWN, "ONBEKEND", "Onbekend", HINGES),
    (Standing.NOT_YET, "NOG NIET", "Begint later", HINGES),
    (Standing.HOLDS, "GELDT", "Geldt", ALLOWED),
)


def render_amounts(tables: Sequence[TableOn], day: date, width: int) -> str:
    """The overview for a terminal."""
    return lay_out(amounts_document(tables, day), width)


def read_amounts(tables: Sequence[TableOn], day: date) -> str:
    """The overview for a screen reader."""
    return read_out(amounts_document(tables, day))


def amounts_document(tables: Sequence[TableOn], day: date) -> Document:
    """The tables as they stand on a day."""
    sections: list[Section] = []
    for standing, heading, spoken, sign in _SECTIONS:
        found = [each for each in tables if each.standing is standing]
        sections += (each._replace(gap=True) for each in section(heading, spoken, _groups(found, sign)))
    missing = any(each.needs_work for each in tables)
    closing = ("Vul nieuwe bedragen aan met: verordening bedragen --invullen --regelingen MAP",)
    return Document(
        f"Bedragen op {format_date(day)}",
        "",
        tuple(_summary(tables)),
        tuple(sections),
        closing if missing else (),
    )


def _summary(tables: Sequence[TableOn]) -> Iterator[str]:
    count = {standing: sum(each.standing is standing for each in tables) for standing in Standing}
    if not tables:
        yield "Er zijn geen tabellen met bedragen."
        return
    said = numbered(len(tables), "tabel", "tabellen")
    if not count[Standing.ENDED] and not count[Standing.ENDS]:
        yield f"{said}. Geen ervan is afgelopen of loopt binnen {SOON_DAYS} dagen af."
        return
    ended = f"{count[Standing.ENDED]} afgelopen" if count[Standing.ENDED] else ""
    soon = f"{count[Standing.ENDS]} te einde binnen {SOON_DAYS} dagen" if count[Standing.ENDS] else ""
    yield f"{said}, waarvan {joined((ended, soon))}."
    if count[Standing.ENDED]:
        yield "Wat van een afgelopen bedrag afhangt, is onbekend; het oude bedrag telt niet meer."


def _groups(tables: Sequence[TableOn], sign: str) -> Iterator[Item]:
    """The tables of one regulation, period and source under one line."""
    groups: dict[tuple[str, str, str], list[TableOn]] = {}
    for each in tables:
        groups.setdefault((each.regulation.id, _period(each.row), each.provenance.note), []).append(each)
    for group in groups.values():
        first = group[0]
        note = f": {first.provenance.note}" if first.provenance.note else ""
        yield Item(
            sentence(f"{first.regulation.title}, {_period(first.row)}{note}"),
            sign=sign,
            margin=first.provenance.grade.name.lower(),
            margin_word="herkomst",
            inside=tuple(_line(each) for each in group),
        )


def _line(each: TableOn) -> Item:
    return Item(f"{each.table.label} ({each.table.name})", lead=amount_text(each.row, each))


def amount_text(row: Row, each: TableOn) -> str:
    """The amount of a row of this table: `€ 1.401,50 per maand`."""
    return "onbekend" if row.value is None else format_value(row.value, each.table.type, with_unit=True)


def _period(row: Row) -> str:
    if row.end is None:
        return f"vanaf {format_date(row.start)}"
    return f"van {format_date(row.start)} tot {format_date(row.end)}"
