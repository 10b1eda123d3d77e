"""The outcome as JSON (`verordening/uitkomst/1`): the content of the text, exact values, full ids, Dutch keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from verordening.evaluate.month_outcomes import Month
from verordening.evaluate.outcome import (
    ActOutcome,
    AmountOf,
    Candidate,
    ChoiceOutcome,
    Cited,
    DecisionOutcome,
    FloorOutcome,
    Outcome,
    Question,
    Range,
    Remark,
    Route,
    Shown,
    TreeNode,
)
from verordening.model.formatting import machine_value
from verordening.model.types import Below, Kind, Type, Value
from verordening.present.guidance_json import weighing_json
from verordening.records import field_names, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from verordening.evaluate.what_if import WhatIf

SCHEMA = "verordening/uitkomst/1"

_SHARE = Type(Kind.PERCENTAGE)
_MONEY = Type(Kind.AMOUNT)

Json = dict[str, object]


def render_outcome_json(
    outcome: Outcome, *, exit_code: int, tree: bool = False, what_if: WhatIf | None = None
) -> str:
    """The JSON text, in UTF-8 letters, ending in a newline. `exit_code` is what the command ends with."""
    data = outcome_json(outcome, exit_code=exit_code, tree=tree)
    if what_if is not None:
        from verordening.present.what_if_json import what_if_json

        data["wat_als"] = what_if_json(what_if)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def outcome_json(outcome: Outcome, *, exit_code: int, tree: bool = False) -> Json:
    """The outcome as plain data, keys in a fixed order. `boom` is null unless `tree`."""
    types = {each.name: each.type for each in outcome.decisions}
    return {
        "schema": SCHEMA,
        "casus": outcome.case,
        "gemeente": outcome.gemeente,
        "gemeentenaam": outcome.gemeente_name,
        "peildatum": outcome.peildatum.isoformat(),
        "gevraagd": list(outcome.asked),
        "zelf_bepaald": outcome.default_scope,
        "niet_bekeken": list(outcome.others),
        "besluiten": {each.name: _decision(each, types[each.name]) for each in outcome.decisions},
        "ruimte": [_route(each, types[each.decision]) for each in outcome.routes],
        "ondergrenzen": [_floor(each, types[each.decision]) for each in outcome.floors],
        "keuze": _choice(outcome.choice, types) if outcome.choice is not None else None,
        "vragen": [each.name for each in outcome.questions],
        "vraagteksten": [question_json(each) for each in outcome.questions],
        "vragen_ruimte": [question_json(each) for each in outcome.route_questions],
        "plichten": [_remark(each) for each in outcome.duties],
        "opmerkingen": list(outcome.notes),
        "ingang": _day(outcome.calendar.start),
        "einde": _day(outcome.calendar.end),
        "ingang_volgens": _id(outcome.calendar.by),
        "maandbeeld": [_month(each) for each in outcome.calendar.months],
        "heroverwegen_voor": _day(outcome.calendar.review),
        "maandbeeld_opmerkingen": list(outcome.calendar.notes),
        "gedragingen": [_act(each, exit_code, tree) for each in outcome.acts],
        "afsluitcode": exit_code,
        "labels": dict(outcome.labels),
        "bronnen": {each.id: _source(each) for each in dict.fromkeys(_cited_in(replace(outcome, tree=None)))},
        "boom": _node(outcome.tree.words()) if tree and outcome.tree is not None else None,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _month(each: Month) -> Json:
    return {
        "maand": each.first_day.isoformat()[:7],
        "percentage": machine_value(each.share, _SHARE),
        "bedrag": None if each.cents is None else machine_value(each.cents, _MONEY),
        "tekst": each.text,
        "afgekapt": each.cut or None,
        "delen": [
            {
                "besluit": one.decision,
                "gedraging": one.act or None,
                "percentage": machine_value(one.share, _SHARE),
                "bedrag": None if one.cents is None else machine_value(one.cents, _MONEY),
            }
            for one in each.parts
        ],
    }


def _act(each: ActOutcome, exit_code: int, tree: bool) -> Json:
    """One act; its outcome has the shape of the whole."""
    return {
        "nummer": each.number,
        "gedraging": each.label,
        "andere_verplichtingen": [{"verplichting": name, "uitkomst": text} for name, text in each.others],
        "volgens": _id(each.because),
        "uitkomst": outcome_json(each.outcome, exit_code=exit_code, tree=tree),
    }


def _decision(each: DecisionOutcome, type_: Type) -> Json:
    return {
        "status": each.status.value,
        "label": each.label,
        "zin": each.sentence,
        "uitkomst": _value(each.shown, type_),
        "tekst": each.shown.text if each.shown is not None else None,
        "type": each.type.kind.value,
        "eenheid": each.type.unit or None,
        "gunstig": each.favourable or None,
        "bereik": each.range.text if each.range is not None else None,
        "grenzen": _range(each.range, type_),
        "bedrag": _amount(each),
        "bedrag_ontbreekt": list(each.amount_missing),
        "tussen": _between(each.between, each.type),
        "bedrag_tussen": _between(each.amount_between, Type(Kind.AMOUNT)),
        "regel": _id(each.cited),
        "versie": (each.cited.version or None) if each.cited is not None else None,
        "overgangsrecht": _id(each.transition),
        "vooruit": each.early or None,
        "reden": each.reason or None,
        "soort": each.kind or None,
        "bron": each.cited.url if each.cited is not None else None,
        "herkomst": each.provenance or None,
        "herkomst_toelichting": list(each.provenance_notes),
        "omdat": list(each.because),
        "op_grond_van": _id(each.under),
        "verdrongen": [_remark(one) for one in each.defeated],
        "niet_van_toepassing": [_remark(one) for one in each.not_applied],
        "bevestigd_door": [one.id for one in each.confirmed_by],
        "kandidaten": [_candidate(one, type_) for one in each.candidates],
        "ontbreekt": list(each.missing),
        "ontbrekende_teksten": list(each.missing_texts),
        "maakt_niet_uit": list(each.idle),
        "aangescherpt": each.sharpened,
        "voor_ondergrens": _shown(each.before_floors, type_),
        "voorbehoud_door": [one.id for one in each.reservations],
        "omstreden": list(each.disputed),
        "onverminderd": [cited.id for cited in each.beside],
        "niet_opgenomen": [f"{title}: {place}" for title, place in each.omitted],
    }


def _route(each: Route, type_: Type) -> Json:
    return {
        "besluit": each.decision,
        "regel": each.cited.id,
        "soort": each.kind,
        "algemeen": each.general,
        "status": each.status.value,
        "reden": each.reason or None,
        "bereik": each.range.text if each.range is not None else None,
        "grenzen": _range(each.range, type_),
        "mandaat": " of ".join(each.mandate) or None,
        "ontbreekt": list(each.hinges),
        "oordeel": each.judgement or None,
        "weeg": list(each.weigh),
        "motiveer": dict(each.motivate),
        "dient": list(each.serves),
        "weging": weighing_json(each.weighing),
        "uitleg": each.explanation or None,
    }


def _floor(each: FloorOutcome, type_: Type) -> Json:
    return {
        "naam": each.name,
        "titel": each.title,
        "groep": each.group,
        "status": each.status.value,
        "werking": "absoluut" if each.absolute else "weging",
        "effect": each.effect.value,
        "besluit": each.decision,
        "voor": _value(each.before, type_),
        "na": _value(each.after, type_),
        "voor_tekst": each.before.text if each.before is not None else None,
        "na_tekst": each.after.text if each.after is not None else None,
        "grondslag": [one.id for one in each.grounds],
        "wijkt": _id(each.overrides),
        "vraag": each.question or None,
        "motiveer": dict(each.motivate),
        "uitleg": each.explanation or None,
        "wie_mag": each.who_may_act or None,
        "feiten": list(each.facts),
        "ontbreekt": list(each.missing),
        "herkomst": each.provenance or None,
        "herkomst_toelichting": each.provenance_note or None,
    }


def _choice(each: ChoiceOutcome, types: dict[str, Type]) -> Json:
    return {
        "status": each.status.value,
        "gebreken": list(each.defects),
        "schrijf": list(each.remedies),
        "besluiten": {name: _shown(shown, types.get(name, _PLAIN)) for name, shown in each.chosen},
        "route": each.route or None,
    }


def question_json(each: Question) -> Json:
    """A question with what to weigh, who must show it and what the answers lead to."""
    return {
        "naam": each.name,
        "vraag": each.text,
        "oordeel": each.judgement,
        "type": each.type_text,
        "keuzes": list(each.options),
        "weeg": list(each.weigh),
        "bewijslast": each.burden.bearer if each.burden is not None else None,
        "bewijslast_grond": each.burden.ground.note if each.burden is not None else None,
        "bewijslast_herkomst": each.burden.ground.grade.name.lower() if each.burden is not None else None,
        "antwoorden": [{"antwoord": given, "leidt_tot": leads_to} for given, leads_to in each.answers],
    }


def _amount(each: DecisionOutcome) -> Json | None:
    amount = each.amount
    if amount is None:
        return None
    return {
        "uitkomst": machine_value(amount.cents, _EUROS),
        "tekst": amount.text,
        "van": machine_value(amount.of_cents, _EUROS),
        "van_tekst": amount.of_text,
        "van_naam": amount.of_name,
        "afronding": amount.rounding or None,
    }


def _source(each: Cited) -> Json:
    return {
        "regeling": each.regulation,
        "regeling_titel": each.regulation_title,
        "plaats": each.path,
        "titel": each.title or None,
        "soort": each.kind,
        "landelijk": each.national,
        "bron": each.url or None,
        "herkomst": each.provenance,
        "herkomst_toelichting": each.provenance_note or None,
    }


def _node(each: TreeNode) -> Json:
    return {
        "tekst": each.text,
        "uitkomst": each.result,
        "plaats": each.place or None,
        "onderdelen": [_node(child) for child in each.children],
    }


def _candidate(each: Candidate, type_: Type) -> Json:
    return {
        "uitkomst": _value(each.shown, type_),
        "tekst": each.text,
        "regel": _id(each.cited),
        "versie": (each.cited.version or None) if each.cited is not None else None,
    }


def _remark(each: Remark) -> Json:
    return {"regel": each.cited.id, "reden": each.reason}


def _range(each: Range | None, type_: Type) -> Json | None:
    if each is None:
        return None
    upto = "tot" if isinstance(each.high, Below) or each.high_open else "tot_en_met"
    return {
        "meer_dan" if each.low_open else "van": _machine(each.low, type_),
        upto: _machine(each.high, type_),
    }


def _between(each: Range | None, type_: Type) -> Json | None:
    return {**(_range(each, type_) or {}), "tekst": each.text} if each is not None else None


def _shown(each: Shown | None, type_: Type) -> Json | None:
    return {"uitkomst": machine_value(each.value, type_), "tekst": each.text} if each is not None else None


def _value(each: Shown | None, type_: Type) -> str | None:
    return machine_value(each.value, type_) if each is not None else None


def _machine(value: Value | None, type_: Type) -> str | None:
    return machine_value(value, type_) if value is not None else None


def _id(each: Cited | None) -> str | None:
    return each.id if each is not None else None


_EUROS = Type(Kind.AMOUNT)
_PLAIN = Type(Kind.NUMBER)


PARTS = (
    AmountOf,
    Candidate,
    ChoiceOutcome,
    DecisionOutcome,
    FloorOutcome,
    Outcome,
    Question,
    Range,
    Remark,
    Route,
    Shown,
)
"""What an outcome is made of, and so what may cite a provision."""


def _cited_in(part: object) -> Iterator[Cited]:
    """Every provision that the outcome names, in order of appearance."""
    if isinstance(part, Cited):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _cited_in(each)
    elif isinstance(part, PARTS):
        for name in field_names(type(part)):
            yield from _cited_in(getattr(part, name))
