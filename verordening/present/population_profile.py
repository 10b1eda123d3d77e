"""Where the time goes for a whole population, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verordening.language.diagnostics import printable
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_date
from verordening.population.profiling import INTERPRETING, RUNNING, PopulationProfile
from verordening.present.caseload_content import number
from verordening.present.document import POINT, Document, Item, Section, section
from verordening.present.dutch import joined
from verordening.present.profile_content import MOST_SHOWN, OWN, label_of, milliseconds, share
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class PopulationReport:
    """A population that was measured. `beside` is what was asked of each decision beside outcome and status."""

    name: str
    gemeente_name: str
    day: date
    corpus: Corpus
    profile: PopulationProfile
    beside: tuple[str, ...]


def population_document(report: PopulationReport) -> Document:
    """The profile of a population as content."""
    profile = report.profile
    rate = number(profile.rows_a_second)
    return Document(
        f"Waar de tijd blijft · {printable(report.name)} · {report.gemeente_name} · peildatum "
        f"{format_date(report.day)}",
        "",
        (
            f"{_rows(profile.summary.rows)}, {rate} per seconde op de klok, zonder wat per bestand één keer gebeurt.",
        ),
        (
            Section("EENMALIG", tuple(_phases(profile, a_row=False)), "Eén keer per bestand", gap=True),
            Section(
                "PER RIJ", tuple(_phases(profile, a_row=True)), "Wat meegroeit met het bestand", gap=True
            ),
            *_left(report),
            *_costs(report),
            Section("GEMETEN", tuple(_measured(report.beside)), "Hoe dit gemeten is", gap=True),
        ),
        (),
    )


def _phases(profile: PopulationProfile, *, a_row: bool) -> Iterator[Item]:
    whole = sum(each.cpu for each in profile.phases)
    for each in profile.phases:
        if each.a_row is a_row:
            text = f"{each.name} (op de klok {milliseconds(each.clock)})"
            yield Item(text, "", share(each.cpu, whole), milliseconds(each.cpu), OWN)


def _left(report: PopulationReport) -> tuple[Section, ...]:
    """What the program left to the interpreter, with why."""
    profile = report.profile
    items = [
        Item(
            f"{label_of(each.decision, report.corpus)}: {_rows(each.rows)} "
            f"({share(each.rows, profile.summary.rows)})",
            POINT,
            inside=tuple(Item(f"{_rows(count)}: {why}") for why, count in each.why),
        )
        for each in profile.left
    ]
    if items:
        spent = {each.name: each.cpu for each in profile.phases}
        one = milliseconds(spent[INTERPRETING] // profile.summary.interpreted)
        other = milliseconds(spent[RUNNING] // profile.summary.rows)
        items.append(Item(f"een nagerekende rij kost {one} rekentijd, een rij in de motor {other}", POINT))
    elif profile.operations:
        items.append(Item("geen enkele rij", POINT))
    return tuple(
        each._replace(gap=True) for each in section("NAGEREKEND", "Nagerekend door de interpreter", items)
    )


def _costs(report: PopulationReport) -> tuple[Section, ...]:
    profile = report.profile
    if not profile.operations:
        return ()
    items = [
        Item(f"het hele programma: {number(profile.operations)} bewerkingen per rij", POINT),
        *(
            Item(
                f"{label_of(each.decision, report.corpus)}: {number(each.needs)}, waarvan {number(each.alone)} alleen "
                "voor dit besluit",
                POINT,
            )
            for each in profile.costs[:MOST_SHOWN]
        ),
    ]
    others = len(profile.costs) - MOST_SHOWN
    if others > 0:
        items.append(Item(f"en nog {others} lichtere besluiten", POINT))
    return (Section("PROGRAMMA", tuple(items), "Wat elk besluit kost in het programma", gap=True),)


def _measured(beside: tuple[str, ...]) -> Iterator[Item]:
    more = f", en daarnaast {joined(beside)}" if beside else ""
    yield Item(f"gevraagd van elk besluit: de uitkomst en de status{more}", POINT)
    yield Item(
        "één keer gemeten, stap voor stap achter elkaar. Doorreken leest de volgende rijen terwijl het rekent, en is "
        "op de klok dus iets sneller",
        POINT,
    )
    yield Item(
        "rekentijd is van alle processors samen; een drukke computer maakt alleen de klok langzamer", POINT
    )
    yield Item("de uitkomst is weggegooid: een profiel bewaart niets", POINT)


def _rows(count: int) -> str:
    return f"{number(count)} {'rij' if count == 1 else 'rijen'}"
