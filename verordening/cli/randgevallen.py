"""`verordening beproef --maak-randgevallen MAP`: tables with the cases around each threshold, still to be judged."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from verordening.analyse.trials.boundaries import Boundaries, boundaries_of
from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.cases import Regulations
from verordening.cli.rewriting import rewrite
from verordening.language.diagnostics import InputError, diagnostic, printable, shown
from verordening.model.corpus import Corpus
from verordening.model.trials.expecting import PENDING
from verordening.present.dutch import numbered

_NO_NAME: Final = re.compile(r"[^a-z0-9]+")


def run_boundaries(arguments: Arguments, regulations: Regulations) -> int:
    """Write the tables, never over one that is there; gives exit code 0. Raises InputError."""
    folder = arguments.values["--maak-randgevallen"]
    start = arguments.values.get("--alleen", "")
    written = kept = 0
    for gemeente, found in _all(regulations, start, arguments.peildatum):
        path = os.path.join(folder, *_path(found))
        if os.path.exists(path):
            kept += 1
            continue
        _make_folder(os.path.dirname(path))
        rewrite(path, _text(found, gemeente).encode(), printable(path))
        written += 1
    text = f"{numbered(written, 'tabel', 'tabellen')} geschreven in {printable(folder)}."
    if kept:
        text += f" {numbered(kept, 'bestand', 'bestanden')} die er al waren, bleven staan."
    terminal.write(f"{text} Vul in wat eruit moet komen; tot dan telt geen rij als goed.\n")
    return 0


def _all(regulations: Regulations, start: str, day: date | None) -> Iterator[tuple[str, Boundaries]]:
    """The rules that have thresholds; those of national law once, for the municipality with most rules of its own."""
    corpora = {each: regulations(each) for each in regulations.library.gemeenten}
    order = sorted(corpora, key=lambda each: (-_own_rules(corpora[each]), each))
    told: set[tuple[str, int, str]] = set()
    for gemeente in order:
        corpus = corpora[gemeente]
        for rule in corpus.rules:
            place = (rule.place.file, rule.place.line, rule.id)
            if place in told or not rule.place.file.startswith(start):
                continue
            told.add(place)
            found = boundaries_of(rule, corpus, day or _latest(corpus))
            if found is not None:
                yield gemeente, found


def _own_rules(corpus: Corpus) -> int:
    return sum(corpus.regulations[rule.regulation].gemeente != "" for rule in corpus.rules)


def _latest(corpus: Corpus) -> date:
    """The day since which most amounts hold: no outcome depends on the day of today."""
    last = [
        max(row.start for row in table.rows if row.value is not None)
        for table in corpus.tables.values()
        if any(row.value is not None for row in table.rows)
    ]
    return max(sorted(set(last)), key=last.count)


def _path(found: Boundaries) -> tuple[str, str]:
    """`amsterdam-maatregelen`, `artikel-6-lid-1.yaml`; a version by its line."""
    regulation = _NO_NAME.sub("-", found.rule.regulation.casefold())
    return regulation, f"{_NO_NAME.sub('-', found.rule.path.casefold())}-regel-{found.rule.place.line}.yaml"


def _make_folder(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError:
        message = f"de map {shown(printable(folder))} kan niet gemaakt worden"
        help = "kijk of u hier mag schrijven, en of er geen bestand met die naam staat"
        raise InputError((diagnostic(None, "VRD016", message, None, help=help),)) from None


# ------------------------------------------------ the text


def _text(found: Boundaries, gemeente: str) -> str:
    return "\n".join(_lines(found, gemeente)) + "\n"


def _lines(found: Boundaries, gemeente: str) -> Iterator[str]:
    yield f"# {PENDING}: de gevallen rond elke grens van {found.rule.id}."
    yield "# Vul in elke rij in wat eruit moet komen, en schrijf erboven hoe dat uit het artikel volgt."
    yield f"# Een rij met `{PENDING}` telt niet als goed. Vul de gegevens aan die dit antwoord nog nodig heeft."
    yield f"proef: Grenzen van {found.rule.id}"
    yield f"gemeente: {gemeente}"
    yield f"peildatum: {found.day.isoformat()}"
    yield f"besluiten: [{', '.join(found.decisions)}]"
    for key, values in (("gegevens", found.facts), ("oordelen", found.judgements)):
        if values:
            yield f"{key}:"
            yield from (f"  {name}: {text}" for name, text in values.items())
    yield "tabel: |"
    yield from (f"  {line}" for line in _table(found))


def _table(found: Boundaries) -> Iterator[str]:
    keys = tuple(dict.fromkeys(row.key for row in found.rows))
    header = ["naam", *keys, *(f"dan {each}" for each in found.decisions)]
    rows = [
        [
            row.name,
            *(row.value if key == row.key else "" for key in keys),
            *(PENDING for _ in found.decisions),
        ]
        for row in found.rows
    ]
    widths = [max(len(row[at]) for row in (header, *rows)) for at in range(len(header))]
    for row in (header, *rows):
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
