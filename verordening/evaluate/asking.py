"""What to ask next: the missing gegevens and oordelen that can still change a decision, the most decisive first."""

from __future__ import annotations

from verordening.evaluate.coherence import list_behind
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided, decide
from verordening.evaluate.outcome import Question, Status
from verordening.evaluate.unknown import Unknown
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_range, format_value
from verordening.model.types import Field, Items, Kind, Type, Value
from verordening.remembering import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from verordening.evaluate.completing import Tree

MOST_ANSWERS = 6


Weight = tuple[bool, int, int]
"""What a question is ordered by; the least is asked first."""


def weights_of(
    found: dict[str, Decided], trees: dict[str, Tree], context: Context
) -> dict[str, dict[str, Weight]]:
    """Per decision its missing inputs, the most decisive first."""
    weights = {}
    for decision, decided in found.items():
        names = names_asked(decided)
        own = {name: _weight(name, decided, trees.get(decision), context) for name in names} if names else {}
        weights[decision] = dict(sorted(own.items(), key=lambda each: each[1])) if len(own) > 1 else own
    return weights


def _weight(name: str, decided: Decided, tree: Tree | None, context: Context) -> Weight:
    """What settles an open decision comes before what only lifts a reservation; then the answers left.

    Then declaration.
    """
    worst = 0
    if tree is not None:
        from verordening.evaluate.completing import leaves, names_in, worst_count

        tried = names_in(tree).get(name)
        worst = len(list(leaves(tree))) + 1 if tried is None else worst_count(tree, name, tried)
    elif decided.status is Status.OPEN:
        worst = _worst_alone(name, decided, context)
    return decided.status is not Status.OPEN, worst, context.corpus.inputs[name].order


def _worst_alone(name: str, decided: Decided, context: Context) -> int:
    """How many answers remain at worst after this one, as far as that shows while all else is missing.

    For where there are too many completions to try: what settles the matter still comes before its details.
    """
    type_, most = context.corpus.inputs[name].type, _answers_left(decided)
    values: tuple[Value, ...] = (True, False) if type_.kind is Kind.BOOL else type_.options
    worst = 0 if values else most
    for value in values:
        found = decide((decided.decision,), context.completed(name, value))[decided.decision]
        worst = max(worst, _answers_left(found))
        if worst >= most:
            return most
    return worst


def _answers_left(decided: Decided) -> int:
    if decided.status is not Status.OPEN:
        return 1
    return len(decided.candidates) + sum(each.value is None for each in decided.possible)


def names_asked(decided: Decided) -> set[str]:
    """What is still asked about a decision: what settles it, or what lifts the reservation."""
    if decided.status is Status.OPEN:
        return set(decided.missing.inputs)
    if decided.status is Status.VOORBEHOUD:
        return {
            name for each in decided.reserved if isinstance(each.truth, Unknown) for name in each.truth.inputs
        }
    return set()


def questions(
    weights: dict[str, dict[str, Weight]], trees: dict[str, Tree], context: Context
) -> tuple[Question, ...]:
    """The questions of all decisions together, each once, by its best weight for any of them."""
    best: dict[str, Weight] = {}
    for own in weights.values():
        for name, weight in own.items():
            best[name] = min(weight, best.get(name, weight))
    ordered = sorted((name for name in best if not context.corpus.inputs[name].general), key=best.__getitem__)
    return tuple(_question(name, tuple(weights), trees, context) for name in ordered)


def question_for(name: str, context: Context) -> Question:
    """The question behind one name, without what its answers lead to."""
    return _question(name, tuple(context.corpus.decisions), {}, context)


def _question(name: str, asked: tuple[str, ...], trees: dict[str, Tree], context: Context) -> Question:
    declared = context.corpus.inputs[name]
    text, type_, part = declared.question, declared.type, None
    behind = name if type_.kind is Kind.LIST else list_behind(name, context)
    if not behind and not trees:
        return _plain_question(name, context.corpus)
    if behind:
        from verordening.evaluate.list_questions import list_question

        text, type_, part = list_question(context.corpus.inputs[behind], asked, trees.values(), context)
    return Question(
        name,
        text,
        declared.judgement,
        _type_text(type_),
        tuple(format_value(option, type_) for option in type_.options),
        declared.weigh,
        declared.burden,
        _answers(name, part, trees, context) if behind in ("", name) else (),
    )


@lru_cache(maxsize=4096)
def _plain_question(name: str, corpus: Corpus) -> Question:
    """The question as the regulation asks it; nothing of the case is in it."""
    declared = corpus.inputs[name]
    return Question(
        name,
        declared.question,
        declared.judgement,
        _type_text(declared.type),
        tuple(format_value(option, declared.type) for option in declared.type.options),
        declared.weigh,
        declared.burden,
        (),
    )


def _type_text(type_: Type) -> str:
    if type_.kind is Kind.LIST:
        per_element = ", ".join(each.label for each in type_.fields)
        return f"een lijst van ten hoogste {type_.high}, met per {type_.of.replace('_', ' ')}: {per_element}"
    if type_.kind in (Kind.BOOL, Kind.ENUM) or isinstance(type_.low, bool | str):
        return type_.describe()
    return f"{type_.describe()}, {format_range(type_.low, type_.high, type_)}"


def _answers(
    name: str, part: tuple[int, Field] | None, trees: dict[str, Tree], context: Context
) -> tuple[tuple[str, str], ...]:
    """What each answer leads to, where the first decision that turns on it can say so.

    Of a list only where one field of one element (`part`) is all that is asked.
    """
    if not trees:
        return ()
    from verordening.evaluate.completing import names_in

    for decision, tree in trees.items():
        values = names_in(tree).get(name)
        if values is None or len(values) > MOST_ANSWERS:
            continue
        type_ = context.corpus.decisions[decision].type
        declared = context.corpus.inputs[name].type
        answers = {_answer(value, declared, part): value for value in values}
        if len(answers) < len(values):
            return ()
        return tuple((answer, _leads_to(tree, name, value, type_)) for answer, value in answers.items())
    return ()


def _answer(value: Value, declared: Type, part: tuple[int, Field] | None) -> str:
    if not isinstance(value, Items):
        return format_value(value, declared)
    if part is None:
        return ""
    number, field = part
    return format_value(value.elements[number][field.name], field.type)


def _leads_to(tree: Tree, name: str, value: Value, type_: Type) -> str:
    from verordening.evaluate.completing import leaves

    ends: dict[str, None] = {}
    for leaf in leaves(tree, (name, value)):
        if leaf.status in (Status.BEPAALD, Status.VOORBEHOUD) and leaf.value is not None:
            ends[format_value(leaf.value, type_)] = None
        else:
            ends[leaf.status.value] = None
    return " of ".join(ends)
