"""A case in which something is otherwise, and what in a case may be: nothing protected, nothing that cannot change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from verordening.evaluate.what_if import Spot
from verordening.model.case import Act, Case, Judgement
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_in, settled_by
from verordening.model.resolving.protected import grounds_in
from verordening.model.types import Changes, Field, Items, Kind, Type, Value
from verordening.records import replace
from verordening.remembering import lru_cache

_SUPPOSED = "aangenomen"
"""Stands for the reasons of an oordeel that nobody gave; nobody reads it."""


def value_at(case: Case, spot: Spot) -> Value | None:
    """What a case says at a spot; None where it says nothing."""
    facts, judgements = _given(case, spot)
    if spot.judgement:
        given = judgements.get(spot.name)
        return None if given is None or not given.reason.strip() else given.value
    found = facts.get(spot.name)
    if not spot.field:
        return found
    assert isinstance(found, Items)
    return found.elements[spot.position].get(spot.field)


def altered(case: Case, spot: Spot, value: Value) -> Case:
    """The case with another value at a spot, and without the choice that was made for the case as it was."""
    facts, judgements = dict(_given(case, spot)[0]), dict(_given(case, spot)[1])
    if spot.judgement:
        judgements[spot.name] = Judgement(value, _SUPPOSED)
    elif spot.field:
        items = facts[spot.name]
        assert isinstance(items, Items)
        elements = list(items.elements)
        elements[spot.position] = {**elements[spot.position], spot.field: value}
        facts[spot.name] = Items(tuple(elements), items.complete)
    else:
        facts[spot.name] = value
    if not spot.act:
        return without_choice(replace(case, facts=facts, judgements=judgements))
    acts = list(case.acts)
    acts[spot.act - 1] = replace(acts[spot.act - 1], facts=facts, judgements=judgements)
    return without_choice(replace(case, acts=tuple(acts)))


def without_choice(case: Case) -> Case:
    """The case before anybody chose."""
    return replace(case, choice=None, acts=tuple(replace(act, choice=None) for act in case.acts))


def singles(case: Case) -> list[Case]:
    """The case as it is for each act, and for each duty that one breaches; the case itself where it lists none."""
    found = [case.with_act(act, kind) for act in case.acts for kind in act.kinds or ("",)]
    return found or [case]


def single_of(case: Case, spot: Spot) -> Case:
    """The case as it is for the act that a spot is of."""
    if not case.acts:
        return case
    act = case.acts[max(spot.act, 1) - 1]
    return case.with_act(act, act.kinds[0] if act.kinds else "")


def _given(case: Case, spot: Spot) -> tuple[Mapping[str, Value], Mapping[str, Judgement]]:
    holder: Case | Act = case.acts[spot.act - 1] if spot.act else case
    return holder.facts, holder.judgements


# ------------------------------------------------ what may be otherwise


def may_change(case: Case, corpus: Corpus) -> Iterator[Spot]:
    """The facts given in a case that may be otherwise, those of the case first; of a list what is in it."""
    holders: list[Case | Act] = [case, *case.acts]
    for number, holder in enumerate(holders):
        for name in sorted(holder.facts, key=lambda each: corpus.inputs[each].order):
            yield from _spots(name, number, holder.facts[name], case.peildatum, corpus)


def _spots(name: str, act: int, value: Value, day: date, corpus: Corpus) -> Iterator[Spot]:
    if name in off_limits(corpus) or corpus.inputs[name].changes is Changes.NEVER:
        return
    if not isinstance(value, Items):
        if not _is_past(value, day):
            yield Spot(name, act)
        return
    for position, element in enumerate(value.elements):
        for field in corpus.inputs[name].type.fields:
            fixed = field.protected or field.changes is Changes.NEVER
            if not fixed and field.name in element and not _is_past(element[field.name], day):
                yield Spot(name, act, position, field.name)


def _is_past(value: Value, day: date) -> bool:
    return isinstance(value, date) and value <= day


def type_at(spot: Spot, corpus: Corpus) -> Type:
    """The type of what stands at a spot."""
    field = field_at(spot, corpus)
    return corpus.inputs[spot.name].type if field is None else field.type


def field_at(spot: Spot, corpus: Corpus) -> Field | None:
    """The field of a list at a spot; None where it is no list."""
    return corpus.inputs[spot.name].type.field(spot.field) if spot.field else None


def only_up(spot: Spot, corpus: Corpus) -> bool:
    """Whether what stands at a spot never becomes less."""
    field = field_at(spot, corpus)
    declared = corpus.inputs[spot.name]
    return Changes.UP in (declared.changes, declared.changes if field is None else field.changes)


@lru_cache(maxsize=64)
def off_limits(corpus: Corpus) -> frozenset[str]:
    """The facts on a protected ground, and those that a samenhang works out from one."""
    found = {name for name, each in corpus.inputs.items() if each.protected}
    for coherence in corpus.coherences:
        nodes = conditions_in(coherence)
        if any(grounds_in(node, dict(corpus.inputs), dict(corpus.concepts)) for node in nodes):
            found.update(name for name, _ in settled_by(coherence.demand))
    return frozenset(found)


def is_ordered(type_: Type) -> bool:
    """Whether one value of a type is more than another."""
    return type_.is_numeric or type_.kind is Kind.DATE
