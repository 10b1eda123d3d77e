"""Who gains and who loses by a change, as a text with tables and drawings for the council."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from verordening.model.date_reading import MONTHS_IN_YEAR
from verordening.population.effects.showing import ShownEffect, ShownRow
from verordening.population.effects.tallies import GAINS, LOSES, OTHER, SAME, UNTOLD
from verordening.present.dutch import sentence
from verordening.present.effects_charts import counts_chart, euros_chart, sizes_chart
from verordening.present.effects_words import (
    MOST_LOST,
    TITLE,
    EffectsReport,
    answer,
    euros,
    head,
    in_short,
    losing_lines,
    not_there,
    rest_line,
    size_words,
    subtitle,
    told,
    unchanged_together,
    when,
)
from verordening.present.writing.written import Block, Part, Table, Written, part, points, said

_READING: Final = (
    "Vooruit en achteruit zijn vanuit het huishouden: een lagere verlaging is vooruit.",
    "Anders: de uitkomst verandert, maar de regeling zegt niet wat beter is.",
    "Niet te zeggen: vóór of na de wijziging staat de uitkomst niet vast, omdat er een gegeven ontbreekt of omdat "
    "iemand nog moet kiezen.",
    "De bedragen gaan over de rijen van dit bestand. Ze zijn geen begroting.",
    "Een saldo in 12 maanden is twaalf keer het bedrag per maand. Geldt iets korter, zoals een verlaging van één "
    "maand, dan is het minder.",
)


def written_effects(report: EffectsReport) -> Written:
    """The whole text."""
    changed = report.changed
    short = points(f"{head(each.label)}: {in_short(each, each.whole)}." for each in changed)
    parts: list[Part] = [*part("antwoord", "In het kort", said(*answer(report)), short, _overview(changed))]
    for each in changed:
        parts += part(each.name, head(each.label), _blocks(each, report))
    parts += part("privacy", "Wat er niet staat", said(*not_there(report)))
    parts += part("lezen", "Hoe u dit leest", points(_READING))
    return Written("effecten", TITLE, (subtitle(report),), tuple(parts), report.new_day.isoformat())


def _overview(changed: Sequence[ShownEffect]) -> Iterator[Block]:
    """All decisions that change under each other."""
    if len(changed) > 1:
        rows = [(head(each.label), each.whole) for each in changed]
        yield _counts("Hoeveel huishoudens, per besluit", "Besluit", rows, drawn=True)


def _blocks(each: ShownEffect, report: EffectsReport) -> Iterator[Block]:
    yield from _tables("Alle huishoudens", "Groep", [("alle huishoudens", each.whole)], each)
    if each.sizes:
        cells = tuple((head(size_words(size)), told(size.count)) for size in each.sizes)
        caption = f"Hoeveel huishoudens, naar bedrag {when(each)}"
        yield Table(caption, ("Bedrag", "Huishoudens"), cells, sizes_chart(each.sizes))
    for fact, groups in each.by.items():
        label = report.new.inputs[fact].label
        rows = [(row.label, row) for row in unchanged_together(groups)]
        yield from _tables(f"Per {label}", head(label), rows, each)
        yield from said(rest_line(groups))
    losing = [f"{sentence(head(lost))} {sentence(facts)}" for lost, facts in losing_lines(each, report)]
    if losing:
        yield from (*said(MOST_LOST), *points(losing))


def _tables(
    caption: str, top: str, rows: Sequence[tuple[str, ShownRow]], each: ShownEffect
) -> Iterator[Block]:
    """How many go which way, and apart from that in how many euros: together too wide for a sheet of paper.

    Of several rows there is a drawing, of the euros where there are any.
    """
    several = len(rows) > 1
    yield _counts(f"{caption}, in huishoudens", top, rows, drawn=several and not each.in_euros)
    if not each.in_euros:
        return
    heads = (
        top,
        f"Erbij {when(each)}",
        f"Eraf {when(each)}",
        *(("Saldo in 12 maanden",) if each.monthly else ()),
    )
    amounts = tuple((label, *_amounts(each, row)) for label, row in rows)
    chart = euros_chart(rows) if several else None
    yield Table(f"{caption}, in euro's {when(each)}", heads, amounts, chart)


def _counts(caption: str, top: str, rows: Sequence[tuple[str, ShownRow]], *, drawn: bool) -> Table:
    """Where nobody goes another way, and that is no secret, there is no column for it."""
    other = any(row.counts[OTHER] != 0 for _, row in rows)
    ways = [way for way in (GAINS, LOSES, OTHER, SAME, UNTOLD) if way != OTHER or other]
    cells = tuple((label, *(told(row.counts[way]) for way in ways)) for label, row in rows)
    return Table(caption, (top, *map(head, ways)), cells, counts_chart(rows) if drawn else None)


def _amounts(each: ShownEffect, row: ShownRow) -> Iterator[str]:
    net = None if row.net is None else row.net * MONTHS_IN_YEAR
    for cents in (row.gained, row.lost, *((net,) if each.monthly else ())):
        yield told(None) if cents is None else euros(cents)
