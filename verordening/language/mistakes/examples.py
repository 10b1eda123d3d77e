"""One example of each head and clause, for the help of a message that has nothing better to say."""

from __future__ import annotations

from typing import Final

from verordening.language.mistakes.stuck import Stuck
from verordening.language.tokens import PLACE_WORDS

EXAMPLES: Final = {
    "regeling": 'regeling maatregelen "Maatregelenverordening"',
    "gegeven": "gegeven leeftijd: duur in jaren van 18 jaar tot en met 120 jaar",
    "oordeel": "oordeel dringende_redenen: ja/nee",
    "begrip": "begrip volwassen: ja/nee = leeftijd >= 18 jaar",
    "tabel": "tabel norm: bedrag per maand, geïndexeerd op 1 januari en 1 juli",
    "besluit": "besluit verlaging: percentage van norm, standaard 0%, gunstig lager",
    "waarde": 'waarde maatwerk "kijken naar wie het is"',
    "artikel": 'artikel 3 "Afzien van een maatregel"',
    "lid": "lid 3",
    "onderdeel": "onderdeel a",
    "zin": "zin 2",
    "richtlijn": 'richtlijn 1 "Duurzame uitstroom"',
    "ondergrens": 'ondergrens beslagvrije_voet "Wat overblijft"',
    "samenhang": 'samenhang "een ouder heeft een kind" als huishouden = alleenstaande_ouder dan heeft_kind',
    "waarborg": 'waarborg werken_loont "Meer verdienen maakt niemand armer"',
    "soort": "soort verordening",
    "gemeente": "gemeente amsterdam",
    "gebruikt": "gebruikt pw, begrippen",
    "geen regeling": "geen regeling krachtens pw artikel 8 lid 1 onderdeel a",
    "volledig": "volledig krachtens pw artikel 8 vanaf 1 januari 2026",
    "past toe": "past toe pw artikel 18 lid 2",
    "nagelezen op": 'nagelezen op 22 november 2026 "de tekst van 1 januari 2026"',
    "dode verwijzing": 'dode verwijzing pw artikel 60b "vervallen op 1 januari 2017"',
    "overgangsrecht": "overgangsrecht artikel 6 zoals op 31 december 2025",
    "niet opgenomen": 'niet opgenomen artikel 8 "ontbreekt in de bron"',
    "herkomst": 'herkomst parafrase "niet nagelezen"',
    "bron": 'bron "CVDR358905/1"',
    "uitleg": 'uitleg "Dit geldt ook voor wie samenwoont."',
    "label": 'label "leeftijd van de inwoner"',
    "grondslag": "grondslag pw artikel 8 lid 1 onderdeel a",
    "in werking": "in werking vanaf 1 januari 2026 tot 1 januari 2030",
    "nieuw": "nieuw vanaf 1 januari 2026",
    "gedoogd": "gedoogd vanaf 1 januari 2026",
    "omstreden": 'omstreden "het ene standpunt" "het andere standpunt"',
    "verhouding": "verhouding buitenwettelijk",
    "daarna": 'daarna "bekijk het besluit opnieuw" bij lid 2',
    "inhoud": 'inhoud "De verlaging gaat in op de eerste dag van de maand."',
    "verordening verplicht": "verordening verplicht",
    "vraag": 'vraag "Hoe oud is de inwoner?"',
    "bijzonder": "bijzonder",
    "verandert niet": 'verandert niet "het is al gebeurd"',
    "neemt alleen toe": 'neemt alleen toe "niemand wordt jonger"',
    "bewijslast": 'bewijslast college parafrase "ECLI:NL:CRVB:2015:4069"',
    "weeg": "weeg gezondheid, gezin, schulden",
    "uitkomstzin": 'uitkomstzin "De bijstand wordt {uitkomst} van de norm lager"',
    "standaardzin": 'standaardzin "De bijstand wordt niet lager"',
    "meervoud": "meervoud gedragingen",
    "duur": "duur duur_verlaging",
    "ingang": "ingang ingang_verlaging",
    "verrekend over": "verrekend over spreiding",
    "samen ten hoogste": "samen ten hoogste grens_samenloop, hoogte_algemene_bijstand",
    "heroverwegen voor": "heroverwegen voor uiterste_dag",
    "bij meer": "bij meer verplichtingen geldt de hoogste verlaging",
    "vanaf": "vanaf 1 januari 2026 is € 1.401,50",
    "toegestaan door": "toegestaan door pw artikel 20",
    "in afwijking van": "in afwijking van artikel 6, artikel 7 wegens dringende_redenen",
    "onverminderd": "onverminderd artikel 6",
    "vervangt": "vervangt artikel 6",
    "als": "als leeftijd >= 18 jaar en huishouden = alleenstaande",
    "tenzij": "tenzij verwijtbaarheid = geen",
    "dan": "dan moet verlaging = 5% en duur_verlaging = 1 maand",
    "dient": "dient maatwerk, handhaving",
    "mandaat": "mandaat college, manager",
    "motiveer": 'motiveer waarom_te_zwaar "Waarom is de maatregel hier te zwaar?"',
    "soort ruimte": "soort ruimte hardheidsclausule",
    "groep": "groep minimaal_welzijn",
    "bewaakt": "bewaakt verlaging, duur_verlaging",
    "werking": "werking absoluut",
    "eis": "eis verlaging = 0%",
    "herstel": "herstel verlaging ten hoogste 0%",
    "buiten toepassing": 'buiten toepassing volgens "ECLI:NL:CRVB:2025:700"',
    "weegt": "weegt duurzame_uitstroom boven directe_uitstroom bij pw artikel 9 lid 1",
    "bewijs": 'bewijs praktijk "verslag van de proef"',
    "spreekt tegen": 'spreekt tegen "het rapport van 2024"',
}
"""By the word that opens the head or clause."""

_HEADS = {terminal: f"{terminal}_HEAD" for terminal in PLACE_WORDS}
_SPECIAL = {
    "soort": "SOORT",
    "in werking": "IN_WERKING",
    "in afwijking van": "AFWIJKING",
    "soort ruimte": "SOORT_RUIMTE",
    "verrekend over": "VERREKEND_OVER",
    "samen ten hoogste": "SAMEN_TEN_HOOGSTE",
    "heroverwegen voor": "HEROVERWEGEN_VOOR",
    "bij meer": "BIJ_MEER",
    "verordening verplicht": "VERORDENING_VERPLICHT",
}
_BY_TERMINAL = {
    _SPECIAL.get(words) or _HEADS.get(words.upper()) or words.split()[0].upper(): words for words in EXAMPLES
}
_WITH_LISTS: Final = {
    "LIJST_VAN": "gegeven kinderen: lijst van kind (leeftijd: duur in jaren) ten hoogste 12",
    "DE_SOM_VAN": "de som van inkomen van gezinsleden met (rol = partner)",
    **dict.fromkeys(("DE_HOOGSTE", "HET_HOOGSTE"), "de hoogste leeftijd van kinderen met (thuiswonend)"),
    **dict.fromkeys(("DE_LAAGSTE", "HET_LAAGSTE"), "de laagste leeftijd van kinderen met (thuiswonend)"),
    "ER_IS_EEN": "er is een kind met (leeftijd < 12 jaar)",
    "ER_IS_GEEN": "er is geen kind met (leeftijd < 12 jaar)",
    **dict.fromkeys(("VOOR_ELK", "VOOR_ELKE"), "voor elk kind met (thuiswonend) geldt (leeftijd < 18 jaar)"),
}
"""By the word that opens a list, or something of its elements."""
_PARTS_OF_HEAD = frozenset({("ALS", "begrip"), ("ALS", "samenhang"), ("DAN", "samenhang")})
_INSIDE_OTHERS = frozenset({"NIET", "VANAF", "REGELING", "ALS", "DUUR"})
"""Terminals that also stand inside a clause; they open one only where they open their line."""


def example_help(stuck: Stuck) -> str:
    """An example of the head or clause in which the parser is stuck, or nothing."""
    line = 0
    opening = inner = ""
    for token in stuck.own_tokens:
        first = token.line != line
        line = token.line or 0
        if token.type in _WITH_LISTS:
            inner = _WITH_LISTS[token.type]
        words = _BY_TERMINAL.get(token.type)
        if words is None or (token.type in _INSIDE_OTHERS and not first):
            continue
        if (token.type, opening) in _PARTS_OF_HEAD:
            continue
        opening, inner = words, ""
    example = inner or EXAMPLES.get(opening, "")
    return f"schrijf bijvoorbeeld `{example}`" if example else ""
