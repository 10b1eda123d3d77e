"""What differs between two sets of regulations: who gains, who loses, what room opens or closes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from verordening.analyse.difference.found import DecisionDifference, Difference, Direction, Group, Turn, Way
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_date
from verordening.present.difference_words import (
    before_and_after,
    floor_words,
    floors_words,
    most_words,
    place_words,
    rules_words,
    tally,
    turn_words,
)
from verordening.present.document import Document, Item, Section, section
from verordening.present.dutch import joined, numbered, sentence
from verordening.present.layout import lay_out
from verordening.present.meeting_words import meeting_items, meetings_not_proven
from verordening.present.screen_reader import read_out

TURNING: Final = ("ondergrens", "algemene weg", "redenen", "richtlijn", "samenhang")
"""What is told by the cases in which it now holds, where that is known."""
TITLE: Final = "Wat verandert er voor mensen?"
MOST_GROUPS: Final = 6
"""Of one direction in one decision, unless all are asked for."""
_SIGNS: Final = {Direction.ACHTERUIT: "▼", Direction.VOORUIT: "▲", Direction.ANDERS: "•"}
_HEADINGS: Final = {
    Direction.ACHTERUIT: ("ACHTERUIT", "gaat erop achteruit"),
    Direction.VOORUIT: ("VOORUIT", "gaat erop vooruit"),
    Direction.ANDERS: ("ANDERS", "krijgt een andere uitkomst"),
}


class Compared(NamedTuple):
    """Two sets of regulations with what differs. The words are as they were typed."""

    old: Corpus
    new: Corpus
    old_word: str
    new_word: str
    difference: Difference

    @property
    def is_of_two(self) -> bool:
        """Whether two municipalities are compared."""
        return self.old.gemeente != self.new.gemeente


def render_differences(compared: Sequence[Compared], width: int = 80, *, whole: bool = False) -> str:
    """For a terminal."""
    return "\n".join(lay_out(_document(each, whole=whole), width) for each in compared)


def read_differences(compared: Sequence[Compared], *, whole: bool = False) -> str:
    """For a screen reader."""
    return "".join(read_out(_document(each, whole=whole)) for each in compared)


def name_of(corpus: Corpus) -> str:
    """The municipality of a corpus as people write it."""
    return corpus.gemeente.replace("_", " ").title() or "landelijk recht"


def subtitle(each: Compared) -> str:
    """What is compared, and on which days."""
    days = joined(format_date(day) for day in each.difference.days)
    who = name_of(each.new)
    if each.is_of_two:
        who = f"van {name_of(each.old)} naar {who}"
    return f"{who} · peildatum {days}"


def answer(each: Compared) -> tuple[str, ...]:
    """The answer in a sentence or two."""
    found = each.difference
    if found.is_equivalent:
        return ("Er verandert niets in betekenis.", *_looked(found))
    changed = [one for one in found.decisions if one.groups]
    lines = []
    if changed:
        names = dict.fromkeys(one.decision.label for one in changed)
        lines.append(
            f"De uitkomst verandert bij {numbered(len(names), 'besluit', 'besluiten')}: {joined(names)}."
        )
    elif not found.is_proven:
        lines.append("Niet bewezen: er is geen verandering gevonden, maar niet elke zaak is bekeken.")
    else:
        lines.append("Geen enkele uitkomst verandert. Wel verandert er iets anders.")
    if changed and not found.is_proven:
        lines.append(
            "Er kunnen meer veranderingen zijn: niet elke zaak is bekeken (onderaan staat welke niet)."
        )
    if found.faults:
        lines.append(
            "Let op, een fout van dit programma: niet elk voorbeeld komt bij narekenen op hetzelfde uit."
        )
    return (*lines, *_looked(found))


def _looked(found: Difference) -> tuple[str, ...]:
    looked = len({each.decision.name for each in found.decisions})
    rest = found.shared - looked
    if not looked:
        return (f"Alle {found.shared} besluiten komen voor elke zaak op hetzelfde uit.",)
    return (f"De andere {rest} besluiten komen voor elke zaak op hetzelfde uit." if rest else "",)[
        : bool(rest)
    ]


def _document(each: Compared, *, whole: bool) -> Document:
    found = each.difference
    sections: list[Section] = []
    for one in found.decisions:
        if one.groups:
            sections += _decision(one, each, whole=whole)
    tail = (
        *section("RUIMTE", "Ruimte", room(each)),
        *section("SAMENLOOP", "Samenloop", meeting_items(found.meetings)),
        *section("VERDER", "Verder veranderd", asides(each)),
        *section("NIET BEWEZEN", "Niet bewezen", not_proven(found)),
    )
    sections += [part._replace(gap=True) for part in tail]
    return Document(TITLE, subtitle(each), answer(each), tuple(sections), ())


def _decision(found: DecisionDifference, each: Compared, *, whole: bool) -> Iterator[Section]:
    day = f" op {format_date(found.day)}" if len(each.difference.days) > 1 else ""
    question = sentence(f"{found.decision.label}{day}: {tally(found)}")
    lead = tuple(_shared(found))
    for number, direction in enumerate(_present(found)):
        groups = [group for group in found.groups if group.direction is direction]
        shown = groups if whole else groups[:MOST_GROUPS]
        items = [_group(group, found, each) for group in shown]
        if len(groups) > len(shown):
            items.append(Item(f"… en nog {len(groups) - len(shown)}: kijk met `--alles`"))
        heading, spoken = _HEADINGS[direction]
        first = number == 0
        yield Section(
            heading,
            tuple(items),
            f"Wie {spoken}",
            question if first else "",
            lead if first else (),
            gap=not first,
        )


def _present(found: DecisionDifference) -> list[Direction]:
    return [each for each in _HEADINGS if any(group.direction is each for group in found.groups)]


def _shared(found: DecisionDifference) -> Iterator[str]:
    """What all groups of a decision have in common, said once."""
    facts, others = common_facts(found), common_others(found)
    if facts:
        yield f"Bij al deze groepen: {', '.join(facts)}."
    if others and len(found.groups) > 1:
        yield f"In de voorbeelden verder: {', '.join(others)}."


def common_facts(found: DecisionDifference) -> tuple[str, ...]:
    """The facts that count in every group, where there are several."""
    if len(found.groups) < 2:
        return ()
    first, *rest = (each.witness.essential for each in found.groups)
    return tuple(fact for fact in first if all(fact in each for each in rest))


def common_others(found: DecisionDifference) -> tuple[str, ...]:
    """What is filled in beside the facts that count, where that is the same in every example."""
    every = {each.witness.others for each in found.groups}
    return next(iter(every)) if len(every) == 1 else ()


def _group(group: Group, found: DecisionDifference, each: Compared) -> Item:
    witness = group.witness
    inside = [_change(group, found), f"volgens {rules_words(group)}"]
    if witness.others and (len(found.groups) == 1 or not common_others(found)):
        inside.append(f"in het voorbeeld verder: {', '.join(witness.others)}")
    if each.is_of_two:
        for corpus, only in ((each.old, witness.only_old), (each.new, witness.only_new)):
            inside += [f"alleen {name_of(corpus)} vraagt: {joined(only)}"] if only else []
    inside += [f"ondergrens {text}" for text in floors_words(witness.old, witness.new)]
    return Item(who(group, found), _SIGNS[group.direction], inside=tuple(Item(text) for text in inside))


def _change(group: Group, found: DecisionDifference) -> str:
    most = most_words(group, found)
    return before_and_after(group, found.decision.name) + (f" · {most}" if most else "")


def who(group: Group, found: DecisionDifference) -> str:
    """For whom: the facts that make the difference, beside those that all groups of the decision have in common."""
    common = common_facts(found)
    return ", ".join(each for each in group.witness.essential if each not in common) or "verder iedereen"


def room(each: Compared) -> Iterator[Item]:
    """What room opened, closed, or has other bounds."""
    for change in each.difference.room:
        place = place_words(change.cited)
        title = f" ({change.title.lower()})" if change.title else ""
        what = {
            Way.DICHT: "deze weg is dicht",
            Way.OPEN: "een nieuwe weg is open",
            Way.ANDERS: "deze weg heeft andere grenzen",
        }[change.way]
        for_whom = f" Bijvoorbeeld bij: {', '.join(change.facts)}." if change.facts else ""
        yield Item(f"{place}{title}: {what}, bij {joined(change.decisions)}.{for_whom}")


def asides(each: Compared) -> Iterator[Item]:
    """What else changed, and what only one of the two regulates."""
    known = [
        turn for turn in each.difference.turns if turn.way is not None and not _is_in_a_group(turn, each)
    ]
    for turn in known:
        yield Item(turn_words(turn))
    kinds: dict[str, list[str]] = {}
    told = {turn.text for turn in known}
    for one in each.difference.asides:
        if one.text in told and any(kind in one.what for kind in TURNING):
            continue
        kinds.setdefault(one.what, []).append(one.text)
    for what, texts in kinds.items():
        yield Item(f"{sentence(what).removesuffix('.')}: {_some(texts)}.")
    if each.difference.only_old:
        word = name_of(each.old) if each.is_of_two else "de oude tekst"
        yield Item(f"Alleen {word} regelt: {_some(each.difference.only_old)}.")
    if each.difference.only_new:
        word = name_of(each.new) if each.is_of_two else "de nieuwe tekst"
        yield Item(f"Alleen {word} regelt: {_some(each.difference.only_new)}.")


def _is_in_a_group(turn: Turn, each: Compared) -> bool:
    """Whether an example of a decision shows it already: of a floor that did not change itself."""
    if any(turn.text == one.text for one in each.difference.asides):
        return False
    floors = (
        text
        for found in each.difference.decisions
        for group in found.groups
        for text in floors_words(group.witness.old, group.witness.new)
    )
    return floor_words(turn) in floors


def _some(texts: Sequence[str]) -> str:
    most = 12
    return joined(texts) if len(texts) <= most else f"{', '.join(texts[:most])} en nog {len(texts) - most}"


def not_proven(found: Difference) -> Iterator[Item]:
    """Where there may be more than was found."""
    for one in found.decisions:
        label = sentence(one.decision.label).removesuffix(".")
        if not one.complete:
            yield Item(
                f"{label}: na {one.tried} gevallen is niet verder gezocht; er kunnen meer groepen zijn."
            )
        for doubt in one.doubts:
            places = joined(place_words(x) for x in (*doubt.old, *doubt.new))
            yield Item(f"{label}: of {places} hier een verschil geeft, is niet gevonden en niet uitgesloten.")
    yield from (Item(turn_words(turn)) for turn in found.turns if turn.way is None)
    yield from meetings_not_proven(found.meetings)
