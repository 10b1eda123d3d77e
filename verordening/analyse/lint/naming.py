"""Where a line names a person: behind a form of address, by initials with a surname, or by a common first name."""

from __future__ import annotations

import re
from typing import Final

from verordening.patterns import pattern

_SURNAME: Final = (
    r"(?:(?:van|de|den|der|el|ten|ter|het|'t|in|op)\s+){0,3}[A-ZÀ-ÞĆČĞİŁŚŞŠŽ][a-zà-ÿā-ſ][\w'’-]*"
)

_ADDRESSED: Final = pattern(
    r"\b(?:[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Mm]eneer|[Dd]e heer|[Dd]hr\.|[Ff]amilie|[Ff]am\.|[Ii]nwoner|[Bb]ewoner|"
    rf"[Cc]liënt|[Kk]lant|[Ee]iser(?:es)?|[Aa]ppellante?)\s+(?:[A-Z]\.\s?){{0,8}}{_SURNAME}"
)
_OF_ADDRESSES: Final = ("evr", "w.", "eneer", "heer", "hr.", "ilie", "am.", "woner", "liënt", "lant", "iser")
"""A part of each form of address: most lines have none, and their pattern takes long to compile."""
_OF_TITLES: Final = ("r.", "rs.", "of.", "ng.")
"""The same of titles."""

_TITLED: Final = pattern(
    rf"\b(?:[Mm]r|[Dd]rs|[Dd]r|[Ii]r|[Pp]rof|[Ii]ng)\.\s+(?:[A-Z]\.\s?){{0,8}}{_SURNAME}"
)

_INITIAL: Final = pattern(r"[A-Z]\.")
_INITIALS: Final = pattern(rf"(?<![\w.])(?P<letters>(?:[A-Z]\.\s?){{1,8}})(?P<surname>{_SURNAME})")
_NO_INITIALS: Final = frozenset(("BV", "NV", "CV", "VOF", "VN", "EU"))
"""What is written with points as well, before the name of a place or an institution."""

_NUMBERED: Final = pattern(
    r"\b(?:artikel|lid|onderdeel|onder|deel|hoofdstuk|paragraaf|afdeling|bijlage|tabel|groep|categorie|punt|sub)\s+$",
    re.IGNORECASE,
)
"""What stands before a letter that numbers a part: `onderdeel A.`"""
_LONGEST_PART: Final = 40
"""Characters that are looked at for it: a line may be as long as the file."""

_BEGINS_A_SENTENCE: Final = frozenset(
    re.findall(
        r"\w+",
        "De Het Een Dit Dat Die Deze Er Wie Wat Als Is Zijn Heeft Geen In Op Bij Voor Na Van Met Om Tot Aan "
        "Zie Ook Niet Hij Zij Wij Dan Daar Hier Elke Elk Alle Artikel Lid Wet Gemeente College Raad Later "
        "Daarna Verder ",
    )
)

_FIRST_NAMES: Final = frozenset(
    re.findall(
        r"\w+",
        "Abdel Achmed Ahmed Aicha Ali Alma Anita Anna Anne Annie Anouk Astrid Ayse Bart Bas Bert Bram Carla "
        "Cees Chantal Corrie Daan Dennis Derk Diana Dirk Eline Elisabeth Ellen Els Emine Emma Erik Esther "
        "Eva Fatima Fatma Femke Frank Geert Gerard Gerrit Gijs Greetje Hamza Hanneke Hans Harry Hassan "
        "Hendrik Henk Ibrahim Ingrid Irene Jaap Jacob Jan Janneke Jeroen Jessica Johan Johanna Joke Joost "
        "Jos Joyce Julia Karel Karim Karin Kees Kevin Khadija Klaas Koen Lars Laura Leila Lieke Linda Lisa "
        "Lotte Maaike Maarten Mandy Marieke Marijke Marjan Mark Martijn Mehmet Melissa Merel Mieke Miriam "
        "Mohamed Mohammed Monique Mustafa Naima Natasja Nicole Niels Nienke Omar Patricia Paul Peter Petra "
        "Piet Pieter Rachid Ramon Rik Rob Robert Roos Ruud Saida Samira Sandra Sanne Sara Saskia Silvia "
        "Sjaak Sofie Stefan Sven Thijs Thomas Tim Tineke Tom Truus Wendy Wesley Willem Wilma Wim Wouter "
        "Yasmina Youssef Yusuf Zeynep ",
    )
)
_CAPITALISED: Final = pattern(r"[A-Z][a-z]+")
_NAMED: Final = pattern(
    r"\b([A-Z][a-z]+)\s+(?:(?:van|de|den|der|el|ten|ter)\s+){0,2}[A-ZÀ-ÞĆČĞİŁŚŞŠŽ][a-zà-ÿā-ſ][\w'’-]*"
)
_OF_A_STREET: Final = pattern(
    r"(?:straat|laan|weg|plein|gracht|kade|singel|school|huis|college|prijs|fonds)$"
)

_CITES: Final = pattern(r"\s*(?:bron|bewijs|bewijslast|spreekt\s+tegen|herkomst|nagelezen\s+op)\s")
"""Lines that name where something was found: an author may stand there."""


CAN_NAME: Final = pattern(
    r"[A-ZÀ-ÞĆČĞİŁŚŞŠŽ](?:(?:(?<=[\w.]\s[A-ZÀ-ÞĆČĞİŁŚŞŠŽ])|(?<=\s\s[A-ZÀ-ÞĆČĞİŁŚŞŠŽ]))[a-zà-ÿā-ſ]|\.[^\S\n]?[vdA-Z'])"
)
"""What every name has: a word with a capital behind another word, or initials. Most lines have none."""


def person_in(line: str) -> tuple[int, int] | None:
    """Where the first person in a line of a file is named; of a cited author only a form of address counts."""
    finders = (_addressed,) if _CITES.match(line) else (_addressed, _titled, _by_initials, _by_first_name)
    found = [each for each in (find(line) for find in finders) if each is not None]
    return min(found, default=None)


def _addressed(line: str) -> tuple[int, int] | None:
    if not any(each in line for each in _OF_ADDRESSES):
        return None
    found = _ADDRESSED.search(line)
    return found.span() if found else None


def _titled(line: str) -> tuple[int, int] | None:
    if not any(each in line for each in _OF_TITLES):
        return None
    found = _TITLED.search(line)
    return found.span() if found else None


def _by_initials(line: str) -> tuple[int, int] | None:
    for found in _INITIALS.finditer(line) if _INITIAL.search(line) else ():
        letters = re.sub(r"\W", "", found["letters"])
        if letters in _NO_INITIALS:
            continue
        if len(letters) == 1 and _is_number(found, line):
            continue
        return found.span()
    return None


def _is_number(found: re.Match[str], line: str) -> bool:
    """Whether one letter numbers a part, or ends a sentence: `A. Algemeen`, `onderdeel A. De hoogte`."""
    before, surname = line[max(0, found.start() - _LONGEST_PART) : found.start()], found["surname"]
    if _NUMBERED.search(before) or surname.split()[0] in _BEGINS_A_SENTENCE:
        return True
    return before.strip(' \t#"-*') == "" and surname[0].isupper() and found["letters"][-1].isspace()


def _by_first_name(line: str) -> tuple[int, int] | None:
    if _FIRST_NAMES.isdisjoint(_CAPITALISED.findall(line)):
        return None
    for found in _NAMED.finditer(line):
        if found[1] in _FIRST_NAMES and not _OF_A_STREET.search(found[0]):
            return found.span()
    return None
