"""Question and answer of a judgement stand behind each other in letters and on screens: they must fit."""

from __future__ import annotations

import re
from pathlib import Path

from verordening.resources import resource_folder

_JUDGEMENT = re.compile(
    r"^oordeel (?P<name>\w+)[^:]*: (?:ja/nee|een van \((?P<options>[^)]*)\))\n"
    r'(?:  label +"[^"]*"\n)?  vraag +"(?P<question>[^"]*)"',
    re.MULTILINE,
)
_TEXT = re.compile(r'"[^"]*"')
_ASKS_WHICH = ("Wat ", "Welk ", "Welke ", "Hoe ", "Wie ", "Waar", "Wanneer ")


def test_every_option_of_a_judgement_answers_its_question() -> None:
    """`Ja` does not answer what asks which, and `Aanwezig` answers a question only that asks which or names it."""
    texts = [each.read_text(encoding="utf-8") for each in Path(resource_folder("ordinances")).rglob("*.vrd")]
    judgements = [found for text in texts for found in _JUDGEMENT.finditer(text)]
    assert len(judgements) == sum(text.count("\noordeel ") for text in texts)
    for each in judgements:
        options = [one.strip() for one in _TEXT.sub("", each["options"] or "").split(",") if one.strip()]
        asks_which = each["question"].startswith(_ASKS_WHICH)
        named = bool(options) and all(one in each["question"] for one in options)
        assert named or asks_which is bool(options), f"{each['name']}: {each['question']}"
