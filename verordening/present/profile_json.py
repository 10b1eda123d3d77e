"""Where the time goes, for programs. Times are whole nanoseconds."""

from __future__ import annotations

import json
from typing import Any

from verordening.present.population_profile import PopulationReport
from verordening.present.profile_content import CaseReport

SCHEMA = "verordening/profiel/1"


def render_case_profile_json(report: CaseReport, *, exit_code: int) -> str:
    """The profile of a case as JSON, ending in a newline."""
    profile = report.profile
    return _rendered(
        {
            "schema": SCHEMA,
            "afsluitcode": exit_code,
            "soort": "casus",
            "casus": report.title,
            "gemeente": report.gemeente,
            "peildatum": report.day.isoformat(),
            "herhaald": profile.repeats,
            "met_boom": report.tree,
            "lezen": {"regelingen": report.library, "casus": report.case},
            "beoordelen_zonder_klok": profile.bare,
            "beoordelen_met_klok": profile.measured,
            "eerste_keer_met_klok": profile.first,
            "stappen": [
                {"naam": each.name, "eerste_keer": each.first, "daarna": each.after}
                for each in profile.phases
            ],
            "delen": [
                {
                    "soort": each.mark.kind,
                    "naam": each.mark.name,
                    "bestand": each.mark.place.file,
                    "regelnummer": each.mark.place.line,
                    "keer_uitgerekend": each.times,
                    "zelf": each.own,
                    "met_wat_het_vraagt": each.total,
                }
                for each in profile.parts
            ],
        }
    )


def render_population_profile_json(report: PopulationReport, *, exit_code: int) -> str:
    """The profile of a population as JSON, ending in a newline."""
    profile = report.profile
    return _rendered(
        {
            "schema": SCHEMA,
            "afsluitcode": exit_code,
            "soort": "populatie",
            "populatie": report.name,
            "gemeente": report.corpus.gemeente,
            "peildatum": report.day.isoformat(),
            "kolommen": list(report.beside),
            "rijen": profile.summary.rows,
            "rijen_per_seconde": profile.rows_a_second,
            "stappen": [
                {"naam": each.name, "rekentijd": each.cpu, "klok": each.clock, "per_rij": each.a_row}
                for each in profile.phases
            ],
            "nagerekende_rijen": profile.summary.interpreted,
            "nagerekend": [
                {"besluit": each.decision, "rijen": each.rows, "waarom": dict(each.why)}
                for each in profile.left
            ],
            "bewerkingen": profile.operations,
            "besluiten": [
                {"besluit": each.decision, "bewerkingen": each.needs, "alleen_hiervoor": each.alone}
                for each in profile.costs
            ],
        }
    )


def _rendered(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
