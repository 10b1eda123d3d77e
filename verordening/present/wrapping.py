"""Text to lines of a given width: words stay whole, and what belongs together stays on one line where it fits."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from verordening.language.diagnostics import printable
from verordening.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_GLUE: Final = "\N{NO-BREAK SPACE}"
_UNITS: Final = (
    "maand|maanden|jaar|week|weken|dag|dagen|werkdag|werkdagen|uur|januari|februari|maart|april|mei|juni|juli|augustus|september|"
    "oktober|november|december"
)
_TOGETHER: Final = pattern(
    r"(?<=[^\W\d_]{3}) (?=\d)|(?<=\bRv) (?=\d)"
    r"|(?<=€) (?=\d)"
    rf"|(?<=\d) (?=(?:{_UNITS})\b)"
    r"|(?<=\btot) (?=en met\b)|(?<=\btot en) (?=met\b)"
    r"|(?<=\bonder) (?=[a-z]\b)"
    r"| (?=·)"
)
"""The spaces inside `artikel 6`, `€ 70,08`, `1 maand`, `1 maart 2026`, `tot en met 5%`, `onder a` and before a dot."""

_TO_TYPE: Final = pattern(r"`(?:\w+: |--)[^`\n]{1,60}`")
"""A line of a case, or an option, that somebody is to type over: broken in two it would be typed wrong."""


def wrap(text: str, width: int, first: int | None = None) -> list[str]:
    """The lines of `text`, at least one; the first may have a width of its own. A word wider than a line stands out."""
    room = width if first is None else first
    if display_width(text) <= room and _is_tidy(text):
        return [text]
    lines: list[str] = []
    for word in _words(text, max(1, width)):
        if lines and display_width(lines[-1]) + 1 + display_width(word) <= room:
            lines[-1] += " " + word
            continue
        if lines:
            room = width
        lines.append(word)
    return [printable(line) for line in lines] or [""]


def _is_tidy(text: str) -> bool:
    """Whether a text that fits on one line stands there as it is; most do, and take no more than this."""
    return text.isprintable() and "  " not in text and text == text.strip()


def display_width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_COLUMNS.__getitem__, text))


def padded(text: str, width: int) -> str:
    """The text filled out with spaces to `width` columns."""
    return text + " " * (width - display_width(text))


def _words(text: str, width: int) -> list[str]:
    words: list[str] = []
    if "`" in text:
        text = _TO_TYPE.sub(lambda found: found[0].replace(" ", _GLUE), text)
    for chunk in _TOGETHER.sub(_GLUE, text).split(" "):
        words.extend([chunk] if display_width(chunk) <= width else chunk.split(_GLUE))
    return [word for word in words if word.strip()]


class _Columns(dict[str, int]):
    """The columns of each character seen so far."""

    def __missing__(self, character: str) -> int:
        wide = east_asian_width(character) in ("W", "F")
        self[character] = found = 0 if combining(character) else 2 if wide else 1
        return found


_COLUMNS: Final = _Columns()
