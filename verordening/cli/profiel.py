"""`verordening profiel CASUS|POPULATIE`: where the time goes, per rule."""

from __future__ import annotations

import os
from time import process_time_ns
from typing import TYPE_CHECKING, Final

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.caseloads import (
    decisions_of,
    engine_of,
    gemeente_of,
    name_of,
    need_bulk,
    parts_of,
    split,
    whole_number,
)
from verordening.cli.cases import open_case
from verordening.cli.clock import today
from verordening.cli.usage_errors import usage_error
from verordening.model.loading import load_corpus, read_library
from verordening.records import replace

if TYPE_CHECKING:
    from verordening.present.document import Document

_ANSWERED: Final = 0
_REPEATS: Final = 50
_MOST_REPEATS: Final = 10_000
_POPULATIONS: Final = (".parquet", ".pq", ".csv", ".txt", ".tsv", ".duckdb", ".ddb", ".db")
_OF_POPULATIONS: Final = ("--motor", "--kolommen", "--kort", "--negeer", "--tabel")


def run(arguments: Arguments) -> int:
    """Measure and print where the time went; gives the exit code. Raises InputError."""
    if os.path.splitext(arguments.words[0])[1].casefold() in _POPULATIONS:
        return _population(arguments)
    return _case(arguments)


def _case(arguments: Arguments) -> int:
    given = (
        ["--gemeente"]
        if arguments.gemeente
        else [each for each in _OF_POPULATIONS if each in arguments.values or each in arguments.switches]
    )
    if given:
        raise usage_error(
            "VRD502",
            f"`{given[0]}` hoort bij een bestand met veel zaken, niet bij een casus",
            f"laat `{given[0]}` weg, of noem een bestand op `.parquet`, `.csv` of `.duckdb`",
        )
    repeats = _repeats(arguments)
    start = process_time_ns()
    read_library(overlay=arguments.overlay or None)
    middle = process_time_ns()
    case, corpus, _ = open_case(arguments)
    end = process_time_ns()
    named = decisions_of(arguments, corpus)
    if named:
        case = replace(case, asked=named)
    from verordening.analyse.profiling.interpreter import profile_case
    from verordening.present.profile_content import CaseReport, case_document

    profile = profile_case(corpus, case, repeats, tree=arguments.tree)
    report = CaseReport(
        case.title,
        case.gemeente,
        case.gemeente_name,
        case.peildatum,
        middle - start,
        end - middle,
        profile,
        arguments.tree,
    )
    if arguments.format == "json":
        from verordening.present.profile_json import render_case_profile_json

        terminal.write(render_case_profile_json(report, exit_code=_ANSWERED))
    else:
        _show(case_document(report), arguments)
    return _ANSWERED


def _population(arguments: Arguments) -> int:
    if "--herhaal" in arguments.values:
        raise usage_error(
            "VRD502",
            "`--herhaal` hoort bij een casus, niet bij een bestand met veel zaken",
            "laat `--herhaal` weg: een bestand wordt één keer doorgerekend",
        )
    need_bulk()
    library = read_library(overlay=arguments.overlay or None)
    corpus = load_corpus(gemeente_of(arguments, library), library=library)
    day = arguments.peildatum or today()
    from verordening.population.opening import KINDS, Wanted
    from verordening.population.profiling import profile_population
    from verordening.present.population_profile import PopulationReport, population_document

    wanted = Wanted(day, decisions_of(arguments, corpus), parts_of(arguments), engine_of(arguments))
    path, table = arguments.words[0], arguments.values.get("--tabel", "")
    profile = profile_population(corpus, path, wanted, table, split(arguments.values.get("--negeer", "")))
    if not profile.decisions:
        raise usage_error(
            "VRD505", "deze kolommen raken geen enkel besluit", "noem met `--besluit` waarover het gaat"
        )
    beside = tuple(kind for kind, parts in KINDS.items() if parts <= wanted.parts)
    report = PopulationReport(os.path.basename(path), name_of(corpus.gemeente), day, corpus, profile, beside)
    if arguments.format == "json":
        from verordening.present.profile_json import render_population_profile_json

        terminal.write(render_population_profile_json(report, exit_code=_ANSWERED))
    else:
        _show(population_document(report), arguments)
    return _ANSWERED


def _show(document: Document, arguments: Arguments) -> None:
    from verordening.present.profile_content import read_profile, render_profile

    aloud = arguments.format == "schermlezer"
    terminal.write(read_profile(document) if aloud else render_profile(document, terminal.width()))


def _repeats(arguments: Arguments) -> int:
    if "--herhaal" not in arguments.values:
        return _REPEATS
    found = whole_number(arguments, "--herhaal", least=1)
    if found > _MOST_REPEATS:
        raise usage_error("VRD504", "zo vaak herhalen duurt te lang", "schrijf ten hoogste `--herhaal 10000`")
    return found
