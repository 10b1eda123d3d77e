"""Generated Python says of a case what the interpreter says: each decision, and each part of the whole tree."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Final

import pytest

from tests.law.examples import corpus_of, example
from tests.population.lowering.rows import rows
from tests.population.tracing.telling import differences
from tests.properties.cases import complete_case
from tests.properties.corpora import load
from tests.properties.generating import regeling
from tests.properties.values import Domains
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.tracing import layout_of
from verordening.model.dependence import inputs_of
from verordening.model.types import Items, Value
from verordening.population.lowering.facts import MOST_ELEMENTS
from verordening.population.tracing.tracer import Tracer
from verordening.records import replace
from verordening.symbolic.refusing import NotEncodableError

DAY = date(2026, 3, 1)


EXAMPLES = (
    "bijstand-inkomen-onbekend",
    "garage-huizen",
    "kinderopvang-kind-onbekend",
    "rotterdam-vier-maanden",
    "taaleis",
    "te-laat-geregistreerd",
    "te-laat-verwijt-onbekend",
    "verrekening",
    "verrekening-huishouden-onbekend",
    "voorschot-precies",
)
"""Of each kind one; `python -m tests.population.tracing.side_by_side` takes every example and trial."""


RECEIVING: Final[dict[str, Value]] = {
    "aanvraag_inkomenstoeslag": True,
    "huishouden": "gehuwden",
    "leeftijd": 480,
    "vermogen_telt_mee": False,
    "inkomensmaanden": Items((), complete=True),
    "uitzicht_op_inkomensverbetering_36_1": False,
    "partner_zonder_recht_11_13": False,
}
"""Somebody who asks for a supplement that turns on his children."""


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_the_same_tree(name: str) -> None:
    """In words too, as `toets --boom` shows it."""
    case, asked = example(name).case, example(name).outcome.asked
    corpus = corpus_of(case.gemeente)
    traced = Tracer(corpus, case.peildatum, asked).trace(case.inputs())
    assert traced is not None
    assert not differences(corpus, case.peildatum, asked, case.inputs(), traced)
    wanted = evaluate(corpus, replace(case, choice=None), tree=True).tree
    assert wanted is not None
    assert traced.tree.words() == wanted.words()


@pytest.mark.parametrize("decision", ["inhouding", "algemene_bijstand", "terugvordering"])
def test_random_cases_have_the_same_tree(decision: str) -> None:
    corpus = corpus_of("amsterdam")
    tracer = Tracer(corpus, DAY, [decision])
    nodes = layout_of(corpus, (decision,), DAY).nodes
    names = sorted({name for node in nodes for name in inputs_of(corpus, node)})
    done = 0
    for facts in rows(corpus, DAY, names, Random(decision), 40):
        traced = tracer.trace(facts)
        if traced is not None:
            assert not differences(corpus, DAY, [decision], facts, traced), facts
            done += 1
    assert done >= 20


def test_a_list_of_any_length_has_the_same_tree() -> None:
    """A function is made for so many children, and says the same of the row on either side of each such number."""
    corpus, tracer = corpus_of("amsterdam"), Tracer(corpus_of("amsterdam"), DAY, ["hoogte_inkomenstoeslag"])
    traced = 0
    for count in (0, 1, 2, 3, 4, 5, 8, 9, 12):
        for complete in (True, False):
            children = [{"leeftijd": 12 * (2 + each), "ten_laste": True} for each in range(count)]
            facts = RECEIVING | {"kinderen": Items(tuple(children), complete=complete)}
            found = tracer.trace(facts)
            if found is not None:
                traced += 1
                assert not differences(corpus, DAY, tracer.decisions, facts, found), facts
            assert found is not None or count > MOST_ELEMENTS or not complete
    assert traced >= 8
    assert tracer.functions == 6


def test_facts_that_cannot_go_together_are_left_to_the_interpreter() -> None:
    """A single person has no dependent child: nothing is said of such a case here."""
    tracer = Tracer(corpus_of("amsterdam"), DAY, ["norm_22a"])
    assert tracer.trace({"huishouden": "alleenstaande", "heeft_ten_laste_komend_kind": False}) is not None
    assert tracer.trace({"huishouden": "alleenstaande", "heeft_ten_laste_komend_kind": True}) is None


def test_random_regulations_have_the_same_tree() -> None:
    done = left = 0
    for seed in range(71_000, 71_020):
        made = regeling(seed)
        corpus, _ = load(made.sources())
        tracer = Tracer(corpus, made.day, tuple(corpus.decisions))
        rng, domains = Random(seed), Domains.of(corpus, made.day)
        for _ in range(6):
            facts = complete_case(domains, list(corpus.inputs), rng)
            kept = {name: each for name, each in facts.items() if rng.random() < rng.choice((0.5, 0.8, 1.0))}
            try:
                traced = tracer.trace(kept)
            except NotEncodableError:
                traced = None
            if traced is None:
                left += 1
                continue
            done += 1
            found = differences(corpus, made.day, tuple(corpus.decisions), kept, traced)
            assert not found, f"{seed}: {kept}\n{found}\n{made.text()}"
    assert done > left
