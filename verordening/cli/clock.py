"""Today, where a command needs a day that the user did not name. An outcome never depends on it unseen."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """The day on the clock of this machine."""
    return datetime.now().astimezone().date()
