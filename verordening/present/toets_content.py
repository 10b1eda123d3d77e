"""What `toets` says: the answer, what it rests on, the room, the floors and what comes after."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.evaluate.outcome import ChoiceStatus, Cited, Outcome, Question, Status
from verordening.model.formatting import format_date
from verordening.model.types import Kind
from verordening.present.answer import answer
from verordening.present.basis_content import basis, home_of, on_texts
from verordening.present.citing import in_brackets, in_short
from verordening.present.document import CLOSED, HINGES, POINT, Document, Item, Section, section, spaced_out
from verordening.present.dutch import counted, joined, listed, sentence, small_after_colons, unended
from verordening.present.floors_content import floors
from verordening.present.months_content import when
from verordening.present.onward_content import is_chosen, onward
from verordening.present.room_content import room
from verordening.present.words import Words, candidate_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_MOST_QUESTIONS: Final = 3
_MOST_CANDIDATES: Final = 6

_STILL_TO_TELL: Final = "een uitkomst die nu nog niet te zeggen is"
_STILL_TO_COUNT: Final = {Kind.AMOUNT: "een bedrag dat nu nog niet uit te rekenen is"}

_TO_CHOOSE_FROM: Final = ("ja of nee", "een van")
"""Types of which the answers are worth listing; of a number only some are tried."""

_ENDS: Final = {
    "open": "nog open",
    "afstemmen": "een keuze binnen grenzen",
    "leemte": "een leemte",
    "bepaald": "een vaste uitkomst",
}
"""Words for an end that is no value."""


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
            *when(outcome),
            *section("DAARNA", "Daarna", duties(outcome)),
            *notes(outcome),
            *(onward(outcome, case_path) if is_chosen(outcome) else ()),
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
    about = words.outcome.asked if words.outcome.default_scope else ()
    return f"Over {words.labels(about)}." if about else ""


def closing(outcome: Outcome, *, noted: bool = True) -> tuple[str, ...]:
    """How good the texts are, what they leave out, and what was not looked at; `noted` says why they are no better."""
    others = f"Niet bekeken: {joined(outcome.others)}." if outcome.default_scope and outcome.others else ""
    return tuple(said for said in (on_texts(outcome, noted=noted), others) if said)


def choice_section(outcome: Outcome) -> tuple[Section, ...]:
    """What is wrong with the choice in the case, or what cannot be said of it yet."""
    choice = outcome.choice
    if choice is None or choice.status is ChoiceStatus.IN_ORDE:
        return ()
    sign = CLOSED if choice.status is ChoiceStatus.NIET_IN_ORDE else HINGES
    remedies = (*choice.remedies, *[""] * (len(choice.defects) - len(choice.remedies)))
    said = (
        Item(
            sentence(small_after_colons(defect)),
            sign=sign,
            inside=(Item(sentence(f"schrijf {remedy}")),) if remedy else (),
        )
        for defect, remedy in zip(choice.defects, remedies, strict=True)
    )
    return section("UW KEUZE", "Uw keuze", said)


def question_item(question: Question, words: Words) -> Item:
    """A question with where each answer leads; of a judgement also what to weigh and who must show it."""
    inside = []
    if question.weigh:
        inside.append(Item(f"Weeg: {listed(question.weigh)}."))
    if question.judgement and question.burden is not None:
        inside.append(Item(f"Wie dit moet aantonen: {words.role(question.burden.bearer)}."))
    inside += [Item(end, lead=given, branch=True) for given, end in telling_answers(question, words)]
    margin = "beoordeling" if question.judgement else ""
    return Item(question.text, sign=HINGES, margin=margin, margin_word="dit is een", inside=tuple(inside))


def telling_answers(question: Question, words: Words) -> list[tuple[str, str]]:
    """The answers to choose from and what they lead to; `nog open` where an answer narrows nothing, and no list at all
    where none does.
    """
    if not question.type_text.startswith(_TO_CHOOSE_FROM):
        return []
    ends = [leads_to.split(" of ") for _, leads_to in question.answers]
    every = {end for each in ends for end in each}
    if all(set(each) == every for each in ends):
        return []
    open_decisions = (each for each in words.outcome.decisions if each.status is Status.OPEN)
    about = next((each.name for each in open_decisions if question.name in each.missing), "")
    return [
        (given, "nog open" if set(each) == every else _end(each, about, words))
        for (given, _), each in zip(question.answers, ends, strict=True)
    ]


def _end(ends: list[str], about: str, words: Words) -> str:
    """What an answer leads to, with the decision that it is about where the figure alone does not say so."""
    text = joined((_ENDS.get(end, end) for end in ends), "of")
    if not about or any(end in _ENDS for end in ends):
        return text
    return words.per_decision([(about, words.with_period(about, text))])


def _questions(words: Words) -> Iterator[Item]:
    """The first questions, while a decision is open; what a route hangs on is said with the route, and a single bare
    question in the answer.
    """
    outcome = words.outcome
    missing = {name for each in outcome.decisions if each.status is Status.OPEN for name in each.missing}
    asked = [each for each in outcome.questions if each.name in missing]
    items = [question_item(each, words) for each in asked[:_MOST_QUESTIONS]]
    if len(items) == 1 and not items[0].inside:
        return
    for number, item in enumerate(items):
        yield item if number == 0 else item._replace(inside=())
    if len(asked) > _MOST_QUESTIONS:
        yield Item(f"daarna nog {counted(len(asked) - _MOST_QUESTIONS, 'vraag', 'vragen')}")


def _candidates(words: Words) -> Iterator[Item]:
    """Which rule would give which outcome; two sides of a conflict are already in the answer."""
    by_rule: dict[Cited, list[tuple[str, str]]] = {}
    otherwise: list[tuple[str, str]] = []
    for decision in words.outcome.decisions:
        for each in decision.candidates if decision.status is Status.OPEN else ():
            part = (decision.name, words.with_period(decision.name, candidate_text(each)))
            if each.shown is not None and each.cited is not None:
                by_rule.setdefault(each.cited, []).append(part)
            elif each.shown is not None:
                otherwise.append(part)
    home: Cited | None = None
    for number, (cited, parts) in enumerate(by_rule.items()):
        if number == _MOST_CANDIDATES:
            yield Item(f"en {len(by_rule) - number} andere mogelijkheden", sign=POINT)
            return
        yield Item(f"{words.per_decision(parts)}, als {in_short(cited, home)} geldt", sign=POINT)
        home = home or (None if cited.national else cited)
    for decision in words.outcome.decisions:
        for cited in decision.uncounted if decision.candidates else ():
            what = _STILL_TO_COUNT.get(decision.type.kind, _STILL_TO_TELL)
            said = what if len(words.outcome.decisions) == 1 else f"{decision.label}: {what}"
            yield Item(f"{said}, als {in_short(cited, home)} geldt", sign=POINT)
    if by_rule and otherwise:
        yield Item(f"{words.per_decision(otherwise)}, in de andere gevallen", sign=POINT)


def notes(outcome: Outcome) -> tuple[Section, ...]:
    """What the reader must know of the answer as a whole; without a decision that is the answer itself."""
    said = outcome.notes if outcome.decisions else ()
    return section("LET OP", "Let op", (Item(sentence(note)) for note in said))


def duties(outcome: Outcome) -> Iterator[Item]:
    """What must be done in any case, with the provision that says so."""
    home = home_of(outcome.decisions)
    for duty in outcome.duties:
        yield Item(f"{unended(duty.reason)}{in_brackets(in_short(duty.cited, home))}", sign=POINT)
