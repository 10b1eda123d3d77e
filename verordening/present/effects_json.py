"""What a change does to a population, as JSON. Small groups are hidden here too (null)."""

from __future__ import annotations

import json
from typing import Any

from verordening.model.formatting import format_value
from verordening.population.effects.showing import ShownEffect, ShownRow, SizeClass
from verordening.present.effects_words import EffectsReport


def render_effects_json(report: EffectsReport, *, exit_code: int) -> str:
    """The whole report, ending in a newline; amounts in cents."""
    plain = {
        "soort": "effecten",
        "versie": 1,
        "oud": report.old_word,
        "nieuw": report.new_word,
        "peildatum_oud": report.old_day.isoformat(),
        "peildatum_nieuw": report.new_day.isoformat(),
        "rijen": report.rows,
        "tegenstrijdig": report.skipped,
        "onbekende_gegevens": list(report.missing),
        "besluiten": [_decision(each, report) for each in report.decisions],
        "afsluitcode": exit_code,
    }
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _decision(each: ShownEffect, report: EffectsReport) -> dict[str, Any]:
    return {
        "naam": each.name,
        "in_euros": each.in_euros,
        "per_maand": each.monthly,
        "alle": _row(each.whole),
        "groepen": {
            fact: [{"groep": row.label, **_joined(row), **_row(row)} for row in rows]
            for fact, rows in each.by.items()
        },
        "naar_bedrag": list(map(_size, each.sizes)),
        "grootste_verliezers": None if report.losing is None else _losing(each, report),
    }


def _joined(row: ShownRow) -> dict[str, Any]:
    return {"samengevoegd": list(row.joined)} if row.joined else {}


def _row(row: ShownRow) -> dict[str, Any]:
    return {**row.counts, "erbij_cent": row.gained, "eraf_cent": row.lost}


def _size(size: SizeClass) -> dict[str, Any]:
    return {"kant": size.way, "vanaf_cent": size.least, "onder_cent": size.below, "aantal": size.count}


def _losing(each: ShownEffect, report: EffectsReport) -> list[dict[str, Any]]:
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
