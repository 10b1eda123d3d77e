"""Messages about a text as people read them: what is wrong, the line it stands on, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verordening.language.diagnostics import Diagnostic, Related, Severity, printable
from verordening.language.source import Span
from verordening.present.dutch import joined, numbered, sentence
from verordening.present.wrapping import display_width, wrap

_PLURALS = {
    Severity.FOUT: ("fout", "fouten"),
    Severity.WAARSCHUWING: ("waarschuwing", "waarschuwingen"),
    Severity.ADVIES: ("advies", "adviezen"),
}


def render_diagnostics(diagnostics: Sequence[Diagnostic], width: int = 80) -> str:
    """All messages with a blank line between them and a tally at the end; empty when there are none.

    Where to read more about a code is said once, under the first message that has it.
    """
    if not diagnostics:
        return ""
    boxes = [
        "\n".join(line.rstrip() for line in _box(each, width, more))
        for each, more in _with_first(diagnostics)
    ]
    return "\n\n".join([*boxes, summary(diagnostics)]) + "\n"


def read_diagnostics(diagnostics: Sequence[Diagnostic]) -> str:
    """All messages for a screen reader: one statement a line."""
    if not diagnostics:
        return ""
    lines = [line for each, more in _with_first(diagnostics) for line in _spoken(each, more)]
    return "".join(f"{printable(line)}\n" for line in [*lines, summary(diagnostics)])


def render_diagnostic(each: Diagnostic, width: int = 80, *, more: bool = True) -> str:
    """One message; `more`: with where to read about its code."""
    return "\n".join(line.rstrip() for line in _box(each, width, more)) + "\n"


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """The tally: `2 fouten en 1 waarschuwing.`"""
    counts = {severity: sum(each.severity is severity for each in diagnostics) for severity in Severity}
    return (
        f"{joined(numbered(number, *_PLURALS[severity]) for severity, number in counts.items() if number)}."
    )


def _with_first(diagnostics: Sequence[Diagnostic]) -> Iterator[tuple[Diagnostic, bool]]:
    """Each message, and whether it is the first with its code."""
    told: set[str] = set()
    for each in diagnostics:
        yield each, each.code not in told
        told.add(each.code)


def _explained(code: str) -> str:
    return f"verordening uitleg {code}"


def _box(each: Diagnostic, width: int, more: bool) -> Iterator[str]:
    yield from _hanging(f"{each.severity.value}[{each.code}]: ", each.message, width)
    gutter = max((len(str(number)) for number, _ in each.excerpt), default=1)
    pad = " " * gutter
    if each.span is not None:
        yield f"{pad}┌─ {_place(each.span)}"
        yield from _excerpt(each, gutter)
    elsewhere = [one for one in each.related if not _is_shown(each, one.span)]
    for one in elsewhere:
        yield from _hanging(f"{pad}= zie ook: ", f"{_place(one.span)} {one.label}".strip(), width)
    for word, text in each.notes:
        yield from _hanging(f"{pad}= {word}: ", text, width)
    if each.help:
        yield from _hanging(f"{pad}= hulp: ", each.help, width)
    if more:
        yield f"{pad}= uitleg: {_explained(each.code)}"


def _excerpt(each: Diagnostic, gutter: int) -> Iterator[str]:
    """The source lines with what is marked in them under each."""
    for number, text in each.excerpt:
        yield f"{number:>{gutter}}│ {printable(text)}"
        if each.span is not None and each.span.line == number:
            yield from _marked(each, each.span, each.label, text, "^", gutter)
        for one in each.related:
            if _is_shown(each, one.span) and one.span.line == number:
                yield from _marked(each, one.span, one.label, text, "-", gutter)


def _marked(each: Diagnostic, span: Span, label: str, text: str, mark: str, gutter: int) -> Iterator[str]:
    found = each.marker(span)
    if found is not None:
        offset, length = found
        before = display_width(text[:offset])
        under = mark * max(1, display_width(text[offset : offset + length]))
        yield f"{' ' * gutter}│ {' ' * before}{under} {printable(label)}"


def _is_shown(each: Diagnostic, span: Span) -> bool:
    same_file = each.span is not None and span.file == each.span.file
    return same_file and any(number == span.line for number, _ in each.excerpt)


def _hanging(start: str, text: str, width: int) -> Iterator[str]:
    """The text after its start, further lines indented under the text; not deeper than a third of the width."""
    indent = min(len(start), max(2, width // 3))
    first, *others = wrap(text, max(20, width - indent), first=max(20, width - len(start)))
    yield start + first
    yield from (" " * indent + line for line in others)


def _spoken(each: Diagnostic, more: bool) -> Iterator[str]:
    where = f" in {_spoken_place(each.span)}" if each.span is not None else ""
    yield f"{each.severity.value.capitalize()} {each.code}{where}: {sentence(each.message)}"
    if each.span is not None:
        line = next((text for number, text in each.excerpt if number == each.span.line), "")
        if line.strip():
            yield f"Op die regel staat: {line.strip()}"
        found = each.marker()
        part = line[found[0] : found[0] + found[1]].strip() if found is not None else ""
        if part and part != line.strip():
            yield f"Het gaat om: {part}{_after(each.label)}"
        elif each.label:
            yield f"Het gaat om: {each.label}"
    for one in each.related:
        yield _spoken_related(one)
    for word, text in each.notes:
        yield f"{word.capitalize()}: {sentence(text)}"
    if each.help:
        yield f"Hulp: {sentence(each.help)}"
    if more:
        yield f"Uitleg: {_explained(each.code)}"


def _spoken_related(one: Related) -> str:
    return f"Zie ook {_spoken_place(one.span)}{_after(one.label)}"


def _after(label: str) -> str:
    return f", {label}" if label else ""


def _spoken_place(span: Span) -> str:
    return f"{span.file}, regel {span.line}, teken {span.column}"


def _place(span: Span) -> str:
    return printable(str(span))
