"""What there is to cover: whether each rule and floor applies, and each condition and threshold in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final, NamedTuple

from verordening.evaluate.trace_words import phrase
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import parts
from verordening.model.rules import Place, Rule
from verordening.model.standards import Floor
from verordening.model.types import BOOL, NUMERIC, Kind, Type
from verordening.records import dataclass

APPLIES: Final = "geldt"
APPLIES_NOT: Final = "geldt niet"
UNKNOWN: Final = "onbekend"
BELOW: Final = "eronder"
ON: Final = "erop"
ABOVE: Final = "erboven"
TRUE: Final = "waar"
FALSE: Final = "niet waar"
NONE_OF: Final = "geen ervan"


class Of(StrEnum):
    """What a spot is in."""

    RULE = "regel"
    CONCEPT = "begrip"
    FLOOR = "ondergrens"


class Spot(NamedTuple):
    """A place where trials can go several ways; `number` counts within the rule, concept or floor (0: itself)."""

    file: str
    of: Of
    name: str
    line: int
    number: int
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class Spots:
    """The spots of a corpus with the ways each can go; `of_node` finds the spot of an expression."""

    ways: dict[Spot, tuple[str, ...]]
    of_node: dict[e.Expression, Spot]
    of_rule: dict[int, Spot]
    of_floor: dict[str, Spot]


def spots_of(corpus: Corpus) -> Spots:
    """Everything there is to cover in a corpus."""
    found = Spots({}, {}, {}, {})
    for rule in corpus.rules:
        spot = _spot(rule.place, Of.RULE, rule.id)
        found.of_rule[rule.index] = spot
        found.ways[spot] = _ways_of_rule(rule)
        values = [each for effect in rule.effects for each in (effect.low, effect.high) if each is not None]
        _add(found, spot, [rule.condition, rule.exception, *values], corpus)
    for concept in corpus.concepts.values():
        _add(found, _spot(concept.place, Of.CONCEPT, concept.name), [concept.value], corpus)
    for floor in corpus.floors:
        spot = _spot(floor.place, Of.FLOOR, floor.name)
        found.of_floor[floor.name] = spot
        found.ways[spot] = _ways_of_floor(floor)
        _add(found, spot, [floor.condition, floor.exception, floor.demand], corpus)
    return found


def _spot(place: Place, of: Of, name: str) -> Spot:
    return Spot(place.file, of, name, place.line, 0, "")


def _ways_of_rule(rule: Rule) -> tuple[str, ...]:
    turns = rule.condition is not None or rule.exception is not None or rule.because
    return (APPLIES, APPLIES_NOT, UNKNOWN) if turns else (APPLIES,)


def _ways_of_floor(floor: Floor) -> tuple[str, ...]:
    turns = floor.condition is not None or floor.exception is not None
    return ("gehouden", "geschonden", *(("niet van toepassing",) if turns else ()))


def _add(found: Spots, head: Spot, roots: list[e.Expression | None], corpus: Corpus) -> None:
    seen: set[int] = set()
    number = 0
    for root in roots:
        for node in _leaves(root) if root is not None else ():
            ways = ways_of(node, corpus)
            if not ways or id(node) in seen:
                continue
            seen.add(id(node))
            number += 1
            spot = head._replace(number=number, words=phrase(node, corpus))
            found.of_node[node] = spot
            found.ways[spot] = ways


def _leaves(node: e.Expression) -> Iterator[e.Expression]:
    """The conditions inside an expression that are no whole of other conditions, in reading order."""
    waiting = [node]
    while waiting:
        each = waiting.pop(0)
        yield each
        if not isinstance(each, e.ListExpression):
            waiting[:0] = parts(each)


def ways_of(node: e.Expression, corpus: Corpus) -> tuple[str, ...]:
    """The ways that a condition can go in trials; none for what is no condition, or a whole of conditions."""
    match node:
        case e.Compare():
            return _ways_of_comparison(node, corpus)
        case e.OneOf():
            return (*node.options, NONE_OF)
        case e.Input() if corpus.inputs[node.name].type.kind is Kind.BOOL:
            return (TRUE, FALSE)
        case e.ConceptValue() if corpus.concepts[node.name].type.kind is BOOL.kind:
            return (TRUE, FALSE)
        case e.SomeOf() | e.AllOf():
            return (TRUE, FALSE)
    return ()


def _ways_of_comparison(node: e.Compare, corpus: Corpus) -> tuple[str, ...]:
    """Below, on and above a threshold, as far as a fact can come there; else true and not true."""
    if node.operator in ("=", "!="):
        return (TRUE, FALSE)
    ways = [BELOW, ON, ABOVE]
    type_ = corpus.inputs[node.left.name].type if isinstance(node.left, e.Input) else None
    if type_ is not None and isinstance(node.right, e.Constant):
        value = node.right.value
        if _reaches(type_.low, value):
            ways.remove(BELOW)
        if _reaches(value, type_.high):
            ways.remove(ABOVE)
        if _is_between_steps(value, type_):
            ways.remove(ON)
    return tuple(ways)


def _reaches(first: object, second: object) -> bool:
    """Whether `first` is `second` or more."""
    if isinstance(first, date) and isinstance(second, date):
        return first >= second
    return isinstance(first, int | Fraction) and isinstance(second, int | Fraction) and first >= second


def _is_between_steps(value: object, type_: Type) -> bool:
    low, step = type_.low, type_.step
    if type_.kind not in NUMERIC or not step or not isinstance(low, int | Fraction):
        return False
    return isinstance(value, int | Fraction) and (Fraction(value) - low) % Fraction(step) != 0
