"""`verordening controleer [MAP]`: everything that must hold before a council adopts regulations, in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from verordening.analyse.conflicts.finding import Finding
from verordening.analyse.trials.running import Verdict, run_trial
from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.beproef import load_before, read_file
from verordening.cli.cases import Regulations
from verordening.cli.conflicten import Looking, accepted
from verordening.cli.lint import checked, chosen, exit_code
from verordening.cli.one_cause import once
from verordening.cli.opmaak import not_laid_out
from verordening.cli.rewriting import refuse_folder, rewrite
from verordening.cli.since import Since
from verordening.cli.working import each_of
from verordening.language.diagnostics import Diagnostic, InputError
from verordening.model.loading import RegulationSet, regulation_sets
from verordening.model.regulation_files import user_paths
from verordening.model.trials.files import TrialPath, trial_paths
from verordening.present.checkup import (
    CheckUp,
    read_checkup,
    render_checkup,
    render_checkup_json,
    render_comment,
)
from verordening.present.trials_content import ToldFile, told_file
from verordening.records import replace

_GOOD: Final = 0
_FINDINGS: Final = 1
_WRONG_INPUT: Final = 2
_HERE: Final = "."


class Subject(NamedTuple):
    """What is checked: the regulations in a folder of the user, as far as `sets` go, over the shipped ones."""

    folder: str
    sets: Sequence[RegulationSet]
    arguments: Arguments


class Check(NamedTuple):
    """One thing to find wrong in regulations. `find` gives everything that it finds; the user's choices come after."""

    name: str
    find: Callable[[Subject], Iterable[Diagnostic]]


def _conflicts(subject: Subject) -> Iterator[Diagnostic]:
    """What goes wrong in some case or other; nothing where the regulations cannot be read.

    What is not proven is left to `conflicten` itself.
    """
    for each in subject.sets:
        with suppress(InputError):
            answers = Looking([each], subject.arguments, accepted(subject.arguments)).told()
            yield from (one.message for one in answers if isinstance(one.answer, Finding))


CHECKS: Final = (
    Check("lint", lambda subject: checked(subject.sets)),
    Check("conflicten", _conflicts),
)
"""What looks at regulations by themselves, in this order. One that only makes sense where they can be read gives
nothing where they cannot: the first says so."""


class _Ran(NamedTuple):
    """The trials that were run, and how many were left because nothing that they are about has changed."""

    files: tuple[ToldFile, ...] = ()
    ran: int = 0
    idle: int = 0


def run(arguments: Arguments) -> int:
    """All checks, layout and trials; gives the exit code. Raises InputError when a path cannot be read."""
    refuse_folder(arguments.values.get("--commentaar", ""))
    folder = arguments.words[0] if arguments.words else arguments.overlay or _HERE
    sets = regulation_sets([folder], without_unread=True)
    since, regulations = None, None
    if "--sinds" in arguments.values:
        regulations = Regulations(folder)
        since = Since(folder, arguments.values["--sinds"], regulations.library)
    concerned = [each for each in sets if since is None or since.concerns(each.gemeente)]
    subject = Subject(folder, concerned, arguments)
    found, strict = chosen(once([one for each in CHECKS for one in each.find(subject)]), arguments)
    paths = [each for each in user_paths([folder]) if since is None or since.is_changed(each)]
    unlaid = tuple(not_laid_out(paths))
    readable = not any(each.keeps_from_loading for each in found)
    trials = _trials(regulations or Regulations(folder), arguments, since) if readable else _Ran()
    good = all(each.verdict is Verdict.GOED for file in trials.files for each in file.trials)
    refused = any(file.refusals for file in trials.files)
    in_order = good and not refused and not unlaid and not exit_code(found, strict=strict)
    checked = CheckUp(found, unlaid, trials.files, in_order)
    if since is not None:
        left = [each.gemeente for each in sets if each not in concerned]
        looked = [each.gemeente for each in concerned]
        told = since.compared(looked, left, _trial_paths(), trials.ran, trials.idle)
        checked = checked._replace(since=told)
    unread = any(each.unread for each in sets)
    code = _WRONG_INPUT if unread else _GOOD if in_order else _FINDINGS
    if "--commentaar" in arguments.values:
        path = arguments.values["--commentaar"]
        meaning = since.meaning(arguments.peildatum) if since is not None and readable else []
        rewrite(path, render_comment(checked, meaning).encode(), path)
    terminal.write(_text(checked, arguments.format, code))
    return code


def _trials(regulations: Regulations, arguments: Arguments, since: Since | None) -> _Ran:
    """The trials that lie here, run under the regulations of the folder; none is no mistake."""
    paths = [TrialPath(each, named=False) for each in _trial_paths()]
    load_before(paths, regulations)
    if since is not None:
        since.prepare()

    def work(path: TrialPath) -> tuple[ToldFile, int]:
        file = read_file(path, regulations, arguments)
        wanted = tuple(each for each in file.trials if since is None or since.may_show(each, path.path))
        return (
            told_file(replace(file, trials=wanted), (run_trial(each, regulations) for each in wanted)),
            len(file.trials) - len(wanted),
        )

    ran = tuple(each_of(paths, work))
    files = tuple(told for told, _ in ran if told.trials or told.refusals)
    return _Ran(files, sum(len(told.trials) for told in files), sum(idle for _, idle in ran))


def _trial_paths() -> tuple[str, ...]:
    try:
        return tuple(each.path for each in trial_paths(()))
    except InputError:
        return ()


def _text(checked: CheckUp, form: str, code: int) -> str:
    if form == "json":
        return render_checkup_json(checked, exit_code=code)
    return read_checkup(checked) if form == "schermlezer" else render_checkup(checked, terminal.width())
