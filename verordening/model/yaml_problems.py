"""What is wrong with YAML as text, in Dutch: characters, tabs, and the parser's own complaints translated."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.language.diagnostics import Diagnostic, InputError, diagnostic
from verordening.language.reading import is_blank
from verordening.language.source import Source, Span
from verordening.patterns import pattern, re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

KEYS_HELP: Final = "schrijf op elke regel een sleutel, een dubbele punt, een spatie en een waarde: `casus: …`"

_MOST_TABS = 10
_TAB = pattern(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)
# Control characters, line ends that YAML counts and editors do not, and signs that turn text around.
_FORBIDDEN = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def forbidden_character(text: str) -> re.Match[str] | None:
    """The first character that may not stand in a text, or None."""
    if text.replace("\n", "").isprintable():  # nearly always, and in no time
        return None
    return _FORBIDDEN.search(text)


def check_text(source: Source) -> None:
    """Refuse what makes the YAML parser stumble or misread. Raises InputError."""
    if is_blank(source):
        raise InputError((_empty(source),))
    bad = forbidden_character(source.text)
    if bad is not None:
        raise InputError((_bad_character(source, bad),))
    tabs = tuple(_tabs(source))
    if tabs:
        raise InputError(tabs)


def syntax_problem(source: Source, error: Any) -> Diagnostic:
    """The parser's complaint as a diagnostic; `error` is a YAMLError, with or without a place."""
    text = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    code, at_start, message, help = next((row for part, row in _TRANSLATIONS if part in text), _UNCLEAR)
    found, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = (start or found) if at_start else (found or start)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    last = source.text.count("\n") + 1
    if line > last:  # the end of a text without a line end: YAML counts one more
        line, column = last, len(source.line(last)) + 1
    return diagnostic(source, code, message, Span.at(source.path, line, column), help=help)


def _empty(source: Source) -> Diagnostic:
    return diagnostic(source, "VRD020", "het bestand is leeg", Span.at(source.path, 1, 1, 0), help=KEYS_HELP)


def _bad_character(source: Source, bad: re.Match[str]) -> Diagnostic:
    return diagnostic(
        source,
        "VRD030",
        f"hier staat een onzichtbaar teken dat niet mag (U+{ord(bad.group()):04X})",
        source.span_at(bad.start(), bad.end()),
        help="haal het teken weg of typ de regel opnieuw",
    )


def _tabs(source: Source) -> Iterator[Diagnostic]:
    if "\t" not in source.text:
        return
    for count, match in enumerate(_TAB.finditer(source.text)):
        if count == _MOST_TABS:
            return
        start = source.text.index("\t", match.start())
        yield diagnostic(
            source,
            "VRD021",
            "deze regel springt in met een tab",
            source.span_at(start, start + 1),
            label="een tab",
            help="gebruik spaties om in te springen",
        )


_Row = tuple[str, bool, str, str]
"""Code, whether the place is where the construct starts, message, help."""

_BRACKET = "sluit elk haakje en zet een komma tussen de onderdelen, zoals `[verlaging, duur_verlaging]`"
_INDENT: _Row = (
    "VRD029",
    False,
    "deze regel past niet bij de regels erboven",
    "zet sleutels die bij elkaar horen recht onder elkaar, en een bijzondere tekst tussen aanhalingstekens",
)
_ANCHOR: _Row = (
    "VRD023",
    True,
    "een waarde mag niet beginnen met `&` of `*`",
    "zet de tekst tussen aanhalingstekens",
)
_UNCLEAR: _Row = (
    "VRD029",
    False,
    "de indeling van het bestand klopt hier niet",
    "kijk hier en op de regel erboven naar inspringing, dubbele punten, haakjes en aanhalingstekens",
)
_TRANSLATIONS: Final[tuple[tuple[str, _Row], ...]] = (
    (
        "cannot start any token",
        (
            "VRD029",
            False,
            "een waarde mag niet met dit teken beginnen",
            "zet de tekst tussen aanhalingstekens",
        ),
    ),
    (
        "mapping values are not allowed",
        (
            "VRD029",
            False,
            "hier wordt geen dubbele punt verwacht",
            "zet een tekst met een dubbele punt tussen aanhalingstekens, en kijk of de regel erboven klopt",
        ),
    ),
    (
        "unknown escape character",
        (
            "VRD029",
            False,
            "na de schuine streep staat een teken dat daar niet kan",
            "gebruik enkele aanhalingstekens in plaats van dubbele",
        ),
    ),
    (
        "quoted scalar",
        (
            "VRD029",
            True,
            "de tekst die hier begint heeft geen sluitend aanhalingsteken",
            "zet aan het einde van de tekst hetzelfde aanhalingsteken",
        ),
    ),
    ("while parsing a flow sequence", ("VRD029", True, "de opsomming die hier begint klopt niet", _BRACKET)),
    ("while parsing a flow mapping", ("VRD029", True, "de opsomming die hier begint klopt niet", _BRACKET)),
    ("while parsing a flow node", ("VRD029", False, "hier ontbreekt een onderdeel of een haakje", _BRACKET)),
    ("node content", ("VRD029", False, "hier ontbreekt een waarde of staat een haakje te veel", _BRACKET)),
    (
        "scanning a simple key",
        ("VRD029", True, "op deze regel ontbreekt een dubbele punt na de sleutel", KEYS_HELP),
    ),
    ("while scanning an alias", _ANCHOR),
    ("while scanning an anchor", _ANCHOR),
    (
        "ing a tag",
        (
            "VRD024",
            True,
            "een waarde mag niet beginnen met `!`",
            "zet de tekst tussen aanhalingstekens",
        ),
    ),
    (
        "directive",
        ("VRD024", True, "een opdracht aan YAML mag hier niet", "haal de regel weg die met `%` begint"),
    ),
    (
        "while scanning a block scalar",
        (
            "VRD029",
            False,
            "na `|` of `>` begint de tekst op een nieuwe regel",
            "zet de tekst op de volgende regel en spring in met spaties",
        ),
    ),
    ("while parsing a block", _INDENT),
    ("document start", _INDENT),
)
