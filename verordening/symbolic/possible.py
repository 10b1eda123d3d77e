"""What a decision may come to before floors, in symbols: as `possibilities` of the interpreter says it."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.evaluate.context import Context
from verordening.evaluate.possibilities import MEASURES, Origin, missing_text, unseen_text
from verordening.evaluate.speaking import by_form
from verordening.evaluate.standing import orders
from verordening.model.rules import Effect, Form, Rule
from verordening.records import dataclass
from verordening.symbolic.logic import Truth, all_of, any_of, both, either, negated, opposite, some, sure
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.standings import Standings
from verordening.symbolic.symbols import Symbol, constant
from verordening.symbolic.terms import Bool


@dataclass(frozen=True, slots=True, eq=False)
class Possible:
    """One thing that a decision may come to, `present` where it may; its `truth` says whether it does.

    `value` for rules and standaard; `low` and `high` are the ends of its own of a missing text, a gap or a choice.
    """

    origin: Origin
    present: Bool
    truth: Truth
    value: Symbol | None = None
    rule: int | None = None
    low: Symbol | None = None
    high: Symbol | None = None

    @property
    def surely(self) -> Bool:
        """Where the decision comes to this."""
        return both(self.present, self.truth.yes)


def possibilities(decision: str, rules: Standings) -> list[Possible]:
    """Everything that the decision may come to, in order. Raises NotEncodableError."""
    found = [*from_rules(decision, rules), *from_delegations(decision, rules)]
    open_still = opposite(some([each.surely for each in found]))
    default = rules.corpus.decisions[decision].default
    if default is not None:
        return [*found, Possible(Origin.DEFAULT, open_still, _none_of(found), constant(default))]
    choices = [each for each in _from_powers(decision, rules, open_still) if each.present is not False]
    found += choices
    silent = both(open_still, opposite(some([each.surely for each in choices])))
    return [*found, Possible(Origin.SILENCE, silent, _none_of(found))]


def _none_of(found: Iterable[Possible]) -> Truth:
    return negated(any_of([all_of((sure(each.present), each.truth)) for each in found]))


def from_rules(decision: str, rules: Standings) -> list[Possible]:
    """The rules that may stand; of those with policy within or beyond the law that surely stands, only that."""
    found: list[tuple[bool, int, Truth, Symbol]] = []
    for rule, _ in by_form(decision, rules.corpus).get(Form.SET, ()):
        value = rules.set_value(rule.index, decision)
        if value is None:
            raise NotEncodableError("een regel die geen waarde noemt")
        found.append((rule.relation in MEASURES, rule.index, rules.stands(rule.index, decision), value))
    measured = some([truth.yes for is_measure, _, truth, _ in found if is_measure])
    return [
        Possible(
            Origin.RULE, both(opposite(truth.no), either(opposite(measured), is_measure)), truth, value, index
        )
        for is_measure, index, truth, value in found
    ]


def from_delegations(decision: str, rules: Standings) -> list[Possible]:
    """What delegations leave open: a text that is not here, or a gap."""
    found = []
    for rule, effect in by_form(decision, rules.corpus).get(Form.DELEGATE, ()):
        standing = rules.delegation_stands(rule.index, decision)
        if standing.no is not True:
            found += _left_open(decision, rule, effect, standing, rules)
    return found


def _left_open(
    decision: str, rule: Rule, effect: Effect, standing: Truth, rules: Standings
) -> list[Possible]:
    corpus = rules.corpus
    fillers = [corpus.rules[index] for filled, index in corpus.filling if filled == rule.index]
    if any(each.transitions for each in fillers):
        raise NotEncodableError("overgangsrecht bij een delegatie")
    low, high = rules.range_of(effect, decision)

    def left(origin: Origin, truth: Truth) -> Possible:
        return Possible(origin, opposite(truth.no), truth, None, rule.index, low, high)

    nothing = Context(corpus, {}, rules.day)
    if missing_text(rule, effect, nothing):
        return [left(Origin.MISSING_TEXT, standing)]
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
        found.append(left(Origin.MISSING_TEXT, all_of((unfilled, negated(spoken[0])))))
    if orders(rule, decision):
        found.append(left(Origin.GAP, all_of((unfilled, *spoken))))
    return found


def _from_powers(decision: str, rules: Standings, when: Bool) -> list[Possible]:
    """Powers and duties to choose that deviate from nothing, without what limits make of them."""
    found = []
    forms = by_form(decision, rules.corpus)
    for form in (Form.MAY, Form.TAILOR):
        for rule, effect in forms.get(form, ()):
            if rule.deviates:
                continue
            truth = rules.stands(rule.index, decision)
            low, high = rules.range_of(effect, decision)
            present = both(when, opposite(truth.no))
            found.append(Possible(Origin.CHOICE, present, truth, None, rule.index, low, high))
    return found
