"""One page about a case for the discussion in the team: facts, outcome, room, values, arguments, the question.

Anonymous: no municipality, no day, no exact age or amount; only facts that a rule or guideline looks at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from verordening.evaluate.outcome import FloorEffect, FloorStatus, Outcome, RouteStatus
from verordening.model.case import Case
from verordening.model.conversation import Conversation
from verordening.model.corpus import Corpus
from verordening.present.answer import answer, chosen, first_question, standing
from verordening.present.dutch import after_colon, numbered, sentence, spaced, unended
from verordening.present.merged import MergedRoute, merge_floors, merge_routes
from verordening.present.room_content import action, hinge_names, if_so, in_order
from verordening.present.words import Words
from verordening.present.writing import sentences as s
from verordening.present.writing.anonymous import coarse_text, coarse_value
from verordening.present.writing.matter import NOTIFICATION, Matter, matters_of
from verordening.present.writing.naming import named, places
from verordening.present.writing.sending import PLAIN, Sending
from verordening.present.writing.written import (
    Block,
    Line,
    Paragraph,
    Table,
    Written,
    part,
    points,
    said,
    to_give,
)

KIND: Final = "casusblad"
KEYS: Final = (
    "feiten",
    "uitkomst",
    "ruimte",
    "ondergrenzen",
    "waarden",
    "mensen",
    "argumenten",
    "vraag",
)
"""The parts by the names that a template uses."""
_FIRM: Final = "Dit staat vast."
_MOST_FACTS: Final = 12
_MOST_ROUTES: Final = 5


def case_sheet(outcome: Outcome, case: Case, corpus: Corpus, _: Sending = PLAIN) -> Written:
    """The sheet. What nobody wrote down is left open for a pen; where to object is no matter of the team."""
    matters = matters_of(outcome, case, corpus)
    told = case.conversation or Conversation()
    parts = (
        *part("feiten", s.SHEET_FACTS, points(_facts(matters))),
        *part("uitkomst", s.SHEET_OUTCOME, *(_outcome(each) for each in matters)),
        *part("ruimte", s.SHEET_ROOM, points(_room(matters))),
        *part("ondergrenzen", s.SHEET_FLOORS, points(_floors(matters))),
        *part("waarden", s.SHEET_VALUES, points(_values(matters, case, corpus))),
        *part("mensen", s.SHEET_PEOPLE, points(_people(told))),
        *part("argumenten", s.SHEET_ARGUMENTS, _arguments(told)),
        *part("vraag", s.SHEET_QUESTION, _question(told)),
    )
    about = (outcome.case, s.SHEET_NOTE)
    text = Written(KIND, s.SHEET_TITLE, about, parts, outcome.peildatum.replace(day=1).isoformat())
    return text.mapped(lambda each: coarse_text(each, outcome.gemeente_name))


def _facts(matters: Sequence[Matter]) -> Iterator[Line]:
    """The facts that something looks at, and after them each judgement with its reason as it was written."""
    facts = list(dict.fromkeys(line for each in matters for line in _given(each)))
    yield from facts[:_MOST_FACTS]
    if len(facts) > _MOST_FACTS:
        yield Line(s.SHEET_MORE_FACTS.format(aantal=numbered(len(facts) - _MOST_FACTS, "feit", "feiten")))
    for matter in matters:
        for name, judgement in matter.judged():
            answered = sentence(matter.value(name, judgement.value))
            reason = f" (“{judgement.reason}”)" if judgement.reason else ""
            yield Line(f"{matter.corpus.inputs[name].question} {answered}{reason}")


def _given(matter: Matter) -> Iterator[Line]:
    for name, value in {**matter.case.facts, **matter.own_facts}.items():
        if name != NOTIFICATION and (matter.is_used(name) or name in matter.guiding):
            told = coarse_value(name, value, matter.corpus.inputs[name].type)
            yield Line(f"{sentence(matter.words.label(name)).rstrip('.')}: {told}")


def _outcome(matter: Matter) -> Iterator[Block]:
    first, *others = _paragraphs(_told(matter.words) or (s.NOTHING_ASKED,))
    if matter.act is not None and matter.act.label:
        first = f"{sentence(matter.act.label).rstrip('.')}: {after_colon(first)}"
    yield from points((first, *others))


def _told(words: Words) -> tuple[str, ...]:
    """What the rule says; then what was chosen, which the team may still talk over."""
    decisions = words.outcome.decisions
    if not decisions:
        return answer(words)
    return (*standing(decisions, words), *first_question(decisions, words), *chosen(words))


def _paragraphs(said: Sequence[str]) -> list[str]:
    """The sentences of an answer, how firm something is behind what it is said of."""
    told: list[str] = []
    for each in said:
        if told and each.startswith(_FIRM):
            told[-1] += f" {each}"
        else:
            told.append(each)
    return told


def _room(matters: Sequence[Matter]) -> Iterator[Line]:
    """Each way with what it allows and what it hangs on, the most pressing first; closed ways are only named."""
    lines: list[str] = []
    closed = []
    for matter in matters:
        for merged in in_order(merge_routes(matter.outcome.routes)):
            if merged.route.status is RouteStatus.MAG_NIET:
                closed.append(merged.route.cited)
            else:
                lines.append(_way(merged, matter))
    lines = list(dict.fromkeys(lines))
    yield from map(Line, lines[:_MOST_ROUTES])
    if len(lines) > _MOST_ROUTES:
        yield Line(s.SHEET_MORE_ROUTES.format(aantal=numbered(len(lines) - _MOST_ROUTES, "weg", "wegen")))
    if closed:
        yield Line(s.SHEET_CLOSED.format(regels=places(closed)))
    if not lines and not closed:
        yield Line(s.SHEET_NO_ROUTE)


def _way(merged: MergedRoute, matter: Matter) -> str:
    where, does = named(merged.route.cited), action(merged, matter.words)
    asked = " ".join(matter.words.asking(name) for name in hinge_names(merged) if name)
    if merged.route.status is not RouteStatus.HANGT_AF_VAN or not asked:
        return f"{where}: {does}."
    return f"{where}: {after_colon(asked)} {if_so(merged)}: {does}."


def _floors(matters: Sequence[Matter]) -> Iterator[Line]:
    for matter in matters:
        for merged in merge_floors(matter.outcome.floors):
            floor = merged.floor
            kept = floor.status is FloorStatus.GEHOUDEN and floor.absolute
            if kept or floor.effect is not FloorEffect.GEEN:
                yield Line(f"{sentence(floor.title).rstrip('.')} ({places(floor.grounds)}).")


def _values(matters: Sequence[Matter], case: Case, corpus: Corpus) -> Iterator[Line]:
    """The values that the ways serve, that guidelines weigh, and for which the choice is made."""
    names: dict[str, None] = {}
    for matter in matters:
        if matter.choice is not None and matter.choice.serves:
            names[matter.choice.serves] = None
        for route in matter.outcome.routes:
            names.update(dict.fromkeys(route.serves))
            names.update(dict.fromkeys(side.value for side in route.weighing.sides))
    for name in names:
        yield Line(f"{sentence(spaced(name)).rstrip('.')}: {unended(corpus.values[name].text)}.")
    told = case.conversation
    if told is not None and told.purpose.fits is not None:
        yield Line(s.SHEET_PURPOSE if told.purpose.fits else s.SHEET_PURPOSE_NOT)


def _people(told: Conversation) -> Iterator[Line]:
    if told.resident:
        yield Line(s.SHEET_RESIDENT.format(tekst=told.resident))
    if told.caseworker:
        yield Line(s.SHEET_CASEWORKER.format(tekst=told.caseworker))


def _arguments(told: Conversation) -> Iterator[Block]:
    for_, against = told.arguments_for, told.arguments_against
    if not for_ and not against:
        yield Paragraph(to_give(s.SHEET_WHICH_ARGUMENTS))
        return
    most = max(len(for_), len(against))
    rows = tuple(
        tuple(side[number] if number < len(side) else "" for side in (for_, against))
        for number in range(most)
    )
    yield Table(s.SHEET_ARGUMENTS_CAPTION, s.SHEET_ARGUMENTS_HEADS, rows)


def _question(told: Conversation) -> Iterator[Block]:
    asked = told.team_question
    yield Paragraph(Line(asked) if asked else to_give(s.SHEET_ASK))
    yield from said(s.SHEET_LAST)
