"""What `afwijken` says of a case with several acts: each in a line, and the first that needs the caseworker in full."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.evaluate.outcome import ActOutcome, ChoiceStatus, Outcome, RouteStatus
from verordening.present.acts_content import act_title, documents
from verordening.present.afwijken_answer import SETTLED, short_answer
from verordening.present.afwijken_content import afwijken_document
from verordening.present.document import ONWARD, REQUIRED, Document, Item, Section, section
from verordening.present.dutch import numbered, unended
from verordening.present.merged import merge_routes
from verordening.present.months_content import cut_months
from verordening.present.room_content import in_order
from verordening.present.toets_content import title
from verordening.present.words import Words
from verordening.records import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

ACT: Final = "--gedraging"


def afwijken_documents(
    outcome: Outcome, case_path: str = "", *, whole: bool = False, options: str = ""
) -> tuple[Document, ...]:
    """The answer as one document, or for several acts an overview with one of them in full; with `whole` all of it."""
    if whole or not outcome.acts:
        return documents(
            outcome, lambda each: afwijken_document(each, case_path, whole=whole, options=options)
        )
    first = min(outcome.acts, key=_urgency)
    typed = f"{options} {ACT} {first.number}" if len(outcome.acts) > 1 else options
    told = afwijken_document(first.outcome, case_path, options=typed)._replace(title=act_title(first))
    if len(outcome.acts) == 1 and not outcome.decisions:
        return (told._replace(title=f"{title(outcome)} · {told.title}"),)
    return (
        _overview(outcome, first, f"verordening afwijken {case_path}{options}" if case_path else ""),
        told,
    )


def _overview(outcome: Outcome, first: ActOutcome, command: str) -> Document:
    """Each act with its outcome and its room in short; the command for each that is not told in full."""
    items = [_line(each) for each in outcome.acts]
    if outcome.decisions:
        items.append(Item(_in_short(replace(outcome, acts=())), lead="samen"))
    cut = tuple(Item(each, sign=REQUIRED) for each in cut_months(outcome))
    said = (
        f"Deze casus heeft {numbered(len(outcome.acts), 'gedraging', 'gedragingen')}, elk met een eigen antwoord.",
    )
    others = tuple(
        Item(f"{command} {ACT} {each.number}".strip(), sign=ONWARD)
        for each in outcome.acts
        if each is not first
    )
    sections = (
        Section("GEDRAGING", tuple(items), "Gedraging"),
        *section("SAMEN", "Samen", cut),
        *section("VERDER", "Verder", others),
    )
    return Document(title(outcome), "", said, sections, ())


def _line(act: ActOutcome) -> Item:
    return Item(f"{act.label or 'nog niet bekend'}: {_in_short(act.outcome)}", lead=str(act.number))


def _in_short(outcome: Outcome) -> str:
    """`verlaging 10%, duur 1 maand. Dat hangt af van twee vragen.`"""
    words = Words(outcome)
    settled = words.settled(outcome.decisions)
    return " ".join((f"{settled}." if settled else "", *_room(words))).strip()


def _room(words: Words) -> Iterator[str]:
    outcome = words.outcome
    routes = in_order(merge_routes(outcome.routes))
    said = short_answer(outcome.decisions, routes, (), words)
    yield unended(next(said, "")) + "."


def _urgency(act: ActOutcome) -> tuple[int, int]:
    """How soon an act needs the caseworker; of two alike the first."""
    outcome = act.outcome
    if outcome.choice is not None:
        settled = outcome.choice.status is ChoiceStatus.IN_ORDE
        return (9 if settled else 0, act.number)
    if any(each.status not in SETTLED for each in outcome.decisions):
        return (1, act.number)
    open_ = any(each.status is not RouteStatus.MAG_NIET for each in outcome.routes)
    return (2 if open_ else 3, act.number)
