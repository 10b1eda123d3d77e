"""Cases written in Python, for tests that state the law a second time, without the files in `examples/`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from tests.law.examples import corpus_of, library
from verordening.evaluate.coherence import check_case
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.exit_codes import exit_code
from verordening.evaluate.outcome import FloorOutcome, Outcome, Route
from verordening.language.source import Source
from verordening.model.case_reading import read_case

Facts = Mapping[str, str]

WHO: Facts = {
    "huishouden": "alleenstaande",
    "leeftijd": "29 jaar",
    "kostendelende_medebewoners": "0",
    "in_inrichting": "nee",
}
"""What the norm needs: single, of age, alone in the house."""

MEASURE = ("verlaging", "duur_verlaging")


def answer_to(text: str) -> Outcome:
    """The outcome of a case as a file would have it. Raises InputError."""
    case, _ = read_case(Source("casus.yaml", text), corpus_of, fictional=lambda: library().fictional)
    return evaluate(corpus_of(case.gemeente), case)


def check_text(text: str) -> None:
    """Raises InputError where the facts of a case cannot go together."""
    source = Source("casus.yaml", text)
    case, _ = read_case(source, corpus_of, fictional=lambda: library().fictional)
    check_case(case, corpus_of(case.gemeente), source)


def without(facts: Facts, *names: str) -> dict[str, str]:
    """The facts without these; each must be there."""
    assert facts.keys() >= set(names)
    return {name: value for name, value in facts.items() if name not in names}


def ask(
    facts: Facts,
    judgements: Facts | None = None,
    *,
    about: Sequence[str] = MEASURE,
    gemeente: str = "amsterdam",
    day: str = "2026-03-01",
    choice: Mapping[str, object] | None = None,
    examples: bool = False,
) -> Outcome:
    """The outcome of a case, read as a case file is; every judgement is given with a reason."""
    written: dict[str, object] = {
        "gemeente": gemeente,
        "peildatum": day,
        "besluiten": list(about),
        "gegevens": dict(facts),
        "oordelen": {
            name: {"oordeel": value, "motivering": "Zo staat het in het dossier."}
            for name, value in (judgements or {}).items()
        },
    }
    if choice is not None:
        written["keuze"] = choice
    source = Source("zaak.yaml", json.dumps(written, ensure_ascii=False))
    case, _ = read_case(source, corpus_of, fictional=lambda: library().fictional, examples=examples)
    return evaluate(corpus_of(case.gemeente), case)


def answers(outcome: Outcome) -> dict[str, tuple[str, str]]:
    """Per decision its status with the value, the range or the candidates."""
    found = {}
    for each in outcome.decisions:
        if each.candidates:
            text = " / ".join(sorted(one.text for one in each.candidates))
        elif each.status.value in ("afstemmen", "leemte"):
            text = each.range.text if each.range is not None else ""
        else:
            text = each.shown.text if each.shown is not None else ""
        found[each.name] = (each.status.value, text)
    return found


def codes(outcome: Outcome) -> tuple[int, int]:
    """The exit codes of `toets` and `afwijken`."""
    return exit_code(outcome, command="toets"), exit_code(outcome, command="afwijken")


def first_question(outcome: Outcome) -> str:
    """The name of the first thing to ask; empty when there is nothing."""
    return outcome.questions[0].name if outcome.questions else ""


def routes(outcome: Outcome, decision: str) -> dict[str, tuple[str, str]]:
    """Per rule that is a route: its status and what it allows."""
    return {
        each.cited.id: (each.status.value, each.range.text if each.range is not None else "")
        for each in outcome.routes
        if each.decision == decision
    }


def route(outcome: Outcome, decision: str, rule: str) -> Route:
    """One route."""
    (found,) = [each for each in outcome.routes if (each.decision, each.cited.id) == (decision, rule)]
    return found


def floor(outcome: Outcome, name: str) -> FloorOutcome:
    """One floor."""
    (found,) = [each for each in outcome.floors if each.name == name]
    return found
