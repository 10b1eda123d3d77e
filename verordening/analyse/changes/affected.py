"""Which decisions may come to something else under another version of the regulations, and which trials may show it.

A decision comes to the same where everything that it can depend on says the same: the rules on it, what deviates from
them, what those mention, and so on. Too much is taken along rather than too little: whatever is written with the name
of something counts as a mention of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from verordening.analyse.changes.parts import Parts, floor_name, parts_of, rule_names
from verordening.model.corpus import Corpus
from verordening.model.trials.trial import Trial


class Affected:
    """What differs between two corpora of one municipality."""

    def __init__(self, before: Corpus, after: Corpus) -> None:
        self._before, self._after = before, after
        first, then = parts_of(before), parts_of(after)
        names = dict.fromkeys((*first.named, *then.named))
        self._changed = frozenset(each for each in names if first.named.get(each) != then.named.get(each))
        self.wholly = first.whole != then.whole or _in_both(first, then) != _in_both(then, first)
        """Something differs that bears on every case: a header, a samenhang, a guideline, a provision of a law, or the
        order in which things are declared (of questions that weigh the same the first is asked first)."""
        self.nothing = not self.wholly and not self._changed
        """Both say the same, but for where it stands and for texts that no decision turns on."""
        self._parts = first, then

    @cached_property
    def decisions(self) -> tuple[str, ...]:
        """The decisions that may come to something else, in order of declaration; all where anything may."""
        names = tuple(dict.fromkeys((*self._after.decisions, *self._before.decisions)))
        if self.wholly:
            return names
        first, then = self._parts
        reached = _bearing_on(self._before, first, self._changed) | _bearing_on(
            self._after, then, self._changed
        )
        return tuple(each for each in names if each in reached)

    def shown_by(self, trial: Trial) -> bool:
        """Whether a trial may come to something else. One that does not say which decisions it is about always may."""
        if self.nothing:
            return False
        case = trial.case
        if self.wholly or case is None or not case.asked:
            return True
        given = {*case.inputs(), *(name for act in case.acts for name in act.facts)}
        return not given.isdisjoint(self._changed) or not set(self.decisions).isdisjoint(case.asked)


def _in_both(parts: Parts, others: Parts) -> list[str]:
    """The names that both have, in the order of the first."""
    return [each for each in parts.named if each in others.named]


def _bearing_on(corpus: Corpus, parts: Parts, changed: frozenset[str]) -> set[str]:
    """What can depend on any of the changed parts: what mentions it, what that bears on, and so on."""
    rests: dict[str, list[str]] = {}
    for name, on in _edges(corpus, parts):
        rests.setdefault(on, []).append(name)
    found: set[str] = set()
    waiting = list(changed)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += rests.get(name, ())
    return found


def _edges(corpus: Corpus, parts: Parts) -> Iterator[tuple[str, str]]:
    """What can depend on what, by name."""
    rules = rule_names(corpus)
    for name, part in parts.named.items():
        yield from ((name, each) for each in part.mentions if each in parts.named)
    for decision in corpus.decisions:
        bearing = (*corpus.by_decision.get(decision, ()), *corpus.general, *corpus.reasons)
        yield from ((decision, rules[index]) for index in bearing)
    for floor in corpus.floors:
        name = floor_name(floor)
        yield from ((each, name) for each in parts.named[name].mentions if each in corpus.decisions)
    for rule, deviating in corpus.deviating.items():
        yield from ((rules[rule], rules[each]) for each in deviating)
    for delegation, filling in corpus.filling:
        yield rules[delegation], rules[filling]
        yield rules[filling], rules[delegation]
