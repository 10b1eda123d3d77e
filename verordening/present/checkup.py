"""What `controleer` found, on one screen and as one comment on a change."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from verordening.analyse.trials.running import Verdict
from verordening.language.diagnostics import Diagnostic, Severity, printable
from verordening.present.diagnostics_json import diagnostics_json
from verordening.present.diagnostics_text import read_diagnostics, render_diagnostics
from verordening.present.since import Compared, since_json, told_since
from verordening.present.trials_content import ToldFile, tally
from verordening.present.trials_json import trials_json
from verordening.present.trials_text import read_trials, render_trials
from verordening.present.wrapping import wrap

SCHEMA: Final = "verordening/controleer/1"
MOST_LINES: Final = 50
"""A comment with more findings than this names the number of the rest: nobody reads on."""

_SIGNS: Final = {Severity.FOUT: "❌", Severity.WAARSCHUWING: "⚠️", Severity.ADVIES: "💡"}


class CheckUp(NamedTuple):
    """Everything that was found: messages on the regulations, files that are not laid out, and the trials.

    `in_order`: nothing stands in the way of adopting the regulations. `since`: only what changed was looked at.
    """

    found: Sequence[Diagnostic]
    unlaid: Sequence[str]
    trials: Sequence[ToldFile]
    in_order: bool
    since: Compared | None = None

    @property
    def verdict(self) -> str:
        """The answer in a sentence."""
        return "In orde: er is niets gevonden dat in de weg staat." if self.in_order else "Nog niet in orde."


def render_checkup(each: CheckUp, width: int = 80) -> str:
    """For a terminal: the answer first, then what it rests on."""
    parts = [each.verdict]
    parts += ["\n".join(line for told in _since(each) for line in wrap(told, width))] if each.since else []
    parts += [render_diagnostics(each.found, width).rstrip("\n")] if each.found else []
    parts += ["\n".join(_layout(each))] if each.unlaid else []
    parts += [render_trials(each.trials, width).rstrip("\n")] if each.trials else _without_trials(each)
    return "\n\n".join(parts) + "\n"


def read_checkup(each: CheckUp) -> str:
    """For a screen reader: one statement a line."""
    lines = [each.verdict, *_since(each), *_layout(each)]
    trials = (
        read_trials(each.trials) if each.trials else "".join(f"{line}\n" for line in _without_trials(each))
    )
    return "".join(f"{line}\n" for line in lines) + read_diagnostics(each.found) + trials


def render_comment(each: CheckUp, meaning: Sequence[str] = ()) -> str:
    """One comment on a change, in Markdown, for who reviews it; `meaning` are the lines on what changes for people."""
    lines = ["## Controle van de regelingen", "", f"**{each.verdict}**", "", *meaning]
    if each.found:
        lines += ["### Wat opviel", ""]
        lines += [line for one in each.found[:MOST_LINES] for line in _finding(one)]
        rest = len(each.found) - MOST_LINES
        lines += [f"- … en nog {rest}: kijk met `verordening lint`"] if rest > 0 else []
        lines.append("")
    if each.unlaid:
        lines += ["### Opmaak", "", *(f"- {line}" for line in _layout(each)), ""]
    told = [tally(each.trials)] if each.trials else _without_trials(each)
    lines += ["### Proeven", "", *told] if told else []
    lines += [f"- `{place}`: {name}" for place, name in list(_failed(each))[:MOST_LINES]]
    lines += ["", "### Wat is bekeken", "", *(f"- {line}" for line in _since(each))] if each.since else []
    return "\n".join(lines) + "\n"


def render_checkup_json(each: CheckUp, *, exit_code: int) -> str:
    """The same as data."""
    answer = {
        "schema": SCHEMA,
        "in_orde": each.in_order,
        "meldingen": diagnostics_json(each.found, exit_code=exit_code)["meldingen"],
        "niet_opgemaakt": list(each.unlaid),
        "proeven": trials_json(each.trials, (), exit_code=exit_code),
        "sinds": since_json(each.since) if each.since is not None else None,
        "afsluitcode": exit_code,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


_NO_TRIALS: Final = "Er zijn geen proeven: schrijf er met `verordening beproef --maak-randgevallen`."


def _without_trials(each: CheckUp) -> list[str]:
    """What is said where no trial was run; nothing where they were left for a reason that is told elsewhere."""
    return [] if each.since is not None and each.since.idle else [_NO_TRIALS]


def _since(each: CheckUp) -> Iterator[str]:
    if each.since is not None:
        yield from told_since(each.since)


def _layout(each: CheckUp) -> Iterator[str]:
    yield from (f"Nog niet opgemaakt: {path}. Doe dat met: verordening opmaak {path}" for path in each.unlaid)


def _finding(found: Diagnostic) -> Iterator[str]:
    where = f"`{printable(found.span.file)}` regel {found.span.line}: " if found.span else ""
    remedy = f" *{printable(found.help)}.*" if found.help else ""
    yield f"- {_SIGNS[found.severity]} {where}{printable(found.message)} ({found.code}).{remedy}"
    yield from (f"  - {word}: {printable(text)}" for word, text in found.notes)


def _failed(each: CheckUp) -> Iterator[tuple[str, str]]:
    for file in each.trials:
        for told in file.trials:
            if told.verdict is not Verdict.GOED:
                yield file.place(told), printable(told.name)
