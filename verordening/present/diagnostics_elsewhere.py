"""Messages in the forms that other programs read: one a line, SARIF, JUnit, and those of GitHub and GitLab."""

from __future__ import annotations

from collections.abc import Sequence

from verordening.language.diagnostics import Diagnostic
from verordening.present.diagnostics_forges import render_github, render_gitlab
from verordening.present.diagnostics_junit import render_junit
from verordening.present.diagnostics_sarif import render_sarif
from verordening.present.diagnostics_short import render_short


def render(found: Sequence[Diagnostic], form: str, files: Sequence[str]) -> str:
    """The messages in one of these forms; `files` are all that were looked at, those without a message too."""
    if form == "kort":
        return render_short(found)
    if form == "sarif":
        return render_sarif(found)
    if form == "junit":
        return render_junit(found, files)
    return render_github(found) if form == "github" else render_gitlab(found)
