"""The screens of the conversation: what the rule says, what it is for, which room there is, and what was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verordening.evaluate.outcome import ChoiceStatus, Outcome, RouteStatus
from verordening.present.answer import answer, chosen, standing
from verordening.present.basis_content import home_of
from verordening.present.citing import in_full, in_short
from verordening.present.document import ONWARD, POINT, Document, Item, section
from verordening.present.dutch import unended
from verordening.present.floors_content import lasting_floors, signals
from verordening.present.guidance_content import guidance_sections
from verordening.present.merged import MergedRoute
from verordening.present.room_content import action, if_so, room
from verordening.present.toets_content import choice_section
from verordening.present.words import Words
from verordening.records import replace


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
    said = [f"{rule} dient: {', '.join(values)}." for rule, values in purposes if values]
    silent = "De regeling zegt niet waar deze regel voor is. Dat zegt u dan zelf."
    return Document("Waar is de regel voor?", "", tuple(said) or (silent,), (), ())


def room_screen(outcome: Outcome) -> Document:
    """The ways, and what stays whichever is taken."""
    words = Words(outcome)
    sections = room(words)
    said = () if sections else ("De regels laten u hier geen ruimte. De inwoner kan bezwaar maken.",)
    floors = (
        *section("BLIJFT", "Dit blijft in elk geval", lasting_floors(words)),
        *signals(words, briefly=True),
    )
    return Document("Welke ruimte is er, en wat blijft?", "", said, (*sections, *floors), ())


def guidance_screen(outcome: Outcome, way: str) -> Document:
    """The arguments, with what guidelines say of the way looked into; they decide nothing."""
    title = "De redenen"
    route = next((each for each in outcome.routes if each.cited.id == way), None)
    if route is None or not route.weighing.says_something:
        return heading(title)
    narrowed = replace(outcome, routes=(replace(route, weighing=replace(route.weighing, maybe=())),))
    said = ("Dit zeggen richtlijnen over de weg die u bekijkt. Zij beslissen niets: u weegt.",)
    return Document(title, "", said, tuple(guidance_sections(Words(narrowed))), ())


def choice_screen(outcome: Outcome) -> Document:
    """Where things stand before the choice."""
    return Document("Uw keuze", "", tuple(standing(outcome.decisions, Words(outcome))), (), ())


def closing_screen(outcome: Outcome, path: str, commands: Iterable[tuple[str, str]]) -> Document:
    """Whether the choice is in order, what is missing precisely, and which texts can be made of it."""
    words = Words(outcome)
    said = chosen(words) or ("U hebt nog niet gekozen. Dat kan later: alles is bewaard.",)
    onward = [Item(f"{ONWARD} {command}", lead=what, spoken=command) for what, command in commands]
    sections = (*choice_section(outcome), *section("VERDER", "Verder", onward))
    return Document("Klaar", "", said, sections, (f"Bewaard in {path}.",))


def is_settled(outcome: Outcome) -> bool:
    """Whether the case holds a choice that stands."""
    return outcome.choice is not None and outcome.choice.status is ChoiceStatus.IN_ORDE


def way_in_words(merged: MergedRoute, words: Words) -> str:
    """A way as one of several to pick: where it stands and what it allows."""
    where = in_short(merged.route.cited, home_of(words.outcome.decisions))
    does = unended(action(merged, words))
    if merged.route.status is RouteStatus.HANGT_AF_VAN:
        return f"{where}; {if_so(merged).lower()}: {does}"
    return f"{where}: {does}"


def heading(text: str) -> Document:
    """A heading by itself."""
    return Document(text, "", (), (), ())
