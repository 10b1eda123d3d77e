"""A document as plain statements for a screen reader: no lines, signs or columns, one statement a line."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.language.diagnostics import printable
from verordening.present.document import Document, Item, Section
from verordening.present.dutch import after_colon, sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_SPOKEN: Final = (
    (" · ", ", "),
    (" → ", ": "),
    (" >= ", " is ten minste "),
    (" <= ", " is ten hoogste "),
    (" != ", " is niet "),
    (" > ", " is meer dan "),
    (" < ", " is minder dan "),
    (" = ", " is: "),
)
"""Signs that a screen reader skips or spells out, with the words for them."""


def read_out(document: Document) -> str:
    """The whole document, one statement a line, ending in a newline."""
    lines = [document.title, document.subtitle, *document.answer]
    for each in document.sections:
        lines += _section(each)
    lines += document.closing
    return "".join(f"{statement(line)}\n" for line in lines if line)


def _section(each: Section) -> Iterator[str]:
    yield each.question
    yield from each.lead
    heading = each.spoken or each.heading
    for item in each.items:
        yield from _item(item, heading)


def _item(item: Item, heading: str) -> Iterator[str]:
    margin = _margin(item)
    text = item.spoken or item.text
    if heading and text.endswith((".", "?")):
        text = after_colon(text)
    if item.branch:
        yield f"Is het antwoord {item.lead}: {after_colon(text)}{margin}"
    else:
        yield ": ".join(part for part in (heading, item.lead, text) if part) + margin
    for inner in item.inside:
        yield from _item(inner, "")


def _margin(item: Item) -> str:
    if not item.margin:
        return ""
    said = f"{item.margin_word} {item.margin}".strip()
    return f" {sentence(said)}" if (item.spoken or item.text).endswith((".", "?")) else f", {said}"


def statement(text: str) -> str:
    """The text as one sentence, with words for the signs in it."""
    for sign, words in _SPOKEN:
        text = text.replace(sign, words)
    return sentence(printable(text))
