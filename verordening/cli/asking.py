"""Questions on the terminal and their answers, one line each; from a pipe as well, so that a script can answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final, TypeVar

from verordening.cli import terminal
from verordening.language.diagnostics import printable
from verordening.model.scalars import ScalarError

LONGEST_ANSWER: Final = 1_000
"""Characters of an answer; what is longer is cut off."""

T = TypeVar("T")


class OutOfInputError(Exception):
    """Nobody answers any more."""


def say(text: str) -> None:
    """A line for the user."""
    terminal.write(f"{text}\n")


def ask(question: str) -> str:
    """The answer without spaces around it. Raises OutOfInputError at the end of the input."""
    terminal.write(f"{question} ")
    terminal.finish()
    line = sys.stdin.buffer.readline().decode("utf-8", "replace")
    if not line:
        say("")
        raise OutOfInputError
    answer = printable(line.strip())[:LONGEST_ANSWER].strip()
    if not sys.stdin.isatty():
        say(answer)
    return answer


def until(read: Callable[[], T]) -> T:
    """Ask until the answer can be read; each refusal is shown with its remedy."""
    while True:
        try:
            return read()
        except ScalarError as error:
            say(f"  fout: {error.reason}")
            if error.help:
                say(f"  hulp: {error.help}")


def is_yes(question: str) -> bool:
    """Whether the answer is ja."""

    def read() -> bool:
        answer = ask(question).casefold()
        if answer not in ("ja", "j", "nee", "n"):
            raise ScalarError("dat is geen ja of nee", "schrijf `ja` of `nee`")
        return answer in ("ja", "j")

    return until(read)
