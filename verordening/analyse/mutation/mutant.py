"""A mutant: a corpus with one small change, told in words and known by a name that is the same in every run."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from verordening.model.corpus import Corpus, index_by_decision, index_deviating, index_general
from verordening.model.expressions import Expression
from verordening.model.rules import Place, Rule
from verordening.records import dataclass, replace


class Part(StrEnum):
    """In what a change is made."""

    RULE = "regel"
    CONCEPT = "begrip"
    TABLE = "tabel"
    FLOOR = "ondergrens"
    COHERENCE = "samenhang"
    CONCURRENCE = "samenloop"
    DECISION = "besluit"
    REGULATION = "regeling"


@dataclass(frozen=True, slots=True)
class Key:
    """What a mutant is known by: the file, what is changed in it (`what` by its `name`), the kind of change, the words.

    `number` tells apart changes that read the same.
    """

    file: str
    what: Part
    name: str
    sort: str
    words: str
    number: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Mutant:
    """One change to a corpus. `made` gives the changed corpus.

    `refused` says why the change needs no trial: reading the regulations would refuse it. `beyond`: the change can make
    no difference. What follows says which trials may notice it: those that look at these rules (by index), at this
    concept, table, floor or decision, or that give one of these facts, or list acts. `turned` is the condition or value
    that was changed and what it became, where nothing else was.
    """

    key: Key
    place: Place
    made: Callable[[], Corpus]
    rules: frozenset[int] = frozenset()
    concept: str = ""
    table: str = ""
    floor: str = ""
    decision: str = ""
    inputs: frozenset[str] = frozenset()
    acts: bool = False
    turned: tuple[Expression | None, Expression | None] | None = None
    refused: str = ""
    beyond: bool = False


def with_rules(corpus: Corpus, changed: dict[int, Rule]) -> Corpus:
    """The corpus with some rules in place of those with the same index."""
    rules = tuple(changed.get(each.index, each) for each in corpus.rules)
    return replace(
        corpus,
        rules=rules,
        by_decision=index_by_decision(rules),
        general=index_general(rules),
        deviating=index_deviating(rules),
    )
