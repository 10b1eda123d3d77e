"""Literals and types: from what was written to exact values and types with bounds."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from verordening.language import syntax as s
from verordening.language.diagnostics import Related
from verordening.model.formatting import format_value
from verordening.model.resolving.problems import Problems
from verordening.model.types import (
    BOOL,
    DATE,
    DEFAULT_BOUNDS,
    INDEFINITE,
    NUMBER,
    NUMERIC,
    PER_FAMILY_UNIT,
    PERCENTAGE,
    Kind,
    Number,
    Type,
    Value,
    last_below,
)
from verordening.records import replace

ANY_PERIOD = "?"
"""The unit of an amount written without a period (`€ 150`): it takes the period of what it meets."""

INDEFINITE_TYPE = Type(Kind.DURATION, unit="maand", indefinite=True)

FAILED = Type(Kind.BOOL, unit="fout")
"""The type of an expression with a problem already reported: it fits everything, so one mistake gives one message."""


def literal_value(literal: s.Literal) -> tuple[Value, Type]:
    """The value of a literal with its type."""
    number = literal.number
    match literal.kind:
        case "bedrag" if isinstance(number, int):
            return number, Type(Kind.AMOUNT, unit=literal.unit or ANY_PERIOD)
        case "percentage" if isinstance(number, int | Fraction):
            return number, PERCENTAGE
        case "duur" if isinstance(number, int):
            return number * PER_FAMILY_UNIT[literal.unit], Type(Kind.DURATION, unit=literal.unit)
        case "datum" if isinstance(number, date):
            return number, DATE
        case "ja/nee" if isinstance(number, bool):
            return number, BOOL
        case "onbepaald":
            return INDEFINITE, INDEFINITE_TYPE
        case "getal" if isinstance(number, int | Fraction):
            return number, NUMBER
    raise AssertionError(f"unknown literal {literal.kind}")


def resolve_type(written: s.TypeExpression, problems: Problems) -> Type:
    """The type as declared, with the default bounds of its kind where it gives none. Problems: VRD210-VRD213."""
    kind = Kind(written.kind)
    _check_options(written.options, problems)
    if kind not in NUMERIC and kind is not Kind.DATE:
        bound = written.low or written.step
        if bound is not None:
            problems.add(
                "VRD211",
                "alleen een getal, bedrag, percentage, duur of datum heeft grenzen",
                bound.span,
                help="haal de grenzen hier weg",
            )
        options = tuple(option.name for option in written.options)
        return Type(kind, options=options, labels=tuple(option.label for option in written.options))
    default_low, default_high, default_step = DEFAULT_BOUNDS[kind]
    if kind is Kind.DURATION:
        default_step = PER_FAMILY_UNIT[written.unit]
    bare = Type(
        kind, unit=written.unit, of=written.of.name if written.of else "", indefinite=written.indefinite
    )
    low = _bound(written.low, bare, "een grens", problems)
    high = _bound(written.high, bare, "een grens", problems)
    step = _bound(written.step, bare, "de stap", problems)
    low, high = (default_low if low is None else low), (default_high if high is None else high)
    step = step if isinstance(step, int | Fraction) else default_step
    if written.half_open:
        high = last_below(high, replace(bare, low=low, step=step))
    if written.low is not None and not _is_ordered(low, high):
        problems.add(
            "VRD211",
            "tussen deze grenzen ligt geen waarde"
            if written.half_open
            else "de eerste grens ligt boven de tweede",
            written.low.span,
            help=f"zet de laagste waarde voor `{'tot' if written.half_open else 'tot en met'}`",
        )
    return Type(
        kind,
        unit=written.unit,
        of=bare.of,
        low=low,
        high=high,
        step=step,
        indefinite=written.indefinite,
    )


def check_bounded(written: s.TypeExpression, name: s.Name, problems: Problems) -> None:
    """Report a number of a case without bounds (VRD247): the cases would be endless, and a slip of the pen would pass.

    A percentage runs from 0% to 100%, and a date over the days that a case may be about, where nothing else is said.
    """
    kind = Kind(written.kind)
    if kind not in NUMERIC or kind is Kind.PERCENTAGE or written.low is not None:
        return
    bare = Type(kind, unit=written.unit)
    most = 100 * (10_000 if kind is Kind.AMOUNT else PER_FAMILY_UNIT.get(written.unit, 1))
    kind_words = bare.describe().removeprefix("een ")
    example = f"{kind_words} van {format_value(0, bare)} tot en met {format_value(most, bare)}"
    problems.add(
        "VRD247",
        f"bij `{name.name}` staat niet hoe laag en hoe hoog het kan zijn",
        written.span,
        help=f"schrijf er grenzen achter, zoals `{example}`",
    )


def _check_options(options: tuple[s.Option, ...], problems: Problems) -> None:
    first: dict[str, s.Option] = {}
    for option in options:
        if option.name in ("ja", "nee", "onbekend"):
            problems.add(
                "VRD213",
                f"`{option.name}` kan niet in een lijst achter `een van` staan",
                option.span,
                help="kies een ander woord; kan het alleen ja of nee zijn, schrijf dan `ja/nee`",
            )
        before = first.setdefault(option.name, option)
        if before is not option:
            problems.add(
                "VRD212",
                f"`{option.name}` staat twee keer in deze lijst",
                option.span,
                help="haal er een weg",
                related=(Related(before.span, "hier staat het al"),),
            )


def _is_ordered(low: Number | date, high: Number | date) -> bool:
    if isinstance(low, date) and isinstance(high, date):
        return low <= high
    return not isinstance(low, date) and not isinstance(high, date) and low <= high


def _bound(written: s.Expression | None, type_: Type, what: str, problems: Problems) -> Number | date | None:
    if written is None:
        return None
    if isinstance(written, s.Literal):
        value, found = literal_value(written)
        if agree(found, type_) and isinstance(value, int | Fraction | date) and not isinstance(value, bool):
            return value
    problems.add(
        "VRD210",
        f"{what} van {type_.describe()} moet zelf ook {type_.describe()} zijn",
        written.span,
        help=f"schrijf hier {type_.describe()}",
    )
    return None


def agree(left: Type, right: Type) -> bool:
    """Whether values of the two types may be compared or added: same kind, same period, same family of units."""
    if {left.kind, right.kind} <= {Kind.COUNT, Kind.NUMBER}:
        return True
    if left.kind is not right.kind:
        return False
    if left.kind is Kind.AMOUNT:
        return left.unit == right.unit or ANY_PERIOD in (left.unit, right.unit)
    if left is INDEFINITE_TYPE or right is INDEFINITE_TYPE:
        return left.indefinite and right.indefinite
    if left.kind is Kind.DURATION:
        return left.family == right.family
    if left.kind is Kind.ENUM:
        return left.options == right.options
    if left.kind is Kind.PERCENTAGE:
        return left.of == right.of or not left.of or not right.of
    return True
