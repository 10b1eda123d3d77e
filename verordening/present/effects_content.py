"""Who gains and who loses by a change, for a terminal and for a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.population.effects.showing import ShownEffect, ShownRow
from verordening.population.effects.tallies import WAYS
from verordening.present.document import POINT, Document, Item, Section
from verordening.present.dutch import sentence
from verordening.present.effects_words import (
    MOST_LOST,
    TITLE,
    EffectsReport,
    answer,
    in_short,
    losing_lines,
    money,
    not_there,
    rest_line,
    subtitle,
    told,
    unchanged_together,
)
from verordening.present.layout import lay_out
from verordening.present.screen_reader import read_out

_BESIDE: Final = 24


def render_effects(report: EffectsReport, width: int) -> str:
    """For a terminal."""
    return lay_out(_document(report), width)


def read_effects(report: EffectsReport) -> str:
    """For a screen reader."""
    return read_out(_document(report))


def _document(report: EffectsReport) -> Document:
    sections = [
        Section(each.label.upper(), tuple(_lines(each, report)), sentence(each.label), gap=True)
        for each in report.changed
    ]
    return Document(TITLE, subtitle(report), tuple(answer(report)), tuple(sections), tuple(not_there(report)))


def _lines(each: ShownEffect, report: EffectsReport) -> Iterator[Item]:
    yield Item(", ".join(f"{told(count)} {way}" for way, count in _said(each.whole)), POINT)
    if money(each, each.whole):
        yield Item(money(each, each.whole), POINT)
    for fact, groups in each.by.items():
        rows = unchanged_together(groups)
        beside = max((len(row.label) for row in rows), default=0) <= _BESIDE
        inside = [_group(row.label, in_short(each, row), beside) for row in rows]
        if rest_line(groups):
            inside.append(Item(rest_line(groups)))
        yield Item(f"Per {report.new.inputs[fact].label}:", POINT, inside=tuple(inside))
    losing = tuple(Item(lost, POINT, inside=(Item(facts),)) for lost, facts in losing_lines(each, report))
    if losing:
        yield Item(MOST_LOST, POINT, inside=losing)


def _said(row: ShownRow) -> Iterator[tuple[str, int | None]]:
    return ((way, row.counts[way]) for way in WAYS if row.counts[way] != 0)


def _group(label: str, text: str, beside: bool) -> Item:
    """What is said of one group; beside its label only where all labels leave room for it."""
    return Item(text, POINT, lead=label) if beside else Item(f"{label}: {text}", POINT)
