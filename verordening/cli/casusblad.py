"""`verordening casusblad CASUS`: one anonymous page for the discussion in the team."""

from __future__ import annotations

from verordening.cli.arguments import Arguments
from verordening.cli.handing_on import hand_on
from verordening.present.writing.case_sheet import KEYS, case_sheet


def run(arguments: Arguments) -> int:
    """Print or write the sheet; gives the exit code. Raises InputError."""
    return hand_on(arguments, case_sheet, KEYS, one_page=True)
