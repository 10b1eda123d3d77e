"""What a question may look at: the regulations that hold together, those of them that are examined, and the tiers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from verordening.analyse.conflicts.finding import Site
from verordening.analyse.days import day_from
from verordening.analyse.guarantees.settling import Settle
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.changing import Changing
from verordening.analyse.proving.fingerprints import Fingerprints
from verordening.analyse.proving.interpreting import truths
from verordening.analyse.proving.memory import Memory
from verordening.analyse.proving.searching import MOST_TRIED, NOTHING_GIVEN, Answer, NotProven, search
from verordening.analyse.proving.sharing import Cases
from verordening.evaluate.context import Context
from verordening.evaluate.standing import STANDING
from verordening.evaluate.told_apart import rules_named_in
from verordening.evaluate.unknown import all_of
from verordening.language.source import Span
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import values_of
from verordening.model.formatting import format_range, format_value
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Effect, Form, Place, Rank, Rule
from verordening.model.types import Value
from verordening.records import replace

Solve = Callable[[tuple[c.Claim, ...], date], Answer]
"""The second tier: a solver that settles what trying cannot."""


MOST_BEFORE_SOLVING = 150
"""So many tries before the solver is asked: it settles in milliseconds what takes long to try."""
_LIMITING = {Form.AT_MOST: "ten hoogste", Form.AT_LEAST: "ten minste", Form.FORBID: "niet"}


class Area:
    """A corpus without errors; `own` are the paths of the files that are examined, `today` the first day that counts.

    With `about` only these decisions are. `solve` is the second tier, where it is installed, `settle` that of promises;
    `tried` and `solved` count what the tiers were asked. `memory` holds what earlier runs found out with the
    same `solver`.
    """

    def __init__(
        self,
        corpus: Corpus,
        own: frozenset[str],
        today: date,
        *,
        about: Collection[str] = (),
        solve: Solve | None = None,
        settle: Settle | None = None,
        memory: Memory | None = None,
        solver: str = "",
    ) -> None:
        self.corpus, self.own, self.today, self._solve = corpus, own, today, solve
        self.memory = memory
        self._prints: dict[date, Fingerprints] = {}
        self._cases: dict[date, Cases] = {}
        self.settle = settle
        self.solver = solver
        self.decisions = tuple(each for each in corpus.by_decision if not about or each in about)
        """The decisions that are examined and that some rule speaks of."""
        self.tried = self.solved = 0

    def case(
        self, claims: Iterable[c.Claim], day: date, *, given: Mapping[str, Value] = NOTHING_GIVEN
    ) -> Answer:
        """A case on a day in which all these hold beside what is `given`; None where there surely is none."""
        wanted = tuple(claims)
        if self.memory is None:
            return self._looked_for(wanted, day, given)
        key = self.prints(day).of(wanted, "geval", self.solver, repr(sorted(given.items())) if given else "")
        if key in self.memory:
            known = self.memory[key]
            if known is None or isinstance(known, NotProven):
                return known
            context = Context(self.corpus, known, day)
            if known.keys() <= self.corpus.inputs.keys() and all_of(truths(wanted, context)) is True:
                return context
        found = self._looked_for(wanted, day, given)
        self.memory[key] = found.inputs if isinstance(found, Context) else found
        return found

    def cases(self, claims: Iterable[c.Claim], first: date) -> Iterator[Answer]:
        """The answer on a day, and on each after it on which something that these claims read changes."""
        wanted = tuple(claims)
        yield self.case(wanted, first)
        for day in self.changing.later(wanted, first):
            yield self.case(wanted, day)

    def ever(self, claims: Iterable[c.Claim], first: date) -> Answer:
        """A case on such a day; None where there surely is none on any of them."""
        unsettled: NotProven | None = None
        for found in self.cases(claims, first):
            if isinstance(found, Context):
                return found
            unsettled = unsettled or found
        return unsettled

    @cached_property
    def changing(self) -> Changing:
        """What changes in these regulations from the first day that counts."""
        return Changing(self.corpus, self.today)

    def prints(self, day: date) -> Fingerprints:
        """The fingerprints of answers on a day."""
        found = self._prints.get(day)
        if found is None:
            found = self._prints[day] = Fingerprints(self.corpus, day)
        return found

    def _looked_for(self, wanted: tuple[c.Claim, ...], day: date, given: Mapping[str, Value]) -> Answer:
        self.tried += 1
        cases = self._cases.setdefault(day, Cases(self.corpus, day))
        if given:
            return search(self.corpus, wanted, day, given=given, cases=cases)
        most = MOST_TRIED if self._solve is None else MOST_BEFORE_SOLVING
        found = search(self.corpus, wanted, day, most, cases=cases)
        if isinstance(found, NotProven) and self._solve is not None:
            self.solved += 1
            settled = self._solve(wanted, day)
            return found if isinstance(settled, NotProven) and not settled.why else settled
        return found

    def day_of(self, *rules: Rule) -> date | None:
        """The first day on which to look at these rules together; None where they never hold together."""
        return day_from(self.corpus, rules, self.today)

    # -------------------------------------------- what is examined

    def is_own(self, each: Rule) -> bool:
        """Whether a rule stands in a file that is examined."""
        return each.place.file in self.own

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are examined and that hold on some day from today."""
        return tuple(
            each for each in self.corpus.rules if self.is_own(each) and self.day_of(each) is not None
        )

    @cached_property
    def taken(self) -> frozenset[int]:
        """The rules whose value another rule takes: `2 keer de duur van lid 1`."""
        every = (values_of(rule) for rule in self.corpus.rules)
        return frozenset(index for nodes in every for index in rules_named_in(self.corpus, nodes))

    def saying(self, decision: str, *forms: Form) -> Iterator[tuple[Rule, Effect]]:
        """Each rule that says something of these forms about a decision, with what it says; any rule, in order."""
        for index in self.corpus.by_decision.get(decision, ()):
            rule = self.corpus.rules[index]
            for effect in rule.effects:
                if effect.decision == decision and effect.form in forms:
                    yield rule, effect

    def undefeated(self, rule: Rule, decision: str) -> tuple[c.Claim, ...]:
        """That no rule which deviates from this one, or replaces it, takes its place for a decision."""
        return tuple(
            c.Not(c.Stands(each.index, decision)) for each in STANDING.defeaters(rule, decision, self.corpus)
        )

    def examined(self, *forms: Form) -> Iterator[tuple[Rule, Effect]]:
        """Each examined rule with each of its consequences of these forms for a decision."""
        for rule in self.rules:
            for effect in rule.effects:
                if effect.decision in self.decisions and effect.form in forms:
                    yield rule, effect

    def rank(self, rule: Rule) -> Rank:
        """The rank of the regulation that a rule stands in."""
        return self.corpus.rank_of(rule)

    # -------------------------------------------- words

    def site(self, rule: Rule, label: str, decision: str = "") -> Site:
        """The place of a rule in a finding, or of what it says of a decision."""
        return Site(rule.id, self.span(rule.place, rule.path), label, rule.index, decision)

    def giving(self, rule: Rule, decision: str) -> Site:
        """The place where a rule says something of a decision, with what that is."""
        return self.site(rule, self.gives(rule, decision), decision)

    def span(self, place: Place, path: str) -> Span:
        """Where the words stand that open a place."""
        return span_of(place, path)

    def label(self, decision: str) -> str:
        """The words for a decision."""
        return self.corpus.decisions[decision].label

    def gives(self, rule: Rule, decision: str) -> str:
        """What a rule says of a decision, as the label of its place."""
        effect = next(each for each in rule.effects if each.decision == decision)
        return f"`{rule.path}` geeft {self.label(decision)} {self.value(effect)}"

    def value(self, effect: Effect) -> str:
        """The value or range of a consequence, as far as it is written there."""
        type_ = self.corpus.decisions[effect.decision].type
        low, high = (
            each.value if isinstance(each, e.Constant) else None for each in (effect.low, effect.high)
        )
        if low is None and high is None:
            return "die in de zaak wordt uitgerekend"
        return format_value(low, type_) if low == high and low is not None else format_range(low, high, type_)

    def limits(self, effect: Effect) -> str:
        """What a limit says: `ten hoogste 30%`, `niet ja`."""
        return f"{_LIMITING[effect.form]} {self.value(replace(effect, high=effect.low))}"
