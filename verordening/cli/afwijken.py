"""`verordening afwijken CASUS`: may, must or can the outcome be deviated from, and by which route."""

from __future__ import annotations

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.cases import FROM_INPUT, open_case
from verordening.cli.changes import what_if_of
from verordening.cli.narrowing import ACT, evaluate_narrowed
from verordening.evaluate.exit_codes import exit_code
from verordening.evaluate.refusing import refuse_impossible
from verordening.language.diagnostics import printable

ALL = "--alles"


def run(arguments: Arguments) -> int:
    """Print the routes; gives the exit code. Raises InputError."""
    case, corpus, source = open_case(arguments)
    outcome = evaluate_narrowed(corpus, case, arguments)
    refuse_impossible(outcome, case, source)
    code = exit_code(outcome, command="afwijken")
    what_if = what_if_of(corpus, case, outcome, arguments)
    if arguments.format == "json":
        from verordening.present.outcome_json import render_outcome_json

        terminal.write(render_outcome_json(outcome, exit_code=code, tree=arguments.tree, what_if=what_if))
        return code
    typed = arguments.words[0]
    name = printable(typed) if typed != FROM_INPUT else ""
    from verordening.present.text import read_afwijken, render_afwijken

    whole = ALL in arguments.switches or bool(arguments.places)
    act = arguments.values.get(ACT, "")
    options = f" {ACT} {act}" if act else ""
    if arguments.format == "schermlezer":
        told = read_afwijken(
            outcome, tree=arguments.tree, case_path=name, what_if=what_if, whole=whole, options=options
        )
    else:
        told = render_afwijken(
            outcome,
            terminal.width(),
            tree=arguments.tree,
            case_path=name,
            what_if=what_if,
            whole=whole,
            options=options,
        )
    terminal.write(told)
    return code
