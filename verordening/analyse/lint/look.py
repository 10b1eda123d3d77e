"""What a lint rule may look at: the regulations that hold together, and as written those that are linted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from verordening.analyse.lint.written import TreeOf, Written
from verordening.language import syntax as s
from verordening.language.source import Source, Span
from verordening.model.corpus import Corpus
from verordening.model.rules import (
    Concept,
    Decision,
    Effect,
    Form,
    InputDeclaration,
    Place,
    Provision,
    Rank,
    Regulation,
    Rule,
    Table,
)
from verordening.model.standards import Floor

DeclaredT = TypeVar(
    "DeclaredT", Concept, Decision, Floor, InputDeclaration, Provision, Regulation, Rule, Table
)

_UNNAMED = (s.RegelingHead, s.PlaceHead, s.CoherenceHead)


class Look(Written):
    """A corpus without errors with its texts; `own` are the paths of the files that are linted.

    `tried` is how often a case was tried on behalf of this look.

    Each of the collections below holds only what stands in those files, in the order of the corpus.
    """

    def __init__(
        self, corpus: Corpus, sources: Mapping[str, Source], own: frozenset[str], tree_of: TreeOf
    ) -> None:
        super().__init__(sources, own, tree_of)
        self.corpus = corpus
        self.tried = 0
        self._opening: dict[str, dict[tuple[int, int], s.Item]] = {}
        self._above: dict[tuple[str, Rank], tuple[Rule, ...]] = {}

    @cached_property
    def regulations(self) -> tuple[Regulation, ...]:
        """The regulations that are linted."""
        return self._mine(self.corpus.regulations.values())

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """Their places, every version of each."""
        ids = {each.id for each in self.regulations}
        every = self.corpus.provisions.items()
        return self._mine(each for place, ones in every if place.partition(" ")[0] in ids for each in ones)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Their rules."""
        return self._row(self.corpus.rules)

    @cached_property
    def inputs(self) -> tuple[InputDeclaration, ...]:
        """The gegevens and oordelen that they declare."""
        return self._named(self.corpus.inputs, s.InputHead)

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """The begrippen that they declare."""
        return self._named(self.corpus.concepts, s.ConceptHead)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Their tables."""
        return self._named(self.corpus.tables, s.TableHead)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The besluiten that they declare."""
        return self._named(self.corpus.decisions, s.DecisionHead)

    @cached_property
    def floors(self) -> tuple[Floor, ...]:
        """Their ondergrenzen."""
        return self._row(self.corpus.floors)

    def item(self, place: Place) -> s.Item:
        """What is written at a place of a linted file. Raises KeyError where nothing opens there."""
        return self._opening_in(place.file)[place.line, place.column]

    def clauses(self, place: Place, *keywords: str) -> tuple[s.Clause, ...]:
        """The clauses of what is written there that open with one of these keywords; without keywords all."""
        found = self.item(place).clauses
        return tuple(each for each in found if not keywords or each.keyword in keywords)

    def span(self, place: Place, *keywords: str) -> Span:
        """Where the first clause with one of these keywords stands; without it, the words that open the place."""
        found = self.clauses(place, *keywords) if keywords else ()
        return found[0].span if found else self.item(place).head.span

    def span_of(self, rule: Rule, effect: Effect) -> Span:
        """Where one consequence of a rule is written."""
        for clause in self.clauses(rule.place, "dan"):
            for written in clause.effects if isinstance(clause, s.EffectClause) else ():
                name = written.decision.name if written.decision is not None else ""
                if written.form == effect.form.value and name == effect.decision:
                    return written.span
        return self.span(rule.place, "dan")

    def setting(self, *forms: Form) -> Iterator[tuple[Rule, Effect]]:
        """Each rule with each of its consequences of these forms."""
        for rule in self.rules:
            for effect in rule.effects:
                if effect.form in forms:
                    yield rule, effect

    def above(self, decision: str, rank: Rank) -> tuple[Rule, ...]:
        """The rules of a higher rank that speak of a decision, in order of the corpus."""
        if (decision, rank) not in self._above:
            every = (self.corpus.rules[each] for each in self.corpus.by_decision.get(decision, ()))
            self._above[decision, rank] = tuple(one for one in every if self.corpus.rank_of(one) > rank)
        return self._above[decision, rank]

    def is_municipal(self, each: Rule) -> bool:
        """Whether a rule stands in a regulation of a municipality."""
        return bool(self.corpus.regulations[each.regulation].gemeente)

    def is_of_municipality(self, place: Place) -> bool:
        """Whether something stands in a linted regulation of a municipality."""
        return place.file in self._municipal

    @cached_property
    def _municipal(self) -> frozenset[str]:
        return frozenset(each.place.file for each in self.regulations if each.gemeente)

    def _opening_in(self, path: str) -> dict[tuple[int, int], s.Item]:
        """What stands in a linted file, by where it opens."""
        if path not in self.own:
            raise KeyError(path)
        if path not in self._opening:
            every = self.items_of(self.sources[path])
            self._opening[path] = {(each.head.span.line, each.head.span.column): each for each in every}
        return self._opening[path]

    def _named(self, every: Mapping[str, DeclaredT], kind: type[s.Head]) -> tuple[DeclaredT, ...]:
        """What the linted files declare with such a head; of all that there is, nothing else is looked at."""
        heads = (each.head for each in self.items() if isinstance(each.head, kind))
        names = (head.name.name for head in heads if not isinstance(head, _UNNAMED))
        return tuple(every[name] for name in names if name in every)

    def _mine(self, each: Iterable[DeclaredT]) -> tuple[DeclaredT, ...]:
        return tuple(one for one in each if one.place.file in self.own)

    def _row(self, every: Sequence[DeclaredT]) -> tuple[DeclaredT, ...]:
        """What stands in the linted files, of things in the order of their files: the others are not looked at."""
        order = self._file_order

        def at(one: DeclaredT) -> int:
            return order[one.place.file]

        found: list[DeclaredT] = []
        for number in sorted(order[each.place.file] for each in self.regulations):
            start = bisect_left(every, number, key=at)
            found += every[start : bisect_right(every, number, start, key=at)]
        return tuple(found)

    @cached_property
    def _file_order(self) -> dict[str, int]:
        return {each.place.file: at for at, each in enumerate(self.corpus.regulations.values())}
