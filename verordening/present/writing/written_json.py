"""A written text as JSON, for programs that put it in a form of their own."""

from __future__ import annotations

import json
from typing import Any, Final

from verordening.present.writing.written import Block, Gap, Line, Paragraph, Points, Written

SCHEMA: Final = "verordening/tekst/1"


def render_json(text: Written, path: str = "", *, exit_code: int) -> str:
    """The whole text with what is still missing, ending in a newline; `path` is the file that it was written to."""
    whole = {
        "schema": SCHEMA,
        "soort": text.kind,
        "titel": text.title,
        "over": list(text.about),
        "peildatum": text.day,
        "bestand": path or None,
        "delen": [
            {
                "naam": each.key,
                "kop": each.heading,
                "alleen_voor_medewerker": each.aside,
                "blokken": [_block(block) for block in each.blocks],
            }
            for each in text.parts
        ],
        "ontbreekt": list(text.missing()),
        "afsluitcode": exit_code,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(line):
            return {"soort": "alinea", **_line(line)}
        case Points(lines):
            return {"soort": "punten", "punten": [_line(each) for each in lines]}
        case _:
            rows = [list(row) for row in block.rows]
            return {"soort": "tabel", "titel": block.caption, "koppen": list(block.heads), "rijen": rows}


def _line(line: Line) -> dict[str, Any]:
    return {
        "tekst": line.shown,
        "bron": line.link or None,
        "open": line.gap.value if line.gap is not Gap.NONE else None,
    }
