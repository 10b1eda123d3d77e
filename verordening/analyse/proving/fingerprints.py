"""What stands for all law that an answer about claims rests on: where none of it changes, neither does the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from verordening.analyse.proving import claims as c
from verordening.caching import digest
from verordening.evaluate.looked_at import behind
from verordening.evaluate.representatives import relevant_rules
from verordening.evaluate.standing import STANDING
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.expressions import Expression
from verordening.model.rules import Rule
from verordening.model.validity import Validity
from verordening.records import field_names


class Fingerprints:
    """The fingerprints of one corpus; each rule is gone through once."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._rules: dict[int, str] = {}
        self._names: dict[str, str] = {}
        self._near: dict[tuple[int, str], frozenset[int]] = {}

    def of(self, claims: Iterable[c.Claim], day: date, *more: str) -> str:
        """What stands for these claims on a day with all that may have a part in them, and `more`."""
        parts, rules = [self._everywhere, day.isoformat(), *more], set[int]()
        for each in claims:
            parts.append(self._claim(each))
            rules |= self._behind(each)
        parts += sorted(self._rule(index) for index in rules)
        return digest("\n".join(parts))[:32]

    # -------------------------------------------- which rules

    def _behind(self, claim: c.Claim) -> set[int]:
        """The rules that have a part in whether a claim holds."""
        match claim:
            case c.Not():
                return self._behind(claim.claim)
            case c.OneOf():
                return set().union(*map(self._behind, claim.claims))
            case c.Holds():
                return set()
            case c.Applies():
                return set(self._deviated_from(claim.rule))
            case c.InPlay() | c.Satisfies():
                return relevant_rules(self.corpus, self.corpus.floors[claim.floor].guards)
            case c.Differ():
                return self._beside((claim.rule, claim.other), claim.decision)
            case c.Covered():
                return self._beside((claim.rule, claim.delegation), claim.decision)
            case c.Respects():
                return self._beside((claim.rule, claim.limit), claim.decision)
            case c.DelegationStands() | c.MaySpeak() | c.Stands():
                return self._beside((claim.rule,), claim.decision)

    def _beside(self, rules: tuple[int, ...], decision: str) -> set[int]:
        return set().union(*(self._beside_one(each, decision) for each in rules))

    def _beside_one(self, rule: int, decision: str) -> frozenset[int]:
        found = self._near.get((rule, decision))
        if found is None:
            near = behind(self.corpus, (rule,), decision, STANDING.against)
            found = self._near[rule, decision] = frozenset(near)
        return found

    def _deviated_from(self, index: int) -> Iterator[int]:
        waiting, seen = [index], set[int]()
        while waiting:
            rule = self.corpus.rules[waiting.pop()]
            if rule.index not in seen:
                seen.add(rule.index)
                yield rule.index
                waiting.extend(() if rule.general else rule.targets)

    # -------------------------------------------- in words

    @cached_property
    def _everywhere(self) -> str:
        """What may have a part in anything: which regulations there are and what is always true of facts."""
        headers = (
            (each.id, each.kind, _days(each.validity), each.grounds, each.omitted, each.absent)
            for each in self.corpus.regulations.values()
        )
        always = (self._written((each.condition, each.demand)) for each in self.corpus.coherences)
        return digest(repr((self.corpus.gemeente, sorted(headers, key=repr), sorted(always))))

    def _claim(self, claim: c.Claim) -> str:
        parts = [type(claim).__name__]
        for name in field_names(type(claim)):
            value = getattr(claim, name)
            if name in ("rule", "other", "delegation", "limit"):
                parts.append(f"{self.corpus.rules[value].id}:{self._rule(value)}")
            elif name == "floor":
                parts.append(self._floor(value))
            elif name == "claim":
                parts.append(self._claim(value))
            elif name == "claims":
                parts += map(self._claim, value)
            else:
                parts.append(self._written(value))
        return f"({' '.join(parts)})"

    def _floor(self, order: int) -> str:
        floor = self.corpus.floors[order]
        repairs = tuple((each.decision, each.at_most, each.bound) for each in floor.repairs)
        said = (floor.condition, floor.exception, floor.demand, repairs, floor.guards)
        return self._written((floor.name, floor.absolute, floor.constitutional, _days(floor.validity), said))

    def _rule(self, index: int) -> str:
        found = self._rules.get(index)
        if found is None:
            found = self._rules[index] = digest(self._said(self.corpus.rules[index]))[:16]
        return found

    def _said(self, rule: Rule) -> str:
        effects = tuple(
            (
                each.form.value,
                each.decision,
                each.low,
                each.high,
                each.delegate,
                each.krachtens,
                None if each.relation is None else (each.relation[0], self._ids(each.relation[1])),
            )
            for each in rule.effects
        )
        decided = tuple(self._decision(each.decision) for each in rule.effects if each.decision)
        pinned = tuple(
            (each.day, each.condition, each.exception, _days(each.validity)) for each in rule.transitions
        )
        bound = (
            self._ids(rule.targets),
            self._ids(rule.replaces),
            rule.deviates,
            rule.general,
            rule.relation,
        )
        filled = tuple((self.corpus.rules[other].id, on) for other, on in rule.fills)
        conditions = (rule.condition, rule.exception, rule.because)
        days = (_days(rule.validity), _days(rule.in_regulation))
        return self._written((rule.id, conditions, effects, decided, pinned, bound, filled, days))

    def _decision(self, name: str) -> tuple[object, ...]:
        declared = self.corpus.decisions[name]
        return (repr(declared.type), declared.default, declared.rounding)

    def _ids(self, indices: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.corpus.rules[each].id for each in indices)

    def _written(self, node: object) -> str:
        """An expression, with what stands behind each name in it; of a rule its place, for its number may change."""
        match node:
            case tuple():
                return f"({','.join(map(self._written, node))})"
            case e.RuleValue():
                return f"RuleValue({self._ids(node.rules)},{node.decision})"
            case e.Input():
                return self._named(node.name, repr(self.corpus.inputs[node.name].type))
            case e.ConceptValue():
                return self._concept(node.name)
            case e.TableValue():
                rows = self.corpus.tables[node.name].rows
                return self._named(node.name, repr([(each.start, each.end, each.value) for each in rows]))
            case _ if isinstance(node, Expression):
                parts = (self._written(getattr(node, name)) for name in field_names(type(node)))
                return f"{type(node).__name__}({','.join(parts)})"
        return repr(node)

    def _concept(self, name: str) -> str:
        found = self._names.get(name)
        if found is None:
            found = self._names[name] = digest(self._written(self.corpus.concepts[name].value))[:16]
        return f"{name}:{found}"

    def _named(self, name: str, content: str) -> str:
        found = self._names.get(name)
        if found is None:
            found = self._names[name] = digest(content)[:16]
        return f"{name}:{found}"


def _days(validity: Validity) -> tuple[object, ...]:
    return tuple(getattr(validity, name) for name in field_names(Validity))
