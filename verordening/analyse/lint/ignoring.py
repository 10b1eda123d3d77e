"""Findings that an author has looked at and left: `# negeer VRD751: waarom` on the line, or alone above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from verordening.language.comments import comments_in
from verordening.language.diagnostics import Diagnostic, Severity
from verordening.language.source import Source, Span
from verordening.patterns import pattern

_IGNORES: Final = pattern(r"#\s*negeer\s+(VRD\d{3}(?:\s*,\s*VRD\d{3})*)\s*(?::\s*(.*))?$")


class Ignored(NamedTuple):
    """One comment: the codes it is about, why, where it stands and the line that it is about."""

    codes: tuple[str, ...]
    reason: str
    span: Span
    line: int


def ignored_in(source: Source) -> Iterator[Ignored]:
    """The comments of a text that leave findings, in order."""
    if "negeer" not in source.text:
        return
    next_lines = _next_lines(source)
    for comment in comments_in(source):
        found = _IGNORES.match(comment.text)
        if found is not None:
            codes = tuple(each.strip() for each in found[1].split(","))
            line = next_lines[comment.span.line] if comment.alone else comment.span.line
            yield Ignored(codes, (found[2] or "").strip(), comment.span, line)


def kept(
    found: Iterable[Diagnostic], sources: Mapping[str, Source], own: frozenset[str]
) -> tuple[list[Diagnostic], list[tuple[Ignored, str]]]:
    """The findings that nobody left, and each code that a comment leaves while nothing was found there.

    An error is never left: that is for what may be right.
    """
    comments = {path: tuple(ignored_in(sources[path])) for path in sorted(own)}
    by_line: dict[tuple[str, int], list[Ignored]] = {}
    for path, ones in comments.items():
        for one in ones:
            by_line.setdefault((path, one.line), []).append(one)
    used: set[tuple[Span, str]] = set()
    left: list[Diagnostic] = []
    for each in found:
        span = each.span
        here = by_line.get((span.file, span.line), ()) if span and each.severity is not Severity.FOUT else ()
        matching = [one for one in here if each.code in one.codes]
        used.update((one.span, each.code) for one in matching)
        if not matching:
            left.append(each)
    unused = [
        (one, code)
        for ones in comments.values()
        for one in ones
        for code in one.codes
        if (one.span, code) not in used
    ]
    return left, unused


def _next_lines(source: Source) -> list[int]:
    """For each line, counted from 1, the first line below with something else than a comment."""
    lines = source.text.split("\n")
    below = len(lines)
    found = [below] * (len(lines) + 1)
    for number in range(len(lines), 0, -1):
        found[number] = below
        text = lines[number - 1].strip()
        if text and not text.startswith("#"):
            below = number
    return found
