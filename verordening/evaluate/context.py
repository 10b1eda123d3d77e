"""One evaluation: a corpus, what is given and the day, with what was worked out so far. Lives as long as one case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from verordening.evaluate.outcome import Cited
from verordening.evaluate.unknown import Result, Truth
from verordening.model.corpus import Corpus
from verordening.model.types import Value


class Context:
    """What expressions and rules are evaluated against. The memos make each rule and concept be worked out once."""

    __slots__ = (
        "applies",
        "cited",
        "concepts",
        "corpus",
        "day",
        "decided",
        "floors",
        "inputs",
        "speaks",
        "stands",
        "values",
    )

    def __init__(self, corpus: Corpus, inputs: Mapping[str, Value], day: date) -> None:
        self.corpus = corpus
        self.inputs = inputs
        self.day = day
        self.concepts: dict[str, Result] = {}
        self.applies: dict[int, Truth] = {}
        self.stands: dict[tuple[int, str], Truth] = {}
        self.speaks: dict[tuple[str, int, str], Truth] = {}
        self.cited: dict[str, Cited] = {}
        self.values: dict[tuple[int, str, str], Result] = {}
        self.decided: Mapping[str, Result] = {}
        self.floors: dict[int, tuple[Mapping[str, Result], Truth]] = {}
