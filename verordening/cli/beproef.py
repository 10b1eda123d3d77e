"""`verordening beproef [PAD…]`: cases and tables of cases that say what must come of them, run as tests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from verordening.analyse.trials.running import Tried, Verdict, run_trial
from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.cases import Regulations
from verordening.cli.messages import show_diagnostics
from verordening.language.diagnostics import Diagnostic, InputError, diagnostic, shown
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.model.trials.files import TrialPath, trial_paths
from verordening.model.trials.reading import read_trials
from verordening.model.trials.trial import Trial, TrialFile
from verordening.present.trials_content import TriedFile
from verordening.records import replace

_GOOD: Final = 0
_FINDINGS: Final = 1
_WRONG_INPUT: Final = 2


def run(arguments: Arguments) -> int:
    """Run the trials and print what was not as expected; gives the exit code. Raises InputError if there are none."""
    regulations = Regulations(arguments.overlay)
    files = tuple(_tried(each, regulations, arguments) for each in trial_paths(arguments.words))
    refusals = tuple(dict.fromkeys(_refusals(files)))
    code = _WRONG_INPUT if refusals else _GOOD if all(map(_is_good, files)) else _FINDINGS
    if any(each.tried for each in files) or arguments.format == "json":
        terminal.write(_text(files, refusals, arguments, code))
    if refusals and arguments.format != "json":
        show_diagnostics(refusals, arguments.format, exit_code=code)
    return code


def _tried(path: TrialPath, regulations: Regulations, arguments: Arguments) -> TriedFile:
    file = _read(path, regulations, arguments)
    wanted = _on_line(file, path.line) if path.line else file.trials
    return TriedFile(file, tuple(run_trial(each, regulations, tree=arguments.tree) for each in wanted))


def _read(path: TrialPath, regulations: Regulations, arguments: Arguments) -> TrialFile:
    try:
        source = read_text(path.path, limit=CASE_LIMIT)
    except InputError as error:
        return TrialFile(path.path, "", False, (), error.diagnostics)
    file = read_trials(
        source, regulations, fictional=lambda: regulations.library.fictional, peildatum=arguments.peildatum
    )
    if path.named and not file.trials and not file.problems:
        return replace(file, problems=(_no_trial(file),))
    return file


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


def _refusals(files: tuple[TriedFile, ...]) -> Iterator[Diagnostic]:
    for each in files:
        refused = (tried.refusals for tried in each.tried if tried.verdict is Verdict.GEWEIGERD)
        found = (*each.file.problems, *chain.from_iterable(refused))
        yield from sorted(found, key=lambda one: (one.span.line, one.span.column) if one.span else (0, 0))


def _is_good(file: TriedFile) -> bool:
    return all(each.verdict is Verdict.GOED for each in file.tried)


def _text(
    files: tuple[TriedFile, ...], refusals: tuple[Diagnostic, ...], arguments: Arguments, code: int
) -> str:
    if arguments.format == "json":
        from verordening.present.trials_json import render_trials_json

        return render_trials_json(files, refusals, exit_code=code)
    from verordening.present.trials_text import read_trials as read_out
    from verordening.present.trials_text import render_trials

    if arguments.format == "schermlezer":
        text = read_out(files)
    else:
        text = render_trials(files, terminal.width())
    return text + "".join(_trees(files, arguments)) if arguments.tree else text


def _trees(files: tuple[TriedFile, ...], arguments: Arguments) -> Iterator[str]:
    """How each answer that is not as expected came to be; where one row was asked for, that of the row."""
    from verordening.present.text import read_toets, render_toets

    one = sum(len(each.tried) for each in files) == 1
    for tried in (tried for each in files for tried in each.tried):
        if tried.outcome is None or not (one or _is_wrong(tried)):
            continue
        if arguments.format == "schermlezer":
            yield read_toets(tried.outcome, tree=True)
        else:
            yield "\n" + render_toets(tried.outcome, terminal.width(), tree=True)


def _is_wrong(tried: Tried) -> bool:
    return tried.verdict is not Verdict.GOED
