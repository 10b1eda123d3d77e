"""Which clause may stand under which head, and which only once; empty places, and rules that say nothing.

The grammar lets any clause follow any head, so that the message can be about the clause and not about a word in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from verordening.language import syntax as s
from verordening.language.building import Piece
from verordening.language.diagnostics import Diagnostic, Related, diagnostic
from verordening.language.source import Source

HEAD_WORDS: Final = {
    "regeling": "een regeling",
    "plaats": "een artikel of lid",
    "gegeven": "een gegeven",
    "oordeel": "een oordeel",
    "begrip": "een begrip",
    "tabel": "een tabel",
    "besluit": "een besluit",
    "waarde": "een waarde",
    "richtlijn": "een richtlijn",
    "ondergrens": "een ondergrens",
    "samenhang": "een samenhang",
    "waarborg": "een waarborg",
}
"""The kinds of head with their Dutch names in a sentence."""

_EVERYWHERE = tuple(HEAD_WORDS)
_DECLARED = ("gegeven", "oordeel", "begrip", "tabel", "besluit", "waarde")

ALLOWED: Final[dict[str, tuple[str, ...]]] = {
    "soort": ("regeling",),
    "gemeente": ("regeling",),
    "gebruikt": ("regeling",),
    "geen regeling": ("regeling",),
    "volledig": ("regeling",),
    "past toe": ("regeling",),
    "nagelezen op": ("regeling", "plaats"),
    "dode verwijzing": ("plaats",),
    "overgangsrecht": ("plaats",),
    "niet opgenomen": ("regeling", "plaats"),
    "herkomst": _EVERYWHERE,
    "bron": _EVERYWHERE,
    "uitleg": _EVERYWHERE,
    "label": _DECLARED,
    "grondslag": (
        "regeling",
        "plaats",
        "gegeven",
        "oordeel",
        "begrip",
        "tabel",
        "besluit",
        "richtlijn",
        "ondergrens",
        "samenhang",
        "waarborg",
    ),
    "in werking": ("regeling", "plaats", "richtlijn", "ondergrens"),
    "nieuw": ("regeling", "plaats", "richtlijn", "ondergrens"),
    "gedoogd": ("regeling", "plaats", "richtlijn", "ondergrens"),
    "omstreden": ("regeling", "plaats"),
    "verhouding": ("regeling", "plaats"),
    "inhoud": ("plaats", "richtlijn"),
    "verordening verplicht": ("plaats",),
    "daarna": ("plaats",),
    "vraag": ("gegeven", "oordeel", "besluit", "ondergrens"),
    "bijzonder": ("gegeven",),
    "verandert niet": ("gegeven",),
    "neemt alleen toe": ("gegeven",),
    "bewijslast": ("gegeven", "oordeel"),
    "weeg": ("oordeel",),
    "uitkomstzin": ("besluit",),
    "standaardzin": ("besluit",),
    "meervoud": ("gegeven",),
    "duur": ("besluit",),
    "ingang": ("besluit",),
    "verrekend over": ("besluit",),
    "samen ten hoogste": ("besluit",),
    "heroverwegen voor": ("besluit",),
    "bij meer": ("plaats",),
    "vanaf": ("tabel",),
    "toegestaan door": ("plaats", "begrip", "ondergrens", "samenhang"),
    "in afwijking van": ("plaats",),
    "onverminderd": ("plaats",),
    "vervangt": ("plaats",),
    "als": ("plaats", "richtlijn", "ondergrens", "waarborg"),
    "tenzij": ("plaats", "ondergrens"),
    "dan": ("plaats",),
    "dient": ("plaats", "ondergrens"),
    "mandaat": ("plaats",),
    "motiveer": ("plaats", "ondergrens"),
    "soort ruimte": ("plaats",),
    "groep": ("ondergrens",),
    "bewaakt": ("ondergrens",),
    "werking": ("ondergrens",),
    "eis": ("ondergrens", "waarborg"),
    "herstel": ("ondergrens",),
    "buiten toepassing": ("ondergrens",),
    "weegt": ("richtlijn",),
    "bewijs": ("richtlijn",),
    "spreekt tegen": ("richtlijn",),
}
"""The kinds of head under which each clause may stand."""

_REPEATED = frozenset(
    {
        "niet opgenomen",
        "geen regeling",
        "volledig",
        "past toe",
        "dode verwijzing",
        "vanaf",
        "weeg",
        "motiveer",
        "bewijs",
        "spreekt tegen",
    }
)
_JOINED = {
    "als": "voeg de twee voorwaarden samen met `en` of `of`",
    "overgangsrecht": "geef elk overgangsrecht een eigen lid of zin",
    "tenzij": "voeg de twee uitzonderingen samen met `of`",
    "dan": "voeg de twee gevolgen samen met `en`",
    "eis": "voeg de twee eisen samen met `en`",
    "herstel": "voeg beide samen met `en`",
    **dict.fromkeys(
        (
            "gebruikt",
            "grondslag",
            "in afwijking van",
            "toegestaan door",
            "onverminderd",
            "vervangt",
            "dient",
            "mandaat",
        ),
        "voeg beide samen met een komma",
    ),
    "bewaakt": "voeg beide samen met een komma",
}
"""How two clauses of a kind become one; for the others one of them has to go."""

_MOST_HOMES = 4
_OF_A_RULE = (
    "als",
    "tenzij",
    "in afwijking van",
    "onverminderd",
    "vervangt",
    "dient",
    "motiveer",
    "soort ruimte",
)
"""Clauses that say something about a rule, and so mean nothing without `dan`."""
_DEPTH = {"artikel": 1, "lid": 2, "onderdeel": 3, "zin": 4}
_THIS = {
    "artikel": "dit artikel",
    "lid": "dit lid",
    "onderdeel": "dit onderdeel",
    "zin": "deze zin",
    "richtlijn": "deze richtlijn",
}


def check_placement(pieces: Sequence[Piece], source: Source) -> Iterator[Diagnostic]:
    """What stands where it cannot; nothing is concluded from clauses that are lost."""
    for position, piece in enumerate(pieces):
        if piece.item is None:
            continue
        yield from _misplaced(piece.item, source)
        yield from _joined_with_rule(piece.item, source)
        yield from _repeated(piece.item, source)
        if piece.whole and isinstance(piece.item.head, s.PlaceHead):
            if not piece.item.clauses and not _has_places_inside(piece.item.head, pieces, position):
                before = pieces[position - 1].item if position else None
                yield _empty(piece.item.head, before, source)
            yield from _without_consequence(piece.item, source)


def kind_of(head: s.Head) -> str:
    """Which of the kinds of head this is."""
    match head:
        case s.PlaceHead():
            return "richtlijn" if head.part == "richtlijn" else "plaats"
        case s.InputHead():
            return head.keyword
        case s.RegelingHead():
            return "regeling"
        case s.ConceptHead():
            return "begrip"
        case s.TableHead():
            return "tabel"
        case s.DecisionHead():
            return "besluit"
        case s.ValueHead():
            return "waarde"
        case s.FloorHead():
            return "ondergrens"
        case s.CoherenceHead():
            return "samenhang"
        case s.GuaranteeHead():
            return "waarborg"


def _named(head: s.Head) -> str:
    """The head as it stands in "niet bij een artikel"."""
    return f"een {head.part}" if isinstance(head, s.PlaceHead) else HEAD_WORDS[kind_of(head)]


def _misplaced(item: s.Item, source: Source) -> Iterator[Diagnostic]:
    kind = kind_of(item.head)
    for clause in item.clauses:
        allowed = ALLOWED[clause.keyword]
        if kind in allowed:
            continue
        yield diagnostic(
            source,
            "VRD120",
            _belongs_elsewhere(clause.keyword, item.head, allowed),
            clause.span,
            help=f"haal `{clause.keyword}` hier weg, of zet het waar het hoort",
            related=(Related(item.head.span, "hier staat het nu onder"),),
        )


def _belongs_elsewhere(keyword: str, head: s.Head, allowed: tuple[str, ...]) -> str:
    here = _named(head)
    if len(allowed) > _MOST_HOMES:
        return f"`{keyword}` hoort niet bij {here}"
    *first, last = (HEAD_WORDS[each] for each in allowed)
    apart = ", of" if first[1:] or " of " in "".join(first) else " of"
    homes = f"{', '.join(first)}{apart} {last}" if first else last
    return f"`{keyword}` hoort bij {homes}, niet bij {here}"


def _joined_with_rule(item: s.Item, source: Source) -> Iterator[Diagnostic]:
    """Overgangsrecht and a rule in one place would share a condition."""
    clauses = {clause.keyword: clause for clause in item.clauses}
    if "overgangsrecht" in clauses and "dan" in clauses:
        yield diagnostic(
            source,
            "VRD120",
            "`overgangsrecht` en `dan` horen niet in dezelfde bepaling",
            clauses["overgangsrecht"].span,
            help="geef het overgangsrecht een eigen artikel, lid of zin",
            related=(Related(clauses["dan"].span, "de regel"),),
        )


def _repeated(item: s.Item, source: Source) -> Iterator[Diagnostic]:
    first: dict[str, s.Clause] = {}
    for clause in item.clauses:
        keyword = clause.keyword
        before = first.setdefault(keyword, clause)
        if before is clause or keyword in _REPEATED:
            continue
        yield diagnostic(
            source,
            "VRD121",
            f"`{keyword}` staat hier twee keer",
            clause.span,
            help=_JOINED.get(keyword, "laat er één staan en haal de andere weg"),
            related=(Related(before.span, "hier staat het al"),),
        )


def _has_places_inside(head: s.PlaceHead, pieces: Sequence[Piece], position: int) -> bool:
    """Whether the place after this one, at `position`, lies inside it; what could not be read may well do."""
    for at in range(position + 1, len(pieces)):
        piece = pieces[at]
        if piece.item is None:
            return True
        following = piece.item.head
        if isinstance(following, s.PlaceHead):
            return following.part in _DEPTH and _DEPTH[following.part] > _DEPTH.get(head.part, 9)
    return False


def _empty(head: s.PlaceHead, before: s.Item | None, source: Source) -> Diagnostic:
    hint = f'schrijf met `inhoud "…"` wat {_THIS[head.part]} zegt'
    last = before.clauses[-1] if before is not None and before.clauses else None
    if isinstance(last, s.ReferenceClause | s.DeviationClause):
        hint += f", of zet `{head.part} {head.number}` op de regel erboven als het bij die verwijzing hoort"
    return diagnostic(source, "VRD122", f"{_THIS[head.part]} is leeg", head.span, help=hint)


def _without_consequence(item: s.Item, source: Source) -> Iterator[Diagnostic]:
    assert isinstance(item.head, s.PlaceHead)
    keywords = {clause.keyword for clause in item.clauses}
    if kind_of(item.head) != "plaats" or "dan" in keywords:
        return
    for clause in item.clauses:
        if clause.keyword in ("als", "tenzij") and "overgangsrecht" in keywords:
            continue
        if clause.keyword in _OF_A_RULE:
            yield diagnostic(
                source,
                "VRD123",
                f"`{clause.keyword}` hoort bij een regel, en hier staat geen `dan`",
                clause.span,
                help=f"schrijf met `dan …` wat er volgt, of haal `{clause.keyword}` weg",
            )
            return
