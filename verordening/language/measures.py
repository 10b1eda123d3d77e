"""Dutch words for time, and how long a number may be: the same in a regulation, in a case and on the command line."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

MONTHS: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
UNITS: Final = {
    "dag": "dag",
    "dagen": "dag",
    "week": "week",
    "weken": "week",
    "maand": "maand",
    "maanden": "maand",
    "jaar": "jaar",
    "jaren": "jaar",
    "uur": "uur",
    "uren": "uur",
    "werkdag": "werkdag",
    "werkdagen": "werkdag",
}
"""A unit of time by its singular and its plural."""
MOST_DIGITS: Final = 15
"""A longer number is a slip of the keyboard, and slow to compute with."""
