"""A mutant: a corpus with one small change, told in words and known by a name that is the same in every run."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from verordening.model.corpus import (
    Corpus,
    index_by_decision,
    index_deviating,
    index_filling,
    index_general,
)
from verordening.model.expressions import Expression
from verordening.model.rules import Form, Place, Rule
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
    GUIDELINE = "richtlijn"


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
    concept, table, floor or decision, that give one of these facts, that list acts, or that expect something of this
    guideline. `turned` is the condition or value that was changed and what it became, where nothing else was.
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
    guideline: str = ""
    turned: tuple[Expression | None, Expression | None] | None = None
    refused: str = ""
    beyond: bool = False


def with_rules(corpus: Corpus, changed: dict[int, Rule]) -> Corpus:
    """The corpus with some rules in place of those with the same index.

    As when it is read: what a rule no longer leaves to a lower one, none fills in.
    """
    lost = {
        pair for index, new in changed.items() for pair in _delegated(corpus.rules[index]) - _delegated(new)
    }
    rules = tuple(changed.get(each.index, each) for each in corpus.rules)
    if lost:
        rules = tuple(_filling(each, lost) for each in rules)
    return replace(
        corpus,
        rules=rules,
        by_decision=index_by_decision(rules),
        general=index_general(rules),
        deviating=index_deviating(rules),
        filling=index_filling(rules) if lost else corpus.filling,
    )


def _delegated(rule: Rule) -> set[tuple[int, str]]:
    """What a rule leaves to lower ones, as those have it among what they fill in."""
    return {(rule.index, each.decision) for each in rule.effects if each.form is Form.DELEGATE}


def _filling(rule: Rule, lost: set[tuple[int, str]]) -> Rule:
    kept = tuple(pair for pair in rule.fills if pair not in lost)
    return rule if len(kept) == len(rule.fills) else replace(rule, fills=kept)
