"""Whether the choice in a case stands: route, range, mandate, reasons, floors. Says precisely what is missing.

Who does not deviate needs no reasons beyond what the law asks: the judgement on a duty to tailor that may still apply.
"""

from __future__ import annotations

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.citing import name_of
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.guarding import floors_on, in_play, met
from verordening.evaluate.naming import as_declared
from verordening.evaluate.outcome import ChoiceOutcome, RouteStatus, Shown, Status
from verordening.evaluate.reason_quality import why_no_reason
from verordening.evaluate.routes import ARTICLES, Way
from verordening.evaluate.rules import applies
from verordening.evaluate.speaking import rank_of, speaking
from verordening.evaluate.standing import all_respect
from verordening.evaluate.unknown import Unknown, any_of, negated
from verordening.evaluate.verdict import Verdict, a_reason, a_value, answers_to, under_choice
from verordening.model.case import Choice
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_range, format_value
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Value
from verordening.remembering import lru_cache

_SETTLED = (Status.BEPAALD, Status.VOORBEHOUD)
Ways = dict[str, list[Way]]


def check_choice(
    choice: Choice, found: dict[str, Decided], by_decision: Ways, context: Context
) -> ChoiceOutcome:
    """The choice with everything that is wrong with it; `onbekend` while something must be known first."""
    chosen = dict(choice.decisions)
    verdict = Verdict()
    _check_named(choice, chosen, found, by_decision, verdict, context)
    _check_judged(_left_as_they_are(choice, chosen, found), verdict, context)
    used: dict[int, Way] = {}
    for name, value in chosen.items():
        if name not in found:
            continue
        if value == found[name].value and found[name].status in _SETTLED:
            continue
        way = _way_of(choice.route, by_decision.get(name, []))
        if way is None:
            _no_route(choice.route, name, by_decision.get(name, []), verdict, context)
            continue
        used[way.rule] = way
        _check_route(way, verdict, context)
        _check_range(way, name, value, verdict, context)
        _check_limits(way, name, value, verdict, context)
    for way in used.values():
        _check_mandate(way, choice.decided_by, verdict)
    given = dict(choice.reasons)
    wanted = dict(pair for way in used.values() for pair in way.route.motivate)
    wanted |= _reasons_demanded(found, given, verdict, context)
    wanted |= _check_floors(chosen, found, verdict, context)
    _check_reasons(wanted, given, verdict)
    types = context.corpus.decisions
    shown = tuple(
        (name, Shown(value, format_value(value, types[name].type))) for name, value in chosen.items()
    )
    said = verdict.said()
    return ChoiceOutcome(
        verdict.status,
        tuple(said),
        shown,
        choice.route,
        remedies=tuple(said.values()),
        reasons=tuple(wanted.items()),
    )


def _check_named(
    choice: Choice,
    chosen: dict[str, Value],
    found: dict[str, Decided],
    by_decision: Ways,
    verdict: Verdict,
    context: Context,
) -> None:
    """Whether the choice names what it must, and nothing else."""
    decisions = context.corpus.decisions
    for name in chosen:
        if name not in found:
            text = f"{decisions[name].label} hoort niet bij de besluiten waarover deze zaak gaat"
            verdict.fails(text, f"`{name}` bij `besluiten` bovenaan, of haal het weg onder `keuze`")
    for name, decided in found.items():
        label = decisions[name].label
        if decided.status is Status.AFSTEMMEN and name not in chosen:
            remedy = a_value(name, _allowed(by_decision.get(name, [])))
            if choice.deviates is False:
                verdict.fails(f"niet afwijken kan hier niet: bij {label} moet u zelf kiezen", remedy)
            else:
                verdict.fails(f"de keuze zegt niets over {label}; daarover moet u ook kiezen", remedy)
        elif choice.deviates is False and decided.status not in (*_SETTLED, Status.AFSTEMMEN):
            verdict.waits(f"{label} heeft nog geen uitkomst; of u daarvan afwijkt, is nog niet te zeggen")
    if choice.deviates is not False and not chosen and not verdict.defects:
        first = next(iter(found), "")
        verdict.fails("de keuze noemt geen besluit", f"{a_value(first)}; of `afwijken: nee`" if first else "")
    ordinary = [name in found and found[name].status in _SETTLED for name in chosen]
    if choice.deviates and chosen and all(ordinary) and all(found[x].value == chosen[x] for x in chosen):
        verdict.fails(
            "wat u kiest, is de gewone uitkomst; dat is niet afwijken", under_choice("afwijken: nee")
        )


def _allowed(options: list[Way]) -> str:
    """What may be chosen, where one way says so."""
    texts = dict.fromkeys(
        way.route.range.text
        for way in options
        if way.route.range is not None and way.route.status in (RouteStatus.MOET, RouteStatus.MAG)
    )
    return next(iter(texts)) if len(texts) == 1 else ""


def _left_as_they_are(choice: Choice, chosen: dict[str, Value], found: dict[str, Decided]) -> list[Decided]:
    """The settled decisions of which the choice is to leave the outcome as it is."""
    settled = {name: each for name, each in found.items() if each.status in _SETTLED}
    if choice.deviates is False:
        return list(settled.values())
    return [each for name, each in settled.items() if name in chosen and chosen[name] == each.value]


def _check_judged(left: list[Decided], verdict: Verdict, context: Context) -> None:
    """Nobody leaves an outcome as it is before judging whether a duty to tailor stands in the way."""
    inputs = context.corpus.inputs
    waiting: dict[tuple[str, ...], list[str]] = {}
    for decided in left:
        truths = (each.truth for each in decided.reserved) if decided.status is Status.VOORBEHOUD else ()
        names = {name for truth in truths if isinstance(truth, Unknown) for name in truth.inputs}
        missing = as_declared(names, context.corpus)
        if missing:
            waiting.setdefault(missing, []).append(context.corpus.decisions[decided.decision].label)
    for missing, labels in waiting.items():
        questions = ", ".join(inputs[name].label for name in missing)
        text = f"of u dit zo kunt laten ({', '.join(labels)}), hangt nog af van: {questions}"
        verdict.waits(text, answers_to(missing, context.corpus))


def _way_of(route: str, options: list[Way]) -> Way | None:
    wanted = " ".join(route.split())
    for way in options:
        place = way.route.cited.id
        if wanted in (place, place.partition("/")[2] or place):
            return way
    return None


def _no_route(route: str, name: str, options: list[Way], verdict: Verdict, context: Context) -> None:
    label = context.corpus.decisions[name].label
    others = [way for way in options if way.route.status is not RouteStatus.MAG_NIET]
    listed = ", ".join(_place(way) for way in others)
    remedy = " of ".join(f"`route: {way.route.cited.id}`" for way in others)
    if not others:
        named = f"`{route}` is geen route bij {label}" if route else f"de keuze wijkt af bij {label}"
        remedy = under_choice("afwijken: nee") + " als u de gewone uitkomst laat gelden"
        verdict.fails(f"{named}; er is hier geen route", remedy)
    elif not route:
        text = f"de keuze noemt geen route om af te wijken bij {label}; kies uit {listed}"
        verdict.fails(text, f"onder `keuze`: {remedy}")
    else:
        verdict.fails(f"`{route}` is geen route bij {label}; wel: {listed}", f"onder `keuze`: {remedy}")


def _place(way: Way) -> str:
    return f"{way.route.cited.regulation_title} {way.route.cited.path}"


def _check_route(way: Way, verdict: Verdict, context: Context) -> None:
    if way.route.status is RouteStatus.MAG_NIET:
        why = way.route.reason.removeprefix("want ")
        verdict.fails(
            f"{_place(way)} staat hier niet open, want {why}"
            if why
            else f"{_place(way)} staat hier niet open"
        )
    elif way.route.status is RouteStatus.HANGT_AF_VAN:
        labels = ", ".join(context.corpus.inputs[each].label for each in way.route.hinges)
        text = f"of {_place(way)} openstaat, hangt nog af van: {labels}"
        verdict.waits(text, answers_to(way.route.hinges, context.corpus))


def _check_range(way: Way, name: str, value: Value, verdict: Verdict, context: Context) -> None:
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
        verdict.fails(f"{declared.label}: {shown} valt buiten wat mag ({allowed})", a_value(name, allowed))


def _check_limits(way: Way, name: str, value: Value, verdict: Verdict, context: Context) -> None:
    """What may not be chosen, and what perhaps may not. A range was already cut at the limits that surely apply."""
    rank = rank_of(context.corpus.rules[way.rule], context)
    shown = format_value(value, context.corpus.decisions[name].type)
    for rule, effect in speaking(name, context).limiting:
        if effect.low is None or rank_of(rule, context) < rank:
            continue
        allowed = any_of((negated(applies(rule.index, context)), all_respect([value], effect, name, context)))
        if allowed is False and effect.form is Form.FORBID:
            verdict.fails(f"{shown} mag hier niet: {name_of(rule, context)}", a_value(name))
        elif isinstance(allowed, Unknown):
            text = f"of {shown} hier mag, is nog niet bekend: {name_of(rule, context)}"
            verdict.waits(text, answers_to(sorted(allowed.inputs), context.corpus))


def _check_mandate(way: Way, role: str, verdict: Verdict) -> None:
    if not way.route.mandate:
        return
    wanted = " of ".join(f"{ARTICLES.get(each, 'de')} {each.replace('_', ' ')}" for each in way.route.mandate)
    remedy = "onder `keuze`: " + " of ".join(f"`beslist_door: {each}`" for each in way.route.mandate)
    if not role:
        verdict.fails(f"er staat niet bij wie beslist; dat is {wanted}", remedy)
    elif role not in way.route.mandate:
        text = f"een {role.replace('_', ' ')} mag dit niet beslissen; dat doet {wanted}"
        verdict.fails(text, f"{remedy}, als die beslist")


def _check_reasons(wanted: dict[str, str], given: dict[str, str], verdict: Verdict) -> None:
    """A reason for each key that is asked, that can be one."""
    before: dict[str, str] = {}
    for key, question in wanted.items():
        text = given.get(key, "")
        wrong = why_no_reason(text, question, before)
        if wrong:
            verdict.fails(f"de reden bij `{key}` {wrong}: {question}", a_reason(key))
        if text.strip():
            before[key] = text


def _reasons_demanded(
    found: dict[str, Decided], given: dict[str, str], verdict: Verdict, context: Context
) -> dict[str, str]:
    """The reasons that the regulations demand that decide; it waits for those that they may demand."""
    wanted: dict[str, str] = {}
    for rule, effect in _duties_that_speak(found, context):
        if applies(rule.index, context) is True:
            wanted[effect.key] = effect.question
        elif not given.get(effect.key, "").strip():
            text = f"of de reden bij `{effect.key}` nodig is, staat nog niet vast ({name_of(rule, context)})"
            verdict.waits(text, a_reason(effect.key))
    return wanted


def _duties_that_speak(found: dict[str, Decided], context: Context) -> list[tuple[Rule, Effect]]:
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
        (rule, effect)
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
    chosen: dict[str, Value], found: dict[str, Decided], verdict: Verdict, context: Context
) -> dict[str, str]:
    """The floors after the choice; gives the reasons that those demand which must be weighed."""
    wanted: dict[str, str] = {}
    before = context.decided
    context.decided = {**before, **chosen}
    try:
        for name, value in chosen.items():
            for floor in floors_on(name, context) if name in found else ():
                active, holds = in_play(floor, context), met(floor, name, value, context)
                if active is False or holds is True:
                    continue
                broken = active is True and holds is False
                if broken and floor.absolute:
                    verdict.fails(f"de keuze gaat door een ondergrens: {floor.title}", a_value(name))
                elif broken:
                    wanted |= dict(floor.motivate)
                elif floor.absolute:
                    unknown = [each for each in (active, holds) if isinstance(each, Unknown)]
                    names = sorted({each for one in unknown for each in one.inputs})
                    text = f"of de ondergrens blijft staan, is nog niet bekend: {floor.title}"
                    verdict.waits(text, answers_to(names, context.corpus))
    finally:
        context.decided = before
    return wanted
