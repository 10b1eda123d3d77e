"""`verordening motivering CASUS`: a draft of the reasons for the decision."""

from __future__ import annotations

from verordening.cli.arguments import Arguments
from verordening.cli.handing_on import hand_on
from verordening.present.writing.motivation import KEYS, motivation


def run(arguments: Arguments) -> int:
    """Print or write the draft; gives the exit code. Raises InputError."""
    return hand_on(arguments, motivation, KEYS)
