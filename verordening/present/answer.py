"""The answer in sentences: what each decision comes to and how sure that is, one function per status."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verordening.evaluate.outcome import (
    ChoiceStatus,
    Cited,
    DecisionOutcome,
    RouteStatus,
    Status,
)
from verordening.present.citing import in_full, in_short, shortened
from verordening.present.dutch import after_colon, joined, sentence, unended
from verordening.present.merged import merge_routes
from verordening.present.words import Words, runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

PLACEHOLDER: Final = "{uitkomst}"

Decisions = Sequence[DecisionOutcome]


def answer(words: Words) -> tuple[str, ...]:
    """The sentences that open the answer, the caseworker's own choice first; without a decision, why there is none."""
    if not words.outcome.decisions:
        return tuple(sentence(note) for note in words.outcome.notes)
    return (
        *chosen(words),
        *standing(words.outcome.decisions, words),
        *first_question(words.outcome.decisions, words),
    )


def standing(decisions: Decisions, words: Words) -> list[str]:
    """Where these decisions stand, those of one status together."""
    said: list[str] = []
    for group in runs(decisions, key=lambda each: (each.status, each.reservations)):
        said += _BY_STATUS[group[0].status](group, words)
        said += _without_euros(group)
        said += _between_euros(group)
    return said


def outcome_sentence(decisions: Decisions, words: Words) -> str:
    """What settled decisions come to, without full stop.

    An `uitkomstzin` that starts with a small letter carries on from the one before: `De bijstand wordt 5% lager` and
    `{uitkomst} lang` make one sentence. The euros of a percentage and what a floor overrode close it.
    """
    clauses: list[str] = []
    for each in decisions:
        if each.shown is None:
            continue
        carries_on = not each.sentence or _carries_on(each)
        clause = _clause(each, words, alone=carries_on and not clauses)
        if clauses and carries_on:
            clauses[-1] += f", {clause}"
        else:
            clauses.append(clause[:1].upper() + clause[1:])
    return ". ".join(clauses) + _instead_of(decisions, words)


def chosen(words: Words) -> tuple[str, ...]:
    """One sentence on the choice in the case, if it holds one; what is wrong with it stands in a section of its own."""
    choice = words.outcome.choice
    if choice is None:
        return ()
    what = words.per_decision([(name, words.with_period(name, shown.text)) for name, shown in choice.chosen])
    cited = words.named(choice.route)
    what = what or "u wijkt niet af"
    by = f", volgens {in_full(cited) if cited else choice.route}" if choice.route else ""
    match choice.status:
        case ChoiceStatus.IN_ORDE:
            return (f"Uw keuze is in orde: {what}{by}.",)
        case ChoiceStatus.NIET_IN_ORDE:
            return (f"Uw keuze is niet in orde: {what}{by}.",)
        case ChoiceStatus.ONBEKEND:
            return (f"Of uw keuze in orde is, is nog niet te zeggen: {what}{by}.",)


def _carries_on(decision: DecisionOutcome) -> bool:
    start = decision.sentence.removeprefix(PLACEHOLDER).lstrip()
    return start[:1].islower() and not decision.sentence[:1].isupper()


def _clause(decision: DecisionOutcome, words: Words, *, alone: bool) -> str:
    text = decision.shown.text if decision.shown is not None else ""
    if f"{PLACEHOLDER} per " not in decision.sentence:
        text = words.with_period(decision.name, text)
    if decision.sentence and not alone:
        return unended(decision.sentence.replace(PLACEHOLDER, text))
    return f"{words.label(decision.name)}: {text}"


def _instead_of(decisions: Decisions, words: Words) -> str:
    """The euros, and what it would have been without the floors: beside its figure, else in a sentence of its own."""
    said = [each for each in decisions if each.shown is not None]
    euros = _euros(decisions)
    changed = [(each, each.before_floors.text) for each in said if each.before_floors is not None]
    if not changed:
        return euros
    if len(said) == 1 and PLACEHOLDER in said[0].sentence:
        return f", niet {changed[0][1]}{euros}"
    whole = len(changed) == len(said)
    before = joined(text if whole else words.of(each.name, text) for each, text in changed)
    return f"{euros}. Zonder de ondergrens zou dat {before} zijn"


def _euros(decisions: Decisions) -> str:
    amounts = [each.amount for each in decisions if each.amount is not None and each.amount.cents]
    return f": {joined(f'{each.text} van {each.of_text}' for each in amounts)}" if amounts else ""


def _without_euros(decisions: Decisions) -> list[str]:
    """Why no euros stand beside a percentage: the amount of that day is not there."""
    missing = dict.fromkeys(text for each in decisions for text in each.amount_missing)
    return [f"Hoeveel euro dat is, is niet te zeggen: {joined(missing)}."] if missing else []


def _between_euros(decisions: Decisions) -> list[str]:
    """Between what the euros behind a percentage lie, while facts are missing."""
    found = [each.amount_between for each in decisions if each.shown is not None or each.missing]
    texts = [
        each.text for each in found if each is not None and each.low is not None and each.high is not None
    ]
    return [f"Hoeveel euro dat is, hangt af van wat nog ontbreekt: {joined(texts)}."] if texts else []


def is_between(decision: DecisionOutcome) -> bool:
    """Whether all that is known of an open amount is between what it lies, because facts are missing."""
    found = decision.between
    return bool(decision.missing) and found is not None and found.low is not None and found.high is not None


def _settled(group: Decisions, words: Words) -> list[str]:
    idle = words.labels(dict.fromkeys(name for each in group for name in (*each.idle, *each.missing)))
    said = [_ordinary_outcome(group, words)]
    if idle:
        said.append(f"Dit staat vast. Wat nog ontbreekt, maakt voor deze uitkomst niet uit: {idle}.")
    elif not _chosen_otherwise(group, words):
        said.append("Dit staat vast.")
    return said


def _ordinary_outcome(group: Decisions, words: Words) -> str:
    """What holds, or what would hold where the caseworker's own choice is another."""
    said = outcome_sentence(group, words)
    if not said:
        return f"Geen enkele regel zegt iets over: {words.labels(each.name for each in group)}."
    if _chosen_otherwise(group, words):
        return f"Zonder uw keuze geldt: {after_colon(said)}."
    return f"{said}."


def _chosen_otherwise(group: Decisions, words: Words) -> bool:
    choice = words.outcome.choice
    chosen_values = {name: shown.value for name, shown in choice.chosen} if choice is not None else {}
    return any(
        each.name in chosen_values and each.shown is not None and chosen_values[each.name] != each.shown.value
        for each in group
    )


def _reserved(group: Decisions, words: Words) -> list[str]:
    said = [_ordinary_outcome(group, words)]
    routes = words.outcome.routes
    for cited in group[0].reservations:
        judgement = next(
            (each.judgement for each in routes if each.cited.id == cited.id and each.judgement), ""
        )
        asked = after_colon(words.asking(judgement)) if judgement else "moet hier worden afgestemd?"
        said.append(f"Onder voorbehoud van een oordeel dat nog ontbreekt: {asked} ({in_short(cited)})")
    if not group[0].reservations:
        said.append("Onder voorbehoud: een plicht om af te stemmen kan nog gelden.")
    return said


def _tailored(group: Decisions, words: Words) -> list[str]:
    choice = words.outcome.choice
    room = (
        words.ranges((each.name, each.range) for each in group if each.range is not None) or "nog niet bekend"
    )
    ordinary = outcome_sentence(group, words)
    if choice is not None and choice.status is ChoiceStatus.IN_ORDE:
        said = [f"De ruimte is {room}."]
    else:
        said = [_to_choose(group, words, room) + ("" if choice is not None else " Er is nog niets gekozen.")]
    if ordinary:
        said.append(f"Zonder afstemmen geldt: {after_colon(ordinary)}.")
    return said


def _to_choose(group: Decisions, words: Words, room: str) -> str:
    """Who has to choose what; "u" only where a route says so."""
    names = {each.name for each in group}
    allowed = {
        each.route.status
        for each in merge_routes(words.outcome.routes)
        if names & set(each.decisions) and not each.for_others
    }
    if RouteStatus.MOET in allowed:
        return f"U moet afstemmen: kies {room}."
    if RouteStatus.MAG in allowed:
        return f"U kiest zelf: {room}."
    return f"Geen regel kiest hier zelf. De ruimte is {room}."


def _open(group: Decisions, words: Words) -> list[str]:
    said = []
    lying = [each for each in group if is_between(each)]
    known = [
        words.of(each.name, words.candidates(each)) for each in group if each.candidates and each not in lying
    ]
    known += [f"{words.label(each.name)}, {words.between(each)}" for each in lying]
    if known:
        said.append(f"Nog open: {'; '.join(known)}.")
    unknown = words.labels(each.name for each in group if not each.candidates and each not in lying)
    if unknown:
        said.append(f"Nog open: {unknown}.")
    texts = _because_of_texts(group)
    said += texts
    if texts and not any(each.missing for each in group):
        said.append("Zoek dat eerst op; zonder dat is er geen uitkomst.")
    return said


def first_question(decisions: Decisions, words: Words) -> tuple[str, ...]:
    """What to find out first, while one of these decisions is open."""
    missing = [name for each in decisions if each.status is Status.OPEN for name in each.missing]
    first = next((each for each in words.outcome.questions if each.name in missing), None)
    if first is not None:
        return (f"Beantwoord eerst: {after_colon(first.text)}",)
    return (f"Zoek eerst uit: {words.labels(missing)}.",) if missing else ()


def _gap(group: Decisions, words: Words) -> list[str]:
    said = []
    for each in group:
        left = f" {_who_leaves_it(each)} laat toe: {each.range.text}." if each.range is not None else ""
        gap = (
            f"Leemte bij {words.label(each.name)}: de regel die dit moet invullen, is er niet of geldt niet."
        )
        said.append(gap + left)
    return [*said, *_because_of_texts(group), *_reasons(group), "U kunt dit niet zelf invullen."]


def _who_leaves_it(decision: DecisionOutcome) -> str:
    """The kind of regulation that leaves the decision to a lower one."""
    kind = decision.cited.kind if decision.cited is not None else ""
    return {"wet": "De wet", "verordening": "De verordening"}.get(kind, "De regeling")


def _clash(group: Decisions, words: Words) -> list[str]:
    said = []
    for each in group:
        home: Cited | None = None
        sides = []
        for side in each.candidates:
            by = f" volgens {in_short(side.cited, home)}" if side.cited is not None else ""
            sides.append(f"{side.text or (side.shown.text if side.shown else '')}{by}")
            home = home or side.cited
        said.append(
            f"Strijdig: voor {words.label(each.name)} geldt {joined(sides)}. Geen van beide is gekozen."
        )
    if any(each.reason for each in group):
        return [*said, *_because_of_texts(group), *_reasons(group)]
    return [
        *said,
        *_because_of_texts(group),
        "Kies niet zelf: leg dit voor aan de jurist of aan wie de regels maakt.",
    ]


def _reasons(group: Decisions) -> list[str]:
    reasons = dict.fromkeys(shortened(each.reason, None) for each in group if each.reason)
    return [sentence(text) for text in reasons]


def _because_of_texts(group: Decisions) -> list[str]:
    texts = dict.fromkeys(shortened(text, None) for each in group for text in each.missing_texts)
    return [sentence(text) for text in texts]


_BY_STATUS: Final[dict[Status, Callable[[Decisions, Words], list[str]]]] = {
    Status.BEPAALD: _settled,
    Status.VOORBEHOUD: _reserved,
    Status.AFSTEMMEN: _tailored,
    Status.OPEN: _open,
    Status.LEEMTE: _gap,
    Status.STRIJDIG: _clash,
}
