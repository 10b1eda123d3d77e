"""Two cases that break a promise, found or ruled out by trying: they are filled in together, a fact at a time.

Each missing fact gets a value for every stretch in which no comparison turns, the same in both cases; those in which
the two may differ get one of their own. Of two facts that stand beside each other while both are missing, as two dates,
it is supposed how that comes out, both ways: that can rule cases out, not show one. What is left then is *hunted* for:
dives with values at random, the same at each run.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from random import Random

from verordening.analyse.guarantees.filling import Filling
from verordening.analyse.guarantees.outcomes import Outcome, outcome_of
from verordening.analyse.guarantees.sides import Case, Pairing, Rising, TwoConditions
from verordening.analyse.guarantees.straight import runs_one_way
from verordening.evaluate.coherence import coherences_about, contradicted
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth
from verordening.evaluate.representatives import Compared
from verordening.evaluate.unknown import Truth, Unknown, all_of
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.expressions import Expression
from verordening.model.guarantees import Subject
from verordening.model.types import Value
from verordening.records import dataclass, field, replace

MOST_TRIED = 1_500
"""Past this many cases looked at for one part of a promise, ruling out is given up, and hunting too."""
MOST_SIDES = 200
GIVEN_UP = "er zijn te veel gevallen om ze allemaal na te gaan"
NOBODY = "er is geen zaak die aan beide voorwaarden kan voldoen"
SOME_VALUES = "van {0} zijn niet alle waarden nagegaan"

Pair = tuple[Case, Case]


@dataclass(slots=True)
class Searched:
    """What a search came to: two cases, or none. `why` is empty where every case was looked at."""

    pair: Pair | None = None
    why: dict[str, None] = field(default_factory=dict)
    tried: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class _Node:
    """Two cases as far as they are filled in; `bare` is what both have. Where it is `supposed`, it shows nothing."""

    bare: Context
    cases: tuple[Case, ...] = ()
    ignored: frozenset[Coherence] = frozenset()
    supposed: bool = False

    @property
    def contexts(self) -> list[Context]:
        return [each.context for each in self.cases] or [self.bare]


class Twins:
    """Looks for two cases that break a promise about `subject`."""

    def __init__(
        self,
        corpus: Corpus,
        condition: Expression | None,
        subject: Subject,
        pairing: Pairing,
        compared: Compared,
        *,
        flowing: bool,
        most: int = MOST_TRIED,
    ) -> None:
        self.corpus, self.condition, self.subject, self.pairing = corpus, condition, subject, pairing
        self.flowing, self.most = flowing, most
        own = pairing.own
        self.filling = Filling(
            corpus, replace(compared, flowing=compared.flowing - own, reaching=compared.reaching - own)
        )
        self.ties = frozenset(pairing.ties)
        self.met = False
        self.found = Searched()
        self.hunting: Random | None = None

    def search(self, start: Context) -> Searched:
        """Depth first, with a stack; then, where that ruled nothing out, by diving."""
        self._descend(_Node(start), self.most)
        if self.found.pair is None and self.found.why:
            self._hunt(start)
        if isinstance(self.pairing, TwoConditions) and not self.met and not self.found.why:
            self._doubt(NOBODY)
        return self.found

    def _descend(self, root: _Node, last: int) -> None:
        waiting = [root]
        while waiting and self.found.pair is None:
            if self.found.tried >= last:
                self._doubt(GIVEN_UP)
                return
            waiting.extend(reversed(self._next(waiting.pop())))

    def _hunt(self, start: Context) -> None:
        """Dives into what lies open, now here and then there; that only shows, and leaves the doubts as they are."""
        why = dict(self.found.why)
        self.hunting = Random(0)
        last = self.found.tried + self.most
        waiting, below = [_Node(start)], list[_Node]()
        while self.found.pair is None and self.found.tried < last and (waiting or below):
            chosen = self._taken(below or waiting)
            waiting += below
            below = self._next(chosen)
        self.found.why = why

    def _taken(self, nodes: list[_Node]) -> _Node:
        """One of these at random, the first and most likely more often."""
        assert self.hunting is not None
        return nodes.pop(min(self.hunting.randrange(len(nodes)) for _ in range(2)))

    def _next(self, node: _Node) -> list[_Node]:
        """Where to look further; nothing where both cases are told, or nothing can come of it."""
        if self._holds(node.bare) is False:
            return []
        waits = self._waits(node.bare)
        if waits is None:
            return []
        if not node.cases:
            common = waits - self.pairing.own
            if not common and not isinstance(self.pairing, TwoConditions):
                common = frozenset(self.pairing.tied_to(waits, node.bare)) - self.pairing.own
            if common and not self.pairing.is_few:
                return self._filled(node, common)
            node = replace(node, cases=tuple(self.pairing.starts(node.bare)))
        looked = [self._looked(case) for case in node.cases]
        node = replace(node, cases=tuple(each for each in looked if each is not None))
        if isinstance(self.pairing, TwoConditions) and len({each.of for each in node.cases}) < 2:
            return []
        missing = {name for each in node.cases for name in self._missing(each)}
        own = missing & self.pairing.own
        if isinstance(self.pairing, TwoConditions):
            if own:
                return self._divided(node, own)
        elif own - {self.pairing.fact}:
            # What follows from the fact first: with it is known where the samenhang between them turns.
            return self._divided(node, own - {self.pairing.fact})
        elif any(self.pairing.fact not in each.given for each in node.cases):
            return self._divided(node, {self.pairing.fact})
        tied = {
            name
            for each in node.cases
            for name in self.pairing.tied_to(each.given.keys() - self.pairing.facts, each.context)
        }
        if missing or tied - self.pairing.own:
            return self._filled(node, missing or tied - self.pairing.own)
        self._compare(node)
        return []

    def _waits(self, bare: Context) -> frozenset[str] | None:
        """What is missing in both cases alike; None where they come to the same whatever they differ in."""
        if isinstance(self.pairing, TwoConditions):
            return frozenset()
        outcome = self._outcome(bare)
        if outcome is None:
            return None
        if outcome.told:
            if outcome.lawless:
                self._doubt(*outcome.why)
            return None
        held = self._holds(bare)
        return outcome.missing | (held.inputs if isinstance(held, Unknown) else frozenset())

    # -------------------------------------------- one side

    def _looked(self, case: Case) -> Case | None:
        """A side with what it comes to; None where it cannot be, or is not one of this promise."""
        if self._all(case) is False:
            return None
        if case.outcome is not None and case.outcome.told:
            return case
        outcome = self._outcome(case.context)
        return None if outcome is None else replace(case, outcome=outcome)

    def _outcome(self, context: Context) -> Outcome | None:
        self.found.tried += 1
        return outcome_of(self.subject, context)

    def _holds(self, context: Context) -> Truth:
        return truth(self.condition, context)

    def _all(self, case: Case) -> Truth:
        return all_of((self._holds(case.context), self.pairing.holds(case)))

    def _missing(self, case: Case) -> frozenset[str]:
        """What is missing to know what a side comes to, or whether it is one of this promise at all."""
        assert case.outcome is not None
        held = self._all(case)
        return case.outcome.missing | (held.inputs if isinstance(held, Unknown) else frozenset())

    # -------------------------------------------- filling in

    def _filled(self, node: _Node, names: Iterable[str]) -> list[_Node]:
        """The same fact in both cases, for each value to try."""
        split = self.filling.split(names, node.contexts)
        if not split.exact and self.hunting is None:
            supposed = self._supposed(node, names)
            if supposed:
                return supposed
            self._doubt(SOME_VALUES.format(self.corpus.inputs[split.name].label))
        ignored = node.ignored | (split.unseen - self.ties)
        found = []
        for value in split.values:
            bare = node.bare.completed(split.name, value)
            if self._may_be(split.name, bare, ignored):
                made = (_with(each, split.name, value) for each in node.cases)
                cases = tuple(each for each in made if self._may_be(split.name, each.context, ignored))
                if node.cases and not cases:
                    continue
                found.append(replace(node, bare=bare, cases=cases, ignored=ignored))
        return found

    def _supposed(self, node: _Node, names: Iterable[str]) -> list[_Node]:
        """Both ways in which a comparison between facts that are missing may come out; nothing where there is none."""
        compared = self.filling.open_comparison(names, [node.bare, *node.contexts], self.pairing.own)
        if compared is None:
            return []
        found = []
        for outcome in (True, False):
            bare = self.filling.supposing(compared, outcome, node.bare)
            cases = tuple(
                replace(each, context=self.filling.supposing(compared, outcome, each.context))
                for each in node.cases
            )
            found.append(replace(node, bare=bare, cases=cases, supposed=True))
        return found

    def _divided(self, node: _Node, names: Set[str]) -> list[_Node]:
        """A fact in which the two may differ: a side for each value."""
        waiting = [each.context for each in node.cases if not names <= each.given.keys()]
        split = self.filling.split(names, waiting)
        ignored = node.ignored | (split.unseen - self.ties)
        sides: list[Case] = []
        for case in node.cases:
            if split.name in case.given:
                sides.append(case)
                continue
            made = [_with(case, split.name, value) for value in split.values]
            exact = split.exact or self.filling.leaves_out_only_idle(
                split.name, [each.context for each in made]
            )
            if not exact:
                self._doubt(SOME_VALUES.format(self.corpus.inputs[split.name].label))
            sides += [each for each in made if self._may_be(split.name, each.context, ignored)]
        if len(sides) > MOST_SIDES:
            self._doubt(GIVEN_UP)
            del sides[MOST_SIDES:]
        return [replace(node, cases=tuple(sides), ignored=ignored)]

    def _may_be(self, name: str, context: Context, ignored: frozenset[Coherence]) -> bool:
        about = coherences_about(self.corpus, name)
        return not any(contradicted(each, context) for each in about if each not in ignored)

    def _are_possible(self, *cases: Case) -> bool:
        """Whether no samenhang is against any of these; where one is, other values were not looked at."""
        for coherence in self.corpus.coherences:
            if any(contradicted(coherence, each.context) for each in cases):
                self._doubt(f"of dit kan, hangt af van de samenhang “{coherence.text}”")
                return False
        return True

    def _doubt(self, *why: str) -> None:
        self.found.why.update(dict.fromkeys(sorted(why)))

    # -------------------------------------------- comparing

    def _compare(self, node: _Node) -> None:
        """The first two sides that break the promise; what cannot be compared is a doubt."""
        for one, other in self.pairing.pairs(list(node.cases)):
            assert one.outcome is not None
            assert other.outcome is not None
            self.met = True
            kept = self.pairing.kept(one.outcome, other.outcome)
            if kept is False and node.supposed:
                self._doubt("of dit kan, is niet bewezen")
            elif kept is False and self._are_possible(one, other):
                self.found.pair = (one, other)
                return
            elif kept is None:
                self._doubt(*one.outcome.why, *other.outcome.why)
            elif isinstance(self.pairing, Rising) and self.flowing:
                between = runs_one_way(
                    self.corpus, self.subject, self.pairing.fact, one.context, other.context
                )
                if between:
                    self._doubt(between)


def _with(case: Case, name: str, value: Value) -> Case:
    return replace(case, context=case.context.completed(name, value))
