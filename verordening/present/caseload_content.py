"""What came of a whole population, in words: how many rows, how they ended, and what nobody knew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from verordening.language.diagnostics import printable
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_date
from verordening.population.outcomes import FLOORS, STATUSES
from verordening.population.summary import Summary
from verordening.present.document import CLOSED, ONWARD, POINT, Document, Item, Section, section, spaced_out
from verordening.present.dutch import joined
from verordening.present.layout import lay_out
from verordening.present.screen_reader import read_out
from verordening.records import dataclass

_MOST_NAMED: Final = 12


@dataclass(frozen=True, slots=True)
class CaseloadReport:
    """A run that is done: `missing` are the facts that it turned on without a column, `present` is how many had one.

    `again` is what to type to work the same decisions out of the same file.
    """

    name: str
    output: str
    gemeente: str
    gemeente_name: str
    day: date
    summary: Summary
    missing: tuple[str, ...]
    present: int
    decisions: tuple[str, ...]
    corpus: Corpus
    seconds: float
    again: str


def render_caseload(report: CaseloadReport, width: int) -> str:
    """The report for a terminal."""
    return lay_out(caseload_document(report), width)


def read_caseload(report: CaseloadReport) -> str:
    """The report for a screen reader."""
    return read_out(caseload_document(report))


def caseload_document(report: CaseloadReport) -> Document:
    """The report as content."""
    return Document(
        f"{printable(report.name)} doorgerekend · {report.gemeente_name} · peildatum {format_date(report.day)}",
        "",
        tuple(_answer(report)),
        (
            Section("BESLUITEN", tuple(_decisions(report)), "Besluiten", gap=True),
            *_floors(report),
            *_apart(report),
            Section("KOLOMMEN", tuple(_columns(report)), "Kolommen", gap=True),
            *spaced_out(section("VERDER", "Verder", _onward(report))),
        ),
        (),
    )


def _answer(report: CaseloadReport) -> Iterator[str]:
    rows = report.summary.rows
    rate = f" ({number(int(rows / report.seconds))} per seconde)" if report.seconds >= 1 else ""
    yield f"{number(rows)} {'rij' if rows == 1 else 'rijen'}{rate}. De uitkomsten staan in {printable(report.output)}."


def _decisions(report: CaseloadReport) -> Iterator[Item]:
    for name in report.decisions:
        counts = report.summary.statuses.get(name, ())
        said = [f"{number(count)} {status}" for status, count in zip(STATUSES, counts, strict=False) if count]
        yield Item(f"{report.corpus.decisions[name].label}: {', '.join(said) or 'geen rijen'}", POINT)


def _floors(report: CaseloadReport) -> Iterator[Section]:
    """Only the floors that did something, or may: the others are in the file."""
    titles = {each.name: each.title for each in report.corpus.floors}
    items = []
    for name, counts in report.summary.floors.items():
        told = dict(zip(FLOORS, counts, strict=True))
        said = [f"{number(told[word])} {word}" for word in ("overstemd", "signaal", "onbekend") if told[word]]
        if said:
            items.append(Item(f"{titles[name]}: {', '.join(said)}", POINT))
    if items:
        yield Section("ONDERGRENZEN", tuple(items), "Ondergrenzen", gap=True)


def _apart(report: CaseloadReport) -> Iterator[Section]:
    """The rows that were not worked out, and those that were in another way."""
    summary, items = report.summary, []
    if summary.contradicted:
        first = joined(number(each) for each in summary.first)
        more = summary.contradicted > len(summary.first)
        which = f"de eerste zijn rij {first}" if more else f"rij {first}"
        count = number(summary.contradicted)
        one = summary.contradicted == 1
        verb = "rij spreekt zichzelf tegen en is" if one else "rijen spreken zichzelf tegen en zijn"
        items.append(Item(f"{count} {verb} niet doorgerekend: {which}", CLOSED))
    if summary.interpreted:
        count = number(summary.interpreted)
        how = "rij is apart" if summary.interpreted == 1 else "rijen zijn één voor één"
        items.append(Item(f"{count} {how} nagerekend, zoals toets dat doet", POINT))
    if items:
        yield Section("APART", tuple(items), "Apart", gap=True)


def _columns(report: CaseloadReport) -> Iterator[Item]:
    yield Item(f"{number(report.present)} gegevens staan in het bestand", POINT)
    count = len(report.missing)
    if count:
        named = ", ".join(report.missing[:_MOST_NAMED])
        more = f" en nog {number(count - _MOST_NAMED)}" if count > _MOST_NAMED else ""
        said = f"{number(count)} gegevens waar deze besluiten van afhangen, staan er niet in"
        yield Item(f"{said}: in elke rij onbekend ({named}{more})", POINT)


def _onward(report: CaseloadReport) -> Iterator[Item]:
    if report.summary.rows:
        row = report.summary.first[0] if report.summary.first else 1
        yield Item(f"{printable(report.again)} --uitleg {row}", ONWARD)


def number(count: int) -> str:
    """`1.000.000`."""
    return f"{count:,}".replace(",", ".")
