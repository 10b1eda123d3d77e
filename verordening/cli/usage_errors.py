"""What is wrong with the words on the command line, as a diagnostic without a place."""

from __future__ import annotations

from verordening.language.diagnostics import InputError, diagnostic


def usage_error(code: str, message: str, help: str) -> InputError:
    """A refusal of what was typed; the doors end with exit code 2."""
    from verordening.language.bsn import mask_bsn

    return InputError((diagnostic(None, code, mask_bsn(message), None, help=mask_bsn(help)),))
