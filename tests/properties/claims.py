"""What must hold of every answer.

What a partial case is told holds in each of its completions, and what is always so of one answer.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from verordening.evaluate import completing
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import decide
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.expressions import truth
from verordening.evaluate.outcome import DecisionOutcome, Outcome, Status
from verordening.model.case import Case, Judgement
from verordening.model.corpus import Corpus
from verordening.model.expressions import Constant
from verordening.model.rules import Form
from verordening.model.types import Value

Given = Mapping[str, Value]


class Came(NamedTuple):
    """What a decision came to: the settled value, or the ordinary outcome under afstemmen."""

    status: Status
    value: Value | None

    def __str__(self) -> str:
        return f"{self.status.value} {'' if self.value is None else self.value}".strip()


Answers = tuple[Came, ...]

FEW = 30
"""Completions with which the engine itself sharpens an answer here, unless said: a real answer takes a thousand."""

SETTLED = (Status.BEPAALD, Status.STRIJDIG, Status.VOORBEHOUD)
AFTER_RESERVATION = (Status.BEPAALD, Status.VOORBEHOUD, Status.AFSTEMMEN)


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that should hold and does not. `completion` is None where it is about one answer alone."""

    claim: str
    decision: str
    asked: tuple[str, ...]
    given: dict[str, Value]
    completion: dict[str, Value] | None
    said: str
    became: str
    tried: tuple[dict[str, Value], ...] = ()
    """The completions with which it can be seen again."""

    def __str__(self) -> str:
        lines = [
            f"{self.claim}: {self.decision} (gevraagd: {', '.join(self.asked)})",
            f"  gegeven:    {shown(self.given)}",
            f"  antwoord:   {self.said}",
        ]
        if self.completion is not None:
            added = {name: value for name, value in self.completion.items() if name not in self.given}
            lines += [f"  aangevuld:  {shown(added)}", f"  wordt:      {self.became}"]
        elif self.became:
            lines.append(f"  maar:       {self.became}")
        return "\n".join(lines)


def shown(given: Given) -> str:
    """Given values in one line."""
    return ", ".join(f"{name} = {value}" for name, value in sorted(given.items())) or "niets"


@dataclass(slots=True)
class Bench:
    """A corpus on a day, with the answers to complete cases kept."""

    corpus: Corpus
    day: date
    known: dict[tuple[tuple[str, ...], frozenset[tuple[str, Value]]], Outcome] = field(default_factory=dict)

    def answer(self, given: Given, asked: Sequence[str], *, tree: bool = False, tries: int = FEW) -> Outcome:
        """The answer to a case, sharpened with at most `tries` completions; judgements get a reason."""
        inputs = self.corpus.inputs
        facts = {name: value for name, value in given.items() if not inputs[name].judgement}
        judged = {name: Judgement(value, "reden") for name, value in given.items() if inputs[name].judgement}
        gemeente = self.corpus.gemeente
        case = Case("proef", gemeente, gemeente, self.day, tuple(asked), facts, judged)
        before = completing.MOST_COMPLETIONS
        completing.MOST_COMPLETIONS = tries
        try:
            return evaluate(self.corpus, case, tree=tree)
        finally:
            completing.MOST_COMPLETIONS = before

    def came(self, given: Given, asked: Sequence[str]) -> tuple[Came, ...]:
        """What a complete case comes to: the decisions asked for, in that order."""
        found = decide(asked, Context(self.corpus, given, self.day))
        return tuple(Came(found[name].status, found[name].value) for name in asked)

    def complete(self, given: Given, asked: Sequence[str]) -> Outcome:
        """The answer to a complete case, worked out once."""
        key = (tuple(asked), frozenset(given.items()))
        if key not in self.known:
            self.known[key] = self.answer(given, asked)
        return self.known[key]

    def goes_together(self, given: Given) -> bool:
        """Whether no samenhang says that a complete case cannot be."""
        context = Context(self.corpus, given, self.day)
        return not any(
            truth(each.condition, context) is True and truth(each.demand, context) is False
            for each in self.corpus.coherences
        )


def held(given: Given, answer: Outcome, completions: Iterable[tuple[Given, Answers]]) -> Iterator[Breach]:
    """What a partial case is told, against what its completions come to."""
    claims = [(at, each) for at, each in enumerate(answer.decisions) if _is_claim(each)]
    if not claims:
        return
    for completion, answers in completions:
        for at, claim in list(claims):
            if not keeps(came_to(claim), answers[at]):
                claims.remove((at, claim))
                yield Breach(
                    f"{claim.status.value} houdt geen stand",
                    claim.name,
                    answer.asked,
                    dict(given),
                    dict(completion),
                    words(claim),
                    str(answers[at]),
                    (dict(completion),),
                )


def _is_claim(decision: DecisionOutcome) -> bool:
    return decision.status in SETTLED or (decision.status is Status.AFSTEMMEN and decision.shown is not None)


def keeps(claim: Came, became: Came) -> bool:
    """Whether an answer to a fuller case agrees with what the emptier case was told.

    An ordinary outcome that a duty to tailor makes way for is settled as well: the duty may fall away, the outcome
    may not. So what holds from each case to the next fuller one holds from the first to the last.
    """
    match claim.status:
        case Status.STRIJDIG:
            return became.status is Status.STRIJDIG
        case Status.BEPAALD:
            return became == claim
        case Status.VOORBEHOUD | Status.AFSTEMMEN if claim.value is not None:
            return became.status in AFTER_RESERVATION and became.value == claim.value
    return True


def came_to(decision: DecisionOutcome) -> Came:
    """Status and value of an answer."""
    return Came(decision.status, value_of(decision))


def value_of(decision: DecisionOutcome) -> Value | None:
    """The settled value, or the ordinary outcome under afstemmen."""
    return None if decision.shown is None else decision.shown.value


def words(decision: DecisionOutcome) -> str:
    """An answer in one line."""
    parts = [decision.status.value]
    if decision.shown is not None:
        parts.append(decision.shown.text)
    if decision.range is not None:
        parts.append(f"bereik {decision.range.text}")
    if decision.candidates:
        parts.append("kandidaten " + ", ".join(each.text for each in decision.candidates))
    if decision.cited is not None:
        parts.append(f"volgens {decision.cited.id}")
    if decision.reservations:
        parts.append("vanwege " + ", ".join(each.id for each in decision.reservations))
    if decision.missing or decision.missing_texts:
        parts.append("ontbreekt " + ", ".join((*decision.missing, *decision.missing_texts)))
    if decision.sharpened:
        parts.append("aangescherpt")
    return "; ".join(parts)


# ------------------------------------------------ what an open answer says


def open_answers(
    bench: Bench, given: Given, answer: Outcome, completions: Iterable[Given]
) -> Iterator[Breach]:
    """What an open answer says of its completions.

    Its candidates are all there are, and what is idle changes nothing.
    """
    claims = [each for each in answer.decisions if each.status is Status.OPEN]
    if not claims:
        return
    tried = list(filter(bench.goes_together, completions))
    for claim in claims:
        for completion in tried:
            became = bench.complete(completion, answer.asked).decision(claim.name)
            if not _is_candidate(bench, claim, became):
                yield _breach("kandidaat ontbreekt", claim, answer, given, [completion], words(became))
                break
        yield from _idle(bench, claim, given, answer, tried)


def _is_candidate(bench: Bench, claim: DecisionOutcome, became: DecisionOutcome) -> bool:
    if became.status not in (Status.BEPAALD, Status.VOORBEHOUD) or became.shown is None:
        return True
    if any(each.shown is None for each in claim.candidates) or not _is_constant(bench.corpus, claim.name):
        return True
    return any(each.shown is not None and each.shown.value == became.shown.value for each in claim.candidates)


def _is_constant(corpus: Corpus, decision: str) -> bool:
    """Whether every value of a decision is written out, so that its candidates are known whatever is missing."""
    values = [
        effect.low
        for rule in corpus.rules
        for effect in rule.effects
        if effect.decision == decision and effect.form is Form.SET
    ]
    values += [each.bound for floor in corpus.floors for each in floor.repairs if each.decision == decision]
    return all(isinstance(each, Constant) for each in values)


def _idle(
    bench: Bench, claim: DecisionOutcome, given: Given, answer: Outcome, tried: list[Given]
) -> Iterator[Breach]:
    idle = [name for name in claim.idle if not bench.corpus.inputs[name].general]
    if not idle or not claim.sharpened:
        return
    for first, second in itertools.pairwise(tried):
        swapped = {**first, **{name: second[name] for name in idle if name in second}}
        if not bench.goes_together(swapped):
            continue
        one = bench.complete(first, answer.asked).decision(claim.name)
        other = bench.complete(swapped, answer.asked).decision(claim.name)
        if (one.status, one.shown, one.range) != (other.status, other.shown, other.range):
            changed = shown({name: swapped[name] for name in idle if name in swapped})
            became = f"{words(one)}, maar met {changed}: {words(other)}"
            yield _breach("maakt niet uit, maar toch", claim, answer, given, [first, second], became)
            return


def _breach(
    what: str, claim: DecisionOutcome, answer: Outcome, given: Given, tried: list[Given], became: str
) -> Breach:
    said = words(claim) + (f"; maakt niet uit: {', '.join(claim.idle)}" if claim.idle else "")
    again = tuple(dict(each) for each in tried)
    return Breach(what, claim.name, answer.asked, dict(given), again[0], said, became, again)
