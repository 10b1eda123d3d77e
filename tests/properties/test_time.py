"""Random versions of a provision with random overgangsrecht, against a second, much simpler reading of the same words.

What is told without a fact holds in each completion, and a complete case gets the text that the words say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from random import Random

import pytest

from tests.evaluate.small import corpus_of, decision
from verordening.evaluate.outcome import DecisionOutcome, Status
from verordening.model.formatting import format_date
from verordening.model.types import Value

DAYS = (date(2020, 1, 1), date(2022, 7, 1), date(2024, 1, 1), date(2025, 7, 1), date(2026, 1, 1))
EVE = timedelta(days=1)
FACTS: dict[str, list[Value]] = {
    "melding": [each + shift for each in DAYS for shift in (-EVE, timedelta(0))],
    "gunstiger": [True, False],
}


@dataclass(frozen=True)
class Text:
    """A version: from `start` to `end` (None: still), giving `percent`."""

    start: date
    end: date | None
    percent: int


@dataclass(frozen=True)
class Pin:
    """Overgangsrecht since `since`: for who reported before `reported` (or is better off) the text of `day`."""

    since: date
    reported: date | None
    day: date

    def holds(self, day: date, given: Mapping[str, Value]) -> bool:
        if day < self.since:
            return False
        if self.reported is None:
            return given["gunstiger"] is True
        reported = given["melding"]
        assert isinstance(reported, date)
        return reported < self.reported


def versions(rng: Random) -> list[Text]:
    starts = sorted(rng.sample(DAYS, rng.randint(1, 3)))
    return [
        Text(start, end, rng.choice((1, 5, 10)))
        for start, end in zip(starts, [*starts[1:], None], strict=True)
    ]


def pins(rng: Random) -> list[Pin]:
    return [
        Pin(since, rng.choice((since, None)), rng.choice([each for each in DAYS if each < since]) - EVE)
        for since in rng.sample(DAYS[1:], rng.randint(0, 2))
    ]


def written(texts: list[Text], moves: list[Pin]) -> str:
    found = [
        f"artikel 6\n  in werking vanaf {format_date(each.start)}"
        + (f" tot {format_date(each.end)}" if each.end else "")
        + f"\n  nieuw vanaf {format_date(texts[0].start)}\n  dan moet korting = {each.percent}%\n"
        for each in texts
    ]
    for number, each in enumerate(moves, start=14):
        condition = f"melding < {format_date(each.reported)}" if each.reported else "gunstiger"
        found.append(
            f"artikel {number}\n  nieuw vanaf {format_date(each.since)}\n  als {condition}\n"
            f"  overgangsrecht artikel 6 zoals op {format_date(each.day)}\n"
        )
    return "".join(found)


def read(texts: list[Text], moves: list[Pin], day: date, given: Mapping[str, Value]) -> set[Text | None]:
    """The text that the words give a complete case; more than one where they contradict each other."""
    days = {each.day for each in moves if each.holds(day, given)} or {day}
    return {
        next(
            (each for each in texts if each.start <= one and (each.end is None or one < each.end)),
            None,
        )
        for one in days
    }


def percents(texts: set[Text | None]) -> set[int | None]:
    return {each.percent if each is not None else None for each in texts}


def cases() -> Iterator[dict[str, Value]]:
    for values in product(*FACTS.values()):
        yield dict(zip(FACTS, values, strict=True))


def answer(found: DecisionOutcome) -> int | None:
    assert found.status is Status.BEPAALD
    value = None if found.shown is None else found.shown.value
    assert value is None or isinstance(value, int)
    return value


@pytest.mark.parametrize("seed", range(40))
def test_every_case_gets_the_text_that_the_words_say(seed: int) -> None:
    rng = Random(seed)
    texts, moves = versions(rng), pins(rng)
    corpus = corpus_of(written(texts, moves))
    for day, given in product((DAYS[2], DAYS[3] - EVE, date(2026, 3, 1)), cases()):
        expected = read(texts, moves, day, given)
        found = decision(corpus, "korting", day.isoformat(), **given)
        if len(expected) == 1:
            assert {answer(found)} == percents(expected), (day, given)
        else:
            assert found.status is Status.OPEN, (day, given)
            assert found.missing_texts, (day, given)


@pytest.mark.parametrize("seed", range(40))
def test_what_is_said_without_a_fact_holds_in_every_completion(seed: int) -> None:
    rng = Random(seed)
    texts, moves = versions(rng), pins(rng)
    corpus = corpus_of(written(texts, moves))
    day = date(2026, 3, 1)
    for left_out in (("melding",), ("gunstiger",), ("melding", "gunstiger")):
        for given in cases():
            partial = {name: value for name, value in given.items() if name not in left_out}
            found = decision(corpus, "korting", day.isoformat(), **partial)
            expected = read(texts, moves, day, given)
            if found.status is Status.BEPAALD:
                assert percents(expected) == {answer(found)}, (partial, given)
            elif len(expected) == 1 and None not in expected:
                said = {each.shown.value for each in found.candidates if each.shown is not None}
                assert percents(expected) <= said, (partial, given)
