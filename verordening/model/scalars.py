"""Dutch text to exact values: yes or no, numbers, amounts, percentages and durations; never a float.

Dates are in `date_reading`, and offered here too. Which kind a fact asks for is for the caller.
"""

from __future__ import annotations

from fractions import Fraction

from verordening.language.measures import MOST_DIGITS, UNITS
from verordening.language.suggestions import bedoelt_u
from verordening.model.date_reading import read_date
from verordening.model.plain_scalars import is_plain, plain_amount, plain_duration, plain_percentage
from verordening.model.scalar_errors import ScalarError, clean, shown_scalar
from verordening.patterns import pattern, re
from verordening.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

    Kind = Literal["getal", "bedrag", "percentage", "duur"]

__all__ = [
    "AMOUNT_PERIODS",
    "Kind",
    "Quantity",
    "ScalarError",
    "read_amount",
    "read_bool",
    "read_date",
    "read_decimal",
    "read_duration",
    "read_integer",
    "read_number",
    "read_percentage",
    "read_quantity",
]


AMOUNT_PERIODS: Final = ("maand", "jaar", "week", "uur")


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact number with its unit.

    `bedrag`: whole cents, unit None or the period it is for; `percentage`: percents; `duur`: in `unit`
    (dag, week, maand, jaar or uur); `getal`: the number itself.
    """

    kind: Kind
    number: int | Fraction
    unit: str | None = None


_YES = {"yes", "true", "on", "y", "waar", "j", "1", "aan"}
_NO = {"no", "false", "off", "n", "onwaar", "0", "uit"}
_DECIMAL_COMMA = pattern(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:\.[0-9]{3})+),[0-9]+\Z")
_DECIMAL_DOT = pattern(r"(?:0|[1-9][0-9]*)\.[0-9]{1,2}\Z")
_THOUSANDS = pattern(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}\Z")
_AMBIGUOUS = pattern(r"[0-9]+\.[0-9]{3,}\Z")
_ENGLISH = pattern(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+\Z")
_NUMBER_THEN_WORD = pattern(r"(-?[0-9][0-9.,_]*) ?(.*)\Z", re.DOTALL)
_PERIOD = pattern(r"(.*\S) per (\S+)\Z", re.DOTALL)
_EURO = pattern(r"(?:(-?) ?€ ?(.+)|(.+?) ?(?:euro|€|eur)())\Z", re.DOTALL | re.IGNORECASE)
_ROUND_AMOUNT = pattern(r"(.*[0-9]),(?:-|--|–|—)\Z", re.DOTALL)
_PERCENT = pattern(r"(.+?) ?(?:%|procent)\Z", re.DOTALL | re.IGNORECASE)


def read_bool(text: str) -> bool:
    """`ja` or `nee`, and nothing else. Raises ScalarError."""
    if text in ("ja", "nee"):
        return text == "ja"
    word = clean(text).casefold()
    if word == "ja" or word in _YES:
        raise ScalarError(f"{shown_scalar(text)} is geen ja of nee", "schrijf `ja`")
    if word == "nee" or word in _NO:
        raise ScalarError(f"{shown_scalar(text)} is geen ja of nee", "schrijf `nee`")
    raise ScalarError(f"{shown_scalar(text)} is geen ja of nee", "schrijf `ja` of `nee`")


def read_integer(text: str) -> int:
    """A whole number in digits, such as `12` or `-3`. Raises ScalarError."""
    word = clean(text)
    digits = word.removeprefix("-")
    if is_plain(digits):
        _check_length(text, digits)
        return int(word)
    remedy = _whole_number_remedy(digits) or "schrijf een heel getal, zoals `12`"
    raise ScalarError(f"{shown_scalar(text)} is geen heel getal", remedy)


def _whole_number_remedy(digits: str) -> str:
    bare = re.sub(r"[._ ]", "", digits)
    if re.fullmatch(r"0[0-9]+", digits) and len(digits) <= MOST_DIGITS:
        return f"laat de nul vooraan weg: `{int(digits)}`"
    if re.fullmatch(r"[1-9][0-9]{0,2}(?:[._ ][0-9]{3})+", digits) and len(bare) <= MOST_DIGITS:
        return f"schrijf het getal zonder punten, strepen of spaties: `{bare}`"
    return ""


def read_decimal(text: str) -> int | Fraction:
    """A Dutch number: `12,50`, `1.401,50` or, with one or two decimals, `12.50`. Raises ScalarError."""
    word = clean(text)
    sign, digits = (-1, word[1:]) if word.startswith("-") else (1, word)
    _check_length(text, digits)
    if is_plain(digits):
        return sign * int(digits)
    if _DECIMAL_COMMA.match(digits) or _THOUSANDS.match(digits):
        return _exact(sign * Fraction(digits.replace(".", "").replace(",", ".")))
    if _DECIMAL_DOT.match(digits):
        return _exact(sign * Fraction(digits))
    raise ScalarError(_not_a_number(text, digits), _decimal_remedy(digits))


def _not_a_number(text: str, digits: str) -> str:
    if _AMBIGUOUS.match(digits):
        return f"{shown_scalar(text)} kan twee getallen zijn"
    return f"{shown_scalar(text)} is geen getal"


def _decimal_remedy(digits: str) -> str:
    if _AMBIGUOUS.match(digits):
        return f"schrijf `{_as_whole(digits)}` of `{digits.replace('.', ',')}`"
    if _ENGLISH.match(digits):
        return f"schrijf `{digits.replace(',', '').replace('.', ',')}`"
    if re.match(r"[.,][0-9]", digits):
        return f"schrijf een nul voor de komma: `0,{digits[1:]}`"
    return _whole_number_remedy(digits) or "schrijf een getal zoals `12`, `12,50` of `1.401,50`"


def _as_whole(digits: str) -> str:
    return digits.replace(".", "").lstrip("0") or "0"


def read_number(text: str) -> Quantity:
    """A number without a unit. Raises ScalarError."""
    return Quantity("getal", read_decimal(text))


def read_amount(text: str) -> Quantity:
    """`€ 1.401,50` or `1401,50 euro`, also `per maand`; the number is in cents. Raises ScalarError."""
    plain = plain_amount(text, AMOUNT_PERIODS)
    if plain is not None:
        return Quantity("bedrag", *plain)
    body, period = _split_period(clean(text))
    euro = _EURO.match(body)
    if euro is None:
        raise ScalarError(f"{shown_scalar(text)} is geen bedrag", _amount_remedy(body))
    sign = euro.group(1) or ""
    digits = sign + (euro.group(2) or euro.group(3))
    whole = _ROUND_AMOUNT.match(digits)
    return Quantity("bedrag", _cents(text, whole.group(1) if whole else digits), period)


def _split_period(text: str) -> tuple[str, str | None]:
    match = _PERIOD.match(text)
    if match is None:
        return text, None
    if match.group(2).casefold() in AMOUNT_PERIODS:
        return match.group(1), match.group(2).casefold()
    raise ScalarError(
        f"{shown_scalar(text)} heeft na `per` geen tijd die hier kan",
        bedoelt_u(match.group(2), AMOUNT_PERIODS) or _PERIOD_REMEDY,
    )


_PERIOD_REMEDY = "schrijf `per maand`, `per jaar`, `per week` of `per uur`"


def _amount_remedy(body: str) -> str:
    if re.fullmatch(r"-?[0-9][0-9.,]*", body):
        return f"zet het euroteken ervoor: `€ {body}`"
    return "schrijf een bedrag zoals `€ 1.401,50`"


def _cents(text: str, digits: str) -> int:
    bare = digits.removeprefix("-")
    if _AMBIGUOUS.match(bare):
        head, _, tail = bare.partition(".")
        raise ScalarError(
            f"{shown_scalar(text)} kan twee bedragen zijn",
            f"schrijf `€ {_as_whole(bare)}` of `€ {head},{tail[:2]}`",
        )
    try:
        cents = read_decimal(digits) * 100
    except ScalarError as error:
        raise ScalarError(f"{shown_scalar(text)} is geen bedrag", error.help) from None
    exact = _exact(Fraction(cents))
    if isinstance(exact, Fraction):
        raise ScalarError(
            f"{shown_scalar(text)} heeft meer dan twee cijfers achter de komma",
            "schrijf het bedrag in hele centen",
        )
    return exact


def read_percentage(text: str) -> Quantity:
    """`5%`, `5 %`, `5 procent` or `2,5%`; the number is in percents. Raises ScalarError."""
    plain = plain_percentage(text)
    if plain is not None:
        return Quantity("percentage", plain)
    word = clean(text)
    match = _PERCENT.match(word)
    if match is None:
        bare = _number_or_none(word) is not None
        remedy = f"zet er een procentteken achter: `{word}%`" if bare else "schrijf een percentage zoals `5%`"
        raise ScalarError(f"{shown_scalar(text)} is geen percentage", remedy)
    try:
        return Quantity("percentage", read_decimal(match.group(1)))
    except ScalarError as error:
        raise ScalarError(f"{shown_scalar(text)} is geen percentage", error.help) from None


def read_duration(text: str) -> Quantity:
    """`3 maanden`, `1 jaar`, `10 dagen` or `36 uur`; only hours may have decimals. Raises ScalarError."""
    plain = plain_duration(text, UNITS)
    if plain is not None:
        return Quantity("duur", *plain)
    match = _NUMBER_THEN_WORD.match(clean(text))
    if match is None:
        raise ScalarError(f"{shown_scalar(text)} is geen duur", _DURATION_REMEDY)
    number_text, word = match.group(1), match.group(2).casefold()
    if not word:
        remedy = f"schrijf bijvoorbeeld `{number_text} maanden`"
        raise ScalarError(f"bij {shown_scalar(text)} ontbreekt de eenheid", remedy)
    unit = UNITS.get(word)
    if unit is None:
        hint = bedoelt_u(word, UNITS)
        raise ScalarError(f"{shown_scalar(text)} heeft geen eenheid van tijd", hint or _DURATION_REMEDY)
    number = read_decimal(number_text) if unit == "uur" else read_integer(number_text)
    return Quantity("duur", number, unit)


_DURATION_REMEDY = "schrijf een getal met dagen, weken, maanden, jaar of uur, zoals `3 maanden`"


def read_quantity(text: str) -> Quantity:
    """The quantity that the text names: an amount, percentage, duration or number. Raises ScalarError."""
    word = clean(text)
    folded = word.casefold()
    if "€" in word or re.search(r"\beuro?\b", folded):
        return read_amount(text)
    if "%" in word or "procent" in folded:
        return read_percentage(text)
    match = _NUMBER_THEN_WORD.match(word)
    if match is not None and match.group(2):
        return read_duration(text)
    return read_number(text)


def _number_or_none(text: str) -> int | Fraction | None:
    try:
        return read_decimal(text)
    except ScalarError:
        return None


def _exact(number: Fraction) -> int | Fraction:
    return number.numerator if number.denominator == 1 else number


def _check_length(text: str, digits: str) -> None:
    if sum(character.isdigit() for character in digits) > MOST_DIGITS:
        remedy = f"gebruik ten hoogste {MOST_DIGITS} cijfers"
        raise ScalarError(f"{shown_scalar(text)} is een te lang getal", remedy)
