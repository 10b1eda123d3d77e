"""Ordinances that break a relation between leden (Pw 18 lid 5 and 6), each with facts for which they do (VRD602).

Certain: the rule is evaluated for those facts and is set aside. A rule of which the file says that it is `omstreden` is
left alone. Where it could not be found out whether there are such facts, that is said too (VRD603).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from verordening.analyse.days import last_day
from verordening.analyse.proving.claims import Applies, Claim, Covered, DelegationStands
from verordening.analyse.proving.fingerprints import Fingerprints
from verordening.analyse.proving.memory import Memory
from verordening.analyse.proving.searching import NotProven
from verordening.evaluate.allowed import allowed_by, together
from verordening.evaluate.bounds import ends_of, known, lies_within
from verordening.evaluate.context import Context
from verordening.evaluate.looked_at import looked_at, merged
from verordening.evaluate.relating import span_of
from verordening.evaluate.representatives import Compared
from verordening.evaluate.rules import applies, effect_on, range_of
from verordening.evaluate.searching import Search, is_unproven
from verordening.evaluate.standing import STANDING, defeaters, delegation_stands, keeps_relations
from verordening.evaluate.told_apart import held, met
from verordening.evaluate.unknown import NOTHING, Truth, Unknown, all_of, negated
from verordening.language.diagnostics import Diagnostic, Related, Severity, diagnostic
from verordening.language.source import Source
from verordening.model.corpus import Corpus
from verordening.model.resolving.checks import span_of as place_span
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Value

MOST_OF_ONE = 2_000
MOST_IN_ALL = 5_000
"""Past this many tries, for one rule and for all of a corpus together, the search for facts is given up."""


def broken_relations(corpus: Corpus, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """A warning for each rule that breaks a relation of a delegation that it fills in, and one piece of advice for each
    regulation with rules of which that is not known.
    """
    unproven: dict[str, list[_Breach]] = {}
    last = Search.tries_in_all + MOST_IN_ALL
    earlier = _Earlier(corpus)
    # Not all rules: in a corpus from the cache each would first have to be read.
    for rule in (corpus.rules[each] for each in sorted({each for _, each in corpus.filling})):
        for index, decision in () if rule.disputed else rule.fills:
            effect = effect_on(corpus.rules[index], decision, Form.DELEGATE)
            if effect is None or effect.relation is None or effect_on(rule, decision, Form.SET) is None:
                continue
            day = last_day(corpus, (rule, corpus.rules[index]))
            if day is None:
                continue
            breach = _Breach(corpus, rule, index, decision, effect)
            found = earlier.found(breach, day, last - Search.tries_in_all)
            if isinstance(found, Context):
                yield _reported(rule, corpus.rules[index], decision, effect, found, sources)
            elif found is not None and is_unproven(found):
                unproven.setdefault(rule.regulation, []).append(breach)
    earlier.keep()
    for each in unproven.values():
        yield _not_proven(each, sources)


class _Breach:
    """That a rule applies on the ground of a delegation and breaks its relation with another."""

    def __init__(self, corpus: Corpus, rule: Rule, delegation: int, decision: str, effect: Effect) -> None:
        self.corpus, self.rule, self.delegation = corpus, rule, delegation
        self.decision, self.effect = decision, effect

    @cached_property
    def held(self) -> frozenset[str]:
        """The facts that say for whom the rule and what it is held beside are looked at."""
        assert self.effect.relation is not None
        each = (
            held(self.corpus, self.rule.index, self.delegation, other) for other in self.effect.relation[1]
        )
        return frozenset().union(*each)

    def search(self, left: int) -> Search:
        """For facts that show it."""
        return Search(
            self._parts,
            self._compared,
            "",
            allowed=together(allowed_by(self.corpus, each) for each in (self.rule.index, self.delegation)),
            doubtful=True,
            most=max(0, min(left, MOST_OF_ONE)),
        )

    def shown(self, found: Context) -> Context:
        """Facts that show it, none of them without need."""
        for name in tuple(found.inputs):
            fewer = Context(self.corpus, _without(found.inputs, name), found.day)
            if self.is_in(fewer):
                found = fewer
        return found

    def is_in(self, context: Context) -> bool:
        """Whether these facts show it."""
        return all_of(self._parts(context)) is True

    def claims(self) -> tuple[Claim, ...]:
        """All that the search looks at, as claims."""
        rule, decision = self.rule, self.decision
        against = defeaters(rule, decision, Context(self.corpus, {}, date.min))
        return (
            *(Applies(each.index) for each in (rule, *against)),
            DelegationStands(self.delegation, decision),
            Covered(rule.index, decision, self.delegation),
        )

    def _parts(self, context: Context) -> Iterator[Truth]:
        """What must all hold. What others give takes a search of its own: once it is known for whom."""
        known = True
        for each in self._applying(context):
            known = known and each is True
            yield each
        if known or self.held <= context.inputs.keys():
            yield negated(keeps_relations(self.rule, self.decision, self.delegation, self.effect, context))

    def _applying(self, context: Context) -> Iterator[Truth]:
        """That the rule applies on the ground of the delegation and keeps to its range."""
        rule, decision = self.rule, self.decision
        yield from met(self.corpus.rules[self.delegation], context)
        yield from met(rule, context)
        yield delegation_stands(self.delegation, decision, context)
        yield applies(rule.index, context)
        for other in defeaters(rule, decision, context):
            yield negated(applies(other.index, context))
        low, high = range_of(self.effect, decision, context)
        yield all_of(lies_within(end, low, high) for end in ends_of(rule, decision, context))

    def _compared(self) -> Compared:
        """What the rule looks at, and everything that it is held beside."""
        assert self.effect.relation is not None
        corpus, decision, against = self.corpus, self.decision, STANDING.against
        beside = self.effect.relation[1]
        filling = {rule.index for each in beside for rule in STANDING.filling(each, decision, corpus)}
        own = frozenset({self.rule.index, self.delegation})
        return merged(
            looked_at(corpus, rules, decision, None, against)
            for rules in (own, frozenset({*beside, *filling}))
        )


class _Earlier:
    """What earlier runs found where nothing changed that a search looks at: of all that lint does these take longest.

    A case is worked out again; what else was found is believed, but for a search that others left too few tries.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._prints: dict[date, Fingerprints] = {}

    @cached_property
    def _memory(self) -> Memory:
        return Memory(self.corpus.gemeente, "verband tussen leden")

    def found(self, breach: _Breach, day: date, left: int) -> Context | Unknown | None:
        """Facts that show it, that it is not proven whether there are any, or None: nothing is to be said."""
        if day not in self._prints:
            self._prints[day] = Fingerprints(self.corpus, day)
        key = self._prints[day].of(breach.claims(), "verband tussen leden")
        if key in self._memory:
            known = self._memory[key]
            if known is None:
                return None
            if isinstance(known, NotProven):
                return Unknown(NOTHING, frozenset(known.why))
            if known.keys() <= self.corpus.inputs.keys():
                shown = Context(self.corpus, known, day)
                if breach.is_in(shown):
                    return shown
        found = breach.search(left).case(Context(self.corpus, {}, day))
        if isinstance(found, Context):
            found = breach.shown(found)
            self._memory[key] = found.inputs
        elif found is None or not is_unproven(found):
            self._memory[key] = found = None
        elif left >= MOST_OF_ONE:
            self._memory[key] = NotProven(tuple(sorted(found.texts)), MOST_OF_ONE)
        return found

    def keep(self) -> None:
        """Keep what was found for the next run."""
        if self._prints:
            self._memory.keep()


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
    # Imported here: most regulations break no relation.
    from verordening.evaluate.citing import shown_input
    from verordening.evaluate.remarks import why_not_competent
    from verordening.model.formatting import format_range

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


def _not_proven(breaches: list[_Breach], sources: Mapping[str, Source]) -> Diagnostic:
    first = breaches[0]
    assert first.effect.relation is not None
    word, _ = first.effect.relation
    rule, delegation = first.rule, first.corpus.rules[first.delegation]
    others = len({each.rule for each in breaches}) - 1
    more = f", en ook niet van {others} andere regels" if others > 1 else ", en ook niet van een andere regel"
    return diagnostic(
        sources.get(rule.place.file),
        "VRD603",
        f"of `{rule.path}` altijd {word} is dan wat op grond van het andere lid geldt, is niet bewezen"
        f"{more if others else ''}",
        place_span(rule.place, rule.path),
        label="deze regel kan in te veel gevallen gelden om ze allemaal na te gaan",
        help="kijk zelf of dit klopt, of schrijf de voorwaarden eenvoudiger",
        related=(
            Related(
                place_span(delegation.place, delegation.path), "hier staat wat de hogere regeling vraagt"
            ),
        ),
        severity=Severity.ADVIES,
    )
