"""A screen as one line of text, to look for a phrase in."""

from verordening.evaluate.outcome import Outcome
from verordening.present.text import render_afwijken, render_toets

WIDE = 100


def flat(text: str) -> str:
    """The text on one line, so that a phrase is found however it was wrapped."""
    return " ".join(text.replace("│", " ").split())


def toets(asked: Outcome) -> str:
    return flat(render_toets(asked, WIDE))


def afwijken(asked: Outcome, *, whole: bool = False) -> str:
    return flat(render_afwijken(asked, WIDE, whole=whole))
