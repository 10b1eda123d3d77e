"""The evaluation tree: every rule on a decision, what its conditions came to, and where each stands.

Which rules, floors and begrippen a tree has, and of which parts they are made, is the regulation's own: it is laid out
once (`Layout`), and a part that stands in several places, in this rule and in that one, is one part. A case adds what
each part came to. `words` turns both into text, which only a reader who asks for the tree needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import count

from verordening.evaluate.calculations import Code
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.expressions import code_for
from verordening.evaluate.guarding import floors_of, in_play
from verordening.evaluate.outcome import TreeNode
from verordening.evaluate.rules import applies, set_value
from verordening.evaluate.shapes import Shape, concept_shapes, floor_shapes, rule_shapes
from verordening.evaluate.speaking import acts_in, speaking
from verordening.evaluate.standing import stands
from verordening.evaluate.tree_work import Work, parts_at
from verordening.evaluate.unknown import Result, Truth, merged, negated
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import inputs_of, turns_on_more
from verordening.model.likeness import likeness
from verordening.model.rules import Decision, Rule
from verordening.model.standards import Floor
from verordening.packed import NamedTuple, packed_dataclass
from verordening.remembering import lru_cache, partial

Subject = Rule | Floor | str
"""What is made of parts; a begrip by its name."""

Whole = Callable[[list[Result]], Result]
"""What a whole comes to, from what all parts before it came to."""


class Branch(NamedTuple):
    """A decision with every rule that speaks of it and every floor that guards it."""

    decision: Decision
    rules: tuple[Rule, ...]
    floors: tuple[Floor, ...]


class Layout(NamedTuple):
    """The parts of a tree: what stands there or is to be worked out, and then the wholes, each after its own parts.

    The first parts are `nodes`, worked out by `codes`; the others are wholes: `joins` says "en", "of" or "niet", and of
    which parts.
    `bare` is what every part comes to in a case that gives nothing. Another case comes to the same but for what is
    about a fact that it gives (`about`, by its name) and what turns on more than facts (`turning`): that is worked out,
    first what has a code of its own, then the wholes. `rules` are those shown, by themselves or as what another
    deviates from, `floors` those of all branches. `rows` says for a rule, floor or begrip where its parts stand, in the
    order of its shapes. `facts` are the gegevens and oordelen among the parts.
    """

    branches: tuple[Branch, ...]
    nodes: tuple[e.Expression, ...]
    joins: tuple[tuple[str, tuple[int, ...]], ...]
    codes: tuple[Code, ...]
    wholes: dict[int, Whole]
    bare: tuple[Result, ...]
    turning: frozenset[int]
    about: dict[str, frozenset[int]]
    rows: dict[Subject, tuple[int, ...]]
    rules: frozenset[int]
    floors: tuple[Floor, ...]
    facts: tuple[str, ...]


@packed_dataclass(frozen=True, slots=True)
class EvaluationTree:
    """What every part of a case came to.

    `results` stand in the order of the layout; `applying` says of each rule whether it applies, `in_play` of each
    floor, and `given` what a rule that may apply gives a decision and whether that stands.
    """

    corpus: Corpus
    layout: Layout
    decided: tuple[Decided, ...]
    results: tuple[Result, ...]
    applying: dict[int, Truth]
    in_play: dict[int, Truth]
    given: dict[tuple[str, int], tuple[Result, Truth]]

    def parts_of(self, subject: Subject) -> Iterator[Result]:
        """What the parts of a rule, floor or begrip came to, in the order of its shapes."""
        return (self.results[position] for position in self.layout.rows[subject])

    def words(self) -> TreeNode:
        """The tree as text."""
        from verordening.evaluate.tree_words import words

        return words(self)


def trace(found: dict[str, Decided], context: Context) -> EvaluationTree:
    """The tree of a whole case."""
    corpus, day, names = context.corpus, context.day, tuple(found)
    layout, acts = layout_of(corpus, names, day), acts_in(names, context)
    facts = frozenset(layout.about.keys() & context.inputs.keys())
    results = _work_on(corpus, names, day, acts, facts).results(context)
    for index in layout.rules - context.applies.keys():
        applies(index, context)
    playing = dict(context.floors)
    for floor in layout.floors:
        if floor.order not in playing:
            playing[floor.order] = in_play(floor, context)
    given: dict[tuple[str, int], tuple[Result, Truth]] = {}
    for name in names:
        for rule, _ in speaking(name, context).setting:
            value = set_value(rule.index, name, context)
            if value is not None:
                given[name, rule.index] = value, stands(rule.index, name, context)
    return EvaluationTree(
        corpus, layout, tuple(found.values()), tuple(results), dict(context.applies), playing, given
    )


@lru_cache(maxsize=256)
def _work_on(
    corpus: Corpus,
    names: tuple[str, ...],
    day: date,
    acts: tuple[tuple[str, str], ...],
    facts: frozenset[str],
) -> Work:
    """What there is to work out for cases that give facts of these names, and acts of these kinds.

    The parts that may come to something else where these facts are given than where nothing is but of what kind the
    acts are.
    """
    layout, kinds = layout_of(corpus, names, day), dict(acts)
    bare = list(layout.bare)
    parts_at(layout, _about(layout, kinds)).work_out(bare, Context(corpus, kinds, day))
    return Work(layout, _about(layout, facts - kinds.keys()), tuple(bare), facts, kinds)


def _about(layout: Layout, facts: Iterable[str]) -> frozenset[int]:
    """Where the parts stand that may come to something else where facts of these names are given."""
    return layout.turning.union(*[layout.about[name] for name in facts if name in layout.about])


# ------------------------------------------------ layout


@lru_cache(maxsize=256)
def layout_of(corpus: Corpus, names: tuple[str, ...], day: date) -> Layout:
    """The parts of the tree of these decisions on a day."""
    branches = tuple(
        Branch(
            corpus.decisions[name],
            tuple(corpus.rules[index] for index in corpus.by_decision.get(name, ())),
            floors_of(corpus, name, day),
        )
        for name in names
    )
    drawing = _Drawing(corpus)
    for branch in branches:
        for rule in branch.rules:
            drawing.add(rule, rule_shapes(rule))
        for floor in branch.floors:
            drawing.add(floor, floor_shapes(floor))
    rules = frozenset(
        index for branch in branches for rule in branch.rules for index in (rule.index, *rule.targets)
    )
    return drawing.layout(branches, rules, day)


class _Drawing:
    """Collects the parts of a tree, those that are written alike once."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.rows: dict[Subject, tuple[int, ...]] = {}
        self.plain: dict[object, int] = {}
        self.nodes: list[e.Expression] = []
        self.joined: dict[object, int] = {}
        self.wholes: list[tuple[str, tuple[int, ...]]] = []

    def add(self, subject: Subject, shapes: tuple[Shape, ...]) -> None:
        """A rule, floor or begrip, and the begrippen in it. A whole is numbered below zero until all are known."""
        if subject in self.rows:
            return
        self.rows[subject] = ()
        row: list[int] = []
        for each in shapes:
            self._place(each, row)
        self.rows[subject] = tuple(row)

    def _place(self, shape: Shape, row: list[int]) -> int:
        at = len(row)
        row.append(0)
        below = tuple([self._place(each, row) for each in shape.below])
        if shape.join in JOINS:
            position = self.joined.get((shape.join, below))
            if position is None:
                self.wholes.append((shape.join, below))
                position = self.joined[shape.join, below] = -len(self.wholes)
        else:
            key = likeness(shape.node)
            position = self.plain.get(key)
            if position is None:
                position = self.plain[key] = len(self.nodes)
                self.nodes.append(shape.node)
            if isinstance(shape.node, e.ConceptValue):
                self.add(shape.node.name, concept_shapes(self.corpus, shape.node.name))
        row[at] = position
        return position

    def layout(self, branches: tuple[Branch, ...], rules: frozenset[int], day: date) -> Layout:
        """All that was collected."""
        corpus, last = self.corpus, len(self.nodes) - 1
        below = [tuple(each if each >= 0 else last - each for each in parts) for _, parts in self.wholes]
        codes = tuple(code_for(each, corpus) for each in self.nodes)
        about: dict[str, set[int]] = {}
        turning: set[int] = set()
        for position, node in enumerate(self.nodes):
            for name in inputs_of(corpus, node):
                about.setdefault(name, set()).add(position)
            if turns_on_more(corpus, node):
                turning.add(position)
        for position, parts in enumerate(below, last + 1):
            for positions in (turning, *about.values()):
                if not positions.isdisjoint(parts):
                    positions.add(position)
        nothing = Context(corpus, {}, day)
        bare = [code(nothing) for code in codes]
        wholes = {
            position: JOINS[join](parts)
            for position, (join, _), parts in zip(count(last + 1), self.wholes, below, strict=False)
        }
        for whole in wholes.values():
            bare.append(whole(bare))
        return Layout(
            branches,
            tuple(self.nodes),
            tuple((join, parts) for (join, _), parts in zip(self.wholes, below, strict=True)),
            codes,
            wholes,
            tuple(bare),
            frozenset(turning),
            {name: frozenset(positions) for name, positions in about.items()},
            {
                subject: tuple(each if each >= 0 else last - each for each in row)
                for subject, row in self.rows.items()
            },
            rules,
            tuple(dict.fromkeys([floor for branch in branches for floor in branch.floors])),
            tuple(node.name for node in self.nodes if isinstance(node, e.Input)),
        )


def _junction_at(parts: tuple[int, ...], settling: bool) -> Whole:
    """Strong Kleene, as of the conditions themselves."""
    other = not settling

    def junction(results: list[Result]) -> Result:
        found: Result = other
        for each in parts:
            result = results[each]
            if result is settling:
                return settling
            if result is not other:
                found = result if found is other else merged(found, result)  # type: ignore[arg-type]
        return found

    return junction


def _opposite_at(parts: tuple[int, ...]) -> Whole:
    part = parts[0]
    return lambda results: negated(results[part])  # type: ignore[arg-type]  # a condition


JOINS: dict[str, Callable[[tuple[int, ...]], Whole]] = {
    "en": partial(_junction_at, settling=False),
    "of": partial(_junction_at, settling=True),
    "niet": _opposite_at,
}
