"""The cases in `examples/` with what each must come to, and an outcome in the same words. Compares nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.exit_codes import exit_code
from verordening.evaluate.outcome import (
    DecisionOutcome,
    FloorOutcome,
    FloorStatus,
    Outcome,
    Route,
    RouteStatus,
)
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.model.case import Case
from verordening.model.case_reading import ExpectedNode, read_case
from verordening.model.corpus import Corpus
from verordening.model.loading import Library, load_corpus, read_library
from verordening.model.yaml_reading import Mapping, Scalar, Sequence

FOLDER = Path(__file__).resolve().parents[2] / "examples"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))

NONE = "geen"
"""How a case says that there is no rule, or no question."""

ALWAYS = frozenset({"besluiten", "ruimte", "ondergrenzen", "eerste_vraag", "afsluitcode"})
WITH_CHOICE = frozenset({"keuze", "gebreken"})
OF_THE_MONTHS = frozenset({"ingang", "einde", "heroverwegen_voor", "maandbeeld"})
OF_SEVERAL_ACTS = frozenset({"gedragingen"})
"""Said where the case gives the day of notification, or lists several acts."""
OPTIONAL_OF_A_DECISION = frozenset({"herkomst", "bevestigd_door"})
"""Compared where the case names them; everything else of a decision is compared always."""


@dataclass(frozen=True, slots=True)
class Example:
    """A case with its outcome and with what stands under `verwacht`."""

    name: str
    text: str
    case: Case
    expected: dict[str, Any]
    outcome: Outcome


@lru_cache(maxsize=1)
def library() -> Library:
    """The shipped regulations."""
    return read_library()


@lru_cache(maxsize=8)
def corpus_of(gemeente: str) -> Corpus:
    """National law with the rules of one municipality."""
    return load_corpus(gemeente, library=library())


@lru_cache(maxsize=64)
def example(name: str) -> Example:
    """The example by the name of its file."""
    source = read_text(FOLDER / f"{name}.yaml", limit=CASE_LIMIT)
    case, expected = read_case(source, corpus_of, fictional=lambda: library().fictional)
    outcome = evaluate(corpus_of(case.gemeente), case)
    written = plain(expected)
    assert isinstance(written, dict)
    return Example(name, source.text, case, written, outcome)


def plain(node: ExpectedNode | None) -> Any:
    """A node as dicts, lists and texts."""
    match node:
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.text
    return None


# ------------------------------------------------ an outcome in the words of `verwacht`


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
    if decision.shown is not None or decision.range is not None:
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
