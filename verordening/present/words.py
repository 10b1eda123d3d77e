"""The words for what an outcome names: labels, questions and the outcomes of several decisions together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from verordening.evaluate.outcome import Candidate, Cited, DecisionOutcome, Outcome, Question, Range
from verordening.model.formatting import format_range
from verordening.model.types import Kind
from verordening.present.dutch import joined, spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_MOST_CANDIDATES: Final = 6


class Words:
    """Looks up what `outcome` names. Made once per answer."""

    __slots__ = ("_labels", "_questions", "deciding_rules", "decisions", "outcome")

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.decisions = {each.name: each for each in outcome.decisions}
        self.deciding_rules = frozenset(_deciding_rules(outcome))
        self._labels = dict(outcome.labels)
        self._questions = {
            each.name: each
            for each in (*outcome.guideline_questions, *outcome.route_questions, *outcome.questions)
        }

    def label(self, name: str) -> str:
        """The words for a gegeven, oordeel, besluit, waarde or role."""
        decision = self.decisions.get(name)
        if decision is not None and decision.label:
            return decision.label
        return self._labels.get(name) or spaced(name)

    def labels(self, names: Iterable[str]) -> str:
        """Several of them, joined."""
        return joined(self.label(name) for name in names)

    def role(self, name: str) -> str:
        """Who decides or must prove something: `het college`, `de inwoner`."""
        known = {"college": "het college", "raad": "de raad", "belanghebbende": "de inwoner"}
        return known.get(name) or self.label(name)

    def question(self, name: str) -> Question | None:
        """The question that asks for `name`, where the outcome carries it."""
        return self._questions.get(name)

    def asking(self, name: str) -> str:
        """The question in words; a label where there is no question."""
        found = self._questions.get(name)
        return (found.text if found is not None else "") or self.label(name)

    def per_decision(self, parts: Sequence[tuple[str, str]]) -> str:
        """What is said of several decisions: `verlaging 5%, duur 1 maand`; of the only one a figure says enough."""
        bare = len(self.outcome.decisions) == 1
        return ", ".join(text if bare and _is_figure(text) else self.of(name, text) for name, text in parts)

    def of(self, name: str, text: str) -> str:
        """A decision with its outcome: `verlaging 5%`, `meer uren verplicht: ja`."""
        return f"{self.label(name)}{' ' if _is_figure(text) else ': '}{text}"

    def with_period(self, name: str, text: str) -> str:
        """An amount, or a range of amounts, of a decision with its period: `€ 70,07 per maand`."""
        decision = self.decisions.get(name)
        if decision is None or decision.type.kind is not Kind.AMOUNT or not text[-1:].isdigit():
            return text
        return f"{text} per {decision.type.unit}" if decision.type.unit.isalpha() else text

    def ranges(self, ranges: Iterable[tuple[str, Range]]) -> str:
        """The ranges of a route or of decisions, in one phrase."""
        return self.per_decision([(name, self.with_period(name, each.text)) for name, each in ranges])

    def tells(self, name: str, range_: Range, *, general: bool) -> bool:
        """Whether a range says more than what the type of the decision allows anyhow.

        A power of the law to go as far as that does say something; a `general` duty, which names no range, does not.
        """
        type_, low, high = self.decisions[name].type, range_.low, range_.high
        if isinstance(low, bool):
            return low == high
        if (low is None and high is None) or range_.text == format_range(None, None, type_):
            return False
        if low is not None and low != type_.low:
            return True
        if high is None:
            return range_.text != format_range(low, None, type_)
        return not general or high != type_.high

    def settled(self, decisions: Iterable[DecisionOutcome]) -> str:
        """The settled or ordinary outcomes of `decisions`, in one phrase; empty where there are none."""
        return ", ".join(
            self.of(each.name, self.with_period(each.name, each.shown.text))
            for each in decisions
            if each.shown is not None
        )

    def between(self, decision: DecisionOutcome) -> str:
        """`tussen € 0 en € 1.401,50 per maand`."""
        return self.with_period(decision.name, decision.between.text) if decision.between is not None else ""

    def candidates(self, decision: DecisionOutcome) -> str:
        """`0% of 5%`: what the decision may still come to."""
        texts = list(dict.fromkeys(candidate_text(each) for each in _ascending(decision.candidates)))
        if len(texts) == 1 and decision.candidates[0].shown is not None:
            return f"{self.with_period(decision.name, texts[0])} of iets anders"
        if len(texts) > _MOST_CANDIDATES:
            return ", ".join(texts[: _MOST_CANDIDATES - 1]) + f" of iets anders ({len(texts)} mogelijkheden)"
        return self.with_period(decision.name, joined(texts, "of"))

    def named(self, id_: str) -> Cited | None:
        """The provision of a route, by its id with or without the municipality, as a choice names it."""
        wanted = " ".join(id_.split())
        places = (each.cited for each in self.outcome.routes)
        return next((cited for cited in places if wanted in (cited.id, cited.id.rpartition("/")[2])), None)


def candidate_text(candidate: Candidate) -> str:
    """What a decision may still come to."""
    return candidate.text or (candidate.shown.text if candidate.shown is not None else "")


def _ascending(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Numbers from low to high, `ja` before `nee`; what is no value comes last."""

    def place(candidate: Candidate) -> tuple[int, int | Fraction]:
        value = candidate.shown.value if candidate.shown is not None else None
        if isinstance(value, bool):
            return 0, -value
        return (0, value) if isinstance(value, int | Fraction) else (1, 0)

    return sorted(candidates, key=place)


def _is_figure(text: str) -> bool:
    return text.removeprefix("ten minste ").removeprefix("ten hoogste ").lstrip("-€ ")[:1].isdigit()


def _deciding_rules(outcome: Outcome) -> Iterator[str]:
    """The ids of the rules that give a decision its outcome, or may."""
    for each in outcome.decisions:
        for cited in (each.cited, *(one.cited for one in each.candidates)):
            if cited is not None:
                yield cited.id


def runs(
    decisions: Iterable[DecisionOutcome], key: Callable[[DecisionOutcome], object]
) -> list[list[DecisionOutcome]]:
    """Decisions of which the same is to be said, in order of their first."""
    groups: dict[object, list[DecisionOutcome]] = {}
    for each in decisions:
        groups.setdefault(key(each), []).append(each)
    return list(groups.values())
