"""What is worked out once for every case of a day is what each case by itself comes to: nothing is told of nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from tests.law.examples import NAMES, corpus_of, example
from verordening.evaluate.coherence import with_implied
from verordening.evaluate.context import Context, Speakers, Speaking
from verordening.evaluate.deciding import decide
from verordening.evaluate.expressions import truth, value
from verordening.evaluate.guarding import in_play, playing
from verordening.evaluate.rules import applies
from verordening.evaluate.scope import asked_decisions
from verordening.evaluate.tracing import EvaluationTree, trace
from verordening.evaluate.unknown import Truth, Unknown
from verordening.evaluate.weighing import _heard
from verordening.model import expressions as e
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.rules import Form
from verordening.model.standards import Floor, Guideline
from verordening.model.types import Value
from verordening.model.validity import Force
from verordening.records import replace


def less(name: str) -> Iterator[Case]:
    """The case of an example, and what is left of it without each of its facts."""
    case = example(name).case
    case = (
        replace(case.with_act(case.acts[0], case.acts[0].kinds[0]), asked=case.asked) if case.acts else case
    )
    yield case
    for fact in case.facts:
        yield replace(case, facts={key: each for key, each in case.facts.items() if key != fact})


@pytest.mark.parametrize("name", NAMES)
def test_a_case_comes_to_what_it_comes_to_by_itself(name: str) -> None:
    for case in less(name):
        corpus, day = corpus_of(case.gemeente), case.peildatum
        context = with_implied(Context(corpus, case.inputs(), day))
        context.examples = case.example_guidelines
        assert dict(context.inputs) == every_round(corpus, case.inputs(), day)
        found = decide(asked_decisions(case.asked, context), context)
        assert list(_heard(context)) == speaking(context)
        tree = trace(found, context)
        layout, results = tree.layout, list(tree.results)
        fresh = Context(corpus, context.inputs, day)
        fresh.decided = context.decided
        assert results[: len(layout.codes)] == [code(fresh) for code in layout.codes]
        assert results[len(layout.codes) :] == [whole(results) for whole in layout.wholes.values()]
        assert tree.applying == {index: applies(index, fresh) for index in tree.applying}
        assert layout.rules <= tree.applying.keys()
        assert tree.in_play == {floor.order: in_play(floor, fresh) for floor in floors_looked_at(tree)}
        for name in found:
            assert context.live[name] == speakers(name, fresh)
            assert playing(name, context) == guards(name, fresh)
        assert {
            node: fresh.results.get(node, known) for node, known in context.results.items()
        } == context.results


def floors_looked_at(tree: EvaluationTree) -> tuple[Floor, ...]:
    assert {each.order for each in tree.layout.floors} <= tree.in_play.keys()
    return tuple(each for each in tree.corpus.floors if each.order in tree.in_play)


def speakers(decision: str, context: Context) -> Speakers:
    """The rules on a decision that apply or may, of all there are."""
    found: dict[Form, list[Speaking]] = {form: [] for form in Form}
    for index in context.corpus.by_decision.get(decision, ()):
        rule = context.corpus.rules[index]
        for effect in rule.effects:
            if effect.decision == decision and applies(index, context) is not False:
                found[effect.form].append((rule, effect))
    limits = (*found[Form.AT_MOST], *found[Form.AT_LEAST], *found[Form.FORBID])
    forms = (found[Form.SET], found[Form.MAY], found[Form.TAILOR], limits, found[Form.DELEGATE])
    return Speakers(*(tuple(each) for each in forms))


def guards(decision: str, context: Context) -> tuple[tuple[Floor, Truth], ...]:
    """The floors on a decision that are about the case, or may be, of all there are."""
    on_it = [each for each in context.corpus.floors if decision in each.guards]
    in_force = [each for each in on_it if each.validity.on(context.day) is not Force.NOT_IN_FORCE]
    every = [(each, in_play(each, context)) for each in in_force]
    return tuple(each for each in every if each[1] is not False)


def every_round(corpus: Corpus, given: Mapping[str, Value], day: date) -> dict[str, Value]:
    """What follows from facts, by going over all there is until nothing more follows; for `=` and plain facts."""
    inputs = dict(given)
    while True:
        context = Context(corpus, dict(inputs), day)
        for coherence in corpus.coherences:
            if truth(coherence.condition, context) is True:
                for name, known in settled(coherence.demand, context):
                    inputs.setdefault(name, known)
        if len(inputs) == len(context.inputs):
            return inputs


def settled(demand: e.Expression, context: Context) -> Iterator[tuple[str, Value]]:
    match demand:
        case e.Input():
            yield demand.name, True
        case e.Not(operand=e.Input() as fact):
            yield fact.name, False
        case e.Compare(operator="=", left=e.Input() as fact):
            known = value(demand.right, context)
            if not isinstance(known, Unknown):
                yield fact.name, known
        case e.Compare(operator="="):
            pytest.fail("a samenhang that this test does not know")


def speaking(context: Context) -> list[tuple[Guideline, Truth]]:
    """The guidelines in force that speak in a case, or may, each looked at."""
    in_force = (
        each
        for each in context.corpus.guidelines
        if each.validity.on(context.day) is not Force.NOT_IN_FORCE and (context.examples or not each.example)
    )
    judged = [(each, truth(each.condition, context)) for each in in_force]
    return [each for each in judged if each[1] is not False]
