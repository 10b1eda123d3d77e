"""The room in short: a line or two per route for `toets`. `afwijken_content` says all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verordening.evaluate.outcome import Cited, RouteStatus
from verordening.present.basis_content import home_of
from verordening.present.citing import all_in_short, in_short, shortened
from verordening.present.document import (
    ALLOWED,
    CLOSED,
    HINGES,
    ONWARD,
    POINT,
    REQUIRED,
    Item,
    Section,
    section,
)
from verordening.present.dutch import after_colon, counted, grounds, joined
from verordening.present.merged import MergedRoute, merge_routes
from verordening.present.words import Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

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
    ways = [each for each in routes if each.route.status is not RouteStatus.MAG_NIET]
    items = [way_in_short(each, words, home) for each in ways if each not in always and each not in named]
    items += _named(named, words, home)
    if always:
        places = all_in_short((each.route.cited for each in always), home)
        items.append(Item(f"{places}: uw eigen oordeel, kijk altijd of dit hier speelt", sign=HINGES))
    if any(each.route.weighing.clashes for each in ways):
        items.append(Item("richtlijnen wijzen hier tegengesteld: u weegt", sign=REQUIRED))
    items += closed_ways(routes, words, home)
    if onward and ways:
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
    """What the route lets the caseworker do: `u moet afstemmen, 0% tot en met 5%`; no range that says nothing."""
    general = merged.route.general
    tells = any(words.tells(name, each, general=general) for name, each in merged.ranges)
    if merged.for_others or not tells:
        return _verb(merged, words)
    return f"{_verb(merged, words)}, {words.ranges(merged.ranges)}"


def _verb(merged: MergedRoute, words: Words) -> str:
    if merged.for_others:
        who = mandate(merged, words)
        return f"dit is niet aan u; {who} beslist" if who else "dit is niet aan u"
    if merged.tailors:
        return "u moet afstemmen"
    if merged.route.kind == "gedoogd":
        return "u mag dit al toepassen, vooruitlopend op de tekst die komt"
    return "u mag kiezen" if merged.route.cited.id in words.deciding_rules else "u mag afwijken"


def mandate(merged: MergedRoute, words: Words) -> str:
    """Who decides: `het college`."""
    return joined((words.role(each) for each in merged.route.mandate), "of")


def way_in_short(merged: MergedRoute, words: Words, home: Cited | None) -> Item:
    """A route that is open or may be: where it stands, what it hangs on and what it allows."""
    where = in_short(merged.route.cited, home)
    if merged.route.status is RouteStatus.HANGT_AF_VAN:
        then = Item(f"{if_so(merged)}: {action(merged, words)}.")
        return Item(f"{where} hangt af van{_hinges(merged, words)}", sign=HINGES, inside=(then,))
    return Item(f"{where}: {action(merged, words)}", sign=sign_of(merged))


def sign_of(merged: MergedRoute) -> str:
    """The sign of an open way: none that says yes where somebody else decides."""
    if merged.for_others:
        return POINT
    return REQUIRED if merged.route.status is RouteStatus.MOET else ALLOWED


def if_so(merged: MergedRoute) -> str:
    """`Zo ja` where one yes or no opens the route, else in more words."""
    names = hinge_names(merged)
    if names == (merged.route.judgement,):
        return "Zo ja"
    if len(names) == 1:
        return "Als het antwoord deze weg opent"
    return (
        "Als beide antwoorden deze weg openen" if len(names) == 2 else "Als al die antwoorden deze weg openen"
    )


def hinge_names(merged: MergedRoute) -> tuple[str, ...]:
    """The oordelen and gegevens that the route depends on."""
    return merged.route.hinges or (merged.route.judgement,)


def _hinges(merged: MergedRoute, words: Words) -> str:
    """What the route depends on, to go on after `hangt af van`: the question itself, or how many there are."""
    names = hinge_names(merged)
    if len(names) > 2:
        return f" {counted(len(names), 'vraag', 'vragen')}, eerst: {after_colon(words.asking(names[0]))}"
    asked = after_colon(" ".join(words.asking(name) for name in names if name))
    return f": {asked}" if asked else " een oordeel"


def closed_ways(
    routes: Iterable[MergedRoute], words: Words, home: Cited | None, *, folded: bool = False
) -> Iterator[Item]:
    """The routes that are closed and why, those with the same reason together; per decision where reasons differ.

    `folded` gives of these only the first: for who asks whether it may, one is enough.
    """
    groups: dict[object, list[MergedRoute]] = {}
    for each in routes:
        if each.route.status is RouteStatus.MAG_NIET:
            key = (each.route.cited.regulation, each.reasons, each.for_others, each.route.mandate)
            groups.setdefault(key, []).append(each)
    for group in groups.values():
        yield _closed(group, words, home, folded=folded)


def _closed(group: list[MergedRoute], words: Words, home: Cited | None, *, folded: bool) -> Item:
    first = group[0]
    reasons = {name: shortened(grounds(reason), home) for name, reason in first.reasons}
    who = mandate(first, words)
    other = f"; {who} beslist" if who and first.for_others else ""
    text = f"{all_in_short((each.route.cited for each in group), home)}: mag niet"
    if len(set(reasons.values())) > 1:
        apart = [f"bij {words.label(name)}: {reason}" for name, reason in reasons.items()]
        if folded:
            return Item(f"{text}{other}; {apart[0]}", sign=CLOSED)
        return Item(text + other, sign=CLOSED, inside=tuple(map(Item, apart)))
    why = f", want {next(iter(reasons.values()))}" if reasons else ""
    return Item(text + why + other, sign=CLOSED)
