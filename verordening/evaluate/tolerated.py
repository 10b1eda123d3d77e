"""Room that comes from a text ahead of its date: adopted, tolerated already, and not yet in force."""

from __future__ import annotations

from datetime import date

from verordening.evaluate.bounds import known
from verordening.evaluate.citing import cite
from verordening.evaluate.context import Context, Speaking
from verordening.evaluate.deciding import Decided
from verordening.evaluate.flooring import cut
from verordening.evaluate.guidance import NO_WEIGHING
from verordening.evaluate.limiting import within_limits
from verordening.evaluate.naming import as_declared
from verordening.evaluate.outcome import Range, Route, RouteStatus
from verordening.evaluate.routes import EITHER, Way
from verordening.evaluate.rules import range_of, would_apply
from verordening.evaluate.speaking import by_form, rank_of
from verordening.evaluate.unknown import Unknown
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_date, format_range
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Kind
from verordening.remembering import lru_cache

_SPEAKING = (Form.SET, Form.MAY)


def tolerated_ways(decided: Decided, context: Context) -> list[Way]:
    """The routes by texts that are tolerated on the peildatum and that the municipality does not apply as a rule."""
    tolerated = tolerated_on(context.corpus, decided.decision, context.day)
    if not tolerated:
        return []
    found = [_way(rule, effect, decided, context) for rule, effect in tolerated]
    return [way for way in found if way is not None]


@lru_cache(maxsize=1024)
def tolerated_on(corpus: Corpus, decision: str, day: date) -> tuple[Speaking, ...]:
    """The rules on a decision whose text is not in force on a day and is tolerated already."""
    return tuple(
        each
        for form in _SPEAKING
        for each in by_form(decision, corpus).get(form, ())
        if each[0].validity.is_tolerated(day)
    )


def _way(rule: Rule, effect: Effect, decided: Decided, context: Context) -> Way | None:
    applying = would_apply(rule, context)
    if applying is False:
        return None
    decision = decided.decision
    low, high = (known(end) for end in range_of(effect, decision, context))
    low, high = within_limits(low, high, decision, rank_of(rule, context), context)
    low, high = (known(end) for end in cut(decision, low, high, context))
    if low is not None and low == high == decided.value:
        return None
    type_ = context.corpus.decisions[decision].type
    either = type_.kind is Kind.BOOL and low is None and high is None
    missing = applying.inputs if isinstance(applying, Unknown) else frozenset()
    declared = context.corpus.inputs
    hinges = as_declared(missing, context.corpus)
    judgement = rule.because or next((name for name in hinges if declared[name].judgement), "")
    start = rule.validity.start
    assert start is not None
    route = Route(
        decision,
        cite(rule, context),
        "gedoogd",
        RouteStatus.MAG if applying is True else RouteStatus.HANGT_AF_VAN,
        False,
        Range(low, high, EITHER if either else format_range(low, high, type_)),
        rule.mandate,
        hinges,
        judgement,
        declared[judgement].weigh if judgement else (),
        rule.motivate,
        rule.serves,
        NO_WEIGHING,
        "",
        f"deze tekst geldt pas vanaf {format_date(start)}; vooruitlopen wordt gedoogd",
    )
    return Way(route, rule.index, low, high, decided.value)
