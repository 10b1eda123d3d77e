"""An outcome in the words of a case file: what a case would have to say under `verwacht`, all of it, as texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from verordening.evaluate.exit_codes import exit_code
from verordening.evaluate.outcome import (
    DecisionOutcome,
    FloorOutcome,
    FloorStatus,
    Outcome,
    Route,
    RouteStatus,
    Status,
)

NONE: Final = "geen"
"""How a case says that there is no rule, or no question."""
SPEAKS: Final = "spreekt"
MAY_SPEAK: Final = "hangt_af_van"
"""What a guideline does that speaks, or that a fact may yet make speak."""


def decision_as_written(decision: DecisionOutcome) -> dict[str, Any]:
    """All that a case says of a decision: what is not there is left out."""
    written: dict[str, Any] = {"status": decision.status.value}
    if decision.shown is not None:
        written["uitkomst"] = decision.shown.text
    if decision.range is not None:
        written["bereik"] = decision.range.text
    if decision.candidates:
        written["kandidaten"] = sorted(each.text for each in decision.candidates)
    if decision.amount is not None:
        written |= {"bedrag": decision.amount.text, "bedrag_van": decision.amount.of_text}
    if decision.between is not None:
        written["tussen"] = decision.between.text
    if decision.amount_between is not None:
        written["bedrag_tussen"] = decision.amount_between.text
    if decision.missing_texts:
        written["ontbrekende_teksten"] = "ja"
    if decision.shown is not None or decision.range is not None or decision.status is Status.BEPAALD:
        written["regel"] = decision.cited.id if decision.cited is not None else NONE
    written["herkomst"] = decision.provenance
    written["bevestigd_door"] = [each.id for each in decision.confirmed_by]
    return written


def route_as_written(route: Route) -> dict[str, Any]:
    """A route; what it allows is left out where it is closed."""
    written = {"besluit": route.decision, "regel": route.cited.id, "status": route.status.value}
    if route.status is not RouteStatus.MAG_NIET and route.range is not None:
        written["bereik"] = route.range.text
    return written


def guidelines_as_written(routes: Iterable[Route]) -> dict[str, dict[str, str]]:
    """The guidelines that speak of a route, or may yet; a guideline of several routes says the same of each."""
    written: dict[str, dict[str, str]] = {}
    for weighing in (each.weighing for each in routes):
        spoken = [voice for side in weighing.sides for voice in (*side.in_favour, *side.against)]
        spoken += [voice for clash in weighing.clashes for voice in clash.voices]
        for status, voices in ((MAY_SPEAK, weighing.maybe), (SPEAKS, spoken)):
            for voice in voices:
                written[voice.id] = {"status": status, "weegt": f"{voice.higher} boven {voice.lower}"}
    return written


def floor_as_written(floor: FloorOutcome) -> dict[str, Any]:
    """A floor, with what the outcome was and became where it changed it."""
    written = {"status": floor.status.value, "effect": floor.effect.value}
    if floor.before is not None:
        written["voor"] = floor.before.text
    if floor.after is not None:
        written["na"] = floor.after.text
    return written


def as_written(outcome: Outcome) -> dict[str, Any]:
    """The whole outcome as a case would write it under `verwacht`."""
    written: dict[str, Any] = {
        "besluiten": {each.name: decision_as_written(each) for each in outcome.decisions},
        "ruimte": in_order(route_as_written(each) for each in outcome.routes),
        "ondergrenzen": {
            each.name: floor_as_written(each)
            for each in outcome.floors
            if each.status is not FloorStatus.NIET_VAN_TOEPASSING
        },
        "richtlijnen": guidelines_as_written(outcome.routes),
        "eerste_vraag": outcome.questions[0].name if outcome.questions else NONE,
        "afsluitcode": {
            command: str(exit_code(outcome, command=command)) for command in ("toets", "afwijken")
        },
    }
    written |= calendar_as_written(outcome)
    if outcome.acts:
        written["gedragingen"] = [
            {"gedraging": each.label, **of_act(as_written(each.outcome))} for each in outcome.acts
        ]
    if outcome.choice is not None:
        written["keuze"] = outcome.choice.status.value
        written["gebreken"] = str(len(outcome.choice.defects))
    return written


def calendar_as_written(outcome: Outcome) -> dict[str, Any]:
    """What the outcome means for the months, where that is known."""
    calendar = outcome.calendar
    days = {"ingang": calendar.start, "einde": calendar.end, "heroverwegen_voor": calendar.review}
    written: dict[str, Any] = {key: day.isoformat() for key, day in days.items() if day is not None}
    if calendar.months:
        written["maandbeeld"] = {each.first_day.isoformat()[:7]: each.text for each in calendar.months}
    return written


def of_act(written: dict[str, Any]) -> dict[str, Any]:
    """What a case says of one act: its decisions and first question. Its routes belong to the rules."""
    return {"besluiten": written["besluiten"], "eerste_vraag": written["eerste_vraag"]}


def in_order(routes: Any) -> list[dict[str, Any]]:
    """Routes in an order of their own: which comes first is no part of what a case says."""
    return sorted(routes, key=lambda each: (each["besluit"], each["regel"]))
