"""The nearest changes as JSON, under `wat_als`: exact values and ids, Dutch keys."""

from __future__ import annotations

from verordening.evaluate.outcome import DecisionOutcome, Shown
from verordening.evaluate.what_if import Altered, Change, Effect, WhatIf
from verordening.model.formatting import machine_value
from verordening.present.what_if_content import change_sentence

Json = dict[str, object]


def what_if_json(what_if: WhatIf) -> Json:
    """The changes of facts and those of oordelen, and how far was looked."""
    return {
        "gegevens": [_change(each) for each in what_if.facts],
        "oordelen": [_change(each) for each in what_if.judgements],
        "weggelaten": what_if.left_out,
        "wacht_op_gegevens": list(what_if.waiting),
        "loopt_mee_met": list(what_if.moving),
        "twee_tegelijk": what_if.pairs,
        "berekeningen": what_if.evaluations,
        "verder_niet_gezocht": what_if.cut,
    }


def _change(change: Change) -> Json:
    return {
        "tekst": change_sentence(change),
        "als": [_altered(each) for each in change.altered],
        "dan": [_effect(each) for each in change.effects],
    }


def _altered(each: Altered) -> Json:
    return {
        "gegeven": each.spot.name,
        "gedraging": each.spot.act or None,
        "onderdeel": each.spot.position + 1 if each.spot.field else None,
        "veld": each.spot.field or None,
        "nu": _value(each.before, each),
        "wordt": [_value(one, each) for one in each.after],
        "tot_en_met": _value(each.until, each),
        "en_verder": each.to_the_end,
    }


def _value(shown: Shown | None, altered: Altered) -> str | None:
    return None if shown is None else machine_value(shown.value, altered.type)


def _effect(each: Effect) -> Json:
    return {
        "besluit": each.before.name,
        "gedraging": each.act or None,
        "soort": each.sort.value,
        "status": each.after.status.value,
        "uitkomst": _outcome(each.after),
        "ontbreekt": list(each.after.missing),
        "wegen": [route.cited.id for route in each.opened],
    }


def _outcome(decision: DecisionOutcome) -> str | None:
    return None if decision.shown is None else machine_value(decision.shown.value, decision.type)
