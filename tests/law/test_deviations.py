"""A rule that deviates from several speaks as soon as one of them does, also on what that one does not decide."""

from __future__ import annotations

from tests.law.examples import corpus_of, library
from verordening.model.corpus import Corpus
from verordening.model.rules import Rule

REFUSES_ALTOGETHER = {f"rotterdam/inkomenstoeslag artikel 5 onderdeel {each}" for each in "abc"}
"""They deviate from the heights of artikel 4 and refuse the toeslag itself, which is Pw 36's to give."""


def decided(rule: Rule) -> set[str]:
    return {each.decision for each in rule.effects if each.decision}


def beyond_its_targets(rule: Rule, corpus: Corpus) -> set[str]:
    """What a deviating rule decides and none of the rules that it deviates from does."""
    return decided(rule) - {name for target in rule.targets for name in decided(corpus.rules[target])}


def test_a_deviation_decides_only_what_it_deviates_from() -> None:
    """Or it would hold for a decision in which there is nothing to deviate from."""
    found = {
        rule.id
        for gemeente in ("", *library().gemeenten)
        for rule in corpus_of(gemeente).rules
        if rule.deviates and not rule.general and beyond_its_targets(rule, corpus_of(gemeente))
    }
    assert found == REFUSES_ALTOGETHER
