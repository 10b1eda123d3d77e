"""Trials as JSON (`verordening/proeven/1`)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Final

from verordening.analyse.trials.running import Tried, Verdict
from verordening.language.diagnostics import Diagnostic
from verordening.present.diagnostics_json import diagnostics_json
from verordening.present.trials_content import TriedFile, misses

SCHEMA: Final = "verordening/proeven/1"

Json = dict[str, object]


def render_trials_json(files: Sequence[TriedFile], refusals: Sequence[Diagnostic], *, exit_code: int) -> str:
    """The JSON text, ending in a newline: every trial with its verdict, and what was not as expected."""
    counts = Counter(tried.verdict for each in files for tried in each.tried)
    answer = {
        "schema": SCHEMA,
        "aantal": {verdict.value: counts[verdict] for verdict in Verdict},
        "bestanden": [
            {
                "bestand": each.file.path,
                "titel": each.file.title or None,
                "proeven": [_trial(tried) for tried in each.tried],
            }
            for each in files
            if each.tried
        ],
        "meldingen": diagnostics_json(refusals, exit_code=exit_code)["meldingen"],
        "afsluitcode": exit_code,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _trial(tried: Tried) -> Json:
    return {
        "naam": tried.trial.name,
        "regel": tried.trial.span.line,
        "was": tried.verdict.value,
        "verschillen": [
            {
                "wat": each.label,
                "verwacht": each.expected,
                "gekregen": each.found,
                "volgens": each.by or None,
            }
            for each in misses(tried)
        ],
    }
