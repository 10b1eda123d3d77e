"""Which word of the language somebody meant: another word for it, a misspelling, or two words written as one."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection
from typing import Final, Literal

from verordening.language.grammar import keywords, marks, reserved_words
from verordening.language.opening import CLAUSE_WORDS, ITEM_WORDS
from verordening.language.suggestions import did_you_mean
from verordening.records import dataclass

_OTHER_WORDS: Final[dict[str, tuple[str, ...]]] = {
    # conditions
    "als": ("indien", "wanneer", "mits", "if", "when"),
    "tenzij": ("behoudens", "unless"),
    "dan": ("then",),
    "anders": ("else", "overig", "overige"),
    "en": ("and", "alsmede", "plus"),
    "of": ("or",),
    "niet": ("not",),
    "ja": ("true", "waar", "yes"),
    "nee": ("false", "onwaar", "no", "neen"),
    "onbekend": ("null", "none", "unknown"),
    "peildatum": ("vandaag", "nu", "today"),
    # comparisons and sums
    ">=": (
        "groter dan of gelijk aan",
        "is groter dan of gelijk aan",
        "minimaal",
        "minstens",
        "ten minste",
        "is minimaal",
    ),
    "<=": (
        "kleiner dan of gelijk aan",
        "is kleiner dan of gelijk aan",
        "maximaal",
        "hoogstens",
        "ten hoogste",
        "is maximaal",
    ),
    ">": ("is groter dan", "is meer dan", "is hoger dan", "groter dan", "meer dan", "hoger dan"),
    "<": ("is kleiner dan", "is minder dan", "is lager dan", "kleiner dan", "minder dan", "lager dan"),
    "!=": ("is niet gelijk aan", "is niet", "ongelijk aan"),
    "=": ("is gelijk aan", "gelijk aan", "is", "equals", ":="),
    "+": ("plus",),
    "-": ("min", "minus"),
    "keer": ("maal", "times"),
    "gedeeld door": ("delen door", "gedeeld", "gedeelddoor"),
    "tot en met": ("t/m", "tm", "tot", "t.e.m.", "tot aan"),
    "het kleinste van": ("minimum van", "het laagste van", "min", "minimum", "kleinste"),
    "het grootste van": ("maximum van", "het hoogste van", "max", "maximum", "grootste"),
    # what follows
    "moet": ("must", "moeten", "wordt", "zal"),
    "kan": ("may", "can", "kunnen", "mogen", "mag"),
    "mag niet": ("mag geen", "moet niet", "kan niet"),
    "ten hoogste": ("hoogstens", "maximaal", "maximum", "niet meer dan", "<="),
    "ten minste": ("minstens", "minimaal", "minimum", "niet minder dan", ">="),
    "afgestemd": ("aangepast",),
    # types
    "ja/nee": ("boolean", "bool", "ja of nee", "ja / nee", "janee"),
    "een van": ("één van", "een uit", "enum", "keuze", "keuze uit"),
    "een": ("één",),
    "aantal": ("integer", "int", "count"),
    "getal": ("number", "decimal", "cijfer"),
    "percentage": ("procent", "percent"),
    "bedrag": ("geld", "money", "amount", "euro"),
    "datum": ("date", "dag"),
    "duur": ("periode", "duration"),
    "lijst van": ("lijst", "list of", "reeks van", "rij van"),
    # of the elements of a list
    "met": ("waarvoor geldt", "waarbij", "waarvan"),
    "de som van": ("som van", "het totaal van", "totaal van", "sum of"),
    "er is een": ("er bestaat een", "een van de"),
    "er is geen": ("er bestaat geen", "geen van de"),
    "voor elk": ("voor alle", "voor iedere", "voor ieder", "elk", "elke"),
    # items
    "regeling": ("verordening", "beleidsregel", "wet", "regulation"),
    "gegeven": ("feit", "fact", "invoer", "variabele"),
    "oordeel": ("beoordeling", "judgement"),
    "begrip": ("definitie", "begripsbepaling", "concept"),
    "besluit": ("beslissing", "decision"),
    "artikel": ("artikelen", "art.", "art", "article"),
    "lid": ("leden",),
    "onderdeel": ("onderdelen", "onder", "sub"),
    "richtlijn": ("guideline",),
    # clauses
    "bron": ("vindplaats", "source"),
    "vraag": ("question",),
    "uitleg": ("toelichting",),
    "label": ("omschrijving", "benaming"),
    "grondslag": ("op grond van", "basis"),
    "in werking": ("inwerkingtreding", "inwerking", "werkt vanaf", "met ingang van", "ingang"),
    "vanaf": ("met ingang van", "per"),
    "inhoud": ("tekst", "text"),
    "mandaat": ("bevoegd",),
    "motiveer": ("motivering",),
    "gebruikt": ("gebruik", "importeert", "import"),
    "in afwijking van": ("in afwijking", "afwijking van", "wijkt af van"),
    "behalve": ("uitgezonderd", "met uitzondering van", "maar niet"),
    "wegens": ("vanwege", "omdat"),
    "toegestaan door": ("toegestaan op grond van", "toegestaan"),
    # modifiers
    "standaard": ("default",),
    "afgerond": ("afronden", "rond af"),
    "centen": ("cent", "eurocent"),
    "euro's": ("euro", "euros", "euro’s"),
    "naar boven": ("omhoog", "omhoog afgerond"),
    "naar beneden": ("omlaag",),
}
"""What people write for a word of the language."""

_MEANT = tuple((phrase, word) for word, phrases in _OTHER_WORDS.items() for phrase in phrases)
_PHRASES = tuple(phrase for phrase, _ in _MEANT)
_WORD = re.compile(r"[^\W\d]\w*")
_PHRASE_WORDS = 6
_LOOKED_AT = 200
"""Characters in which a word or phrase of the language must end."""
_ENDINGS = frozenset({"en", "s", "n", "e", "t", "de", "ten", "len", "pen", "ing", "je"})
"""What makes another form of the same word, so that it is no word of its own behind a keyword."""
_SHORTEST_STEM = 2
_SHORT = 3
"""Of a word this short at most one letter is missing or too many."""


@dataclass(frozen=True, slots=True)
class Meant:
    """`written` stands in the text, `word` was meant; `rest` is what was glued behind it."""

    written: str
    word: str
    how: Literal["case", "glued", "other", "close"]
    rest: str = ""


def words_for(expected: Collection[str]) -> frozenset[str]:
    """The words and marks that a set of terminals stands for; a clause of two words as a whole."""
    known = {**keywords(), **marks()}
    found = {known[terminal] for terminal in expected if terminal in known}
    if opens_clause(expected):
        found -= {words.split()[0] for words in CLAUSE_WORDS if " " in words}
        found.update(CLAUSE_WORDS)
    if "GEGEVEN" in expected:
        found.update(ITEM_WORDS)
    compounds = {
        "EEN": "een van",
        "GEDEELD": "gedeeld door",
        "MAG": "mag niet",
        "HET": "het kleinste van",
        "NAAR": "naar boven",
    }
    found.update(words for terminal, words in compounds.items() if terminal in expected)
    if "HET" in expected:
        found.add("het grootste van")
    if "NAAR" in expected:
        found.add("naar beneden")
    return frozenset(found)


def opens_clause(expected: Collection[str]) -> bool:
    """Whether a new clause may begin here."""
    return "HERKOMST" in expected and "EIS" in expected


def meant_by(text: str, candidates: frozenset[str]) -> Meant | None:
    """The candidate that the words at the start of `text` stand for, if any."""
    return _meant_by(text[:_LOOKED_AT], candidates)


@functools.lru_cache(maxsize=32_768)
def _meant_by(text: str, candidates: frozenset[str]) -> Meant | None:
    first = _WORD.match(text)
    written = first[0] if first else ""
    other = _other_word(text, candidates)
    if other is not None:
        return other
    if not written:
        return None
    if written.casefold() in candidates and written not in candidates:
        return Meant(written, written.casefold(), "case")
    if written in reserved_words():
        compounds = frozenset(each for each in candidates if " " in each)
        return _glued(text, compounds) or _close(text, compounds)
    return (
        _glued(written, candidates, digits_only=True)
        or _glued(written, candidates)
        or _close(text, candidates)
    )


def _other_word(text: str, candidates: Collection[str]) -> Meant | None:
    head = " ".join(text[:60].split()).casefold()
    if not head.startswith(_PHRASES):
        return None
    found = None
    for phrase, word in _MEANT:
        if word not in candidates or not head.startswith(phrase):
            continue
        following = head[len(phrase) : len(phrase) + 1]
        if phrase[-1].isalnum() and (following.isalnum() or following == "_"):
            continue
        if found is None or len(phrase) > len(found[0]):
            found = (phrase, word)
    if found is None:
        return None
    stretch = re.match(_spaced(found[0]), text, re.IGNORECASE)
    return Meant(stretch[0], found[1], "other") if stretch else None


def _glued(text: str, candidates: frozenset[str], *, digits_only: bool = False) -> Meant | None:
    every, one_by_one = _glued_patterns(candidates)
    if every.match(text) is None:
        return None
    for word, pattern in one_by_one:
        found = pattern.match(text)
        if found is None:
            continue
        rest = found[2]
        if digits_only and not rest[0].isdigit():
            continue
        if not digits_only and (rest in _ENDINGS or len(rest) < _SHORTEST_STEM):
            continue
        return Meant(found[0], word, "glued", rest)
    return None


@functools.lru_cache(maxsize=256)
def _glued_patterns(candidates: frozenset[str]) -> tuple[re.Pattern[str], list[tuple[str, re.Pattern[str]]]]:
    """Whether one of the candidates has something glued behind it, and which: the longest first."""
    words = [word for word in candidates if word.replace(" ", "").isalpha()]
    words.sort(key=lambda word: (-len(word), word))
    every = re.compile(rf"(?:{'|'.join(map(_spaced, words)) or '(?!)'})[^\W_]", re.IGNORECASE)
    return every, [(word, re.compile(rf"({_spaced(word)})([^\W_]\w*)", re.IGNORECASE)) for word in words]


def _close(text: str, candidates: frozenset[str]) -> Meant | None:
    words = re.findall(r"[\w/']+", text.split("\n", 1)[0][:120])[:_PHRASE_WORDS]
    for count in (3, 2, 1):
        if len(words) < count:
            continue
        phrase = " ".join(words[:count])
        word = did_you_mean(phrase, _of_words(candidates, count))
        if word is None or (len(word) <= _SHORT and abs(len(word) - len(phrase)) > 1):
            continue
        written = re.match(_spaced(phrase), text)
        if written is not None:
            return Meant(written[0], word, "close")
    return None


@functools.lru_cache(maxsize=256)
def _of_words(candidates: frozenset[str], count: int) -> tuple[str, ...]:
    """The candidates of so many words, in a fixed order."""
    return tuple(sorted(each for each in candidates if each[0].isalpha() and len(each.split()) == count))


def _spaced(phrase: str) -> str:
    """A pattern for the words of a phrase with any white space between them."""
    return r"\s+".join(re.escape(part) for part in phrase.split())
