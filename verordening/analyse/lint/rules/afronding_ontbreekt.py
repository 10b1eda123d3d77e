"""Een bedrag wordt berekend, en er staat niet hoe het wordt afgerond.

Een regel rekent met procenten of deelt, en het besluit zegt niet hoe het bedrag wordt afgerond.

## Waarom dit uitmaakt

Zonder afronding heeft een bedrag soms delen van centen. Hoe het dan wordt afgerond, moet de regeling zeggen en niet de
computer.

## Wat u doet

- Zet bij het besluit hoe wordt afgerond: `afgerond op centen`, met zo nodig `naar boven` of `naar beneden`.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity
from verordening.model import expressions as e
from verordening.model.dependence import walk
from verordening.model.rules import Effect, Form
from verordening.model.types import Kind

CODE = "VRD744"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Rules that compute an amount for a decision that says nothing of rounding."""
    for rule, effect in look.setting(Form.SET):
        declared = look.corpus.decisions[effect.decision]
        if declared.type.kind is Kind.AMOUNT and declared.rounding is None and _splits_cents(effect, look):
            yield Finding(
                look.span_of(rule, effect),
                f"dit bedrag wordt berekend, en bij `{declared.name}` staat niet hoe het wordt afgerond",
                help="zet bij het besluit of bij het begrip `afgerond op centen`",
            )


def _splits_cents(effect: Effect, look: Look) -> bool:
    """Whether the value is a share or a quotient that nothing rounds on the way."""
    waiting = [effect.low] if effect.low is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, e.Share) or (isinstance(node, e.Arithmetic) and node.operator == "/"):
            return True
        if isinstance(node, e.ConceptValue) and node.name in look.corpus.concepts:
            waiting.append(look.corpus.concepts[node.name].value)
        elif not isinstance(node, e.Rounded):
            inside = walk(node, {})
            next(inside)
            waiting += [each for each in inside if isinstance(each, e.Share | e.Arithmetic | e.ConceptValue)]
    return False
