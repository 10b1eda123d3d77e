"""What a person reads of a gegeven, oordeel or besluit: a label that is no name, and a question that is a question."""

from __future__ import annotations

import re

import pytest

from tests.law.examples import corpus_of, library
from verordening.model.corpus import Corpus

CORPORA = ["", *library().gemeenten]
REMAINS = re.compile(r"_|\b\d+[a-z]? \d+\b|\b\d+[a-z]?$")
"""An underscore, or the number of an article as it stands at the end of a name (`dringende redenen 18 10`)."""


@pytest.fixture(params=CORPORA, ids=lambda name: name or "landelijk")
def corpus(request: pytest.FixtureRequest) -> Corpus:
    return corpus_of(request.param)


def labels_of(corpus: Corpus) -> list[str]:
    inputs = [each.label for each in corpus.inputs.values()]
    return inputs + [each.label for each in corpus.decisions.values()]


def test_a_label_reads_as_words(corpus: Corpus) -> None:
    labels = labels_of(corpus)
    assert labels
    assert [each for each in labels if REMAINS.search(each) or not each.strip()] == []


def test_a_label_can_stand_in_a_sentence(corpus: Corpus) -> None:
    """`want {label} = nee`: no capital, unless the word has one of its own, and no full stop."""
    labels = labels_of(corpus)
    assert [each for each in labels if each[0].isupper() and not each.startswith("AOW")] == []
    assert [each for each in labels if each[-1] in ".?:,"] == []


def test_an_option_reads_as_words(corpus: Corpus) -> None:
    options = [label for each in corpus.inputs.values() for label in each.type.labels]
    assert options
    assert [each for each in options if "_" in each or each[0].isupper()] == []


def test_every_input_asks_a_question(corpus: Corpus) -> None:
    for each in corpus.inputs.values():
        assert each.question.endswith("?"), each.name
        assert each.question[0].isupper(), each.name
        assert "_" not in each.question, each.name


def test_no_two_inputs_ask_the_same(corpus: Corpus) -> None:
    questions = [each.question for each in corpus.inputs.values()]
    assert [each for each in questions if questions.count(each) > 1] == []
    judgements = [each.label for each in corpus.inputs.values()]
    assert [each for each in judgements if judgements.count(each) > 1] == []


def test_every_judgement_says_where_it_is_asked(corpus: Corpus) -> None:
    assert [each.name for each in corpus.inputs.values() if each.judgement and not each.grounds] == []


def test_every_decision_has_a_sentence_with_its_outcome(corpus: Corpus) -> None:
    assert [each.name for each in corpus.decisions.values() if each.sentence.count("{uitkomst}") != 1] == []
