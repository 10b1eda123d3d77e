"""The names a case may use, and what to say of one that it may not: a person, a slip of the pen, the wrong place."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.language.suggestions import bedoelt_u, did_you_mean
from verordening.model.case_problems import Refusal, quoted
from verordening.model.corpus import Corpus
from verordening.patterns import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

KEYS: Final = (
    "casus",
    "gemeente",
    "peildatum",
    "besluiten",
    "voorbeeldrichtlijnen",
    "gegevens",
    "oordelen",
    "gesprek",
    "keuze",
    "verwacht",
)
"""The keys of a case, in the order in which one writes them."""

CHOICE_KEYS: Final = ("afwijken", "besluiten", "route", "beslist_door", "dient", "motivering")
JUDGEMENT_KEYS: Final = ("oordeel", "motivering")

_PERSONAL: Final = frozenset(
    {
        "naam",
        "namen",
        "voornaam",
        "voornamen",
        "achternaam",
        "geslachtsnaam",
        "roepnaam",
        "initialen",
        "voorletters",
        "bsn",
        "burgerservicenummer",
        "sofinummer",
        "klantnummer",
        "clientnummer",
        "dossiernummer",
        "paspoortnummer",
        "geboortedatum",
        "geboorteplaats",
        "adres",
        "straat",
        "straatnaam",
        "huisnummer",
        "postcode",
        "woonplaats",
        "woonadres",
        "telefoon",
        "telefoonnummer",
        "mobiel",
        "email",
        "mail",
        "emailadres",
        "mailadres",
        "iban",
        "rekeningnummer",
        "handtekening",
    }
)
_AGE: Final = "leeftijd"


def refuse_person(name: str, corpus: Corpus | None) -> Refusal | None:
    """The refusal of a key that asks for a person, or None. Call it only for a key that a case does not know."""
    words = [re.sub(r"[^a-z]", "", word) for word in re.split(r"[_\s.-]+", name.casefold())]
    if not _PERSONAL.intersection((*words, "".join(words))):
        return None
    remedy = "haal deze regel weg; een casus noemt geen personen"
    if "geboortedatum" in words and corpus is not None and _AGE in corpus.inputs:
        remedy = f"haal deze regel weg; vul als het nodig is `{_AGE}` in, zoals `29 jaar`"
    return Refusal("VRD402", f"een casus heeft geen veld voor {quoted(name)}", remedy)


def unknown_key(name: str, known: Iterable[str], inside: str, corpus: Corpus | None) -> Refusal:
    """What to say of a key that does not exist in `inside` (`een casus`, `een keuze`)."""
    keys = tuple(known)
    person = refuse_person(name, corpus)
    if person is not None:
        return person
    misplaced = _section_of(name, corpus)
    if misplaced:
        return Refusal(
            "VRD409",
            f"{quoted(name)} staat niet onder een sleutel",
            f"zet het onder `{misplaced}`, en spring in met spaties{_several(name, corpus)}",
        )
    listed = ", ".join(f"`{key}`" for key in keys)
    return Refusal(
        "VRD405",
        f"{inside} heeft geen sleutel {quoted(name)}",
        bedoelt_u(name, keys) or f"de sleutels zijn {listed}",
    )


def unknown_input(name: str, corpus: Corpus, *, judgement: bool) -> Refusal:
    """What to say of a name under `gegevens` (or `oordelen`) that is no such thing."""
    here, there = ("oordelen", "gegevens") if judgement else ("gegevens", "oordelen")
    one = "oordeel" if judgement else "gegeven"
    other = corpus.inputs.get(name)
    if other is not None:
        what = "een oordeel" if other.judgement else "een gegeven"
        example = ", met `oordeel` en `motivering`" if other.judgement else ""
        return Refusal(
            "VRD409",
            f"`{name}` is {what}, maar staat onder `{here}`",
            f"zet het onder `{there}`{example}",
            what,
        )
    elsewhere = _other_name(name, corpus)
    if elsewhere is not None:
        return elsewhere
    person = refuse_person(name, corpus)
    if person is not None:
        return person
    return Refusal(
        "VRD407" if judgement else "VRD406",
        f"er is geen {one} {quoted(name)}",
        _close_input(name, corpus, judgement=judgement)
        or f"haal de regel weg, of kijk in de regeling hoe het {one} heet",
    )


def unknown_decision(name: str, corpus: Corpus) -> Refusal:
    """What to say of a name that is no decision."""
    if name in corpus.inputs:
        what = "een oordeel" if corpus.inputs[name].judgement else "een gegeven"
        section = "oordelen" if corpus.inputs[name].judgement else "gegevens"
        return Refusal("VRD409", f"`{name}` is {what} en geen besluit", f"zet het onder `{section}`", what)
    listed = ", ".join(f"`{each}`" for each in corpus.decisions)
    return Refusal(
        "VRD408",
        f"er is geen besluit {quoted(name)}",
        bedoelt_u(name, corpus.decisions) or (f"kies uit {listed}" if listed else "haal de regel weg"),
    )


def _section_of(name: str, corpus: Corpus | None) -> str:
    declared = corpus.inputs.get(name) if corpus is not None else None
    if declared is None:
        return ""
    return "oordelen" if declared.judgement else "gegevens"


def _several(name: str, corpus: Corpus | None) -> str:
    """Where to put more than one of what this names, if a case may hold several."""
    plural = corpus.inputs[name].plural if corpus is not None and name in corpus.inputs else ""
    return f"; zijn het er meer, zet ze dan onder de sleutel `{plural}`" if plural else ""


def _other_name(name: str, corpus: Corpus) -> Refusal | None:
    if name in corpus.decisions:
        return Refusal(
            "VRD409",
            f"`{name}` is een besluit: de uitkomst, en geen gegeven",
            "haal de regel weg, of noem het onder `besluiten`",
            "een besluit",
        )
    if name in corpus.concepts or name in corpus.tables:
        return Refusal(
            "VRD409",
            f"`{name}` rekent het programma zelf uit",
            "haal de regel weg",
            "dit vult u niet zelf in",
        )
    return None


def _close_input(name: str, corpus: Corpus, *, judgement: bool) -> str:
    same = [each for each, declared in corpus.inputs.items() if declared.judgement is judgement]
    close = bedoelt_u(name, same)
    if close:
        return close
    others = (each for each, declared in corpus.inputs.items() if declared.judgement is not judgement)
    other = did_you_mean(name, others)
    if other is None:
        return ""
    section = "gegevens" if judgement else "oordelen"
    return f"bedoelt u `{other}`? dat hoort onder `{section}`"
