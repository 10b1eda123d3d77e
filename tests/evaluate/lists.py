"""Small corpora with lists, and what an expression of one comes to for a list as a case gives it."""

from __future__ import annotations

from datetime import date
from functools import cache

from tests.properties.corpora import load
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.evaluate.unknown import Unknown
from verordening.language.source import Source
from verordening.model.case_reading import read_case
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_value
from verordening.model.types import Value

HEAD = """\
regeling begrippen "Begrippen"
  soort begrippen
  herkomst fictief "een voorbeeld"
gegeven kinderen: lijst van kind (
    leeftijd: duur in jaren van 0 jaar tot en met 30 jaar vraag "Hoe oud is dit kind?",
    thuiswonend: ja/nee) ten hoogste 4
gegeven gezinsleden: lijst van gezinslid (
    rol: een van (aanvrager, partner),
    inkomen: bedrag per maand van € 0 tot en met € 1.000) ten hoogste 2
gegeven grens: duur in jaren van 0 jaar tot en met 30 jaar
"""
DAY = date(2026, 3, 1)


@cache
def corpus_with(*declarations: str) -> Corpus:
    """The lists above with more declarations."""
    corpus, found = load([("begrippen.vrd", HEAD + "\n".join(declarations))], "")
    assert found == ()
    return corpus


def facts(corpus: Corpus, written: str) -> dict[str, Value]:
    """The facts of a case, from the lines under `gegevens`."""
    indented = "".join(f"  {line}\n" for line in written.splitlines())
    section = f"gegevens:\n{indented}" if indented else ""
    text = f"gemeente: amsterdam\npeildatum: 2026-03-01\n{section}"
    return read_case(Source("casus.yaml", text), lambda _: corpus)[0].inputs()


def outcome(expression: str, written: str, type_: str = "") -> str:
    """What an expression comes to in words; what is missing between brackets where it is unknown."""
    corpus = corpus_with(f"begrip proef{type_ and f': {type_}'} = {expression}")
    concept = corpus.concepts["proef"]
    found = value(concept.value, Context(corpus, facts(corpus, written), DAY))
    if isinstance(found, Unknown):
        return f"onbekend ({', '.join(sorted(found.inputs | found.texts))})"
    return format_value(found, concept.type)
