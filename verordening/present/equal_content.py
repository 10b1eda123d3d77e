"""Cases set beside the one at hand: what was chosen in each and why, and on which facts they differ. Nobody is named.

Compared are the facts and oordelen that the rules of these decisions look at, as coarsely as they are shown: ages and
amounts in steps, days not at all. Whether two cases are alike is for people to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from verordening.evaluate.outcome import ChoiceStatus, Outcome
from verordening.model.case import WHY_NOT_KEY, Case
from verordening.model.corpus import Corpus
from verordening.model.types import Kind, Value
from verordening.present.citing import in_short
from verordening.present.document import POINT, Item, Section, section
from verordening.present.dutch import counted, joined, sentence
from verordening.present.words import Words
from verordening.present.writing.anonymous import coarse_text, coarse_value

_MOST_SHOWN: Final = 5
_MOST_NAMED: Final = 8
_NOT_GIVEN: Final = "niet opgegeven"
_NOT_COMPARED: Final = (Kind.DATE, Kind.LIST)


class Beside(NamedTuple):
    """A case, or one act of a case, with what comes of it."""

    case: Case
    outcome: Outcome


class Folder(NamedTuple):
    """The cases in which something was chosen; how many others there are, and why they are no use here."""

    found: tuple[Beside, ...]
    undecided: int = 0
    unread: int = 0
    elsewhere: int = 0


class _Compared(NamedTuple):
    beside: Beside
    differences: tuple[str, ...]


def equal_sections(here: Beside, corpus: Corpus, folder: Folder) -> tuple[Section, ...]:
    """The section `GELIJKE GEVALLEN`. `here` needs its tree: that tells what the rules look at."""
    looked_at = _looked_at(here, corpus)
    decided = [each for each in folder.found if _is_decided(each, here.outcome)]
    compared = [_Compared(each, tuple(_differences(here, each, looked_at, corpus))) for each in decided]
    compared.sort(key=lambda each: len(each.differences))
    names = [name for name in here.case.inputs() if name in looked_at]
    items = [Item(each) for each in _method([corpus.inputs[each].label for each in names], len(decided))]
    items += [_item(each) for each in compared[:_MOST_SHOWN]]
    items += [
        Item(each)
        for each in _rest(len(compared), folder, folder.undecided + len(folder.found) - len(decided))
    ]
    return section("GELIJKE GEVALLEN", "Gelijke gevallen", items)


def _looked_at(here: Beside, corpus: Corpus) -> frozenset[str]:
    """What the rules of these decisions look at and that can be compared."""
    tree = here.outcome.tree
    names = {
        *(tree.layout.facts if tree is not None else ()),
        *(each.judgement for each in here.outcome.routes),
    }
    return frozenset(
        name for name in names if name in corpus.inputs and corpus.inputs[name].type.kind not in _NOT_COMPARED
    )


def _is_decided(each: Beside, outcome: Outcome) -> bool:
    """Whether something was chosen, as it may be, about one of the same decisions."""
    choice = each.outcome.choice
    if choice is None or choice.status is not ChoiceStatus.IN_ORDE:
        return False
    about = {name for name, _ in choice.chosen} or {decision.name for decision in each.outcome.decisions}
    return bool(about & {decision.name for decision in outcome.decisions})


def _differences(here: Beside, there: Beside, looked_at: frozenset[str], corpus: Corpus) -> Iterator[str]:
    mine, theirs = here.case.inputs(), there.case.inputs()
    for name in dict.fromkeys((*mine, *theirs)):
        if name in looked_at:
            one, other = _told(name, mine, corpus), _told(name, theirs, corpus)
            if one != other:
                yield f"{corpus.inputs[name].label}: {other} (hier {one})"


def _told(name: str, given: Mapping[str, Value], corpus: Corpus) -> str:
    return coarse_value(name, given[name], corpus.inputs[name].type) if name in given else _NOT_GIVEN


def _method(labels: Sequence[str], number: int) -> Iterator[str]:
    if not number:
        yield "Geen zaak in deze map waarin hierover al is gekozen."
        return
    more = len(labels) - _MOST_NAMED
    told = [*labels[:_MOST_NAMED], *([counted(more, "ander gegeven", "andere gegevens")] if more > 0 else [])]
    yield (
        f"{sentence(counted(number, 'zaak', 'zaken')).rstrip('.')}, vergeleken op {joined(told)}. "
        "Leeftijd en bedragen in stappen, dagen niet. Of een zaak gelijk is, weegt u."
    )


def _item(each: _Compared) -> Item:
    outcome = each.beside.outcome
    number = len(each.differences)
    where = f"op {counted(number, 'punt', 'punten')} anders" if number else "op al deze punten gelijk"
    inside = [Item(f"Waarom: {why}")] if (why := _why(outcome, each.beside.case)) else []
    inside += [Item(f"Anders: {'; '.join(each.differences)}.")] if number else []
    return Item(f"{where}: {_chosen(outcome)}", sign=POINT, inside=tuple(inside))


def _chosen(outcome: Outcome) -> str:
    """`verlaging 0%, volgens Participatiewet 18 lid 10`."""
    words, choice = Words(outcome), outcome.choice
    assert choice is not None
    what = words.per_decision([(name, words.with_period(name, shown.text)) for name, shown in choice.chosen])
    cited = words.named(choice.route) if choice.route else None
    if not what:
        return f"niet afgeweken van {words.settled(outcome.decisions)}"
    return f"{what}{f', volgens {in_short(cited)}' if cited is not None else ''}"


def _why(outcome: Outcome, case: Case) -> str:
    """The reasons as they were written, without days, the municipality and what surely points at somebody."""
    reasons = case.choice.reasons if case.choice is not None else ()
    asked = [key for key, _ in outcome.choice.reasons] if outcome.choice is not None else []
    told = [text for key, text in reasons if key in asked or key == WHY_NOT_KEY]
    return " ".join(f"“{coarse_text(sentence(each), case.gemeente_name)}”" for each in told if each.strip())


def _rest(number: int, folder: Folder, undecided: int) -> Iterator[str]:
    if number > _MOST_SHOWN:
        yield f"En nog {counted(number - _MOST_SHOWN, 'zaak die', 'zaken die')} op meer punten anders zijn."
    skipped = [
        f"{count} {what}"
        for count, what in (
            (undecided, "zonder keuze hierover die in orde is"),
            (folder.elsewhere, "van een andere gemeente"),
            (folder.unread, "niet te lezen als casus"),
        )
        if count
    ]
    if skipped:
        yield f"Overgeslagen: {joined(skipped)}."
