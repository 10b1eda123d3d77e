"""What guidelines say of a route, in JSON."""

from __future__ import annotations

from verordening.evaluate.guidance import Voice, Weighing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Json = dict[str, Any]


def weighing_json(weighing: Weighing) -> Json:
    """Per value the guidelines for and against, where they clash, and which may yet speak. No score and no advice."""
    return {
        "waarden": [
            {
                "waarde": each.value,
                "voor": [_voice(one) for one in each.in_favour],
                "tegen": [_voice(one) for one in each.against],
            }
            for each in weighing.sides
        ],
        "botsing": [
            {"richtlijnen": [one.id for one in each.voices], "waarden": list(each.values)}
            for each in weighing.clashes
        ],
        "kan_meewegen": [_voice(one) for one in weighing.maybe],
    }


def _voice(voice: Voice) -> Json:
    return {
        "richtlijn": voice.id,
        "titel": voice.title,
        "regeling": voice.regulation,
        "voorbeeld": voice.example,
        "herkomst": voice.grade,
        "boven": voice.higher,
        "onder": voice.lower,
        "bewijs": [{"soort": kind, "tekst": text} for kind, text in voice.evidence],
        "spreekt_tegen": list(voice.against),
        "ontbreekt": list(voice.hinges),
    }
