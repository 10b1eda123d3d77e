"""What a change does to a population, in sentences that a terminal, a text and a drawing have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from verordening.language.diagnostics import printable
from verordening.model.corpus import Corpus
from verordening.model.date_reading import MONTHS_IN_YEAR
from verordening.model.formatting import format_date, format_value
from verordening.model.types import Kind, Type
from verordening.population.effects.hiding import LEAST_SHOWN
from verordening.population.effects.losing import LosingCase
from verordening.population.effects.showing import ShownEffect, ShownRow, SizeClass
from verordening.population.effects.tallies import GAINS, LOSES, SAME, WAYS
from verordening.present.dutch import joined, numbered
from verordening.records import dataclass

TITLE: Final = "Wie gaat erop vooruit en achteruit?"
HIDDEN: Final = "afgeschermd"
MOST_LOST: Final = "Wie het meest verliest (verzonnen huishoudens):"
_EUROS: Final = Type(Kind.AMOUNT)
_MOST_NAMED: Final = 6
_MANY_UNCHANGED: Final = 5
_PRIVACY: Final = (
    f"Een aantal van 1 tot en met {LEAST_SHOWN - 1} staat er niet: dat kan iets over één huishouden zeggen. "
    "Soms is ook een groter aantal afgeschermd, omdat het kleine anders uit het totaal te halen is."
)


@dataclass(frozen=True, slots=True)
class EffectsReport:
    """What a change does to a population. The words are as they were typed; of the numbers only what may be shown.

    `losing` are per decision the rows that lose most, None where the households may exist.
    """

    name: str
    old: Corpus
    new: Corpus
    old_word: str
    new_word: str
    old_day: date
    new_day: date
    rows: int
    skipped: int
    decisions: tuple[ShownEffect, ...]
    missing: tuple[str, ...]
    losing: Mapping[str, tuple[LosingCase, ...]] | None = None

    @property
    def changed(self) -> tuple[ShownEffect, ...]:
        """The decisions that come to something else for anyone."""
        return tuple(each for each in self.decisions if each.changes)


def subtitle(report: EffectsReport) -> str:
    """What is compared, for whom and on which days."""
    days = format_date(report.old_day)
    if report.new_day != report.old_day:
        days = f"{days} en {format_date(report.new_day)}"
    words = f"van {printable(report.old_word)} naar {printable(report.new_word)}"
    return f"{words} · {printable(report.name)} · peildatum {days}"


def answer(report: EffectsReport) -> Iterator[str]:
    """The answer in a few sentences."""
    changed = [each.label for each in report.changed]
    rows = f"{number(report.rows)} {'huishouden' if report.rows == 1 else 'huishoudens'}"
    if changed:
        count = numbered(len(changed), "besluit", "besluiten")
        yield f"{rows} doorgerekend. De uitkomst verandert bij {count}: {joined(changed)}."
    else:
        yield f"{rows} doorgerekend. Er verandert niets, voor zover dat te zeggen is."
    same = len(report.decisions) - len(changed)
    if changed and same:
        others = "het andere besluit" if same == 1 else f"de andere {same} besluiten"
        yield f"Bij {others} verandert voor niemand iets, voor zover dat te zeggen is."
    untold = [each.label for each in report.decisions if not each.is_told]
    if untold:
        yield f"Bij een deel van de huishoudens is het niet te zeggen: {_listed_shortly(untold)}."
    if report.losing is not None:
        yield "Deze huishoudens zijn verzonnen: u ziet wat de regels doen, niet om hoeveel mensen het in het echt gaat."
    if report.skipped:
        yield f"{number(report.skipped)} rijen spreken zichzelf tegen en tellen niet mee."
    if report.missing:
        shown = [report.new.inputs[name].label for name in report.missing[:_MOST_NAMED]]
        rest = len(report.missing) - len(shown)
        more = f" en {rest} andere" if rest else ""
        yield f"Niet in het bestand, dus van iedereen onbekend: {', '.join(shown)}{more}."


def _listed_shortly(labels: Sequence[str]) -> str:
    rest = len(labels) - _MOST_NAMED
    return f"{', '.join(labels[:_MOST_NAMED])} en {rest} andere besluiten" if rest > 1 else joined(labels)


def not_there(report: EffectsReport) -> Iterator[str]:
    """What is left out to keep people from being told apart."""
    if any(each.hides for each in report.changed):
        yield _PRIVACY
    if report.losing is None and any(each.has_losers for each in report.decisions):
        yield (
            "Wie het meest verliest, staat er niet als voorbeeld: dat zou één huishouden aanwijzen. Bij een "
            "parquet-bestand van `verordening bevolking` staat het er wel, want die huishoudens bestaan niet."
        )


def losing_lines(each: ShownEffect, report: EffectsReport) -> Iterator[tuple[str, str]]:
    """Of those that lose most: what they lose, and the facts that it rests on."""
    old, new = report.old.decisions[each.name].type, report.new.decisions[each.name].type
    for case in (report.losing or {}).get(each.name, ()):
        change = f"van {format_value(case.before, old)} naar {format_value(case.after, new)}"
        known = (
            (declared.inputs[name], value)
            for name, value in case.facts.items()
            for declared in (report.new if name in report.new.inputs else report.old,)
        )
        facts = "; ".join(f"{fact.label}: {format_value(value, fact.type)}" for fact, value in known)
        yield f"rij {number(case.row)}: {euros(case.cents)} {when(each)} eraf, {change}", facts


def in_short(each: ShownEffect, row: ShownRow) -> str:
    """How many of a group go which way and in how many euros, in one line."""
    counts = ", ".join(f"{told(row.counts[way])} {way}" for way in WAYS if row.counts[way] != 0)
    return "; ".join(filter(None, (counts, money(each, row))))


def money(each: ShownEffect, row: ShownRow) -> str:
    """What those that gain get more and those that lose get less, in euros."""
    if not each.in_euros:
        return ""
    parts = [
        f"{euros(cents)} {when(each)} {word}"
        for cents, word in ((row.gained, "erbij"), (row.lost, "eraf"))
        if cents
    ]
    if each.monthly and parts and row.net is not None:
        way = "erbij" if row.net >= 0 else "eraf"
        parts.append(f"samen {euros(abs(row.net) * MONTHS_IN_YEAR)} {way} als dat twaalf maanden zo blijft")
    return ", ".join(parts)


def rest_line(rows: Sequence[ShownRow]) -> str:
    """Which groups were taken together; empty where none were."""
    names = [name for each in rows for name in each.joined]
    return f"Samen in overig, omdat er kleine aantallen bij zijn: {joined(names)}." if names else ""


def unchanged_together(rows: Sequence[ShownRow]) -> tuple[ShownRow, ...]:
    """The same, with groups for which all stays as it is in one row at the end where there are many of them."""
    same = [each for each in rows if _is_unchanged(each)]
    if len(same) < _MANY_UNCHANGED:
        return tuple(rows)
    others = [each for each in rows if not _is_unchanged(each)]
    counts = dict.fromkeys(WAYS, 0) | {SAME: sum(each.counts[SAME] or 0 for each in same)}
    names = f"de andere {len(same)} (geen verandering)" if others else "alle (geen verandering)"
    return (*others, ShownRow(names, counts, 0, 0))


def _is_unchanged(row: ShownRow) -> bool:
    return not row.joined and all(count == 0 for way, count in row.counts.items() if way != SAME)


def size_words(size: SizeClass) -> str:
    """From how many euros to how many: `€ 50 tot € 100 eraf`."""
    word = {GAINS: "erbij", LOSES: "eraf"}[size.way]
    if size.least is None:
        return f"bedrag niet bekend, {word}"
    if size.below is None:
        return f"{_whole_euros(size.least)} of meer {word}"
    if not size.least:
        return f"minder dan {_whole_euros(size.below)} {word}"
    return f"{_whole_euros(size.least)} tot {_whole_euros(size.below)} {word}"


def when(each: ShownEffect) -> str:
    """Whether its amounts come every month."""
    return "per maand" if each.monthly else "eenmalig"


def head(label: str) -> str:
    """A label as a heading: with a capital, without a full stop."""
    return label[:1].upper() + label[1:]


def told(count: int | None) -> str:
    """A count with points between the thousands, or that it may not be shown."""
    return HIDDEN if count is None else number(count)


def number(count: int) -> str:
    """A count with points between the thousands."""
    return f"{count:,}".replace(",", ".")


def euros(cents: int) -> str:
    """An amount in words."""
    return format_value(cents, _EUROS)


def _whole_euros(cents: int) -> str:
    return f"€ {number(cents // 100)}"
