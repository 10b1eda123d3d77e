"""`dan norm regel: pw artikel 21` to an expectation: what must come, and where in the outcome; or what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from verordening.language.codes import CODES
from verordening.language.suggestions import bedoelt_u
from verordening.model.case_choice import known_place
from verordening.model.case_mismatches import Wanted
from verordening.model.case_names import unknown_decision
from verordening.model.case_problems import Refusal, quoted
from verordening.model.case_values import read_value
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_value
from verordening.model.rules import Decision
from verordening.model.trials.trial import Expectation, Match
from verordening.model.types import Kind
from verordening.model.yaml_reading import Scalar

PENDING: Final = "nog te beoordelen"
"""What stands where the author has not said yet what must come."""

NONE: Final = "geen"
REFUSED: Final = "fout"

STATUSES: Final = ("bepaald", "voorbehoud", "afstemmen", "open", "leemte", "strijdig")
SETTLED: Final = ("bepaald", "voorbehoud")
ROUTE_STATUSES: Final = ("mag", "moet", "mag_niet", "hangt_af_van")
GUIDELINE_STATUSES: Final = ("spreekt", "hangt_af_van")
FLOOR_STATUSES: Final = ("gehouden", "geschonden", "onbekend", "niet_van_toepassing")

_BESIDE_STATUS: Final = {
    "open": "kandidaten",
    "strijdig": "kandidaten",
    "afstemmen": "bereik",
    "leemte": "bereik",
    "bepaald": "uitkomst",
    "voorbehoud": "uitkomst",
}
"""What stands behind the colon after a status."""

_OF_A_DECISION: Final = (
    *("status", "uitkomst", "regel", "bedrag", "bedrag_van", "kandidaten", "bereik", "tussen"),
    *("bedrag_tussen", "herkomst", "bevestigd_door", "ontbrekende_teksten"),
)
_LISTS: Final = frozenset({"kandidaten", "bevestigd_door"})
_ALONE: Final = ("keuze", "gebreken", "ingang", "einde", "heroverwegen_voor")
_MOST_CHOICES: Final = 8
_COMMANDS: Final = ("toets", "afwijken")
_OF_A_FLOOR: Final = ("status", "effect", "voor", "na")
_STARTS: Final = (
    "ruimte",
    "ondergrens",
    "richtlijn",
    "afsluitcode",
    "maandbeeld",
    "gedraging",
    "eerste_vraag",
    REFUSED,
    *_ALONE,
)


class Asked(NamedTuple):
    """One expectation as written: its name without `dan`, the text, and the place of both."""

    name: str
    text: str
    name_at: Scalar
    text_at: Scalar


def expectations_of(asked: Asked, corpus: Corpus) -> tuple[Expectation, ...]:
    """What is expected. Raises Refusal (VRD408, VRD410-VRD417, VRD442); `Unreadable` where the name is to blame."""
    return tuple(_read(asked, asked.name.split(), (), corpus))


class UnreadableName(Refusal):
    """The name of the expectation is wrong, and not what is expected."""


def decisions_named(names: Sequence[str], corpus: Corpus) -> tuple[str, ...]:
    """The decisions that expectations with these names are about, in order."""
    words = [name.split() for name in names]
    about = (each[1] if each[0] == "ruimte" and len(each) > 1 else each[0] for each in words if each)
    return tuple(dict.fromkeys(name for name in about if name in corpus.decisions))


def _read(asked: Asked, words: list[str], under: tuple[str, ...], corpus: Corpus) -> Iterator[Expectation]:
    if not words:
        raise UnreadableName("VRD442", "achter `dan` ontbreekt wat eruit moet komen", _KINDS)
    first, rest = words[0], words[1:]
    if first == REFUSED and not rest:
        _one_of(asked.text, tuple(CODES))
        return
    one = " ".join(rest)
    if first in corpus.decisions:
        yield from _decision(asked, corpus.decisions[first], rest, under, corpus)
    elif first == "gedraging" and rest and rest[0].isdecimal() and not under:
        yield from _read(asked, rest[1:], ("gedragingen", rest[0]), corpus)
    elif first == "eerste_vraag" and not rest:
        yield _expect(asked, (*under, first))
    elif first in _OF_THE_CASE and not under:
        yield from _OF_THE_CASE[first](asked, rest, corpus)
    elif first == "afsluitcode" and one in ("", *_COMMANDS) and not under:
        yield _expect(asked, (first, one or "toets"))
    elif first in _ALONE and not rest and not under:
        yield _expect(asked, (first,))
    elif first == "maandbeeld" and len(rest) == 1 and not under:
        yield _expect(asked, (first, one))
    elif first in _STARTS:
        raise UnreadableName("VRD442", f"{quoted(asked.name)} kan hier niet verwacht worden", _KINDS)
    else:
        refusal = unknown_decision(first, corpus)
        near = bedoelt_u(first, (*_STARTS, *corpus.decisions)) or refusal.help
        raise UnreadableName(refusal.code, refusal.message, near, refusal.label)


_KINDS: Final = (
    "schrijf de naam van een besluit, met of zonder `status`, `regel`, `bedrag`, `kandidaten`, `bereik` of `herkomst`; "
    "of `ruimte BESLUIT REGEL`, `ondergrens NAAM`, `richtlijn REGELING NUMMER`, `eerste_vraag`, `afsluitcode` of `fout`"
)


# ------------------------------------------------ a decision


def _decision(
    asked: Asked, decision: Decision, rest: list[str], under: tuple[str, ...], corpus: Corpus
) -> Iterator[Expectation]:
    path = (*under, "besluiten", decision.name)
    if not rest:
        yield from _outcome(asked, decision, path)
        return
    aspect = "_".join(rest)
    if aspect not in _OF_A_DECISION:
        remedy = bedoelt_u(aspect, _OF_A_DECISION) or f"kies uit {_listed(_OF_A_DECISION)}"
        raise UnreadableName("VRD442", f"van een besluit is er geen {quoted(aspect)}", remedy)
    yield _aspect(asked, aspect, asked.text, decision, path, corpus)


def _outcome(asked: Asked, decision: Decision, path: tuple[str, ...]) -> Iterator[Expectation]:
    """The outcome itself, or a status, with more behind a colon."""
    status, colon, beside = asked.text.partition(":")
    if status.strip() in STATUSES:
        status = status.strip()
        yield _expect(asked, (*path, "status"), status)
        if colon:
            yield _aspect(asked, _BESIDE_STATUS[status], beside.strip(), decision, path, None)
        return
    yield _expect(asked, (*path, "status"), *SETTLED)
    yield _expect(asked, (*path, "uitkomst"), _as_shown(asked.text, decision))


def _aspect(
    asked: Asked, aspect: str, text: str, decision: Decision, path: tuple[str, ...], corpus: Corpus | None
) -> Expectation:
    if aspect == "status":
        _one_of(text, STATUSES)
    elif aspect == "uitkomst":
        text = _as_shown(text, decision)
    elif aspect == "regel" and corpus is not None:
        text = _place(text, corpus)
    elif aspect in _LISTS:
        parts = [] if text == NONE else [part.strip() for part in text.split(", ")]
        parts = [_as_shown_or_same(part, decision) for part in parts]
        return Expectation(asked.name, (*path, aspect), tuple(parts), Match.ALL, asked.text_at.span)
    return _expect(asked, (*path, aspect), text)


def _as_shown(text: str, decision: Decision) -> str:
    """The value as the outcome shows it. Raises Refusal where the decision cannot come to it."""
    type_ = decision.type
    if type_.kind is Kind.AMOUNT and type_.unit and " per " not in text:
        text = f"{text} per {type_.unit}"
    return format_value(read_value(text, Wanted(decision.name, type_, decision.place)), type_)


def _as_shown_or_same(text: str, decision: Decision) -> str:
    try:
        return _as_shown(text, decision)
    except Refusal:
        return text


def _place(text: str, corpus: Corpus) -> str:
    if text == NONE:
        return text
    found = known_place(text, corpus)
    if not found:
        ids = [rule.id for rule in corpus.rules]
        remedy = bedoelt_u(text, ids) or "noem de plaats van de regel, zoals `pw artikel 18 lid 10`"
        raise Refusal("VRD417", f"er is geen regel {quoted(text)}", remedy)
    return found


# ------------------------------------------------ routes and floors


def _route(asked: Asked, rest: list[str], corpus: Corpus) -> Iterator[Expectation]:
    if len(rest) < 2 or rest[0] not in corpus.decisions:
        raise UnreadableName(
            "VRD442",
            "achter `ruimte` horen een besluit en een regel",
            "schrijf bijvoorbeeld `dan ruimte verlaging pw artikel 18 lid 10`",
        )
    rule = _place(" ".join(rest[1:]), corpus)
    path = ("ruimte", rest[0], rule)
    status, colon, beside = asked.text.partition(":")
    _one_of(status.strip(), (*ROUTE_STATUSES, NONE))
    yield _expect(asked, (*path, "status"), status.strip())
    if colon:
        yield _expect(asked, (*path, "bereik"), beside.strip())


def _guideline(asked: Asked, rest: list[str], corpus: Corpus) -> Iterator[Expectation]:
    """A guideline by its regulation and number, with or without the municipality."""
    name = " ".join(rest)
    ids = {each.id: each.id.replace(" richtlijn ", " ") for each in corpus.guidelines}
    found = [id for id, short in ids.items() if name in (short, short.partition("/")[2])]
    if len(found) != 1:
        remedy = (
            bedoelt_u(name, tuple(ids.values())) or "noem de regeling en het nummer, zoals `koersbesluit 1`"
        )
        raise UnreadableName("VRD442", f"er is geen richtlijn {quoted(name)}", remedy)
    path = ("richtlijnen", found[0])
    status, colon, beside = asked.text.partition(":")
    _one_of(status.strip(), (*GUIDELINE_STATUSES, NONE))
    yield _expect(asked, (*path, "status"), status.strip())
    if colon:
        yield _expect(asked, (*path, "weegt"), beside.strip())


def _floor(asked: Asked, rest: list[str], corpus: Corpus) -> Iterator[Expectation]:
    names = [floor.name for floor in corpus.floors]
    if not rest or rest[0] not in names:
        given = quoted(rest[0]) if rest else "zonder naam"
        remedy = (
            bedoelt_u(rest[0] if rest else "", names) or "noem de ondergrens zoals zij in de regeling heet"
        )
        raise UnreadableName("VRD442", f"er is geen ondergrens {given}", remedy)
    aspect = "_".join(rest[1:]) or "status"
    if aspect not in _OF_A_FLOOR:
        raise UnreadableName(
            "VRD442",
            f"van een ondergrens is er geen {quoted(aspect)}",
            f"kies uit {_listed(_OF_A_FLOOR)}",
        )
    if aspect == "status":
        _one_of(asked.text, FLOOR_STATUSES)
    yield _expect(asked, ("ondergrenzen", rest[0], aspect))


_OF_THE_CASE: Final = {"ruimte": _route, "ondergrens": _floor, "richtlijn": _guideline}
"""What belongs to the case as a whole and not to one act."""


def _expect(asked: Asked, path: tuple[str, ...], *texts: str) -> Expectation:
    wanted = texts or (asked.text,)
    match = Match.TEXT if len(wanted) == 1 else Match.ONE_OF
    return Expectation(asked.name, path, wanted, match, asked.text_at.span)


def _one_of(text: str, words: Sequence[str]) -> None:
    if text not in words:
        remedy = bedoelt_u(text, words) or f"kies uit {_listed(words[:_MOST_CHOICES])}"
        raise Refusal("VRD442", f"{quoted(text)} kan hier niet verwacht worden", remedy)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"`{each}`" for each in words)
