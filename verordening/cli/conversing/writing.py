"""An answer put into the text of the case, with what must change along with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verordening.cli.conversing.choosing import NOT_DEVIATING
from verordening.cli.conversing.exploring import ways
from verordening.cli.conversing.prompts import Form, Prompt, View
from verordening.model.case import WHY_NOT_KEY
from verordening.model.case_editing import Written, with_value, without_value
from verordening.model.case_lists import NONE, UNKNOWN
from verordening.model.formatting import format_value

_OF_A_WAY = ("besluiten", "dient", "beslist_door")


def with_answer(text: str, prompt: Prompt, value: Written, view: View) -> str:
    """The case with the answer in it."""
    place = view.place(prompt.path)
    match prompt.path:
        case ("keuze",):
            return _with_choice(text, str(value), view)
        case ("gegevens", name) if prompt.several:
            return with_value(text, place, _as_many(int(str(value)), _listed(view, name)))
        case ("gegevens", name, at, field):
            whole = _with_field(_listed(view, name), int(at), field, str(value))
            return with_value(text, view.place(("gegevens", name)), whole)
        case ("keuze", "motivering", _):
            return with_value(_with_named_reason(text, view), place, value)
    if prompt.form is Form.TEXTS and not isinstance(value, str | Mapping):
        return with_value(text, place, [*_texts(view, prompt.path), *value])
    return with_value(text, place, value)


def without_answer(text: str, prompt: Prompt, view: View) -> str:
    """The case without what was answered here; of a judgement the reason goes as well."""
    place = view.place(prompt.path)
    if prompt.path[0] == "oordelen" and prompt.name == "oordeel":
        return without_value(text, place[:-1])
    return without_value(text, place)


def _with_choice(text: str, value: str, view: View) -> str:
    """Another choice leaves nothing behind of the one before but its reasons."""
    for key in ("route", "afwijken", *_OF_A_WAY):
        text = without_value(text, view.place(("keuze", key)))
    if value == NOT_DEVIATING:
        return with_value(text, view.place(("keuze", "afwijken")), value)
    way = next(each for each in ways(view) if each.route.cited.id == value)
    for name, range_ in way.ranges:
        if range_.low is not None and range_.low == range_.high:
            only = format_value(range_.low, view.corpus.decisions[name].type, with_unit=True)
            text = with_value(text, view.place(("keuze", "besluiten", name)), only)
    return with_value(text, view.place(("keuze", "route")), value)


def _with_named_reason(text: str, view: View) -> str:
    """The one reason for not deviating under a key of its own, so that others can stand beside it."""
    section = view.data.get("keuze")
    reason = section.get("motivering") if isinstance(section, Mapping) else None
    if isinstance(reason, str) and reason:
        return with_value(text, view.place(("keuze", "motivering")), {WHY_NOT_KEY: reason})
    return text


def _listed(view: View, name: str) -> list[Written]:
    section = view.data.get("gegevens")
    given = section.get(name) if isinstance(section, Mapping) else None
    return list(given) if isinstance(given, Sequence) and not isinstance(given, str) else []


def _as_many(number: int, given: list[Written]) -> Written:
    return [*given[:number], *[UNKNOWN] * (number - len(given))] if number else NONE


def _with_field(given: list[Written], at: int, field: str, value: str) -> list[Written]:
    element = given[at]
    return [
        *given[:at],
        {**(element if isinstance(element, Mapping) else {}), field: value},
        *given[at + 1 :],
    ]


def _texts(view: View, path: tuple[str, ...]) -> list[str]:
    found: Written | None = view.data
    for key in path:
        found = found.get(key) if isinstance(found, Mapping) else None
    if found is None or isinstance(found, Mapping):
        return []
    return [found] if isinstance(found, str) else [str(each) for each in found]
