"""Findings that people have looked at and let be, each with the reason; looked at again once a text of it changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from verordening.analyse.accepting import read_entries
from verordening.analyse.conflicts.finding import Finding
from verordening.caching import digest
from verordening.language.source import Source, Span
from verordening.model.corpus import Corpus
from verordening.model.likeness import likeness
from verordening.model.rules import Rule

KEYS: Final = ("melding", "plaats", "kenmerk", "reden")
_LENGTH: Final = 8


class Accepted(NamedTuple):
    """A finding that may stay: its code, its first place, the mark of all its texts as they were, and why."""

    code: str
    place: str
    mark: str
    reason: str
    span: Span


def read_accepted(source: Source) -> tuple[Accepted, ...]:
    """The entries in a text. Raises InputError (VRD444, and what any YAML may have)."""
    found = []
    for entry in read_entries(source, KEYS, "melding"):
        code, place, mark, reason = (entry.values[key] for key in KEYS)
        found.append(Accepted(code, place, mark, reason, entry.span))
    return tuple(found)


def mark_of(found: Finding, corpus: Corpus) -> str:
    """What stands for the texts that a finding is about: another text has another mark."""
    named = {each.id for each in found.sites}
    rules = [each for each in corpus.rules if each.id in named]
    written = [repr(_content(each)) for each in sorted(rules, key=lambda each: (each.id, each.index))]
    return digest("\n".join([*written, *(sorted(named - {each.id for each in rules}))]))[:_LENGTH]


def is_accepted(found: Finding, mark: str, entries: Iterable[Accepted]) -> Accepted | None:
    """The entry about a finding as it is now, or about the same finding when its text was another."""
    about = [each for each in entries if (each.code, each.place) == (found.code, found.sites[0].id)]
    return next((each for each in about if each.mark == mark), next(iter(about), None))


def _content(rule: Rule) -> object:
    effects = tuple(
        (each.form.value, each.decision, likeness(each.low), likeness(each.high)) for each in rule.effects
    )
    conditions = likeness(rule.condition), likeness(rule.exception), rule.because
    days = rule.validity.start, rule.validity.end, rule.in_regulation.start, rule.in_regulation.end
    return rule.id, conditions, effects, rule.disputed, days
