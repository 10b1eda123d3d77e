"""What is said of a synthetic population that was made: what it is, and what it is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Final

from verordening.language.diagnostics import printable
from verordening.model.formatting import format_date
from verordening.present.caseload_content import number
from verordening.present.document import ONWARD, POINT, Document, Item, Section
from verordening.present.layout import lay_out
from verordening.present.screen_reader import read_out
from verordening.records import dataclass

SCHEMA: Final = "verordening/bevolking/1"


@dataclass(frozen=True, slots=True)
class PopulationReport:
    """A population that was written: `stated` are the `facts` with a distribution of their own.

    `onward` is what to type to work out what was asked of it.
    """

    output: str
    gemeente: str
    gemeente_name: str
    day: date
    count: int
    seed: int
    facts: tuple[str, ...]
    stated: tuple[str, ...]
    onward: str


def render_population(report: PopulationReport, width: int) -> str:
    """The report for a terminal."""
    return lay_out(_document(report), width)


def read_population(report: PopulationReport) -> str:
    """The report for a screen reader."""
    return read_out(_document(report))


def render_population_json(report: PopulationReport, *, exit_code: int) -> str:
    """The report as JSON, ending in a newline."""
    found = {
        "schema": SCHEMA,
        "afsluitcode": exit_code,
        "bestand": report.output,
        "gemeente": report.gemeente,
        "peildatum": report.day.isoformat(),
        "rijen": report.count,
        "zaad": report.seed,
        "gegevens": list(report.facts),
        "met_een_eigen_verdeling": list(report.stated),
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _document(report: PopulationReport) -> Document:
    rows = f"{number(report.count)} {'rij' if report.count == 1 else 'rijen'}"
    return Document(
        f"Verzonnen bevolking · {report.gemeente_name} · peildatum {format_date(report.day)}",
        "",
        (f"{rows} met zaad {report.seed}. Zij staan in {printable(report.output)}.",),
        (
            Section("LET OP", tuple(_warnings(report)), "Let op", gap=True),
            Section("VERDER", tuple(_onward(report)), "Verder", gap=True),
        ),
        (),
    )


def _warnings(report: PopulationReport) -> Iterator[Item]:
    yield Item("niets hierin gaat over een echt mens, en niets zegt hoe het in een gemeente is", POINT)
    stated, others = len(report.stated), len(report.facts) - len(report.stated)
    told = "1 gegeven volgt" if stated == 1 else f"{number(stated)} gegevens volgen"
    rest = "is" if others == 1 else "zijn"
    usual = f"; {number(others)} {rest} bijna altijd nee, nul of niets" if others else ""
    yield Item(
        f"{told} een verdeling met een bron of een aanname{usual} (handleiding: Een verzonnen bevolking)",
        POINT,
    )


def _onward(report: PopulationReport) -> Iterator[Item]:
    yield Item(f"{printable(report.onward)} --uit uitkomst.parquet", ONWARD)
