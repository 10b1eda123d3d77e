"""Messages one a line, as an editor or a search command reads them."""

from __future__ import annotations

from collections.abc import Sequence

from verordening.language.diagnostics import Diagnostic, printable


def render_short(found: Sequence[Diagnostic]) -> str:
    """`bestand:regel:kolom: ernst[code]: melding`, one a line; empty without messages."""
    return "".join(
        f"{printable(f'{each.span}: ' if each.span else '')}{each.severity.value}[{each.code}]: "
        f"{printable(each.message)}\n"
        for each in found
    )
