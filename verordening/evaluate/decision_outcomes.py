"""From what a decision comes to, to all that the outcome says of it: rule, reasons, amounts, candidates, herkomst."""

from __future__ import annotations

from fractions import Fraction

from verordening.evaluate.arithmetic import rounded, share
from verordening.evaluate.bounds import known
from verordening.evaluate.caveats import against_the_law, caveat
from verordening.evaluate.citing import (
    cite,
    cite_place,
    grounds_met,
    name_of,
    shown_input,
)
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import FAVOURABLE, Decided
from verordening.evaluate.expressions import term_of
from verordening.evaluate.expressions import value as evaluated
from verordening.evaluate.holding import early_words, ruling_transition
from verordening.evaluate.naming import place_words
from verordening.evaluate.outcome import AmountOf, Cited, DecisionOutcome, Range, Shown, Status
from verordening.evaluate.possibilities import Origin, Possibility
from verordening.evaluate.possible_outcomes import candidates, range_outcome, uncounted
from verordening.evaluate.provenances import provenances
from verordening.evaluate.remarks import kept_away, not_applying, set_aside
from verordening.evaluate.routes import KINDS, NOTHING_LEFT
from verordening.evaluate.rules import applies
from verordening.evaluate.speaking import speaking
from verordening.evaluate.standing import delegation_stands, stands
from verordening.evaluate.unknown import Result, Unknown
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, inputs_of
from verordening.model.formatting import format_value
from verordening.model.rules import Decision, Form, Grade, Rank, Rule
from verordening.model.types import Kind, Type, Value
from verordening.model.validity import Force
from verordening.remembering import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeGuard

NO_VALUE = "de regeling noemt hier geen waarde"
NO_RULE = "geen enkele regel zegt hier iets over"
_MONEY = Type(Kind.AMOUNT)
ROUNDINGS = {"half": "half omhoog", "boven": "naar boven", "beneden": "naar beneden"}


def decision_outcome(
    decided: Decided, missing: tuple[str, ...], context: Context, *, ranges: bool = True
) -> DecisionOutcome:
    """Everything the outcome says of one decision; `missing` are its questions in order."""
    declared = context.corpus.decisions[decided.decision]
    type_ = declared.type
    way = deciding(decided)
    rules = context.corpus.rules
    rule = None if way is None or way.rule is None else rules[way.rule]
    defeated, confirming = set_aside(decided, context)
    settled = decided.status in (Status.BEPAALD, Status.VOORBEHOUD, Status.AFSTEMMEN)
    shown = _shown(decided.value, type_) if settled else None
    has_range = decided.status in (Status.AFSTEMMEN, Status.LEEMTE)
    kept = kept_away(decided, context)
    grades = provenances(rule, decided, kept, context)
    weakest = min([each.grade for each in grades], default=Grade.OFFICIEEL)
    return DecisionOutcome(
        declared.name,
        declared.label,
        _sentence(declared, decided),
        decided.status,
        type_,
        declared.favourable,
        shown,
        range_outcome(decided, way, context) if has_range else None,
        amount_of(declared, decided.value, context) if settled else None,
        cite(rule, context) if rule is not None else None,
        _reason(decided, way, declared, context),
        kind_of(rule, decided.decision, context.corpus) if rule is not None else "",
        _because(rule, kept, context) if rule is not None else (),
        _under(rule, decided.decision, context),
        defeated,
        not_applying(kept, decided.decision, context),
        confirming,
        candidates(decided, declared, context),
        missing,
        tuple(sorted([text for text in decided.missing.texts if text != NO_VALUE or not missing])),
        decided.idle,
        decided.sharpened,
        _shown(decided.before, type_) if decided.before is not None else None,
        tuple([cite(rules[each.rule], context) for each in (*decided.tailored, *decided.reserved)]),
        _disputed(rule, decided, context),
        weakest.name.lower(),
        tuple(dict.fromkeys([each.note for each in grades if each.grade is weakest and each.note])),
        _omitted(rule, decided, context),
        missing_amount(declared, decided.value, context) if settled else (),
        _transition(rule, context),
        early_words(rule, context) if rule is not None else "",
        *(_between(decided, declared, context) if ranges else (None, None)),
        tuple([cite_place(each, context.corpus, context.day) for each in rule.beside])
        if rule is not None
        else (),
        uncounted(decided, context),
    )


def _between(decided: Decided, declared: Decision, context: Context) -> tuple[Range | None, Range | None]:
    """Bounds of what is not known yet; worked out only where something is."""
    if declared.type.kind not in (Kind.AMOUNT, Kind.PERCENTAGE):
        return None, None
    of_nothing = decided.value is not None and not decided.value
    if of_nothing or (decided.value is not None and not isinstance(_whole(declared, context), Unknown)):
        return None, None
    from verordening.evaluate.between import between

    return between(decided, declared, context)


def _transition(rule: Rule | None, context: Context) -> Cited | None:
    """The overgangsrecht by which the text of the rule that decides holds."""
    found = None if rule is None else ruling_transition(rule, context)
    return None if found is None else cite_place(found.id, context.corpus, context.day)


def _sentence(declared: Decision, decided: Decided) -> str:
    """The sentence for the answer: its own for the standaard, where `0% lager, 0 maanden lang` would read badly."""
    is_default = decided.value is not None and decided.value == declared.default
    return declared.default_sentence or declared.sentence if is_default else declared.sentence


def deciding(decided: Decided) -> Possibility | None:
    """What gave the outcome: of several that agree the first that is sure, by a rule if there is one.

    None while nothing is settled.
    """
    if decided.status in (Status.OPEN, Status.STRIJDIG):
        return None
    if len(decided.possible) == 1:
        only = decided.possible[0]
        return only if only.truth is True or only.origin is Origin.DEFAULT else None
    wanted = decided.before if decided.before is not None else decided.value
    agreeing = [each for each in decided.possible if wanted is None or known(each.value) == wanted]
    sure: Possibility | None = None
    default: Possibility | None = None
    for each in agreeing or decided.possible:
        if each.truth is True:
            if each.rule is not None:
                return each
            sure = each if sure is None else sure
        elif each.origin is Origin.DEFAULT and default is None:
            default = each
    return default if sure is None else sure


def _because(rule: Rule, kept: tuple[Rule, ...], context: Context) -> tuple[str, ...]:
    """What made the rule apply, and the judgements that kept a deviation from it away (there is blame, so no
    Pw 18 lid 9).
    """
    found = dict.fromkeys(grounds_met(rule, context))
    for other in kept:
        for name in _judgements_in(other, context.corpus):
            if name in context.inputs:
                found[shown_input(name, context.inputs[name], context)] = None
    return tuple(found)


def _disputed(rule: Rule | None, decided: Decided, context: Context) -> tuple[str, ...]:
    """Both positions in each dispute about the rule that decides; about all that may while none does."""
    if rule is not None:
        return rule.disputed
    possible = (context.corpus.rules[each.rule] for each in decided.possible if each.rule is not None)
    return tuple(dict.fromkeys(view for each in possible for view in each.disputed))


@lru_cache(maxsize=8192)
def kind_of(rule: Rule, decision: str, corpus: Corpus) -> str:
    """The kind of room that a rule leaves.

    Derived: kan, plicht tot afstemming, maatstaf, beoordeling or gebonden. Hardheidsclausule, hoger recht,
    buitenwettelijk and tegenwettelijk only where the file says so.
    """
    if rule.room or rule.relation in KINDS:
        return KINDS[rule.room or rule.relation]
    forms = {effect.form for effect in rule.effects if effect.decision == decision}
    if Form.SET not in forms and forms & {Form.MAY, Form.TAILOR}:
        return "kan" if Form.MAY in forms else "plicht tot afstemming"
    if corpus.rank_of(rule) <= Rank.BELEIDSREGEL:
        return "maatstaf"
    return "beoordeling" if _judgements_in(rule, corpus) else "gebonden"


@lru_cache(maxsize=8192)
def _judgements_in(rule: Rule, corpus: Corpus) -> tuple[str, ...]:
    """The judgements that the conditions of a rule turn on."""
    return tuple(
        name
        for node in conditions_of(rule)
        for name in inputs_of(corpus, node)
        if corpus.inputs[name].judgement
    )


def amount_of(declared: Decision, value: Value | None, context: Context) -> AmountOf | None:
    """The euros behind a percentage, rounded as the decision says; None while the whole is not known."""
    whole = known(_whole(declared, context))
    if not _is_number(value) or not _is_number(whole):
        return None
    unit, direction = declared.rounding or (1, "half")
    cents = rounded(share(value, whole), unit, direction)
    of_cents = rounded(whole, 1, "half")
    wording = f"{ROUNDINGS[direction]} op {'centen' if unit == 1 else 'hele euro’s'}"
    return AmountOf(
        cents,
        of_cents,
        format_value(cents, _MONEY),
        format_value(of_cents, _MONEY),
        declared.type.of.replace("_", " "),
        wording,
    )


def missing_amount(declared: Decision, value: Value | None, context: Context) -> tuple[str, ...]:
    """The amounts that are not there to tell the euros behind a percentage; facts are asked for elsewhere."""
    whole = _whole(declared, context)
    if not value or not isinstance(whole, Unknown):
        return ()
    return tuple(sorted(text for text in whole.texts if text != NO_VALUE or not whole.inputs))


def _whole(declared: Decision, context: Context) -> Result | None:
    """What a percentage is a percentage of; None where the decision is no percentage of anything."""
    if declared.type.kind is not Kind.PERCENTAGE or not declared.type.of:
        return None
    node = term_of(declared.type.of, context.corpus)
    return None if node is None else evaluated(node, context)


def _is_number(value: Value | None) -> TypeGuard[int | Fraction]:
    return value.__class__ is int or value.__class__ is Fraction


def _shown(value: Value | None, type_: Type) -> Shown | None:
    return None if value is None else Shown(value, format_value(value, type_))


def _under(rule: Rule | None, decision: str, context: Context) -> Cited | None:
    """The delegation that gives a lower rule its power."""
    if rule is None:
        return None
    for index, filled in rule.fills:
        if filled == decision and delegation_stands(index, decision, context) is not False:
            return cite(context.corpus.rules[index], context)
    return None


def _reason(decided: Decided, way: Possibility | None, declared: Decision, context: Context) -> str:
    if decided.reason:
        return against_the_law(decided, context) if decided.reason == FAVOURABLE else decided.reason
    if way is None:
        settled = decided.status in (Status.BEPAALD, Status.VOORBEHOUD)
        return (
            "welke regel hier geldt, staat nog niet vast, maar de uitkomst is steeds dezelfde"
            if settled
            else ""
        )
    if way.origin is Origin.RULE and way.rule is not None:
        return caveat(context.corpus.rules[way.rule], context)
    if way.origin is Origin.DEFAULT:
        return absence(declared.name, context) or f"geen enkele regel geeft hier {declared.label}"
    if way.origin is Origin.SILENCE:
        return NOTHING_LEFT if _is_powerless(declared.name, context) else NO_RULE
    rule = context.corpus.rules[way.rule] if way.rule is not None else None
    name = name_of(rule, context) if rule is not None else "de wet"
    if way.origin is Origin.GAP:
        explanation = f". {rule.explanation.rstrip('.')}" if rule is not None and rule.explanation else ""
        how = (
            "en die regelt het niet geldig"
            if _has_filler(way, decided, context)
            else "en die regelt het niet"
        )
        return f"{name} laat dit over aan een lagere regeling, {how}{explanation}"
    return f"{name} laat het college kiezen"


def _is_powerless(decision: str, context: Context) -> bool:
    """Whether a rule opens a choice of which limits and floors leave nothing."""
    speakers = speaking(decision, context)
    return any(
        not rule.deviates and stands(rule.index, decision, context) is True
        for rule, _ in (*speakers.allowing, *speakers.tailoring)
    )


def _has_filler(way: Possibility, decided: Decided, context: Context) -> bool:
    """Whether a lower rule does say something on the ground of the delegation that is left open."""
    return any(
        (way.rule, decided.decision) in rule.fills and applies(rule.index, context) is True
        for rule, _ in speaking(decided.decision, context).setting
    )


def absence(decision: str, context: Context) -> str:
    """Why nothing is lowered where a municipality says that it has no such regulation, with the delegation
    that asks for one.
    """
    corpus = context.corpus
    for regulation in corpus.regulations.values():
        for place, since in regulation.absent:
            if since is not None and since > context.day:
                continue
            for index in corpus.by_decision.get(decision, ()):
                rule = corpus.rules[index]
                for effect in rule.effects:
                    stands = delegation_stands(index, decision, context)
                    if effect.krachtens == place and effect.decision == decision and stands is not False:
                        town = regulation.gemeente.replace("_", " ").title()
                        return (
                            f"{town} heeft geen regeling op grond van {place_words(place, corpus)}, "
                            f"en {name_of(rule, context)} geldt alleen via zo'n regeling"
                        )
    return ""


def _omitted(rule: Rule | None, decided: Decided, context: Context) -> tuple[tuple[str, str], ...]:
    """What the municipal files that this rests on leave out, with their titles; not one that does not hold."""
    regulations = context.corpus.regulations.values()
    if rule is not None:
        wanted = [context.corpus.regulations[rule.regulation]]
    else:
        delegated = {
            other.regulation
            for index in context.corpus.by_decision.get(decided.decision, ())
            for other in (context.corpus.rules[index],)
        }
        wanted = [
            each
            for each in regulations
            if each.id in delegated and each.validity.on(context.day) is not Force.NOT_IN_FORCE
        ]
    return tuple(
        (each.title, f"{place}{f' ({note})' if note else ''}")
        for each in wanted
        if each.gemeente
        for place, note in each.omitted
    )
