"""Ordinances that break a relation between leden (Pw 18 lid 5 and 6), each with facts for which they do (VRD602).

Certain: the rule is evaluated for those facts and is set aside. A rule of which the file says that it is `omstreden` is
left alone, and so is one whose facts cannot be found in a limited number of tries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from verordening.evaluate.bounds import ends_of, known, lies_within
from verordening.evaluate.citing import shown_input
from verordening.evaluate.context import Context
from verordening.evaluate.holding import force_on
from verordening.evaluate.relating import span_of
from verordening.evaluate.remarks import why_not_competent
from verordening.evaluate.representatives import first_to_try
from verordening.evaluate.rules import applies, effect_on, range_of
from verordening.evaluate.standing import defeaters, delegation_stands, keeps_relations
from verordening.evaluate.unknown import Truth, Unknown, all_of, negated
from verordening.language.diagnostics import Diagnostic, Related, Severity, diagnostic
from verordening.language.source import Source
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_range
from verordening.model.resolving.checks import span_of as place_span
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Value
from verordening.model.validity import Force

MOST_TRIED = 300
MOST_IN_ALL = 3_000
"""Past this many completions the search for facts is given up, for one rule and for all of a corpus."""
MOST_RULES = 40
"""Where more rules than this fill in one delegation nothing is searched: each would be held against all the others, and
lint is to be quick. What breaks is still set aside in the case where it does.
"""


def broken_relations(corpus: Corpus, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """A warning for each rule that breaks a relation of a delegation that it fills in."""
    left = MOST_IN_ALL
    filling = Counter(filled for rule in corpus.rules for filled in rule.fills)
    for rule in corpus.rules:
        for index, decision in () if rule.disputed else rule.fills:
            if filling[index, decision] > MOST_RULES:
                continue
            effect = effect_on(corpus.rules[index], decision, Form.DELEGATE)
            if effect is None or effect.relation is None or effect_on(rule, decision, Form.SET) is None:
                continue
            day = _first_day(rule, corpus.rules[index])
            if day is None:
                continue
            search = _Search(corpus, rule, index, decision, effect, day, min(left, MOST_TRIED))
            found = search.shown()
            left -= search.tried
            if found is not None:
                yield _reported(rule, corpus.rules[index], decision, effect, found, sources)


def _first_day(rule: Rule, delegation: Rule) -> date | None:
    """The first day on which both hold, as far as their dates are known."""
    both = (rule.validity, rule.in_regulation, delegation.validity, delegation.in_regulation)
    starts = [each.start for each in both if each.start is not None]
    day = max(starts, default=None)
    if day is None or any(force_on(each, day) is not Force.IN_FORCE for each in (rule, delegation)):
        return None
    return day


class _Search:
    """Looks for facts for which the rule applies, the delegation stands, and the relation is broken."""

    def __init__(
        self, corpus: Corpus, rule: Rule, delegation: int, decision: str, effect: Effect, day: date, most: int
    ) -> None:
        self.most = most
        self.corpus, self.rule, self.delegation = corpus, rule, delegation
        self.decision, self.effect, self.day, self.tried = decision, effect, day, 0

    def shown(self) -> Context | None:
        """Facts that show it, none of them without need."""
        found = self._first({})
        if found is None:
            return None
        for name in tuple(found.inputs):
            fewer = Context(self.corpus, _without(found.inputs, name), self.day)
            if self._breaks(fewer) is True:
                found = fewer
        return found

    def _first(self, given: Mapping[str, Value]) -> Context | None:
        context = Context(self.corpus, given, self.day)
        found = self._breaks(context)
        if found is True:
            return context
        if found is False:
            return None
        chosen = first_to_try(found.inputs, (self.decision,), context)
        if chosen is None:
            return None
        name, values = chosen
        for value in values:
            if self.tried >= self.most:
                return None
            self.tried += 1
            below = self._first({**given, name: value})
            if below is not None:
                return below
        return None

    def _breaks(self, context: Context) -> Truth:
        rule, decision = self.rule, self.decision
        standing = all_of(
            (
                applies(rule.index, context),
                delegation_stands(self.delegation, decision, context),
                *(negated(applies(other.index, context)) for other in defeaters(rule, decision, context)),
            )
        )
        if standing is not True:
            return standing
        low, high = range_of(self.effect, decision, context)
        inside = all_of(lies_within(end, low, high) for end in ends_of(rule, decision, context))
        if inside is not True:
            return inside
        kept = keeps_relations(rule, decision, self.delegation, self.effect, context)
        return kept if isinstance(kept, Unknown) else not kept


def _without(given: Mapping[str, Value], name: str) -> dict[str, Value]:
    return {each: value for each, value in given.items() if each != name}


def _reported(
    rule: Rule,
    delegation: Rule,
    decision: str,
    effect: Effect,
    context: Context,
    sources: Mapping[str, Source],
) -> Diagnostic:
    declared = context.corpus.decisions[decision]
    span = span_of(effect, decision, context)
    left = format_range(
        known(span.low), known(span.high), declared.type, low_open=span.low_open, high_open=span.high_open
    )
    facts = " en ".join(shown_input(name, value, context) for name, value in context.inputs.items())
    return diagnostic(
        sources.get(rule.place.file),
        "VRD602",
        f"`{rule.path}` valt {why_not_competent(rule, decision, context)}",
        place_span(rule.place, rule.path),
        label=f"bijvoorbeeld als {facts}" if facts else "in elke zaak",
        help=f"de hogere regeling laat voor {declared.label} toe: {left}; is dit wat de bron zegt, zet er dan "
        "`omstreden` bij: in een zaak wordt de regel opzij gezet",
        related=(Related(place_span(delegation.place, delegation.path), "hier staat de grens"),),
        severity=Severity.WAARSCHUWING,
    )
