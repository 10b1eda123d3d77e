"""Which text of a rule holds in a case: that of the peildatum, or by overgangsrecht that of an earlier day."""

from __future__ import annotations

from datetime import date

from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth
from verordening.evaluate.naming import place_words
from verordening.evaluate.unknown import NOTHING, Truth, Unknown, all_of, joined, negated
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_date
from verordening.model.rules import Rule, Transition
from verordening.model.validity import Force, Validity
from verordening.remembering import lru_cache


def in_force(rule: Rule, context: Context) -> Truth:
    """Whether the text of a rule holds in this case; what is missing to tell, where that is not known."""
    if not rule.transitions:
        return truth_on(rule, context.corpus, context.day)
    sure, unsure, missing = _days(rule, context)
    days = [*(sure or [context.day]), *unsure]
    if len(dict.fromkeys(sure)) > 1:
        missing.append(Unknown(NOTHING, frozenset({_clash(rule, context)})))
    forces = {day: force_on(rule, day) for day in days}
    if len(set(forces.values())) == 1:
        return truth_on(rule, context.corpus, days[0])
    unknown = (truth_on(rule, context.corpus, day) for day in forces)
    return joined([*missing, *(each for each in unknown if isinstance(each, Unknown))])


def ruling_transition(rule: Rule, context: Context) -> Transition | None:
    """The overgangsrecht by which an earlier text of this rule holds in this case; None where there surely is none."""
    for each in rule.transitions:
        if pins(each, context) is True:
            return each
    return None


def text_day(rule: Rule, context: Context) -> date:
    """The day whose text of a rule is applied: the peildatum, or the day that overgangsrecht names."""
    transition = ruling_transition(rule, context) if rule.transitions else None
    return context.day if transition is None else transition.day


def may_be_pinned(rule: Rule, context: Context) -> bool:
    """Whether by overgangsrecht another text than that of the peildatum holds, or may hold, at the place of a rule."""
    now = force_on(rule, context.day)
    return any(
        force_on(rule, each.day) is not now and pins(each, context) is not False for each in rule.transitions
    )


def pins(transition: Transition, context: Context) -> Truth:
    """Whether overgangsrecht holds this case to the earlier text."""
    if transition in context.assumed:
        return context.assumed[transition]
    force = _weakest(transition.in_regulation.on(context.day), transition.validity.on(context.day))
    if force is Force.NOT_IN_FORCE:
        return False
    parts: list[Truth] = [truth(transition.condition, context)]
    if transition.exception is not None:
        parts.append(negated(truth(transition.exception, context)))
    if force is Force.UNKNOWN:
        parts.append(Unknown(NOTHING, frozenset({_unknown_text(transition.id, context.corpus, context.day)})))
    return all_of(parts)


def _days(rule: Rule, context: Context) -> tuple[list[date], list[date], list[Unknown]]:
    """The days whose text holds by overgangsrecht, those whose text may, and what is missing to tell."""
    sure, unsure, missing = [], [], []
    for each in rule.transitions:
        pinned = pins(each, context)
        if isinstance(pinned, Unknown):
            unsure.append(each.day)
            missing.append(pinned)
        elif pinned:
            sure.append(each.day)
    return sure, unsure, missing


@lru_cache(maxsize=16384)
def force_on(rule: Rule, day: date) -> Force:
    """Whether the text of a rule holds on a day."""
    return _weakest(rule.in_regulation.on(day), rule.validity.on(day))


def _weakest(first: Force, second: Force) -> Force:
    if Force.NOT_IN_FORCE in (first, second):
        return Force.NOT_IN_FORCE
    return Force.UNKNOWN if Force.UNKNOWN in (first, second) else Force.IN_FORCE


@lru_cache(maxsize=16384)
def truth_on(rule: Rule, corpus: Corpus, day: date) -> Truth:
    """Whether the text of a rule holds on a day; unknown, and why, where that day's text is not known."""
    force = force_on(rule, day)
    if force is Force.UNKNOWN:
        return Unknown(NOTHING, frozenset({_unknown_text(rule.id, corpus, day)}))
    return force is Force.IN_FORCE


def _unknown_text(place: str, corpus: Corpus, day: date) -> str:
    return f"de tekst van {place_words(place, corpus)} op {format_date(day)} is niet bekend"


def _clash(rule: Rule, context: Context) -> str:
    pinning = sorted(each.id for each in rule.transitions if pins(each, context) is True)
    places = " en ".join(place_words(each, context.corpus) for each in pinning)
    return f"{places} wijzen elk een andere tekst van {place_words(rule.id, context.corpus)} aan"


# ---------------------------------------------------------------- words


def version_words(rule: Rule, context: Context) -> str:
    """Which version of its place a rule is, where overgangsrecht leaves a choice: `tekst van vóór 1 januari 2026`."""
    if not may_be_pinned(rule, context):
        return ""
    validity = rule.in_regulation if _outlived(rule.in_regulation, context) else rule.validity
    if validity.end is not None and validity.end <= context.day:
        return f"tekst van vóór {format_date(validity.end)}"
    return f"tekst vanaf {format_date(validity.start)}" if validity.start is not None else ""


def _outlived(validity: Validity, context: Context) -> bool:
    return validity.end is not None and validity.end <= context.day


def early_words(rule: Rule, context: Context) -> str:
    """That the municipality already acts on a text which is not in force yet; nothing where it is."""
    if not rule.validity.is_early(context.day) or rule.validity.start is None:
        return ""
    town = context.corpus.gemeente.replace("_", " ").title()
    return f"geldt pas vanaf {format_date(rule.validity.start)}, maar {town} past dit nu al toe"
