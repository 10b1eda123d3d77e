"""One question of the conversation as it is shown, and as it is read aloud. No answers are read here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from verordening.present.dutch import after_colon, listed, sentence, unended
from verordening.present.screen_reader import statement
from verordening.present.wrapping import wrap

CURSOR: Final = "> "
SPOKEN_CURSOR: Final = "Antwoord: "
_MOST_LINES: Final = 8
"""More options than this stand behind each other."""


class Asked(NamedTuple):
    """What is shown of a question. `given` is the answer that stands there already."""

    question: str
    kind: str
    hint: str
    why: str
    weigh: tuple[str, ...]
    options: tuple[str, ...]
    given: str


def render_question(asked: Asked, width: int) -> str:
    """For a terminal: the question, then what helps to answer it, at most a few short lines."""
    lines = wrap(_title(asked), width)
    for text in _helping(asked):
        lines += [f"  {line}" for line in wrap(text, width - 2)]
    if len(asked.options) > _MOST_LINES:
        options = ", ".join(
            f"{number}\N{NO-BREAK SPACE}{words}" for number, words in enumerate(asked.options, start=1)
        )
        return "".join(
            f"{line}\n" for line in ("", *lines, *(f"  {line}" for line in wrap(options, width - 2)))
        )
    for number, words in enumerate(asked.options, start=1):
        first, *others = wrap(words, width - 6)
        lines += [f"  {number:>2}  {first}", *(f"      {line}" for line in others)]
    return "".join(f"{line}\n" for line in ("", *lines))


def read_question(asked: Asked) -> str:
    """For a screen reader: one statement a line."""
    options = (f"Keuze {number}: {words}" for number, words in enumerate(asked.options, start=1))
    return "".join(f"{statement(text)}\n" for text in (_title(asked), *_helping(asked), *options))


def render_said(texts: Sequence[str], width: int, *, refused: bool) -> str:
    """What came of an answer; a refusal says so in a word."""
    lines = [_marked(number, text, refused) for number, text in enumerate(texts)]
    return "".join(f"  {line}\n" for text in lines for line in wrap(text, width - 2))


def read_said(texts: Sequence[str], *, refused: bool) -> str:
    """The same, one statement a line."""
    return "".join(f"{sentence(_marked(number, text, refused))}\n" for number, text in enumerate(texts))


def _marked(number: int, text: str, refused: bool) -> str:
    if not refused:
        return text
    return f"{'fout' if number % 2 == 0 else 'hulp'}: {text}"


def _title(asked: Asked) -> str:
    question = f"{asked.kind.capitalize()}: {after_colon(asked.question)}" if asked.kind else asked.question
    return f"{question} ({asked.hint})" if asked.hint else question


def _helping(asked: Asked) -> Iterator[str]:
    if asked.weigh:
        yield f"Weeg: {listed(asked.weigh)}."
    if asked.why:
        yield asked.why
    if asked.given:
        yield f"Er staat nu: {unended(asked.given)}. Enter laat dat zo."
