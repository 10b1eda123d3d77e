"""Mutants as text: the figure, per file, and what went unnoticed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from verordening.analyse.mutation.trying import Fate
from verordening.language.diagnostics import printable
from verordening.present.dutch import joined
from verordening.present.mutations_content import FileFigures, MutationReport, Unnoticed
from verordening.present.wrapping import display_width, padded, wrap


def render_mutations(report: MutationReport, width: int = 80, *, plain: bool = False) -> str:
    """The report, ending in a newline; `plain`: one statement a line, for a screen reader."""
    lines = [*_head(report, width), *_figures(report, plain), *_unnoticed(report, width, plain)]
    lines += _closing(report, width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(report: MutationReport, width: int) -> Iterator[str]:
    total = report.total
    if total.counted:
        text = f"{total.percentage} van de wijzigingen wordt opgemerkt: {_of(total)}."
    else:
        text = "Er is geen wijziging die telt."
    if report.left:
        text += f" Nog niet beproefd: {_number(report.left)}; dit is een steekproef. Een volgende keer gaat het verder."
    yield from wrap(text, width)


def _of(figures: FileFigures) -> str:
    return f"{_number(figures.noticed)} van {_number(figures.counted)}"


def _number(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _figures(report: MutationReport, plain: bool) -> Iterator[str]:
    yield ""
    column = max((display_width(each.file) for each in report.files), default=0)
    for each in report.files:
        if plain:
            yield f"{each.file}: {each.percentage}, {_of(each)}."
        else:
            yield f"  {padded(each.file, column)}  {each.percentage:>6}  {_of(each)}"


def _unnoticed(report: MutationReport, width: int, plain: bool) -> Iterator[str]:
    for file, in_file in groupby(report.unnoticed, key=lambda each: each.key.file):
        yield ""
        yield f"Onopgemerkt in {file}:"
        for (what, name, line), found in groupby(in_file, key=_item):
            changes = list(found)
            head = f"regel {line} · {what} {name} · kenmerk {changes[0].mark}"
            yield from (f"  {each}" for each in wrap(printable(head), width - 2))
            for each in changes:
                yield from _change(each, width, plain)


def _item(each: Unnoticed) -> tuple[str, str, int]:
    return each.key.what.value, each.key.name, each.line


def _change(each: Unnoticed, width: int, plain: bool) -> Iterator[str]:
    unseen = "" if each.seen else " (geen proef komt hier)"
    first, *others = wrap(printable(each.key.words + unseen), width - 6)
    yield f"{'    ' if plain else '    - '}{first}"
    yield from (f"      {line}" for line in others)


def _closing(report: MutationReport, width: int) -> Iterator[str]:
    counts = report.by_fate
    apart = {
        "die lint al weigert": counts.get(Fate.REFUSED, 0),
        "die geen verschil kunnen maken": counts.get(Fate.BEYOND, 0),
        "aanvaard": report.accepted,
    }
    told = joined(f"{_number(number)} {words}" for words, number in apart.items() if number)
    yield ""
    if told:
        yield from wrap(f"Niet meegeteld: {told}.", width)
    for crash in report.crashed:
        text = (
            f"Het programma liep zelf vast op {crash.key.file}, regel {crash.line}, {crash.key.name}: "
            f"{crash.key.words}. Dat telt als opgemerkt, maar is een fout in het programma: {crash.error}, "
            f"bij de proef {crash.trial}."
        )
        yield from wrap(printable(text), width)
    for each in report.stale:
        text = f"Niet meer nodig of verouderd in de lijst van wat aanvaard is: {each.name}: {each.words} ({each.span})."
        yield from wrap(printable(text), width)
    if report.unfit:
        text = f"Proeven die nu niet goed zijn en dus niets aantonen: {joined(report.unfit)}."
        yield from wrap(printable(text), width)
