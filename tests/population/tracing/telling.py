"""What the interpreter and generated Python say of a case that is not the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from verordening.evaluate.coherence import with_implied
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided, decide
from verordening.evaluate.decision_outcomes import amount_of, deciding
from verordening.evaluate.tracing import trace
from verordening.evaluate.unknown import Unknown
from verordening.model.corpus import Corpus
from verordening.model.types import Value
from verordening.population.tracing.tracer import Trace


def differences(
    corpus: Corpus, day: date, decisions: Sequence[str], facts: Mapping[str, Value], traced: Trace
) -> list[str]:
    """Every decision, rule, floor and part of the tree of which the two do not say the same."""
    context = with_implied(Context(corpus, facts, day))
    found = decide(decisions, context)
    tree, told = trace(found, context), traced.tree
    pairs: list[tuple[str, object, object]] = []
    for name, each in zip(decisions, traced.decisions, strict=True):
        said = (each.status, _plain(each.value), each.rule and each.rule.id, each.amount, each.overridden)
        pairs.append((name, _of(found[name], context), said))
    for at, (one, other) in enumerate(zip(tree.results, told.results, strict=True)):
        pairs.append((f"deel {at}", _plain(one), _plain(other)))
    for index in tree.layout.rules:
        rule = corpus.rules[index].id
        pairs.append((f"{rule} geldt", _plain(tree.applying[index]), _plain(told.applying[index])))
    for floor in tree.layout.floors:
        pairs.append((floor.title, _plain(tree.in_play[floor.order]), _plain(told.in_play[floor.order])))
    for key in {*tree.given, *told.given}:
        pairs.append((f"{key} geeft", _given(tree.given.get(key)), _given(told.given.get(key))))
    return [f"{what}: {one!r}, niet {other!r}" for what, one, other in pairs if one != other]


def _of(decided: Decided, context: Context) -> tuple[object, ...]:
    rules, way = context.corpus.rules, deciding(decided)
    amount = amount_of(context.corpus.decisions[decided.decision], decided.value, context)
    return (
        decided.status,
        _plain(decided.value),
        None if way is None or way.rule is None else rules[way.rule].id,
        None if amount is None else amount.cents,
        decided.before is not None,
    )


def _given(pair: tuple[object, object] | None) -> tuple[object, ...] | None:
    return None if pair is None else tuple(_values(pair))


def _values(pair: tuple[object, object]) -> Iterator[object]:
    return (_plain(each) for each in pair)


def _plain(value: object) -> object:
    """A value to compare: what is not known is one thing, and a truth is no number."""
    return "onbekend" if isinstance(value, Unknown) else (value.__class__, value)
