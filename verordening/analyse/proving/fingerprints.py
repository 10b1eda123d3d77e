"""What stands for all law that an answer rests on: where none of it changes, neither does the answer.

An answer about claims rests on what is read for them (`reading`), on the samenhang that ties the facts in it to each
other, and on the day where something in it looks at that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from verordening.analyse.proving import claims as c
from verordening.analyse.proving.following import Read, What
from verordening.analyse.proving.knots import knots
from verordening.analyse.proving.reading import NOTHING_SAID, Seen, View, allowed_in, reading_of
from verordening.analyse.proving.writing import Written
from verordening.caching import digest
from verordening.evaluate.allowed import Allowed
from verordening.evaluate.coherence import contradicted
from verordening.evaluate.context import Context
from verordening.evaluate.holding import force_on
from verordening.evaluate.speaking import highest_delegation, highest_setting
from verordening.evaluate.told_apart import held, told_apart
from verordening.model import expressions as e
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_in, inputs_of, looks_at_day, walk
from verordening.model.rules import Rule
from verordening.model.types import Kind
from verordening.model.validity import Force
from verordening.records import dataclass, field_names


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """What was read, in words; whether it may turn on the day itself, beside what holds on that day; and the groups of
    facts in it that a samenhang ties together.
    """

    words: str
    by_day: bool
    tied: frozenset[int]


class Fingerprints:
    """The fingerprints of one corpus on a day; each thing that is read is gone through once."""

    def __init__(self, corpus: Corpus, day: date) -> None:
        self.corpus, self.day = corpus, day
        self._reading = reading_of(corpus)
        self._written = Written(corpus, day)
        self._own: dict[Read, _Part] = {}
        self._parts: dict[tuple[Read, tuple[Read, ...]], _Part] = {}
        self._wholes: dict[Seen, _Part] = {}
        self._read: dict[c.Claim, tuple[str, tuple[Read, ...]]] = {}
        self._last: tuple[tuple[c.Claim, ...], list[tuple[str, tuple[Read, ...]]]] = ((), [])

    def of(self, claims: Iterable[c.Claim], *more: str) -> str:
        """What stands for these claims with all that may have a part in them, and `more`."""
        wanted = tuple(claims)
        read = self._put(wanted)
        view = self._reading.within(allowed_in(wanted, self.corpus))
        every = dict.fromkeys(one for _, reads in read for one in reads)
        words = (*(words for words, _ in read), "", *more)
        return self._told(view, every, words, self._conditions(wanted))

    def asked(self, claims: Iterable[c.Claim], *more: str) -> str:
        """What stands for the question by itself, whatever the rules in it say; and `more`."""
        return digest("\n".join((*(words for words, _ in self._put(tuple(claims))), "", *more)))[:32]

    def declared(self, facts: Iterable[str]) -> str:
        """What stands for these facts as they are declared."""
        return digest("\n".join(sorted(self._written.expression(e.Input(each)) for each in facts)))[:16]

    def of_decisions(
        self,
        decisions: Iterable[str],
        nodes: Iterable[e.Expression | None] = (),
        *more: str,
        within: Allowed = NOTHING_SAID,
    ) -> str:
        """What stands for all that these decisions come to, with some expressions about them, and `more`.

        Of rules that apply in none of the cases `within` nothing has a part in it.
        """
        there = [each for each in nodes if each is not None]
        reads = [self._reading.read(What.DECIDED, decision=each) for each in decisions]
        reads += self._reading.named(there)
        return self._told(self._reading.within(within), reads, more, there)

    def _told(
        self, view: View, reads: Iterable[Read], words: Iterable[str], nodes: Iterable[e.Expression]
    ) -> str:
        parts = [*(self._whole((view, each)) for each in reads), self._of_nodes("", nodes)]
        ties = [self._groups[each] for each in sorted(frozenset().union(*(each.tied for each in parts)))]
        by_day = any(each.by_day for each in (*parts, *ties))
        told = [self.corpus.gemeente, self.day.isoformat() if by_day else "", *words]
        told += sorted({each.words for each in parts})
        told += sorted(each.words for each in (*ties, self._anyhow))
        return digest("\n".join(told))[:32]

    def _whole(self, start: Seen) -> _Part:
        """Something with all that is read for it: what lies deepest is told first, and once."""
        known = self._wholes
        if start in known:
            return known[start]
        for together in knots(start, _further, known):
            inside = set(together)
            own, deeper = [], set()
            for each in together:
                further = _further(each)
                own.append(self._part(each[1], tuple([read for _, read in further])))
                deeper.update([known[one] for one in further if one not in inside])
            every = (*own, *deeper)
            words = (*sorted(each.words for each in own), "", *sorted({each.words for each in deeper}))
            whole = _Part(
                digest("\n".join(words))[:32],
                any(each.by_day for each in every),
                frozenset().union(*(each.tied for each in every)),
            )
            known.update(dict.fromkeys(together, whole))
        return known[start]

    # -------------------------------------------- claims

    def _put(self, wanted: tuple[c.Claim, ...]) -> list[tuple[str, tuple[Read, ...]]]:
        """Claims in words, each with what it reads directly."""
        if self._last[0] is not wanted:
            self._last = wanted, [self._claimed(each) for each in wanted]
        return self._last[1]

    def _claimed(self, claim: c.Claim) -> tuple[str, tuple[Read, ...]]:
        """A claim in words, and what it reads directly."""
        found = self._read.get(claim)
        if found is None:
            found = self._read[claim] = self._claim(claim), tuple(self._reading.claimed(claim))
        return found

    def _claim(self, claim: c.Claim) -> str:
        parts = [type(claim).__name__]
        for name in field_names(type(claim)):
            value = getattr(claim, name)
            if name in ("rule", "other", "delegation", "limit"):
                parts.append(self._written.rule(value))
            elif name == "floor":
                parts.append(self.corpus.floors[value].name)
            elif name == "claim":
                parts.append(self._claim(value))
            elif name == "claims":
                parts += map(self._claim, value)
            else:
                parts.append(self._written.expression(value))
        return f"({' '.join(parts)})"

    def _conditions(self, claims: Iterable[c.Claim]) -> Iterator[e.Expression]:
        for each in claims:
            if isinstance(each, c.Holds):
                yield each.condition
            elif isinstance(each, c.Not):
                yield from self._conditions((each.claim,))
            elif isinstance(each, c.OneOf):
                yield from self._conditions(each.claims)

    # -------------------------------------------- what is read

    def _part(self, read: Read, further: tuple[Read, ...]) -> _Part:
        found = self._parts.get((read, further))
        if found is None:
            own = self._own.get(read)
            if own is None:
                own = self._own[read] = self._alone(read)
            words = digest("\n".join((own.words, *map(self._key, further))))[:32]
            found = self._parts[read, further] = _Part(words, own.by_day, own.tied)
        return found

    def _alone(self, read: Read) -> _Part:
        words = f"{self._key(read)} {self._said(read)!r}"
        part = self._of_nodes(words, self._reading.nodes_of(read))
        because = self.corpus.rules[read.at].because if read.what is What.APPLIES else ""
        tied = part.tied | ({self._ties[because]} if because in self._ties else set())
        return _Part(part.words, part.by_day or self._on_that_day(read), tied)

    def _key(self, read: Read) -> str:
        if read.what in (What.PLAYS, What.DEMANDS, What.GUARDS):
            at = self.corpus.floors[read.at].name
        else:
            at = self._written.rule(read.at) if read.at >= 0 else ""
        return f"{read.what.name} {at} {read.decision} {self._written.rules(read.beside)}"

    def _said(self, read: Read) -> object:
        """What is read of a rule, a floor or a decision itself, beside the expressions in it."""
        if read.what is What.COMES or read.what is What.DECIDED:
            return self._written.decision(read.decision), self._written.headers
        if read.what in (What.PLAYS, What.DEMANDS, What.GUARDS):
            return self._written.floor(self.corpus.floors[read.at])
        rule = self.corpus.rules[read.at]
        match read.what:
            case What.FORCE:
                return self._forces(rule)
            case What.APPLIES:
                conditions = tuple(map(self._written.expression, (rule.condition, rule.exception)))
                kind = (rule.because, rule.deviates, rule.general, rule.relation)
                return conditions, kind, self._filled(rule)
            case What.GIVES | What.LEAVES:
                effects = tuple(map(self._written.effect, self._reading.effects(read)))
                return effects, self._written.decision(read.decision)
            case What.SPEAKS | What.OUTRANKED:
                return (
                    self.corpus.rank_of(rule),
                    highest_delegation(read.decision, self.corpus),
                    highest_setting(read.decision, self.corpus),
                )
            case What.MEASURED:
                delegation, other = read.beside
                apart = told_apart(self.corpus, delegation, other)
                own = held(self.corpus, read.at, delegation, other)
                return tuple(sorted(each) for each in (*apart, own))
            case What.WHOLE:
                effects = tuple(map(self._written.effect, rule.effects))
                decided = [self._written.decision(each.decision) for each in rule.effects if each.decision]
                replaced = self._written.rules(rule.replaces)
                return effects, decided, replaced, rule.disputed, rule.room, rule.explanation
        return ()

    def _filled(self, rule: Rule) -> tuple[object, ...]:
        return tuple((self._written.rule(index), decision) for index, decision in rule.fills)

    def _forces(self, rule: Rule) -> tuple[object, ...]:
        """When the text holds, as far as that matters on the day; and each text that overgangsrecht may put instead."""
        pinned = tuple(
            (
                each.id,
                each.day,
                force_on(rule, each.day),
                each.in_regulation.on(self.day),
                each.validity.on(self.day),
                self._written.expression(each.condition),
                self._written.expression(each.exception),
            )
            for each in rule.transitions
        )
        return force_on(rule, self.day), pinned

    def _on_that_day(self, read: Read) -> bool:
        """Whether it turns on the day itself what is read, or how it is told."""
        if read.what is What.FORCE:
            rule = self.corpus.rules[read.at]
            days = (self.day, *(each.day for each in rule.transitions))
            return bool(rule.transitions) or any(force_on(rule, day) is Force.UNKNOWN for day in days)
        return read.what in (What.COMES, What.DECIDED, What.GUARDS)

    def _of_nodes(self, words: str, nodes: Iterable[e.Expression]) -> _Part:
        nodes = tuple(nodes)
        facts = {name for node in nodes for name in inputs_of(self.corpus, node)}
        tied = frozenset(self._ties[name] for name in facts if name in self._ties)
        written = " ".join(map(self._written.expression, nodes))
        return _Part(f"{words} {digest(written)[:16]}", any(map(self._looks_at_day, nodes)), tied)

    def _looks_at_day(self, node: e.Expression) -> bool:
        """Whether an expression looks at the day, at a date, or at an amount that is not known on the day."""
        inputs = self.corpus.inputs
        if looks_at_day(self.corpus, node):
            return True
        if any(inputs[name].type.kind in (Kind.DATE, Kind.LIST) for name in inputs_of(self.corpus, node)):
            return True
        tables = (each for each in walk(node, self.corpus.concepts) if isinstance(each, e.TableValue))
        return any(not self._written.is_known(each.name) for each in tables)

    # -------------------------------------------- samenhang

    @cached_property
    def _ties(self) -> dict[str, int]:
        """For each fact that a samenhang is about the number of the group that is tied together."""
        group: dict[str, int] = {}
        for number, each in enumerate(self.corpus.coherences):
            names = {name for node in conditions_in(each) for name in inputs_of(self.corpus, node)}
            merged = {group[name] for name in names if name in group}
            group.update({name: number for name, known in group.items() if known in merged})
            group.update(dict.fromkeys(names, number))
        return group

    @cached_property
    def _groups(self) -> dict[int, _Part]:
        """What is said of each group of facts that are tied together."""
        found: dict[int, list[Coherence]] = {}
        for each in self.corpus.coherences:
            names = [name for node in conditions_in(each) for name in inputs_of(self.corpus, node)]
            if names:
                found.setdefault(self._ties[names[0]], []).append(each)
        return {number: self._tied(every) for number, every in found.items()}

    def _tied(self, every: Iterable[Coherence]) -> _Part:
        every = list(every)
        said = [
            f"{self._written.expression(each.condition)} dan {self._written.expression(each.demand)}"
            for each in every
        ]
        nodes = [node for each in every for node in conditions_in(each)]
        return self._of_nodes(digest("\n".join(sorted(said))), nodes)

    @cached_property
    def _anyhow(self) -> _Part:
        """What goes against a samenhang whatever the facts: then there is no case at all."""
        nothing = Context(self.corpus, {}, self.day)
        against = [each for each in self.corpus.coherences if contradicted(each, nothing)]
        return self._tied(against)


def _further(seen: Seen) -> tuple[Seen, ...]:
    view, read = seen
    return view.further(read)
