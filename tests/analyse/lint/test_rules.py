"""Each rule fires on its wrong examples, at the marks and in their words, and is silent on its right ones."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.analyse.lint.examples import FOLDER, examples, found_in
from verordening.analyse.lint.catalogue import catalogue
from verordening.analyse.lint.groups import GROUPS, group_of
from verordening.analyse.lint.rule import LintRule
from verordening.present.diagnostics_text import render_diagnostics

RULES = tuple(catalogue().values())


def test_every_rule_has_its_examples_and_every_group_has_rules() -> None:
    assert {each.slug for each in RULES} == {path.stem for path in FOLDER.glob("*.md")}
    assert {group_of(each.code) for each in RULES} == set(GROUPS.values())
    for rule in RULES:
        assert all(examples(rule.slug).values()), f"{rule.slug} has no wrong or no right example"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_it_fires_where_the_example_says(rule: LintRule, snapshot: SnapshotAssertion) -> None:
    for example in examples(rule.slug)["Fout"]:
        found = [each for each in found_in(example.text) if each.code == rule.code]
        assert example.marks
        assert [each.span.line for each in found if each.span] == [line for line, _ in example.marks]
        for each, (_, words) in zip(found, example.marks, strict=True):
            assert words in f"{each.message} {each.label}"
        assert render_diagnostics(found, 100) == snapshot


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_it_is_silent_on_a_right_example(rule: LintRule) -> None:
    for example in examples(rule.slug)["Goed"]:
        assert [each.message for each in found_in(example.text) if each.code == rule.code] == []
