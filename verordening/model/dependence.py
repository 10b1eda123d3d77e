"""What an expression depends on: its parts, and the gegevens and oordelen in it, through concepts too."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from verordening.model import expressions as e
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.rules import Concept, Rule
from verordening.packed import packed_dataclass
from verordening.remembering import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Row = tuple[tuple[str, ...], tuple[str, ...], bool, bool, bool, bool]
    """`Depends`, as the cache keeps it."""


def parts(node: e.Expression) -> list[e.Expression]:
    """The expressions directly inside another, in the order in which people read them."""
    names = _PARTS.get(type(node))
    if names is None:
        return _parts_in_rows(node)
    return [each for name in names if (each := getattr(node, name)) is not None]


def _parts_in_rows(node: e.Expression) -> list[e.Expression]:
    if isinstance(node, _ROWS):
        return list(node.operands)
    if isinstance(node, e.Branches):
        return [*(each for value, condition in node.branches for each in (condition, value)), node.otherwise]
    return []


_ROWS = (e.And, e.Or, e.Extreme)
_PARTS: dict[type, tuple[str, ...]] = {
    e.Not: ("operand",),
    e.Compare: ("left", "right"),
    e.Arithmetic: ("left", "right"),
    e.DateDifference: ("left", "right"),
    e.OneOf: ("subject",),
    e.Share: ("percent", "whole"),
    e.NextMonth: ("day",),
    e.DateShift: ("day", "duration"),
    e.Elapsed: ("start", "end"),
    e.Term: ("duration", "day"),
    e.Rounded: ("operand",),
    e.Within: ("operand",),
    e.UpTo: ("operand",),
    **dict.fromkeys((e.CountOf, e.SomeOf), ("condition",)),
    **dict.fromkeys((e.SumOf, e.ExtremeOf), ("condition", "subject")),
    e.AllOf: ("condition", "demand"),
}
"""The fields of each kind of expression that hold one inside it, in the order in which people read them; some may be
left out."""


def walk(
    node: e.Expression | None, concepts: Mapping[str, Concept], skipped: Collection[str] = ()
) -> Iterator[e.Expression]:
    """Every expression inside another, itself first, through concepts (each once) except the skipped ones."""
    waiting = [] if node is None else [node]
    seen: set[str] = set()
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, e.ConceptValue):
            if each.name not in seen and each.name not in skipped and each.name in concepts:
                seen.add(each.name)
                waiting.append(concepts[each.name].value)
        else:
            waiting += reversed(parts(each))


def inputs_in(
    node: e.Expression | None, concepts: Mapping[str, Concept], skipped: Collection[str] = ()
) -> dict[str, None]:
    """The names of the inputs that an expression depends on, in the order in which they appear."""
    found: dict[str, None] = {}
    for each in walk(node, concepts, skipped):
        if isinstance(each, e.Input):
            found[each.name] = None
        elif isinstance(each, e.ListExpression):
            found[each.list] = None
    return found


def conditions_of(rule: Rule) -> tuple[e.Expression, ...]:
    """The conditions of a rule."""
    condition, exception = rule.condition, rule.exception
    if exception is None:
        return () if condition is None else (condition,)
    return (exception,) if condition is None else (condition, exception)


def pinning_conditions(rule: Rule) -> tuple[e.Expression, ...]:
    """The conditions of the overgangsrecht that speaks of a rule."""
    nodes = (node for each in rule.transitions for node in (each.condition, each.exception))
    return tuple(node for node in nodes if node is not None)


def settled_by(node: e.Expression) -> Iterator[tuple[str, e.Expression | bool]]:
    """The facts that may have one value left where a condition is true, each with what it then is.

    Those that the condition is about in as many words: a fact that is ja (True) or nee (False) there, or `=` something.
    """
    match node:
        case e.Input():
            yield node.name, True
        case e.Not(operand=e.Input() as fact):
            yield fact.name, False
        case e.And():
            for each in node.operands:
                yield from settled_by(each)
        case e.Compare(operator="="):
            for one, other in ((node.left, node.right), (node.right, node.left)):
                if isinstance(one, e.Input):
                    yield one.name, other


def conditions_in(coherence: Coherence) -> tuple[e.Expression, ...]:
    """The conditions of a samenhang."""
    return tuple(each for each in (coherence.condition, coherence.demand) if each is not None)


@lru_cache(maxsize=8192)
def values_of(rule: Rule) -> tuple[e.Expression, ...]:
    """The values and bounds in the consequences of a rule."""
    return tuple(each for effect in rule.effects for each in (effect.low, effect.high) if each is not None)


# ------------------------------------------------ of one corpus: each expression is looked into once


@packed_dataclass(frozen=True, slots=True)
class Depends:
    """What an expression of a corpus turns on: inputs, in the order in which they appear, and the lists of which it
    sees an element without going over them itself (`free`). Whether it looks at the outcome of a decision, the
    peildatum, what is in a list, and what a rule gives.
    """

    inputs: tuple[str, ...] = ()
    free: frozenset[str] = frozenset()
    decisions: bool = False
    day: bool = False
    lists: bool = False
    rules: bool = False

    @property
    def looks(self) -> tuple[bool, bool, bool, bool]:
        """What it looks at beside inputs."""
        return self.decisions, self.day, self.lists, self.rules


_NOTHING = Depends()


@lru_cache(maxsize=64)
def beforehand(corpus: Corpus) -> dict[e.Expression, Row]:
    """What expressions of a corpus turn on, as far as that was known before anybody asked; filled by the cache."""
    return {}


@lru_cache(maxsize=32768)
def depends(corpus: Corpus, node: e.Expression) -> Depends:
    """What an expression of a corpus turns on."""
    row = beforehand(corpus).get(node)
    if row is not None:
        inputs, free, decisions, day, lists, rules = row
        return Depends(inputs, frozenset(free), decisions, day, lists, rules)
    kind = node.__class__
    if kind is e.Constant or kind is e.TableValue:
        return _NOTHING
    if isinstance(node, e.Input):
        return Depends((node.name,))
    if isinstance(node, e.ConceptValue):
        concept = corpus.concepts.get(node.name)
        return _NOTHING if concept is None else depends(corpus, concept.value)
    found = _NOTHING
    for part in parts(node):
        inner = depends(corpus, part)
        if inner is not _NOTHING and inner is not found:
            found = inner if found is _NOTHING else _both(found, inner)
    own = _OWN.get(kind)
    return found if own is None else own(node, found)


def _both(one: Depends, other: Depends) -> Depends:
    return Depends(
        tuple(dict.fromkeys(one.inputs + other.inputs)),
        one.free | other.free,
        one.decisions or other.decisions,
        one.day or other.day,
        one.lists or other.lists,
        one.rules or other.rules,
    )


def _of_list(node: e.ListExpression, inside: Depends) -> Depends:
    """A list is one input; of an element (`FieldValue`) it is not said here over which list it goes."""
    free = inside.free | {node.list} if isinstance(node, e.FieldValue) else inside.free - {node.list}
    inputs = tuple(dict.fromkeys((node.list, *inside.inputs)))
    return Depends(inputs, free, inside.decisions, inside.day, True, inside.rules)


_OWN: dict[type, Callable[[Any, Depends], Depends]] = {
    **dict.fromkeys((e.FieldValue, e.CountOf, e.SumOf, e.ExtremeOf, e.SomeOf, e.AllOf), _of_list),
    e.DecisionValue: lambda _, __: Depends(decisions=True),
    e.CaseDate: lambda _, __: Depends(day=True),
    e.RuleValue: lambda _, __: Depends(rules=True),
}


def inputs_of(corpus: Corpus, node: e.Expression) -> tuple[str, ...]:
    """The names of the inputs that an expression of a corpus depends on, in the order in which they appear."""
    return depends(corpus, node).inputs


def looks_at_day(corpus: Corpus, node: e.Expression) -> bool:
    """Whether an expression of a corpus looks at the peildatum."""
    return depends(corpus, node).day


@lru_cache(maxsize=32768)
def decisions_in(node: e.Expression, corpus: Corpus) -> frozenset[str]:
    """The decisions whose outcome an expression of a floor or guideline looks at."""
    return frozenset(each.name for each in walk(node, corpus.concepts) if isinstance(each, e.DecisionValue))


def turns_on_more(corpus: Corpus, node: e.Expression) -> bool:
    """Whether an expression of a corpus turns on more than inputs and the day: on what a decision comes to or another
    rule gives, or on the element of a list that is looked at from outside the expression.
    """
    return varies(corpus, node) or depends(corpus, node).rules


def varies(corpus: Corpus, node: e.Expression) -> bool:
    """Whether an expression of a corpus may come to something else while a case is worked out: as decisions get their
    values, or another element of a list is looked at.
    """
    found = depends(corpus, node)
    return found.decisions or bool(found.free)


def looks_at_decisions(corpus: Corpus, node: e.Expression) -> bool:
    """Whether an expression of a corpus looks at the outcome of a decision."""
    return depends(corpus, node).decisions


def looks_into_list(corpus: Corpus, node: e.Expression) -> bool:
    """Whether an expression of a corpus depends on what is in a list."""
    return depends(corpus, node).lists
