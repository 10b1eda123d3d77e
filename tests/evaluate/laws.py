"""Small made-up regulations for one question at a time, and what they come to."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from datetime import date

from tests.properties.claims import Bench, came_to, held
from tests.properties.corpora import load
from verordening.evaluate.outcome import DecisionOutcome
from verordening.model.corpus import Corpus
from verordening.model.types import Value

DAY = date(2026, 2, 1)
PERIOD = "  in werking vanaf 1 januari 2015\n"
HEADER = '  bron "verzonnen"\n  herkomst fictief "voor een test"\n'
LOCAL = "  gemeente proefstad\n"


def regulation(
    name: str, kind: str, text: str, *, local: bool = False, header: str = "", period: str = PERIOD
) -> tuple[str, str]:
    """A file with one regulation."""
    where = LOCAL if local else ""
    return (
        f"{name}.vrd",
        f'regeling {name} "{name.title()}"\n  soort {kind}\n{where}{HEADER}{period}{header}\n{text}',
    )


def law_of(*files: tuple[str, str], day: date = DAY) -> Bench:
    """These regulations, in which nothing may be wrong."""
    corpus, remarks = load(files)
    assert not remarks, [(each.code, each.message) for each in remarks]
    return Bench(corpus, day)


def said(law: Bench, decision: str, /, **given: Value) -> DecisionOutcome:
    """What is said of one decision."""
    return law.answer(given, tuple(law.corpus.decisions)).decision(decision)


def short(found: DecisionOutcome) -> tuple[str, str]:
    """Its status with its value or range."""
    if found.shown is not None:
        return found.status.value, found.shown.text
    if found.range is not None:
        return found.status.value, found.range.text
    return found.status.value, " / ".join(sorted(each.text for each in found.candidates))


def why_not(found: DecisionOutcome) -> dict[str, str]:
    """Per rule that was set aside: why."""
    return {each.cited.path: each.reason for each in found.defeated}


def cases_of(corpus: Corpus, values: Mapping[str, tuple[Value, ...]]) -> Iterator[dict[str, Value]]:
    """Every complete case over these values."""
    assert set(values) == set(corpus.inputs)
    for chosen in itertools.product(*values.values()):
        yield dict(zip(values, chosen, strict=True))


def check_sound(law: Bench, values: Mapping[str, tuple[Value, ...]]) -> None:
    """What is settled in any partial case holds in each of its completions."""
    asked = tuple(law.corpus.decisions)
    complete = [
        (given, tuple(came_to(each) for each in law.answer(given, asked).decisions))
        for given in cases_of(law.corpus, values)
    ]
    for size in range(len(values) + 1):
        for known in itertools.combinations(values, size):
            for chosen in itertools.product(*(values[name] for name in known)):
                given = dict(zip(known, chosen, strict=True))
                fitting = [each for each in complete if each[0].items() >= given.items()]
                answer = law.answer(given, asked)
                assert not list(held(given, answer, fitting))
