"""In het bestand staat een adres of nummer van iemand.

Een e-mailadres, telefoonnummer, rekeningnummer (IBAN), of een straat met huisnummer.

## Waarom dit uitmaakt

Een nummer of adres van een persoon hoort niet in een regeling, en dat van een afdeling is na een jaar anders.

## Wat u doet

- Haal het weg, of verwijs naar de website van de gemeente.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.lines import lines_to_search
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language.diagnostics import Severity
from verordening.patterns import pattern

CODE = "VRD783"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.TEXT

_EMAIL: Final = pattern(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b")
_TELEPHONE: Final = pattern(
    r"(?<![\w.,/+-])(?:(?:\+|00)31[ -]?(?:\(0\))?|\(?0)(?:[ ()-]{0,2}\d){9}(?!\d)(?![-,]\d)"
)
_DATE: Final = pattern(r"\d\d-\d\d-\d{4}")
_IBAN: Final = pattern(r"\b[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d){10}\b")
_STREET: Final = pattern(
    r"\b(?:[A-Z][\w'’-]*\s){0,8}[A-Z][a-z'’-]{2,}(?:straat|laan|weg|gracht|kade|singel|dijk|steeg|dreef|plantsoen|baan|plein)"
    r"\s\d{1,4}(?:[ -]?[a-zA-Z](?!\w))?(?![\w%]|[.,]\d)"
)
_POSTCODE: Final = pattern(r"\b[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b(?!-)")
_HOUSE: Final = pattern(
    r"\b[A-Z][\w'’-]*(?:\s[\w'’-]+){0,3}\s\d{1,4}(?:[ -]?[a-zA-Z](?!\w))?,?\s+$|[Pp]ostcode\s+$"
)
"""What stands before a postcode: a street of any name with a number, or the word itself."""
_LONGEST_HOUSE: Final = 100
"""Characters that are looked at for it: a line may be as long as the file."""
GLANCE: Final = pattern(
    r"[A-Z\d@](?:(?<=@)"
    r"|(?<=[A-Z])(?:[A-Z]\d\d ?[A-Z]{4}|[a-z'’-]{5,}[^\S\n]\d)"
    r"|(?<=\d)(?:\d{3} ?[A-Z]{2}|(?:[ ()-]{0,2}\d){8}))"
)
"""What an address or number has: `@`, the middle of an account, a street, a postcode, or nine digits together."""
_CHECK_DIGITS: Final = 97


def check(look: Written) -> Iterator[Finding]:
    """Addresses and numbers that lead to somebody, anywhere in a file, comments too: the first in each line."""
    for source, number, line in lines_to_search(look.texts, GLANCE):
        found = first_in(line)
        if found is not None:
            kind, (start, end) = found
            yield Finding(
                source.span(number, start + 1, end - start),
                f"hier staat een {kind}",
                help="haal het weg, of verwijs naar de website van de gemeente",
            )


def first_in(line: str) -> tuple[str, tuple[int, int]] | None:
    """The first address or number in a line: what it is, with where it begins and ends."""
    if "@" in line:
        found = _EMAIL.search(line)
        if found is not None:
            return "e-mailadres", found.span()
    for found in _IBAN.finditer(line):
        if _is_iban(found[0]):
            return "rekeningnummer", found.span()
    for found in _TELEPHONE.finditer(line):
        if _DATE.search(found[0]) is None:
            return "telefoonnummer", found.span()
    found = _STREET.search(line)
    if found is not None:
        return "adres", found.span()
    for found in _POSTCODE.finditer(line):
        if _HOUSE.search(line[max(0, found.start() - _LONGEST_HOUSE) : found.start()]):
            return "adres", found.span()
    return None


def _is_iban(written: str) -> bool:
    """Whether the check digits are right: not every row of letters and digits is an account."""
    signs = written.replace(" ", "")
    number = "".join(str(int(each, 36)) for each in signs[4:] + signs[:4])
    return int(number) % _CHECK_DIGITS == 1
