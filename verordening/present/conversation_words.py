"""Short sentences of the conversation: why something is asked, who must show it, what has come out so far."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.evaluate.favouring import is_best
from verordening.evaluate.outcome import Outcome, Question, Status
from verordening.model.rules import InputDeclaration
from verordening.present.dutch import joined, sentence
from verordening.present.toets_content import telling_answers
from verordening.present.words import Words

_ENDS: Final = {
    Status.OPEN.value: "nog open",
    Status.AFSTEMMEN.value: "aan u, binnen grenzen",
    Status.LEEMTE.value: "niet geregeld",
    Status.STRIJDIG.value: "strijdig",
}


_SHORT: Final = 30
"""Candidates in more signs than this say little in one line."""


def why_asked(question: Question | None, name: str, outcome: Outcome) -> str:
    """In one line why something is asked: where each answer leads, or else what it can change."""
    words = Words(outcome)
    ends = _ends(question, words) if question is not None else []
    if len({end for _, end in ends}) > 1:
        return " ".join(sentence(f"bij {given}: {end}") for given, end in ends)
    about = [each.name for each in outcome.decisions if name in each.missing]
    if about:
        return f"Het antwoord kan dit veranderen: {words.labels(about)}."
    ways = [each for each in outcome.routes if name in (*each.hinges, each.judgement)]
    if ways:
        return "Hiervan hangt af of deze weg openstaat."
    return "Hiervan hangt af of een richtlijn meeweegt." if _is_guideline_fact(name, outcome) else ""


def _ends(question: Question, words: Words) -> list[tuple[str, str]]:
    """Where each answer leads, where that tells anything; of several decisions one line cannot tell."""
    if not telling_answers(question, words):
        return []
    about = [each.name for each in words.outcome.decisions if question.name in each.missing]
    if len(about) > 1:
        return []
    return [(given, _end(end, about, words)) for given, end in question.answers]


def _end(end: str, about: list[str], words: Words) -> str:
    one = len(words.outcome.decisions) == 1
    what = "de uitkomst" if one or not about else words.label(about[0])
    if " of " in end:
        return f"{what} blijft open"
    if end == Status.BEPAALD:
        return f"{what} staat vast"
    return f"{what} is {_ENDS.get(end, end)}"


def _is_guideline_fact(name: str, outcome: Outcome) -> bool:
    return any(each.name == name for each in outcome.guideline_questions)


def burden_of(declared: InputDeclaration) -> str:
    """Who must show it, where a source says so."""
    if declared.burden is None:
        return ""
    bearer = {"college": "het college", "belanghebbende": "de inwoner"}.get(
        declared.burden.bearer, declared.burden.bearer
    )
    return f"Wie dit moet aantonen: {bearer}."


def standing_line(outcome: Outcome, before: Outcome | None = None) -> str:
    """What has come out so far, in one line: `verlaging 5%, duur nog open`; only what is other than `before`.

    Empty where nothing is.
    """
    parts = dict(_standing(outcome))
    if before is not None:
        old = dict(_standing(before))
        parts = {name: text for name, text in parts.items() if old.get(name) != text}
    return joined(parts.values())


def _standing(outcome: Outcome) -> Iterator[tuple[str, str]]:
    words = Words(outcome)
    for each in outcome.decisions:
        label = words.label(each.name)
        if each.shown is not None and each.status in (Status.BEPAALD, Status.VOORBEHOUD):
            yield each.name, words.of(each.name, words.with_period(each.name, each.shown.text))
        elif each.status is Status.OPEN:
            candidates = words.candidates(each) if len(outcome.decisions) == 1 else ""
            short = 0 < len(candidates) <= _SHORT
            yield each.name, f"{label} nog open" + (f" ({candidates})" if short else "")
        elif each.status is Status.AFSTEMMEN and each.range is not None:
            yield each.name, f"{label}: u kiest, {each.range.text}"
        else:
            yield each.name, f"{label}: {_ENDS.get(each.status.value, each.status.value)}"


def is_burdening(outcome: Outcome) -> bool:
    """Whether a decision takes or imposes something, or may: one of which less, or `nee`, is good for the resident."""
    return any(
        each.favourable in ("lager", "nee") and (each.shown is None or not is_best(each))
        for each in outcome.decisions
    )
