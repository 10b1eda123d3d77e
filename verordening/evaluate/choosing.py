"""Whether the choice in a case stands: route, range, mandate, reasons, floors. Says precisely what is missing."""

from __future__ import annotations

from functools import lru_cache

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.citing import name_of
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.guarding import floors_on, in_play, met
from verordening.evaluate.outcome import ChoiceOutcome, ChoiceStatus, RouteStatus, Shown, Status
from verordening.evaluate.routes import ARTICLES, Way
from verordening.evaluate.rules import applies
from verordening.evaluate.speaking import rank_of, speaking
from verordening.evaluate.standing import all_respect
from verordening.evaluate.unknown import Unknown, any_of, negated
from verordening.model.case import WHY_NOT_KEY, Choice
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_range, format_value
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Value

NEEDS_CHOICE = (Status.AFSTEMMEN,)


def check_choice(
    choice: Choice, found: dict[str, Decided], by_decision: dict[str, list[Way]], context: Context
) -> ChoiceOutcome:
    """The choice with everything that is wrong with it; `onbekend` while the route itself is not settled."""
    chosen = dict(choice.decisions)
    decisions = context.corpus.decisions
    defects: list[str] = []
    unsettled: list[str] = []
    for name, decided in found.items():
        if decided.status in NEEDS_CHOICE and name not in chosen:
            defects.append(f"de keuze zegt niets over {decisions[name].label}; daarover moet u ook kiezen")
    used: dict[int, Way] = {}
    for name, value in chosen.items():
        if name not in found:
            defects.append(f"{decisions[name].label} hoort niet bij de besluiten waarover deze zaak gaat")
            continue
        if value == found[name].value and found[name].status in (Status.BEPAALD, Status.VOORBEHOUD):
            continue
        way = _way_of(choice.route, by_decision.get(name, []))
        if way is None:
            defects.append(_no_route(choice.route, name, by_decision.get(name, []), context))
            continue
        used[way.rule] = way
        _check_route(way, defects, unsettled, context)
        _check_range(way, name, value, defects, context)
        _check_limits(way, name, value, defects, unsettled, context)
    for way in used.values():
        _check_mandate(way, choice.decided_by, defects)
    given = dict(choice.reasons)
    if choice.deviates is False and not given.get(WHY_NOT_KEY, "").strip():
        defects.append(f"de reden bij `{WHY_NOT_KEY}` ontbreekt: waarom wijkt u niet af?")
    wanted = [pair for way in used.values() for pair in way.route.motivate]
    _check_reasons(wanted, found, given, defects, unsettled, context)
    _check_floors(chosen, found, given, defects, unsettled, context)
    status = ChoiceStatus.IN_ORDE
    if defects:
        status = ChoiceStatus.NIET_IN_ORDE
    elif unsettled:
        status = ChoiceStatus.ONBEKEND
    shown = tuple(
        (name, Shown(value, format_value(value, decisions[name].type))) for name, value in chosen.items()
    )
    return ChoiceOutcome(status, tuple(dict.fromkeys([*defects, *unsettled])), shown, choice.route)


def _way_of(route: str, options: list[Way]) -> Way | None:
    wanted = " ".join(route.split())
    for way in options:
        place = way.route.cited.id
        if wanted in (place, place.partition("/")[2] or place):
            return way
    return None


def _no_route(route: str, name: str, options: list[Way], context: Context) -> str:
    label = context.corpus.decisions[name].label
    others = ", ".join(_place(way) for way in options if way.route.status is not RouteStatus.MAG_NIET)
    if not route:
        return f"de keuze noemt geen route om af te wijken bij {label}" + (
            f"; kies uit {others}" if others else ""
        )
    return f"`{route}` is geen route bij {label}" + (
        f"; wel: {others}" if others else "; er is hier geen route"
    )


def _place(way: Way) -> str:
    return f"{way.route.cited.regulation_title} {way.route.cited.path}"


def _check_route(way: Way, defects: list[str], unsettled: list[str], context: Context) -> None:
    if way.route.status is RouteStatus.MAG_NIET:
        defects.append(f"{_place(way)} staat hier niet open: {way.route.reason}")
    elif way.route.status is RouteStatus.HANGT_AF_VAN:
        unsettled.append(
            f"of {_place(way)} openstaat, hangt nog af van: "
            + ", ".join(context.corpus.inputs[each].label for each in way.route.hinges)
        )


def _check_range(way: Way, name: str, value: Value, defects: list[str], context: Context) -> None:
    if way.route.status is RouteStatus.MAG_NIET:
        return
    declared = context.corpus.decisions[name]
    low, high = way.low, way.high
    if isinstance(value, bool | str):
        inside = value in (low, high) or low is None or (way.ordinary is None and way.route.kind == "kan")
    else:
        inside = (low is None or compare(value, low) >= 0) and (high is None or compare(value, high) <= 0)
    if not inside:
        shown = format_value(value, declared.type)
        allowed = format_range(low, high, declared.type)
        defects.append(f"{declared.label}: {shown} valt buiten wat mag ({allowed})")


def _check_limits(
    way: Way, name: str, value: Value, defects: list[str], unsettled: list[str], context: Context
) -> None:
    """What may not be chosen, and what perhaps may not. A range was already cut at the limits that surely apply."""
    rank = rank_of(context.corpus.rules[way.rule], context)
    shown = format_value(value, context.corpus.decisions[name].type)
    for rule, effect in speaking(name, context).limiting:
        if effect.low is None or rank_of(rule, context) < rank:
            continue
        allowed = any_of((negated(applies(rule.index, context)), all_respect([value], effect, name, context)))
        if allowed is False and effect.form is Form.FORBID:
            defects.append(f"{shown} mag hier niet: {name_of(rule, context)}")
        elif isinstance(allowed, Unknown):
            unsettled.append(f"of {shown} hier mag, is nog niet bekend: {name_of(rule, context)}")


def _check_mandate(way: Way, role: str, defects: list[str]) -> None:
    if not way.route.mandate:
        return
    wanted = " of ".join(f"{ARTICLES.get(each, 'de')} {each}" for each in way.route.mandate)
    if not role:
        defects.append(f"er staat niet bij wie beslist; dat is {wanted}")
    elif role not in way.route.mandate:
        defects.append(f"een {role.replace('_', ' ')} mag dit niet beslissen; dat doet {wanted}")


def _check_reasons(
    wanted: list[tuple[str, str]],
    found: dict[str, Decided],
    given: dict[str, str],
    defects: list[str],
    unsettled: list[str],
    context: Context,
) -> None:
    """A reason for each that a route asks (`wanted`), and for each duty of the regulations that decide."""
    for rule, key, question in _reasons_demanded(found, context):
        if applies(rule.index, context) is True:
            wanted = [*wanted, (key, question)]
        elif not given.get(key, "").strip():
            unsettled.append(
                f"of de reden bij `{key}` nodig is, staat nog niet vast ({name_of(rule, context)})"
            )
    for key, question in dict(wanted).items():
        if not given.get(key, "").strip():
            defects.append(f"de reden bij `{key}` ontbreekt: {question}")


def _reasons_demanded(found: dict[str, Decided], context: Context) -> list[tuple[Rule, str, str]]:
    """The duties to give reasons that apply, or may: of the regulations that (would) decide, and of those under which
    they do. They bind the decision, whether it deviates or not.
    """
    rules = context.corpus.rules
    deciding = [each.rule for decided in found.values() for each in decided.possible if each.rule is not None]
    above = [
        index for each in deciding for index, _ in rules[each].fills if applies(index, context) is not False
    ]
    regulations = {rules[each].regulation for each in (*deciding, *above)}
    return [
        (rule, effect.key, effect.question)
        for rule, effect in _duties_to_give_reasons(context.corpus)
        if rule.regulation in regulations and applies(rule.index, context) is not False
    ]


@lru_cache(maxsize=64)
def _duties_to_give_reasons(corpus: Corpus) -> tuple[tuple[Rule, Effect], ...]:
    return tuple(
        (rule, effect)
        for rule in (corpus.rules[index] for index in corpus.reasons)
        for effect in rule.effects
        if effect.form is Form.REASONS
    )


def _check_floors(
    chosen: dict[str, Value],
    found: dict[str, Decided],
    given: dict[str, str],
    defects: list[str],
    unsettled: list[str],
    context: Context,
) -> None:
    before = context.decided
    context.decided = {**before, **chosen}
    try:
        for name, value in chosen.items():
            for floor in floors_on(name, context) if name in found else ():
                active, holds = in_play(floor, context), met(floor, name, value, context)
                if active is False or holds is True:
                    continue
                if active is True and holds is False and floor.absolute:
                    defects.append(f"de keuze gaat door een ondergrens: {floor.title}")
                elif active is True and holds is False:
                    for key, question in floor.motivate:
                        if not given.get(key, "").strip():
                            defects.append(f"de reden bij `{key}` ontbreekt: {question}")
                elif floor.absolute:
                    unsettled.append(f"of de ondergrens blijft staan, is nog niet bekend: {floor.title}")
    finally:
        context.decided = before
