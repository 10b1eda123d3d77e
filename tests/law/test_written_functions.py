"""A function written for the cases that give the same facts, says of each of them what the parts by themselves say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest

from tests.law.examples import NAMES, corpus_of, example
from verordening.evaluate import following
from verordening.evaluate.coherence import _following, with_implied
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import decide
from verordening.evaluate.expressions import code_for
from verordening.evaluate.scope import asked_decisions
from verordening.evaluate.straight import Straight
from verordening.evaluate.tracing import EvaluationTree, _work_on, trace
from verordening.evaluate.unknown import Result, Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_in, conditions_of, inputs_of, values_of
from verordening.model.types import INDEFINITE, Kind, Type, Value
from verordening.records import replace

DAY = date(2026, 3, 1)
SHARES = (0.1, 0.4, 0.8, 1.0)
"""Of all facts, how many are given."""
CASES = 12
"""For each choice of what is given."""
MADE_UP = 200


@pytest.mark.parametrize("share", SHARES)
def test_every_expression_of_the_law_comes_to_the_same(share: float) -> None:
    corpus, random = corpus_of("amsterdam"), Random(f"geschreven {share}")
    facts = {name: each.type for name, each in corpus.inputs.items() if each.type.kind is not Kind.LIST}
    given = frozenset(name for name in facts if random.random() < share)
    fixed = {name: drawn(facts[name], random) for name in sorted(given) if random.random() < 0.1}
    made_up = [condition(3, facts, random) for _ in range(MADE_UP)]
    every = (*every_expression(corpus), *made_up)
    nodes = [each for each in every if not given.isdisjoint(inputs_of(corpus, each))]
    straight = Straight(corpus, DAY, given, fixed)
    terms = {at: straight.part(each) for at, each in enumerate(nodes)}
    for at, term in terms.items():
        straight.put(at, term)
    work_out = straight.function()
    kinds = set[type]()
    for _ in range(CASES):
        case = {name: fixed[name] if name in fixed else drawn(facts[name], random) for name in sorted(given)}
        found: dict[int, Result] = {}
        work_out(found, Context(corpus, case, DAY))  # type: ignore[arg-type]  # it is only written to
        fresh = Context(corpus, case, DAY)
        for at, node in enumerate(nodes):
            wanted = code_for(node, corpus)(fresh)
            assert (found[at], type(found[at])) == (wanted, type(wanted)), node
            kinds.add(type(wanted))
    assert kinds >= {bool, int, Unknown}


def every_expression(corpus: Corpus) -> Iterator[e.Expression]:
    """The conditions and values of all rules, begrippen and samenhang."""
    for rule in corpus.rules:
        yield from (*conditions_of(rule), *values_of(rule))
    for concept in corpus.concepts.values():
        yield concept.value
    for coherence in corpus.coherences:
        yield from conditions_in(coherence)


def condition(depth: int, facts: Mapping[str, Type], random: Random) -> e.Expression:
    """A condition of begrippen that no law has: with parts that are settled beforehand, and branches that agree."""
    if not depth:
        return random.choice(
            (e.Constant(random.random() < 0.5, Kind.BOOL, ""), fact(Kind.BOOL, facts, random))
        )
    operands = tuple(condition(depth - 1, facts, random) for _ in range(random.randint(2, 3)))
    sign = random.choice(("=", "!=", "<", "<=", ">", ">="))
    return random.choice(
        (
            e.And(operands),
            e.Or(operands),
            e.Not(operands[0]),
            e.Compare(sign, amount(depth - 1, facts, random), amount(depth - 1, facts, random)),
        )
    )


def amount(depth: int, facts: Mapping[str, Type], random: Random) -> e.Expression:
    """A number, as `condition`."""
    if not depth:
        constant = e.Constant(random.choice((0, 1, Fraction(1, 2))), Kind.COUNT, "")
        return random.choice((constant, fact(Kind.COUNT, facts, random)))
    left, right = (amount(depth - 1, facts, random) for _ in range(2))
    tests = [condition(depth - 1, facts, random) for _ in range(2)]
    return random.choice(
        (
            e.Arithmetic(random.choice("+-*/"), left, right),
            e.Branches(((left, tests[0]), (left, tests[1])), random.choice((left, right))),
            e.Branches(((left, tests[0]), (right, tests[1])), random.choice((left, right))),
            e.Extreme(random.random() < 0.5, (left, right)),
            e.Share(left, right),
        )
    )


def fact(kind: Kind, facts: Mapping[str, Type], random: Random) -> e.Expression:
    return e.Input(random.choice(sorted(name for name, each in facts.items() if each.kind is kind)))


def drawn(type_: Type, random: Random) -> Value:
    """A value of a type: often small, sometimes an end."""
    if type_.kind is Kind.BOOL:
        return random.random() < 0.5
    if type_.kind is Kind.ENUM:
        return random.choice(type_.options)
    if type_.kind is Kind.DATE:
        return DAY - timedelta(days=random.choice((0, 1, 30, 365, 800, 20_000)))
    assert isinstance(type_.low, int | Fraction)
    assert isinstance(type_.high, int | Fraction)
    if type_.indefinite and random.random() < 0.2:
        return INDEFINITE
    low, high = int(type_.low), int(type_.high)
    if type_.kind is Kind.NUMBER and random.random() < 0.5:
        return Fraction(random.randint(2 * low, 2 * low + 99), 2) + Fraction(1, 4)
    return random.choice((low, high, min(high, low + random.randint(0, 40)), random.randint(low, high)))


@pytest.mark.parametrize("name", NAMES)
def test_a_case_that_comes_again_and_again_comes_to_the_same(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = example(name).case
    if case.acts:
        case = replace(case.with_act(case.acts[0], case.acts[0].kinds[0]), asked=case.asked)
    corpus = corpus_of(case.gemeente)
    _following.cache_clear()
    _work_on.cache_clear()
    monkeypatch.setattr(following, "OFTEN", 1)

    def worked_out() -> tuple[Context, EvaluationTree]:
        context = with_implied(Context(corpus, case.inputs(), case.peildatum))
        return context, trace(decide(asked_decisions(case.asked, context), context), context)

    (one, first), (other, again) = worked_out(), worked_out()
    assert _following.cache_info()[0]
    assert _work_on.cache_info()[0]
    assert (one.inputs, one.sources) == (other.inputs, other.sources)
    assert first == again
