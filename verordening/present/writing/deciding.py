"""What was decided, in sentences, and what was not: nothing that is still open is told as if it was decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from verordening.evaluate.outcome import ChoiceStatus, DecisionOutcome, Status
from verordening.model.types import Kind
from verordening.present.answer import outcome_sentence
from verordening.present.citing import in_full
from verordening.present.dutch import after_colon, joined, sentence, unended
from verordening.present.words import Words, runs
from verordening.present.writing import sentences as s
from verordening.present.writing.matter import Matter, Stand
from verordening.present.writing.written import Gap, Line

_WHY: Final = {
    Status.OPEN: s.WHY_OPEN,
    Status.AFSTEMMEN: s.WHY_TAILOR,
    Status.LEEMTE: s.WHY_GAP,
    Status.STRIJDIG: s.WHY_CLASH,
}
_COUNTED: Final = (Kind.PERCENTAGE, Kind.AMOUNT)


def decided(matter: Matter) -> tuple[Line, ...]:
    """What stands, then what does not stand yet."""
    return (*stands(matter), *_reserved(matter), *undecided(matter))


def stands(matter: Matter) -> tuple[Line, ...]:
    """What is settled, or chosen as it may be."""
    return tuple(
        Line(text)
        for group in runs(matter.standing(Stand.CHOSEN, Stand.SETTLED), key=matter.stand)
        for text in told_sentences(group, matter.words)
    )


def _reserved(matter: Matter) -> Iterator[Line]:
    """What the rules give while a duty to tailor may still apply, with the question that a person has to answer."""
    reserved = matter.standing(Stand.RESERVED)
    for text in told_sentences(reserved, matter.words):
        yield Line(s.RULE_GIVES.format(uitkomst=after_colon(unended(text))))
    routes = matter.outcome.routes
    for cited in dict.fromkeys(cited for each in reserved for cited in each.reservations):
        judgement = next((each.judgement for each in routes if each.cited.id == cited.id), "")
        asked = matter.words.asking(judgement) if judgement else in_full(cited)
        yield Line(s.RESERVED.format(vraag=asked), gap=Gap.UNDECIDED)


def told_sentences(decisions: Sequence[DecisionOutcome], words: Words) -> Iterator[str]:
    """What settled decisions come to. Where nothing is lowered, taken back or withheld, that is said plainly."""
    nothing = [each for each in decisions if _is_nothing(each)]
    told = [each for each in decisions if each not in nothing]
    amounts = [each for each in nothing if each.type.kind in _COUNTED]
    for each in amounts:
        yield s.NO_VALUE.format(besluit=words.label(each.name))
    if nothing and not amounts:
        told = list(decisions)
    said = outcome_sentence(told, words)
    if said:
        yield sentence(said)


def _is_nothing(each: DecisionOutcome) -> bool:
    """Whether a burden comes to nothing."""
    burden = each.favourable == "lager" and each.type.kind in (*_COUNTED, Kind.DURATION)
    return burden and each.shown is not None and each.shown.value == 0 and each.before_floors is None


def undecided(matter: Matter) -> tuple[Line, ...]:
    """The decisions of which no text may say that they were taken, with why: those with the same reason together."""
    reasons: dict[str, list[str]] = {}
    for each in matter.standing(Stand.UNDECIDED):
        reasons.setdefault(_why(each, matter), []).append(each.name)
    return tuple(
        Line(s.NOT_DECIDED_WHY.format(besluiten=matter.words.labels(names), reden=reason), gap=Gap.UNDECIDED)
        for reason, names in reasons.items()
    )


def not_decided(matter: Matter) -> tuple[Line, ...]:
    """The same for the resident, without the reasons that are the municipality's own business."""
    names = [each.name for each in matter.standing(Stand.RESERVED, Stand.UNDECIDED)]
    if not names:
        return ()
    return (Line(s.NOT_DECIDED.format(besluiten=matter.words.labels(names)), gap=Gap.UNDECIDED),)


def _why(decision: DecisionOutcome, matter: Matter) -> str:
    choice = matter.outcome.choice
    faulty = choice is not None and choice.status is not ChoiceStatus.IN_ORDE
    named = choice is not None and any(name == decision.name for name, _ in choice.chosen)
    if faulty and (named or decision.status is Status.AFSTEMMEN):
        return s.WHY_CHOICE
    if decision.status is Status.OPEN:
        missing = joined(f"“{matter.words.label(each)}”" for each in decision.missing)
        why = s.WHY_OPEN if decision.missing or not decision.missing_texts else s.WHY_TEXTS
        return f"{why} ({missing})" if missing else why
    if decision.reason and decision.status is Status.STRIJDIG:
        return unended(decision.reason)
    return _WHY.get(decision.status, s.WHY_OPEN)
