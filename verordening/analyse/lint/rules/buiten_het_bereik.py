"""Een uitkomst valt buiten wat de wet overlaat.

De wet laat de gemeente dit besluit invullen tussen twee grenzen. De uitkomst van deze regel ligt daarbuiten.

## Waarom dit uitmaakt

De regel wordt in een zaak opzij gezet. De inwoner leest een percentage of duur die niet kan gelden.

## Wat u doet

- Kies een waarde binnen de grenzen van de wet.
- Zegt de bron dit echt, zet er dan `omstreden` bij.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.possible import delegations_of, may_meet
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Related, Severity
from verordening.model import expressions as e
from verordening.model.formatting import format_range
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Below, Number, Value

CODE = "VRD722"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Rules of which every delegation that they may fill in leaves another range."""
    for rule, effect in look.setting(Form.SET, Form.MAY):
        if rule.disputed:
            continue
        ranges = _ranges(rule, effect, look)
        # Within all of them nothing can be wrong, and outside some of them only the others can excuse it.
        if all(_within(effect, each, look) for _, each in ranges):
            continue
        met = [each for each in ranges if may_meet(look, rule, each[0])]
        if not met or any(_within(effect, each, look) for _, each in met):
            continue
        delegation, range_ = met[0]
        declared = look.corpus.decisions[effect.decision].type
        low, high = (end.value if isinstance(end, e.Constant) else None for end in (range_.low, range_.high))
        yield Finding(
            look.span_of(rule, effect),
            f"`{rule.path}` geeft een uitkomst buiten wat de hogere regeling overlaat",
            label=f"daar mag: {format_range(low, high, declared)}",
            help="kies een waarde binnen die grenzen; zegt de bron dit echt, zet er dan `omstreden` bij",
            related=(Related(span_of(delegation.place, delegation.path), "hier staan de grenzen"),),
        )


def _ranges(rule: Rule, effect: Effect, look: Look) -> list[tuple[Rule, Effect]]:
    return [
        (delegation, each)
        for delegation in delegations_of(look.corpus, rule, effect.decision)
        for each in delegation.effects
        if each.form is Form.DELEGATE and each.decision == effect.decision
    ]


def _within(effect: Effect, range_: Effect, look: Look) -> bool:
    """Whether an outcome may lie in a range: only what is known on both sides can be outside it."""
    lowest, highest = _plain(range_.low), _plain(range_.high)
    return not (
        (lowest is not None and any(each < lowest for each in _values(effect.low, look, largest=True)))
        or (highest is not None and any(each > highest for each in _values(effect.high, look, largest=False)))
    )


def _values(node: e.Expression | None, look: Look, *, largest: bool) -> tuple[Number, ...]:
    """What an end of an outcome comes to: on any day that an amount is known, or by the bound that it has itself.

    `largest`: the bound that `het grootste van` sets below, else the one that `het kleinste van` sets above.
    """
    match node:
        case e.TableValue(name=name):
            return tuple(each for row in look.corpus.tables[name].rows for each in _number(row.value))
        case e.Extreme() if node.smallest is not largest:
            bounds = [each for operand in node.operands for each in _values(operand, look, largest=largest)]
            return (max(bounds) if largest else min(bounds),) if bounds else ()
    plain = _plain(node)
    return () if plain is None else (plain,)


def _plain(node: e.Expression | None) -> Number | None:
    return next(iter(_number(node.value)), None) if isinstance(node, e.Constant) else None


def _number(value: Value | None) -> tuple[Number, ...]:
    is_number = isinstance(value, int | Fraction) and not isinstance(value, bool | Below)
    return (value,) if is_number else ()  # type: ignore[return-value]
