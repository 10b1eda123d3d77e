"""Where somebody objects, for each municipality: `[bezwaar.<gemeente>]` in `verordening.toml`.

For each apart: one office may write for several municipalities, and the wrong address costs somebody the term.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from verordening.cli.settings import OBJECTING, key_span, settings_table, unknown_setting, wrong_setting
from verordening.language.diagnostics import Diagnostic, InputError, diagnostic, shown
from verordening.language.source import Source
from verordening.language.suggestions import bedoelt_u
from verordening.model.municipalities import Municipality, close_municipalities, municipality, slug
from verordening.present.writing.sending import NOBODY, Contact

_KEYS: Final = {
    "naam": "name",
    "adres": "address",
    "email": "email",
    "formulier": "form",
    "telefoon": "telephone",
    "vragen": "questions",
}
_LONGEST: Final = 200
_FORMS: Final = {
    "email": (
        r"[^@\s]+@[^@\s]+\.[^@\s.]+",
        'schrijf een e-mailadres, zoals `email = "bezwaar@gemeente.example"`',
    ),
    "formulier": (r"https://\S+\.\S+", "schrijf een webadres dat met `https://` begint"),
    "telefoon": (r"\+?[\d ()-]{4,24}", 'schrijf een telefoonnummer, zoals `telefoon = "14 0123"`'),
    "vragen": (r"\+?[\d ()-]{4,24}", 'schrijf een telefoonnummer, zoals `vragen = "14 0123"`'),
}
_TEXT: Final = f"schrijf een tekst tussen aanhalingstekens, op één regel en van ten hoogste {_LONGEST} tekens"


def contact_of(gemeente: str, fictional: Callable[[], Iterable[Municipality]]) -> Contact:
    """How to reach a municipality (a slug), as the settings say. Raises InputError with all that is wrong in them."""
    found = settings_table()
    if found is None or OBJECTING not in found.table:
        return NOBODY
    source, offices = found.source, found.table[OBJECTING]
    problems: list[Diagnostic] = []
    named = {
        name: _contact(name, given, source, problems)
        for name, given in offices.items()
        if _is_municipality(name, source, problems, fictional)
    }
    if problems:
        raise InputError(problems)
    return named.get(gemeente, NOBODY)


def _is_municipality(
    name: str, source: Source, problems: list[Diagnostic], fictional: Callable[[], Iterable[Municipality]]
) -> bool:
    known = municipality(name)
    if known is not None and known.slug == name:
        return True
    made_up = tuple(fictional())
    if name in {each.slug for each in made_up}:
        return True
    meant = known.slug if known is not None else ""
    near = [each.slug for each in close_municipalities(name, made_up)]
    remedy = f"schrijf `[{OBJECTING}.{meant}]`" if meant else bedoelt_u(slug(name), near)
    problems.append(
        diagnostic(
            source,
            "VRD522",
            f"er is geen gemeente {shown(name)}",
            key_span(source, name),
            help=remedy or f"schrijf de naam van een gemeente, zoals `[{OBJECTING}.amsterdam]`",
        )
    )
    return False


def _contact(name: str, given: object, source: Source, problems: list[Diagnostic]) -> Contact:
    if not isinstance(given, Mapping):
        remedy = (
            f"zet onder `[{OBJECTING}.<gemeente>]` hoe iemand bezwaar maakt: `adres`, `email` of `formulier`"
        )
        problems.append(wrong_setting(source, name, given, remedy))
        return NOBODY
    problems += [unknown_setting(source, key, tuple(_KEYS), name) for key in given if key not in _KEYS]
    texts = {field: _text(given, key, name, source, problems) for key, field in _KEYS.items() if key in given}
    return Contact(**texts)


def _text(given: Mapping[str, Any], key: str, below: str, source: Source, problems: list[Diagnostic]) -> str:
    """The text behind a key; what is no text, or none of its kind, is noted in `problems`."""
    text = given[key]
    if (
        not isinstance(text, str)
        or not text.strip()
        or len(text) > _LONGEST
        or not text.strip().isprintable()
    ):
        problems.append(wrong_setting(source, key, text, _TEXT, below))
        return ""
    form, remedy = _FORMS.get(key, ("", ""))
    if form and re.fullmatch(form, text.strip()) is None:
        problems.append(wrong_setting(source, key, text, remedy, below))
    return " ".join(text.split())
