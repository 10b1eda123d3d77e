"""`verordening beproef [PAD…]`: cases and tables of cases that say what must come of them, run as tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final

from verordening.analyse.trials.running import Verdict, run_trial
from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.cases import Regulations
from verordening.cli.messages import show_diagnostics
from verordening.cli.working import each_of
from verordening.language.diagnostics import Diagnostic, InputError, diagnostic, shown
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.model.trials.files import TrialPath, trial_paths
from verordening.model.trials.reading import read_trials
from verordening.model.trials.trial import Trial, TrialFile
from verordening.present.trials_content import ToldFile, told_file
from verordening.records import replace

_GOOD: Final = 0
_FINDINGS: Final = 1
_WRONG_INPUT: Final = 2


def run(arguments: Arguments) -> int:
    """Run the trials and print what was not as expected; gives the exit code. Raises InputError if there are none."""
    regulations = Regulations(arguments.overlay)
    if "--maak-randgevallen" in arguments.values:
        from verordening.cli.randgevallen import run_boundaries

        return run_boundaries(arguments, regulations)
    paths = trial_paths(arguments.words)
    if "--dekking" in arguments.switches:
        from verordening.cli.dekking import run_coverage

        return run_coverage(
            arguments, regulations, [read_file(each, regulations, arguments) for each in paths]
        )
    if "--mutatie" in arguments.switches:
        from verordening.cli.mutatie import run_mutations

        return run_mutations(
            arguments, regulations, [read_file(each, regulations, arguments) for each in paths]
        )
    return _run_trials(arguments, regulations, paths)


def read_file(path: TrialPath, regulations: Regulations, arguments: Arguments) -> TrialFile:
    """The trials in a file, or in the row that is wanted of it; what is wrong stands in the answer."""
    try:
        source = read_text(path.path, limit=CASE_LIMIT)
    except InputError as error:
        return TrialFile(path.path, "", False, (), error.diagnostics)
    file = read_trials(
        source, regulations, fictional=lambda: regulations.library.fictional, peildatum=arguments.peildatum
    )
    if path.named and not file.trials and not file.problems:
        return replace(file, problems=(_no_trial(file),))
    return replace(file, trials=_on_line(file, path.line)) if path.line else file


def _run_trials(arguments: Arguments, regulations: Regulations, paths: Sequence[TrialPath]) -> int:
    files = run_files(paths, regulations, arguments)
    refusals = tuple(dict.fromkeys(found for each in files for found in each.refusals))
    verdicts = {trial.verdict for each in files for trial in each.trials}
    code = _WRONG_INPUT if refusals else _GOOD if verdicts <= {Verdict.GOED} else _FINDINGS
    if "--junit" in arguments.values:
        _write_junit(arguments.values["--junit"], files)
    if verdicts or arguments.format == "json":
        terminal.write(_text(files, refusals, arguments, code))
    if arguments.tree:
        terminal.write("".join(_trees(paths, files, regulations, arguments)))
    if refusals and arguments.format != "json":
        show_diagnostics(refusals, arguments.format, exit_code=code)
    return code


def run_files(paths: Sequence[TrialPath], regulations: Regulations, arguments: Arguments) -> list[ToldFile]:
    """The trials in these files with what came of each, in order; several at a time."""
    load_before(paths, regulations)

    def work(path: TrialPath) -> ToldFile:
        file = read_file(path, regulations, arguments)
        return told_file(file, (run_trial(each, regulations) for each in file.trials))

    return list(each_of(paths, work))


def load_before(paths: Sequence[TrialPath], regulations: Regulations) -> None:
    """Read the regulations before processes part, so that each need not. What is wrong with them, the trials say."""
    for gemeente in ("", *regulations.library.gemeenten) if len(paths) > 1 else ():
        with suppress(InputError):
            regulations(gemeente)


def _no_trial(file: TrialFile) -> Diagnostic:
    return diagnostic(
        None,
        "VRD017",
        f"{shown(file.path)} zegt niet wat er uit de casus moet komen",
        None,
        help="schrijf onder `verwacht` wat eruit moet komen, of gebruik `verordening toets`",
    )


def _on_line(file: TrialFile, line: int) -> tuple[Trial, ...]:
    """The one row that stands on a line, or began before it."""
    before = [each for each in file.trials if each.span.line <= line]
    return tuple(before[-1:])


def _write_junit(path: str, files: Sequence[ToldFile]) -> None:
    from verordening.cli.rewriting import rewrite
    from verordening.present.trials_junit import render_junit

    rewrite(path, render_junit(files).encode(), path)


def _text(
    files: Sequence[ToldFile], refusals: tuple[Diagnostic, ...], arguments: Arguments, code: int
) -> str:
    if arguments.format == "json":
        from verordening.present.trials_json import render_trials_json

        return render_trials_json(files, refusals, exit_code=code)
    from verordening.present.trials_text import read_trials as read_out
    from verordening.present.trials_text import render_trials

    return read_out(files) if arguments.format == "schermlezer" else render_trials(files, terminal.width())


def _trees(
    paths: Sequence[TrialPath], files: Sequence[ToldFile], regulations: Regulations, arguments: Arguments
) -> Iterator[str]:
    """How each answer that is not as expected came to be; where one row was asked for, that of the row."""
    from verordening.present.text import read_toets, render_toets

    one = sum(len(each.trials) for each in files) == 1
    for path, told in zip(paths, files, strict=True):
        if not one and all(each.verdict is Verdict.GOED for each in told.trials):
            continue
        for trial in read_file(path, regulations, arguments).trials:
            tried = run_trial(trial, regulations, tree=True)
            if tried.outcome is None or not (one or tried.verdict is not Verdict.GOED):
                continue
            if arguments.format == "schermlezer":
                yield read_toets(tried.outcome, tree=True)
            elif arguments.format == "tekst":
                yield "\n" + render_toets(tried.outcome, terminal.width(), tree=True)
