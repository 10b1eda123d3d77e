"""Messages as comments on a change: the commands that GitHub reads from a log, and the report that GitLab shows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from verordening.language.diagnostics import Diagnostic, Severity
from verordening.present.diagnostics_whole import whole_text

_GITHUB: Final = {Severity.FOUT: "error", Severity.WAARSCHUWING: "warning", Severity.ADVIES: "notice"}
_GITLAB: Final = {Severity.FOUT: "critical", Severity.WAARSCHUWING: "major", Severity.ADVIES: "info"}


def render_github(found: Sequence[Diagnostic]) -> str:
    """Workflow commands, one a line: GitHub shows each at its line of the change."""
    return "".join(_command(each) for each in found)


def render_gitlab(found: Sequence[Diagnostic]) -> str:
    """A Code Quality report: GitLab shows it beside the change."""
    report = [
        {
            "description": whole_text(each),
            "check_name": each.code,
            "fingerprint": _fingerprint(each),
            "severity": _GITLAB[each.severity],
            "location": {
                "path": each.span.file if each.span else "",
                "lines": {"begin": each.span.line if each.span else 1},
            },
        }
        for each in found
    ]
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _command(each: Diagnostic) -> str:
    values = {"title": each.code}
    if each.span is not None:
        span = each.span
        values = {
            "file": span.file,
            "line": str(span.line),
            "col": str(span.column),
            "endLine": str(span.end_line),
            "endColumn": str(span.end_column),
        } | values
    settings = ",".join(f"{key}={_escaped(value, values=True)}" for key, value in values.items())
    return f"::{_GITHUB[each.severity]} {settings}::{_escaped(whole_text(each))}\n"


def _escaped(text: str, *, values: bool = False) -> str:
    """Text in which GitHub sees no end of the command."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if values else text


def _fingerprint(each: Diagnostic) -> str:
    """The same for the same message on the same words, wherever the line moves."""
    line = next((text for number, text in each.excerpt if each.span and number == each.span.line), "")
    parts = (each.code, each.span.file if each.span else "", each.message, line.strip())
    return sha256("\n".join(parts).encode()).hexdigest()
