"""Texts without the right quotes around them."""

from __future__ import annotations

from verordening.language.complaint import Complaint
from verordening.language.diagnostics import shown
from verordening.language.mistakes.stuck import Stuck

_TYPOGRAPHIC = "“”„‟«»‹›‘’‚‛'`´″"
_LONGEST_EXAMPLE = 40


def missing_quote(stuck: Stuck) -> Complaint | None:
    """A text that opens and does not close on its line, or the other way round."""
    line, start = _line(stuck)
    if line.count('"') % 2 == 0:
        return None
    last = start + line.rindex('"')
    if last < stuck.offset and not stuck.thing.startswith('"'):
        last = start + line.index('"')
    if stuck.thing.startswith('"') or last < stuck.offset:
        place = stuck.offset if stuck.thing.startswith('"') else last
        return stuck.complaint(
            "VRD104",
            "deze tekst wordt op deze regel niet afgesloten",
            start=place,
            length=len(stuck.text[place:].split("\n", 1)[0].rstrip()) or 1,
            help='zet `"` achter de tekst; een tekst staat op één regel',
        )
    if "STRING" in stuck.expected:
        return stuck.complaint(
            "VRD104", "voor deze tekst ontbreekt een aanhalingsteken", help='zet `"` voor de tekst'
        )
    return None


def other_quotes(stuck: Stuck) -> Complaint | None:
    """Quotes as a word processor makes them, or single ones."""
    if not stuck.thing or stuck.thing not in _TYPOGRAPHIC:
        return None
    return stuck.complaint(
        "VRD105",
        f"`{stuck.thing}` is hier geen aanhalingsteken",
        help='zet een tekst tussen rechte dubbele aanhalingstekens: `"…"`',
    )


def text_without_quotes(stuck: Stuck) -> Complaint | None:
    """Plain words where a text belongs."""
    if "STRING" not in stuck.expected or stuck.opens_line or not (stuck.thing[:1].isalnum()):
        return None
    line, start = _line(stuck)
    words = line[stuck.offset - start :].strip()
    text = f'"{words}"' if len(words) <= _LONGEST_EXAMPLE and '"' not in words else '"…"'
    return stuck.complaint(
        "VRD104",
        "een tekst staat tussen aanhalingstekens",
        length=max(1, len(words)),
        help=f"schrijf {shown(text)}",
    )


def _line(stuck: Stuck) -> tuple[str, int]:
    """The line of the offset without its comment, and where it begins."""
    start = stuck.line_start
    line = stuck.text[start:].split("\n", 1)[0]
    inside = False
    for position, character in enumerate(line):
        if character == '"':
            inside = not inside
        elif character == "#" and not inside:
            return line[:position], start
    return line, start
