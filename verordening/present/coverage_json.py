"""Coverage as JSON (`verordening/dekking/1`)."""

from __future__ import annotations

import json
from typing import Final

from verordening.present.coverage_content import CoverageReport

SCHEMA: Final = "verordening/dekking/1"


def render_coverage_json(report: CoverageReport, *, exit_code: int) -> str:
    """The JSON text, ending in a newline: the figures per file, and every spot with its ways."""
    covered, of = report.total
    answer = {
        "schema": SCHEMA,
        "proeven": report.trials,
        "gedekt": covered,
        "wegen": of,
        "bestanden": {file: {"gedekt": some, "wegen": all_} for file, some, all_ in report.files},
        "plaatsen": [
            {
                "bestand": item.head.file,
                "regel": item.head.line,
                "in": item.head.of.value,
                "plaats": item.head.name,
                "wegen": dict(item.spots[0].ways) if item.spots[0].spot.number == 0 else {},
                "voorwaarden": [
                    {"tekst": each.spot.words, "wegen": dict(each.ways)}
                    for each in item.spots
                    if each.spot.number
                ],
            }
            for item in report.items
        ],
        "afsluitcode": exit_code,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
