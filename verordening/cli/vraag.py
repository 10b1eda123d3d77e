"""`verordening vraag CASUS`: what is still missing, what each answer does, and who must show it."""

from __future__ import annotations

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.cases import open_case
from verordening.cli.narrowing import considering, evaluate_narrowed, named_places
from verordening.evaluate.exit_codes import ANSWERED
from verordening.evaluate.hearing import hearing_of
from verordening.evaluate.refusing import refuse_impossible


def run(arguments: Arguments) -> int:
    """Print the questions; gives the exit code. Raises InputError."""
    case, corpus, source = open_case(arguments)
    places = named_places(arguments, corpus)
    outcome = evaluate_narrowed(corpus, case, arguments._replace(places=()), witnesses=True)
    if places:
        outcome = considering(outcome, places)
    refuse_impossible(outcome, case, source)
    hearing = hearing_of(outcome, case, corpus)
    if arguments.format == "json":
        from verordening.present.vraag_json import render_vraag_json

        terminal.write(render_vraag_json(outcome, hearing, exit_code=ANSWERED))
        return ANSWERED
    from verordening.present.text import read_vraag, render_vraag

    if arguments.format == "schermlezer":
        terminal.write(read_vraag(outcome, hearing, tree=arguments.tree))
    else:
        terminal.write(render_vraag(outcome, hearing, terminal.width(), tree=arguments.tree))
    return ANSWERED
