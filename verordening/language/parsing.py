"""From source text to the syntax tree, with everything that is wrong with the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from verordening.language.automaton import Unreadable
from verordening.language.building import BuildProblem, Built, Piece, build
from verordening.language.complaint import Complaint
from verordening.language.diagnostics import Diagnostic, Related, diagnostic
from verordening.language.grammar import reserved_words
from verordening.language.limits import AFTER_MISTAKES, DEEPEST_TREE, MOST_MISTAKES, check_text
from verordening.language.placement import check_placement
from verordening.language.reading import is_blank
from verordening.language.source import Source
from verordening.language.syntax import File
from verordening.patterns import pattern

_DECLARED = pattern(
    r"^[ \t]*(?:gegeven|oordeel|begrip|tabel|besluit|waarde|ondergrens|regeling)[ \t]+([^\W\d]\w*)",
    re.MULTILINE,
)


def parse(source: Source) -> tuple[File, tuple[Diagnostic, ...]]:
    """The syntax tree of a file and what is wrong with the file; never raises on what a user wrote.

    Items that cannot be read are left out of the tree, and so are clauses that cannot be read: after a diagnostic an
    item may lack a clause that the text does have.
    """
    if is_blank(source):
        empty = diagnostic(
            source,
            "VRD116",
            "in dit bestand staat geen regeling",
            source.span(1, 1),
            help='begin met `regeling NAAM "Titel"`',
        )
        return File(source.path, ()), (empty,)
    known = check_text(source.text)
    read = None if known else read_whole(source)
    if read is not None:
        return placed(source, read.pieces, [_from_problem(source, each) for each in read.problems])
    # Imported here: most files have no mistake.
    from verordening.language.recovery import recover

    recovered = recover(source, known)
    found = [_from_problem(source, each) for each in recovered.problems]
    found += [_from_complaint(source, each) for each in recovered.complaints]
    return placed(source, recovered.pieces, found)


def placed(
    source: Source, pieces: Sequence[Piece], found: Iterable[Diagnostic] = ()
) -> tuple[File, tuple[Diagnostic, ...]]:
    """The items that were read as a file, and what was found wrong with them beside what stands in a wrong place."""
    items = tuple([piece.item for piece in pieces if piece.item is not None])
    return File(source.path, items), tuple(sorted((*found, *_misplaced(source, pieces)), key=_place))


def _misplaced(source: Source, pieces: Sequence[Piece]) -> list[Diagnostic]:
    """What stands in a wrong place; after so many mistakes the rest of the file is not looked at."""
    misplaced = list(islice(check_placement(pieces, source), MOST_MISTAKES + 1))
    if len(misplaced) > MOST_MISTAKES:
        message = f"er zijn meer dan {MOST_MISTAKES} fouten; vanaf hier is niet verder gekeken"
        span = misplaced.pop().span
        misplaced.append(diagnostic(source, "VRD124", message, span, help=AFTER_MISTAKES))
    return misplaced


def declared_names(source: Source) -> frozenset[str]:
    """The names that a file means to declare, also where it cannot be read.

    A name that is missing only because its declaration has a mistake is not worth a message of its own.
    """
    return frozenset(_DECLARED.findall(source.text))


def read_whole(source: Source) -> Built | None:
    """All pieces at once: the way of a file without mistakes. None when there are any in the syntax."""
    try:
        built = build(source.text, source.path, reserved_words())
    except Unreadable:
        return None
    return built if built.depth <= DEEPEST_TREE else None


def _from_problem(source: Source, problem: BuildProblem) -> Diagnostic:
    return diagnostic(source, problem.code, problem.message, problem.span, help=problem.help)


def _from_complaint(source: Source, complaint: Complaint) -> Diagnostic:
    related: tuple[Related, ...] = ()
    if complaint.also is not None:
        start, end, label = complaint.also
        related = (Related(source.span_at(start, end), label),)
    span = source.span_at(complaint.start, complaint.end)
    return diagnostic(
        source,
        complaint.code,
        complaint.message,
        span,
        label=complaint.label,
        help=complaint.help,
        related=related,
    )


def _place(found: Diagnostic) -> tuple[int, int, str]:
    return (found.span.line, found.span.column, found.code) if found.span else (0, 0, found.code)
