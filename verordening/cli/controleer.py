"""`verordening controleer [MAP]`: everything that must hold before a council adopts regulations, in one go."""

from __future__ import annotations

from typing import Final

from verordening.analyse.trials.running import Verdict
from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.beproef import run_files
from verordening.cli.cases import Regulations
from verordening.cli.lint import chosen, exit_code, look
from verordening.cli.opmaak import not_laid_out
from verordening.language.diagnostics import InputError, Severity
from verordening.model.loading import check, regulation_sets
from verordening.model.trials.files import trial_paths
from verordening.present.checkup import (
    CheckUp,
    read_checkup,
    render_checkup,
    render_checkup_json,
    render_comment,
)
from verordening.present.trials_content import ToldFile

_GOOD: Final = 0
_FINDINGS: Final = 1
_HERE: Final = "."


def run(arguments: Arguments) -> int:
    """Lint, layout and trials; gives the exit code. Raises InputError when a path is missing or cannot be read."""
    folder = arguments.words[0] if arguments.words else arguments.overlay or _HERE
    found, strict = chosen(check(regulation_sets([folder]), look), arguments)
    unlaid = tuple(not_laid_out([folder]))
    readable = not any(each.severity is Severity.FOUT and each.code < "VRD7" for each in found)
    trials = _trials(folder, arguments) if readable else ()
    good = all(each.verdict is Verdict.GOED for file in trials for each in file.trials)
    refused = any(file.refusals for file in trials)
    in_order = good and not refused and not unlaid and not exit_code(found, strict=strict)
    checked = CheckUp(found, unlaid, trials, in_order)
    code = _GOOD if in_order else _FINDINGS
    if "--commentaar" in arguments.values:
        from verordening.cli.rewriting import rewrite

        path = arguments.values["--commentaar"]
        rewrite(path, render_comment(checked).encode(), path)
    terminal.write(_text(checked, arguments.format, code))
    return code


def _trials(folder: str, arguments: Arguments) -> tuple[ToldFile, ...]:
    """The trials that lie here, run under the regulations of the folder; none is no mistake."""
    try:
        paths = trial_paths(())
    except InputError:
        return ()
    return tuple(run_files(paths, Regulations(folder), arguments))


def _text(checked: CheckUp, form: str, code: int) -> str:
    if form == "json":
        return render_checkup_json(checked, exit_code=code)
    return read_checkup(checked) if form == "schermlezer" else render_checkup(checked, terminal.width())
