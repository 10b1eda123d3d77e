"""Where the time goes, in words: the phases, what is heaviest, and how it was measured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from verordening.analyse.profiling.interpreter import CaseProfile, Part
from verordening.language.diagnostics import printable
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_date
from verordening.present.document import Document, Item, Section
from verordening.present.layout import lay_out
from verordening.present.screen_reader import read_out
from verordening.records import dataclass

MOST_SHOWN: Final = 10
OWN: Final = "rekentijd"


@dataclass(frozen=True, slots=True)
class CaseReport:
    """A case that was measured: `library` and `case` are what reading took, in nanoseconds of CPU, once."""

    title: str
    gemeente: str
    gemeente_name: str
    day: date
    library: int
    case: int
    profile: CaseProfile
    tree: bool


def render_profile(document: Document, width: int) -> str:
    """A profile for a terminal."""
    return lay_out(document, width)


def read_profile(document: Document) -> str:
    """A profile for a screen reader."""
    return read_out(document)


def case_document(report: CaseReport) -> Document:
    """The profile of a case as content."""
    profile = report.profile
    return Document(
        f"Waar de tijd blijft · {printable(report.title)} · {report.gemeente_name} · peildatum "
        f"{format_date(report.day)}",
        "",
        (
            f"Deze zaak één keer beoordelen kost {milliseconds(profile.bare)} rekentijd (het midden van "
            f"{profile.repeats} keer). De eerste keer kostte {milliseconds(profile.first)}: dan worden ook de regels "
            "klaargemaakt.",
        ),
        (
            Section("LEZEN", tuple(_reading(report)), "Lezen, één keer gemeten", gap=True),
            Section("STAPPEN", tuple(_phases(profile)), "Stappen", gap=True),
            Section("ZWAARST", tuple(_heaviest(profile)), "Wat zelf de meeste tijd kost", gap=True),
            Section("GEMETEN", tuple(_measured(report)), "Hoe dit gemeten is", gap=True),
        ),
        (),
    )


def _reading(report: CaseReport) -> Iterator[Item]:
    yield Item("regelingen lezen", margin=milliseconds(report.library), margin_word=OWN)
    yield Item("de casus lezen en nakijken", margin=milliseconds(report.case), margin_word=OWN)


def _phases(profile: CaseProfile) -> Iterator[Item]:
    for each in profile.phases:
        first = f" (eerste keer {milliseconds(each.first)})"
        shared = share(each.after, profile.measured)
        yield Item(f"{each.name}{first}", "", shared, milliseconds(each.after), OWN)


def _heaviest(profile: CaseProfile) -> Iterator[Item]:
    shown = profile.parts[:MOST_SHOWN]
    for each in shown:
        mark = each.mark
        place = Item(f"{mark.place.file}:{mark.place.line} · {times(each)}")
        inside: tuple[Item, ...] = (place,)
        if each.total > each.own:
            inside = (Item(f"{place.text} · met wat daarvoor nodig is {milliseconds(each.total)}"),)
        name = f"{mark.kind} {mark.name}"
        yield Item(name, "", share(each.own, profile.measured), milliseconds(each.own), OWN, inside)
    others = profile.parts[MOST_SHOWN:]
    if others:
        own = sum(each.own for each in others)
        text = f"de andere {len(others)} samen"
        yield Item(text, "", share(own, profile.measured), milliseconds(own), OWN)
    rest = max(0, profile.measured - sum(each.own for each in profile.parts))
    yield Item(
        "wat niet van één regel is, zoals kiezen tussen regels en het antwoord opschrijven",
        "",
        share(rest, profile.measured),
        milliseconds(rest),
        OWN,
    )


def times(part: Part) -> str:
    """How often a part was worked out, in words."""
    return f"{part.times} keer uitgerekend" if part.times else "de voorwaarde stond vooraf al vast"


def _measured(report: CaseReport) -> Iterator[Item]:
    profile = report.profile
    yield Item(
        f"elke tijd is rekentijd van de processor, het midden van {profile.repeats} keer; bij een volgende meting is "
        "zij iets anders. Hoe vaak iets is uitgerekend, is altijd hetzelfde",
        "-",
    )
    yield Item(
        f"met een klok in elke stap samen {milliseconds(profile.measured)}, zonder klok "
        f"{milliseconds(profile.bare)}. Wat de klok zelf kost, is zo goed als het kan van elke tijd afgetrokken",
        "-",
    )
    if not report.tree:
        yield Item(
            "zonder de boom, die stap voor stap laat zien hoe het antwoord er komt; met --boom telt die mee",
            "-",
        )


def milliseconds(nanoseconds: int) -> str:
    """`0,0023 ms`, `0,81 ms`, `12 ms`, `1,2 s`: two digits that tell something."""
    if nanoseconds >= 1_000_000_000:
        return f"{nanoseconds / 1_000_000_000:.1f} s".replace(".", ",")
    value = nanoseconds / 1_000_000
    digits = 0 if value >= 10 else 2 if value >= 0.1 else 3 if value >= 0.01 else 4
    return f"{value:.{digits}f} ms".replace(".", ",")


def share(part: int, whole: int) -> str:
    """`12,5%`; of nothing none."""
    return f"{100 * part / whole:.1f}%".replace(".", ",") if whole else "0,0%"


def label_of(name: str, corpus: Corpus) -> str:
    """What people call a decision, or its name."""
    return corpus.decisions[name].label or name
