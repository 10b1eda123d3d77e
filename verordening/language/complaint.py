"""What keeps a text, or a stretch of it, from being read as it is meant."""

from __future__ import annotations

from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a stretch of the text, as offsets into it; `also` is another place that matters."""

    code: str
    message: str
    start: int
    end: int
    label: str = ""
    help: str = ""
    also: tuple[int, int, str] | None = None
