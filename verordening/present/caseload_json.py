"""What came of a whole population, for programs."""

from __future__ import annotations

import json

from verordening.population.outcomes import FLOORS, STATUSES
from verordening.present.caseload_content import CaseloadReport

SCHEMA = "verordening/doorreken/1"


def render_caseload_json(report: CaseloadReport, *, exit_code: int) -> str:
    """The report as JSON, ending in a newline."""
    summary = report.summary
    found = {
        "schema": SCHEMA,
        "afsluitcode": exit_code,
        "populatie": report.name,
        "uitkomst": report.output,
        "gemeente": report.gemeente,
        "peildatum": report.day.isoformat(),
        "rijen": summary.rows,
        "tegenstrijdig": summary.contradicted,
        "eerste_tegenstrijdige_rijen": list(summary.first),
        "nagerekend": summary.interpreted,
        "besluiten": {
            name: dict(zip(STATUSES, summary.statuses.get(name, (0,) * len(STATUSES)), strict=True))
            for name in report.decisions
        },
        "ondergrenzen": {
            name: dict(zip(FLOORS, counts, strict=True)) for name, counts in summary.floors.items()
        },
        "ontbrekende_kolommen": list(report.missing),
        "seconden": round(report.seconds, 3),
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
