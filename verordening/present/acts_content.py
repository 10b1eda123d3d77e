"""A case with several acts: what holds for all of them together, and the outcome of each as an answer of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from verordening.evaluate.outcome import ActOutcome, Outcome
from verordening.present.answer import answer
from verordening.present.citing import in_full
from verordening.present.document import Document
from verordening.present.dutch import after_colon, joined, numbered
from verordening.present.months_content import when
from verordening.present.toets_content import title
from verordening.present.words import Words
from verordening.records import replace


def documents(outcome: Outcome, document: Callable[[Outcome], Document]) -> tuple[Document, ...]:
    """The answer as one document, or for several acts one for all together and one for each act."""
    if not outcome.acts:
        return (document(outcome),)
    whole = (document(replace(outcome, acts=())),) if outcome.decisions else ()
    return (
        _together(outcome),
        *whole,
        *(_of_act(each, document) for each in outcome.acts),
    )


def _together(outcome: Outcome) -> Document:
    said = tuple(_first_sentence(each) for each in outcome.acts)
    numbers = [each.number for each in outcome.acts]
    opening = f"Dit gaat alleen over gedraging {joined(map(str, numbers))}."
    if numbers == list(range(1, len(numbers) + 1)):
        opening = (
            f"Deze casus heeft {numbered(len(said), 'gedraging', 'gedragingen')}, elk met een eigen uitkomst."
        )
    return Document(title(outcome), "", (opening, *said), when(outcome), ())


def _first_sentence(act: ActOutcome) -> str:
    said = answer(Words(act.outcome))
    return f"Gedraging {act.number} ({act.label or 'nog niet bekend'}): {after_colon(said[0])}"


def act_title(act: ActOutcome) -> str:
    """`Gedraging 2: werk geweigerd of niet behouden`."""
    return f"Gedraging {act.number}: {act.label or 'nog niet bekend welke'}"


def _of_act(act: ActOutcome, document: Callable[[Outcome], Document]) -> Document:
    made = document(act.outcome)
    return made._replace(title=act_title(act), answer=(*made.answer, *_other_duties(act)))


def _other_duties(act: ActOutcome) -> Iterator[str]:
    if not act.others:
        return
    others = joined(f"{name} (dat zou geven: {text})" for name, text in act.others)
    by = f" Zo staat het in {in_full(act.because)}." if act.because is not None else ""
    if act.because is not None:
        yield f"De gedraging schendt ook een andere verplichting: {others}. Alleen de hoogste verlaging geldt.{by}"
    else:
        yield f"De gedraging schendt ook een andere verplichting: {others}."
