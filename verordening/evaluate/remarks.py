"""What the outcome says of the rules that did not decide.

Set aside, defeated, confirming, or not applying, each with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verordening.evaluate.beside import Beside, fits_beside
from verordening.evaluate.bounds import ends_of, known, lies_within
from verordening.evaluate.citing import cite, name_of, why_not
from verordening.evaluate.context import Context, told_once
from verordening.evaluate.deciding import Decided
from verordening.evaluate.holding import force_on, in_force
from verordening.evaluate.outcome import Cited, Remark
from verordening.evaluate.possibilities import Origin
from verordening.evaluate.relating import LESS, fits, related
from verordening.evaluate.rules import applies, effect_on, range_of, set_value
from verordening.evaluate.speaking import rank_of, speaking
from verordening.evaluate.standing import (
    STANDING,
    competent,
    defeaters,
    delegation_stands,
    may_speak,
    outranked,
    stands,
    within_limits,
)
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_range, format_value
from verordening.model.rules import Effect, Form, Rank, Rule
from verordening.model.validity import Force
from verordening.remembering import lru_cache


def set_aside(decided: Decided, context: Context) -> tuple[tuple[Remark, ...], tuple[Cited, ...]]:
    """The rules that apply but lost, each with its reason, and the local ones that only give what already holds."""
    remarks: list[Remark] = []
    confirming: list[Cited] = []
    outcome = decided.before if decided.before is not None else decided.value
    for rule, _ in speaking(decided.decision, context).setting:
        if (
            applies(rule.index, context) is not True
            or stands(rule.index, decided.decision, context) is not False
        ):
            continue
        given = set_value(rule.index, decided.decision, context)
        local = rank_of(rule, context) < Rank.WET
        if local and given == outcome and outcome is not None:
            confirming.append(cite(rule, context))
        else:
            remarks.append(Remark(cite(rule, context), why_set_aside(rule, decided.decision, context)))
    return tuple(remarks), tuple(confirming)


def why_set_aside(rule: Rule, decision: str, context: Context) -> str:
    """Why an applying rule does not stand for a decision."""
    if competent(rule, decision, context) is False:
        return why_not_competent(rule, decision, context)
    if within_limits(rule, decision, context) is False:
        return "gaat over een grens die een andere regel stelt"
    for other in defeaters(rule, decision, context):
        if applies(other.index, context) is True and may_speak(other, decision, context) is True:
            does = "vervangt deze regel" if rule.index in other.replaces else "wijkt hiervan af"
            return f"{name_of(other, context)} {does}"
    if outranked(rule, decision, context) is True:
        higher = next(
            other
            for other, _ in speaking(decision, context).setting
            if rank_of(other, context) > rank_of(rule, context)
            and stands(other.index, decision, context) is True
        )
        return f"{name_of(higher, context)} gaat voor: dat is een hogere regeling"
    return "een andere regel gaat voor"


def why_not_competent(rule: Rule, decision: str, context: Context) -> str:
    """Why a lower rule may not say what it says.

    Outside a range, taken back, settled by the law itself, or never given.
    """
    for index, filled in rule.fills:
        if filled == decision and delegation_stands(index, decision, context) is True:
            delegation = context.corpus.rules[index]
            effect = next(
                each
                for each in delegation.effects
                if each.decision == decision and each.form is Form.DELEGATE
            )
            return _beyond(rule, decision, delegation, effect, context)
    for other, _ in speaking(decision, context).setting:
        if rank_of(other, context) >= Rank.WET and stands(other.index, decision, context) is True:
            return f"zonder bevoegdheid, want {name_of(other, context)} bepaalt dit zelf"
    return "zonder bevoegdheid, want de wet laat dit hier niet aan deze regeling over"


def _beyond(rule: Rule, decision: str, delegation: Rule, effect: Effect, context: Context) -> str:
    """How a rule goes beyond a delegation: outside its range, or against its relation with another."""
    beyond = f"buiten de grenzen van {name_of(delegation, context)}"
    declared = context.corpus.decisions[decision].type
    low, high = (known(end) for end in range_of(effect, decision, context))
    for other, theirs in related(effect, decision, context) if effect.relation is not None else ():
        assert effect.relation is not None
        word, is_less = effect.relation[0], effect.relation[0] in LESS
        relation = f"{beyond}: niet {word} dan op grond van {_beside(other, delegation)}"
        ends = [end for end in map(known, ends_of(rule, decision, context)) if end is not None]
        end = known(range_of(theirs, decision, context)[is_less])
        inside = all(lies_within(each, low, high) is True for each in ends)
        if inside and end is not None and not all(fits(each, end, is_less) for each in ends):
            most = "ten hoogste" if is_less else "ten minste"
            return f"{relation} ({most} {format_value(end, declared)})"
        given = known(set_value(rule.index, decision, context))
        if given is None:
            continue
        asked = Beside(given, decision, rule.index, delegation.index, other.index)
        if fits_beside(asked, STANDING, context) is False:
            return f"{relation}, zoals dat daar is geregeld"
    return f"{beyond} ({format_range(low, high, declared)})"


def _beside(other: Rule, delegation: Rule) -> str:
    """Another place of the same regulation, without what both share: `lid 6` beside artikel 18 lid 5."""
    theirs, ours = other.path.split(" "), delegation.path.split(" ")
    shared = 0
    while theirs[shared : shared + 2] == ours[shared : shared + 2] and len(theirs) > shared + 2:
        shared += 2
    return " ".join(theirs[shared:] if other.regulation == delegation.regulation else theirs)


def not_applying(kept: tuple[Rule, ...], decision: str, context: Context) -> tuple[Remark, ...]:
    """The rules that were `kept_away`, held not yet or gave way to an older text, and why they do not apply."""
    early = _not_yet(context.corpus, decision, context.day)
    return tuple([_remark(other, context) for other in (*kept, *early, *_given_way(decision, context))])


@told_once
def _remark(rule: Rule, context: Context) -> Remark:
    return Remark(cite(rule, context), why_not(rule, context))


def _given_way(decision: str, context: Context) -> Iterator[Rule]:
    """The texts of the peildatum that overgangsrecht keeps from this case."""
    for rule in _that_may_give_way(context.corpus, decision, context.day):
        if in_force(rule, context) is False:
            yield rule


@lru_cache(maxsize=1024)
def _that_may_give_way(corpus: Corpus, decision: str, day: date) -> tuple[Rule, ...]:
    rules = (corpus.rules[index] for index in corpus.by_decision.get(decision, ()))
    return tuple(
        rule
        for rule in rules
        if rule.transitions
        and force_on(rule, day) is Force.IN_FORCE
        and effect_on(rule, decision, Form.SET) is not None
    )


@lru_cache(maxsize=1024)
def _not_yet(corpus: Corpus, decision: str, day: date) -> tuple[Rule, ...]:
    """One rule of each municipal regulation that would speak of the decision but did not hold yet on the day."""
    found: dict[str, Rule] = {}
    for index in corpus.by_decision.get(decision, ()):
        rule = corpus.rules[index]
        start = rule.in_regulation.start
        speaks = effect_on(rule, decision, Form.SET) is not None
        if speaks and corpus.rank_of(rule) < Rank.WET and start is not None and day < start:
            found.setdefault(rule.regulation, rule)
    return tuple(found.values())


def kept_away(decided: Decided, context: Context) -> tuple[Rule, ...]:
    """The rules that would have defeated what decided the outcome, or the delegation it fills in, but do not apply."""
    found: dict[str, Rule] = {}
    for each in decided.possible:
        if each.origin is not Origin.RULE or each.rule is None:
            continue
        for source, others in _that_may_defeat(context.corpus, each.rule, decided.decision):
            if applies(source, context) is False:
                continue
            for other in others:
                applying = context.applies.get(other.index)
                if (applies(other.index, context) if applying is None else applying) is False:
                    found.setdefault(other.id, other)
    return tuple(found.values())


@lru_cache(maxsize=4096)
def _that_may_defeat(corpus: Corpus, index: int, decision: str) -> tuple[tuple[int, tuple[Rule, ...]], ...]:
    """A rule and the delegations that it fills in, as far as any rule may defeat them, each with those rules."""
    rules = corpus.rules
    sources = (index, *(delegation for delegation, on in rules[index].fills if on == decision))
    found = ((source, tuple(STANDING.defeaters(rules[source], decision, corpus))) for source in sources)
    return tuple((source, others) for source, others in found if others)
