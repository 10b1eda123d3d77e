"""Brackets that do not match, operators written another way, and characters the language does not have."""

from __future__ import annotations

import re
import unicodedata

from verordening.language.complaint import Complaint
from verordening.language.mistakes.stuck import Stuck, end_of, start_of
from verordening.language.tokens import Token

_RUN = re.compile(r"[<>=!&|~:]+")
_OTHER_MARKS = {
    "==": "=",
    "===": "=",
    ":=": "=",
    "=<": "<=",
    "=>": ">=",
    "≤": "<=",
    "≥": ">=",
    "<>": "!=",
    "=!": "!=",
    "!==": "!=",
    "≠": "!=",
    "&": "en",
    "&&": "en",
    "|": "of",
    "||": "of",
    "!": "niet",
    "*": "keer",
    "×": "keer",
    "·": "keer",
    "/": "gedeeld door",
    "÷": "gedeeld door",
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
}
_BRACKETS = "[]{}"
_LAST_ASCII = 127


def brackets(stuck: Stuck) -> Complaint | None:
    """A bracket without its other half."""
    if stuck.thing in tuple(_BRACKETS):
        return stuck.complaint(
            "VRD106", f"`{stuck.thing}` hoort niet in een regeling", help="gebruik ronde haakjes"
        )
    if stuck.expected == {"LPAR"} and not stuck.at_end:
        condition = stuck.previous is not None and stuck.previous.type in ("MET", "GELDT")
        ends = "waar de voorwaarde eindigt" if condition else "waar de lijst eindigt"
        return stuck.complaint("VRD106", "hier hoort een haakje", help=f"zet `(` hiervoor, en `)` {ends}")
    still_open = _unclosed(stuck)
    if stuck.thing == ")" and not still_open:
        return stuck.complaint("VRD106", "dit haakje sluit niets", help="haal het weg, of zet `(` ervoor")
    if stuck.thing == "(" and stuck.previous is not None and stuck.previous.type == "NAME":
        return None
    if still_open and "RPAR" in stuck.expected and ")" not in stuck.text[stuck.offset :]:
        start = start_of(still_open[-1])
        return stuck.complaint(
            "VRD106",
            "dit haakje gaat niet meer dicht",
            start=start,
            length=1,
            help="zet `)` waar dit stuk eindigt",
        )
    return None


def _unclosed(stuck: Stuck) -> list[Token]:
    found: list[Token] = []
    for token in stuck.own_tokens:
        if token.type == "LPAR":
            found.append(token)
        elif token.type == "RPAR" and found:
            found.pop()
    return found


def operators(stuck: Stuck) -> Complaint | None:
    """An operator as mathematics or a programming language writes it."""
    if stuck.at_end:
        return None
    start = stuck.offset
    previous = stuck.previous
    if (
        previous is not None
        and end_of(previous) == start
        and _RUN.fullmatch(previous)
        and _RUN.match(stuck.thing)
    ):
        start = start_of(previous)
    run = _RUN.match(stuck.text, start)
    written = run[0] if run else stuck.thing
    meant = _OTHER_MARKS.get(written)
    if meant is not None:
        return stuck.complaint(
            "VRD118",
            f"`{written}` schrijft u anders",
            start=start,
            length=len(written),
            help=f"schrijf `{meant}`",
        )
    if stuck.thing == ";" and "COMMA" in stuck.expected:
        return stuck.complaint(
            "VRD118", "hier hoort een komma in plaats van een puntkomma", help="schrijf `,`"
        )
    if stuck.thing == "," and previous is not None and previous.type == "COMMA":
        return stuck.complaint("VRD118", "hier staat een komma te veel", help="haal deze komma weg")
    return None


def unknown_character(stuck: Stuck) -> Complaint | None:
    """A character that means nothing anywhere in the language."""
    character = stuck.thing[:1]
    if not character or character.isalnum() or character == "_" or character in '"(),:;=<>!+-%€#':
        return None
    if character.isspace() or not character.isprintable():
        number = f"U+{ord(character):04X}"
        if character.isspace():
            return stuck.complaint(
                "VRD103",
                f"hier staat een bijzondere spatie ({number})",
                length=1,
                help="vervang haar door een gewone spatie",
            )
        return stuck.complaint(
            "VRD103", f"hier staat een onzichtbaar teken ({number})", length=1, help="haal het weg"
        )
    if unicodedata.combining(character):
        return stuck.complaint(
            "VRD103",
            f"hier staat een los accent (U+{ord(character):04X})",
            length=1,
            help="typ de letter met haar accent opnieuw",
        )
    return stuck.complaint(
        "VRD103", f"het teken `{character}` hoort niet in een regeling", length=1, help="haal het weg"
    )
