"""One case with at most one act to its outcome."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from verordening.evaluate.asking import question_for, questions, weights_of
from verordening.evaluate.citing import cite_place
from verordening.evaluate.coherence import with_implied
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided, decide
from verordening.evaluate.decision_outcomes import amount_of, decision_outcome
from verordening.evaluate.decision_outcomes import deciding as deciding_possibility
from verordening.evaluate.floor_outcomes import floor_outcomes
from verordening.evaluate.impossible import out_of_bounds
from verordening.evaluate.month_outcomes import NO_CALENDAR
from verordening.evaluate.outcome import Outcome, Question, Remark, Status
from verordening.evaluate.routes import Way, ways
from verordening.evaluate.rules import applies
from verordening.evaluate.scope import asked_decisions
from verordening.evaluate.tolerated import tolerated_ways
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.rules import Provision
from verordening.model.validity import Force
from verordening.packed import NamedTuple
from verordening.records import replace
from verordening.remembering import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from verordening.evaluate.completing import Tree
    from verordening.evaluate.outcome import ChoiceOutcome
    from verordening.evaluate.tracing import EvaluationTree
    from verordening.model.case import Choice


class Single(NamedTuple):
    """The outcome of a case, and all that is known of that case."""

    outcome: Outcome
    context: Context


def evaluate_single(
    corpus: Corpus,
    case: Case,
    only: tuple[str, ...] | None = None,
    *,
    tree: bool = False,
    witnesses: bool = False,
    ranges: bool = True,
) -> Single:
    """The outcome of a case under a corpus on the case's peildatum; with `tree` also the evaluation tree.

    It is about the decisions `only`, else those that the case names, else those that its facts touch. What the
    decisions mean for the months is left to `evaluate`. With `witnesses` each question shows that it can change a
    decision; without `ranges` nothing says between what amounts they lie.
    """
    given = Context(corpus, case.inputs(), case.peildatum)
    asked = asked_decisions(case.asked, given) if only is None else only
    context = with_implied(given)
    context.examples = case.example_guidelines
    found = decide(asked, context)
    decided_before_floors = context.decided
    trees = sharpen(found, context)
    context.decided = decided_before_floors
    weights = weights_of(found, trees, context)
    missing = {name: tuple(own) for name, own in weights.items()}
    serves = case.choice.serves if case.choice else ""
    by_decision: dict[str, list[Way]] = {
        name: [*ways(each, serves, context), *tolerated_ways(each, context)] for name, each in found.items()
    }
    floors = floor_outcomes(found, context)
    traced = _traced(found, context) if tree else None
    choice = _checked(case.choice, found, by_decision, context) if case.choice else None
    decisions = tuple(
        decision_outcome(each, missing[name], context, ranges=ranges) for name, each in found.items()
    )
    to_ask = questions(weights, trees, context)
    if witnesses:
        from verordening.evaluate.witnessing import witnessed

        to_ask = witnessed(to_ask, found, context)
    outcome = Outcome(
        case.title,
        case.gemeente,
        case.gemeente_name,
        case.peildatum,
        asked,
        not case.asked,
        not_asked(asked, corpus),
        decisions,
        tuple(way.route for name in asked for way in by_decision[name]),
        floors,
        choice,
        to_ask,
        _duties(found, context),
        _notes(case, found, context),
        corpus.labels,
        traced,
        _route_questions(by_decision, missing, context),
        _guideline_questions(by_decision, context),
        (case.choice.route,) if case.choice and case.choice.route else (),
        NO_CALENDAR,
        (),
        out_of_bounds(found, context),
    )
    return Single(outcome, context)


# Imported where they are needed: the most of cases make no choice, nobody asks for the tree, and nothing is open.


def _checked(
    choice: Choice, found: dict[str, Decided], by_decision: dict[str, list[Way]], context: Context
) -> ChoiceOutcome:
    from verordening.evaluate.choosing import check_choice

    checked = check_choice(choice, found, by_decision, context)
    amounts = (
        (name, amount_of(context.corpus.decisions[name], shown.value, context))
        for name, shown in checked.chosen
    )
    return replace(checked, amounts=tuple((name, each) for name, each in amounts if each is not None))


def _traced(found: dict[str, Decided], context: Context) -> EvaluationTree:
    from verordening.evaluate.tracing import trace

    return trace(found, context)


def not_asked(asked: Collection[str], corpus: Corpus) -> tuple[str, ...]:
    """The decisions that an answer is not about, by their labels."""
    return _not_asked(frozenset(asked), corpus)


@lru_cache(maxsize=256)
def _not_asked(asked: frozenset[str], corpus: Corpus) -> tuple[str, ...]:
    labels = dict(corpus.labels)
    return tuple([labels[name] for name in corpus.decisions if name not in asked])


def _route_questions(
    by_decision: dict[str, list[Way]], missing: dict[str, tuple[str, ...]], context: Context
) -> tuple[Question, ...]:
    """What only the routes turn on, each once."""
    wanted: dict[str, None] = {}
    for options in by_decision.values():
        for way in options:
            route = way.route
            for name in (*route.hinges, route.judgement) if route.judgement else route.hinges:
                wanted[name] = None
    for names in missing.values():
        for name in names:
            wanted.pop(name, None)
    return tuple([question_for(name, context) for name in wanted]) if wanted else ()


def _guideline_questions(by_decision: dict[str, list[Way]], context: Context) -> tuple[Question, ...]:
    """What guidelines turn on that may yet speak of a route, each once; asked where that route is considered."""
    wanted: dict[str, None] = {}
    for options in by_decision.values():
        for way in options:
            for voice in way.route.weighing.maybe:
                wanted.update(dict.fromkeys(voice.hinges))
    return tuple([question_for(name, context) for name in wanted]) if wanted else ()


def sharpen(found: dict[str, Decided], context: Context) -> dict[str, Tree]:
    """Sharpen what is open, in `found` itself; the trees of completions serve the order of the questions."""
    open_names = tuple(name for name, each in found.items() if each.status is Status.OPEN)
    if not open_names:
        return {}
    from verordening.evaluate.completing import Completer, ImpossibleError, TooManyError, sharpened

    completer = Completer(context.corpus, open_names)
    try:
        trees = completer.explore({name: found[name] for name in open_names}, context)
    except (TooManyError, ImpossibleError):
        return {}
    for name in open_names:
        found[name] = sharpened(found[name], trees[name])
    return trees


def _duties(found: dict[str, Decided], context: Context) -> tuple[Remark, ...]:
    """What the law asks once a decision is taken (`daarna`): of these decisions first, then of every decision."""
    rules = context.corpus.rules
    deciding: set[int] = set()
    for decided in found.values():
        way = deciding_possibility(decided) if decided.before is None else None
        if way is not None and way.rule is not None:
            deciding.add(way.rule)
            deciding.update([delegation for delegation, _ in rules[way.rule].fills])
    deciding = {index for index in deciding if applies(index, context) is not False}
    return tuple(
        [
            remark
            for always, follows, remark in _asked_afterwards(context.corpus, context.day)
            if always or not deciding.isdisjoint(follows)
        ]
    )


@lru_cache(maxsize=64)
def _asked_afterwards(corpus: Corpus, day: date) -> tuple[tuple[bool, tuple[int, ...], Remark], ...]:
    """What provisions ask after a decision, the general ones last: whether always, else after which rules."""
    asking = [each for each in corpus.afterwards if each.validity.on(day) is Force.IN_FORCE]
    return tuple(
        (each.always, each.follows, Remark(cite_place(each.id, corpus, day), each.afterwards))
        for each in sorted(asking, key=_is_general)
    )


def _is_general(provision: Provision) -> bool:
    return provision.always


@lru_cache(maxsize=64)
def _has_own_rules(corpus: Corpus) -> bool:
    return any(True for _ in corpus.municipal())


def _notes(case: Case, found: dict[str, Decided], context: Context) -> tuple[str, ...]:
    """What the reader must know about the answer as a whole."""
    notes = []
    if not _has_own_rules(context.corpus):
        notes.append(
            f"De eigen regels van {case.gemeente_name} zijn niet opgenomen; dit is alleen het landelijke recht."
        )
    if not found:
        notes.append("Deze gegevens raken geen enkel besluit; noem bij `besluiten` waarover het gaat.")
    return tuple(notes)
