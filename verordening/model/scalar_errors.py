"""The refusal of a text that is not the value asked for, and how such a text is cleaned and shown."""

from __future__ import annotations

from verordening.language.bsn import mask_bsn
from verordening.language.diagnostics import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

LONGEST_SCALAR: Final = 100
"""Characters in a text that can be a number, an amount or a date."""


class ScalarError(ValueError):
    """A text is not the value asked for: the reason and the remedy, in Dutch, without a BSN."""

    def __init__(self, reason: str, help: str = "") -> None:
        self.reason = mask_bsn(reason)
        self.help = mask_bsn(help)
        super().__init__(f"{self.reason}; {self.help}" if help else self.reason)


def clean(text: str) -> str:
    """The text with each run of white space as one space. Raises ScalarError when it is too long."""
    if len(text) > LONGEST_SCALAR:
        raise ScalarError(
            f"{shown_scalar(text)} is te lang voor deze waarde", "schrijf alleen de waarde, zonder uitleg"
        )
    return " ".join(text.split()).replace("\N{MINUS SIGN}", "-")


def shown_scalar(text: str) -> str:
    """The text as it stands in a reason: short, and without a BSN."""
    return shown(mask_bsn(text[: LONGEST_SCALAR + 1]), limit=40)
