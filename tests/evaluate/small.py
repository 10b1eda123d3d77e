"""A small act and a small ordinance, both fictional, to ask about on any day."""

from __future__ import annotations

from datetime import date

from tests.properties.corpora import load
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import DecisionOutcome, Outcome
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.types import Value

HEADER = '  bron "verzonnen"\n  herkomst fictief\n  in werking vanaf 1 januari 2015\n'
DECLARED = """
gegeven melding: datum
gegeven gunstiger: ja/nee
besluit korting: percentage
besluit toeslag: ja/nee
"""


def corpus_of(
    wet: str = "",
    verordening: str = "",
    opgave: str = "",
    declared: str = "",
    others: tuple[str, ...] = (),
    refused_with: tuple[str, ...] = (),
) -> Corpus:
    """The corpus of a fictional municipality; every remark on it is an error here.

    With `refused_with` it is one that no command would load, for just these codes.
    """
    texts = [
        ("begrippen.vrd", f'regeling begrippen "B"\n  soort begrippen\n{HEADER}{DECLARED}{declared}'),
        ("wet.vrd", f'regeling proefwet "Proefwet"\n  soort wet\n{HEADER}{wet}artikel 99\n  inhoud "x"\n'),
    ]
    local = "  gemeente proefstad\n"
    if verordening:
        head = f'regeling vord "Proefverordening"\n  soort verordening\n{local}{HEADER}'
        texts.append(("verordening.vrd", head + verordening))
    if opgave:
        head = f'regeling opgave "Opgave"\n  soort opgave\n{local}  herkomst fictief\n'
        texts.append(("opgave.vrd", head + opgave))
    texts += [(f"{number}.vrd", text) for number, text in enumerate(others)]
    corpus, remarks = load(texts, "proefstad")
    told = [(each.code, each.message) for each in remarks]
    assert tuple(code for code, _ in told) == refused_with, told
    return corpus


def ask(corpus: Corpus, day: str, /, **given: Value) -> Outcome:
    """The outcome for these facts on a day."""
    day_of_rules = date.fromisoformat(day)
    asked = tuple(corpus.decisions)
    case = Case("proef", "proefstad", "Proefstad", day_of_rules, asked, facts=dict(given))
    return evaluate(corpus, case)


def decision(corpus: Corpus, name: str, day: str, /, **given: Value) -> DecisionOutcome:
    """What one decision comes to."""
    return ask(corpus, day, **given).decision(name)
