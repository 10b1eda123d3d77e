"""What `afwijken` says: per outcome, whether it may be departed from and how. Never "u mag" of a closed way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verordening.evaluate.favouring import is_best
from verordening.evaluate.outcome import Cited, DecisionOutcome, Outcome, Question, RouteStatus, Status
from verordening.present.answer import answer, chosen, first_question, standing
from verordening.present.basis_content import home_of
from verordening.present.citing import in_brackets, in_full, in_short
from verordening.present.document import ONWARD, Document, Item, Section, section, spaced_out
from verordening.present.dutch import counted, joined, sentence, unended
from verordening.present.floors_content import lasting_floors, signals
from verordening.present.guidance_content import guidance_sections
from verordening.present.merged import MergedRoute, by_room, merge_routes
from verordening.present.room_content import action, closed_ways, hinge_names, in_order
from verordening.present.route_content import Told, route_items
from verordening.present.toets_content import (
    choice_section,
    closing,
    duties,
    notes,
    question_item,
    subtitle,
    title,
)
from verordening.present.words import Words

Decisions = Sequence[DecisionOutcome]

_SETTLED = frozenset({Status.BEPAALD, Status.VOORBEHOUD})
_READY = frozenset({RouteStatus.MOET, RouteStatus.MAG})
_MOST_IN_FULL = 2
"""Of more questions than this the answers are told in short, each with the command that tells all of it."""


def afwijken_document(outcome: Outcome, case_path: str = "") -> Document:
    """The answer to: may I deviate here? Of many decisions an overview; `case_path`: how the user named the case."""
    words = Words(outcome)
    groups = by_room(outcome)
    if len(groups) > _MOST_IN_FULL:
        sections = [_in_short(group, words, case_path) for group in groups]
        more = (*signals(words), *notes(outcome))
    else:
        sections = [part for group in groups for part in _group(group, words)]
        more = (*_everywhere(words), *_onward(outcome, case_path))
    return Document(
        title(outcome),
        subtitle(words),
        chosen(words) if outcome.decisions else answer(words),
        (*choice_section(outcome), *sections, *spaced_out(more)),
        closing(outcome),
    )


def _in_short(group: Decisions, words: Words, case_path: str) -> Section:
    """The answer for these decisions, and the command that says all of it."""
    routes = _routes(group, words)
    lead = tuple(_short_answer(group, routes, _first_room(group, words), words))
    where = f"{f'verordening afwijken {case_path} ' if case_path else ''}--besluit {group[0].name}"
    return Section(question=_question(group, words), lead=(*lead, f"{ONWARD} `{where}`"))


def _onward(outcome: Outcome, case_path: str) -> tuple[Section, ...]:
    """What can be asked next of the same case."""
    if not case_path or not outcome.decisions:
        return ()
    commands = [f"verordening gesprek {case_path}", f"verordening afwijken {case_path} --wat-als"]
    return section("VERDER", "Verder", (Item(each, sign=ONWARD) for each in commands))


def _routes(group: Decisions, words: Words) -> list[MergedRoute]:
    names = {each.name for each in group}
    return in_order(merge_routes(each for each in words.outcome.routes if each.decision in names))


def _group(group: Decisions, words: Words) -> Iterator[Section]:
    routes = _routes(group, words)
    judgements = _first_room(group, words)
    lead = tuple(_short_answer(group, routes, judgements, words))
    yield Section(question=_question(group, words), lead=lead)
    home = home_of([each for each in group if _has_rule(each)])
    ways = (*(question_item(each, words) for each in judgements), *_ways(routes, judgements, words, home))
    if ways:
        yield Section(items=ways, apart=True, spoken="")
    yield from section("DICHT", "Deze weg is dicht", closed_ways(routes, words, home))


def _ways(
    routes: Sequence[MergedRoute], judgements: Sequence[Question], words: Words, home: Cited | None
) -> Iterator[Item]:
    """The routes that are open or may be."""
    ways = [each for each in routes if each.route.status is not RouteStatus.MAG_NIET]
    asked = frozenset(each.name for each in judgements)
    for each in ways:
        yield from route_items(each, words, home, Told(asked, len(ways) == 1))


def _question(group: Decisions, words: Words) -> str:
    settled = words.settled(group)
    others = joined(f"“{words.label(each.name)}”" for each in group if each.shown is None)
    if not settled:
        return f"Welke ruimte hebt u bij {others}?"
    return f"Mag u hier afwijken van “{settled}”{f', en welke ruimte hebt u bij {others}' if others else ''}?"


def _short_answer(
    group: Decisions, routes: Sequence[MergedRoute], judgements: Sequence[Question], words: Words
) -> Iterator[str]:
    """Yes, no, must, or on how many questions it depends; what is not settled comes first, unless asked second."""
    unsettled = [each for each in group if each.status not in _SETTLED]
    mixed = 0 < len(unsettled) < len(group)
    asked = frozenset(each.name for each in judgements)
    room = (*_room(group, routes, asked, words), *_origin(group))
    if mixed:
        yield from room
    yield from standing(unsettled, words)
    if judgements:
        yield "De eerste ruimte is uw eigen beoordeling, met redenen."
    elif any(each.status is Status.OPEN for each in group):
        yield from first_question(group, words)
    if not mixed:
        yield from room


def _room(
    group: Decisions, routes: Sequence[MergedRoute], asked: frozenset[str], words: Words
) -> Iterator[str]:
    """What the routes allow already, and on how many other questions the rest hangs."""
    settled = any(each.status in _SETTLED for each in group)
    yours = [each for each in routes if not each.for_others]
    said = {each.name for each in group if each.status is Status.AFSTEMMEN}
    ready = [each for each in yours if each.route.status in _READY]
    for each in ready:
        if not said & set(each.decisions):
            may = settled and each.route.status is RouteStatus.MAG
            does = action(each, words)
            yes = "" if not may else "ja, binnen grenzen: " if "," in does else "ja, "
            yield sentence(f"{yes}{does}")
        said |= set(each.decisions)
    hinging = [each for each in yours if each.route.status is RouteStatus.HANGT_AF_VAN]
    questions = {name for each in hinging for name in hinge_names(each)} - asked
    more = "Meer ruimte" if ready or not settled else "Dat"
    if questions:
        yield f"{more} hangt af van {counted(len(questions), 'vraag', 'vragen')}."
    elif hinging:
        yield f"{more} hangt daarvan af."
    elif settled and not ready:
        yield from _no_room(group, routes)


def _has_rule(each: DecisionOutcome) -> bool:
    return each.cited is not None and each.shown is not None


def _origin(group: Decisions) -> Iterator[str]:
    """The rules that gave what is settled here, with the room that each leaves."""
    ruled = [each for each in group if _has_rule(each)]
    kinds = {each.cited: each.kind.replace("_", " ") for each in ruled if each.cited is not None}
    named: Cited | None = None
    rules = []
    for cited, kind in kinds.items():
        where = in_full(cited) if cited.national else in_short(cited, named)
        rules.append(f"{where}{in_brackets(kind)}")
        named = named if cited.national else cited
    if any(each.before_floors is not None for each in ruled):
        yield f"De regel is {joined(rules)}. Een ondergrens gaat hier boven de regel."
    elif rules:
        yield f"De uitkomst zelf volgt uit {joined(rules)}."


def _no_room(group: Decisions, routes: Sequence[MergedRoute]) -> Iterator[str]:
    """That the caseworker has no room, and who has."""
    rule = next((each.cited for each in group if each.cited is not None), None)
    if group and all(is_best(each) for each in group):
        yield "Er is niets om van af te wijken: gunstiger voor de inwoner kan deze uitkomst niet."
    elif rule is None:
        reason = next((each.reason for each in group if each.reason), "")
        yield f"Er is niets om van af te wijken: {unended(reason) or 'geen regel legt hier iets op'}."
    elif any(each.for_others for each in routes):
        yield "Nee, want dit is niet aan u."
        yield from dict.fromkeys(
            sentence(reason) for each in routes if each.for_others for _, reason in each.reasons
        )
    elif rule.kind == "wet":
        yield "Nee, want deze uitkomst volgt uit de wet, en de wet laat u hier geen ruimte."
        yield "Wie dat wel kan: alleen de rechter, na bezwaar en beroep."
    else:
        yield "Nee, want de regels laten u hier geen ruimte. De inwoner kan bezwaar maken."


def _first_room(group: Decisions, words: Words) -> tuple[Question, ...]:
    """The judgements that the rule itself asks for, before any deviation."""
    missing = {name for each in group if each.status is Status.OPEN for name in each.missing}
    return tuple(each for each in words.outcome.questions if each.judgement and each.name in missing)


def _everywhere(words: Words) -> Iterator[Section]:
    """What holds whichever way is taken."""
    outcome = words.outcome
    yield from section("BLIJFT", "Blijft in elk geval", (*lasting_floors(words), *duties(outcome)))
    yield from signals(words)
    yield from guidance_sections(words)
    yield from notes(outcome)
