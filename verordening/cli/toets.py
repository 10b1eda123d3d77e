"""`verordening toets CASUS`: which rule applies, and what the outcome is."""

from __future__ import annotations

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.cases import FROM_INPUT, open_case
from verordening.cli.changes import what_if_of
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.exit_codes import exit_code
from verordening.evaluate.refusing import refuse_impossible
from verordening.language.diagnostics import printable


def run(arguments: Arguments) -> int:
    """Print the answer; gives the exit code. Raises InputError."""
    case, corpus, source = open_case(arguments)
    outcome = evaluate(corpus, case, tree=arguments.tree)
    refuse_impossible(outcome, case, source)
    code = exit_code(outcome, command="toets")
    typed = arguments.words[0]
    name = printable(typed) if typed != FROM_INPUT else ""
    what_if = what_if_of(corpus, case, outcome, arguments)
    if arguments.format == "json":
        from verordening.present.outcome_json import render_outcome_json

        terminal.write(render_outcome_json(outcome, exit_code=code, tree=arguments.tree, what_if=what_if))
        return code
    from verordening.present.text import read_toets, render_toets

    if arguments.format == "schermlezer":
        terminal.write(read_toets(outcome, tree=arguments.tree, case_path=name, what_if=what_if))
    else:
        terminal.write(
            render_toets(outcome, terminal.width(), tree=arguments.tree, case_path=name, what_if=what_if)
        )
    return code
