"""In een tekst die iemand leest, staat een moeilijk woord.

Een vraag, uitleg of zin gebruikt een woord waarvoor een gewoner woord bestaat, zoals `indien`, `derhalve` of `klant`.

## Waarom dit uitmaakt

De klantmanager leest deze tekst voor met een inwoner aan tafel, en hij staat in de brief. Wie een woord niet kent,
geeft een ander antwoord dan hij bedoelt.

## Wat u doet

- Schrijf het woord dat erbij staat. De hele lijst staat in `taal/woorden.toml`, en die kunt u aanvullen.
- Is het een woord uit de wet dat moet blijven staan, leg het dan uit in de zin zelf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language import syntax as s
from verordening.language.diagnostics import Severity
from verordening.language.source import Span
from verordening.model.plain_words import to_avoid

CODE = "VRD810"
SEVERITY = Severity.ADVIES
NEEDS = Needs.PROVISION

_READ = frozenset(
    (
        *("vraag", "uitleg", "label", "inhoud", "motiveer", "weeg", "daarna"),
        *("uitkomstzin", "standaardzin"),
    )
)


def check(look: Written) -> Iterator[Finding]:
    """Words of the list in what a caseworker or a resident reads."""
    for item in look.items():
        for clause in item.clauses:
            if clause.keyword in _READ:
                for word, better in to_avoid(_text_of(clause)):
                    yield Finding(
                        _place_of(word, clause, look),
                        f"`{word}` is een moeilijk woord voor wie dit leest",
                        help=f"schrijf bijvoorbeeld {' of '.join(f'`{each}`' for each in better.split(', of: '))}",
                    )


def _text_of(clause: s.Clause) -> str:
    match clause:
        case s.TextClause():
            return "\n".join(clause.texts)
        case s.WordClause(keyword="weeg"):
            return "\n".join(each.name for each in clause.words)
        case s.WordClause() | s.ReferenceClause():
            return clause.text
    return ""


def _place_of(word: str, clause: s.Clause, look: Written) -> Span:
    """Where the word is written; the clause where it runs over two lines."""
    wanted = re.compile(rf"(?<![\w-]){re.escape(word)}(?!\w)", re.IGNORECASE)
    source = look.sources[clause.span.file]
    for number in range(clause.span.line, clause.span.end_line + 1):
        found = wanted.search(source.line(number))
        if found is not None:
            return source.span(number, found.start() + 1, len(word))
    return clause.span
