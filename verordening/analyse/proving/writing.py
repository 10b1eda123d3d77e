"""Law in words that are the same exactly where it says the same: what fingerprints are made of.

A rule goes by its place and not by its number, which moves with every rule before it. What only people read is left
out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from verordening.caching import digest
from verordening.evaluate.calculations import table_value
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.expressions import Expression
from verordening.model.rules import Effect
from verordening.model.standards import Floor
from verordening.model.validity import Validity
from verordening.records import field_names


class Written:
    """The words of one corpus on a day; each name in it is gone through once."""

    def __init__(self, corpus: Corpus, day: date) -> None:
        self.corpus, self.day = corpus, day
        self._named: dict[tuple[type, str], str] = {}

    # -------------------------------------------- places

    @cached_property
    def _places(self) -> tuple[str, ...]:
        """What tells each rule from all others: its place, when it holds, and which it is of those that share these."""
        met: Counter[str] = Counter()
        found = []
        for rule in self.corpus.rules:
            place = f"{rule.id} {days_of(rule.validity)} {days_of(rule.in_regulation)}"
            found.append(f"{place} {met[place]}")
            met[place] += 1
        return tuple(found)

    def rule(self, index: int) -> str:
        """A rule by its place."""
        return self._places[index]

    def rules(self, indices: Iterable[int]) -> str:
        """Rules by their places."""
        return ", ".join(self._places[each] for each in indices)

    @cached_property
    def headers(self) -> str:
        """Which regulations there are, and what they say of what is not here."""
        headers = (
            (each.id, each.title, each.kind, days_of(each.validity), each.grounds, each.omitted, each.absent)
            for each in self.corpus.regulations.values()
        )
        return digest(repr(sorted(headers, key=repr)))

    # -------------------------------------------- what is said

    def effect(self, effect: Effect) -> tuple[object, ...]:
        """A consequence; the expressions in it too."""
        relation = effect.relation
        return (
            effect.form.value,
            effect.decision,
            self.expression(effect.low),
            self.expression(effect.high),
            effect.delegate,
            effect.krachtens,
            None if relation is None else (relation[0], self.rules(relation[1])),
        )

    def decision(self, name: str) -> tuple[object, ...]:
        """What is declared of a decision."""
        declared = self.corpus.decisions[name]
        course = declared.course
        taking = () if course is None else (course.most_share, course.most_amount, course.review)
        return (
            repr(declared.type),
            declared.default,
            declared.rounding,
            declared.favourable,
            declared.per,
            () if course is None else (course.duration, course.start, course.spread),
            tuple(each and self._name(e.ConceptValue, each) for each in taking),
        )

    def floor(self, floor: Floor) -> tuple[object, ...]:
        """A floor, but for what it demands and the bounds that it sets."""
        repairs = tuple((each.decision, each.at_most) for each in floor.repairs)
        return (
            floor.name,
            floor.title,
            floor.absolute,
            floor.constitutional,
            floor.disapplied,
            floor.guards,
            repairs,
            floor.validity.on(self.day),
            self.expression(floor.condition),
            self.expression(floor.exception),
        )

    def is_known(self, table: str) -> bool:
        """Whether the amount of a table is known on the day."""
        return not isinstance(table_value(self.corpus.tables[table], self.day), Unknown)

    def expression(self, node: object) -> str:
        """An expression, with what stands behind each name in it."""
        match node:
            case tuple():
                return f"({','.join(map(self.expression, node))})"
            case e.RuleValue():
                return f"RuleValue({self.rules(node.rules)},{node.decision})"
            case e.Input():
                return self._fact(node.name)
            case e.ConceptValue():
                return self._name(e.ConceptValue, node.name)
            case e.TableValue():
                return self._name(e.TableValue, node.name)
            case e.DecisionValue():
                return f"{node.name}:{self.decision(node.name)}"
            case _ if isinstance(node, Expression):
                parts = [self.expression(getattr(node, name)) for name in field_names(type(node))]
                own = self._fact(node.list) if isinstance(node, e.ListExpression) else ""
                return f"{type(node).__name__}{own}({','.join(parts)})"
        return repr(node)

    def _fact(self, name: str) -> str:
        return self._name(e.Input, name)

    def _name(self, kind: type, name: str) -> str:
        found = self._named.get((kind, name))
        if found is None:
            found = self._named[kind, name] = f"{name}:{digest(self._behind(kind, name))[:16]}"
        return found

    def _behind(self, kind: type, name: str) -> str:
        if kind is e.ConceptValue:
            return self.expression(self.corpus.concepts[name].value)
        if kind is e.TableValue:
            return repr(table_value(self.corpus.tables[name], self.day))
        declared = self.corpus.inputs[name]
        return repr((declared.type, declared.judgement, declared.general, declared.per))


def days_of(validity: Validity) -> str:
    """When a text holds."""
    return " ".join(str(getattr(validity, name)) for name in field_names(Validity))
