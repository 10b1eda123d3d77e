"""All mutants of a corpus, in the order of its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from verordening.analyse.mutation.mutant import Key, Mutant, Part, with_rules
from verordening.analyse.mutation.of_rules import (
    GONE,
    OUTSIDE,
    changed_rules,
    inherited,
    is_outside,
    moved_validities,
)
from verordening.analyse.mutation.of_tables import changed_tables
from verordening.analyse.mutation.variants import (
    BOUND,
    DATE,
    VALUE,
    Variant,
    condition_variants,
    moved_values,
    variants,
)
from verordening.model import expressions as e
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_in, inputs_of
from verordening.model.formatting import format_value
from verordening.model.rules import Concept, Place, Regulation, Rule
from verordening.model.standards import Floor, Guideline
from verordening.model.types import BOOL
from verordening.records import replace


def mutants_of(corpus: Corpus, start: str = "") -> tuple[Mutant, ...]:
    """Every mutant of what stands in files whose path begins with `start`, each under a name of its own."""
    found = list(_all(corpus, start))
    found.sort(key=lambda each: (each.place.file, each.place.line, each.place.column))
    seen: Counter[Key] = Counter()
    named = []
    for each in found:
        number = seen[each.key]
        seen[each.key] += 1
        named.append(replace(each, key=replace(each.key, number=number)) if number else each)
    return tuple(named)


def _all(corpus: Corpus, start: str) -> Iterator[Mutant]:
    kinds: tuple[tuple[Iterable[Any], Callable[[Any, Corpus], Iterator[Mutant]]], ...] = (
        (corpus.rules, _of_rule),
        (corpus.regulations.values(), _of_regulation),
        (corpus.concepts.values(), _of_concept),
        (corpus.tables.values(), changed_tables),
        *(((each,), partial(_of_floor, at)) for at, each in enumerate(corpus.floors)),
        *(((each,), partial(_of_coherence, at)) for at, each in enumerate(corpus.coherences)),
        *(((each,), partial(_of_guideline, at)) for at, each in enumerate(corpus.guidelines)),
    )
    for items, changed in kinds:
        for each in items:
            if each.place.file.startswith(start):
                yield from changed(each, corpus)
    for mutant in (*_of_concurrences(corpus), *_of_decisions(corpus)):
        if mutant.place.file.startswith(start):
            yield mutant


def _of_rule(rule: Rule, corpus: Corpus) -> Iterator[Mutant]:
    for each in changed_rules(rule, corpus):
        key = Key(rule.place.file, Part.RULE, rule.id, each.sort, each.words)

        def made(new: Rule = each.rule) -> Corpus:
            return with_rules(corpus, {new.index: new})

        yield Mutant(
            key,
            rule.place,
            made,
            frozenset({rule.index}),
            refused=each.refused,
            beyond=each.beyond,
            turned=each.turned,
        )


def _of_regulation(regulation: Regulation, corpus: Corpus) -> Iterator[Mutant]:
    own = [rule for rule in corpus.rules if rule.regulation == regulation.id]
    for words, validity, refused in moved_validities(regulation.validity) if own else ():
        key = Key(regulation.place.file, Part.REGULATION, regulation.id, DATE, words)

        def made(new: Any = validity) -> Corpus:
            changed = {
                rule.index: replace(
                    rule, in_regulation=new, validity=inherited(rule.validity, regulation.validity, new)
                )
                for rule in own
            }
            changed_regulation = replace(regulation, validity=new)
            return replace(
                with_rules(corpus, changed),
                regulations={**corpus.regulations, regulation.id: changed_regulation},
            )

        yield Mutant(key, regulation.place, made, frozenset(rule.index for rule in own), refused=refused)


def _of_concept(concept: Concept, corpus: Corpus) -> Iterator[Mutant]:
    is_condition = concept.type.kind is BOOL.kind
    found = condition_variants(concept.value, corpus) if is_condition else variants(concept.value, corpus)
    for each in found:
        if each.node is None:
            continue
        key = Key(concept.place.file, Part.CONCEPT, concept.name, each.sort, each.words)

        def made(node: e.Expression = each.node) -> Corpus:
            changed = replace(concept, value=node)
            return replace(corpus, concepts={**corpus.concepts, concept.name: changed})

        yield Mutant(
            key,
            concept.place,
            made,
            concept=concept.name,
            beyond=each.beyond,
            turned=(concept.value, each.node),
        )


def _of_floor(at: int, floor: Floor, corpus: Corpus) -> Iterator[Mutant]:
    def mutant(sort: str, words: str, new: Floor | None, beyond: bool = False) -> Mutant:
        kept = () if new is None else (new,)

        def made() -> Corpus:
            return replace(corpus, floors=(*corpus.floors[:at], *kept, *corpus.floors[at + 1 :]))

        key = Key(floor.place.file, Part.FLOOR, floor.name, sort, words)
        return Mutant(key, floor.place, made, floor=floor.name, beyond=beyond)

    yield mutant(GONE, "de hele ondergrens weg", None)
    yield mutant(VALUE, "absoluut en te wegen verwisseld", replace(floor, absolute=not floor.absolute))
    for name, word in (("condition", "als"), ("exception", "tenzij"), ("demand", "eis")):
        node = getattr(floor, name)
        for each in condition_variants(node, corpus) if node is not None else ():
            if each.node is not None or name != "demand":
                changed = replace(floor, **{name: each.node})  # type: ignore[arg-type]
                yield mutant(each.sort, f"{word}: {each.words}", changed, each.beyond)
    for number, repair in enumerate(floor.repairs):
        for each in variants(repair.bound, corpus):
            assert each.node is not None
            repairs = (
                *floor.repairs[:number],
                replace(repair, bound=each.node),
                *floor.repairs[number + 1 :],
            )
            yield mutant(each.sort, f"herstel: {each.words}", replace(floor, repairs=repairs), each.beyond)
    for words, validity, _ in moved_validities(floor.validity):
        yield mutant(DATE, words, replace(floor, validity=validity))


def _of_guideline(at: int, guideline: Guideline, corpus: Corpus) -> Iterator[Mutant]:
    def mutant(sort: str, words: str, new: Guideline | None, variant: Variant | None = None) -> Mutant:
        kept = () if new is None else (new,)

        def made() -> Corpus:
            return replace(corpus, guidelines=(*corpus.guidelines[:at], *kept, *corpus.guidelines[at + 1 :]))

        key = Key(guideline.place.file, Part.GUIDELINE, guideline.id, sort, words)
        return Mutant(
            key,
            guideline.place,
            made,
            guideline=guideline.id,
            turned=(guideline.condition, variant.node) if variant is not None else None,
            beyond=variant is not None and variant.beyond,
        )

    yield mutant(GONE, "de hele richtlijn weg", None)
    turned = replace(guideline, higher=guideline.lower, lower=guideline.higher)
    yield mutant(VALUE, "de twee waarden verwisseld", turned)
    for each in condition_variants(guideline.condition, corpus) if guideline.condition is not None else ():
        yield mutant(each.sort, each.words, replace(guideline, condition=each.node), each)


def _of_coherence(at: int, coherence: Coherence, corpus: Corpus) -> Iterator[Mutant]:
    names = frozenset(name for node in conditions_in(coherence) for name in inputs_of(corpus, node))

    def mutant(sort: str, words: str, new: Coherence | None, beyond: bool = False) -> Mutant:
        kept = () if new is None else (new,)

        def made() -> Corpus:
            return replace(corpus, coherences=(*corpus.coherences[:at], *kept, *corpus.coherences[at + 1 :]))

        key = Key(coherence.place.file, Part.COHERENCE, coherence.text, sort, words)
        return Mutant(key, coherence.place, made, inputs=names, beyond=beyond)

    yield mutant(GONE, "de hele samenhang weg", None)
    for name in ("condition", "demand"):
        node = getattr(coherence, name)
        found: Iterator[Variant] = condition_variants(node, corpus) if node is not None else iter(())
        for each in found:
            if each.node is not None or name != "demand":
                changed = replace(coherence, **{name: each.node})  # type: ignore[arg-type]
                yield mutant(each.sort, each.words, changed, each.beyond)


def _of_concurrences(corpus: Corpus) -> Iterator[Mutant]:
    for at, each in enumerate(corpus.concurrences):
        place = _place_of(each.place, corpus)
        changes = (
            (GONE, "de hele bepaling weg", ()),
            (BOUND, "alleen de hoogste en elk verwisseld", (replace(each, highest=not each.highest),)),
        )
        for sort, words, kept in changes:
            new = (*corpus.concurrences[:at], *kept, *corpus.concurrences[at + 1 :])
            key = Key(place.file, Part.CONCURRENCE, f"{each.place} ({each.of})", sort, words)
            yield Mutant(key, place, partial(replace, corpus, concurrences=new), acts=True)


def _place_of(id: str, corpus: Corpus) -> Place:
    versions = corpus.provisions.get(id)
    return versions[0].place if versions else next(iter(corpus.regulations.values())).place


def _of_decisions(corpus: Corpus) -> Iterator[Mutant]:
    """Another `standaard`."""
    for decision in corpus.decisions.values():
        if decision.default is None:
            continue
        type_ = decision.type
        others: list[Any] = [None, *moved_values(decision.default, type_.kind, type_.unit)]
        for other in others:
            words = "zonder standaard"
            if other is not None:
                words = (
                    f"standaard {format_value(decision.default, type_)} wordt {format_value(other, type_)}"
                )
            new = {**corpus.decisions, decision.name: replace(decision, default=other)}
            key = Key(decision.place.file, Part.DECISION, decision.name, VALUE, words)
            refused = OUTSIDE if is_outside(other, type_) else ""
            made = partial(replace, corpus, decisions=new)
            yield Mutant(key, decision.place, made, decision=decision.name, refused=refused)
