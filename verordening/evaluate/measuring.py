"""The measure of a relation between leden: what the lower regulations as a whole give on the ground of the other (Pw 18
lid 5 and 6).

A value falls when everything that they give for the same facts on the ground of the other delegation breaks the
relation with it. Only values that are within the bounds themselves count, so one wrong value never takes a right one
along. Held are the facts that both delegations turn on alike; the facts that tell them apart are free, whatever the
case says of them, and so is everything else. Where the rule turns on facts of its own, these are held too in a second
test, in which its own value counts as fitting: that finds a group of people for whom the relation is broken.

A value stands when a case is found in which something fits, or in which nothing is given; it falls when there surely is
none while the other delegation can stand. Anything else is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from verordening.evaluate.allowed import allowed_by, together
from verordening.evaluate.beside import NO_RULE, Beside, Standing
from verordening.evaluate.context import Context
from verordening.evaluate.intervals import Bounds
from verordening.evaluate.looked_at import looked_at
from verordening.evaluate.naming import place_words
from verordening.evaluate.relating import LESS, fits
from verordening.evaluate.rules import applies, effect_on, set_value
from verordening.evaluate.searching import Goal, Search, given_up, missing_for
from verordening.evaluate.told_apart import held, met, told_apart
from verordening.evaluate.unknown import Truth, Unknown, all_of, any_of, negated
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_value
from verordening.model.rules import Form, Rule
from verordening.model.types import Value
from verordening.remembering import lru_cache, partial

MOST_SUPPOSED = 128
"""Past this many ways in which rules may apply together facts are tried instead."""


def measured(asked: Beside, standing: Standing, context: Context) -> Truth:
    """Whether a value fits what is given on the ground of the other delegation."""
    shared, _ = told_apart(context.corpus, asked.delegation, asked.other)
    own = held(context.corpus, asked.rule, asked.delegation, asked.other)
    tests = [(shared, False), *([(own, True)] if own != shared else [])]
    return all_of(_fits(asked, names, counts, standing, context) for names, counts in tests)


def _fits(asked: Beside, names: frozenset[str], counts: bool, standing: Standing, context: Context) -> Truth:
    facts = frozenset((name, context.inputs[name]) for name in names if name in context.inputs)
    waiting = names.difference(context.inputs)
    asked = asked if counts else asked._replace(rule=NO_RULE)
    return _fits_for(asked, facts, waiting, standing, context.corpus, context.day)


@lru_cache(maxsize=4096)
def _fits_for(
    asked: Beside,
    facts: frozenset[tuple[str, Value]],
    waiting: frozenset[str],
    standing: Standing,
    corpus: Corpus,
    day: date,
) -> Truth:
    measure = _Measure(asked, waiting, standing, corpus)
    # Whether nothing is given turns on no value: it is asked once for all.
    silence = partial(_silent, asked._replace(value=0, rule=NO_RULE), facts, waiting, standing, corpus, day)
    return any_of(_ways(measure, _as_a_whole(facts, corpus, day), silence))


@lru_cache(maxsize=4096)
def _silent(
    asked: Beside,
    facts: frozenset[tuple[str, Value]],
    waiting: frozenset[str],
    standing: Standing,
    corpus: Corpus,
    day: date,
) -> Truth:
    """Whether there may be nothing given on the ground of the other delegation, whatever the value."""
    measure, context = _Measure(asked, waiting, standing, corpus), _as_a_whole(facts, corpus, day)
    silent = measure.silent()
    return False if _surely_not(silent.goal, measure.speaking(), context) else silent.exists(context)


def _as_a_whole(facts: frozenset[tuple[str, Value]], corpus: Corpus, day: date) -> Context:
    context = Context(corpus, dict(facts), day)
    context.as_a_whole = True
    return context


def _ways(measure: _Measure, context: Context, silence: Callable[[], Truth]) -> Iterator[Truth]:
    """The ways in which a value may fit: something that it fits, nothing to fit, or nothing given."""
    counting = measure.asked.rule
    for rule in sorted(measure.filling, key=lambda each: each.index != counting):
        if rule.index == counting or measure.may_fit(rule, context):
            yield measure.fitting(rule, counts=rule.index == counting).exists(context)
    yield negated(measure.standing_search().exists(context))
    yield measure.worded(silence())


class _Measure:
    """The searches for one value beside one delegation."""

    def __init__(self, asked: Beside, waiting: frozenset[str], standing: Standing, corpus: Corpus) -> None:
        self.asked, self.waiting, self.standing, self.corpus = asked, waiting, standing, corpus
        self.filling = standing.filling(asked.other, asked.decision, corpus)
        effect = effect_on(corpus.rules[asked.delegation], asked.decision, Form.DELEGATE)
        assert effect is not None
        assert effect.relation is not None
        self.word = effect.relation[0]

    def may_fit(self, rule: Rule, context: Context) -> bool:
        """Whether, by its bounds, a rule may give something that the value fits."""
        effect = effect_on(rule, self.asked.decision, Form.SET)
        assert effect is not None
        assert effect.low is not None
        within = Bounds(context).of(effect.low)
        end = within.high if self.word in LESS else within.low
        return end is None or fits(self.asked.value, end, self.word in LESS)

    def fitting(self, rule: Rule, *, counts: bool) -> Search:
        """For a case in which a rule gives something that the value fits; where it `counts`, anything."""
        asked, standing = self.asked, self.standing
        is_less = self.word in LESS

        def goal(context: Context) -> Iterator[Truth]:
            given = set_value(rule.index, asked.decision, context)
            assert given is not None
            if not counts:
                yield given if isinstance(given, Unknown) else fits(asked.value, given, is_less)
            yield from self._other(context)
            yield from met(rule, context)
            yield standing.rule(rule.index, asked.decision, context)
            if counts and isinstance(given, Unknown):
                yield given

        return self._search(goal, (asked.other, rule.index), value=asked.value)

    def standing_search(self) -> Search:
        """For a case in which the other delegation stands."""
        return self._search(self._other, (self.asked.other,))

    def silent(self) -> Search:
        """For a case in which it stands and no rule that fills it in does; of no value (`worded`)."""
        asked, standing = self.asked, self.standing

        def goal(context: Context) -> Iterator[Truth]:
            yield from self._other(context)
            for rule in self.filling:
                yield negated(standing.rule(rule.index, asked.decision, context))

        rules = (asked.other, *(rule.index for rule in self.filling))
        return self._search(goal, rules, bound=(asked.other,), unsettled="")

    def worded(self, found: Truth) -> Truth:
        """What was found of no value, as said of this one."""
        if not isinstance(found, Unknown) or given_up("") not in found.texts:
            return found
        return Unknown(found.inputs, found.texts - {given_up("")} | {given_up(self._unsettled())})

    def _other(self, context: Context) -> Iterator[Truth]:
        yield from met(self.corpus.rules[self.asked.other], context)
        yield self.standing.delegation(self.asked.other, self.asked.decision, context)

    def speaking(self) -> dict[Rule, None]:
        """The other delegation and the rules that fill it in, each with what defeats it."""
        corpus, decision = self.corpus, self.asked.decision
        rules = (corpus.rules[self.asked.other], *self.filling)
        return dict.fromkeys(
            one for each in rules for one in (each, *self.standing.defeaters(each, decision, corpus))
        )

    def _search(
        self,
        goal: Goal,
        rules: tuple[int, ...],
        *,
        value: Value | None = None,
        bound: tuple[int, ...] = (),
        unsettled: str | None = None,
    ) -> Search:
        """For a case that meets a goal on these rules, of which those `bound` surely apply in it."""
        corpus, decision, against = self.corpus, self.asked.decision, self.standing.against
        return Search(
            goal,
            lambda: looked_at(corpus, rules, decision, value, against),
            self._unsettled() if unsettled is None else unsettled,
            allowed=together(allowed_by(corpus, index) for index in bound or rules),
            waiting=self.waiting,
        )

    def _unsettled(self) -> str:
        value = format_value(self.asked.value, self.corpus.decisions[self.asked.decision].type)
        place = place_words(self.corpus.rules[self.asked.other].id, self.corpus)
        return f"of {value} {self.word} is dan wat op grond van {place} geldt,"


def _surely_not(goal: Goal, rules: Iterable[Rule], context: Context) -> bool:
    """Whether a goal fails whichever of these rules apply: that is seen without a look at any fact."""
    left = MOST_SUPPOSED

    def fails(inner: Context) -> bool:
        nonlocal left
        left -= 1
        missing = missing_for(goal(inner))
        if missing is False or missing is True or left < 0:
            return missing is False
        rule = next((each for each in rules if isinstance(applies(each.index, inner), Unknown)), None)
        return rule is not None and all(
            fails(inner.supposing({}, {rule.index: holds})) for holds in (True, False)
        )

    return fails(context)
