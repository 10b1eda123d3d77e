"""Small regulations to read cases by, and the refusals of a case as plain values."""

from __future__ import annotations

from datetime import date

import pytest

from verordening.language.diagnostics import Diagnostic, InputError
from verordening.language.parsing import parse
from verordening.language.source import Source
from verordening.model.case import Case
from verordening.model.case_reading import read_case
from verordening.model.corpus import Corpus
from verordening.model.resolving.assembly import resolve

SHARED = """\
regeling begrippen "Begrippen"
  soort begrippen
  herkomst fictief "een voorbeeld"
gegeven gedraging: een van (geen "geen", te_laat "te laat gemeld", werk_geweigerd "werk geweigerd")
gegeven leeftijd: duur in jaren van 18 jaar tot en met 120 jaar
gegeven contractduur: duur in maanden of onbepaald van 0 maanden tot en met 120 maanden
gegeven reistijd: duur in uren van 0 uren tot en met 12 uren
gegeven nettoloon: bedrag per maand van € 0 tot en met € 20.000
gegeven te_veel_betaald: bedrag van € 0 tot en met € 500.000
gegeven kinderen: aantal van 0 tot en met 8
gegeven score: getal van 0 tot en met 10
gegeven inzet: percentage
gegeven datum_gedraging: datum van 1 januari 2000 tot en met 31 december 2030
gegeven volgt_opleiding: ja/nee
gegeven kleur: een van (geen, rood_oranje_geel, oranje, geel, groen, blauw, indigo)
oordeel verwijtbaarheid: een van (geen, aanwezig)
oordeel dringende_redenen: ja/nee
besluit verlaging: percentage, standaard 0%, gunstig lager
besluit duur_verlaging: duur in maanden, standaard 0 maanden, gunstig lager
besluit inhouding: bedrag per maand, standaard € 0, gunstig lager
begrip jong: ja/nee = leeftijd < 27 jaar
waarde bestaanszekerheid "genoeg om van te leven"
waarde directe_uitstroom "snel aan het werk"
"""

ACT = """\
regeling pw "Participatiewet"
  soort wet
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt begrippen

artikel 18
  lid 2
    als      gedraging = te_laat
    dan moet verlaging = 5%
  lid 10
    in afwijking van lid 2 wegens dringende_redenen
    dan moet verlaging afgestemd worden van 0% tot en met de gewone uitkomst
    motiveer omstandigheden "Welke omstandigheden?"
"""

LOCAL = """\
regeling maatregelen "Maatregelen"
  soort verordening
  gemeente amsterdam
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt begrippen

gegeven eerdere_maatregel: ja/nee

artikel 3
  lid 3 onderdeel a
    als     eerdere_maatregel
    dan kan inhouding van € 0 tot en met € 10
"""


def corpus_for(gemeente: str) -> Corpus:
    sources = [Source("landelijk/begrippen.vrd", SHARED), Source("landelijk/pw.vrd", ACT)]
    if gemeente == "amsterdam":
        sources.append(Source("amsterdam/maatregelen.vrd", LOCAL))
    files = []
    for source in sources:
        file, problems = parse(source)
        assert problems == ()
        files.append(file)
    corpus, found = resolve(tuple(files), {source.path: source for source in sources}, gemeente)
    assert found == ()
    return corpus


HEAD = "gemeente: amsterdam\npeildatum: 2026-03-01\n"


def read(text: str, *, peildatum: date | None = None) -> Case:
    return read_case(Source("casus.yaml", text), corpus_for, peildatum=peildatum)[0]


def refusals(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(InputError) as caught:
        read(text)
    assert all(each.help and each.span is not None and each.excerpt for each in caught.value.diagnostics)
    return caught.value.diagnostics


def refusal(text: str) -> tuple[str, int, int, str, str]:
    """The one refusal of a text: code, line, column, message, remedy."""
    (found,) = refusals(text)
    assert found.span is not None
    return found.code, found.span.line, found.span.column, found.message, found.help


def fact(line: str) -> tuple[str, str, str]:
    """The refusal of one line under `gegevens`: code, message, remedy."""
    code, number, _, message, help = refusal(f"{HEAD}gegevens:\n  {line}\n")
    assert number == 4
    return code, message, help
