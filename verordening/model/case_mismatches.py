"""What to say of a value in a case that is not what was asked for: another kind, no unit, unreadable."""

from __future__ import annotations

from verordening.model.case_problems import Refusal, quoted
from verordening.model.formatting import format_value
from verordening.model.rules import Place
from verordening.model.scalars import Quantity, ScalarError, read_date, read_quantity
from verordening.model.types import PER_FAMILY_UNIT, Kind, Type
from verordening.packed import NamedTuple
from verordening.patterns import pattern, re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_QUANTITY_WORDS: Final = {
    "getal": "een getal",
    "bedrag": "een bedrag",
    "percentage": "een percentage",
    "duur": "een duur",
}
UNIT_WORDS: Final = {"maand": "maanden", "jaar": "jaren", "dag": "dagen", "week": "weken", "uur": "uren"}
_DURATIONS: Final = {
    "maand": "3 maanden",
    "jaar": "29 jaar",
    "dag": "10 dagen",
    "week": "2 weken",
    "uur": "36 uur",
}
_WITHIN_FOLDER: Final = pattern(r".*[/\\]", re.DOTALL)
_WHOLE_NUMBER: Final = pattern(r"[0-9]{1,9}\Z")


class Wanted(NamedTuple):
    """What a value must be: its name, its type, and where that was declared."""

    name: str
    type: Type
    place: Place

    @property
    def declared_at(self) -> str:
        """`begrippen.vrd regel 21`."""
        return f"{_WITHIN_FOLDER.sub('', self.place.file)} regel {self.place.line}"


def label(wanted: Wanted) -> str:
    """What belongs at this place, as it stands under the excerpt."""
    return f"hier hoort {wanted.type.describe()}"


def quantity_in(text: str) -> Quantity | None:
    """The number, amount, percentage or duration that the text is, or None."""
    try:
        return read_quantity(text)
    except ScalarError:
        return None


def is_bare_number(text: str) -> bool:
    """Whether the text is a number without a unit."""
    quantity = quantity_in(text)
    return quantity is not None and quantity.kind == "getal"


def with_unit(text: str, type_: Type) -> str:
    """The remedy that writes the same number with the unit of a duration."""
    number = text.strip()
    if _WHOLE_NUMBER.match(number):
        return f"schrijf `{format_value(int(number) * PER_FAMILY_UNIT[type_.unit], type_)}`"
    return f"schrijf {type_.describe()}"


def without_unit(text: str, wanted: Wanted, what: str, remedy: str) -> Refusal:
    """A number whose unit is missing; `what` says so: `ontbreekt de eenheid`."""
    return Refusal(
        "VRD412", f"bij {quoted(text)} {what}: `{wanted.name}` is {wanted.type.describe()}", remedy, what
    )


def other_kind(text: str, wanted: Wanted, remedy: str) -> Refusal:
    """A value of another kind."""
    found = what_is(text)
    return Refusal(
        "VRD411", f"`{wanted.name}` is {wanted.type.describe()}, maar hier staat {found}", remedy, found
    )


def unreadable(text: str, wanted: Wanted, error: ScalarError) -> Refusal:
    """Another kind of value when it is one, else what the reader made of it."""
    found = what_is(text)
    own = {Kind.AMOUNT: "een bedrag", Kind.PERCENTAGE: "een percentage", Kind.DURATION: "een duur"}.get(
        wanted.type.kind
    )
    if found in ("een tekst", "een getal", own):
        return Refusal("VRD411", error.reason, error.help, label(wanted))
    return other_kind(text, wanted, _as_example(wanted.type))


def _as_example(type_: Type) -> str:
    return f"schrijf {type_.describe()}, zoals `{example_of(type_)}`"


def example_of(type_: Type) -> str:
    """A value as a case writes it, to show its form: `29 jaar`; empty for a type whose values are listed or named."""
    match type_.kind:
        case Kind.DURATION:
            return _DURATIONS[type_.unit]
        case Kind.AMOUNT:
            return f"€ 1.401,50 per {type_.unit}" if type_.unit else "€ 1.401,50"
        case Kind.PERCENTAGE:
            return "5%"
        case Kind.COUNT | Kind.NUMBER:
            return "2"
        case Kind.DATE:
            return "2026-03-01"
    return ""


def what_is(text: str) -> str:
    """What kind of value the text reads as: `een bedrag`, `een datum`, `ja of nee`, else `een tekst`."""
    if text.strip() in ("ja", "nee"):
        return "ja of nee"
    quantity = quantity_in(text)
    if quantity is not None:
        return _QUANTITY_WORDS[quantity.kind]
    try:
        read_date(text)
    except ScalarError:
        return "een tekst"
    return "een datum"
