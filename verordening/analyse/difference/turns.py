"""What a change means that touches no outcome: in which cases a route, a duty of reasons, guideline or samenhang holds.

Each of these comes down to a condition in the one corpus and one in the other. The solver looks for a case in which
the one holds and not the other, the interpreter works it out again; where there is none, the change means nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from verordening.analyse.difference.elements import Both, may_be
from verordening.analyse.difference.essence import both_of
from verordening.analyse.difference.found import Turn, Way
from verordening.analyse.difference.meaning import Meaning
from verordening.analyse.difference.naming import declared, fact_words
from verordening.analyse.difference.ordinary import ORDINARY
from verordening.analyse.difference.pairing import Pairing
from verordening.analyse.difference.reach import is_general_route
from verordening.analyse.difference.reasons import reasons_changed
from verordening.analyse.difference.together import Together, UndecidedError
from verordening.analyse.difference.witnessing import made_ordinary
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth as evaluated
from verordening.evaluate.naming import place_words
from verordening.evaluate.rules import applies
from verordening.evaluate.unknown import Truth, all_of, negated
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.standards import Guideline
from verordening.model.types import Value
from verordening.symbolic import logic
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.standings import Standings

TOO_MUCH = "het zoeken duurde te lang"
MOST_TIGHTENED = 6
MOST_WORK = 2_000_000
"""Past so many steps of the solver (some seconds) what one change means is given up."""


USUAL: Final[dict[str, Value]] = {**ORDINARY, "in_inrichting": False}


class Condition(NamedTuple):
    """A condition in one corpus: as the interpreter works it out, and for the solver."""

    of_case: Callable[[Context], Truth]
    in_symbols: Callable[[Standings], logic.Truth]


NEVER = Condition(lambda _: False, lambda _: logic.NO)


class Changed(NamedTuple):
    """Something that changed: what, where, and the condition that it comes down to before and after."""

    what: str
    text: str
    old: Condition
    new: Condition
    without: tuple[frozenset[Coherence], frozenset[Coherence]] = (frozenset(), frozenset())


def turns(pairing: Pairing, start: Both) -> Iterator[Turn]:
    """What every such change means on the day of the case."""
    for each in _changed(pairing):
        yield from _turns_of(each, start)


def _turns_of(changed: Changed, start: Both) -> Iterator[Turn]:
    found = False
    for way in (Way.OPEN, Way.DICHT):
        try:
            case = _Search(changed, start).case(way)
        except (NotEncodableError, UndecidedError) as error:
            why = f"lastig is {error}" if isinstance(error, NotEncodableError) else TOO_MUCH
            yield Turn(start.new.day, changed.what, changed.text, None, (), why)
            return
        if case is not None:
            found = True
            both = both_of(case, start)
            yield Turn(
                start.new.day, changed.what, changed.text, way, tuple(fact_words(name, both) for name in case)
            )
    if not found:
        yield Turn(start.new.day, changed.what, changed.text, Way.ANDERS, ())


class _Search:
    """The search for a case in which a condition holds in the one corpus and not in the other."""

    def __init__(self, changed: Changed, start: Both) -> None:
        self.changed, self.start = changed, start
        self.together = Together(start, MOST_WORK)
        for encoding, without in zip(self.together.encodings, changed.without, strict=True):
            encoding.without = without
        old, new = self.together.encodings
        self.old, self.new = changed.old.in_symbols(old.rules), changed.new.in_symbols(new.rules)

    def case(self, way: Way) -> dict[str, Value] | None:
        """The facts that it takes; None where there surely is no such case. Raises UndecidedError."""
        on, off = (self.new, self.old) if way is Way.OPEN else (self.old, self.new)
        wanted = logic.both(on.yes, logic.opposite(off.yes))
        for _ in range(MOST_TIGHTENED):
            model = self.together.ask(wanted)
            if model is None:
                return None
            usual = [self.together.is_(name, value) for name, value in USUAL.items()]
            for each in (*self.together.short_lists(), *usual):
                found = self.together.ask(logic.both(wanted, each))
                if found is not None:
                    wanted, model = logic.both(wanted, each), found
            facts = self.together.facts(model)
            if self._is_so(facts, way):
                fewest = self._fewest(facts, way)
                return made_ordinary(fewest, self.start, lambda tried: self._is_so(tried, way))
            if not self.together.tighten(model, both_of(facts, self.start)):
                raise UndecidedError
        raise UndecidedError

    def _is_so(self, facts: Mapping[str, Value], way: Way) -> bool:
        if not all(may_be(each, declared(name, self.start).type) for name, each in facts.items()):
            return False
        both = both_of(facts, self.start)
        old, new = self.changed.old.of_case(both.old), self.changed.new.of_case(both.new)
        return (new is True and old is False) if way is Way.OPEN else (old is True and new is False)

    def _fewest(self, facts: dict[str, Value], way: Way) -> dict[str, Value]:
        for name in reversed(list(facts)):
            fewer = {other: value for other, value in facts.items() if other != name}
            if self._is_so(fewer, way):
                facts = fewer
        return facts


# ------------------------------------------------ what changed


def _changed(pairing: Pairing) -> Iterator[Changed]:
    yield from _routes(pairing)
    yield from _reasons(pairing)
    yield from _guidelines(pairing)
    yield from _coherences(pairing)


def _routes(pairing: Pairing) -> Iterator[Changed]:
    """General ways out: when they can be used by whoever judges that they should."""
    before, after = Meaning(pairing.old), Meaning(pairing.new)
    for pair in pairing.pairs:
        old = None if pair.old is None else pairing.old.rules[pair.old]
        new = None if pair.new is None else pairing.new.rules[pair.new]
        routes = (
            old is not None and is_general_route(old, pairing.old),
            new is not None and is_general_route(new, pairing.new),
        )
        if not any(routes) or (old is not None and new is not None and before.when(old) == after.when(new)):
            continue
        corpus, shown = (pairing.new, new) if new is not None else (pairing.old, old)
        assert shown is not None
        yield Changed(
            "een algemene weg om af te wijken",
            place_words(shown.id, corpus),
            _applying(pair.old),
            _applying(pair.new),
        )


def _applying(index: int | None) -> Condition:
    if index is None:
        return NEVER
    return Condition(lambda context: applies(index, context), lambda rules: rules.applies(index))


def _reasons(pairing: Pairing) -> Iterator[Changed]:
    """What must be explained: where the rule applies that asks for it."""
    for each in reasons_changed(pairing):
        yield Changed(each.what, each.text, _applying(each.old), _applying(each.new))


def _guidelines(pairing: Pairing) -> Iterator[Changed]:
    before, after = Meaning(pairing.old), Meaning(pairing.new)
    old, new = ({each.id: each for each in corpus.guidelines} for corpus in (pairing.old, pairing.new))
    for name in dict.fromkeys((*old, *new)):
        one, other = old.get(name), new.get(name)
        if one is not None and other is not None and before.of(one.condition) == after.of(other.condition):
            continue
        corpus = pairing.old if other is None else pairing.new
        yield Changed("een richtlijn", place_words(name, corpus), _weighing(one), _weighing(other))


def _weighing(guideline: Guideline | None) -> Condition:
    if guideline is None:
        return NEVER
    node = guideline.condition
    return Condition(
        lambda context: True if node is None else evaluated(node, context),
        lambda rules: rules.expressions.truth(node),
    )


def _coherences(pairing: Pairing) -> Iterator[Changed]:
    """Cases that could not be and now can, or the other way round."""
    old, new = (
        {Meaning(corpus).of_coherence(each): each for each in corpus.coherences}
        for corpus in (pairing.old, pairing.new)
    )
    gone = tuple(each for shape, each in old.items() if shape not in new)
    come = tuple(each for shape, each in new.items() if shape not in old)
    without = frozenset(gone), frozenset(come)
    for each in gone:
        yield Changed("een samenhang", each.text, _possible(each, pairing.old), ALWAYS, without)
    for each in come:
        yield Changed("een samenhang", each.text, ALWAYS, _possible(each, pairing.new), without)


ALWAYS = Condition(lambda _: True, lambda _: logic.YES)


def _possible(coherence: Coherence, corpus: Corpus) -> Condition:
    """That a case does not go against a samenhang."""

    def of_case(context: Context) -> Truth:
        broken = all_of(
            (evaluated(coherence.condition, context), negated(evaluated(coherence.demand, context)))
            if coherence.condition is not None
            else (negated(evaluated(coherence.demand, context)),)
        )
        return negated(broken)

    def in_symbols(rules: Standings) -> logic.Truth:
        made = rules.expressions
        return logic.any_of((logic.negated(made.truth(coherence.condition)), made.truth(coherence.demand)))

    return Condition(of_case, in_symbols)
