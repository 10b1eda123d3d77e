"""The words for what several acts, or several duties of one act, now come to together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.analyse.difference.found import Direction, Meeting
from verordening.model.formatting import format_value
from verordening.model.types import Kind, Type
from verordening.present.document import Item
from verordening.present.dutch import sentence

_SIGNS: Final = {Direction.ACHTERUIT: "▼", Direction.VOORUIT: "▲", Direction.ANDERS: "•"}


def meeting_items(found: tuple[Meeting, ...]) -> Iterator[Item]:
    """Each way to meet with what becomes of it, the month in which that shows most, and a case."""
    for each in found:
        if each.direction is not None:
            inside = [Item(text) for text in (_takes(each), *_case(each))]
            yield Item(f"{_what(each)}.", _SIGNS[each.direction], inside=tuple(inside))
        elif not each.why:
            yield Item(f"{_what(each)}: in geen enkele zaak maakt dat iets uit.")


def meetings_not_proven(found: tuple[Meeting, ...]) -> Iterator[Item]:
    """Of which it is not settled what they do."""
    for each in found:
        if each.why:
            yield Item(f"{_what(each)}: in welke zaken dat iets uitmaakt, is niet bewezen ({each.why}).")


def _what(each: Meeting) -> str:
    return sentence(f"bij {each.what}: {each.before} → {each.after}").removesuffix(".")


def _takes(each: Meeting) -> str:
    """`in één maand 100% → 70% · bij twee gedragingen hoogstens 30 procentpunten minder`."""
    text = " → ".join(each.months)
    if each.most is None:
        return text
    size = format_value(each.most, Type(Kind.PERCENTAGE)).removesuffix("%")
    fewer = (each.direction is Direction.VOORUIT) is (each.decision.favourable == "lager")
    number = "bij twee gedragingen " if len(each.acts) == 2 else ""
    least = "hoogstens" if each.exact else "ten minste"
    return f"in één maand {text} · {number}{least} {size} procentpunten {'minder' if fewer else 'meer'}"


def _case(each: Meeting) -> Iterator[str]:
    """The case: what is of each act, and what they share."""
    first, *others = each.acts
    if others and all(other == first for other in others):
        yield f"bijvoorbeeld twee keer: {', '.join(first)}"
    else:
        for number, act in enumerate(each.acts, start=1):
            name = f"gedraging {number}" if others else "gedraging"
            yield f"{'bijvoorbeeld ' if number == 1 else ''}{name}: {', '.join(act)}"
    if each.facts:
        yield f"in het voorbeeld verder: {', '.join(each.facts)}"
