"""What `bronnen` shows: per regulation what it rests on; of one that was named every place, and what to compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from verordening.model.formatting import format_date
from verordening.model.rules import Checked, Provenance, Rank, Regulation
from verordening.model.sources import PlaceSource, RegulationSource
from verordening.present.document import CLOSED, HINGES, Document, Item, Section, section
from verordening.present.dutch import counted, joined, numbered, sentence, unended
from verordening.present.layout import lay_out
from verordening.present.screen_reader import read_out

_NATIONAL: Final = "Landelijk"


def render_sources(
    found: Sequence[RegulationSource], names: dict[str, str], width: int, *, whole: bool
) -> str:
    """The overview for a terminal; `whole`: every place. `names` are the municipalities as people write them."""
    return lay_out(sources_document(found, names, whole=whole), width)


def read_sources(found: Sequence[RegulationSource], names: dict[str, str], *, whole: bool) -> str:
    """The overview for a screen reader."""
    return read_out(sources_document(found, names, whole=whole))


def sources_document(found: Sequence[RegulationSource], names: dict[str, str], *, whole: bool) -> Document:
    """What these regulations rest on."""
    sections: list[Section] = []
    if whole:
        for each in found:
            sections += _whole(each)
    else:
        for gemeente in dict.fromkeys(each.regulation.gemeente for each in found):
            own = [each for each in found if each.regulation.gemeente == gemeente]
            title = names.get(gemeente, gemeente) if gemeente else _NATIONAL
            ours = [each for each in own if _is_of_ours(each.regulation)]
            items = [_line(each) for each in own if each not in ours]
            if ours:
                files = joined(each.regulation.id for each in ours)
                items.append(Item(f"Van ons, zonder eigen bron: {files}."))
            sections.append(Section("", tuple(items), gap=True, lead=(title,)))
    closing = (
        () if whole else ("Eén regeling, artikel voor artikel: verordening bronnen amsterdam/maatregelen",)
    )
    return Document("Waar de regelingen op rusten", "", tuple(_summary(found)), tuple(sections), closing)


def _is_of_ours(regulation: Regulation) -> bool:
    """Whether it is a file of concepts of this project; what a municipality says of its regulations is of itself."""
    return regulation.rank is Rank.BEGRIPPEN and not (regulation.complete or regulation.absent)


def _summary(found: Sequence[RegulationSource]) -> Iterator[str]:
    places = [place for each in found for place in each.places]
    official = sum(place.is_official for place in places)
    dead = sum(len(each.dead) for each in found)
    yield (
        f"{numbered(len(found), 'regeling', 'regelingen')} met {numbered(len(places), 'plaats', 'plaatsen')}; "
        f"{official} daarvan uit de officiële tekst."
    )
    if dead:
        lead = "leidt" if dead == 1 else "leiden"
        yield f"{numbered(dead, 'verwijzing', 'verwijzingen')} in de bronnen zelf {lead} nergens heen."


def _line(each: RegulationSource) -> Item:
    """One regulation in the overview."""
    regulation = each.regulation
    said = [_read(regulation.checked, regulation.rank, regulation.provenance)]
    if regulation.omitted:
        said.append(f"niet opgenomen: {joined(text for text, _ in regulation.omitted)}")
    said += [f"{words} {_since(regulation, ones)}" for words, ones in _claims(regulation) if ones]
    dead = len(each.dead)
    if dead:
        said.append(f"dode verwijzingen: {dead}")
    inside = (Item(sentence(f"{regulation.source or 'geen bron genoemd'}{_at(each.address)}")),)
    return Item(
        f"{regulation.title} ({regulation.id})",
        margin=regulation.provenance.grade.name.lower(),
        margin_word="herkomst",
        inside=(*inside, *(Item(sentence(text)) for text in said if text)),
    )


_Claim = tuple[tuple[str, date | None], ...]


def _claims(regulation: Regulation) -> tuple[tuple[str, _Claim], ...]:
    """What a municipality says of all its regulations: on which grounds these are all, and on which there is none."""
    return (
        ("volledig op grond van", regulation.complete),
        ("volgens de gemeente geen regeling op grond van", regulation.absent),
    )


def _since(regulation: Regulation, claim: _Claim) -> str:
    """The grounds, each with the day since which that is said: that of the regulation unless another is written."""
    days = ((ground, since or regulation.validity.start) for ground, since in claim)
    by_day: dict[date | None, list[str]] = {}
    for ground, day in days:
        by_day.setdefault(day, []).append(ground)
    return ", ".join(
        f"{joined(grounds)}{f' (vanaf {format_date(day)})' if day is not None else ''}"
        for day, grounds in by_day.items()
    )


def _at(address: str) -> str:
    return f", {address}" if address else ""


def _read(checked: Checked | None, rank: Rank, provenance: Provenance) -> str:
    """When a text was last read beside its source; of what has no source outside this project nothing."""
    if checked is not None:
        return f"nagelezen op {format_date(checked.day)}{f' ({checked.of})' if checked.of else ''}"
    if rank is Rank.BEGRIPPEN or provenance.grade.name in ("RECONSTRUCTIE", "FICTIEF"):
        return provenance.note
    if "nagelezen" in provenance.note:
        return provenance.note
    return f"nog niet nagelezen{f': {provenance.note}' if provenance.note else ''}"


def _whole(each: RegulationSource) -> Iterator[Section]:
    regulation = each.regulation
    yield Section(question=f"{regulation.title} ({regulation.id})", items=(), gap=True)
    yield Section(items=(_line(each),))
    yield from section("PLAATSEN", "Plaatsen", _places(each))
    left_out = [Item(f"{place}{f': {why}' if why else ''}", sign=CLOSED) for place, why in regulation.omitted]
    yield from section("NIET OPGENOMEN", "Niet opgenomen", left_out)
    dead = [Item(f"{place.path} → {reference}: {why}", sign=CLOSED) for place, reference, why in each.dead]
    yield from section("DOOD", "Verwijzingen die nergens heen leiden", dead)
    yield from section("VERGELIJK", "Wat u vergelijkt", _to_compare(each))


def _places(home: RegulationSource) -> list[Item]:
    """The places in order; why an older text is worth less is said once for those that stand together."""
    notes = [place.provenance.earlier.note if place.provenance.earlier else "" for place in home.places]
    above = ["", *notes]
    return [_place(place, home, note) for place, note in zip(home.places, above, strict=False)]


def _place(place: PlaceSource, home: RegulationSource, above: str) -> Item:
    """One place; what is the same for the whole regulation, or said of the place above, is not said again."""
    title = f" {place.title}" if place.title else ""
    kind = counted(place.rules, "regel", "regels") if place.rules else "tekst"
    inside = [Item(place.address)] if place.address not in ("", home.address) else []
    if place.provenance.note not in ("", home.regulation.provenance.note):
        inside.append(Item(sentence(place.provenance.note)))
    since, earlier = place.provenance.since, place.provenance.earlier
    if since is not None and earlier is not None:
        note = f": {unended(earlier.note)}" if earlier.note else ""
        note = " (zie hierboven)" if earlier.note and earlier.note == above else note
        inside.append(Item(f"Vóór {format_date(since)} {earlier.grade.name.lower()}{note}."))
    return Item(
        f"{place.path}{title} ({kind})",
        margin=place.provenance.grade.name.lower(),
        margin_word="herkomst",
        inside=tuple(inside),
    )


def _older_text(each: RegulationSource) -> Iterator[Item]:
    """The places of which only a later text was read, per day since which that text holds."""
    days: dict[date, list[str]] = {}
    for place in each.places:
        if place.rules and place.provenance.since is not None:
            days.setdefault(place.provenance.since, []).append(place.path)
    for since, paths in days.items():
        yield Item(
            f"Zoek de tekst van vóór {format_date(since)} op, en kijk of hij gelijk is. Klopt dat, haal dan "
            f"`sinds … daarvoor …` weg: {joined(paths)}",
            sign=HINGES,
        )


def _to_compare(each: RegulationSource) -> Iterator[Item]:
    """What has to be read beside the source before the text may be called official: place by place, every figure."""
    yield from _older_text(each)
    waiting = [place for place in each.to_compare if place.rules]
    if not waiting or each.regulation.rank is Rank.BEGRIPPEN:
        return
    where = f" op {each.address}" if each.address else ""
    what = "deze plaats" if len(waiting) == 1 else f"deze {len(waiting)} plaatsen"
    yield Item(
        f"Leg {what} naast de officiële tekst{where}. Kijk per plaats "
        "naar de voorwaarden, naar “moet” of “kan”, naar de dag van ingang en naar de getallen. Klopt alles, schrijf "
        "dan `herkomst officieel` en `nagelezen op` met de dag."
    )
    for place in waiting:
        figures = joined(place.figures) if place.figures else "geen getallen"
        yield Item(f"{place.path}: {figures}", sign=HINGES)
