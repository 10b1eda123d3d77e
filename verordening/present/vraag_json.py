"""The questions as JSON (`verordening/vragen/1`): what is asked, what shows that it matters, and who must show it."""

from __future__ import annotations

import json
from typing import Final

from verordening.evaluate.hearing import Hearing
from verordening.evaluate.outcome import Outcome, Question
from verordening.evaluate.witnesses import Completion
from verordening.present.guidance_content import maybe_speaking
from verordening.present.outcome_json import Json, question_json
from verordening.present.words import Words

SCHEMA: Final = "verordening/vragen/1"


def render_vraag_json(outcome: Outcome, hearing: Hearing, *, exit_code: int) -> str:
    """The JSON text, ending in a newline."""
    found = {
        "schema": SCHEMA,
        "casus": outcome.case,
        "gemeente": outcome.gemeente,
        "peildatum": outcome.peildatum.isoformat(),
        **_questions(outcome),
        "gedragingen": [
            {"nummer": each.number, "gedraging": each.label, **_questions(each.outcome)}
            for each in outcome.acts
        ],
        "gehoord": hearing.heard,
        "horen_voor": list(hearing.burdens),
        "horen_volgens": hearing.cited.id if hearing.cited is not None else None,
        "afsluitcode": exit_code,
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _questions(outcome: Outcome) -> Json:
    considered, waiting = maybe_speaking(Words(outcome))
    wanted = {name for voice in considered for name in voice.hinges}
    return {
        "gevraagd": list(outcome.asked),
        "vragen": [_question(each) for each in outcome.questions],
        "vragen_ruimte": [question_json(each) for each in outcome.route_questions],
        "vragen_richtlijnen": [
            question_json(each) for each in outcome.guideline_questions if each.name in wanted
        ],
        "richtlijnen_niet_gevraagd": len(waiting),
    }


def _question(each: Question) -> Json:
    witness = each.witness
    return {
        **question_json(each),
        "besluiten": list(each.decisions),
        "zeker": witness is not None,
        "bijvoorbeeld": None
        if witness is None
        else {
            "besluit": witness.decision,
            "zaken": [_completion(one) for one in (witness.first, witness.second)],
        },
    }


def _completion(each: Completion) -> Json:
    return {"antwoord": each.answer, "ook": list(each.others), "uitkomst": each.outcome}
