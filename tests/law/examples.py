"""The cases in `examples/` with what each must come to. Compares nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import Outcome
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.model.case import Case
from verordening.model.case_reading import ExpectedNode, read_case
from verordening.model.corpus import Corpus
from verordening.model.loading import Library, load_corpus, read_library
from verordening.model.yaml_reading import Mapping, Scalar, Sequence

FOLDER = Path(__file__).resolve().parents[2] / "examples"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))

ALWAYS = frozenset({"besluiten", "ruimte", "ondergrenzen", "eerste_vraag", "afsluitcode"})
WITH_CHOICE = frozenset({"keuze", "gebreken"})
OF_THE_MONTHS = frozenset({"ingang", "einde", "heroverwegen_voor", "maandbeeld"})
OF_SEVERAL_ACTS = frozenset({"gedragingen"})
"""Said where the case gives the day of notification, or lists several acts."""
OPTIONAL_OF_A_DECISION = frozenset({"herkomst", "bevestigd_door"})
"""Compared where the case names them; everything else of a decision is compared always."""


@dataclass(frozen=True, slots=True)
class Example:
    """A case with its outcome and with what stands under `verwacht`."""

    name: str
    text: str
    case: Case
    expected: dict[str, Any]
    outcome: Outcome


@cache
def library() -> Library:
    """The shipped regulations."""
    return read_library()


@cache
def corpus_of(gemeente: str) -> Corpus:
    """National law with the rules of one municipality."""
    return load_corpus(gemeente, library=library())


@cache
def example(name: str) -> Example:
    """The example by the name of its file; worked out once a process, however many there are."""
    source = read_text(FOLDER / f"{name}.yaml", limit=CASE_LIMIT)
    case, expected = read_case(source, corpus_of, fictional=lambda: library().fictional)
    outcome = evaluate(corpus_of(case.gemeente), case)
    written = plain(expected)
    assert isinstance(written, dict)
    return Example(name, source.text, case, written, outcome)


def plain(node: ExpectedNode | None) -> Any:
    """A node as dicts, lists and texts."""
    match node:
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.text
    return None
