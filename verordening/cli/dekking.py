"""`verordening beproef --dekking`: which rules, branches and boundaries the trials put to the test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verordening.analyse.coverage.marking import Mark, marks_of
from verordening.analyse.coverage.spots import Spot, Spots, spots_of
from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.cases import Regulations
from verordening.cli.working import each_of
from verordening.language.diagnostics import InputError
from verordening.model.loading import Library
from verordening.model.trials.trial import TrialFile
from verordening.present.coverage_content import CoverageReport, coverage_report


def run_coverage(arguments: Arguments, regulations: Regulations, files: Sequence[TrialFile]) -> int:
    """Print what is covered and what is not; gives exit code 0. Raises InputError where a file cannot be read."""
    problems = [found for each in files for found in each.problems]
    if problems:
        raise InputError(problems)
    start = arguments.values.get("--alleen", "")
    trials = [trial for each in files for trial in each.trials]
    gemeenten = dict.fromkeys(
        (
            *_with_rules_in(start, regulations.library),
            *(each.case.gemeente for each in trials if each.case is not None),
        )
    )
    spots = {each: spots_of(regulations(each)) for each in gemeenten}
    ways = {
        spot: found
        for each in spots.values()
        for spot, found in each.ways.items()
        if spot.file.startswith(start)
    }

    def work(file: TrialFile) -> tuple[frozenset[Mark], int]:
        return _marks(file, regulations, spots, ways)

    found = list(each_of([each for each in files if each.trials], work))
    marks = {mark for each, _ in found for mark in each}
    report = coverage_report(ways, marks, sum(number for _, number in found))
    terminal.write(_text(report, arguments))
    return 0


def _with_rules_in(start: str, library: Library) -> Iterator[str]:
    """The municipalities for which a file counts whose path begins so: all of them where that is national law."""
    for gemeente in library.gemeenten:
        if any(each.source.path.startswith(start) for each in library.set_of(gemeente).files):
            yield gemeente


def _marks(
    file: TrialFile, regulations: Regulations, spots: dict[str, Spots], ways: dict[Spot, tuple[str, ...]]
) -> tuple[frozenset[Mark], int]:
    """Where the trials of a file go, and how many of them are good and so count."""
    marks: set[Mark] = set()
    number = 0
    for trial in file.trials:
        if trial.case is None:
            continue
        gemeente = trial.case.gemeente
        found = marks_of(trial, regulations(gemeente), spots[gemeente])
        number += bool(found)
        marks.update(each for each in found if each[0] in ways)
    return frozenset(marks), number


def _text(report: CoverageReport, arguments: Arguments) -> str:
    if arguments.format == "json":
        from verordening.present.coverage_json import render_coverage_json

        return render_coverage_json(report, exit_code=0)
    from verordening.present.coverage_text import read_coverage, render_coverage

    return (
        read_coverage(report)
        if arguments.format == "schermlezer"
        else render_coverage(report, terminal.width())
    )
