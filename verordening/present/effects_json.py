"""What a change does to a population, as JSON. Small groups are hidden here too (null)."""

from __future__ import annotations

import json
from typing import Any

from verordening.model.formatting import format_value
from verordening.population.effects.hiding import hidden_cells
from verordening.population.effects.tallies import GAINS, LOSES, WAYS, DecisionEffect, Tally
from verordening.present.effects_content import EffectsReport


def render_effects_json(report: EffectsReport, *, exit_code: int) -> str:
    """The whole report, ending in a newline; amounts in cents."""
    effects = report.effects
    plain = {
        "soort": "effecten",
        "versie": 1,
        "oud": report.old_word,
        "nieuw": report.new_word,
        "peildatum_oud": report.old_day.isoformat(),
        "peildatum_nieuw": report.new_day.isoformat(),
        "rijen": effects.rows,
        "tegenstrijdig": effects.skipped,
        "onbekende_gegevens": list(report.missing),
        "besluiten": [_decision(each, report) for each in effects.decisions],
        "afsluitcode": exit_code,
    }
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _decision(each: DecisionEffect, report: EffectsReport) -> dict[str, Any]:
    return {
        "naam": each.name,
        "in_euros": each.in_euros,
        "per_maand": each.monthly,
        "alle": _rows([("", each.whole)])[0],
        "groepen": {
            fact: [{"groep": label, **row} for (label, _), row in zip(groups, _rows(groups), strict=True)]
            for fact, groups in each.by.items()
        },
        "grootste_verliezers": None if report.losing is None else _losing(each, report),
    }


def _losing(each: DecisionEffect, report: EffectsReport) -> list[dict[str, Any]]:
    """Those that lose most, of a file that was made up."""
    types = {name: declared.type for name, declared in (report.old.inputs | report.new.inputs).items()}
    cases = (report.losing or {}).get(each.name, ())
    return [
        {
            "rij": case.row,
            "eraf_cent": case.cents,
            "gegevens": {name: format_value(value, types[name]) for name, value in case.facts.items()},
        }
        for case in cases
    ]


def _rows(groups: list[tuple[str, Tally]] | tuple[tuple[str, Tally], ...]) -> list[dict[str, Any]]:
    hidden = hidden_cells([tally.counts for _, tally in groups])
    rows: list[dict[str, Any]] = []
    for place, (_, tally) in enumerate(groups):
        counts = {way: None if (place, at) in hidden else tally.counts[at] for at, way in enumerate(WAYS)}
        rows.append(
            {
                **counts,
                "erbij_cent": None if counts[GAINS] is None else tally.gained,
                "eraf_cent": None if counts[LOSES] is None else tally.lost,
            }
        )
    return rows
