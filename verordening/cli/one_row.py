"""`verordening doorreken … --uitleg RIJ`: one row of a population in full, as `toets` shows a case."""

from __future__ import annotations

import os
from datetime import date
from typing import Final

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.caseloads import decisions_of, name_of, split, whole_number
from verordening.cli.usage_errors import usage_error
from verordening.evaluate.coherence import check_case
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.exit_codes import exit_code
from verordening.evaluate.refusing import refuse_impossible
from verordening.language.source import Source, Span
from verordening.model.case import Case, Judgement
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_value
from verordening.model.types import Value
from verordening.records import replace

_REASON: Final = "staat in het bestand"
"""A judgement in a column counts as given; its reasons are not in the file."""


def explain_row(arguments: Arguments, corpus: Corpus, day: date) -> int:
    """Print what `toets` says of one row; gives the exit code. Raises InputError."""
    from verordening.population.opening import INTERPRETER, Caseload, Wanted

    number = whole_number(arguments, "--uitleg", least=1)
    path = arguments.words[0]
    decisions = decisions_of(arguments, corpus)
    ignored = split(arguments.values.get("--negeer", ""))
    load = Caseload(
        corpus, path, Wanted(day, decisions, engine=INTERPRETER), arguments.values.get("--tabel", ""), ignored
    )
    facts = load.facts_of(number)
    if facts is None:
        raise usage_error("VRD504", f"het bestand heeft geen rij {number}", "de eerste rij is 1")
    case = case_of(facts, corpus, day, decisions, path, number)
    source = _as_text(facts, corpus, path, number)
    case = replace(case, places=_places(source, facts, number))
    check_case(case, corpus, source)
    outcome = evaluate(corpus, case, tree=arguments.tree)
    refuse_impossible(outcome, case, source)
    code = exit_code(outcome, command="toets")
    if arguments.format == "json":
        from verordening.present.outcome_json import render_outcome_json

        terminal.write(render_outcome_json(outcome, exit_code=code, tree=arguments.tree))
        return code
    from verordening.present.text import read_toets, render_toets

    if arguments.format == "schermlezer":
        terminal.write(read_toets(outcome, tree=arguments.tree))
    else:
        terminal.write(render_toets(outcome, terminal.width(), tree=arguments.tree))
    return code


def case_of(
    facts: dict[str, Value], corpus: Corpus, day: date, decisions: tuple[str, ...], path: str, number: int
) -> Case:
    """A row as a case, so that whatever is said of a case can be said of it."""
    return Case(
        f"Rij {number} van {os.path.basename(path)}",
        corpus.gemeente,
        name_of(corpus.gemeente),
        day,
        decisions,
        {each: value for each, value in facts.items() if not corpus.inputs[each].judgement},
        {each: Judgement(value, _REASON) for each, value in facts.items() if corpus.inputs[each].judgement},
    )


def _as_text(facts: dict[str, Value], corpus: Corpus, path: str, number: int) -> Source:
    """The row as a line of text, for messages about it."""
    said = (f"{name} = {format_value(value, corpus.inputs[name].type)}" for name, value in facts.items())
    return Source(path, "\n" * (number - 1) + ", ".join(said))


def _places(source: Source, facts: dict[str, Value], number: int) -> dict[str, Span]:
    """Where each fact stands in that line."""
    line = f", {source.line(number)}"
    return {name: Span.at(source.path, number, line.index(f", {name} = ") + 1, len(name)) for name in facts}
