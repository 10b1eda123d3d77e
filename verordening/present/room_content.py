"""The room in short: a line or two per route for `toets`. `afwijken_content` says all of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.evaluate.outcome import Cited, RouteStatus
from verordening.present.basis_content import home_of
from verordening.present.citing import all_in_short, in_short, shortened
from verordening.present.document import ALLOWED, CLOSED, HINGES, ONWARD, REQUIRED, Item, Section, section
from verordening.present.dutch import counted, grounds, joined
from verordening.present.merged import MergedRoute, merge_routes
from verordening.present.words import Words

_MOST_ROUTES: Final = 4

_ORDER: Final = (RouteStatus.MOET, RouteStatus.MAG, RouteStatus.HANGT_AF_VAN, RouteStatus.MAG_NIET)


def room(words: Words, onward: str = "") -> tuple[Section, ...]:
    """The section `RUIMTE`; `onward` is the command that says more. General duties to be judged share a line.

    More than a few routes that hang on something are only named: on one screen nobody reads the terms of ten.
    """
    routes = in_order(merge_routes(words.outcome.routes))
    home = home_of(words.outcome.decisions)
    hinging = [each for each in routes if each.route.status is RouteStatus.HANGT_AF_VAN]
    always = [each for each in hinging if each.route.general]
    own = [each for each in hinging if not each.route.general]
    named = own if len(own) > _MOST_ROUTES else []
    items = [_route(each, words, home) for each in routes if each not in always and each not in named]
    items += _named(named, words, home)
    if always:
        places = all_in_short((each.route.cited for each in always), home)
        items.append(Item(f"hangt af van uw oordeel, in elk geval te bezien: {places}", sign=HINGES))
    if onward and any(each.route.status is not RouteStatus.MAG_NIET for each in routes):
        items.append(Item(f"{ONWARD} {onward}", spoken=f"meer hierover: {onward}"))
    return section("RUIMTE", "Ruimte", items)


def _named(routes: list[MergedRoute], words: Words, home: Cited | None) -> Iterator[Item]:
    """Routes by what they allow and for what, with the number of questions they hang on."""
    groups: dict[tuple[str, tuple[str, ...]], list[MergedRoute]] = {}
    for each in routes:
        groups.setdefault((_verb(each, words), each.decisions), []).append(each)
    for (verb, decisions), group in groups.items():
        questions = counted(len({name for each in group for name in hinge_names(each)}), "vraag", "vragen")
        places = all_in_short((each.route.cited for each in group), home)
        yield Item(f"hangt af van {questions} of {verb} bij {words.labels(decisions)}: {places}", sign=HINGES)


def in_order(routes: tuple[MergedRoute, ...]) -> list[MergedRoute]:
    """What must first, then what may, what depends and what may not; general routes after the others."""
    return sorted(routes, key=lambda each: (_ORDER.index(each.route.status), each.route.general))


def action(merged: MergedRoute, words: Words) -> str:
    """What the route lets the caseworker do: `u moet afstemmen, 0% tot en met 5%`."""
    if merged.for_others:
        return _verb(merged, words)
    return ", ".join(part for part in (_verb(merged, words), words.ranges(merged.ranges)) if part)


def _verb(merged: MergedRoute, words: Words) -> str:
    if merged.for_others:
        who = mandate(merged, words)
        return f"dit is niet aan u; {who} beslist" if who else "dit is niet aan u"
    if merged.tailors:
        return "u moet afstemmen"
    return "u mag kiezen" if merged.route.cited.id in words.deciding_rules else "u mag afwijken"


def mandate(merged: MergedRoute, words: Words) -> str:
    """Who decides: `het college`."""
    return joined((words.role(each) for each in merged.route.mandate), "of")


def _route(merged: MergedRoute, words: Words, home: Cited | None) -> Item:
    where = in_short(merged.route.cited, home)
    match merged.route.status:
        case RouteStatus.MOET:
            return Item(f"{where}: {action(merged, words)}", sign=REQUIRED)
        case RouteStatus.MAG:
            return Item(f"{where}: {action(merged, words)}", sign=ALLOWED)
        case RouteStatus.HANGT_AF_VAN:
            then = Item(f"{if_so(merged)}: {action(merged, words)}.")
            return Item(f"{where} hangt af van: {hinges(merged, words)}", sign=HINGES, inside=(then,))
        case RouteStatus.MAG_NIET:
            return Item(f"{where}: mag niet{because(merged, words)}", sign=CLOSED)


def if_so(merged: MergedRoute) -> str:
    """`Zo ja` where one yes or no opens the route, else in more words."""
    return "Zo ja" if hinge_names(merged) == (merged.route.judgement,) else "Gaat de weg open"


def hinge_names(merged: MergedRoute) -> tuple[str, ...]:
    """The oordelen and gegevens that the route depends on."""
    return merged.route.hinges or (merged.route.judgement,)


def hinges(merged: MergedRoute, words: Words) -> str:
    """What the route depends on: the question itself, or how many there are."""
    names = hinge_names(merged)
    if len(names) > 2:
        return f"{counted(len(names), 'vraag', 'vragen')}, eerst: {words.asking(names[0])}"
    return " ".join(words.asking(name) for name in names if name) or "een oordeel"


def because(merged: MergedRoute, words: Words) -> str:
    """Why the route is closed, to go on after `mag niet`; per decision where the reasons differ."""
    home = home_of(words.outcome.decisions)
    reasons = {name: shortened(grounds(reason), home) for name, reason in merged.reasons}
    if len(set(reasons.values())) > 1:
        return f", want {'; '.join(f'bij {words.label(name)} {reason}' for name, reason in reasons.items())}"
    return f", want {next(iter(reasons.values()))}" if reasons else ""
