"""Examples as the texts that are made of them, and the conversation that a case may hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from tests.law.examples import corpus_of, example
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import Outcome
from verordening.model.case import Case
from verordening.model.conversation import Conversation, Effects, Proportionality, Purpose
from verordening.model.corpus import Corpus
from verordening.present.writing.case_sheet import case_sheet
from verordening.present.writing.motivation import motivation
from verordening.present.writing.summary import summary
from verordening.present.writing.written import Part, Table, Written, lines_of

Make = Callable[[Outcome, Case, Corpus], Written]

MAKERS: dict[str, Make] = {"motivering": motivation, "samenvatting": summary, "casusblad": case_sheet}

TALK = Conversation(
    heard=True,
    resident="Ik wil mijn huur betalen en rust in huis.",
    caseworker="Dat het gezin in de woning kan blijven.",
    purpose=Purpose(False, "De maatregel drijft het gezin verder van werk."),
    now=Effects("De huur blijft betaald.", "De kinderen blijven op hun school.", ""),
    in_a_year=Effects("", "", "Geen kosten voor opvang."),
    proportionality=Proportionality(
        "Ja, het gezin houdt een adres en zo ook kans op werk.",
        "Een lagere maatregel is nog steeds te zwaar.",
        "Een maatregel van 5% weegt niet op tegen ontruiming.",
    ),
    equal_cases="Bij dreigende ontruiming besluiten wij hetzelfde.",
    arguments_for=("Ontruiming kost meer dan zij oplevert.", "Er zijn kleine kinderen."),
    arguments_against=("De plicht was bekend.",),
    team_question="Zouden wij dit ook doen zonder kinderen?",
)


@lru_cache(maxsize=256)
def text_of(kind: str, name: str, *, talk: Conversation | None = None) -> Written:
    """The text of a kind about an example, perhaps with a conversation put in."""
    found = example(name)
    case = replace(found.case, conversation=talk) if talk is not None else found.case
    return MAKERS[kind](_outcome(name), case, corpus_of(case.gemeente))


@lru_cache(maxsize=128)
def _outcome(name: str) -> Outcome:
    case = example(name).case
    return evaluate(corpus_of(case.gemeente), case, tree=True)


def body(text: Written) -> list[str]:
    """Everything that is sent: all but what is for the caseworker alone."""
    return [each for part in text.parts if not part.aside for each in part_texts(part)]


def part_texts(part: Part) -> list[str]:
    """Every statement and cell of a part."""
    tables = [block for block in part.blocks if isinstance(block, Table)]
    cells = [cell for table in tables for row in table.rows for cell in row]
    return [*(each.shown for each in lines_of(part)), *cells]


def part_named(text: Written, key: str) -> list[str]:
    """The statements of the part with this key; none where the text has no such part."""
    return [each for part in text.parts if part.key == key for each in part_texts(part)]
