"""What is read directly for something, rule by rule, as `evaluate/standing` goes after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from verordening.analyse.proving import claims as c
from verordening.evaluate.looked_at import behind
from verordening.evaluate.representatives import relevant_rules
from verordening.evaluate.rules import effect_on
from verordening.evaluate.speaking import by_form, highest_delegation, highest_setting
from verordening.evaluate.standing import STANDING, delegations_of
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, decisions_in, depends, pinning_conditions, walk
from verordening.model.rules import Effect, Form, Rank, Rule
from verordening.model.standards import Floor
from verordening.records import dataclass

LIMITS = (Form.AT_MOST, Form.AT_LEAST, Form.FORBID)


class What(StrEnum):
    """What is read of a rule, a floor or a decision."""

    FORCE = "whether the text of a rule holds"
    APPLIES = "whether a rule applies"
    GIVES = "the value that a rule gives a decision"
    LEAVES = "the ranges and limits that a rule sets for a decision"
    STANDS = "whether what a rule says of a decision stands"
    SPEAKS = "whether a rule may say what it says of a decision"
    DELEGATES = "whether a delegation of a decision stands"
    DEFEATED = "whether another rule takes the place of a rule"
    OUTRANKED = "whether a higher rule goes before it"
    COVERED = "whether what a rule gives lies in a delegation"
    MEASURED = "how it lies to what is given on the ground of another delegation"
    SAYS = "all that a rule says of a decision"
    PLAYS = "whether a floor is about a case"
    DEMANDS = "what a floor demands"
    COMES = "what a decision comes to before floors"
    DECIDED = "what a decision comes to"
    GUARDS = "all that a floor does"
    WHOLE = "all that a rule does"


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """One thing that is read, the same object wherever it is. `at` is a rule or a floor; `beside` are the delegations
    that are looked at with it.
    """

    what: What
    at: int
    decision: str
    beside: tuple[int, ...]


class Following:
    """What is read for what in one corpus, each thing gone through once."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._reads: dict[tuple[What, int, str, tuple[int, ...]], Read] = {}
        self._next: dict[Read, tuple[Read, ...]] = {}

    def read(self, what: What, at: int = -1, decision: str = "", beside: tuple[int, ...] = ()) -> Read:
        """One thing to read."""
        key = (what, at, decision, beside)
        found = self._reads.get(key)
        if found is None:
            found = self._reads[key] = Read(*key)
        return found

    def next(self, read: Read) -> tuple[Read, ...]:
        """What is read directly for something."""
        found = self._next.get(read)
        if found is None:
            found = self._next[read] = tuple(dict.fromkeys(self._followed(read)))
        return found

    # -------------------------------------------- claims

    def claimed(self, claim: c.Claim) -> Iterator[Read]:  # noqa: C901 - one line for each claim
        """What a claim reads directly."""
        match claim:
            case c.Not():
                yield from self.claimed(claim.claim)
            case c.OneOf():
                for each in claim.claims:
                    yield from self.claimed(each)
            case c.Holds():
                yield from self.named((claim.condition,))
            case c.Applies():
                yield self.read(What.APPLIES, claim.rule)
            case c.DelegationStands():
                yield self.read(What.DELEGATES, claim.rule, claim.decision)
            case c.MaySpeak():
                yield self.read(What.SPEAKS, claim.rule, claim.decision)
            case c.Covered():
                yield self.read(What.COVERED, claim.rule, claim.decision, (claim.delegation,))
            case c.Respects():
                yield from self._ends(self.corpus.rules[claim.rule], claim.decision)
                yield self.read(What.LEAVES, claim.limit, claim.decision)
            case c.Stands():
                yield self.read(What.STANDS, claim.rule, claim.decision)
            case c.Differ():
                yield self.read(What.GIVES, claim.rule, claim.decision)
                yield self.read(What.GIVES, claim.other, claim.decision)
            case c.InPlay():
                yield self.read(What.PLAYS, claim.floor)
            case c.Satisfies():
                yield self.read(What.DEMANDS, claim.floor)
                yield self.read(What.GIVES, claim.rule, claim.decision)
                demand = self.corpus.floors[claim.floor].demand
                for other in sorted(decisions_in(demand, self.corpus) - {claim.decision}):
                    yield self.read(What.COMES, decision=other)

    def named(self, nodes: Iterable[e.Expression | None]) -> Iterator[Read]:
        """The rules whose value these expressions take."""
        for node in nodes:
            if node is None or not depends(self.corpus, node).rules:
                continue
            for each in walk(node, self.corpus.concepts):
                if isinstance(each, e.RuleValue):
                    for index in each.rules:
                        yield self.read(What.APPLIES, index)
                        yield self.read(What.GIVES, index, each.decision)

    # -------------------------------------------- rules

    def _followed(self, read: Read) -> Iterator[Read]:  # noqa: C901 - one line for each
        match read.what:
            case What.FORCE:
                yield from self.named(pinning_conditions(self._rule(read)))
            case What.APPLIES:
                yield from self._applying(self._rule(read))
            case What.GIVES | What.LEAVES:
                for effect in self.effects(read):
                    yield from self.named((effect.low, effect.high))
            case What.STANDS:
                yield self.read(What.APPLIES, read.at)
                for what in (What.SPEAKS, What.DEFEATED, What.OUTRANKED):
                    yield self.read(what, read.at, read.decision)
            case What.SPEAKS:
                yield from self._speaking(self._rule(read), read.decision)
            case What.DELEGATES:
                yield self.read(What.APPLIES, read.at)
                yield self.read(What.DEFEATED, read.at, read.decision)
            case What.DEFEATED:
                for other in STANDING.defeaters(self._rule(read), read.decision, self.corpus):
                    yield self.read(What.APPLIES, other.index)
                    yield self.read(What.SPEAKS, other.index, read.decision)
            case What.OUTRANKED:
                yield from self._outranked(self._rule(read), read.decision)
            case What.COVERED:
                yield from self._covered(self._rule(read), read.decision, *read.beside)
            case What.MEASURED:
                yield from self._measured(read)
            case What.SAYS:
                yield self.read(What.APPLIES, read.at)
                yield self.read(What.GIVES, read.at, read.decision)
                yield self.read(What.LEAVES, read.at, read.decision)
            case What.COMES:
                yield from self._coming_to(read.decision)
            case What.DECIDED:
                yield from self._decided(read.decision)
            case What.WHOLE:
                yield self.read(What.APPLIES, read.at)
                for effect in self._rule(read).effects:
                    yield from self.named((effect.low, effect.high))
            case What.PLAYS | What.DEMANDS | What.GUARDS:
                yield from self._of_floor(read)

    def _rule(self, read: Read) -> Rule:
        return self.corpus.rules[read.at]

    def effects(self, read: Read) -> tuple[Effect, ...]:
        """The consequences of a rule that are read: its value, or all else that it says of a decision."""
        gives = read.what is What.GIVES
        return tuple(
            effect
            for effect in self._rule(read).effects
            if effect.decision == read.decision and (effect.form is Form.SET) is gives
        )

    def _applying(self, rule: Rule) -> Iterator[Read]:
        yield self.read(What.FORCE, rule.index)
        yield from self.named(conditions_of(rule))
        if rule.deviates and not rule.general:
            for target in rule.targets:
                yield self.read(What.APPLIES, target)

    def _ends(self, rule: Rule, decision: str) -> Iterator[Read]:
        yield self.read(What.GIVES, rule.index, decision)
        if any(effect_on(rule, decision, form) is not None for form in (Form.MAY, Form.TAILOR)):
            yield self.read(What.LEAVES, rule.index, decision)

    # -------------------------------------------- who wins

    def _speaking(self, rule: Rule, decision: str) -> Iterator[Read]:
        rank = self.corpus.rank_of(rule)
        forms = by_form(decision, self.corpus)
        if rank < Rank.WET and not rule.relation:
            if rank <= Rank.BELEIDSREGEL and not rule.fills:
                for power, _ in forms.get(Form.MAY, ()):
                    if self.corpus.rank_of(power) > rank and power.index not in rule.targets:
                        yield from self._ends(rule, decision)
                        yield self.read(What.APPLIES, power.index)
                        yield self.read(What.DEFEATED, power.index, decision)
                        yield self.read(What.LEAVES, power.index, decision)
            elif (highest_delegation(decision, self.corpus) or rank) > rank:
                for delegation in delegations_of(rule, decision):
                    yield self.read(What.DELEGATES, delegation, decision)
                    yield self.read(What.COVERED, rule.index, decision, (delegation,))
        for form in LIMITS:
            for limit, _ in forms.get(form, ()):
                if limit.index != rule.index and self.corpus.rank_of(limit) >= rank:
                    yield self.read(What.GIVES, rule.index, decision)
                    yield self.read(What.APPLIES, limit.index)
                    yield self.read(What.LEAVES, limit.index, decision)

    def _outranked(self, rule: Rule, decision: str) -> Iterator[Read]:
        rank = self.corpus.rank_of(rule)
        if rule.relation or rank >= Rank.GRONDWET or rank >= highest_setting(decision, self.corpus):
            return
        for higher, _ in by_form(decision, self.corpus).get(Form.SET, ()):
            if self.corpus.rank_of(higher) > rank:
                yield self.read(What.STANDS, higher.index, decision)
        for delegation in delegations_of(rule, decision):
            yield self.read(What.DELEGATES, delegation, decision)

    def _covered(self, rule: Rule, decision: str, delegation: int) -> Iterator[Read]:
        yield from self._ends(rule, decision)
        yield from self._left(delegation, decision)
        effect = effect_on(self.corpus.rules[delegation], decision, Form.DELEGATE)
        if effect is not None and effect.relation is not None and effect_on(rule, decision, Form.SET):
            for other in effect.relation[1]:
                yield self.read(What.MEASURED, rule.index, decision, (delegation, other))

    def _left(self, delegation: int, decision: str) -> Iterator[Read]:
        """What a delegation leaves, cut by the delegations that it is related to."""
        yield self.read(What.LEAVES, delegation, decision)
        effect = effect_on(self.corpus.rules[delegation], decision, Form.DELEGATE)
        for other in effect.relation[1] if effect is not None and effect.relation is not None else ():
            yield self.read(What.FORCE, other)
            yield self.read(What.LEAVES, other, decision)

    def _measured(self, read: Read) -> Iterator[Read]:
        """All that is looked at for what the lower regulations as a whole give."""
        delegation, other = read.beside
        filling = STANDING.filling(other, read.decision, self.corpus)
        yield self.read(What.APPLIES, delegation)
        yield self.read(What.DELEGATES, other, read.decision)
        for rule in filling:
            yield self.read(What.STANDS, rule.index, read.decision)
        looked_at = (read.at, other, *(each.index for each in filling))
        for index in behind(self.corpus, looked_at, read.decision, STANDING.against):
            yield self.read(What.SAYS, index, read.decision)

    # -------------------------------------------- decisions

    def _coming_to(self, decision: str) -> Iterator[Read]:
        for index in self.corpus.by_decision.get(decision, ()):
            rule = self.corpus.rules[index]
            yield self.read(What.SAYS, index, decision)
            if any(effect_on(rule, decision, form) for form in (Form.SET, Form.MAY, Form.TAILOR)):
                yield self.read(What.STANDS, index, decision)
            if effect_on(rule, decision, Form.DELEGATE) is not None:
                yield self.read(What.DELEGATES, index, decision)
                yield from self._left(index, decision)
                for filled, filling in self.corpus.filling:
                    if filled == index:
                        yield self.read(What.FORCE, filling)

    def _decided(self, decision: str) -> Iterator[Read]:
        yield self.read(What.COMES, decision=decision)
        for index in sorted(relevant_rules(self.corpus, (decision,))):
            yield self.read(What.WHOLE, index)
        for floor in self.corpus.floors:
            if decision in floor.guards:
                yield self.read(What.GUARDS, floor.order)

    def _of_floor(self, read: Read) -> Iterator[Read]:
        floor = self.corpus.floors[read.at]
        nodes = self.nodes_of(read)
        yield from self.named(nodes)
        if read.what is What.GUARDS:
            others = frozenset(floor.guards).union(*(decisions_in(each, self.corpus) for each in nodes))
            for other in sorted(others):
                yield self.read(What.DECIDED, decision=other)

    # -------------------------------------------- what stands in it

    def nodes_of(self, read: Read) -> tuple[e.Expression, ...]:
        """The conditions and values that are read."""
        match read.what:
            case What.FORCE:
                return pinning_conditions(self._rule(read))
            case What.APPLIES:
                return conditions_of(self._rule(read))
            case What.GIVES | What.LEAVES:
                return _ends_in(self.effects(read))
            case What.WHOLE:
                return _ends_in(self._rule(read).effects)
            case What.PLAYS:
                return _there(self._floor(read).condition, self._floor(read).exception)
            case What.DEMANDS:
                return (self._floor(read).demand,)
            case What.GUARDS:
                floor = self._floor(read)
                bounds = (each.bound for each in floor.repairs)
                return _there(floor.condition, floor.exception, floor.demand, *bounds)
        return ()

    def _floor(self, read: Read) -> Floor:
        return self.corpus.floors[read.at]


def _ends_in(effects: Iterable[Effect]) -> tuple[e.Expression, ...]:
    return _there(*dict.fromkeys(end for effect in effects for end in (effect.low, effect.high)))


def _there(*nodes: e.Expression | None) -> tuple[e.Expression, ...]:
    return tuple(each for each in nodes if each is not None)
