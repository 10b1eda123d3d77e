"""What solving needs beside the program itself. Loads nothing of it."""

from __future__ import annotations

from typing import Final

from verordening.language.diagnostics import InputError, diagnostic

EXTRA: Final = "analyse"


def require_solver() -> None:
    """Refuse in Dutch where z3 is not there (VRD531). Raises InputError."""
    try:
        import z3  # noqa: F401 - only whether it is there
    except ImportError as error:
        message = f"om dit te bewijzen ontbreekt een onderdeel van het programma: {error.name or 'libz3'}"
        help = f'installeer het met `pip install "verordening[{EXTRA}]"`'
        raise InputError((diagnostic(None, "VRD531", message, None, help=help),)) from error


class SolverMismatchError(Exception):
    """The solver and the interpreter do not agree on a case: a bug of ours. Says in Dutch what to report."""
