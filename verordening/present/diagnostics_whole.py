"""A whole message as one text, for programs that show no more than a text and a line."""

from __future__ import annotations

from verordening.language.diagnostics import Diagnostic


def whole_text(each: Diagnostic, *, places: bool = True) -> str:
    """What is wrong, the other `places`, what else is said (the case in which it shows), and what to do."""
    related = each.related if places else ()
    return ". ".join(
        [
            each.message,
            *(f"zie ook {one.span.file} regel {one.span.line}: {one.label}" for one in related),
            *(f"{word}: {said}" for word, said in each.notes),
            *filter(None, [each.help]),
        ]
    )
