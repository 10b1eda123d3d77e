"""The commented starts that `nieuw` writes, filled in from the templates in `sjablonen/`. They say nothing of a person.

A start claims nothing about its source: until the author says where the text comes from, it is `fictief`.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from string import Template
from typing import Final

from verordening.model.case_mismatches import example_of
from verordening.model.corpus import Corpus
from verordening.model.date_reading import write_date
from verordening.model.dependence import conditions_of, inputs_of
from verordening.model.rules import InputDeclaration, Rule
from verordening.model.types import Kind, Type
from verordening.resources import resource_folder

TO_FILL_IN: Final = "vul in"
"""Stands where a case wants a value; no type takes it, so that nobody answers by leaving it."""

_WIDTH: Final = 100


def regulation_start(name: str, title: str, gemeente: str, day: date) -> str:
    """An ordinance of a municipality (a slug), in force from `day`: a rule, a deviation, and room with reasons."""
    return _filled("regeling.vrd", naam=name, titel=title, gemeente=gemeente, ingang=write_date(day))


def floor_start(name: str, title: str, gemeente: str, day: date) -> str:
    """A floor that weighs, for one municipality or (empty) for all, in force from `day`."""
    line = f"  gemeente   {gemeente}\n" if gemeente else ""
    return _filled("ondergrens.vrd", naam=name, titel=title, gemeenteregel=line, ingang=write_date(day))


def case_start(title: str, gemeente: str, day: date, decisions: Sequence[str], corpus: Corpus) -> str:
    """A case about `decisions`, with a line to fill in for all that their rules ask."""
    head = _filled(
        "casus.yaml",
        titel=json.dumps(title, ensure_ascii=False),
        gemeente=gemeente,
        peildatum=day.isoformat(),
        besluiten=", ".join(decisions),
    )
    asked = _asked(decisions, corpus)
    facts = [line for each in asked if not each.judgement for line in _fact(each)]
    judgements = [line for each in asked if each.judgement for line in _judgement(each)]
    return head + "".join(
        f"{line}\n" for line in (*_section("gegevens", facts), *_section("oordelen", judgements))
    )


def _filled(name: str, **words: str) -> str:
    return Template((resource_folder("sjablonen") / name).read_text(encoding="utf-8")).substitute(words)


def _asked(decisions: Iterable[str], corpus: Corpus) -> list[InputDeclaration]:
    """The inputs that the rules on these decisions ask: first what most rules ask, then in order of declaration."""
    rules = {index for name in decisions for index in corpus.by_decision.get(name, ())}
    uses = Counter(name for index in rules for name in _asked_by(corpus.rules[index], corpus))
    return sorted((corpus.inputs[name] for name in uses), key=lambda each: (-uses[each.name], each.order))


def _asked_by(rule: Rule, corpus: Corpus) -> set[str]:
    named = {name for each in conditions_of(rule) for name in inputs_of(corpus, each)}
    return named | {rule.because} if rule.because else named


def _section(key: str, lines: Sequence[str]) -> Iterator[str]:
    """A section that is wholly a comment; what is left of a line without its first sign stands as a case has it."""
    if lines:
        yield ""
        yield f"#{key}:"
        yield from (f"#  {line}" for line in lines)


def _fact(each: InputDeclaration) -> Iterator[str]:
    yield from _comment(f"{_question(each)} ({_form(each.type)})")
    yield f"{each.name}: {TO_FILL_IN}"


def _judgement(each: InputDeclaration) -> Iterator[str]:
    yield from _comment(f"{_question(each)} ({_form(each.type)})")
    if each.weigh:
        yield from _comment(f"Weeg: {', '.join(each.weigh).replace('_', ' ')}.")
    yield f'{each.name}: {{oordeel: {TO_FILL_IN}, motivering: ""}}'


def _question(each: InputDeclaration) -> str:
    return each.question or each.label or each.name.replace("_", " ")


def _form(type_: Type) -> str:
    """How a value is written."""
    if type_.kind is Kind.ENUM:
        return f"kies uit: {', '.join(type_.options)}"
    example = example_of(type_)
    return f"zoals {example}" if example else type_.describe()


def _comment(text: str) -> Iterator[str]:
    return (
        f"# {line}" for line in textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    )
