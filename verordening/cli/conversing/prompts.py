"""One thing to ask: the words, the answers that it takes, and where in the case the answer stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from verordening.evaluate.outcome import Outcome
from verordening.model.case import Case
from verordening.model.case_editing import Written
from verordening.model.corpus import Corpus
from verordening.model.rules import Place
from verordening.model.types import Type


class Form(StrEnum):
    """What an answer is."""

    VALUE = "waarde"
    TEXT = "tekst"
    TEXTS = "teksten"
    PICK = "keus"


class Option(NamedTuple):
    """An answer to pick by its number: what people read, and what is written."""

    words: str
    value: str


class Prompt(NamedTuple):
    """A question. `id` is its place in the case, with slashes, or a name of its own where nothing is written.

    `kind` says what it is (feit, oordeel, afweging, keuze), `why` in one line why it is asked, `given` the answer that
    stands there already, `more` what `waarom` tells beyond that. `rest` is the question for each text after the first.
    """

    id: str
    question: str
    form: Form
    kind: str = ""
    type: Type | None = None
    declared: Place | None = None
    options: tuple[Option, ...] = ()
    why: str = ""
    weigh: tuple[str, ...] = ()
    hint: str = ""
    given: str = ""
    more: tuple[str, ...] = ()
    several: bool = False

    @property
    def path(self) -> tuple[str, ...]:
        """The keys of the case, outermost first."""
        return tuple(self.id.split("/"))

    @property
    def name(self) -> str:
        """The last key: the name of a gegeven or oordeel, or of a text."""
        return self.path[-1]


class View(NamedTuple):
    """Where the conversation stands: the case as written and as read, what comes of it, and what was picked.

    Of a case with several acts this is all of the act that is talked over; `whole` is then the outcome of the case, and
    `place` says where in the file stands what has its place at a path of the act.
    """

    data: Mapping[str, Written]
    case: Case
    corpus: Corpus
    outcome: Outcome
    picked: Mapping[str, str]
    whole: Outcome
    place: Callable[[Sequence[str]], tuple[str, ...]]

    def at(self, *path: str) -> str:
        """The text at a place of the case; texts of a list joined; empty where there is none."""
        found: Written | None = self.data
        for key in path:
            found = found.get(key) if isinstance(found, Mapping) else None
        if found is None or isinstance(found, Mapping):
            return ""
        return found if isinstance(found, str) else "; ".join(map(str, found))
