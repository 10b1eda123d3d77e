"""What several acts, or several duties of one act, come to together, where what is said of that changed.

Of rules it is known what they take together by what either corpus says; so which sets of them differ most is known
before any case is looked for. Of the largest in each direction a case is found and worked out under both corpora; a set
of which there surely is no case is passed over. Only rules count that give the same in both: what else differs, the
decisions tell by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from itertools import combinations_with_replacement
from typing import NamedTuple

from verordening.analyse.difference.changing import Changes
from verordening.analyse.difference.found import Direction, Meeting
from verordening.analyse.difference.meeting_cases import WHOLE, MeetingCases, Share, percent
from verordening.evaluate.concurring import concurrence
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import term_of, value
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.rules import Decision, Form, Rule
from verordening.model.types import Kind

ACTS, DUTIES = "meer gedragingen", "één gedraging die meer verplichtingen schendt"
ALL = "wat alles samen in een maand mag kosten"
EACH, HIGHEST, NOTHING_SAID = "elke {} geldt", "alleen de hoogste {} geldt", "geen regel zegt wat er geldt"
NO_LIMIT = "geen grens"
NOT_FOUND = "er is geen zaak met twee gedragingen gevonden, en niet bewezen dat die er niet is"
ON_FACTS = "de grens hangt van de zaak af"
BY_ANOTHER = "welke uitkomst de hoogste is, wordt nu aan een ander besluit gemeten"
RULES_TOO = "de regels zelf nemen ook iets anders"
MOST_SETS = 30
"""Past so many sets of rules in one direction the search for a case is given up."""

_Rules = tuple[Rule, ...]


class _Said(NamedTuple):
    """What a corpus says: whether of several acts only the highest holds (None: nothing is said), of which decision the
    highest holds of several duties, and how much all may take together in a month, in percent (None: no limit).
    """

    acts: bool | None
    duties: str | None
    most: Share

    def together(self, shares: tuple[Fraction, ...]) -> Share:
        """What these acts take in a month in which all run."""
        if len(shares) > 1 and self.acts is None:
            return None
        whole = max(shares) if self.acts else sum(shares, Fraction(0))
        return whole if self.most is None else min(whole, self.most)

    def at_once(self, shares: tuple[Fraction, ...]) -> Share:
        """What one act takes that breaches a duty for each of these."""
        return max(shares) if self.duties or len(set(shares)) == 1 else None


class _Way(NamedTuple):
    """One way to meet of which something else is said: before and after, of how many acts, and what these then take."""

    what: str
    before: str
    after: str
    numbers: tuple[int, ...]
    takes: Callable[[_Said, tuple[Fraction, ...]], Share]


def meetings(changes: Changes) -> Iterator[Meeting]:
    """What several acts and duties come to otherwise on the day of the comparison."""
    for decision in changes.new.decisions.values():
        before = changes.old.decisions.get(decision.name)
        if before is None or before.course is None or decision.course is None or not decision.per:
            continue
        if decision.type.kind is Kind.PERCENTAGE:
            yield from _Meetings(changes, before, decision).every()


class _Meetings:
    """The search for one decision."""

    def __init__(self, changes: Changes, before: Decision, decision: Decision) -> None:
        self.changes, self.decision, self.day = changes, decision, changes.day
        self.corpora = changes.old, changes.new
        self.limits = tuple(
            _limit(corpus, each, self.day)
            for corpus, each in zip(self.corpora, (before, decision), strict=True)
        )
        self.said = tuple(map(self._said, self.corpora, self.limits))
        self.cases = MeetingCases(changes.old, changes.new, decision, self.day)

    def _said(self, corpus: Corpus, limit: Share | Unknown) -> _Said:
        acts, duties = (concurrence(of, corpus, self.day) for of in ("gedragingen", "verplichtingen"))
        return _Said(
            None if acts is None else acts.highest,
            None if duties is None or not duties.highest else duties.decision,
            None if isinstance(limit, Unknown) else limit,
        )

    def every(self) -> Iterator[Meeting]:
        """Of each way to meet of which something else is said, what that does."""
        for way in self._ways():
            if any(isinstance(each, Unknown) for each in self.limits):
                yield self._told(way, None, why=ON_FACTS)
            elif way.what == DUTIES and all(each.duties for each in self.said):
                yield self._told(way, None, why=BY_ANOTHER)
            else:
                yield from self._of(way)

    def _ways(self) -> Iterator[_Way]:
        old, new = self.said
        if old.acts is not new.acts:
            yield _Way(ACTS, self._holding(old.acts), self._holding(new.acts), (2,), _Said.together)
        if old.duties != new.duties:
            before, after = (self._holding(True if each.duties else None) for each in self.said)
            yield _Way(DUTIES, before, after, (2,), _Said.at_once)
        if old.most != new.most:
            yield _Way(ALL, _at_most(old.most), _at_most(new.most), (1, 2), _Said.together)

    def _holding(self, highest: bool | None) -> str:
        return NOTHING_SAID if highest is None else (HIGHEST if highest else EACH).format(self.decision.label)

    def _of(self, way: _Way) -> Iterator[Meeting]:
        """The largest difference in each direction; else that there is none, or that it was not settled."""
        why = ""
        found = False
        for direction, sets in self._by_direction(way).items():
            shown = self._largest(way, direction, sets)
            if isinstance(shown, Meeting):
                found = True
                yield shown
            else:
                why = why or shown
        if why or not found:
            yield self._told(way, None, why=why or ("" if self._all_fixed else RULES_TOO))

    def _largest(self, way: _Way, direction: Direction, sets: list[tuple[_Rules, Share]]) -> Meeting | str:
        """The first of these sets of which there is a case; why it is not settled that there is none, or nothing."""
        sure = self._all_fixed
        settled = True
        for rules, most in sets[:MOST_SETS]:
            case = self.cases.of(rules, at_once=way.what == DUTIES)
            shown = (
                self.cases.shown(case, at_once=way.what == DUTIES, silent=most is None)
                if isinstance(case, Case)
                else None
            )
            if isinstance(case, Case) and shown is not None:
                shared, acts = self.cases.words(case)
                exact = sure and most is not None and shown.size == most
                return self._told(
                    way,
                    direction,
                    months=shown.comes_to,
                    most=shown.size,
                    exact=exact,
                    facts=shared,
                    acts=acts,
                )
            sure = settled = settled and case is None
        return "" if settled and len(sets) <= MOST_SETS else NOT_FOUND

    def _by_direction(self, way: _Way) -> dict[Direction, list[tuple[_Rules, Share]]]:
        """Sets of rules that take something else together, those of which the difference is largest first.

        Where nothing is said in one of the two it is no matter whether the rules give the same.
        """
        found: dict[Direction, list[tuple[_Rules, Share]]] = {}
        alike, every = self._fixed
        for number in way.numbers:
            for several in combinations_with_replacement(every, number):
                shares = tuple(share for _, share in several)
                before, after = (way.takes(each, shares) for each in self.said)
                silent = before is None or after is None
                if before == after or not (silent or all(rule in alike for rule, _ in several)):
                    continue
                most = None if before is None or after is None else abs(after - before)
                sets = found.setdefault(self._direction(before, after), [])
                sets.append((tuple(rule for rule, _ in several), most))
        for each in found.values():
            each.sort(key=lambda one: -(one[1] or 0))
        return found

    def _direction(self, before: Share, after: Share) -> Direction:
        favourable = self.decision.favourable
        if favourable not in ("lager", "hoger") or before is None or after is None:
            return Direction.ANDERS
        return Direction.VOORUIT if (after < before) is (favourable == "lager") else Direction.ACHTERUIT

    @property
    def _pairs(self) -> Iterator[tuple[Rule | None, Rule | None]]:
        """The rules that give this decision a value in either corpus."""
        for pair in self.changes.pairing.pairs:
            old, new = (
                None if at is None or not _sets(corpus.rules[at], self.decision.name) else corpus.rules[at]
                for corpus, at in zip(self.corpora, (pair.old, pair.new), strict=True)
            )
            if old is not None or new is not None:
                yield old, new

    @property
    def _fixed(self) -> tuple[list[Rule], list[tuple[Rule, Fraction]]]:
        """The rules that take a fixed share: those that take the same in both, and all of the new corpus with it."""
        alike, every = [], []
        for old, new in self._pairs:
            share = None if new is None else _share(new, self.decision.name)
            if new is not None and share:
                every.append((new, share))
                if old is not None and _share(old, self.decision.name) == share:
                    alike.append(new)
        return alike, every

    @property
    def _all_fixed(self) -> bool:
        """Whether every rule gives a fixed share, the same in both."""
        shares = (
            [None if each is None else _share(each, self.decision.name) for each in pair]
            for pair in self._pairs
        )
        return all(old is not None and old == new for old, new in shares)

    def _told(
        self,
        way: _Way,
        direction: Direction | None,
        *,
        months: tuple[str, ...] = (),
        most: Share = None,
        exact: bool = False,
        facts: tuple[str, ...] = (),
        acts: tuple[tuple[str, ...], ...] = (),
        why: str = "",
    ) -> Meeting:
        return Meeting(
            self.day,
            self.decision,
            way.what,
            way.before,
            way.after,
            direction,
            months,
            most,
            exact,
            facts,
            acts,
            why,
        )


def _at_most(limit: Share) -> str:
    return NO_LIMIT if limit is None else f"ten hoogste {percent(limit)}"


def _sets(rule: Rule, decision: str) -> bool:
    return any(each.form is Form.SET and each.decision == decision for each in rule.effects)


def _share(rule: Rule, decision: str) -> Fraction | None:
    """The fixed share that a rule gives a decision."""
    for each in rule.effects:
        if each.form is Form.SET and each.decision == decision and isinstance(each.low, e.Constant):
            found = each.low.value
            if isinstance(found, int | Fraction) and not isinstance(found, bool):
                return Fraction(found)
    return None


def _limit(corpus: Corpus, declared: Decision, day: date) -> Share | Unknown:
    """How much all may take together in a month; unknown where that turns on the case."""
    course = declared.course
    node = None if course is None or not course.most_share else term_of(course.most_share, corpus)
    found = None if node is None else value(node, Context(corpus, {}, day))
    if isinstance(found, Unknown):
        return found
    limit = Fraction(found) if isinstance(found, int | Fraction) and not isinstance(found, bool) else None
    if course is None or not course.most_amount:
        return limit
    return WHOLE if limit is None else min(limit, WHOLE)
