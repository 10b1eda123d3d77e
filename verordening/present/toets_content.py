"""What `toets` says: the answer, what it rests on, the room, the floors and what comes after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.evaluate.outcome import ChoiceStatus, Cited, Outcome, Question, Status
from verordening.model.formatting import format_date
from verordening.present.answer import answer
from verordening.present.basis_content import basis, closing, home_of
from verordening.present.citing import in_brackets, in_short
from verordening.present.document import CLOSED, HINGES, Document, Item, Section, section, spaced_out
from verordening.present.dutch import joined, sentence, unended
from verordening.present.floors_content import floors
from verordening.present.room_content import room
from verordening.present.words import Words

_MOST_QUESTIONS: Final = 3


def toets_document(outcome: Outcome, case_path: str = "") -> Document:
    """The answer to: which rule holds, and what does it come to?"""
    words = Words(outcome)
    sections = spaced_out(
        (
            *choice_section(outcome),
            *section("MOGELIJK", "Mogelijk", _candidates(words)),
            *section("VRAGEN", "Vraag", _questions(words)),
        ),
        basis(words),
        room(words, f"verordening afwijken {case_path}" if case_path else ""),
        (
            *floors(words),
            *section("DAARNA", "Daarna", _duties(outcome)),
            *section("LET OP", "Let op", (Item(sentence(note)) for note in outcome.notes)),
        ),
    )
    return Document(title(outcome), subtitle(words), answer(words), sections, closing(outcome))


def title(outcome: Outcome) -> str:
    """What the answer is about: the case, the municipality and the day."""
    where = outcome.gemeente_name or outcome.gemeente
    return " · ".join(
        part for part in (outcome.case, where, f"peildatum {format_date(outcome.peildatum)}") if part
    )


def subtitle(words: Words) -> str:
    """Which decisions it is about, where the case does not say so itself."""
    outcome = words.outcome
    if not outcome.default_scope:
        return ""
    others = f"; niet bekeken: {joined(outcome.others)}" if outcome.others else ""
    return f"Over {words.labels(outcome.asked)}{others}."


def choice_section(outcome: Outcome) -> tuple[Section, ...]:
    """What is wrong with the choice in the case, or what cannot be said of it yet."""
    choice = outcome.choice
    if choice is None or choice.status is ChoiceStatus.IN_ORDE:
        return ()
    sign = CLOSED if choice.status is ChoiceStatus.NIET_IN_ORDE else HINGES
    return section("UW KEUZE", "Uw keuze", (Item(sentence(defect), sign=sign) for defect in choice.defects))


def question_item(question: Question, words: Words) -> Item:
    """A question with what to weigh, who must prove it and where each answer leads."""
    inside = []
    if question.weigh:
        inside.append(Item(f"Weeg: {joined(question.weigh)}."))
    if question.burden:
        inside.append(Item(f"Wie dit moet aantonen: {words.role(question.burden)}."))
    inside += [Item(leads_to, lead=given, branch=True) for given, leads_to in question.answers]
    margin = "beoordeling" if question.judgement else ""
    return Item(question.text, sign=HINGES, margin=margin, margin_word="dit is een", inside=tuple(inside))


def _questions(words: Words) -> Iterator[Item]:
    """The first questions, while a decision is open; what a route hangs on is said with the route."""
    outcome = words.outcome
    if not any(each.status is Status.OPEN for each in outcome.decisions):
        return
    missing = {name for each in outcome.decisions for name in each.missing}
    asked = [each for each in outcome.questions if each.name in missing] or list(outcome.questions)
    for question in asked[:_MOST_QUESTIONS]:
        yield question_item(question, words)
    if len(asked) > _MOST_QUESTIONS:
        yield Item(
            f"daarna nog {len(asked) - _MOST_QUESTIONS}: {words.labels(each.name for each in asked[_MOST_QUESTIONS:])}"
        )


def _candidates(words: Words) -> Iterator[Item]:
    """Which rule would give which outcome; two sides of a conflict are already in the answer."""
    by_rule: dict[Cited, list[tuple[str, str]]] = {}
    for decision in words.outcome.decisions:
        for each in decision.candidates if decision.status is Status.OPEN else ():
            if each.cited is not None:
                text = each.text or (each.shown.text if each.shown else "")
                by_rule.setdefault(each.cited, []).append((decision.name, text))
    home: Cited | None = None
    for cited, parts in by_rule.items():
        yield Item(f"{words.per_decision(parts)}, als {in_short(cited, home)} geldt")
        home = home or (None if cited.national else cited)


def _duties(outcome: Outcome) -> Iterator[Item]:
    home = home_of(outcome.decisions)
    for duty in outcome.duties:
        yield Item(f"{unended(duty.reason)}{in_brackets(in_short(duty.cited, home))}")
