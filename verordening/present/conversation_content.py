"""The screens of the conversation: what the rule says, what it is for, which room there is, and what was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from verordening.evaluate.outcome import ActOutcome, Outcome, RouteStatus
from verordening.present.answer import answer, chosen, standing
from verordening.present.basis_content import home_of
from verordening.present.citing import all_in_short, in_full, in_short
from verordening.present.document import ONWARD, POINT, Document, Item, Section, section
from verordening.present.dutch import after_colon, joined, numbered, unended
from verordening.present.floors_content import lasting_floors, signals
from verordening.present.guidance_content import guidance_sections
from verordening.present.merged import MergedRoute, merge_routes
from verordening.present.onward_content import is_chosen
from verordening.present.room_content import action, closed_ways, hinge_names, in_order
from verordening.present.toets_content import choice_section
from verordening.present.words import Words
from verordening.records import replace

_MOST_WAYS: Final = 4
"""More than these are only counted."""


def rule_screen(outcome: Outcome) -> Document:
    """What the rule says, and where it stands."""
    words = Words(outcome)
    said = answer(words) if not outcome.decisions else tuple(standing(outcome.decisions, words))
    return Document("Wat zegt de regel?", "", said, section("VOLGT UIT", "Dit volgt uit", _bases(words)), ())


def _bases(words: Words) -> Iterator[Item]:
    for each in dict.fromkeys(one.cited for one in words.outcome.decisions if one.cited is not None):
        margin = "" if each.provenance == "officieel" else each.provenance
        yield Item(in_full(each), sign=POINT, margin=margin, margin_word="herkomst")


def purpose_screen(purposes: Sequence[tuple[str, Sequence[str]]]) -> Document:
    """What each deciding rule is for, as its regulation says: (rule, values)."""
    rules: dict[tuple[str, ...], list[str]] = {}
    for rule, values in purposes:
        rules.setdefault(tuple(values), []).append(rule)
    said = [f"{joined(named)}: voor {joined(values)}." for values, named in rules.items() if values]
    silent = "De regeling zegt niet waar deze regel voor is. Dat zegt u dan zelf."
    return Document("Waar is de regel voor?", "", tuple(said) or (silent,), (), ())


def room_screen(outcome: Outcome) -> Document:
    """What is closed, what is for others to decide, and what stays whichever way is taken. The open ways are asked."""
    words = Words(outcome)
    routes = in_order(merge_routes(outcome.routes))
    home = home_of(outcome.decisions)
    others = [each for each in routes if each.for_others and each.route.status is not RouteStatus.MAG_NIET]
    yours = [each for each in routes if not each.for_others and each.route.status is not RouteStatus.MAG_NIET]
    said = () if yours else ("De regels laten u hier geen ruimte. De inwoner kan bezwaar maken.",)
    sections = (
        *section(
            "VOOR ANDEREN", "Hier beslist een ander", (Item(way_in_words(each, words)) for each in others)
        ),
        *section("DICHT", "Deze weg is dicht", closed_ways(routes, words, home)),
        *section("BLIJFT", "Dit blijft in elk geval", lasting_floors(words)),
        *signals(words),
    )
    return Document("Welke ruimte is er, en wat blijft?", "", said, sections, ())


def guidance_screen(outcome: Outcome, way: str) -> Document:
    """The arguments, with what guidelines say of the way looked into; they decide nothing."""
    title = "De redenen"
    route = next((each for each in outcome.routes if each.cited.id == way), None)
    if route is None or not route.weighing.says_something:
        return heading(title)
    alone = replace(route, weighing=replace(route.weighing, maybe=()))
    narrowed = replace(outcome, routes=(alone,), considered=(way,))
    said = ("Dit zeggen richtlijnen over de weg die u bekijkt. Zij beslissen niets: u weegt.",)
    return Document(title, "", said, tuple(guidance_sections(Words(narrowed))), ())


def choice_screen(outcome: Outcome) -> Document:
    """Where things stand before the choice, and which ways are not open yet."""
    words = Words(outcome)
    said = list(standing(outcome.decisions, words))
    routes = [each for each in merge_routes(outcome.routes) if not each.for_others]
    hinging = [each.route.cited for each in routes if each.route.status is RouteStatus.HANGT_AF_VAN]
    if hinging:
        few = len(hinging) <= _MOST_WAYS
        ways = all_in_short(hinging, home_of(outcome.decisions)) if few else f"{len(hinging)} wegen"
        said.append(f"Nog niet open: {ways}. Met `ruimte` bekijkt u zo'n weg.")
    return Document("Uw keuze", "", tuple(said), (), ())


def acts_screen(outcome: Outcome, *, again: bool) -> Document:
    """Which acts there are, before one of them is talked over; `again` where one has been."""
    if again:
        return heading("Nog een gedraging?")
    number = len(outcome.acts)
    said = f"Deze casus heeft {numbered(number, 'gedraging', 'gedragingen')}. U bespreekt ze een voor een."
    return Document("Over welke gedraging gaat het?", "", (said,), (), ())


def act_in_words(act: ActOutcome) -> str:
    """`te laat geregistreerd: verlaging 5%`, and whether something was chosen."""
    words = Words(act.outcome)
    settled = words.settled(act.outcome.decisions) or "nog open"
    picked = ", keuze in orde" if is_chosen(act.outcome) else ""
    return f"{act.label or 'nog niet bekend'}: {settled}{picked}"


def closing_screen(outcome: Outcome, path: str, commands: Iterable[tuple[str, str]]) -> Document:
    """Whether the choice is in order, what is missing precisely, and which texts can be made of it; of each act."""
    said: list[str] = []
    sections: list[Section] = []
    for name, each in _parts(outcome):
        own = chosen(Words(each)) or ("U hebt nog niet gekozen. Dat kan later: alles is bewaard.",)
        said += [f"{name}: {after_colon(own[0])}" if name else own[0], *own[1:]]
        wrong = (
            part._replace(heading=name.upper(), spoken=name) if name else part
            for part in choice_section(each)
        )
        sections += wrong
    onward = [Item(f"{ONWARD} {command}", lead=what, spoken=command) for what, command in commands]
    return Document(
        "Klaar",
        "",
        tuple(said),
        (*sections, *section("VERDER", "Verder", onward)),
        (f"Bewaard in {path}.",),
    )


def _parts(outcome: Outcome) -> Iterator[tuple[str, Outcome]]:
    """The case as a whole, or as far as it has decisions of its own, and each act; named where there are several."""
    if outcome.decisions or not outcome.acts:
        yield "De casus als geheel" if outcome.acts else "", outcome
    yield from ((f"Gedraging {each.number}", each.outcome) for each in outcome.acts)


def way_in_words(merged: MergedRoute, words: Words) -> str:
    """A way as one of several to pick: where it stands and what it allows."""
    where = in_short(merged.route.cited, home_of(words.outcome.decisions))
    does = unended(action(merged, words))
    if merged.route.status is RouteStatus.HANGT_AF_VAN:
        return (
            f"{where}: {does}. Hangt af van: {after_colon(' '.join(map(words.asking, hinge_names(merged))))}"
        )
    return f"{where}: {does}"


def heading(text: str) -> Document:
    """A heading by itself."""
    return Document(text, "", (), (), ())
