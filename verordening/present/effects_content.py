"""Who gains and who loses by a change, in words and tables: for a terminal, and as a text to hand on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from verordening.language.diagnostics import printable
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_date, format_value
from verordening.model.types import Kind, Type
from verordening.population.effects.hiding import LEAST_SHOWN, hidden_cells
from verordening.population.effects.losing import LosingCase
from verordening.population.effects.tallies import (
    GAINS,
    LOSES,
    OTHER,
    SAME,
    UNTOLD,
    WAYS,
    DecisionEffect,
    Effects,
    Tally,
)
from verordening.present.document import POINT, Document, Item, Section
from verordening.present.dutch import joined, numbered, sentence
from verordening.present.layout import lay_out
from verordening.present.screen_reader import read_out
from verordening.present.writing.written import Block, Part, Table, Written, part, points, said
from verordening.records import dataclass

HIDDEN: Final = "afgeschermd"
_TITLE: Final = "Wie gaat erop vooruit en achteruit?"
_EUROS: Final = Type(Kind.AMOUNT)
_MONTHS: Final = 12
_BESIDE: Final = 24
_MOST_LOST: Final = "Wie het meest verliest (verzonnen huishoudens):"
_PRIVACY: Final = (
    f"Een aantal van 1 tot en met {LEAST_SHOWN - 1} staat er niet: dat kan iets over één huishouden zeggen. "
    "Soms is ook een groter aantal afgeschermd, omdat het kleine anders uit het totaal te halen is."
)


@dataclass(frozen=True, slots=True)
class EffectsReport:
    """What a change does to a population. The words are as they were typed; `facts` is what the groups are told by.

    `losing` are per decision the rows that lose most, None where the households may exist.
    """

    name: str
    old: Corpus
    new: Corpus
    old_word: str
    new_word: str
    old_day: date
    new_day: date
    facts: tuple[str, ...]
    effects: Effects
    missing: tuple[str, ...]
    losing: Mapping[str, tuple[LosingCase, ...]] | None = None


def render_effects(report: EffectsReport, width: int) -> str:
    """For a terminal."""
    return lay_out(_document(report), width)


def read_effects(report: EffectsReport) -> str:
    """For a screen reader."""
    return read_out(_document(report))


def _document(report: EffectsReport) -> Document:
    sections = [
        Section(each.label.upper(), tuple(_lines(each, report)), sentence(each.label), gap=True)
        for each in report.effects.decisions
        if each.changes
    ]
    closing = (*((_PRIVACY,) if _hides(report.effects) else ()), *_not_shown(report))
    return Document(_TITLE, subtitle(report), tuple(answer(report)), tuple(sections), closing)


def _not_shown(report: EffectsReport) -> Iterator[str]:
    """Why nobody who loses is shown as a case."""
    if report.losing is None and any(each.losers for each in report.effects.decisions):
        yield (
            "Wie het meest verliest, staat er niet als voorbeeld: dat zou één huishouden aanwijzen. Bij een "
            "parquet-bestand van `verordening bevolking` staat het er wel, want die huishoudens bestaan niet."
        )


def _losing(each: DecisionEffect, report: EffectsReport) -> Iterator[tuple[str, str]]:
    """Of those that lose most: what they lose, and the facts that it rests on."""
    old, new = report.old.decisions[each.name].type, report.new.decisions[each.name].type
    when = " per maand" if each.monthly else " eenmalig"
    for case in (report.losing or {}).get(each.name, ()):
        change = f"van {format_value(case.before, old)} naar {format_value(case.after, new)}"
        known = (
            (declared.inputs[name], value)
            for name, value in case.facts.items()
            for declared in (report.new if name in report.new.inputs else report.old,)
        )
        facts = "; ".join(f"{fact.label}: {format_value(value, fact.type)}" for fact, value in known)
        yield f"rij {number(case.row)}: {euros(case.cents)}{when} eraf, {change}", facts


def subtitle(report: EffectsReport) -> str:
    """What is compared, for whom and on which days."""
    days = format_date(report.old_day)
    if report.new_day != report.old_day:
        days = f"{days} en {format_date(report.new_day)}"
    words = f"van {printable(report.old_word)} naar {printable(report.new_word)}"
    return f"{words} · {printable(report.name)} · peildatum {days}"


def answer(report: EffectsReport) -> Iterator[str]:
    """The answer in a few sentences."""
    effects = report.effects
    changed = [each.label for each in effects.decisions if each.changes]
    rows = f"{number(effects.rows)} {'huishouden' if effects.rows == 1 else 'huishoudens'}"
    if changed:
        count = numbered(len(changed), "besluit", "besluiten")
        yield f"{rows} doorgerekend. De uitkomst verandert bij {count}: {joined(changed)}."
    else:
        yield f"{rows} doorgerekend. Er verandert niets, voor zover dat te zeggen is."
    same = sum(not each.changes for each in effects.decisions)
    if changed and same:
        yield f"Bij de andere {same} besluiten verandert voor niemand iets, voor zover dat te zeggen is."
    untold = [each.label for each in effects.decisions if each.whole.of(UNTOLD)]
    if untold:
        yield f"Bij een deel van de huishoudens is het niet te zeggen: {listed_shortly(untold)}."
    if report.losing is not None:
        yield "Deze huishoudens zijn verzonnen: u ziet wat de regels doen, niet om hoeveel mensen het in het echt gaat."
    if effects.skipped:
        yield f"{number(effects.skipped)} rijen spreken zichzelf tegen en tellen niet mee."
    if report.missing:
        shown = [report.new.inputs[name].label for name in report.missing[:_MOST_NAMED]]
        rest = len(report.missing) - len(shown)
        more = f" en {rest} andere" if rest else ""
        yield f"Niet in het bestand, dus van iedereen onbekend: {', '.join(shown)}{more}."


def listed_shortly(labels: Sequence[str]) -> str:
    """The first of these, and how many there are besides."""
    rest = len(labels) - _MOST_NAMED
    return f"{', '.join(labels[:_MOST_NAMED])} en {rest} andere besluiten" if rest > 1 else joined(labels)


_MOST_NAMED: Final = 6


def _lines(each: DecisionEffect, report: EffectsReport) -> Iterator[Item]:
    whole = [each.whole.counts]
    yield Item(_counts(each.whole, _hidden(whole)[0]), POINT)
    euros = _money(each, each.whole, _hidden(whole)[0])
    if euros:
        yield Item(euros, POINT)
    for fact, groups in each.by.items():
        shown = [(label, tally) for label, tally in groups if tally.rows]
        hidden = _hidden([tally.counts for _, tally in shown])
        beside = max(len(label) for label, _ in shown) <= _BESIDE
        inside = tuple(
            _group(
                label, "; ".join(filter(None, (_counts(tally, cells), _money(each, tally, cells)))), beside
            )
            for (label, tally), cells in zip(shown, hidden, strict=True)
        )
        yield Item(f"Per {report.new.inputs[fact].label}:", POINT, inside=inside)
    losing = tuple(Item(lost, POINT, inside=(Item(facts),)) for lost, facts in _losing(each, report))
    if losing:
        yield Item(_MOST_LOST, POINT, inside=losing)


def _group(label: str, text: str, beside: bool) -> Item:
    """What is said of one group; beside its label only where all labels leave room for it."""
    return Item(text, POINT, lead=label) if beside else Item(f"{label}: {text}", POINT)


def _counts(tally: Tally, hidden: frozenset[str]) -> str:
    return ", ".join(
        f"{HIDDEN if way in hidden else number(tally.of(way))} {way}" for way in WAYS if tally.of(way)
    )


def _money(each: DecisionEffect, tally: Tally, hidden: frozenset[str]) -> str:
    """What those that gain get more and those that lose get less, in euros."""
    if not each.in_euros:
        return ""
    when = " per maand" if each.monthly else " eenmalig"
    parts = [
        f"{euros(cents)}{when} {word}"
        for way, cents, word in ((GAINS, tally.gained, "erbij"), (LOSES, tally.lost, "eraf"))
        if cents and way not in hidden
    ]
    if each.monthly and parts and not hidden & {GAINS, LOSES}:
        net = (tally.gained - tally.lost) * _MONTHS
        parts.append(f"samen {euros(abs(net))} per jaar {'erbij' if net >= 0 else 'eraf'}")
    return ", ".join(parts)


def _hidden(counts: Sequence[Sequence[int]]) -> list[frozenset[str]]:
    """For each row of a table of counts the ways that are not shown."""
    cells = hidden_cells(counts)
    return [frozenset(WAYS[at] for row, at in cells if row == place) for place in range(len(counts))]


def _hides(effects: Effects) -> bool:
    tables = [[each.whole.counts] for each in effects.decisions if each.changes]
    tables += [
        [tally.counts for _, tally in groups]
        for each in effects.decisions
        if each.changes
        for groups in each.by.values()
    ]
    return any(hidden_cells(each) for each in tables)


def number(count: int) -> str:
    """A count with points between the thousands."""
    return f"{count:,}".replace(",", ".")


def euros(cents: int) -> str:
    """An amount in words."""
    return format_value(cents, _EUROS)


# ---------------------------------------------------------------- as a text


def written_effects(report: EffectsReport) -> Written:
    """The same as a text with tables, for the council."""
    changed = [each for each in report.effects.decisions if each.changes]
    short = points(f"{_head(each.label)}: {_in_short(each)}." for each in changed)
    parts: list[Part] = [*part("antwoord", "In het kort", said(*answer(report)), short)]
    for each in changed:
        parts += part(each.name, _head(each.label), _blocks(each, report))
    hidden = (*((_PRIVACY,) if _hides(report.effects) else ()), *_not_shown(report))
    if hidden:
        parts += part("privacy", "Wat er niet staat", said(*hidden))
    parts += part("lezen", "Hoe u dit leest", points(_READING))
    return Written("effecten", _TITLE, (subtitle(report),), tuple(parts), report.new_day.isoformat())


_READING: Final = (
    "Vooruit en achteruit zijn vanuit het huishouden: een lagere verlaging is vooruit.",
    "Anders: de uitkomst verandert, maar de regeling zegt niet wat beter is.",
    "Niet te zeggen: vóór of na de wijziging staat de uitkomst niet vast, omdat er een gegeven ontbreekt of omdat "
    "iemand nog moet kiezen.",
    "De bedragen gaan over de rijen van dit bestand. Ze zijn geen begroting.",
)


def _in_short(each: DecisionEffect) -> str:
    """What happens to all households together, in one line."""
    hidden = _hidden([each.whole.counts])[0]
    return "; ".join(filter(None, (_counts(each.whole, hidden), _money(each, each.whole, hidden))))


def _head(label: str) -> str:
    """A label as a heading: with a capital, without a full stop."""
    return label[:1].upper() + label[1:]


def _blocks(each: DecisionEffect, report: EffectsReport) -> tuple[Block, ...]:
    blocks: list[Block] = list(_tables("Alle huishoudens", "Groep", [("alle huishoudens", each.whole)], each))
    for fact, groups in each.by.items():
        label = report.new.inputs[fact].label
        shown = [(name, tally) for name, tally in groups if tally.rows]
        blocks += _tables(f"Per {label}", _head(label), shown, each)
    losing = [f"{sentence(_head(lost))} {sentence(facts)}" for lost, facts in _losing(each, report)]
    if losing:
        blocks += [*said(_MOST_LOST), *points(losing)]
    return tuple(blocks)


def _tables(
    caption: str, head: str, groups: Sequence[tuple[str, Tally]], each: DecisionEffect
) -> Iterator[Table]:
    """How many go which way, and apart from that in how many euros: together that is too wide for a sheet of paper.

    Where nobody goes another way, and that is no secret, there is no column for it.
    """
    hidden = _hidden([tally.counts for _, tally in groups])
    told = any(tally.of(OTHER) or OTHER in cells for (_, tally), cells in zip(groups, hidden, strict=True))
    ways = [way for way in (GAINS, LOSES, OTHER, SAME, UNTOLD) if way != OTHER or told]
    counts = [
        (label, *(HIDDEN if way in cells else number(tally.of(way)) for way in ways))
        for (label, tally), cells in zip(groups, hidden, strict=True)
    ]
    yield Table(caption, (head, *map(_head, ways)), tuple(counts))
    if not each.in_euros:
        return
    when = "per maand" if each.monthly else "eenmalig"
    heads = (head, f"Erbij {when}", f"Eraf {when}", *(("Saldo per jaar",) if each.monthly else ()))
    amounts = [
        (label, *_amounts(each, tally, cells)) for (label, tally), cells in zip(groups, hidden, strict=True)
    ]
    yield Table(f"{caption}, in euro's", heads, tuple(amounts))


def _amounts(each: DecisionEffect, tally: Tally, hidden: frozenset[str]) -> Iterator[str]:
    yield HIDDEN if GAINS in hidden else euros(tally.gained)
    yield HIDDEN if LOSES in hidden else euros(tally.lost)
    if each.monthly:
        yield HIDDEN if hidden & {GAINS, LOSES} else euros((tally.gained - tally.lost) * _MONTHS)
