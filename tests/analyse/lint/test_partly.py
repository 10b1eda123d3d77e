"""Lint beside errors: what is sound is looked at all the same, and nothing is reported because something is missing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.analyse.lint.examples import BASIS, FILE, HEADER, examples, found_in, unmarked
from verordening.analyse.lint.catalogue import catalogue
from verordening.analyse.lint.partly import lint_partly
from verordening.analyse.lint.rule import LintRule, Needs
from verordening.analyse.lint.selecting import NOT_LOOKED_AT
from verordening.cli.lint import checked
from verordening.language.diagnostics import Diagnostic, InputError
from verordening.language.source import Source
from verordening.model.broken_sets import broken_set
from verordening.model.loading import RegulationSet, regulation_sets, resolved_set
from verordening.model.regulation_files import RegulationFile, regulation_file
from verordening.model.texts import Texts
from verordening.records import replace
from verordening.resources import resource_folder

RULES = tuple(catalogue().values())
OTHER = HEADER.replace("regeling voorbeeld ", "regeling ander ")
BROKEN = OTHER + "artikel 1\n  als = 3\n"
TEXTS = Texts()


@cache
def _law() -> tuple[RegulationFile, ...]:
    read = (regulation_file(Source(each.name, each.read_text(encoding="utf-8"))) for each in BASIS)
    return tuple(replace(each, shipped=True) for each in read)


def _found(**texts: str) -> tuple[Diagnostic, ...]:
    """What is found beside the errors of these files of one municipality, by their names."""
    own = tuple(regulation_file(Source(f"{name}.vrd", text)) for name, text in texts.items())
    files = RegulationSet("voorbeelddam", (*_law(), *own))
    with pytest.raises(InputError) as error:
        resolved_set(files, TEXTS)
    return tuple(lint_partly(broken_set(files, error.value.diagnostics, TEXTS)))


def _told(found: tuple[Diagnostic, ...]) -> set[tuple[str, int]]:
    return {(each.code, each.span.line) for each in found if each.span and each.code != NOT_LOOKED_AT}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_beside_a_broken_file_a_rule_finds_the_same_unless_what_is_missing_may_be_the_reason(
    rule: LintRule,
) -> None:
    for example in examples(rule.slug)["Fout"]:
        text = unmarked(example.text)
        if regulation_file(Source(FILE, text)).gemeente != "voorbeelddam":
            continue
        found = [each for each in _found(voorbeeld=text, kapot=BROKEN) if each.code == rule.code]
        lines = [each.span.line for each in found if each.span]
        assert lines == ([] if rule.needs is Needs.SET else [line for line, _ in example.marks])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_mistake_in_the_file_itself_adds_no_finding(rule: LintRule) -> None:
    for example in (*examples(rule.slug)["Fout"], *examples(rule.slug)["Goed"]):
        wrong = unmarked(example.text) + "\nartikel 99\n  als = 3\n"
        assert _told(_found(voorbeeld=wrong)) - _told(found_in(example.text)) == set()
        wrong = unmarked(example.text).replace("  dan ", "  daan ", 1)
        if "  daan " in wrong:
            assert _told(_found(voorbeeld=wrong)) - _told(found_in(example.text)) == set()


def test_a_rule_that_needs_no_model_is_given_none() -> None:
    for rule in RULES:
        given = rule.check.__annotations__["look"]
        assert given == ("Written" if rule.needs <= Needs.PROVISION else "Look"), rule.slug


AMSTERDAM = Path(resource_folder("ordinances")) / "amsterdam"


@pytest.mark.parametrize("broken", ["maatregelen", "nadere_regels"])
def test_of_regulations_without_findings_a_broken_file_makes_none(broken: str, tmp_path: Path) -> None:
    """The nine of Amsterdam use each other: what one declares, fills in or takes back is missing in the others."""
    for path in AMSTERDAM.glob("*.vrd"):
        text = path.read_text(encoding="utf-8")
        wrong = f"{text}\nartikel 999\n  als = 3\n" if path.stem == broken else text
        (tmp_path / path.name).write_text(wrong, encoding="utf-8")
    found = checked(regulation_sets([tmp_path]))
    assert [each.code for each in found] == ["VRD101", "VRD690"]
