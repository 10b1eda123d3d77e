"""What to ask next: the missing gegevens and oordelen that can still change a decision, the most decisive first."""

from __future__ import annotations

from verordening.evaluate.completing import Tree, leaves, names_in, worst_count
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.outcome import Question, Status
from verordening.evaluate.unknown import Unknown
from verordening.model.formatting import format_range, format_value
from verordening.model.types import Kind, Type, Value

MOST_ANSWERS = 6


def ordered_missing(decided: Decided, tree: Tree | None, context: Context) -> tuple[str, ...]:
    """The missing inputs of a decision: how few answers remain at worst after each, ties in order of declaration."""
    return tuple(sorted(_names(decided), key=lambda name: _weight(name, decided, tree, context)))


def _weight(name: str, decided: Decided, tree: Tree | None, context: Context) -> tuple[bool, int, int]:
    """What settles an open decision comes before what only lifts a reservation; then the answers left.

    Then declaration.
    """
    worst = 0
    if tree is not None:
        tried = names_in(tree).get(name)
        worst = len(list(leaves(tree))) + 1 if tried is None else worst_count(tree, name, tried)
    return decided.status is not Status.OPEN, worst, context.corpus.inputs[name].order


def _names(decided: Decided) -> set[str]:
    if decided.status is Status.OPEN:
        return set(decided.missing.inputs)
    if decided.status is Status.VOORBEHOUD:
        return {
            name for each in decided.reserved if isinstance(each.truth, Unknown) for name in each.truth.inputs
        }
    return set()


def questions(found: dict[str, Decided], trees: dict[str, Tree], context: Context) -> tuple[Question, ...]:
    """The questions of all decisions together, each once, by its best weight for any of them."""
    weights: dict[str, tuple[bool, int, int]] = {}
    for decision, decided in found.items():
        for name in _names(decided):
            weight = _weight(name, decided, trees.get(decision), context)
            weights[name] = min(weight, weights.get(name, weight))
    ordered = sorted(
        (name for name in weights if not context.corpus.inputs[name].general), key=weights.__getitem__
    )
    return tuple(_question(name, trees, context) for name in ordered)


def question_for(name: str, context: Context) -> Question:
    """The question behind one name, without what its answers lead to."""
    return _question(name, {}, context)


def _question(name: str, trees: dict[str, Tree], context: Context) -> Question:
    declared = context.corpus.inputs[name]
    type_ = declared.type
    return Question(
        name,
        declared.question,
        declared.judgement,
        _type_text(type_),
        tuple(format_value(option, type_) for option in type_.options),
        declared.weigh,
        declared.burden,
        _answers(name, trees, context),
    )


def _type_text(type_: Type) -> str:
    if type_.kind in (Kind.BOOL, Kind.ENUM) or isinstance(type_.low, bool | str):
        return type_.describe()
    return f"{type_.describe()}, {format_range(type_.low, type_.high, type_)}"


def _answers(name: str, trees: dict[str, Tree], context: Context) -> tuple[tuple[str, str], ...]:
    """What each answer leads to, where the first decision that turns on it can say so."""
    for decision, tree in trees.items():
        values = names_in(tree).get(name)
        if values is None or len(values) > MOST_ANSWERS:
            continue
        type_ = context.corpus.decisions[decision].type
        declared = context.corpus.inputs[name].type
        return tuple((format_value(value, declared), _leads_to(tree, name, value, type_)) for value in values)
    return ()


def _leads_to(tree: Tree, name: str, value: Value, type_: Type) -> str:
    ends: dict[str, None] = {}
    for leaf in leaves(tree, (name, value)):
        if leaf.status in (Status.BEPAALD, Status.VOORBEHOUD) and leaf.value is not None:
            ends[format_value(leaf.value, type_)] = None
        else:
            ends[leaf.status.value] = None
    return " of ".join(ends)
