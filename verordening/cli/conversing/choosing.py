"""The choice: what is chosen, by which way and by whom, with what reasons. Not deviating takes one reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from verordening.cli.conversing.answers import hint_of
from verordening.cli.conversing.exploring import ways
from verordening.cli.conversing.prompts import Form, Option, Prompt, View
from verordening.evaluate.outcome import Range, RouteStatus, Status
from verordening.model.case import WHY_NOT_KEY
from verordening.model.conversation_questions import WHY_NOT
from verordening.model.formatting import format_value
from verordening.model.types import Kind, Type
from verordening.present.conversation_content import way_in_words
from verordening.present.merged import MergedRoute
from verordening.present.words import Words
from verordening.records import replace

CHOICE: Final = "keuze"
NOT_DEVIATING: Final = "nee"
_READY: Final = frozenset({RouteStatus.MAG, RouteStatus.MOET})


def choosing(view: View) -> Iterator[Prompt]:
    """What to choose; then what that choice still needs."""
    chosen = chosen_way(view)
    yield _what(view, chosen)
    if chosen == NOT_DEVIATING:
        yield _why_not(view)
    elif chosen:
        way = next((each for each in ways(view) if each.route.cited.id == chosen), None)
        if way is not None:
            yield from _deviating(way, view)
    if chosen:
        yield from _other_reasons(view)


def chosen_way(view: View) -> str:
    """The way that the case chooses, `nee` for not deviating; empty while nothing is chosen."""
    if view.at("keuze", "afwijken") == NOT_DEVIATING:
        return NOT_DEVIATING
    return view.case.choice.route if view.case.choice is not None else ""


def _what(view: View, chosen: str) -> Prompt:
    words = Words(view.outcome)
    must = any(each.status is Status.AFSTEMMEN for each in view.outcome.decisions)
    settled = words.settled(view.outcome.decisions)
    stay = () if must else (Option(f"niet afwijken{f': {settled}' if settled else ''}", NOT_DEVIATING),)
    open_ways = (each for each in ways(view) if each.route.status in _READY)
    options = (*stay, *(Option(way_in_words(each, words), each.route.cited.id) for each in open_ways))
    why = "U beslist; het programma geeft geen advies. Nog niet kiezen: Enter."
    if must:
        why = "De wet vraagt hier dat u zelf kiest, met redenen. Nog niet kiezen: Enter."
    return Prompt("keuze", "Wat kiest u?", Form.PICK, CHOICE, options=options, why=why, given=chosen)


def _why_not(view: View) -> Prompt:
    given = view.at("keuze", "motivering", WHY_NOT_KEY) or view.at("keuze", "motivering")
    return _reason(WHY_NOT_KEY, WHY_NOT, given, "Eén zin is genoeg, voor de motivering. Overslaan: Enter.")


def _deviating(way: MergedRoute, view: View) -> Iterator[Prompt]:
    for name, range_ in way.ranges:
        yield _outcome(name, range_, view)
    yield _role(way, view)
    served = way.route.serves or tuple(view.corpus.values)
    yield Prompt(
        "keuze/dient",
        "Voor welke waarde wijkt u af?",
        Form.PICK,
        CHOICE,
        options=tuple(Option(each.replace("_", " "), each) for each in served if each in view.corpus.values),
        why="Richtlijnen zeggen per waarde wat voor en tegen spreekt.",
        given=view.at("keuze", "dient"),
    )
    for key, question in way.route.motivate:
        yield _reason(key, question, view.at("keuze", "motivering", key), "Deze reden vraagt de regel.")


def _outcome(name: str, range_: Range, view: View) -> Prompt:
    decision = view.corpus.decisions[name]
    options: tuple[Option, ...] = ()
    only = range_.low is not None and range_.low == range_.high
    if only:
        text = format_value(range_.low, decision.type, with_unit=True) if range_.low is not None else ""
        options = (Option(text, text),)
    elif decision.type.options:
        options = tuple(Option(decision.type.label(each), each) for each in decision.type.options)
    type_ = _within(range_, decision.type)
    return Prompt(
        f"keuze/besluiten/{name}",
        f"Welke uitkomst kiest u voor {decision.label}?",
        Form.PICK if only else Form.VALUE,
        CHOICE,
        type_,
        decision.place,
        options,
        why=f"Deze weg laat toe: {range_.text}.",
        hint="" if options or type_.kind is Kind.ENUM else hint_of(type_),
        given=view.at("keuze", "besluiten", name),
    )


def _within(range_: Range, type_: Type) -> Type:
    """The type of a decision, cut down to what a way allows."""
    low, high = range_.low, range_.high
    if isinstance(low, bool | str) or isinstance(high, bool | str):
        return type_
    plain = (int, Fraction, date)
    return replace(
        type_,
        low=low if isinstance(low, plain) else type_.low,
        high=high if isinstance(high, plain) else type_.high,
    )


def _role(way: MergedRoute, view: View) -> Prompt:
    roles = way.route.mandate
    return Prompt(
        "keuze/beslist_door",
        "Wie beslist?",
        Form.PICK if roles else Form.TEXT,
        CHOICE,
        options=tuple(Option(each.replace("_", " "), each) for each in roles),
        why="Alleen wie bevoegd is, mag deze weg gebruiken." if roles else "Noem een rol, en nooit een naam.",
        hint="" if roles else "een rol, zoals college",
        given=view.at("keuze", "beslist_door"),
    )


def _reason(key: str, question: str, given: str, why: str) -> Prompt:
    return Prompt(f"keuze/motivering/{key}", question, Form.TEXT, CHOICE, why=why, given=given)


def _other_reasons(view: View) -> Iterator[Prompt]:
    """Reasons that the decision needs whichever way it goes."""
    choice = view.outcome.choice
    way = next(
        (each for each in ways(view) if choice is not None and each.route.cited.id == choice.route), None
    )
    told = {key for key, _ in way.route.motivate} if way is not None else set()
    for key, question in choice.reasons if choice is not None else ():
        if key not in told:
            given = view.at("keuze", "motivering", key)
            yield _reason(key, question, given, "Zonder deze reden is de keuze niet af.")
