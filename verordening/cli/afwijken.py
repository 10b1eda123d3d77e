"""`verordening afwijken CASUS`: may, must or can the outcome be deviated from, and by which route."""

from __future__ import annotations

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.cases import FROM_INPUT, Regulations, open_case
from verordening.cli.changes import what_if_of
from verordening.cli.narrowing import ACT, evaluate_narrowed
from verordening.cli.usage_errors import usage_error
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.exit_codes import exit_code
from verordening.evaluate.outcome import Outcome
from verordening.evaluate.refusing import refuse_impossible
from verordening.language.diagnostics import printable
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.records import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from verordening.present.document import Section

ALL: Final = "--alles"
EQUAL_CASES: Final = "--gelijke-gevallen"


def _beside(arguments: Arguments, corpus: Corpus, case: Case, outcome: Outcome) -> tuple[Section, ...]:
    """What is said of the cases in the folder that was named. Raises InputError."""
    folder = arguments.values.get(EQUAL_CASES, "")
    if not folder:
        return ()
    if len(outcome.acts) > 1:
        raise usage_error(
            "VRD504",
            f"`{EQUAL_CASES}` gaat over één gedraging tegelijk, en deze casus heeft er meer",
            f"kies er een, zoals met `{ACT} 1`",
        )
    from verordening.cli.equal_cases import read_folder
    from verordening.present.equal_content import Beside, equal_sections

    about = case.with_act(case.acts[outcome.acts[0].number - 1]) if outcome.acts else case
    asked = tuple(each.name for each in (outcome.acts[0].outcome if outcome.acts else outcome).decisions)
    here = Beside(about, evaluate(corpus, replace(about, asked=asked), tree=True))
    own = arguments.words[0] if arguments.words[0] != FROM_INPUT else ""
    found = read_folder(folder, case.gemeente, Regulations(arguments.overlay), own)
    return equal_sections(here, corpus, found)


def run(arguments: Arguments) -> int:
    """Print the routes; gives the exit code. Raises InputError."""
    case, corpus, source = open_case(arguments)
    outcome = evaluate_narrowed(corpus, case, arguments)
    refuse_impossible(outcome, case, source)
    code = exit_code(outcome, command="afwijken")
    what_if = what_if_of(corpus, case, outcome, arguments)
    if arguments.format == "json" and EQUAL_CASES in arguments.values:
        raise usage_error("VRD504", f"`{EQUAL_CASES}` kan niet als json", "laat `--formaat json` weg")
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
    beside = _beside(arguments, corpus, case, outcome)
    if arguments.format == "schermlezer":
        told = read_afwijken(
            outcome,
            tree=arguments.tree,
            case_path=name,
            what_if=what_if,
            whole=whole,
            options=options,
            beside=beside,
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
            beside=beside,
        )
    terminal.write(told)
    return code
