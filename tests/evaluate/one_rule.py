"""A regulation of a few lines and an answer about it, for tests of one construct at a time."""

from __future__ import annotations

from datetime import date

from tests.properties.corpora import load
from verordening.evaluate.context import Context
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.expressions import value
from verordening.evaluate.outcome import DecisionOutcome, Outcome
from verordening.evaluate.unknown import Result
from verordening.model import expressions as e
from verordening.model.case import Case, Choice
from verordening.model.corpus import Corpus
from verordening.model.types import Value

DAY = date(2026, 2, 1)
HEADER = '  bron "verzonnen"\n  herkomst fictief\n  in werking vanaf 1 januari 2015\n'


def corpus(declared: str, rules: str = "") -> Corpus:
    """Declarations, and the text of an act on them. Fails on any remark."""
    act = rules or 'artikel 1\n  inhoud "x"\n'
    texts = [
        ("begrippen.vrd", f'regeling begrippen "B"\n  soort begrippen\n{HEADER}{declared}'),
        ("wet.vrd", f'regeling wet "W"\n  soort wet\n{HEADER}{act}'),
    ]
    found, remarks = load(texts, "")
    assert not remarks, [(each.code, each.message) for each in remarks]
    return found


def concept(declared: str, name: str, **given: Value) -> Result:
    """What a begrip comes to."""
    return value(e.ConceptValue(name), Context(corpus(declared), given, DAY))


def ask(
    declared: str, rules: str, given: dict[str, Value] | None = None, choice: Choice | None = None
) -> Outcome:
    """The answer about `v`."""
    case = Case("Proef", "", "", DAY, ("v",), given or {}, choice=choice)
    return evaluate(corpus(declared, rules), case)


def decided(declared: str, rules: str, /, **given: Value) -> DecisionOutcome:
    """What `v` comes to."""
    return ask(declared, rules, given).decision("v")
