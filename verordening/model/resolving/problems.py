"""Collects what is wrong while a corpus is resolved, with the excerpt of the file it is in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from verordening.language.diagnostics import Diagnostic, Related, Severity, diagnostic
from verordening.language.source import Source, Span
from verordening.language.suggestions import bedoelt_u

MOST_GUESSES: Final = 200
"""After so many problems nobody is helped by a guess at a name, and each takes a millisecond."""


class Problems:
    """The diagnostics found so far; resolving goes on after each, so that a user sees all of them in one run.

    `damaged` are the files of which a part could not be read, `meant` the names that files mean to declare, also where
    the declaration could not be read. What only follows from such a part is left unsaid: one mistake, one message.
    """

    def __init__(
        self,
        sources: dict[str, Source],
        damaged: frozenset[str] = frozenset(),
        meant: frozenset[str] = frozenset(),
    ) -> None:
        self._sources, self._damaged, self._meant = sources, damaged, meant
        self._found: dict[Diagnostic, None] = {}

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Everything found, each thing once, in order of file and line."""
        return tuple(sorted(self._found, key=_place))

    def is_damaged(self, path: str) -> bool:
        """Whether a part of this file could not be read."""
        return path in self._damaged

    def is_meant(self, name: str) -> bool:
        """Whether a name that is not declared would be, could its declaration be read."""
        return name in self._meant

    def guess(self, word: str, names: Iterable[str]) -> str:
        """The question which of these names is meant; nothing once there are very many problems."""
        return bedoelt_u(word, names) if len(self._found) < MOST_GUESSES else ""

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
        found = diagnostic(
            source, code, message, span, label=label, help=help, related=related, severity=severity
        )
        self._found.setdefault(found)

    def add_missing(self, code: str, message: str, span: Span, *, help: str = "") -> None:
        """Report that something is not there, unless it may stand in what could not be read."""
        if not self.is_damaged(span.file):
            self.add(code, message, span, help=help)


def _place(found: Diagnostic) -> tuple[str, int, int, str]:
    assert found.span is not None
    return found.span.file, found.span.line, found.span.column, found.code
