"""`verordening doorreken POPULATIE`: what comes of a whole file of cases, row by row."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from verordening.caching import entry_name
from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.caseloads import (
    decisions_of,
    engine_of,
    gemeente_of,
    name_of,
    need_bulk,
    output_of,
    parts_of,
    refusing_to_write,
    split,
    to_work_out,
)
from verordening.cli.clock import today
from verordening.cli.declared_over_many import ENGINES_FOR_FILES, SPARK
from verordening.cli.new_files import safe
from verordening.cli.progress import Progress
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import shown
from verordening.model.corpus import Corpus
from verordening.model.loading import Library, load_corpus, read_library

if TYPE_CHECKING:
    from verordening.population.opening import Caseload
    from verordening.population.summary import Summary

_ANSWERED: Final = 0
_BLOCK: Final = 4_000_000


def run(arguments: Arguments) -> int:
    """Write the outcomes and print what came of them; gives the exit code. Raises InputError."""
    need_bulk()
    library = read_library(overlay=arguments.overlay or None)
    gemeente = gemeente_of(arguments, library)
    corpus = load_corpus(gemeente, library=library)
    day = arguments.peildatum or today()
    if "--uitleg" in arguments.values:
        from verordening.cli.one_row import explain_row

        return explain_row(arguments, corpus, day)
    output = output_of(arguments)
    load = _caseload(arguments, corpus, day)
    started = time.monotonic()
    progress = Progress(load.population.rows)
    with refusing_to_write(output, progress, lambda: _stopped(arguments, output)):
        if "--hervat" in arguments.switches:
            summary = _kept(load, output, _fingerprint(arguments, library, corpus, load), progress)
        else:
            summary = _at_once(load, output, progress)
    terminal.write(_said(arguments, load, summary, output, time.monotonic() - started))
    return _ANSWERED


def _caseload(arguments: Arguments, corpus: Corpus, day: date) -> Caseload:
    from verordening.population.opening import Caseload, Wanted

    engine = engine_of(arguments, ENGINES_FOR_FILES)
    if engine == SPARK:
        _need_spark(arguments)
    wanted = Wanted(
        day,
        decisions_of(arguments, corpus),
        parts_of(arguments),
        engine,
        "--scherp" in arguments.switches,
    )
    table = arguments.values.get("--tabel", "")
    load = Caseload(corpus, arguments.words[0], wanted, table, split(arguments.values.get("--negeer", "")))
    if not load.decisions:
        raise usage_error(
            "VRD505", "deze kolommen raken geen enkel besluit", "noem met `--besluit` waarover het gaat"
        )
    return load


def _need_spark(arguments: Arguments) -> None:
    from verordening.population.spark.running import require_parquet
    from verordening.population.spark.session import require_spark

    require_parquet(arguments.words[0])
    require_spark()


def _at_once(load: Caseload, output: str, progress: Progress) -> Summary:
    from verordening.population.summary import Summary, together
    from verordening.population.writing.files import whole_file

    summary = Summary()
    with whole_file(output, load.columns.schema) as sink:
        for each in load.computed():
            sink.write_batch(each.batch)
            summary = together((summary, each.summary))
            progress.at(summary.rows)
    return summary


def _kept(load: Caseload, output: str, fingerprint: str, progress: Progress) -> Summary:
    """The same, keeping what is done so far beside the output."""
    from verordening.population.summary import Summary, from_plain, together
    from verordening.population.writing.files import whole_file
    from verordening.population.writing.parts import Parts

    try:
        parts = Parts(output, fingerprint)
    except ValueError:
        raise usage_error(
            "VRD465",
            f"wat in {shown(safe(output + '.delen'))} klaarligt, hoort bij een ander bestand of een andere opdracht",
            "haal die map weg om opnieuw te beginnen, of kies een andere naam achter `--uit`",
        ) from None
    summary = from_plain(parts.summary) if parts.summary else Summary()
    progress.at(summary.rows, fresh=True)
    for each in load.computed(parts.rows):
        summary = together((summary, each.summary))
        parts.add(each.batch, summary.plain())
        progress.at(summary.rows)
    with whole_file(output, load.columns.schema) as sink:
        for batch in parts.batches():
            sink.write_batch(batch)
    parts.remove()
    return summary


def _fingerprint(arguments: Arguments, library: Library, corpus: Corpus, load: Caseload) -> str:
    """What stands for all that the outcomes follow from: the file, the rules, what was asked, and this program."""
    files = (each.source.text for each in library.set_of(corpus.gemeente).files)
    asked = (corpus.gemeente, load.day.isoformat(), *load.decisions, repr(sorted(arguments.switches)))
    options = (f"{flag}={value}" for flag, value in sorted(arguments.values.items()) if flag != "--uit")
    return entry_name(_digest(load.path), *asked, *options, *files)


def _digest(path: str) -> str:
    from hashlib import blake2b

    found = blake2b()
    with open(path, "rb") as file:
        for block in iter(_reads(file.read), b""):
            found.update(block)
    return found.hexdigest()


def _reads(read: Callable[[int], bytes]) -> Callable[[], bytes]:
    return lambda: read(_BLOCK)


def _stopped(arguments: Arguments, output: str) -> str:
    if "--hervat" in arguments.switches and os.path.exists(f"{output}.delen"):
        kept = f"Wat klaar is, blijft bewaard in {safe(output)}.delen."
        return f"\n{kept} Geef dezelfde opdracht nog eens om verder te gaan.\n"
    return "\nEr is niets geschreven. Met --hervat blijft bewaard wat klaar is, en kunt u later verdergaan.\n"


def _said(arguments: Arguments, load: Caseload, summary: Summary, output: str, seconds: float) -> str:
    from verordening.present.caseload_content import CaseloadReport

    report = CaseloadReport(
        os.path.basename(load.path),
        output,
        load.corpus.gemeente,
        name_of(load.corpus.gemeente),
        load.day,
        summary,
        load.missing,
        len(load.matching.present),
        load.decisions,
        load.corpus,
        seconds,
        to_work_out(arguments, load.path, load.corpus.gemeente, load.day),
    )
    if arguments.format == "json":
        from verordening.present.caseload_json import render_caseload_json

        return render_caseload_json(report, exit_code=_ANSWERED)
    from verordening.present.caseload_content import read_caseload, render_caseload

    return (
        read_caseload(report)
        if arguments.format == "schermlezer"
        else render_caseload(report, terminal.width())
    )
