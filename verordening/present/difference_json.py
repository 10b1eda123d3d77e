"""What differs, as data."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from verordening.analyse.difference.found import DecisionDifference, Group, Meeting, RoomChange, Turn, Witness
from verordening.evaluate.outcome import DecisionOutcome, Outcome
from verordening.model.formatting import machine_value
from verordening.present.difference_content import Compared
from verordening.present.difference_words import most_words, outcome_words

SCHEMA: Final = "verordening/vergelijking/1"


def render_differences_json(compared: Sequence[Compared], *, exit_code: int) -> str:
    """All that was found, each municipality by itself."""
    answer = {
        "schema": SCHEMA,
        "vergelijkingen": [_compared(each) for each in compared],
        "afsluitcode": exit_code,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _compared(each: Compared) -> dict[str, Any]:
    found = each.difference
    return {
        "oud": {"genoemd": each.old_word, "gemeente": each.old.gemeente or None},
        "nieuw": {"genoemd": each.new_word, "gemeente": each.new.gemeente or None},
        "peildata": [day.isoformat() for day in found.days],
        "gelijkwaardig": found.is_equivalent,
        "bewezen": found.is_proven,
        "besluiten": [_decision(one) for one in found.decisions],
        "ruimte": [_room(one) for one in found.room],
        "verder": [{"wat": one.what, "waar": one.text} for one in found.asides],
        "betekent": [_turn(one) for one in found.turns],
        "samenloop": [_meeting(one) for one in found.meetings],
        "alleen_oud": list(found.only_old),
        "alleen_nieuw": list(found.only_new),
        "besluiten_in_beide": found.shared,
    }


def _decision(found: DecisionDifference) -> dict[str, Any]:
    return {
        "besluit": found.decision.name,
        "peildatum": found.day.isoformat(),
        "gunstig": found.decision.favourable or None,
        "volledig": found.complete and not found.doubts,
        "bekeken": found.tried,
        "groepen": [_group(each, found) for each in found.groups],
        "twijfel": [
            {"oud": [x.id for x in each.old], "nieuw": [x.id for x in each.new]} for each in found.doubts
        ],
    }


def _group(group: Group, found: DecisionDifference) -> dict[str, Any]:
    most = None if group.most is None else machine_value(group.most, found.decision.type)
    return {
        "richting": group.direction.value,
        "oud": {
            "regels": [each.id for each in group.old],
            **_outcome(group.witness.old, found.decision.name),
        },
        "nieuw": {
            "regels": [each.id for each in group.new],
            **_outcome(group.witness.new, found.decision.name),
        },
        "verschil": most,
        "verschil_tekst": most_words(group, found) or None,
        "hoogste": group.exact,
        "voorbeeld": _witness(group.witness),
    }


def _outcome(outcome: Outcome, decision: str) -> dict[str, Any]:
    each: DecisionOutcome = outcome.decision(decision)
    return {
        "status": each.status.value,
        "uitkomst": None if each.shown is None else machine_value(each.shown.value, each.type),
        "tekst": outcome_words(each),
        "bedrag": None if each.amount is None else each.amount.text,
    }


def _witness(witness: Witness) -> dict[str, Any]:
    return {
        "wat_telt": list(witness.essential),
        "verder": list(witness.others),
        "gegevens": witness.given,
        "alleen_oud": list(witness.only_old),
        "alleen_nieuw": list(witness.only_new),
        "nagerekend": witness.agrees,
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "wat": turn.what,
        "waar": turn.text,
        "geldt": None if turn.way is None else turn.way.value,
        "bij": list(turn.facts),
        "waarom_niet_bewezen": turn.why or None,
        "peildatum": turn.day.isoformat(),
    }


def _meeting(each: Meeting) -> dict[str, Any]:
    return {
        "bij": each.what,
        "besluit": each.decision.name,
        "oud": each.before,
        "nieuw": each.after,
        "richting": None if each.direction is None else each.direction.value,
        "maand": list(each.months),
        "verschil": None if each.most is None else machine_value(each.most, each.decision.type),
        "hoogste": each.exact,
        "gegevens": list(each.facts),
        "gedragingen": [list(act) for act in each.acts],
        "waarom_niet_bewezen": each.why or None,
        "peildatum": each.day.isoformat(),
    }


def _room(change: RoomChange) -> dict[str, Any]:
    return {
        "wat": change.way.value,
        "regel": change.cited.id,
        "besluiten": list(change.decisions),
        "bij": list(change.facts),
        "peildatum": change.day.isoformat(),
    }
