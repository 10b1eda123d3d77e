"""Trials as JSON (`verordening/proeven/1`)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Final

from verordening.analyse.trials.running import Verdict
from verordening.language.diagnostics import Diagnostic
from verordening.present.diagnostics_json import diagnostics_json
from verordening.present.trials_content import Told, ToldFile

SCHEMA: Final = "verordening/proeven/1"

Json = dict[str, object]


def render_trials_json(files: Sequence[ToldFile], refusals: Sequence[Diagnostic], *, exit_code: int) -> str:
    """The JSON text, ending in a newline."""
    return json.dumps(trials_json(files, refusals, exit_code=exit_code), ensure_ascii=False, indent=2) + "\n"


def trials_json(files: Sequence[ToldFile], refusals: Sequence[Diagnostic], *, exit_code: int) -> Json:
    """Every trial with its verdict, and what was not as expected, as plain data."""
    counts = Counter(trial.verdict for each in files for trial in each.trials)
    return {
        "schema": SCHEMA,
        "aantal": {verdict.value: counts[verdict] for verdict in Verdict},
        "bestanden": [
            {
                "bestand": each.path,
                "titel": each.title or None,
                "proeven": [_trial(trial) for trial in each.trials],
            }
            for each in files
            if each.trials
        ],
        "meldingen": diagnostics_json(refusals, exit_code=exit_code)["meldingen"],
        "afsluitcode": exit_code,
    }


def _trial(told: Told) -> Json:
    return {
        "naam": told.name,
        "regel": told.line,
        "was": told.verdict.value,
        "verschillen": [
            {
                "wat": each.label,
                "verwacht": each.expected,
                "gekregen": each.found,
                "volgens": each.by or None,
            }
            for each in told.misses
        ],
    }
