"""Mutants as JSON (`verordening/mutaties/1`)."""

from __future__ import annotations

import json
from typing import Final

from verordening.analyse.mutation.trying import Fate
from verordening.present.mutations_content import FileFigures, MutationReport

SCHEMA: Final = "verordening/mutaties/1"

Json = dict[str, object]


def render_mutations_json(report: MutationReport, *, exit_code: int) -> str:
    """The JSON text, ending in a newline: the figures, and each change that went unnoticed."""
    answer = {
        "schema": SCHEMA,
        "totaal": _figures(report.total),
        "bestanden": {each.file: _figures(each) for each in report.files},
        "aantal": {fate.value.replace(" ", "_"): report.by_fate.get(fate, 0) for fate in Fate},
        "aanvaard": report.accepted,
        "nog_niet_beproefd": report.left,
        "onopgemerkt": [
            {
                "bestand": each.key.file,
                "regel": each.line,
                "in": each.key.what.value,
                "plaats": each.key.name,
                "soort": each.key.sort,
                "wijziging": each.key.words,
                "kenmerk": each.mark,
                "bekeken": each.seen,
                "proeven": each.tried,
            }
            for each in report.unnoticed
        ],
        "vastgelopen": [
            {
                "bestand": each.key.file,
                "regel": each.line,
                "in": each.key.what.value,
                "plaats": each.key.name,
                "wijziging": each.key.words,
                "proef": each.trial,
                "fout": each.error,
            }
            for each in report.crashed
        ],
        "verouderd": [f"{each.span}" for each in report.stale],
        "proeven_niet_goed": list(report.unfit),
        "afsluitcode": exit_code,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _figures(figures: FileFigures) -> Json:
    return {"opgemerkt": figures.noticed, "telt": figures.counted, "deel": figures.percentage or None}
