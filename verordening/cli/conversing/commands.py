"""What can be typed instead of an answer."""

from __future__ import annotations

from typing import Final

from verordening.cli.conversing.script import CHOICE_STEP, ROOM_STEP

BACK: Final = "terug"
SKIP: Final = "overslaan"
ON: Final = "verder"
WHY: Final = "waarom"
STAND: Final = "stand"
HELP: Final = "hulp"
STOP: Final = "stop"
COMMANDS: Final[dict[str, str]] = {
    BACK: "naar de vorige vraag",
    SKIP: "sla deze vraag over; Enter doet hetzelfde",
    "weet ik niet": "hetzelfde, en haal weg wat er stond",
    ON: "sla de rest van dit onderdeel over",
    ROOM_STEP: "bekijk een weg om af te wijken",
    CHOICE_STEP: "meteen naar de keuze",
    WHY: "waarom deze vraag",
    STAND: "wat er tot nu toe uitkomt",
    HELP: "deze lijst; een vraagteken doet hetzelfde",
    STOP: "stop; alles is bewaard, en u gaat later verder",
}
"""Each word with what it does."""
