"""The model set of ordinances, made ready for one municipality: its name in it, and what it must choose left open."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

from verordening.model.date_reading import write_date
from verordening.resources import resource_folder

EXAMPLE: Final = "voorbeelddam"
"""The municipality that the model set holds for as it ships. It does not exist."""

_NAME: Final = "Voorbeelddam"
_BRON: Final = '  bron       "vul in: waar de regeling is bekendgemaakt, zoals CVDR123456/1"'
_HERKOMST: Final = (
    '  herkomst   fictief "vul in: wie dit vaststelde en wanneer; maak daarna van fictief officieel"'
)
_OWN_BRON: Final = re.compile(r'^  bron +".*"$', re.MULTILINE)
_OWN_HERKOMST: Final = re.compile(r'^  herkomst +fictief ".*"$', re.MULTILINE)
_START: Final = re.compile(r"^  in werking vanaf .*$", re.MULTILINE)
_ROW: Final = re.compile(r'^  vanaf \d.* is .* fictief "voorbeeld"$', re.MULTILINE)


def municipality_starts(gemeente: str, name: str, day: date) -> dict[str, str]:
    """By name of file the regulations of the set for a municipality (slug and name), in force from `day`.

    Every table holds one row, which says `onbekend`; bron and herkomst begin with `vul in`.
    """
    return {
        path.name: _made_ready(path.read_text(encoding="utf-8"), gemeente, name, day)
        for path in model_files()
    }


def model_files() -> list[Path]:
    """The files of the set, in order of name."""
    found = sorted((resource_folder("ordinances") / "model").glob("*.vrd"))
    return [
        each
        for each in found
        if re.search(rf"^  gemeente +{EXAMPLE}$", each.read_text("utf-8"), re.MULTILINE)
    ]


def _made_ready(text: str, gemeente: str, name: str, day: date) -> str:
    text = _OWN_BRON.sub(_BRON, text, count=1)
    text = _OWN_HERKOMST.sub(_HERKOMST, text, count=1)
    text = _START.sub(f"  in werking vanaf {write_date(day)}", text, count=1)
    text = _ROW.sub(f"  vanaf {write_date(day)} is onbekend", text)
    return text.replace(EXAMPLE, gemeente).replace(_NAME, name)
