"""The room in short: a line or two per route for `toets`. `afwijken_content` says all of it."""

from __future__ import annotations

from typing import Final

from verordening.evaluate.outcome import Cited, RouteStatus
from verordening.present.basis_content import home_of
from verordening.present.citing import in_short
from verordening.present.document import ALLOWED, CLOSED, HINGES, ONWARD, REQUIRED, Item, Section, section
from verordening.present.dutch import counted, grounds, joined
from verordening.present.merged import MergedRoute, merge_routes
from verordening.present.words import Words

_ORDER: Final = (RouteStatus.MOET, RouteStatus.MAG, RouteStatus.HANGT_AF_VAN, RouteStatus.MAG_NIET)


def room(words: Words, onward: str = "") -> tuple[Section, ...]:
    """The section `RUIMTE`; `onward` is the command that says more. General duties to be judged share a line."""
    routes = in_order(merge_routes(words.outcome.routes))
    home = home_of(words.outcome.decisions)
    always = [each for each in routes if each.route.general and each.route.status is RouteStatus.HANGT_AF_VAN]
    items = [_route(each, words, home) for each in routes if each not in always]
    if always:
        places = joined(in_short(each.route.cited, home) for each in always)
        items.append(Item(f"hangt af van uw oordeel, in elk geval te bezien: {places}", sign=HINGES))
    if onward and any(each.route.status is not RouteStatus.MAG_NIET for each in routes):
        items.append(Item(f"{ONWARD} {onward}", spoken=f"meer hierover: {onward}"))
    return section("RUIMTE", "Ruimte", items)


def in_order(routes: tuple[MergedRoute, ...]) -> list[MergedRoute]:
    """What must first, then what may, what depends and what may not; general routes after the others."""
    return sorted(routes, key=lambda each: (_ORDER.index(each.route.status), each.route.general))


def action(merged: MergedRoute, words: Words) -> str:
    """What the route lets the caseworker do: `u moet afstemmen, 0% tot en met 5%`."""
    if merged.for_others:
        who = mandate(merged, words)
        return f"dit is niet aan u; {who} beslist" if who else "dit is niet aan u"
    rules = {each.cited.id for each in words.outcome.decisions if each.cited is not None}
    own_rule = merged.route.cited.id in rules
    verb = "u moet afstemmen" if merged.tailors else "u mag kiezen" if own_rule else "u mag afwijken"
    return ", ".join(part for part in (verb, words.ranges(merged.ranges)) if part)


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
            return Item(f"{where}: mag niet{because(merged)}", sign=CLOSED)


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


def because(merged: MergedRoute) -> str:
    """Why the route is closed, to go on after `mag niet`."""
    reason = grounds(merged.route.reason)
    return f", want {reason}" if reason else ""
