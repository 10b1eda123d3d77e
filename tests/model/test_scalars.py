"""Dutch texts to exact values, and what is said of a text that is not one."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.language.bsn import contains_bsn
from verordening.model.scalars import (
    Quantity,
    ScalarError,
    read_amount,
    read_bool,
    read_date,
    read_decimal,
    read_duration,
    read_integer,
    read_number,
    read_percentage,
    read_quantity,
)

Reader = Callable[[str], object]
READERS: tuple[Reader, ...] = (
    read_bool,
    read_integer,
    read_decimal,
    read_number,
    read_amount,
    read_percentage,
    read_duration,
    read_date,
    read_quantity,
)


def refused(reader: Reader, text: str) -> tuple[str, str]:
    with pytest.raises(ScalarError) as caught:
        reader(text)
    return caught.value.reason, caught.value.help


def error_of(reader: Reader, text: str) -> ScalarError | None:
    try:
        reader(text)
    except ScalarError as error:
        return error
    return None


def test_bool() -> None:
    assert read_bool("ja") is True
    assert read_bool("nee") is False


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("yes", "schrijf `ja`"),
        ("on", "schrijf `ja`"),
        ("y", "schrijf `ja`"),
        ("waar", "schrijf `ja`"),
        ("True", "schrijf `ja`"),
        ("Ja", "schrijf `ja`"),
        ("off", "schrijf `nee`"),
        ("false", "schrijf `nee`"),
        ("misschien", "schrijf `ja` of `nee`"),
        ("", "schrijf `ja` of `nee`"),
    ],
)
def test_bool_refused(text: str, help: str) -> None:
    assert refused(read_bool, text)[1] == help


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("12", 12), ("-3", -3), (" 7 ", 7), ("\N{MINUS SIGN}7", -7)]
)
def test_integer(text: str, number: int) -> None:
    assert read_integer(text) == number


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("010", "laat de nul vooraan weg: `10`"),
        ("1_000", "schrijf het getal zonder punten, strepen of spaties: `1000`"),
        ("1.000", "schrijf het getal zonder punten, strepen of spaties: `1000`"),
        ("1 000", "schrijf het getal zonder punten, strepen of spaties: `1000`"),
        ("0x10", "schrijf een heel getal, zoals `12`"),
        ("1e3", "schrijf een heel getal, zoals `12`"),
        ("+5", "schrijf een heel getal, zoals `12`"),
        ("1,5", "schrijf een heel getal, zoals `12`"),
        ("²", "schrijf een heel getal, zoals `12`"),
        ("٣", "schrijf een heel getal, zoals `12`"),
        ("--5", "schrijf een heel getal, zoals `12`"),
        ("9" * 16, "gebruik ten hoogste 15 cijfers"),
    ],
)
def test_integer_refused(text: str, help: str) -> None:
    assert refused(read_integer, text)[1] == help


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("12,50", Fraction(25, 2)),
        ("12.50", Fraction(25, 2)),
        ("12,00", 12),
        ("1.401,50", Fraction(2803, 2)),
        ("1401.5", Fraction(2803, 2)),
        ("1.000.000", 1_000_000),
        ("-0,5", Fraction(-1, 2)),
        ("0,1", Fraction(1, 10)),
    ],
)
def test_decimal(text: str, number: int | Fraction) -> None:
    found = read_decimal(text)
    assert found == number
    assert type(found) is type(number)


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("1.401", "schrijf `1401` of `1,401`"),
        ("1,401.50", "schrijf `1401,50`"),
        ("1_000", "schrijf het getal zonder punten, strepen of spaties: `1000`"),
        (".5", "schrijf een nul voor de komma: `0,5`"),
        ("010", "laat de nul vooraan weg: `10`"),
        ("1e3", "schrijf een getal zoals `12`, `12,50` of `1.401,50`"),
        ("0x10", "schrijf een getal zoals `12`, `12,50` of `1.401,50`"),
        ("+5", "schrijf een getal zoals `12`, `12,50` of `1.401,50`"),
        ("nan", "schrijf een getal zoals `12`, `12,50` of `1.401,50`"),
        ("1/2", "schrijf een getal zoals `12`, `12,50` of `1.401,50`"),
        ("14.01,50", "schrijf een getal zoals `12`, `12,50` of `1.401,50`"),
    ],
)
def test_decimal_refused(text: str, help: str) -> None:
    assert refused(read_decimal, text)[1] == help


@pytest.mark.parametrize(
    ("text", "cents", "period"),
    [
        ("€ 1.401,50", 140_150, None),
        ("€1401,50", 140_150, None),
        ("€ 1401.50", 140_150, None),
        ("1401,50 euro", 140_150, None),
        ("€ 1.401,50 per maand", 140_150, "maand"),
        ("12 euro per uur", 1_200, "uur"),
        ("€ 50,-", 5_000, None),
        ("€ 0,05", 5, None),
        ("€ -5", -500, None),
        ("-€ 5", -500, None),
        ("€ 1.000.000", 100_000_000, None),
        ("€\N{NO-BREAK SPACE}70,08", 7_008, None),
    ],
)
def test_amount(text: str, cents: int, period: str | None) -> None:
    assert read_amount(text) == Quantity("bedrag", cents, period)


@pytest.mark.parametrize(
    ("text", "reason", "help"),
    [
        ("1401,50", "`1401,50` is geen bedrag", "zet het euroteken ervoor: `€ 1401,50`"),
        ("€ 1.401", "`€ 1.401` kan twee bedragen zijn", "schrijf `€ 1401` of `€ 1,40`"),
        (
            "€ 1,401",
            "`€ 1,401` heeft meer dan twee cijfers achter de komma",
            "schrijf het bedrag in hele centen",
        ),
        ("€ 1,401.50", "`€ 1,401.50` is geen bedrag", "schrijf `1401,50`"),
        ("€ 5 per mand", "`€ 5 per mand` heeft na `per` geen tijd die hier kan", "bedoelt u `maand`?"),
        (
            "€ 5 per kwartaal",
            "`€ 5 per kwartaal` heeft na `per` geen tijd die hier kan",
            "schrijf `per maand`, `per jaar`, `per week` of `per uur`",
        ),
        ("$ 5", "`$ 5` is geen bedrag", "schrijf een bedrag zoals `€ 1.401,50`"),
        ("5%", "`5%` is geen bedrag", "schrijf een bedrag zoals `€ 1.401,50`"),
    ],
)
def test_amount_refused(text: str, reason: str, help: str) -> None:
    assert refused(read_amount, text) == (reason, help)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5%", 5),
        ("5 %", 5),
        ("5 procent", 5),
        ("2,5%", Fraction(5, 2)),
        ("100%", 100),
        ("0%", 0),
        ("12.5%", Fraction(25, 2)),
    ],
)
def test_percentage(text: str, number: int | Fraction) -> None:
    assert read_percentage(text) == Quantity("percentage", number)


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("5", "zet er een procentteken achter: `5%`"),
        ("vijf", "schrijf een percentage zoals `5%`"),
        ("%", "schrijf een percentage zoals `5%`"),
        ("05%", "laat de nul vooraan weg: `5`"),
        ("1.401%", "schrijf `1401` of `1,401`"),
    ],
)
def test_percentage_refused(text: str, help: str) -> None:
    assert refused(read_percentage, text)[1] == help


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("3 maanden", 3, "maand"),
        ("1 maand", 1, "maand"),
        ("29 jaar", 29, "jaar"),
        ("10 dagen", 10, "dag"),
        ("2 weken", 2, "week"),
        ("36 uur", 36, "uur"),
        ("36,5 uur", Fraction(73, 2), "uur"),
        ("0 maanden", 0, "maand"),
        ("29jaar", 29, "jaar"),
    ],
)
def test_duration(text: str, number: int | Fraction, unit: str) -> None:
    assert read_duration(text) == Quantity("duur", number, unit)


@pytest.mark.parametrize(
    ("text", "reason", "help"),
    [
        ("29", "bij `29` ontbreekt de eenheid", "schrijf bijvoorbeeld `29 maanden`"),
        ("3 maaden", "`3 maaden` heeft geen eenheid van tijd", "bedoelt u `maanden`?"),
        ("1,5 maand", "`1,5` is geen heel getal", "schrijf een heel getal, zoals `12`"),
        (
            "een maand",
            "`een maand` is geen duur",
            "schrijf een getal met dagen, weken, maanden, jaar of uur, zoals `3 maanden`",
        ),
    ],
)
def test_duration_refused(text: str, reason: str, help: str) -> None:
    assert refused(read_duration, text) == (reason, help)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("€ 5", Quantity("bedrag", 500)),
        ("5 euro per week", Quantity("bedrag", 500, "week")),
        ("5%", Quantity("percentage", 5)),
        ("3 maanden", Quantity("duur", 3, "maand")),
        ("12,5", Quantity("getal", Fraction(25, 2))),
    ],
)
def test_quantity(text: str, quantity: Quantity) -> None:
    assert read_quantity(text) == quantity


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "text", ["123456782", "123.456.782", "0123.456.782", "123456782 maanden", "€ 123456782 x", "123_456_782"]
)
def test_no_reason_repeats_a_bsn(reader: Reader, text: str) -> None:
    assert contains_bsn(str(error_of(reader, text))) is None


@pytest.mark.parametrize("reader", READERS)
def test_long_text_is_refused_quickly(reader: Reader) -> None:
    reason, help = refused(reader, "1" * 1_000_000)
    assert len(reason) < 100
    assert help


DIGITS = st.text(alphabet="0123456789.,-_ €%+eExjanuri", max_size=25)


@pytest.mark.parametrize("reader", READERS)
@given(text=st.one_of(st.text(max_size=30), DIGITS))
def test_no_reader_raises_anything_else(reader: Reader, text: str) -> None:
    error = error_of(reader, text)
    assert error is None or (error.reason != "" and error.help != "")


@given(st.integers(-(10**9), 10**9))
def test_amounts_round_trip(cents: int) -> None:
    sign, whole = "-" if cents < 0 else "", f"{abs(cents) // 100:,}".replace(",", ".")
    assert read_amount(f"€ {sign}{whole},{abs(cents) % 100:02}").number == cents
