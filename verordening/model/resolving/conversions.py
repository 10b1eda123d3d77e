"""`inkomen omgerekend per jaar`: the only way from one period of an amount to another.

Between month and year lies the factor 12. Between other periods no act of this corpus gives one factor (a month is no
whole number of weeks), so the text must state it: `weekloon omgerekend per maand met (52 gedeeld door 12)`.
"""

from __future__ import annotations

from typing import Final

from verordening.language import syntax as s
from verordening.model import expressions as e
from verordening.model.resolving.literals import ANY_PERIOD, FAILED
from verordening.model.resolving.operations import Typed, failed, unbounded
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.wording import described
from verordening.model.types import Kind, Type
from verordening.records import replace

FACTORS: Final = {("maand", "jaar"): "*", ("jaar", "maand"): "/"}
"""Whether 12 multiplies or divides an amount, from the one period to the other."""


def converted(node: s.Conversion, amount: Typed, factor: Typed | None, problems: Problems) -> Typed:
    """The amount for another period; what cannot be converted is reported (VRD227)."""
    expression, type_ = amount
    if FAILED in (type_, factor[1] if factor else None):
        return failed()
    fault = _fault(node.period, type_, factor)
    if fault:
        problems.add("VRD227", fault[0], node.span, help=fault[1])
        return failed()
    to = replace(unbounded(type_), unit=node.period)
    operator = FACTORS.get((type_.unit, node.period))
    if operator is not None:
        return e.Arithmetic(operator, expression, e.Constant(12, Kind.NUMBER, "")), to
    assert factor is not None
    return e.Arithmetic("*", expression, factor[0]), to


def _fault(period: str, type_: Type, factor: Typed | None) -> tuple[str, str] | None:
    """What is wrong with a conversion and what to do, or None."""
    if type_.kind is not Kind.AMOUNT or type_.unit in ("", ANY_PERIOD):
        return (
            f"alleen een bedrag per maand, jaar, week of uur kunt u omrekenen, maar hier staat {described(type_)}",
            "zet bij het bedrag waar het per maand, jaar, week of uur voor is, of haal `omgerekend` weg",
        )
    if type_.unit == period:
        return f"dit is al een bedrag per {period}", f"haal `omgerekend per {period}` weg"
    if (type_.unit, period) in FACTORS:
        if factor is not None:
            return "een jaar heeft altijd 12 maanden", "haal `met …` hier weg"
        return None
    if factor is None:
        return (
            f"tussen een bedrag per {type_.unit} en een bedrag per {period} ligt geen vaste factor",
            "zet erachter wat de regeling zegt, zoals `met (52 gedeeld door 12)`",
        )
    if factor[1].kind not in (Kind.COUNT, Kind.NUMBER) and not _hours(type_, factor[1]):
        return (
            f"achter `met` hoort een getal, maar hier staat {described(factor[1])}",
            f"schrijf hoe vaak het bedrag per {type_.unit} in een bedrag per {period} past",
        )
    return None


def _hours(type_: Type, factor: Type) -> bool:
    """An amount an hour times hours: `uurloon omgerekend per week met uren_per_week`."""
    return type_.unit == "uur" and factor.kind is Kind.DURATION and factor.unit == "uur"
