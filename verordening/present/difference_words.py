"""The words for what differs: outcomes before and after, by how much, by which rules, for whom."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from verordening.analyse.difference.found import DecisionDifference, Direction, Group, Turn, Way
from verordening.evaluate.arithmetic import compare
from verordening.evaluate.outcome import Cited, DecisionOutcome, Outcome, Status
from verordening.model.formatting import format_value
from verordening.model.types import Indefinite, Kind, Type
from verordening.present.dutch import counted, joined, numbered, sentence

DIRECTIONS: Final = {
    Direction.ACHTERUIT: "gaat erop achteruit",
    Direction.VOORUIT: "gaat erop vooruit",
    Direction.ANDERS: "anders",
}
_STATUS: Final = {
    Status.STRIJDIG: "regels spreken elkaar tegen",
    Status.LEEMTE: "niemand heeft het geregeld",
    Status.OPEN: "niet bekend: een tekst is niet opgenomen",
    Status.AFSTEMMEN: "te kiezen",
}


def tally(found: DecisionDifference) -> str:
    """`2 groepen gaan erop achteruit, 1 groep gaat erop vooruit`."""
    numbers = {each: sum(group.direction is each for group in found.groups) for each in DIRECTIONS}
    parts = []
    for direction, words in (
        (Direction.ACHTERUIT, "erop achteruit"),
        (Direction.VOORUIT, "erop vooruit"),
    ):
        if numbers[direction]:
            verb = "gaat" if numbers[direction] == 1 else "gaan"
            parts.append(f"{counted(numbers[direction], 'groep', 'groepen')} {verb} {words}")
    if numbers[Direction.ANDERS]:
        parts.append(f"{counted(numbers[Direction.ANDERS], 'groep', 'groepen')} krijgt een andere uitkomst")
        if numbers[Direction.ANDERS] > 1:
            parts[-1] = parts[-1].replace("krijgt", "krijgen")
    return joined(parts)


def before_and_after(group: Group, decision: str) -> str:
    """`5% → 10% (€ 70,08 → € 140,15)`."""
    old, new = (each.decision(decision) for each in (group.witness.old, group.witness.new))
    text = f"{outcome_words(old)} → {outcome_words(new)}"
    amounts = [each.amount.text for each in (old, new) if each.amount is not None]
    return f"{text} ({' → '.join(amounts)})" if len(amounts) == 2 else text


def outcome_words(each: DecisionOutcome) -> str:
    """What a decision comes to, in a few words."""
    if each.status in (Status.BEPAALD, Status.VOORBEHOUD):
        return "geen besluit" if each.shown is None else each.shown.text
    if each.status in (Status.AFSTEMMEN, Status.LEEMTE) and each.range is not None:
        return f"{_STATUS[each.status]}, {each.range.text}"
    if each.status is Status.OPEN and each.missing:
        return "nog open"
    return _STATUS[each.status]


def most_words(group: Group, found: DecisionDifference) -> str:
    """`hoogstens 5 procentpunten meer`; nothing where that cannot be said."""
    if group.most is None:
        return ""
    type_ = found.decision.type
    old, new = (each.decision(found.decision.name).shown for each in (group.witness.old, group.witness.new))
    if old is None or new is None:
        return ""
    up = compare(new.value, old.value) > 0
    word = _more(type_, up)
    size = "zonder einde" if isinstance(group.most, Indefinite) else _size(group.most, type_)
    return f"{'hoogstens ' if group.exact else 'ten minste '}{size} {word}"


def _more(type_: Type, up: bool) -> str:
    if type_.kind is Kind.DATE:
        return "later" if up else "eerder"
    if type_.kind is Kind.DURATION:
        return "langer" if up else "korter"
    return "meer" if up else "minder"


def _size(most: int | Fraction, type_: Type) -> str:
    if type_.kind is Kind.PERCENTAGE:
        text = format_value(most, Type(Kind.PERCENTAGE)).removesuffix("%")
        return f"{text} {'procentpunt' if most == 1 else 'procentpunten'}"
    if type_.kind is Kind.DATE:
        return numbered(int(most), "dag", "dagen")
    return format_value(most, type_)


def rules_words(group: Group) -> str:
    """Which rule decided, and which does: `artikel 6 lid 1 onderdeel a`, or before and after."""
    old, new = group.old, group.new
    if [each.id for each in old] == [each.id for each in new]:
        return _cited(new)
    if len(old) == len(new) == 1 and old[0].regulation == new[0].regulation:
        return f"{_cited(old)} → {new[0].path}"
    return f"{_cited(old)} → {_cited(new)}"


def _cited(cited: Iterable[Cited]) -> str:
    return joined(map(place_words, cited)) or "geen regel"


def place_words(cited: Cited) -> str:
    """`Participatiewet artikel 18 lid 2`; of a municipality by the name of its regulation, which is shorter."""
    return f"{cited.regulation_title} {cited.path}" if cited.national else cited.id


_NOW: Final = "nu geraakt: {}"
_NO_MORE: Final = "niet meer geraakt: {}"


def floors_words(old: Outcome, new: Outcome) -> list[str]:
    """What became of floors in a case: broken now, or no more."""
    before, after = ({x.name: x for x in each.floors if x.effect.value != "geen"} for each in (old, new))
    found = [_NOW.format(after[name].title) for name in after if name not in before]
    return found + [_NO_MORE.format(before[name].title) for name in before if name not in after]


def floor_words(turn: Turn) -> str:
    """The same of a floor that is broken otherwise in some case."""
    return (_NOW if turn.way is Way.OPEN else _NO_MORE).format(turn.text)


_TURNED: Final = {
    ("een ondergrens", Way.OPEN): "waarschuwt nu ook",
    ("een ondergrens", Way.DICHT): "waarschuwt niet meer",
    ("een algemene weg om af te wijken", Way.OPEN): "kan nu ook",
    ("een algemene weg om af te wijken", Way.DICHT): "kan niet meer",
    ("een plicht om redenen te geven", Way.OPEN): "geldt nu ook",
    ("een plicht om redenen te geven", Way.DICHT): "geldt niet meer",
    ("redenen bij een keuze", Way.OPEN): "die horen er nu bij",
    ("redenen bij een keuze", Way.DICHT): "die hoeven er niet meer bij",
    ("een richtlijn", Way.OPEN): "weegt nu ook mee",
    ("een richtlijn", Way.DICHT): "weegt niet meer mee",
    ("een samenhang", Way.OPEN): "deze zaak kan nu wel",
    ("een samenhang", Way.DICHT): "deze zaak kan niet meer",
}


def turn_words(turn: Turn) -> str:
    """In which cases something now holds, or no longer, with one of them."""
    name = f"{sentence(turn.what).removesuffix('.')} ({turn.text})"
    if turn.way is None:
        why = f" ({turn.why})" if turn.why else ""
        what = (
            "of zij in andere zaken geraakt wordt dan eerst"
            if turn.what == "een ondergrens"
            else "in welke zaken dat iets uitmaakt"
        )
        return f"{name}: {what}, is niet bewezen{why}."
    if turn.way is Way.ANDERS:
        return f"{name}: in geen enkele zaak maakt dat iets uit."
    for_whom = f", bijvoorbeeld bij {', '.join(turn.facts)}" if turn.facts else ""
    return f"{name}: {_TURNED[turn.what, turn.way]}{for_whom}."
