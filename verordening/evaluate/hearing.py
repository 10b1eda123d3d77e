"""Whether the resident must be heard before the decision (Awb 4:8), and whether that was done."""

from __future__ import annotations

from typing import Final

from verordening.evaluate.citing import cite_place
from verordening.evaluate.favouring import may_burden
from verordening.evaluate.outcome import Cited, Outcome
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.records import dataclass

_PLACE: Final = "awb artikel 4:8 lid 1"


@dataclass(frozen=True, slots=True)
class Hearing:
    """`heard` is None while nobody said; `burdens` are the decisions that are or may be bad; `cited` is the ground."""

    heard: bool | None
    burdens: tuple[str, ...]
    cited: Cited | None


def hearing_of(outcome: Outcome, case: Case, corpus: Corpus) -> Hearing:
    """What the case says of hearing the resident, and the decisions of the case and its acts that ask for it."""
    every = (outcome, *(act.outcome for act in outcome.acts))
    burdens = dict.fromkeys(each.name for one in every for each in one.decisions if may_burden(each))
    heard = case.conversation.heard if case.conversation is not None else None
    known = corpus.provision(_PLACE, case.peildatum) is not None
    return Hearing(heard, tuple(burdens), cite_place(_PLACE, corpus, case.peildatum) if known else None)
