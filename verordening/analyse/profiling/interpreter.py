"""One case through the reference interpreter with a clock on it: per phase, and per rule, begrip and ondergrens.

The evaluator has no place for a clock. For the length of one measurement its functions are replaced by measured ones.
"""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from statistics import median
from time import process_time_ns
from typing import Any, Final, NamedTuple

import verordening.evaluate
from verordening.analyse.profiling.metering import Meter, Spent, own_cost
from verordening.evaluate import expressions, guarding, routes, rules, standing, tailoring, tolerated
from verordening.evaluate.context import Context, code_of, tests_of
from verordening.evaluate.evaluation import evaluate
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.expressions import ConceptValue
from verordening.model.rules import Place, Rule
from verordening.model.standards import Floor
from verordening.records import dataclass

RULE: Final = "regel"
CONCEPT: Final = "begrip"
FLOOR: Final = "ondergrens"

_PHASES: Final = {
    "kiezen over welke besluiten het gaat": (("single", "asked_decisions"),),
    "wat vanzelf volgt (samenhang)": (("single", "with_implied"),),
    "beslissen": (("single", "decide"),),
    "uitproberen wat nog open is": (("single", "sharpen"),),
    "vragen": (
        ("single", "weights_of"),
        ("single", "questions"),
        ("single", "_route_questions"),
        ("single", "_guideline_questions"),
    ),
    "wegen om af te wijken": (("single", "ways"), ("single", "tolerated_ways")),
    "ondergrenzen": (("single", "floor_outcomes"),),
    "de keuze nakijken": (("single", "_checked"),),
    "de uitkomst onder woorden brengen": (("single", "decision_outcome"), ("single", "_duties")),
    "stap voor stap (boom)": (("single", "_traced"),),
    "maand voor maand": (("evaluation", "measures_of"), ("evaluation", "calendar_of")),
}
"""What one evaluation consists of, in order, with the functions that do it, where `evaluate` calls them."""
OTHER: Final = "de rest"


class Mark(NamedTuple):
    """A rule, begrip or ondergrens: its kind, its name, and where it stands."""

    kind: str
    name: str
    place: Place


class Part(NamedTuple):
    """Something that takes time: how often it was worked out, and nanoseconds of CPU, without and with what it asks."""

    mark: Mark
    times: int
    own: int
    total: int


class Phase(NamedTuple):
    """A phase, in nanoseconds of CPU: the first time, when the regulations are made ready too, and after that."""

    name: str
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class CaseProfile:
    """What one case takes. `bare` is a whole evaluation without a clock inside, in nanoseconds of CPU.

    Each time is the median of `repeats` evaluations, but for the `first` of a phase. `phases` and `parts` are measured
    with the clock inside, after its own cost was taken off. `parts` has the heaviest first, by their own time.
    """

    repeats: int
    bare: int
    phases: tuple[Phase, ...]
    parts: tuple[Part, ...]

    @property
    def measured(self) -> int:
        """What the phases come to together."""
        return sum(each.after for each in self.phases)

    @property
    def first(self) -> int:
        """What they came to the first time, when the regulations were made ready too."""
        return sum(each.first for each in self.phases)


def profile_case(corpus: Corpus, case: Case, repeats: int, *, tree: bool = False) -> CaseProfile:
    """Evaluate a case again and again, and say what each part of that takes."""
    _load_all()
    inside, whole = own_cost()
    meter = _Switch(Meter(inside=inside, whole=whole))
    found: list[Meter] = []
    _forget()
    try:
        with _measured(meter):
            for _ in range(repeats + 1):
                meter.to = Meter(inside=inside, whole=whole)
                meter.to.around(OTHER, lambda: evaluate(corpus, case, tree=tree))
                found.append(meter.to)
    finally:
        _forget()
    evaluate(corpus, case, tree=tree)
    return CaseProfile(
        repeats, _median([_bare(corpus, case, tree) for _ in range(repeats)]), *_taken_together(found)
    )


def _bare(corpus: Corpus, case: Case, tree: bool) -> int:
    start = process_time_ns()
    evaluate(corpus, case, tree=tree)
    return process_time_ns() - start


def _taken_together(meters: list[Meter]) -> tuple[tuple[Phase, ...], tuple[Part, ...]]:
    first, *after = meters
    nothing = Spent()
    phases = []
    for name in (*_PHASES, OTHER):
        own = name == OTHER
        once = first.spent.get(name, nothing)
        times = [each.spent.get(name, nothing) for each in after]
        taken = _median([each.own if own else each.total for each in times])
        if name in first.spent:
            phases.append(Phase(name, once.own if own else once.total, taken))
    marks = [each for each in after[-1].spent if isinstance(each, Mark)]
    parts = []
    for mark in marks:
        times = [each.spent.get(mark, nothing) for each in after]
        own_time, total = _median([each.own for each in times]), _median([each.total for each in times])
        parts.append(Part(mark, times[-1].count, own_time, total))
    parts.sort(key=lambda each: (-each.own, each.mark.name))
    return tuple(phases), tuple(parts)


def _median(times: list[int]) -> int:
    return max(0, round(median(times)))


# ------------------------------------------------ measured functions in the place of the evaluator's own


class _Switch:
    """Where time is booked now. A phase within a phase is part of that phase."""

    def __init__(self, to: Meter) -> None:
        self.to = to
        self._in_phase = False

    def phase(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def measured(*args: Any, **named: Any) -> Any:
            if self._in_phase:
                return work(*args, **named)
            self._in_phase = True
            try:
                return self.to.around(name, lambda: work(*args, **named))
            finally:
                self._in_phase = False

        return measured

    def of_rule(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """A function that is about the rule that it gets first."""

        def measured(rule: Rule, *args: Any) -> Any:
            return self.to.around(_of_rule(rule), lambda: work(rule, *args), counted=False)

        return measured

    def of_floor(self, work: Callable[..., Any], *, counted: bool) -> Callable[..., Any]:
        """A function that is about the ondergrens that it gets first."""

        def measured(floor: Floor, *args: Any) -> Any:
            mark = Mark(FLOOR, floor.name, floor.place)
            return self.to.around(mark, lambda: work(floor, *args), counted=counted)

        return measured

    def test(self, make: Callable[..., rules.Test]) -> Callable[..., rules.Test]:
        """What makes the test of a rule: the test is asked once an evaluation, for the context keeps what it gave."""

        def made(rule: Rule, *args: Any) -> rules.Test:
            mark = _of_rule(rule)
            test = self.to.around(mark, lambda: make(rule, *args), counted=False)
            return lambda context: self.to.around(mark, lambda: test(context))

        return made

    def value(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """What gives the value of a rule; where it was worked out before nothing is to be measured."""

        def measured(index: int, decision: str, context: Context) -> Any:
            if (index, decision, "set") in context.values:
                return work(index, decision, context)
            mark = _of_rule(context.corpus.rules[index])
            return self.to.around(mark, lambda: work(index, decision, context), counted=False)

        return measured

    def concept(self, make: Callable[..., Any]) -> Callable[..., Any]:
        """What makes the function of a begrip: the function is measured where it was not worked out before."""

        def made(node: ConceptValue, corpus: Corpus, inner: Any) -> Any:
            concept = corpus.concepts[node.name]
            mark = Mark(CONCEPT, concept.name, concept.place)
            known = make(node, corpus, inner)

            def worked_out(context: Context) -> Any:
                if node.name in context.concepts or concept.value in context.results:
                    return known(context)
                return self.to.around(mark, lambda: known(context))

            return worked_out

        return made


def _of_rule(rule: Rule) -> Mark:
    return Mark(RULE, rule.id, rule.place)


@contextmanager
def _measured(switch: _Switch) -> Iterator[None]:
    """The evaluator with a clock in it, until the end of the block."""
    replaced: dict[Any, Any] = {
        rules._test: switch.test(rules._test),  # noqa: SLF001 - the evaluator has no door for this
        rules.set_value: switch.value(rules.set_value),
        standing.may_stand: switch.of_rule(standing.may_stand),
        tailoring.tailored_range: switch.of_rule(tailoring.tailored_range),
        routes._way: switch.of_rule(routes._way),  # noqa: SLF001
        tolerated._way: switch.of_rule(tolerated._way),  # noqa: SLF001
        guarding._in_play: switch.of_floor(guarding._in_play, counted=True),  # noqa: SLF001
        guarding.met: switch.of_floor(guarding.met, counted=False),
    }
    places = [
        (module, name, replaced[found])
        for module in _modules()
        for name, found in vars(module).items()
        if callable(found) and _hashable(found) and found in replaced
    ]
    for phase, functions in _PHASES.items():
        for room, name in functions:
            module = sys.modules[f"{verordening.evaluate.__name__}.{room}"]
            places.append((module, name, switch.phase(phase, getattr(module, name))))
    conditions = expressions._CONDITIONS  # noqa: SLF001
    of_concept = conditions[ConceptValue]
    before = [(module, name, getattr(module, name)) for module, name, _ in places]
    try:
        conditions[ConceptValue] = switch.concept(of_concept)
        for module, name, function in places:
            setattr(module, name, function)
        yield
    finally:
        for module, name, function in before:
            setattr(module, name, function)
        conditions[ConceptValue] = of_concept


def _hashable(found: object) -> bool:
    return type(found).__hash__ is not None


def _modules() -> list[Any]:
    prefix = f"{verordening.evaluate.__name__}."
    return [module for name, module in list(sys.modules.items()) if name.startswith(prefix)]


def _load_all() -> None:
    """Load the whole evaluator: what loads while it is measured would keep the measured functions."""
    for each in pkgutil.iter_modules(verordening.evaluate.__path__):
        import_module(f"{verordening.evaluate.__name__}.{each.name}")


def _forget() -> None:
    """Forget what was made ready of the regulations, so that it is made with the functions that stand there now."""
    code_of.cache_clear()
    tests_of.cache_clear()
