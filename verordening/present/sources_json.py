"""The overview of `bronnen` as JSON (`verordening/bronnen/1`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Final

from verordening.model.rules import Checked, Provenance
from verordening.model.sources import PlaceSource, RegulationSource

SCHEMA: Final = "verordening/bronnen/1"

Json = dict[str, object]


def render_sources_json(found: Sequence[RegulationSource]) -> str:
    """The JSON text, ending in a newline."""
    content = {"schema": SCHEMA, "regelingen": [_regulation(each) for each in found]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _regulation(each: RegulationSource) -> Json:
    regulation = each.regulation
    return {
        "regeling": regulation.id,
        "titel": regulation.title,
        "soort": regulation.kind,
        "gemeente": regulation.gemeente or None,
        "bron": regulation.source or None,
        "adres": each.address or None,
        **_grade(regulation.provenance, regulation.checked),
        "niet_opgenomen": [{"plaats": place, "reden": why or None} for place, why in regulation.omitted],
        "volledig_krachtens": _claim(regulation.complete),
        "geen_regeling_krachtens": _claim(regulation.absent),
        "plaatsen": [_place(place) for place in each.places],
    }


def _claim(claim: Sequence[tuple[str, date | None]]) -> list[Json]:
    """The grounds; without `vanaf` it is said since the regulation holds."""
    return [
        {"grondslag": ground, "vanaf": since.isoformat() if since is not None else None}
        for ground, since in claim
    ]


def _grade(provenance: Provenance, checked: Checked | None) -> Json:
    return {
        "herkomst": provenance.grade.name.lower(),
        "toelichting": provenance.note or None,
        "herkomst_sinds": provenance.since.isoformat() if provenance.since is not None else None,
        "daarvoor": _earlier(provenance.earlier),
        "nagelezen_op": checked.day.isoformat() if checked is not None else None,
        "nagelezen_tekst": (checked.of or None) if checked is not None else None,
    }


def _earlier(provenance: Provenance | None) -> Json | None:
    if provenance is None:
        return None
    return {"herkomst": provenance.grade.name.lower(), "toelichting": provenance.note or None}


def _place(place: PlaceSource) -> Json:
    start, end = place.validity.start, place.validity.end
    return {
        "plaats": place.path,
        "titel": place.title or None,
        "adres": place.address or None,
        **_grade(place.provenance, place.checked),
        "van": start.isoformat() if start is not None else None,
        "tot": end.isoformat() if end is not None else None,
        "regels": place.rules,
        "getallen": list(place.figures),
        "dode_verwijzingen": [{"naar": reference, "reden": why} for reference, why in place.dead],
    }
