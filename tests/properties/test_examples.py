"""Every example with facts left out: nothing that its answer says is taken back when they, or other facts, become known."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.properties.budgets import COMPLETIONS_OF_AN_EXAMPLE, PARTIAL_OF_AN_EXAMPLE, SHARPENED_WITH
from tests.properties.cases import completions, removals
from tests.properties.claims import Bench, Breach, held
from tests.properties.relevant import relevant_expressions, relevant_inputs
from tests.properties.values import Domains
from verordening.evaluate import completing
from verordening.model.case import Case
from verordening.model.case_reading import read_case_file, type_case
from verordening.model.corpus import Corpus
from verordening.model.loading import Library, load_corpus, read_library

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def _library() -> Library:
    return read_library()


@cache
def _corpus(gemeente: str) -> Corpus:
    return load_corpus(gemeente, library=_library())


@cache
def _read(path: Path) -> tuple[Case, Corpus]:
    document = read_case_file(path, fictional=lambda: _library().fictional)
    corpus = _corpus(document.gemeente)
    return type_case(document, corpus), corpus


def _different() -> list[str]:
    """The examples, each set of facts once: what is chosen makes no difference here."""
    found: dict[tuple[object, ...], str] = {}
    for path in sorted(EXAMPLES.glob("*.yaml")):
        case, _ = _read(path)
        key = (case.gemeente, case.peildatum, case.asked, frozenset(case.inputs().items()))
        found.setdefault(key, path.name)
    return list(found.values())


@pytest.mark.parametrize("name", _different())
def test_an_example_with_facts_left_out(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completing, "MOST_COMPLETIONS", SHARPENED_WITH)
    case, corpus = _read(EXAMPLES / name)
    bench, given, rng = Bench(corpus, case.peildatum), case.inputs(), Random(name)
    asked = bench.answer(given, case.asked).asked
    domains = Domains.of(corpus, case.peildatum, relevant_expressions(corpus, asked))
    inputs = corpus.inputs
    never = [
        each for each in relevant_inputs(corpus, asked) if each not in given and not inputs[each].general
    ]
    names = [each for each in given if not inputs[each].general]
    found: list[Breach] = []
    for missing in [(), *removals(names, rng, PARTIAL_OF_AN_EXAMPLE)]:
        partial = {each: value for each, value in given.items() if each not in missing}
        tried = completions(given, [*missing, *never], domains, rng, COMPLETIONS_OF_AN_EXAMPLE)
        found += held(bench, partial, bench.answer(partial, asked), tried)
    assert not found, "\n".join(str(each) for each in found[:3])
