"""`verordening samenvatting CASUS`: the decision in short, for the resident."""

from __future__ import annotations

from verordening.cli.arguments import Arguments
from verordening.cli.handing_on import hand_on
from verordening.present.writing.summary import KEYS, summary


def run(arguments: Arguments) -> int:
    """Print or write the summary; gives the exit code. Raises InputError."""
    return hand_on(arguments, summary, KEYS)
