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
from datetime import date
from fractions import Fraction

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.possible import delegations_of, may_meet
from verordening.language.diagnostics import Related, Severity
from verordening.model import expressions as e
from verordening.model.formatting import format_range
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Below

CODE = "VRD722"
SEVERITY = Severity.WAARSCHUWING


def check(look: Look) -> Iterator[Finding]:
    """Rules of which every delegation that they may fill in leaves another range."""
    for rule, effect in look.setting(Form.SET, Form.MAY):
        if rule.disputed:
            continue
        ranges = _ranges(rule, effect, look)
        # Within all of them nothing can be wrong, and outside some of them only the others can excuse it.
        if all(_within(effect, each) for _, each in ranges):
            continue
        met = [each for each in ranges if may_meet(look, rule, each[0])]
        if not met or any(_within(effect, each) for _, each in met):
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


def _within(effect: Effect, range_: Effect) -> bool:
    """Whether an outcome may lie in a range: only what are plain values on both sides can be outside it."""
    return not (_below(effect.low, range_.low) or _below(range_.high, effect.high))


def _below(left: e.Expression | None, right: e.Expression | None) -> bool:
    match left, right:
        case e.Constant(value=low), e.Constant(value=high):
            if isinstance(low, Below) or isinstance(high, Below) or isinstance(low, bool | str | date):
                return False
            if isinstance(low, int | Fraction) and isinstance(high, int | Fraction):
                return low < high
    return False
