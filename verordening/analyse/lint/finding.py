"""What a lint rule reports, before its code and severity are put on it."""

from __future__ import annotations

from typing import NamedTuple

from verordening.language.diagnostics import Edit, Related
from verordening.language.source import Span


class Finding(NamedTuple):
    """One thing that a rule found. `edits` mend it; they are `safe` where the meaning surely stays the same."""

    span: Span
    message: str
    label: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    safe: bool = False
