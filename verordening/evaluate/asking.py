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
    names = _names(decided)
    declared = context.corpus.inputs
    if tree is None:
        return tuple(sorted(names, key=lambda name: declared[name].order))
    tried = names_in(tree)

    def weight(name: str) -> tuple[int, int]:
        worst = worst_count(tree, name, tried[name]) if name in tried else len(list(leaves(tree))) + 1
        return worst, declared[name].order

    return tuple(sorted(names, key=weight))


def _names(decided: Decided) -> set[str]:
    if decided.status is Status.OPEN:
        return set(decided.missing.inputs)
    if decided.status is Status.VOORBEHOUD:
        return {
            name for each in decided.reserved if isinstance(each.truth, Unknown) for name in each.truth.inputs
        }
    return set()


def questions(
    missing: dict[str, tuple[str, ...]], trees: dict[str, Tree], context: Context
) -> tuple[Question, ...]:
    """The questions of all decisions together, each once, by their place in the order of the first decision they bear on."""
    places: dict[str, tuple[int, int]] = {}
    for names in missing.values():
        for position, name in enumerate(names):
            places.setdefault(name, (position, context.corpus.inputs[name].order))
    ordered = sorted((name for name in places if not context.corpus.inputs[name].general), key=places.__getitem__)
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
        return tuple(
            (format_value(value, declared), _leads_to(tree, name, value, type_)) for value in values
        )
    return ()


def _leads_to(tree: Tree, name: str, value: Value, type_: Type) -> str:
    ends: dict[str, None] = {}
    for leaf in leaves(tree, (name, value)):
        if leaf.status in (Status.BEPAALD, Status.VOORBEHOUD) and leaf.value is not None:
            ends[format_value(leaf.value, type_)] = None
        else:
            ends[leaf.status.value] = None
    return " of ".join(ends)
