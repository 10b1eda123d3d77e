"""Text to lines of a given width: words stay whole, and what belongs together stays on one line where it fits."""

from __future__ import annotations

from verordening.language.diagnostics import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_GLUE: Final = "\N{NO-BREAK SPACE}"
_UNITS: Final = frozenset(
    (
        *("maand", "maanden", "jaar", "week", "weken", "dag", "dagen", "werkdag", "werkdagen", "uur"),
        *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"),
        *("oktober", "november", "december"),
    )
)
_LONGEST_TYPED: Final = 60


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
        text = _to_type_glued(text)
    for chunk in _glued(text):
        words.extend([chunk] if display_width(chunk) <= width else chunk.split(_GLUE))
    return [word for word in words if word.strip()]


def _glued(text: str) -> list[str]:
    """The text cut at its spaces, but for those inside `artikel 6`, `€ 70,08`, `1 maand`, `1 maart 2026`, `tot en met
    5%`, `onder a` and before a dot. Without a pattern: `re` takes longer to load than all answers to wrap.
    """
    parts = text.split(" ")
    chunks = [parts[0]]
    for at in range(1, len(parts)):
        if _belongs(parts, at):
            chunks[-1] += _GLUE + parts[at]
        else:
            chunks.append(parts[at])
    return chunks


def _belongs(parts: list[str], at: int) -> bool:
    """Whether the part at `at` belongs to the one before it."""
    before, after = parts[at - 1], parts[at]
    if after[:1].isdecimal():
        end = before[-3:]
        return before.endswith("€") or _ends_in(before, "Rv") or (len(end) == 3 and all(map(_is_letter, end)))
    word = _first_word(after)
    if before[-1:].isdecimal() and word in _UNITS:
        return True
    if word == "en" == after:
        return _ends_in(before, "tot") and at + 1 < len(parts) and _first_word(parts[at + 1]) == "met"
    if word == "met":
        return before == "en" and at > 1 and _ends_in(parts[at - 2], "tot")
    if len(word) == 1 and "a" <= word <= "z":
        return _ends_in(before, "onder")
    return after.startswith("·")


def _ends_in(text: str, word: str) -> bool:
    """Whether this word is the last of the text."""
    return text.endswith(word) and not _in_word(text[: -len(word)][-1:])


def _first_word(text: str) -> str:
    end = 0
    while end < len(text) and _in_word(text[end]):
        end += 1
    return text[:end]


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _is_letter(character: str) -> bool:
    return character.isalnum() and not character.isdecimal()


def _to_type_glued(text: str) -> str:
    """What somebody is to type over, a line of a case or an option, in one piece: in two it would be typed wrong."""
    done, start = "", text.find("`")
    while start >= 0:
        end = text.find("`", start + 1)
        if end < 0:
            break
        inside = text[start + 1 : end]
        if _is_typed(inside):
            done += text[:start] + text[start : end + 1].replace(" ", _GLUE)
            text, end = text[end + 1 :], -1
            start = text.find("`")
        else:
            start = end
    return done + text


def _is_typed(inside: str) -> bool:
    word = _first_word(inside)
    rest = inside[len(word) + 2 :] if word and inside.startswith(": ", len(word)) else ""
    rest = rest or (inside[2:] if inside.startswith("--") else "")
    return 0 < len(rest) <= _LONGEST_TYPED and "\n" not in rest


class _Columns(dict[str, int]):
    """The columns of each character seen so far."""

    def __missing__(self, character: str) -> int:
        if character < _FIRST_COMBINING or any(low <= character <= high for low, high in _NARROW):
            found = 1
        else:
            from unicodedata import combining, east_asian_width

            wide = east_asian_width(character) in ("W", "F")
            found = 0 if combining(character) else 2 if wide else 1
        self[character] = found
        return found


_FIRST_COMBINING: Final = "\u0300"
_NARROW: Final = (
    ("\u2010", "\u2027"),  # dashes and quotes
    ("\u20ac", "\u20ac"),  # the euro
    ("\u2190", "\u22ff"),  # arrows, operators
    ("\u2500", "\u257f"),  # lines
    ("\u2710", "\u2718"),  # ticks and crosses
)
"""There is nothing wide here and nothing that combines, nor below the first character that does."""
_COLUMNS: Final = _Columns()
