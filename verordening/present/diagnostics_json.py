"""Messages about a text as JSON (`verordening/meldingen/1`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from verordening.language.codes import CODES
from verordening.language.diagnostics import Diagnostic, Severity
from verordening.language.source import Span

SCHEMA: Final = "verordening/meldingen/1"

Json = dict[str, object]


def render_diagnostics_json(diagnostics: Sequence[Diagnostic], *, exit_code: int) -> str:
    """The JSON text, in UTF-8 letters, ending in a newline. `exit_code` is what the command ends with."""
    return json.dumps(diagnostics_json(diagnostics, exit_code=exit_code), ensure_ascii=False, indent=2) + "\n"


def diagnostics_json(diagnostics: Sequence[Diagnostic], *, exit_code: int) -> Json:
    """The messages as plain data, with their number per severity."""
    return {
        "schema": SCHEMA,
        "aantal": {
            severity.value: sum(each.severity is severity for each in diagnostics) for severity in Severity
        },
        "meldingen": [_message(each) for each in diagnostics],
        "afsluitcode": exit_code,
    }


def _message(each: Diagnostic) -> Json:
    return {
        "code": each.code,
        "titel": CODES.get(each.code),
        "ernst": each.severity.value,
        "melding": each.message,
        "plaats": _place(each.span) if each.span is not None else None,
        "label": each.label or None,
        "hulp": each.help or None,
        "zie_ook": [{"plaats": _place(one.span), "label": one.label or None} for one in each.related],
        "toelichting": [{"wat": word, "tekst": text} for word, text in each.notes],
        "fragment": [{"regel": number, "tekst": text} for number, text in each.excerpt],
    }


def _place(span: Span) -> Json:
    """Lines and columns count from 1; the end is exclusive."""
    return {
        "bestand": span.file,
        "regel": span.line,
        "kolom": span.column,
        "eindregel": span.end_line,
        "eindkolom": span.end_column,
    }
