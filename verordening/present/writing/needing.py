"""What some forms of a text need beside the program itself."""

from __future__ import annotations

from typing import Final

from verordening.language.diagnostics import InputError, diagnostic

EXTRA: Final = "documenten"
_PANGO: Final = "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


class NotInstalledError(Exception):
    """A library, or what it needs from the machine, is not there; says which."""


def refusal(error: NotInstalledError, form: str) -> InputError:
    """The same for the user: what to install for this form (pdf, docx)."""
    if str(error) == "pango":
        message = f"voor `--als {form}` ontbreekt Pango op deze computer"
        return InputError(
            (diagnostic(None, "VRD531", message, None, help=f"installeer het, zoals met `{_PANGO}`"),)
        )
    message = f"voor `--als {form}` ontbreekt een onderdeel van het programma: {error}"
    help = f'installeer het met `pip install "verordening[{EXTRA}]"`, of kies `--als html`'
    return InputError((diagnostic(None, "VRD531", message, None, help=help),))
