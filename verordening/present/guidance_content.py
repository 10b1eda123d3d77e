"""What guidelines say: at a route which of them are for and against it, and each of them once, with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verordening.evaluate.guidance import Clash, Side, Voice, Weighing
from verordening.evaluate.outcome import Route
from verordening.present.document import HINGES, REQUIRED, Item, Section
from verordening.present.dutch import counted, joined, sentence
from verordening.present.words import Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_NOT_OURS_TO_WEIGH: Final = "U weegt; het programma kiest niet."
_EXAMPLES: Final = (
    "Een voorbeeld is van ons (reconstructie) en geen tekst van de gemeente. "
    "Noem het niet als reden in een besluit."
)
_MOST_VOICES: Final = 3
_STRENGTH: Final = {
    "experiment": "sterk",
    "register": "matig",
    "literatuur": "matig",
    "onderzoek": "zwak",
    "praktijk": "zwak",
    "uitspraak": "zwak",
}
"""How much the best evidence behind a guideline says of what it does. The three steps are ours."""
_KINDS: Final = {
    "experiment": "een experiment",
    "register": "cijfers uit registers",
    "literatuur": "literatuur",
    "onderzoek": "vragen aan mensen",
    "praktijk": "ervaring uit de praktijk",
    "uitspraak": "een uitspraak of standpunt",
}


def route_voices(weighing: Weighing, words: Words) -> Iterator[Item]:
    """The guidelines for and against a route, by name; what each says stands once in `guidance_sections`."""
    for side in weighing.sides:
        yield Item(f"Richtlijnen, als u dit doet voor {words.label(side.value)}: {_sides(side)}.")


def _sides(side: Side) -> str:
    parts = []
    if side.in_favour:
        parts.append(f"vóór: {joined(_name(each) for each in side.in_favour)}")
    if side.against:
        parts.append(f"tegen: {joined(_name(each) for each in side.against)}")
    return "; ".join(parts)


def guidance_sections(words: Words) -> Iterator[Section]:
    """Every guideline that speaks, each once; the clashes; and what may yet be weighed.

    What guidelines turn on is asked of the routes that the caseworker considers; of the others they are counted.
    """
    routes = words.outcome.routes
    weighings = [each.weighing for each in routes]
    named = {voice for each in weighings for voice in _spoken(each)}
    voices = sorted(named, key=lambda each: _by_number(each.id))
    considered, waiting = maybe_speaking(words)
    clashes = dict.fromkeys(clash for each in weighings for clash in each.clashes)
    whole = any(_is_considered(each, words) for each in routes)
    items = [_voice_item(each, words, whole) for each in voices]
    if not whole and any(each.against for each in voices):
        items.append(Item("Wat tegen een richtlijn pleit, ziet u als u een weg kiest met `--regel`."))
    items += [_clash_item(each, words) for each in clashes]
    items += _asked(considered, words)
    if waiting:
        items.append(Item(guidance_hint(waiting, words)))
    if not items:
        if routes:
            yield Section("RICHTLIJNEN", (Item("geen die hierop slaan"),), "Richtlijnen")
        return
    if any(each.example for each in (*voices, *considered, *waiting)):
        items.append(Item(_EXAMPLES))
    yield Section("RICHTLIJNEN", tuple(items), "Richtlijnen")


def guidance_in_short(words: Words) -> Iterator[Section]:
    """The guidelines that speak and how strong each is, the clashes, and how many more may: no questions of these."""
    routes = words.outcome.routes
    weighings = [each.weighing for each in routes]
    voices = sorted(
        {voice for each in weighings for voice in _spoken(each)}, key=lambda each: _by_number(each.id)
    )
    items = [_voice_item(each, words, whole=False) for each in voices[:_MOST_VOICES]]
    if len(voices) > _MOST_VOICES:
        items.append(Item(f"En nog {counted(len(voices) - _MOST_VOICES, 'richtlijn', 'richtlijnen')}."))
    items += [
        _clash_item(each, words) for each in dict.fromkeys(one for each in weighings for one in each.clashes)
    ]
    if any(each.example for each in voices):
        items.append(Item(_EXAMPLES))
    waiting = tuple(voice for group in maybe_speaking(words) for voice in group)
    if waiting:
        items.append(Item(guidance_hint(waiting, words)))
    if items or routes:
        yield Section("RICHTLIJNEN", tuple(items) or (Item("geen die hierop slaan"),), "Richtlijnen")


def maybe_speaking(words: Words) -> tuple[tuple[Voice, ...], tuple[Voice, ...]]:
    """The guidelines that may yet speak: of the routes that the caseworker considers, and of the others only."""
    routes = words.outcome.routes
    every = {voice.id: voice for each in routes for voice in each.weighing.maybe}
    near = {voice.id for each in routes if _is_considered(each, words) for voice in each.weighing.maybe}
    return (
        tuple(voice for id_, voice in every.items() if id_ in near),
        tuple(voice for id_, voice in every.items() if id_ not in near),
    )


def guidance_hint(waiting: Sequence[Voice], words: Words) -> str:
    """How many more may speak, and how to see which."""
    way = next(each.cited.id for each in words.outcome.routes if set(each.weighing.maybe) & set(waiting))
    return f'Nog {_counted(waiting)} meewegen. Welke, ziet u met `--regel "{way}"`.'


def _spoken(weighing: Weighing) -> Iterator[Voice]:
    for side in weighing.sides:
        yield from (*side.in_favour, *side.against)
    for clash in weighing.clashes:
        yield from clash.voices


def _voice_item(voice: Voice, words: Words, whole: bool) -> Item:
    """A guideline with the strength of its evidence; what speaks against it where a way is considered."""
    order = f"{words.label(voice.higher)} boven {words.label(voice.lower)}"
    home = "voorbeeld" if voice.example else f"{voice.regulation}, {voice.grade}"
    text = f"{_name(voice)} ({home}): {order}. {sentence(evidence_words(voice))}"
    against = f"Daartegen: {' '.join(sentence(each) for each in voice.against)}"
    return Item(text, inside=(Item(against),) if voice.against and whole else ())


def evidence_words(voice: Voice) -> str:
    """`bewijs: matig (cijfers uit registers en literatuur)`."""
    if not voice.evidence:
        return "bewijs: geen genoemd"
    kinds = joined(_KINDS[kind] for kind, _ in voice.evidence)
    return f"bewijs: {_STRENGTH[voice.evidence[0][0]]} ({kinds})"


def _clash_item(clash: Clash, words: Words) -> Item:
    names = joined(_name(each) for each in clash.voices)
    if len(clash.voices) == 2:
        higher, lower = clash.values
        said = f"{names} wegen {words.label(higher)} en {words.label(lower)} tegengesteld"
    else:
        circle = " boven ".join(words.label(each) for each in (*clash.values, clash.values[0]))
        said = f"{names} draaien in een kring: {circle}"
    return Item(f"Botsing: {said}. {_NOT_OURS_TO_WEIGH}", sign=REQUIRED)


def _is_considered(route: Route, words: Words) -> bool:
    """Whether the caseworker named the route, with or without its municipality, or a place around it."""
    ids = (route.cited.id, route.cited.id.rpartition("/")[2])
    return any(
        id_ == place or id_.startswith(f"{place} ") for place in words.outcome.considered for id_ in ids
    )


def _asked(maybe: Sequence[Voice], words: Words) -> Iterator[Item]:
    """The guidelines that may yet speak, each with what has to be known first."""
    if not maybe:
        return
    yield Item(f"Nog {_counted(maybe)} meewegen. Dat hangt af van de antwoorden:")
    for voice in maybe:
        asked = tuple(Item(words.asking(name)) for name in voice.hinges)
        yield Item(_name(voice), sign=HINGES, inside=asked)


def _counted(maybe: Sequence[Voice]) -> str:
    return counted(len(maybe), "richtlijn kan", "richtlijnen kunnen")


def _name(voice: Voice) -> str:
    return f"“{voice.title}”"


def _by_number(id_: str) -> tuple[str, int]:
    regulation, _, place = id_.partition(" ")
    digits = "".join(filter(str.isdigit, place))
    return regulation, int(digits or 0)
