"""The answer of `afwijken` in sentences: yes, no, must, or on what it depends; which rule it is; who else may act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verordening.evaluate.favouring import is_best
from verordening.evaluate.outcome import Cited, DecisionOutcome, Question, RouteStatus, Status
from verordening.present.answer import first_question, standing
from verordening.present.citing import in_brackets, in_full, in_short
from verordening.present.dutch import counted, joined, sentence, unended
from verordening.present.merged import MergedRoute
from verordening.present.room_content import action, hinge_names
from verordening.present.words import Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

Decisions = Sequence[DecisionOutcome]

SETTLED: Final = frozenset({Status.BEPAALD, Status.VOORBEHOUD})
READY: Final = frozenset({RouteStatus.MOET, RouteStatus.MAG})


def room_question(group: Decisions, words: Words) -> str:
    """What a caseworker wants to know of these decisions."""
    settled = words.settled(group)
    others = joined(f"“{words.label(each.name)}”" for each in group if each.shown is None)
    if not settled:
        return f"Welke ruimte hebt u bij {others}?"
    return f"Mag u hier afwijken van “{settled}”{f', en welke ruimte hebt u bij {others}' if others else ''}?"


def short_answer(
    group: Decisions, routes: Sequence[MergedRoute], judgements: Sequence[Question], words: Words
) -> Iterator[str]:
    """Yes, no, must, or on how many questions it depends; what is not settled comes first, unless asked second."""
    unsettled = [each for each in group if each.status not in SETTLED]
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
    settled = any(each.status in SETTLED for each in group)
    yours = [each for each in routes if not each.for_others]
    said = {each.name for each in group if each.status is Status.AFSTEMMEN}
    ready = [each for each in yours if each.route.status in READY]
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


def has_rule(each: DecisionOutcome) -> bool:
    """Whether a rule gave the decision an outcome."""
    return each.cited is not None and each.shown is not None


def _origin(group: Decisions) -> Iterator[str]:
    """The rules that gave what is settled here, with the room that each leaves."""
    ruled = [each for each in group if has_rule(each)]
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


def first_room(group: Decisions, words: Words) -> tuple[Question, ...]:
    """The judgements that the rule itself asks for, before any deviation."""
    missing = {name for each in group if each.status is Status.OPEN for name in each.missing}
    return tuple(each for each in words.outcome.questions if each.judgement and each.name in missing)
