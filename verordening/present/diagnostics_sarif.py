"""Messages as SARIF 2.1.0, which code scanning reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from verordening import __version__
from verordening.language.diagnostics import Diagnostic, Edit, Related, Severity
from verordening.language.source import Span
from verordening.present.diagnostics_whole import whole_text

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.FOUT: "error", Severity.WAARSCHUWING: "warning", Severity.ADVIES: "note"}

Json = dict[str, object]


def render_sarif(found: Sequence[Diagnostic]) -> str:
    """One run with a rule for each code that was found."""
    codes = sorted({each.code for each in found})
    run: Json = {
        "tool": {
            "driver": {
                "name": "verordening",
                "version": __version__,
                "language": "nl",
                "rules": [_rule(code, found) for code in codes],
            }
        },
        "language": "nl",
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes) for each in found],
    }
    log: Json = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, found: Sequence[Diagnostic]) -> Json:
    first = next(each for each in found if each.code == code)
    return {
        "id": code,
        "help": {"text": f"verordening uitleg {code}"},
        "defaultConfiguration": {"level": _LEVELS[first.severity]},
    }


def _result(each: Diagnostic, codes: list[str]) -> Json:
    result: Json = {
        "ruleId": each.code,
        "ruleIndex": codes.index(each.code),
        "level": _LEVELS[each.severity],
        "message": {"text": whole_text(each, places=False)},
    }
    if each.span is not None:
        result["locations"] = [_location(each.span)]
    if each.related:
        result["relatedLocations"] = [_related(one) for one in each.related]
    if each.edits:
        result["fixes"] = [_fix(each)]
    return result


def _related(one: Related) -> Json:
    return _location(one.span) | {"message": {"text": one.label}}


def _fix(each: Diagnostic) -> Json:
    files = dict.fromkeys(edit.span.file for edit in each.edits)
    return {
        "description": {"text": each.help or each.message},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": quote(file)},
                "replacements": [_replacement(edit) for edit in each.edits if edit.span.file == file],
            }
            for file in files
        ],
    }


def _replacement(edit: Edit) -> Json:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}


def _location(span: Span) -> Json:
    return {
        "physicalLocation": {"artifactLocation": {"uri": quote(span.file)}, "region": _region(span)},
    }


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
