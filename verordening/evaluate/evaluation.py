"""One case to its outcome: the door of this room."""

from __future__ import annotations

from verordening.evaluate.months import Days, Measure, calendar_of, measures_of
from verordening.evaluate.outcome import ActOutcome, Outcome
from verordening.evaluate.single import evaluate_single, not_asked
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.records import replace


def evaluate(
    corpus: Corpus, case: Case, *, tree: bool = False, witnesses: bool = False, ranges: bool = True
) -> Outcome:
    """The outcome of a case under a corpus on the case's peildatum; with `tree` also the evaluation tree.

    With `witnesses` each question comes with two cases that show what it can change; that takes time. Without `ranges`
    nothing says between what amounts a case of one act at most may lie; that saves time.
    Of a case with several acts: what is of the case as a whole, and an outcome for each act.
    Never raises on a case that was read against this corpus.
    """
    if case.acts:
        return _evaluate_acts(corpus, case, tree=tree, witnesses=witnesses)
    outcome, context = evaluate_single(corpus, case, tree=tree, witnesses=witnesses, ranges=ranges)
    days = Days(context)
    return replace(outcome, calendar=calendar_of(measures_of(outcome, case, days, 0), days))


def _evaluate_acts(corpus: Corpus, case: Case, *, tree: bool, witnesses: bool) -> Outcome:
    """The outcome of each act by itself, and of the rest without any."""
    from verordening.evaluate.concurring import holding, label_of

    per_act = tuple(name for name in case.asked if corpus.decisions[name].per == case.act_name)
    rest = tuple(name for name in case.asked if name not in per_act)
    whole, context = evaluate_single(corpus, replace(case, acts=()), rest, tree=tree, witnesses=witnesses)
    notes = whole.notes if rest else ()
    acts: list[ActOutcome] = []
    measures: list[Measure] = []
    for number, act in enumerate(case.acts if per_act or not case.asked else (), start=1):
        kinds = {kind: replace(case.with_act(act, kind), asked=per_act) for kind in act.kinds or ("",)}
        singles = {
            kind: evaluate_single(corpus, each, tree=tree, witnesses=witnesses)
            for kind, each in kinds.items()
        }
        found = holding(
            [(kind, each.outcome) for kind, each in singles.items()], case.act_name, corpus, case.peildatum
        )
        label = label_of(act, case.act_name, corpus)
        acts.append(ActOutcome(number, label, found.outcome, found.others, found.because))
        days = Days(singles[found.kind].context)
        measures += measures_of(found.outcome, kinds[found.kind], days, number)
    calendar = calendar_of(measures, Days(context))
    others = not_asked({*rest, *(name for act in acts for name in act.outcome.asked)}, corpus)
    return replace(
        whole, default_scope=False, others=others, notes=notes, calendar=calendar, acts=tuple(acts)
    )
