"""Whether solver, interpreter and plain procedure say the same of the claims that can be made of a regulation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations

from verordening.analyse.proving import claims as c
from verordening.analyse.proving.interpreting import truth_of
from verordening.analyse.solving import claiming
from verordening.analyse.solving.encoding import Encoding
from verordening.analyse.solving.facts import holds_in
from verordening.evaluate.coherence import contradicted
from verordening.evaluate.context import Context
from verordening.evaluate.unknown import Unknown
from verordening.model.corpus import Corpus
from verordening.model.rules import Form
from verordening.model.types import Value
from verordening.symbolic.refusing import NotEncodableError

LIMITS = (Form.AT_MOST, Form.AT_LEAST, Form.FORBID)
MOST_TIGHTENED = 40


def claims_about(corpus: Corpus) -> list[c.Claim]:
    """Every claim that can be made of the rules and floors of a small corpus."""
    found: list[c.Claim] = [c.Applies(rule.index) for rule in corpus.rules]
    for decision in corpus.decisions:
        speaking = corpus.by_decision.get(decision, ())
        forms = {index: forms_of(corpus, index, decision) for index in speaking}
        for index in speaking:
            found += [c.Stands(index, decision), c.MaySpeak(index, decision)]
            if Form.DELEGATE in forms[index]:
                found.append(c.DelegationStands(index, decision))
            found += [
                c.Covered(index, decision, other)
                for other in speaking
                if Form.DELEGATE in forms[other] and Form.SET in forms[index]
            ]
            found += [
                c.Respects(index, decision, other)
                for other in speaking
                if forms[other] & {*LIMITS} and Form.SET in forms[index]
            ]
        setting = [index for index in speaking if Form.SET in forms[index]]
        found += [c.Differ(one, other, decision) for one, other in combinations(setting, 2)]
        found += [
            c.Satisfies(floor.order, decision, index)
            for floor in corpus.floors
            if decision in floor.guards
            for index in setting
        ]
    return [*found, *(c.InPlay(floor.order) for floor in corpus.floors)]


def forms_of(corpus: Corpus, index: int, decision: str) -> set[Form]:
    return {effect.form for effect in corpus.rules[index].effects if effect.decision == decision}


class Agreeing:
    """One regulation on a day, put to the solver with all that can be claimed of it."""

    def __init__(self, corpus: Corpus, day: date) -> None:
        self.corpus, self.day = corpus, day
        self.encoding = Encoding(corpus, day)
        self.truths = {}
        self.refused: list[c.Claim] = []
        for claim in claims_about(corpus):
            try:
                self.truths[claim] = claiming.truth_of(claim, self.encoding.rules)
            except NotEncodableError:
                self.refused.append(claim)

    def disagreements(self, given: Mapping[str, Value]) -> Iterator[tuple[c.Claim, object, object]]:
        """The claims of which solver and interpreter do not say the same in a complete case."""
        context = Context(self.corpus, given, self.day)
        facts = self.encoding.world.facts
        names = [*facts.met, *facts.lists]
        fixed = [facts.is_(name, given[name]) for name in names]
        fixed += [each.short for each in facts.lists.values() if each.short is not None]
        model = self.encoding.possible([], *fixed)
        for _ in range(MOST_TIGHTENED):
            if model is None or not self.encoding.tighten(model, context):
                break
            model = self.encoding.possible([], *fixed)
        if model is None:
            if not any(contradicted(each, context) for each in self.corpus.coherences):
                yield c.OneOf(()), "onmogelijk", given
            return
        for claim, truth in self.truths.items():
            yes, no = holds_in(model, truth.yes), holds_in(model, truth.no)
            own = truth_of(claim, context)
            if isinstance(own, Unknown):
                if yes or no:
                    yield claim, (yes, no), own
            elif (yes, no) != (own, not own):
                yield claim, (yes, no), own


def questions_about(corpus: Corpus) -> Iterator[tuple[c.Claim, ...]]:
    """What is asked of the rules of a corpus: conflicts, rules outside what is delegated or limited, broken floors."""
    for decision in corpus.decisions:
        speaking = corpus.by_decision.get(decision, ())
        forms = {index: forms_of(corpus, index, decision) for index in speaking}
        setting = [index for index in speaking if Form.SET in forms[index]]
        for one, other in combinations(setting, 2):
            yield c.Stands(one, decision), c.Stands(other, decision), c.Differ(one, other, decision)
        for index in setting:
            yield c.Applies(index), c.Not(c.Stands(index, decision))
            for other in speaking:
                if Form.DELEGATE in forms[other] and (other, decision) in corpus.rules[index].fills:
                    yield (
                        c.Applies(index),
                        c.DelegationStands(other, decision),
                        c.Not(c.Covered(index, decision, other)),
                    )
                if forms[other] & {*LIMITS}:
                    yield (
                        c.Stands(index, decision),
                        c.Applies(other),
                        c.Not(c.Respects(index, decision, other)),
                    )
            for floor in corpus.floors:
                if decision in floor.guards:
                    yield (
                        c.Stands(index, decision),
                        c.InPlay(floor.order),
                        c.Not(c.Satisfies(floor.order, decision, index)),
                    )
