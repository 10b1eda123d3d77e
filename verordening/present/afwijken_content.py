"""What `afwijken` says: per outcome, whether it may be departed from and how. Never "u mag" of a closed way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verordening.evaluate.outcome import DecisionOutcome, Outcome, RouteStatus, Status
from verordening.present.answer import chosen, first_question, standing
from verordening.present.basis_content import home_of
from verordening.present.citing import in_brackets, in_full, in_short
from verordening.present.document import CLOSED, Document, Item, Section, section
from verordening.present.dutch import counted, joined, sentence, unended
from verordening.present.floors_content import kept, signals
from verordening.present.merged import MergedRoute, by_room, merge_routes
from verordening.present.room_content import action, because, hinge_names, in_order, mandate
from verordening.present.route_content import route_item
from verordening.present.toets_content import choice_section, closing, question_item, subtitle, title
from verordening.present.words import Words

Decisions = Sequence[DecisionOutcome]

_SETTLED = frozenset({Status.BEPAALD, Status.VOORBEHOUD})
_READY = frozenset({RouteStatus.MOET, RouteStatus.MAG})


def afwijken_document(outcome: Outcome) -> Document:
    """The answer to: may I deviate here?"""
    words = Words(outcome)
    sections = [part for group in by_room(outcome) for part in _group(group, words)]
    return Document(
        title(outcome),
        subtitle(words),
        chosen(words),
        (*choice_section(outcome), *sections, *_everywhere(words)),
        closing(outcome),
    )


def _group(group: Decisions, words: Words) -> Iterator[Section]:
    names = {each.name for each in group}
    routes = in_order(merge_routes(each for each in words.outcome.routes if each.decision in names))
    open_ways = [each for each in routes if each.route.status is not RouteStatus.MAG_NIET]
    first_room = _first_room(group, words)
    lead = (*_short_answer(group, routes, first_room, words), *_origin(group))
    yield Section(question=_question(group, words), lead=lead)
    ways = (*first_room, *(route_item(each, words, home_of(group)) for each in open_ways))
    if ways:
        yield Section(items=ways, apart=True, spoken="")
    closed = [each for each in routes if each.route.status is RouteStatus.MAG_NIET]
    yield from section("DICHT", "Deze weg is dicht", (_closed(each, words, group) for each in closed))


def _question(group: Decisions, words: Words) -> str:
    settled = words.settled(group)
    if settled:
        return f"Mag u hier afwijken van “{settled}”?"
    return f"Welke ruimte hebt u bij {words.labels(each.name for each in group)}?"


def _short_answer(
    group: Decisions, routes: Sequence[MergedRoute], judgements: Sequence[Item], words: Words
) -> Iterator[str]:
    """Yes, no, must, or on how many questions it depends; first what is not settled at all."""
    unsettled = [each for each in group if each.status not in _SETTLED]
    yield from standing(unsettled, words)
    if judgements:
        yield "De eerste ruimte is uw eigen beoordeling, met redenen."
    elif any(each.status is Status.OPEN for each in group):
        yield from first_question(group, words)
    yours = [each for each in routes if not each.for_others]
    said = {each.name for each in group if each.status is Status.AFSTEMMEN}
    ready = [each for each in yours if each.route.status in _READY]
    for each in ready:
        if not said & set(each.decisions):
            yield sentence(f"{'ja, ' if each.route.status is RouteStatus.MAG else ''}{action(each, words)}")
        said |= set(each.decisions)
    hinging = [each for each in yours if each.route.status is RouteStatus.HANGT_AF_VAN]
    questions = {name for each in hinging for name in hinge_names(each)}
    if questions:
        number = counted(len(questions), "vraag", "vragen")
        yield f"Meer ruimte hangt af van {number}." if ready or unsettled else f"Dat hangt af van {number}."
    elif not ready and not unsettled:
        yield from _no_room(group, routes)


def _origin(group: Decisions) -> Iterator[str]:
    """The rules that gave what is settled here, with the room that each leaves."""
    rules = dict.fromkeys(
        f"{in_full(each.cited)}{in_brackets(each.kind.replace('_', ' '))}"
        for each in group
        if each.cited is not None and each.shown is not None
    )
    if rules:
        yield f"De uitkomst zelf volgt uit {joined(rules)}."


def _no_room(group: Decisions, routes: Sequence[MergedRoute]) -> Iterator[str]:
    """That the caseworker has no room, and who has."""
    rule = next((each.cited for each in group if each.cited is not None), None)
    if group and all(_is_best(each) for each in group):
        yield "Er is niets om van af te wijken: gunstiger voor de bewoner kan deze uitkomst niet."
    elif rule is None:
        reason = next((each.reason for each in group if each.reason), "")
        yield f"Er is niets om van af te wijken: {unended(reason) or 'geen regel legt hier iets op'}."
    elif any(each.for_others for each in routes):
        yield "Nee, dit is niet aan u."
    elif rule.kind == "wet":
        yield "Nee: deze uitkomst volgt uit de wet, en de wet laat u hier geen ruimte."
        yield "Wie dat wel kan: alleen de rechter, na bezwaar en beroep."
    else:
        yield "Nee: de regels laten u hier geen ruimte. De bewoner kan bezwaar maken."


def _is_best(each: DecisionOutcome) -> bool:
    """Whether the outcome is already the best that the resident can get."""
    if each.shown is None:
        return False
    best = {"ja": True, "nee": False, "lager": each.type.low, "hoger": each.type.high}.get(each.favourable)
    return best is not None and each.shown.value == best


def _first_room(group: Decisions, words: Words) -> tuple[Item, ...]:
    """The judgements that the rule itself asks for, before any deviation."""
    missing = {name for each in group if each.status is Status.OPEN for name in each.missing}
    return tuple(
        question_item(each, words)
        for each in words.outcome.questions
        if each.judgement and each.name in missing
    )


def _closed(merged: MergedRoute, words: Words, group: Decisions) -> Item:
    who = mandate(merged, words)
    other = f"; {who} beslist" if who and merged.for_others else ""
    return Item(
        f"{in_short(merged.route.cited, home_of(group))}: mag niet{because(merged, words)}{other}",
        sign=CLOSED,
    )


def _everywhere(words: Words) -> Iterator[Section]:
    """What holds whichever way is taken."""
    outcome = words.outcome
    home = home_of(outcome.decisions)
    stays = [f"{unended(each.reason)}{in_brackets(in_short(each.cited, home))}" for each in outcome.duties]
    stays = [part for part in (kept(words), *stays) if part]
    yield from section("BLIJFT", "Blijft in elk geval", [Item("; ".join(stays))] if stays else [])
    yield from signals(words)
    if outcome.routes and not any(each.weighing for each in outcome.routes):
        yield from section("RICHTLIJNEN", "Richtlijnen", [Item("geen die hierop slaan")])
    yield from section("LET OP", "Let op", (Item(sentence(note)) for note in outcome.notes))
