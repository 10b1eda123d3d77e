"""An answer about fewer things: only the decisions (`--besluit`) or the rules (`--regel`) that the user named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verordening.cli.arguments import Arguments
from verordening.cli.usage_errors import usage_error
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import Cited, DecisionOutcome, Outcome, Route
from verordening.language.diagnostics import shown
from verordening.language.suggestions import bedoelt_u
from verordening.model.case import Case, Choice
from verordening.model.case_choice import known_place
from verordening.model.corpus import Corpus
from verordening.records import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

ACT: Final = "--gedraging"


def evaluate_narrowed(
    corpus: Corpus, case: Case, arguments: Arguments, *, witnesses: bool = False
) -> Outcome:
    """The outcome, cut down to what was asked for. Raises InputError (VRD504, VRD507) where that is not there."""
    wanted = named_decisions(arguments, corpus)
    places = named_places(arguments, corpus)
    act = arguments.values.get(ACT, "")
    if act:
        _check_act(act, case)
    outcome = evaluate(corpus, case, tree=arguments.tree, witnesses=witnesses)
    absent = tuple(name for name in wanted if name not in _decisions_in(outcome))
    if absent:
        asked = (*case.asked, *absent) if case.asked else wanted
        outcome = evaluate(corpus, replace(case, asked=asked), tree=arguments.tree, witnesses=witnesses)
    if act:
        outcome = _of_act(outcome, int(act))
    if wanted:
        outcome = _of_decisions(outcome, wanted)
    return considering(_of_places(outcome, places), places) if places else outcome


def named_decisions(arguments: Arguments, corpus: Corpus) -> tuple[str, ...]:
    """The decisions that `--besluit` names. Raises InputError (VRD504) for one that is not there."""
    wanted = tuple(dict.fromkeys(arguments.decisions))
    for name in wanted:
        if name not in corpus.decisions:
            remedy = bedoelt_u(name, corpus.decisions) or f"kies uit {_listed(corpus.decisions)}"
            raise usage_error("VRD504", f"`--besluit`: er is geen besluit {shown(name)}", remedy)
    return wanted


def about(case: Case, wanted: Sequence[str], among: Iterable[str]) -> Case:
    """The case about fewer decisions than it is about. Raises InputError (VRD507) where it is not about one of these.

    What was chosen for the others goes with them.
    """
    known = list(dict.fromkeys(among))
    for name in wanted:
        if name not in known:
            remedy = f"kies uit {_listed(known)}" if known else "laat `--besluit` weg"
            raise usage_error("VRD507", f"`--besluit`: deze casus gaat niet over {shown(name)}", remedy)
    acts = (replace(act, choice=_choice_about(act.choice, wanted)) for act in case.acts)
    return replace(case, asked=tuple(wanted), choice=_choice_about(case.choice, wanted), acts=tuple(acts))


def _choice_about(choice: Choice | None, wanted: Sequence[str]) -> Choice | None:
    if choice is None or not choice.decisions:
        return choice
    kept = tuple(pair for pair in choice.decisions if pair[0] in wanted)
    return replace(choice, decisions=kept) if kept else None


def _check_act(typed: str, case: Case) -> None:
    """Refuse what is not the number of an act in the case. Raises InputError (VRD504, VRD507)."""
    most = len(case.acts)
    if not most:
        raise usage_error("VRD507", f"`{ACT}`: deze casus heeft er maar één", f"laat `{ACT}` weg")
    if not (typed.isascii() and typed.isdigit() and 1 <= int(typed[:4]) <= most):
        raise usage_error(
            "VRD504",
            f"`{ACT}`: er is geen gedraging {shown(typed)}",
            f"kies een nummer van 1 tot en met {most}",
        )


def _of_act(outcome: Outcome, number: int) -> Outcome:
    """The outcome of one act alone, without what is decided of the case as a whole."""
    cut = _cut(outcome, (), ())
    return replace(cut, acts=tuple(act for act in outcome.acts if act.number == number))


def considering(outcome: Outcome, places: Sequence[str]) -> Outcome:
    """The outcome, and that of each act, for a caseworker who considers the ways at these places."""
    acts = (replace(act, outcome=considering(act.outcome, places)) for act in outcome.acts)
    return replace(outcome, considered=tuple(places), acts=tuple(acts))


def named_places(arguments: Arguments, corpus: Corpus) -> tuple[str, ...]:
    """The rules that `--regel` names. Raises InputError (VRD504) for one that is not there."""
    return tuple(_place(text, corpus) for text in arguments.places)


def _decisions_in(outcome: Outcome) -> set[str]:
    """The decisions of the case and of each act in it."""
    every = (outcome, *(act.outcome for act in outcome.acts))
    return {decision.name for each in every for decision in each.decisions}


def _place(text: str, corpus: Corpus) -> str:
    found = known_place(text, corpus)
    if not found:
        remedy = bedoelt_u(text, (rule.id for rule in corpus.rules))
        raise usage_error(
            "VRD504",
            f"`--regel`: er is geen regel {shown(text)}",
            remedy or "noem de plaats van de regel, zoals `pw artikel 18 lid 10`",
        )
    return found


def _of_decisions(outcome: Outcome, names: Sequence[str]) -> Outcome:
    cut = _cut(
        outcome,
        tuple(each for each in outcome.decisions if each.name in names),
        tuple(each for each in outcome.routes if each.decision in names),
    )
    acts = (replace(act, outcome=_of_decisions(act.outcome, names)) for act in outcome.acts)
    return replace(cut, acts=tuple(act for act in acts if act.outcome.decisions))


def _of_places(outcome: Outcome, places: Sequence[str]) -> Outcome:
    """The routes that stand at these places, and those that deviate from what applies there. Raises InputError."""
    acts = (replace(act, outcome=_reached(act.outcome, places)) for act in outcome.acts)
    cut = replace(_reached(outcome, places), acts=tuple(act for act in acts if act.outcome.decisions))
    if not cut.decisions and not cut.acts:
        every = (outcome, *(act.outcome for act in outcome.acts))
        names = dict.fromkeys(route.cited.id for each in every for route in each.routes)
        remedy = f"de wegen hier zijn {_listed(names)}" if names else "laat `--regel` weg"
        raise usage_error(
            "VRD507", f"{' en '.join(f'`{each}`' for each in places)} speelt in deze casus geen rol", remedy
        )
    return cut


def _reached(outcome: Outcome, places: Sequence[str]) -> Outcome:
    applied = {each.name for each in outcome.decisions if _is_at(each.cited, places)}
    routes = tuple(each for each in outcome.routes if each.decision in applied or _is_at(each.cited, places))
    reached = applied | {each.decision for each in routes}
    return _cut(outcome, tuple(each for each in outcome.decisions if each.name in reached), routes)


def _is_at(cited: Cited | None, places: Sequence[str]) -> bool:
    return cited is not None and any(cited.id == each or cited.id.startswith(f"{each} ") for each in places)


def _cut(outcome: Outcome, decisions: tuple[DecisionOutcome, ...], routes: tuple[Route, ...]) -> Outcome:
    """The outcome with only these decisions and routes, and the floors and questions that belong to them."""
    names = {each.name for each in decisions}
    floors = tuple(each for each in outcome.floors if each.decision in names)
    asked_for = {name for each in decisions for name in (*each.missing, *each.idle)}
    asked_for |= {name for each in routes for name in (*each.hinges, each.judgement)}
    asked_for |= {name for each in floors for name in each.missing}
    return replace(
        outcome,
        asked=tuple(each for each in outcome.asked if each in names),
        decisions=decisions,
        routes=routes,
        floors=floors,
        questions=tuple(each for each in outcome.questions if each.name in asked_for),
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{each}`" for each in names)
