"""What is wrong, where, and what to do about it, as data. Layout for people lives in `present`."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.choices import StrEnum
from verordening.language.bsn import mask_bsn
from verordening.language.source import Source, Span
from verordening.records import dataclass
from verordening.remembering import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypedDict, Unpack

EXCERPT_WIDTH = 160
"""A longer source line is shortened around the place it is shown for."""


if TYPE_CHECKING:

    class _Said(TypedDict, total=False):
        """What may be said beside the message."""

        label: str
        help: str
        severity: Severity
        related: tuple[Related, ...]
        edits: tuple[Edit, ...]
        safe: bool
        notes: tuple[tuple[str, str], ...]


class Severity(StrEnum):
    """How much a diagnostic weighs."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    ADVIES = "advies"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that the diagnostic speaks of."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Text to put in the place of a stretch of a file; of an empty stretch: text to put there."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message; nothing of it repeats a burgerservicenummer.

    `excerpt` holds the source lines it shows, so that it can be printed without the file.

    `shifts` says per excerpt line how many columns its text lies left of the source: 0 unless shortened. `edits` mend
    it; they are `safe` where the meaning of the regulation surely stays the same. `notes` say more, each under a word
    of its own.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None
    label: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    excerpt: tuple[tuple[int, str], ...] = ()
    shifts: tuple[int, ...] = ()
    edits: tuple[Edit, ...] = ()
    safe: bool = False
    notes: tuple[tuple[str, str], ...] = ()

    @property
    def keeps_from_loading(self) -> bool:
        """Whether it is about what cannot be loaded: an error that is no finding of a lint rule."""
        return self.severity is Severity.FOUT and _is_known(self.code)

    def marker(self, span: Span | None = None) -> tuple[int, int] | None:
        """Offset (0-based) and width of a span in its excerpt line; by default the diagnostic's own span."""
        wanted = span if span is not None else self.span
        if wanted is None:
            return None
        for (number, text), shift in zip(self.excerpt, self.shifts, strict=True):
            if number == wanted.line:
                return _marker(wanted, text, shift)
        return None


class InputError(Exception):
    """The user's input is wrong. The doors print the diagnostics and end with exit code 2."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__("; ".join(f"{each.code} {each.message}" for each in self.diagnostics))


def diagnostic(
    source: Source | None, code: str, message: str, span: Span | None, **said: Unpack[_Said]
) -> Diagnostic:
    """A diagnostic with its excerpt taken from `source`.

    Raises KeyError when `code` is missing from `CODES`: a mistake of ours that a test must find.
    """
    if not _is_known(code):
        raise KeyError(code)
    return remark(source, code, message, span, **said)


def _is_known(code: str) -> bool:
    from verordening.language.codes import CODES  # where nothing is wrong nobody asks

    return code in CODES


def remark(
    source: Source | None,
    code: str,
    message: str,
    span: Span | None,
    *,
    label: str = "",
    help: str = "",
    severity: Severity = Severity.FOUT,
    related: tuple[Related, ...] = (),
    edits: tuple[Edit, ...] = (),
    safe: bool = False,
    notes: tuple[tuple[str, str], ...] = (),
) -> Diagnostic:
    """A diagnostic of which the code is not on the closed list, such as that of a lint rule, with its excerpt."""
    excerpt, shifts = _excerpt(source, span, related)
    return Diagnostic(
        code, severity, message, span, label, help, related, excerpt, shifts, edits, safe, notes
    )


def shown(text: str, limit: int = 60) -> str:
    """User text as it stands in a message: in backticks, on one line, shortened and printable."""
    line = printable(" ".join(text.split()))
    if len(line) > limit:
        line = line[: limit - 1] + "…"
    return f"`{line}`"


def printable(text: str) -> str:
    """The same number of characters, with tabs as spaces and unprintable characters as `�`."""
    if text.isprintable():
        return text
    return "".join(_printable_character(character) for character in text)


def _printable_character(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"


def _excerpt(
    source: Source | None, span: Span | None, related: tuple[Related, ...]
) -> tuple[tuple[tuple[int, str], ...], tuple[int, ...]]:
    if source is None or span is None:
        return (), ()
    columns: dict[int, int] = {}
    for each in (span, *(other.span for other in related)):
        if each.file == source.path:
            columns.setdefault(each.line, each.column)
    numbers = sorted(columns)
    lines = [_shorten(_masked(source.line(number)), columns[number]) for number in numbers]
    texts = (text for text, _ in lines)
    return tuple(zip(numbers, texts, strict=True)), tuple(shift for _, shift in lines)


@lru_cache(maxsize=8)
def _masked(line: str) -> str:
    """The line without a burgerservicenummer; of a very long one there may be many messages."""
    return mask_bsn(line)


def _shorten(line: str, column: int) -> tuple[str, int]:
    """The line as shown and how far its columns moved to the left."""
    if len(line) <= EXCERPT_WIDTH:
        return printable(line).rstrip(), 0
    start = max(0, min(column - 1 - EXCERPT_WIDTH // 2, len(line) - EXCERPT_WIDTH))
    text = printable(line[start : start + EXCERPT_WIDTH])
    if start + EXCERPT_WIDTH < len(line):
        text = text[:-1] + "…"
    if start > 0:
        text = "…" + text[1:]
    return text.rstrip(), start


def _marker(span: Span, text: str, shift: int) -> tuple[int, int]:
    offset = max(0, span.column - 1 - shift)
    end = span.end_column - 1 - shift if span.end_line == span.line else len(text)
    return offset, max(1, min(end, max(len(text), offset + 1)) - offset)
