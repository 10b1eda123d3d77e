"""What a decision comes to before floors where that is one value, in symbols."""

from __future__ import annotations

from collections.abc import Sequence

from verordening.symbolic.calculations import shared
from verordening.symbolic.logic import opposite, some
from verordening.symbolic.looking import UNTYPED
from verordening.symbolic.possible import Possible, possibilities
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.standings import Standings
from verordening.symbolic.symbols import Symbol, given_that


def outcome_of(decision: str, rules: Standings) -> Symbol:
    """The one value that rules and standaard leave of a decision; none where that is not one value."""
    _refuse_doubtful(decision, rules)
    return single_value(possibilities(decision, rules))


def single_value(possible: Sequence[Possible]) -> Symbol:
    """The one value of all that a decision may come to."""
    valued = [(each.present, each.value) for each in possible if each.value is not None]
    without = some([each.present for each in possible if each.value is None])
    if not valued:
        return UNTYPED
    found = shared([present for present, _ in valued], [value for _, value in valued], True)
    return given_that(found, opposite(without))


def _refuse_doubtful(decision: str, rules: Standings) -> None:
    """Where it may not be known whether overgangsrecht holds, a decision may come to what either text gives."""
    for index in rules.corpus.by_decision.get(decision, ()):
        if not all(rules.pins(each).total for each in rules.corpus.rules[index].transitions):
            raise NotEncodableError("overgangsrecht waarvan niet vaststaat of het geldt")
