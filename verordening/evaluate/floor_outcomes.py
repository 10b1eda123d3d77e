"""What the floors say in the outcome: held, broken and with what effect, undecided, or not in play."""

from __future__ import annotations

from datetime import date

from verordening.evaluate.bounds import known
from verordening.evaluate.citing import cite, cite_place, facts_of
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.expressions import value
from verordening.evaluate.guarding import floors_of, guards_of, in_play, met, overrides
from verordening.evaluate.naming import as_declared
from verordening.evaluate.outcome import Cited, FloorEffect, FloorOutcome, FloorStatus, Shown, Status
from verordening.evaluate.speaking import rank_of
from verordening.evaluate.unknown import MISSING, Result, Truth, Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import walk
from verordening.model.formatting import format_value
from verordening.model.rules import Concept, Rank, Rule
from verordening.model.standards import Floor
from verordening.model.types import Kind, Type, Value
from verordening.remembering import lru_cache

GW_120 = (
    "Deze uitkomst volgt uit de wet zelf; die kunt u niet opzij zetten (Grondwet artikel 120). "
    "Alleen de rechter kan de wet buiten toepassing laten, als een verdrag dat eist (Grondwet artikel 94)."
)


def floor_outcomes(found: dict[str, Decided], context: Context) -> tuple[FloorOutcome, ...]:
    """Each floor once, for the first decision asked for that it changes, else the first that it guards."""
    outcomes = dict(_at_rest(context.corpus, tuple(found), context.day))
    told: set[str] = set()
    before_floors = context.decided
    after_floors = {
        **before_floors,
        **{name: each.value for name, each in found.items() if each.value is not None},
    }
    for name, decided in found.items():
        giver = _giver(decided, context)
        rank = None if giver is None else rank_of(giver, context)
        for floor in guards_of(name, context):
            if context.floors.get(floor.order) is False:
                continue
            hard = overrides(floor, rank)
            context.decided = before_floors if hard else after_floors
            active = in_play(floor, context)
            if active is not False:
                outcome = _outcome(floor, decided, active, hard, giver, context)
                had_no_effect = outcomes[floor.name].effect is FloorEffect.GEEN
                if floor.name not in told or (had_no_effect and outcome.effect is not FloorEffect.GEEN):
                    outcomes[floor.name] = outcome
            told.add(floor.name)
    context.decided = before_floors
    return tuple(outcomes.values())


@lru_cache(maxsize=256)
def _at_rest(corpus: Corpus, names: tuple[str, ...], day: date) -> dict[str, FloorOutcome]:
    """What is said of the floors on these decisions while none is about the case, in the order of the corpus."""
    guarded: dict[str, str] = {}
    for name in names:
        for floor in floors_of(corpus, name, day):
            guarded.setdefault(floor.name, name)
    return {
        floor.name: _not_in_play(floor, guarded[floor.name], corpus, day)
        for floor in corpus.floors
        if floor.name in guarded
    }


def _not_in_play(floor: Floor, decision: str, corpus: Corpus, day: date) -> FloorOutcome:
    """What is said of a floor that is not about a case."""
    origin = floor.provenance.on(day)
    return FloorOutcome(
        floor.name,
        floor.title,
        floor.group,
        FloorStatus.NIET_VAN_TOEPASSING,
        FloorEffect.GEEN,
        floor.absolute,
        decision,
        None,
        None,
        _grounds(floor, corpus, day),
        None,
        floor.question,
        floor.motivate,
        floor.explanation,
        "",
        (),
        (),
        origin.grade.name.lower(),
        origin.note,
    )


@lru_cache(maxsize=1024)
def _grounds(floor: Floor, corpus: Corpus, day: date) -> tuple[Cited, ...]:
    return tuple([cite_place(ground, corpus, day) for ground in floor.grounds])


def _outcome(
    floor: Floor, decided: Decided, active: Truth, hard: bool, giver: Rule | None, context: Context
) -> FloorOutcome:
    """A floor that overrides is tested on what the rules gave, any other on what the overriding floors left of it.

    Where it is settled that there is no outcome, there is nothing that breaks a floor.
    """
    candidates = _candidates(decided) if hard else _after(decided)
    tested: list[Result] = [*candidates]
    if _may_be_other(decided) or (not candidates and decided.status is not Status.BEPAALD):
        tested.append(MISSING)
    holds: list[Truth] = [met(floor, decided.decision, each, context) for each in tested]
    status = _status(active, holds)
    effect = FloorEffect.GEEN
    if status is FloorStatus.GESCHONDEN:
        effect = FloorEffect.OVERSTEMD if hard else FloorEffect.SIGNAAL
    type_ = context.corpus.decisions[decided.decision].type
    overridden = effect is FloorEffect.OVERSTEMD and decided.before is not None
    missing: frozenset[str] = frozenset()
    if status is FloorStatus.ONBEKEND:
        missing = missing.union(*[part.inputs for part in (active, *holds) if isinstance(part, Unknown)])
    origin = floor.provenance.on(context.day)
    by_act = giver is not None and rank_of(giver, context) >= Rank.WET
    return FloorOutcome(
        floor.name,
        floor.title,
        floor.group,
        status,
        effect,
        floor.absolute,
        decided.decision,
        _shown(decided.before, type_) if overridden else None,
        _shown(decided.value, type_) if overridden else None,
        _grounds(floor, context.corpus, context.day),
        cite(giver, context) if overridden and giver is not None else None,
        floor.question,
        floor.motivate,
        floor.explanation,
        GW_120 if effect is FloorEffect.SIGNAAL and by_act else "",
        _facts(floor, context),
        as_declared(missing, context.corpus),
        origin.grade.name.lower(),
        origin.note,
    )


def _may_be_other(decided: Decided) -> bool:
    """Whether the decision may come to a value that is not among its candidates.

    Of a missing text, a gap or a choice.
    """
    return decided.status in (Status.OPEN, Status.LEEMTE) and any(
        each.value is None for each in decided.possible
    )


def _candidates(decided: Decided) -> tuple[Value, ...]:
    """The values before floors that a floor is tested on."""
    found: dict[Value, None] = {}
    for each in decided.possible:
        value = known(each.value)
        if value is not None:
            found[value] = None
    if found:
        return tuple(found)
    if decided.value is not None:
        return (decided.value,)
    return () if decided.high is None else (decided.high,)


def _after(decided: Decided) -> tuple[Value, ...]:
    """The values after the overriding floors."""
    if decided.value is not None:
        return (decided.value,)
    return decided.candidates or ((decided.high,) if decided.high is not None else ())


def _status(active: Truth, holds: list[Truth]) -> FloorStatus:
    if holds.count(True) == len(holds):
        return FloorStatus.GEHOUDEN
    if active is True and holds.count(False) == len(holds):
        return FloorStatus.GESCHONDEN
    return FloorStatus.ONBEKEND


def _giver(decided: Decided, context: Context) -> Rule | None:
    """The rule that gave the value before the floors; of several the lowest in rank."""
    if len(decided.possible) == 1 and decided.before is None:
        only = decided.possible[0].rule
        settled = decided.value is None or known(decided.possible[0].value) == decided.value
        return context.corpus.rules[only] if only is not None and settled else None
    wanted = decided.before if decided.before is not None else decided.value
    giving = [
        context.corpus.rules[each.rule]
        for each in decided.possible
        if each.rule is not None and (wanted is None or known(each.value) == wanted)
    ]
    return min(giving, key=lambda each: (rank_of(each, context), each.id), default=None)


def _facts(floor: Floor, context: Context) -> tuple[str, ...]:
    """The amounts that a floor is tested with, then the facts that bring it into play."""
    found: dict[str, None] = {}
    for part, concept in _amounts_in(floor, context.corpus):
        amount = known(value(part, context))
        if amount is not None:
            found[f"{concept.label} {format_value(amount, concept.type)}"] = None
    found.update(dict.fromkeys(facts_of(_conditions_of(floor), context)))
    return tuple(found)


@lru_cache(maxsize=1024)
def _conditions_of(floor: Floor) -> tuple[e.Expression, ...]:
    return tuple([each for each in (floor.condition, floor.exception) if each is not None])


@lru_cache(maxsize=1024)
def _amounts_in(floor: Floor, corpus: Corpus) -> tuple[tuple[e.ConceptValue, Concept], ...]:
    """The begrippen in what a floor demands, and in what it makes of an outcome, that are an amount."""
    nodes = (floor.demand, *(each.bound for each in floor.repairs))
    return tuple(
        (part, corpus.concepts[part.name])
        for node in nodes
        for part in walk(node, {})
        if isinstance(part, e.ConceptValue) and corpus.concepts[part.name].type.kind is Kind.AMOUNT
    )


def _shown(value: Value | None, type_: Type) -> Shown | None:
    return None if value is None else Shown(value, format_value(value, type_))
