"""What is wrong with the input, in the form that was asked for: text on stderr, JSON on stdout."""

from __future__ import annotations

from collections.abc import Sequence

from verordening.cli import terminal
from verordening.language.diagnostics import Diagnostic


def show_diagnostics(diagnostics: Sequence[Diagnostic], form: str, *, exit_code: int) -> None:
    """Print the messages, each once; `exit_code` is what the command ends with."""
    diagnostics = tuple(dict.fromkeys(diagnostics))
    if form == "json":
        from verordening.present.diagnostics_json import render_diagnostics_json

        terminal.write(render_diagnostics_json(diagnostics, exit_code=exit_code))
        return
    from verordening.present.diagnostics_text import read_diagnostics, render_diagnostics

    if form == "schermlezer":
        terminal.write_error(read_diagnostics(diagnostics))
    else:
        terminal.write_error(render_diagnostics(diagnostics, terminal.width()))
