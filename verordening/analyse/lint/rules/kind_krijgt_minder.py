"""Een gezin met een kind krijgt minder dan hetzelfde gezin zonder.

Twee regels verschillen alleen in of er een kind is, en met een kind is de uitkomst slechter.

## Waarom dit uitmaakt

Wie een kind heeft, heeft meer nodig. Dat een gezin met een kind minder krijgt, is haast altijd een verwisseling van
twee bedragen. Is het zo bedoeld, dan raakt het aan gelijke behandeling en aan het belang van het kind.

## Wat u doet

- Leg beide bedragen naast de bron, en wissel ze als zij verwisseld zijn.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import permutations

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.evaluate.told_apart import conjuncts
from verordening.language.diagnostics import Related, Severity
from verordening.model import expressions as e
from verordening.model.expressions import alike
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Number

CODE = "VRD776"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION

_CHILD = "kind"
_PARENT = ("alleenstaande_ouder", "alleenstaande")
_MORE_IS_BETTER = "hoger"


def check(look: Look) -> Iterator[Finding]:
    """Rules of one article for a household with a child and for the same one without, of which the first gives less."""
    for told in _amounts(look).values():
        for (rule, effect), (other, theirs) in permutations(told, 2):
            if not _same_but_for_a_child(rule, other):
                continue
            day = _day_with_less(effect, theirs, look)
            if day is not None:
                yield Finding(
                    look.span_of(rule, effect),
                    f"met een kind is de uitkomst hier lager dan zonder, volgens `{other.path}`",
                    help="leg beide bedragen naast de bron: zijn zij verwisseld?",
                    related=(
                        Related(span_of(other.place, other.path), "hier staat de uitkomst zonder kind"),
                    ),
                )


def _amounts(look: Look) -> dict[tuple[str, ...], list[tuple[Rule, Effect]]]:
    """What gives an amount of which more is better, by decision and article."""
    found: dict[tuple[str, ...], list[tuple[Rule, Effect]]] = {}
    for rule, effect in look.setting(Form.SET):
        declared = look.corpus.decisions[effect.decision]
        if declared.favourable == _MORE_IS_BETTER and declared.type.is_numeric:
            key = (effect.decision, rule.regulation, *rule.path.split(" ")[:2])
            found.setdefault(key, []).append((rule, effect))
    return found


def _same_but_for_a_child(rule: Rule, other: Rule) -> bool:
    """Whether the conditions are the same, but that the first asks for a child and the second for none."""
    left, right = conjuncts(rule), conjuncts(other)
    only = [each for each in left if not any(alike(each, one) for one in right)]
    theirs = [each for each in right if not any(alike(each, one) for one in left)]
    return len(only) == len(theirs) == 1 and _has_child(only[0], theirs[0])


def _has_child(with_child: e.Expression, without: e.Expression) -> bool:
    match with_child, without:
        case e.Input() | e.ConceptValue(), e.Not(operand=operand):
            return _CHILD in with_child.name and alike(with_child, operand)
        case (
            e.Compare(operator="=", left=left, right=e.Constant(value=parent)),
            e.Compare(operator="=", left=right, right=e.Constant(value=single)),
        ):
            return alike(left, right) and (parent, single) == _PARENT
    return False


def _day_with_less(effect: Effect, other: Effect, look: Look) -> date | None:
    """The last day on which the first amount is lower, of those on which an amount begins to hold."""
    for day in reversed(look.corpus.starts):
        amount, without = (_amount(each.low, day, look) for each in (effect, other))
        if amount is not None and without is not None:
            return day if amount < without else None
    return None


def _amount(node: e.Expression | None, day: date, look: Look) -> Number | None:
    value: object = None
    if isinstance(node, e.Constant):
        value = node.value
    elif isinstance(node, e.TableValue):
        rows = look.corpus.tables[node.name].rows
        value = next(
            (row.value for row in rows if row.start <= day and (row.end is None or day < row.end)), None
        )
    is_number = isinstance(value, int | Fraction) and not isinstance(value, bool)
    return value if is_number else None  # type: ignore[return-value]
