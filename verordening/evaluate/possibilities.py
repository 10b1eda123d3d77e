"""What a decision may come to before floors and tailoring.

The rules that stand or may stand, and what fills their silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verordening.choices import StrEnum
from verordening.evaluate.context import Context
from verordening.evaluate.holding import force_on, in_force, pins
from verordening.evaluate.limiting import limits_leave_room, limits_unsure, within_limits
from verordening.evaluate.naming import place_words
from verordening.evaluate.relating import span_of
from verordening.evaluate.rules import applies, range_of, set_value
from verordening.evaluate.speaking import rank_of, speaking
from verordening.evaluate.standing import delegation_stands, orders, stands
from verordening.evaluate.unknown import (
    NOTHING,
    Result,
    Truth,
    Unknown,
    all_of,
    any_of,
    both,
    joined,
    negated,
)
from verordening.model.corpus import Corpus
from verordening.model.rules import Effect, Regulation, Rule, Transition
from verordening.model.validity import Force
from verordening.packed import packed_dataclass
from verordening.records import replace
from verordening.remembering import lru_cache


class Origin(StrEnum):
    """Where a possibility comes from."""

    RULE = "regel"
    DEFAULT = "standaard"
    MISSING_TEXT = "ontbrekende tekst"
    GAP = "leemte"
    CHOICE = "keuze"
    SILENCE = "niets"


@packed_dataclass(frozen=True, slots=True)
class Possibility:
    """One thing that a decision may come to.

    `truth`: whether it does (never False). `value` for rules and standaard; `low`/`high` for a missing text,
    a gap or a choice; `unsure` what is missing to know how far limits cut a choice.
    """

    origin: Origin
    truth: Truth
    value: Result | None = None
    rule: int | None = None
    low: Result | None = None
    high: Result | None = None
    text: str = ""
    unsure: Unknown | None = None


def possibilities(decision: str, context: Context) -> list[Possibility]:
    """Everything that the decision may come to; at least one.

    While it is not known which text overgangsrecht makes hold: what it may come to under each of them.
    """
    doubtful = _doubtful_transitions(decision, context)
    if not doubtful:
        return _possibilities(decision, context)
    first = doubtful[0]
    doubt = pins(first, context)
    assert isinstance(doubt, Unknown)
    under = [possibilities(decision, context.assuming(first, holds)) for holds in (True, False)]
    found = {_content(each): each for each in (*under[0], *under[1])}
    shared = {_content(each) for each in under[0]} & {_content(each) for each in under[1]}
    return [
        each
        if content in shared and each.truth is True
        else replace(each, truth=joined(one for one in (doubt, each.truth) if isinstance(one, Unknown)))
        for content, each in found.items()
    ]


def _content(each: Possibility) -> tuple[object, ...]:
    return each.origin, each.rule, each.value, each.low, each.high, each.truth, each.text


def _doubtful_transitions(decision: str, context: Context) -> tuple[Transition, ...]:
    """The overgangsrecht on rules of this decision of which it is not known whether it holds; none where too many."""
    every = _transitions_on(context.corpus, decision)
    found = [each for each in every if isinstance(pins(each, context), Unknown)] if every else ()
    return tuple(found) if len(found) <= _MOST_DOUBTFUL else ()


@lru_cache(maxsize=1024)
def _transitions_on(corpus: Corpus, decision: str) -> tuple[Transition, ...]:
    indices = corpus.by_decision.get(decision, ())
    return tuple(dict.fromkeys(each for index in indices for each in corpus.rules[index].transitions))


_MOST_DOUBTFUL = 4


def _possibilities(decision: str, context: Context) -> list[Possibility]:
    found = _preferred(_from_rules(decision, context), context)
    found += _from_delegations(decision, context)
    if _surely(found):
        return found
    default = context.corpus.decisions[decision].default
    if default is not None:
        return [*found, Possibility(Origin.DEFAULT, none_of(found), default)]
    choices = _from_powers(decision, context)
    found += choices
    if not _surely(choices):
        found.append(Possibility(Origin.SILENCE, none_of(found)))
    return found


def none_of(found: list[Possibility]) -> Truth:
    """Whether the decision comes to none of these."""
    return negated(any_of(each.truth for each in found))


def _from_rules(decision: str, context: Context) -> list[Possibility]:
    found = []
    for rule, _ in speaking(decision, context).setting:
        truth = stands(rule.index, decision, context)
        if truth is not False:
            given = set_value(rule.index, decision, context)
            found.append(Possibility(Origin.RULE, truth, given, rule.index))
    return found


def _preferred(found: list[Possibility], context: Context) -> list[Possibility]:
    """Policy within or beyond the law that surely stands is the measure.

    What the law itself gives is shown beside it.
    """
    policy = [each for each in found if is_measure(each, context)]
    return policy if _surely(policy) else found


def _surely(found: list[Possibility]) -> bool:
    """Whether the decision surely comes to one of these."""
    for each in found:  # noqa: SIM110  # `any` takes four times as long
        if each.truth is True:
            return True
    return False


def is_measure(each: Possibility, context: Context) -> bool:
    """Whether a possibility comes from policy within or beyond the law, which goes before what the law itself gives."""
    if each.rule is None:
        return False
    return context.corpus.rules[each.rule].relation in MEASURES


MEASURES = ("binnenwettelijk", "buitenwettelijk")
"""How policy stands to the law that goes before what the law itself gives."""


# ------------------------------------------------ delegations without a text


def _from_delegations(decision: str, context: Context) -> list[Possibility]:
    found = []
    for rule, effect in speaking(decision, context).delegating:
        truth = delegation_stands(rule.index, decision, context)
        if truth is False:
            continue
        text = missing_text(rule, effect, context)
        if text:
            found.append(_left_to(effect, rule, Origin.MISSING_TEXT, truth, context, text))
        else:
            found += _unfilled(rule, effect, truth, context)
    return found


def _left_to(
    effect: Effect, rule: Rule, origin: Origin, truth: Truth, context: Context, text: str = ""
) -> Possibility:
    """What a delegation leaves, with no lower rule to say more."""
    span = span_of(effect, effect.decision, context)
    return Possibility(origin, truth, None, rule.index, span.low, span.high, text)


def _unfilled(rule: Rule, effect: Effect, truth: Truth, context: Context) -> Iterator[Possibility]:
    """What there is where nothing fills in a delegation that stands as far as `truth`.

    Where a rule speaks and was set aside, or nothing was left out, a gap, if the delegation orders something. Where no
    rule speaks and a part of the regulation is not here (`unseen`), that part may well say it.
    """
    decision = effect.decision
    speakers, fills = speaking(decision, context), (rule.index, decision)
    setting = [other.index for other, _ in speakers.setting if fills in other.fills]
    unfilled = both(truth, negated(any_of([stands(each, decision, context) for each in setting])))
    if unfilled is False:
        return
    unseen = unseen_text(rule, effect, context)
    choosing = [other.index for other, _ in (*speakers.allowing, *speakers.tailoring) if fills in other.fills]
    spoken = any_of([applies(each, context) for each in (*setting, *choosing)]) if unseen else True
    silent = both(unfilled, negated(spoken))
    if silent is not False:
        yield _left_to(effect, rule, Origin.MISSING_TEXT, silent, context, unseen)
    gap = both(unfilled, spoken) if orders(rule, decision) else False
    if gap is not False:
        yield _left_to(effect, rule, Origin.GAP, gap, context)


def unseen_text(rule: Rule, effect: Effect, context: Context) -> str:
    """That of the regulation that should fill in a delegation a part is not here, in Dutch; else empty."""
    _, regulations, _ = _written(context.corpus, rule.index, effect.krachtens or rule.id, effect.delegate)
    return _partly_here(regulations, context.day)


def is_filled(corpus: Corpus, rule: Rule, effect: Effect, day: date) -> tuple[bool, bool]:
    """Whether the text that a delegation speaks to is here on a day, and whether all of it is."""
    _, regulations, _ = _written(corpus, rule.index, effect.krachtens or rule.id, effect.delegate)
    return not _missing_text(corpus, rule, effect, day), not _partly_here(regulations, day)


def _partly_here(regulations: tuple[Regulation, ...], day: date) -> str:
    for each in regulations:
        if each.omitted and each.validity.on(day) is Force.IN_FORCE:
            return f"{each.title} is niet helemaal opgenomen"
    return ""


def missing_text(rule: Rule, effect: Effect, context: Context) -> str:
    """Why the regulation that a delegation speaks to is not here, in Dutch.

    Empty where it is, or is known not to exist.
    """
    text = _missing_text(context.corpus, rule, effect, context.day)
    return "" if text and _holds_by_transition(rule, effect, context) else text


def omitted_text(rule: Rule, effect: Effect, corpus: Corpus, day: date) -> str:
    """Why a text that may fill in a delegation is not here on a day, in Dutch; empty where all of it is."""
    place = effect.krachtens or rule.id
    _, regulations, _ = _written(corpus, rule.index, place, effect.delegate)
    return _missing_text(corpus, rule, effect, day) or _partly_here(regulations, day)


def _holds_by_transition(rule: Rule, effect: Effect, context: Context) -> bool:
    """Whether by overgangsrecht a text of another day fills in a delegation, or may."""
    place = effect.krachtens or rule.id
    _, _, fillers = _written(context.corpus, rule.index, place, effect.delegate)
    holding = [in_force(filler, context) for filler in fillers if filler.transitions]
    return any(each is True or (isinstance(each, Unknown) and not each.texts) for each in holding)


@lru_cache(maxsize=1024)
def _missing_text(corpus: Corpus, rule: Rule, effect: Effect, day: date) -> str:
    place = effect.krachtens or rule.id
    of = f" van {corpus.gemeente.replace('_', ' ').title()}" if corpus.gemeente else ""
    what = DELEGATES.get(effect.delegate, effect.delegate.replace("_", " "))
    ground = place_words(place, corpus)
    name = f"de {what}{of if effect.delegate in MUNICIPAL else ''} op grond van {ground}"
    absent, regulations, fillers = _written(corpus, rule.index, place, effect.delegate)
    if any(since is None or since <= day for since in absent):
        return ""
    states = {regulation.validity.on(day) for regulation in regulations}
    states.update(force_on(filler, day) for filler in fillers)
    if Force.IN_FORCE in states:
        return "" if fillers else _partly_here(regulations, day)
    if states:
        return f"{name} is voor deze dag niet opgenomen"
    which = (
        f" ({rule.explanation.rstrip('.')})" if rule.explanation and effect.delegate not in MUNICIPAL else ""
    )
    return f"{name} is niet opgenomen{which}"


@lru_cache(maxsize=1024)
def _written(
    corpus: Corpus, delegation: int, place: str, kind: str
) -> tuple[tuple[date | None, ...], tuple[Regulation, ...], tuple[Rule, ...]]:
    """What the corpus holds on a delegation.

    Since when it is said to be unused, and the regulations and rules that fill it in.
    """
    headers = corpus.regulations.values()
    return (
        tuple(since for header in headers for absent, since in header.absent if covers(absent, place)),
        tuple(
            header
            for header in headers
            if header.kind == kind and any(covers(each, place) for each in header.grounds)
        ),
        tuple(corpus.rules[index] for filled, index in corpus.filling if filled == delegation),
    )


DELEGATES = {"amvb": "algemene maatregel van bestuur", "ministeriele_regeling": "ministeriële regeling"}
MUNICIPAL = frozenset({"verordening", "nadere_regel", "beleidsregel"})


def covers(ground: str, place: str) -> bool:
    """Whether a ground names a place or lies around or inside it."""
    return ground == place or place.startswith(f"{ground} ") or ground.startswith(f"{place} ")


# ------------------------------------------------ powers


def _from_powers(decision: str, context: Context) -> list[Possibility]:
    """Powers and duties to choose that deviate from nothing: what deviates only opens room beside a bound outcome.

    Cut at the limits; a power of which they leave nothing is none.
    """
    found = []
    speakers = speaking(decision, context)
    for rule, effect in (*speakers.allowing, *speakers.tailoring):
        if rule.deviates:
            continue
        low, high = range_of(effect, decision, context)
        truth = all_of(
            (stands(rule.index, decision, context), limits_leave_room(rule, decision, low, high, context))
        )
        if truth is not False:
            unsure = None
            if not isinstance(low, Unknown) and not isinstance(high, Unknown):
                low, high = within_limits(low, high, decision, rank_of(rule, context), context)
                unsure = limits_unsure(low, high, decision, rank_of(rule, context), context)
            found.append(Possibility(Origin.CHOICE, truth, None, rule.index, low, high, "", unsure))
    return found


def unknown_parts(found: list[Possibility]) -> list[Unknown]:
    """Everything that is missing in these possibilities."""
    parts: list[Unknown] = []
    for each in found:
        ends = (each.truth, each.value, each.low, each.high, each.unsure)
        parts += [part for part in ends if isinstance(part, Unknown)]
        if each.text:
            parts.append(Unknown(NOTHING, frozenset({each.text})))
    return parts
