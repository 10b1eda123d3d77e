"""What a decision comes to before floors where that is one value, for the solver: as `possibilities` says it."""

from __future__ import annotations

from verordening.evaluate.context import Context
from verordening.evaluate.possibilities import MEASURES, missing_text, unseen_text
from verordening.evaluate.speaking import by_form
from verordening.evaluate.standing import orders
from verordening.model.rules import Effect, Form, Rule
from verordening.symbolic.calculations import shared
from verordening.symbolic.logic import Truth, all_of, any_of, both, either, negated, opposite, some
from verordening.symbolic.looking import UNTYPED
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.standings import Standings
from verordening.symbolic.symbols import Symbol, constant, given_that
from verordening.symbolic.terms import Bool


def outcome_of(decision: str, rules: Standings) -> Symbol:
    """The one value that rules and standaard leave of a decision; none where that is not one value."""
    _refuse_doubtful(decision, rules)
    given = _from_rules(decision, rules)
    left_open = _from_delegations(decision, rules)
    surely = some(
        [both(present, truth.yes) for present, truth, _ in given] + [each.yes for each in left_open]
    )
    without: Bool = some([opposite(each.no) for each in left_open])
    possible = [present for present, _, _ in given]
    values = [value for _, _, value in given]
    default = rules.corpus.decisions[decision].default
    if default is None:
        without = either(without, opposite(surely))
    else:
        possible.append(opposite(surely))
        values.append(constant(default))
    return given_that(shared(possible, values, True), opposite(without)) if values else UNTYPED


def _refuse_doubtful(decision: str, rules: Standings) -> None:
    """Where it may not be known whether overgangsrecht holds, a decision may come to what either text gives."""
    for index in rules.corpus.by_decision.get(decision, ()):
        if not all(rules.pins(each).total for each in rules.corpus.rules[index].transitions):
            raise NotEncodableError("overgangsrecht waarvan niet vaststaat of het geldt")


def _from_rules(decision: str, rules: Standings) -> list[tuple[Bool, Truth, Symbol]]:
    """The rules that may stand; of those with policy within or beyond the law that surely stands, only that."""
    found = []
    for rule, _ in by_form(decision, rules.corpus).get(Form.SET, ()):
        value = rules.set_value(rule.index, decision)
        if value is None:
            raise NotEncodableError("een regel die geen waarde noemt")
        found.append((rule.relation in MEASURES, rules.stands(rule.index, decision), value))
    measured = some([truth.yes for is_measure, truth, _ in found if is_measure])
    return [
        (both(opposite(truth.no), either(opposite(measured), is_measure)), truth, value)
        for is_measure, truth, value in found
    ]


def _from_delegations(decision: str, rules: Standings) -> list[Truth]:
    """What delegations leave open: a text that is not here, or a gap."""
    found = []
    for rule, effect in by_form(decision, rules.corpus).get(Form.DELEGATE, ()):
        standing = rules.delegation_stands(rule.index, decision)
        if standing.no is not True:
            found += _left_open(decision, rule, effect, standing, rules)
    return found


def _left_open(decision: str, rule: Rule, effect: Effect, standing: Truth, rules: Standings) -> list[Truth]:
    corpus = rules.corpus
    fillers = [corpus.rules[index] for filled, index in corpus.filling if filled == rule.index]
    if any(each.transitions for each in fillers):
        raise NotEncodableError("overgangsrecht bij een delegatie")
    nothing = Context(corpus, {}, rules.day)
    if missing_text(rule, effect, nothing):
        return [standing]
    forms = by_form(decision, corpus)
    setting = [each.index for each, _ in forms.get(Form.SET, ()) if (rule.index, decision) in each.fills]
    unfilled = all_of((standing, negated(any_of([rules.stands(each, decision) for each in setting]))))
    found = []
    spoken: list[Truth] = []
    if unseen_text(rule, effect, nothing):
        choosing = [
            each.index
            for form in (Form.MAY, Form.TAILOR)
            for each, _ in forms.get(form, ())
            if (rule.index, decision) in each.fills
        ]
        spoken = [any_of([rules.applies(each) for each in (*setting, *choosing)])]
        found.append(all_of((unfilled, negated(spoken[0]))))
    if orders(rule, decision):
        found.append(all_of((unfilled, *spoken)))
    return found
