"""What else changed: who decides, which reasons to give, how guidelines weigh. No outcome turns on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from verordening.analyse.difference.found import Aside
from verordening.analyse.difference.meaning import Meaning
from verordening.analyse.difference.pairing import Pairing, RulePair
from verordening.analyse.difference.reach import is_general_route
from verordening.analyse.difference.reasons import reasons_changed
from verordening.evaluate.holding import force_on
from verordening.evaluate.naming import place_words
from verordening.model.corpus import Corpus
from verordening.model.expressions import alike
from verordening.model.standards import Guideline
from verordening.model.validity import Force


def asides(pairing: Pairing, days: Iterable[date]) -> Iterator[Aside]:
    """Everything that changed beside outcomes and room, of what holds on one of these days."""
    yield from _around(pairing, tuple(days))
    yield from _reasons(pairing, tuple(days))
    yield from _floors(pairing)
    yield from _declared(pairing)
    yield from _favourable(pairing)
    yield from _guidelines(pairing)
    yield from _coherences(pairing)


def _around(pairing: Pairing, days: tuple[date, ...]) -> Iterator[Aside]:
    old, new = pairing.old, pairing.new
    before, after = Meaning(old), Meaning(new)
    for pair in pairing.pairs:
        if not _holds(pair, pairing, days):
            continue
        rules = (
            None if pair.old is None else old.rules[pair.old],
            None if pair.new is None else new.rules[pair.new],
        )
        one, other = rules
        if one is not None and other is not None:
            if one.mandate != other.mandate:
                yield Aside("wie beslist", place_words(other.id, new))
            if set(one.serves) != set(other.serves):
                yield Aside("welke waarde het dient", place_words(other.id, new))
            changed = before.when(one) != after.when(other) or before.says(one) != after.says(other)
            if changed and is_general_route(other, new):
                yield Aside("een algemene weg om af te wijken", place_words(other.id, new))
        elif one is not None and is_general_route(one, old):
            yield Aside("een algemene weg om af te wijken is vervallen", place_words(one.id, old))
        elif other is not None and is_general_route(other, new):
            yield Aside("een nieuwe algemene weg om af te wijken", place_words(other.id, new))


def _holds(pair: RulePair, pairing: Pairing, days: tuple[date, ...]) -> bool:
    rules = [pairing.old.rules[pair.old]] if pair.old is not None else []
    rules += [pairing.new.rules[pair.new]] if pair.new is not None else []
    return any(force_on(rule, day) is not Force.NOT_IN_FORCE for rule in rules for day in days)


def _reasons(pairing: Pairing, days: tuple[date, ...]) -> Iterator[Aside]:
    """What must be explained: it touches no decision, so no search for outcomes finds it."""
    for each in reasons_changed(pairing):
        if _holds(each.pair, pairing, days):
            yield Aside(each.what, each.text)


def _floors(pairing: Pairing) -> Iterator[Aside]:
    """Also floors that only signal: those change no outcome."""
    before, after = Meaning(pairing.old), Meaning(pairing.new)
    old, new = ({each.name: each for each in corpus.floors} for corpus in (pairing.old, pairing.new))
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield Aside("een ondergrens is vervallen", old[name].title)
        elif name not in old:
            yield Aside("een nieuwe ondergrens", new[name].title)
        elif before.of_floor(old[name]) != after.of_floor(new[name]):
            yield Aside("een ondergrens", new[name].title)
        elif dict(old[name].motivate).keys() != dict(new[name].motivate).keys():
            yield Aside("welke redenen bij een ondergrens horen", new[name].title)


def _declared(pairing: Pairing) -> Iterator[Aside]:
    """Who must show a fact, what to weigh in a judgement, and how a decision runs through the months."""
    for name, each in pairing.new.inputs.items():
        before = pairing.old.inputs.get(name)
        if before is None:
            continue
        bearers = {x.burden.bearer if x.burden is not None else "" for x in (before, each)}
        if len(bearers) > 1:
            yield Aside("wie iets moet aantonen", each.label)
        if set(before.weigh) != set(each.weigh):
            yield Aside("wat u weegt", each.label)
    for name, decision in pairing.new.decisions.items():
        was = pairing.old.decisions.get(name)
        if was is not None and not alike(was.course, decision.course):
            yield Aside("hoe een besluit door de maanden loopt", decision.label)


def _favourable(pairing: Pairing) -> Iterator[Aside]:
    for name, each in pairing.new.decisions.items():
        before = pairing.old.decisions.get(name)
        if before is not None and before.favourable != each.favourable:
            yield Aside("wat gunstig is voor de inwoner", each.label)


def _guidelines(pairing: Pairing) -> Iterator[Aside]:
    old = {each.id: _of_guideline(each, pairing.old) for each in pairing.old.guidelines}
    new = {each.id: _of_guideline(each, pairing.new) for each in pairing.new.guidelines}
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            what = "een nieuwe richtlijn" if name not in old else "een richtlijn"
            what = "een richtlijn is vervallen" if name not in new else what
            yield Aside(what, place_words(name, pairing.new if name in new else pairing.old))


def _of_guideline(each: Guideline, corpus: Corpus) -> object:
    means = Meaning(corpus)
    at = frozenset(corpus.rules[index].id for index in each.at)
    return means.of(each.condition), each.higher, each.lower, at, each.everywhere


def _coherences(pairing: Pairing) -> Iterator[Aside]:
    before, after = Meaning(pairing.old), Meaning(pairing.new)
    old = {before.of_coherence(each): each for each in pairing.old.coherences}
    new = {after.of_coherence(each): each for each in pairing.new.coherences}
    yield from (Aside("een samenhang is vervallen", old[each].text) for each in old if each not in new)
    yield from (Aside("een nieuwe samenhang", new[each].text) for each in new if each not in old)
