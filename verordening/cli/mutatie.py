"""`verordening beproef --mutatie`: which small changes to the regulations no trial would notice."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from typing import Final

from verordening.analyse.mutation.accepted import Accepted, read_accepted
from verordening.analyse.mutation.gathering import Gathered, gather
from verordening.analyse.mutation.selecting import Looked, looked_at
from verordening.analyse.mutation.trying import Fate, Result, fate_of
from verordening.caching import entry_name, read_entry, stamps_of, write_entry
from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.cases import Regulations
from verordening.cli.usage_errors import usage_error
from verordening.cli.working import each_of
from verordening.language.diagnostics import InputError, shown
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.model.trials.trial import Trial, TrialFile
from verordening.present.mutations_content import MutationReport, report_on

_GOOD: Final = 0
_FINDINGS: Final = 1
_SAVED_EVERY: Final = 200


def run_mutations(arguments: Arguments, regulations: Regulations, files: Sequence[TrialFile]) -> int:
    """Try every mutant and print what goes unnoticed; gives the exit code. Raises InputError."""
    start = arguments.values.get("--alleen", "")
    accepted = [each for each in _accepted(arguments) if each.file.startswith(start)]
    problems = [found for each in files for found in each.problems]
    if problems:
        raise InputError(problems)
    trials = [trial for each in files for trial in each.trials]
    named = dict.fromkeys((*regulations.library.gemeenten, *(_gemeente(each) for each in trials)))
    gemeenten = [each for each in named if _has_files(regulations, each, start)]
    corpora = {each: regulations(each) for each in gemeenten}
    gathered = gather(corpora, start)
    if not gathered:
        raise usage_error(
            "VRD504",
            f"er is geen regeling waarvan het pad begint met {shown(start)}",
            "schrijf bijvoorbeeld `--alleen landelijk/participatiewet`",
        )
    results, unfit = _results(arguments, regulations, trials, gathered, files)
    report = report_on(zip(gathered, results, strict=False), len(gathered), unfit, accepted)
    code = _FINDINGS if report.unnoticed or report.stale or report.unfit or report.crashed else _GOOD
    terminal.write(_text(report, arguments, code))
    return code


def _has_files(regulations: Regulations, gemeente: str, start: str) -> bool:
    return any(each.source.path.startswith(start) for each in regulations.library.set_of(gemeente).files)


def _cannot_be_run(trial: Trial) -> bool:
    return trial.case is None and not trial.refused_with


def _gemeente(trial: Trial) -> str:
    return trial.case.gemeente if trial.case is not None else ""


def _accepted(arguments: Arguments) -> tuple[Accepted, ...]:
    path = arguments.values.get("--aanvaard", "")
    return read_accepted(read_text(path, limit=CASE_LIMIT)) if path else ()


def _until(arguments: Arguments) -> float | None:
    minutes = arguments.values.get("--hoogstens", "")
    if not minutes:
        return None
    if not (minutes.isascii() and minutes.isdigit() and 0 < int(minutes[:6]) < 100_000):
        raise usage_error(
            "VRD504", f"{shown(minutes)} is geen aantal minuten", "schrijf bijvoorbeeld `--hoogstens 10`"
        )
    return time.monotonic() + 60 * int(minutes)


def _results(
    arguments: Arguments,
    regulations: Regulations,
    trials: Sequence[Trial],
    gathered: Sequence[Gathered],
    files: Sequence[TrialFile],
) -> tuple[list[Result], tuple[str, ...]]:
    """The fate of as many mutants as there is time for, those of an earlier run first; and trials that show nothing."""
    until = _until(arguments)
    name = _name_of(arguments, regulations, files)
    done = _read_done(name, gathered)
    wanted = {gemeente for each in gathered for gemeente in each.mutants}
    concerned = [each for each in trials if _gemeente(each) in wanted or _cannot_be_run(each)]
    looked, unfit = _look(concerned, regulations)

    def work(each: Gathered) -> Result:
        return fate_of(each.mutants, looked)

    for result in each_of(gathered[len(done) :], work, until=until):
        done.append(result)
        if len(done) % _SAVED_EVERY == 0:
            _write_done(name, done)
            _show_progress(len(done), len(gathered))
    _write_done(name, done)
    return done, unfit


def _look(
    trials: Sequence[Trial], regulations: Regulations
) -> tuple[dict[str, list[Looked]], tuple[str, ...]]:
    """What each trial looks at; a trial that is not good now can show nothing, and is named."""
    looked: dict[str, list[Looked]] = {}
    unfit = []
    for trial in trials:
        found, _ = looked_at(trial, regulations(_gemeente(trial)))
        if found is None:
            unfit.append(f"{trial.span.file}:{trial.span.line}")
        else:
            looked.setdefault(_gemeente(trial), []).append(found)
    return looked, tuple(unfit)


def _show_progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        terminal.write_error(f"\r{done} van {of} wijzigingen" + ("\n" if done == of else ""))


# ------------------------------------------------ where an earlier run came


def _name_of(arguments: Arguments, regulations: Regulations, files: Sequence[TrialFile]) -> str:
    """What the results follow from: all regulations and trials, and the program that evaluates and changes them."""
    texts = [stamps_of("evaluate", "analyse")]
    texts += [part for each in regulations.library.files for part in (each.source.path, each.source.text)]
    for each in files:
        texts += [each.path, *(trial.source.text for trial in each.trials[:1])]
        texts += [str(trial.span.line) for trial in each.trials]
    return entry_name("mutatie", arguments.values.get("--alleen", ""), str(arguments.peildatum), *texts)


def _read_done(name: str, gathered: Sequence[Gathered]) -> list[Result]:
    payload = read_entry(name)
    rows = json.loads(payload) if payload is not None else []
    return [
        Result(each.key, next(iter(each.mutants.values())).place, Fate(fate), *others)
        for each, (fate, *others) in zip(gathered, rows, strict=False)
    ]


def _write_done(name: str, done: Sequence[Result]) -> None:
    rows = [(each.fate.value, each.by, each.tried, each.error) for each in done]
    write_entry(name, json.dumps(rows).encode())


# ------------------------------------------------ words


def _text(report: MutationReport, arguments: Arguments, code: int) -> str:
    if arguments.format == "json":
        from verordening.present.mutations_json import render_mutations_json

        return render_mutations_json(report, exit_code=code)
    from verordening.present.mutations_text import render_mutations

    return render_mutations(report, terminal.width(), plain=arguments.format == "schermlezer")
