"""What `afwijken` says: per outcome, whether it may be departed from and how. Never "u mag" of a closed way.

On one screen: what needs the caseworker first stands in full, the rest in a line with the command that says more.
`whole` leaves nothing out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verordening.evaluate.outcome import ChoiceStatus, Cited, Outcome, Question, RouteStatus
from verordening.present.afwijken_answer import (
    READY,
    SETTLED,
    Decisions,
    first_room,
    has_rule,
    room_question,
    short_answer,
)
from verordening.present.answer import answer, chosen
from verordening.present.basis_content import home_of
from verordening.present.document import Document, Item, Section, section, spaced_out
from verordening.present.floors_content import lasting_floors, signals, signals_in_short
from verordening.present.guidance_content import guidance_in_short, guidance_sections
from verordening.present.merged import MergedRoute, by_room, merge_routes
from verordening.present.onward_content import onward
from verordening.present.room_content import closed_ways, hinge_names, in_order
from verordening.present.route_content import Told, route_in_short, route_items
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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_MOST_GROUPS: Final = 2
"""Of more than these nothing is told in full: the overview is the answer, and each has its command."""
_CHOSEN: Final = 9
_MOST_WAYS: Final = 3
"""Ways that are told in full on one screen."""


def afwijken_document(
    outcome: Outcome, case_path: str = "", *, whole: bool = False, options: str = ""
) -> Document:
    """The answer to: may I deviate here? `case_path`: how the user named the case, `options` what else was typed."""
    words = Words(outcome)
    groups: Sequence[Decisions] = by_room(outcome)
    in_full = len(groups) if whole else 1 if len(groups) <= _MOST_GROUPS else 0
    if in_full < len(groups) <= _MOST_GROUPS:
        groups = _most_urgent_first(groups, words)
    command = f"verordening afwijken {case_path}{options}" if case_path else ""
    sections = [part for each in groups[:in_full] for part in _group(each, words, whole=whole)]
    sections += [_in_short(each, words, command) for each in groups[in_full:]]
    about_ways = _everywhere(words, whole=whole) if in_full else (*signals(words), *notes(outcome))
    more = (*about_ways, *onward(outcome, case_path, command, whole=whole))
    return Document(
        title(outcome),
        subtitle(words),
        chosen(words) if outcome.decisions else answer(words),
        (*choice_section(outcome), *sections, *spaced_out(more)),
        closing(outcome, noted=whole),
    )


def _most_urgent_first(groups: Sequence[Decisions], words: Words) -> list[Decisions]:
    """What needs the caseworker first; without what is chosen and in order, as long as anything else is left."""
    ordered = sorted(groups, key=lambda each: _urgency(each, words))
    return [each for each in ordered if _urgency(each, words) != _CHOSEN] or ordered


def _urgency(group: Decisions, words: Words) -> int:
    """How soon these decisions need the caseworker: a choice that lacks something, what is not settled, then room."""
    choice = words.outcome.choice
    if choice is not None and {name for name, _ in choice.chosen} & {each.name for each in group}:
        return _CHOSEN if choice.status is ChoiceStatus.IN_ORDE else 0
    if any(each.status not in SETTLED for each in group):
        return 1
    statuses = {each.route.status for each in _routes(group, words) if not each.for_others}
    order = (RouteStatus.MOET, RouteStatus.MAG, RouteStatus.HANGT_AF_VAN)
    return next((2 + at for at, status in enumerate(order) if status in statuses), 8)


def _in_short(group: Decisions, words: Words, command: str) -> Section:
    """The answer for these decisions, and the command that says all of it."""
    routes = _routes(group, words)
    lead = tuple(short_answer(group, routes, first_room(group, words), words))
    where = f"{command} " if command else ""
    return Section(
        question=room_question(group, words), lead=(*lead, f"Meer: `{where}--besluit {group[0].name}`.")
    )


def _routes(group: Decisions, words: Words) -> list[MergedRoute]:
    names = {each.name for each in group}
    return in_order(merge_routes(each for each in words.outcome.routes if each.decision in names))


def _group(group: Decisions, words: Words, *, whole: bool) -> Iterator[Section]:
    routes = _routes(group, words)
    judgements = first_room(group, words)
    lead = tuple(short_answer(group, routes, judgements, words))
    yield Section(question=room_question(group, words), lead=lead)
    home = home_of([each for each in group if has_rule(each)])
    asked = (question_item(each, words) for each in judgements)
    ways = (*asked, *_ways(routes, judgements, words, home, whole=whole))
    if ways:
        yield Section(items=ways, apart=True, spoken="")
    yield from section("DICHT", "Deze weg is dicht", closed_ways(routes, words, home, folded=not whole))


def _ways(
    routes: Sequence[MergedRoute],
    judgements: Sequence[Question],
    words: Words,
    home: Cited | None,
    *,
    whole: bool,
) -> Iterator[Item]:
    """The routes that are open or may be."""
    ways = [each for each in routes if each.route.status is not RouteStatus.MAG_NIET]
    in_full = ways if whole else _that_count(ways)
    asked = frozenset(each.name for each in judgements)
    for each in ways:
        if each in in_full:
            yield from route_items(each, words, home, Told(asked, len(ways) == 1))
        else:
            yield route_in_short(each, words, home)


def _that_count(ways: Sequence[MergedRoute]) -> list[MergedRoute]:
    """The ways to tell in full: those that are open, and those that one answer opens; else the first."""
    near = [each for each in ways if each.route.status in READY or len(hinge_names(each)) == 1]
    return (near or list(ways[:1]))[:_MOST_WAYS]


def _everywhere(words: Words, *, whole: bool) -> Iterator[Section]:
    """What holds whichever way is taken."""
    outcome = words.outcome
    yield from section("BLIJFT", "Blijft in elk geval", (*lasting_floors(words), *duties(outcome)))
    yield from signals(words) if whole else signals_in_short(words)
    yield from guidance_sections(words) if whole else guidance_in_short(words)
    yield from notes(outcome)
