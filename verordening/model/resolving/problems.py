"""Collects what is wrong while a corpus is resolved, with the excerpt of the file it is in."""

from __future__ import annotations

from verordening.language.diagnostics import Diagnostic, Related, Severity, diagnostic
from verordening.language.source import Source, Span


class Problems:
    """The diagnostics found so far; resolving goes on after each, so that a user sees all of them in one run."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self._sources = sources
        self.found: list[Diagnostic] = []

    def add(
        self,
        code: str,
        message: str,
        span: Span,
        *,
        label: str = "",
        help: str = "",
        related: tuple[Related, ...] = (),
        severity: Severity = Severity.FOUT,
    ) -> None:
        """Report one problem at a place."""
        source = self._sources.get(span.file)
        self.found.append(
            diagnostic(
                source, code, message, span, label=label, help=help, related=related, severity=severity
            )
        )
