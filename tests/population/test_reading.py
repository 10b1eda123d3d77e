"""From the columns of a file to whole numbers: exact, or refused with the place and what to do."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from tests.population.reading import read, refusals

GIFT = "giften_per_jaar"


def decimals(*values: str | None, digits: int = 12, scale: int = 2) -> pa.Array:
    return pa.array(
        [None if each is None else Decimal(each) for each in values], pa.decimal128(digits, scale)
    )


# ------------------------------------------------ what is read


def test_unknown_is_not_nee_and_not_nought() -> None:
    found = read({"in_inrichting": [True, False, None], "inkomen": decimals("0.00", None, "612.50")})
    assert found == {
        "in_inrichting": [1, 0, 0],
        "in_inrichting?": [True, True, False],
        "inkomen": [0, 0, 61_250],
        "inkomen?": [True, False, True],
    }


@pytest.mark.parametrize(
    "column",
    [
        pa.array(["ja", "nee", None]),
        pa.array(["ja", "nee", None]).dictionary_encode(),
        pa.array(["ja", "nee", None], pa.large_string()),
        pa.array([True, False, None]),
    ],
    ids=lambda each: str(each.type),
)
def test_ja_and_nee(column: pa.Array) -> None:
    assert read({"in_inrichting": column}) == {
        "in_inrichting": [1, 0, 0],
        "in_inrichting?": [True, True, False],
    }


def test_a_choice_is_its_place_among_the_options() -> None:
    """huishouden: alleenstaande, alleenstaande_ouder, gehuwden. A dictionary may hold words that no row has."""
    column = pa.DictionaryArray.from_arrays(
        pa.array([2, 0, None], pa.int8()), ["gehuwden", "onzin", "alleenstaande_ouder"]
    )
    assert read({"huishouden": column})["huishouden"] == [1, 2, 0]


def test_a_place_in_a_dictionary_at_which_nothing_stands_is_not_the_first_option() -> None:
    """Some programs write what is missing as a word of the dictionary that is null."""
    column = pa.DictionaryArray.from_arrays(
        pa.array([0, 1, 0], pa.int8()), pa.array([None, "alleenstaande_ouder"])
    )
    assert read({"huishouden": column}) == {"huishouden": [0, 1, 0], "huishouden?": [False, True, False]}


def test_a_part_of_a_column_that_does_not_begin_at_a_byte() -> None:
    """Truths and nulls are bits: the part has rows 3 to 12 of 13, so it begins and ends within a byte."""
    truths: list[bool | None] = [
        True,
        None,
        False,
        True,
        True,
        None,
        False,
        None,
        True,
        True,
        False,
        True,
        None,
    ]
    days = [None if each is None else date(2026, 1, 1 + at) for at, each in enumerate(truths)]
    part = truths[3:12]
    found = read(
        {"in_inrichting": pa.array(truths).slice(3, 9), "datum_gedraging": pa.array(days).slice(3, 9)}
    )
    assert found["in_inrichting"] == [each is True for each in part]
    assert found["in_inrichting?"] == found["datum_gedraging?"] == [each is not None for each in part]
    first = date(2026, 1, 4).toordinal()
    assert [
        each for each, known in zip(found["datum_gedraging"], found["datum_gedraging?"], strict=True) if known
    ] == [first + at for at, each in enumerate(part) if each is not None]


def test_what_stands_in_memory_where_a_value_is_null_is_no_value() -> None:
    """Arrow says nothing of it: here a number that is too large, and a place that the dictionary does not have."""
    valid = pa.array([True, False]).buffers()[1]
    number = pa.Array.from_buffers(
        pa.int64(), 2, [valid, pa.py_buffer(np.array([2, 2**62 + 1], np.int64))], 1
    )
    place = pa.Array.from_buffers(pa.int8(), 2, [valid, pa.py_buffer(np.array([0, -7], np.int8))], 1)
    word = pa.DictionaryArray.from_arrays(place, ["alleenstaande_ouder"])
    assert read({"kostendelende_medebewoners": number, "huishouden": word}) == {
        "kostendelende_medebewoners": [2, 0],
        "kostendelende_medebewoners?": [True, False],
        "huishouden": [1, 0],
        "huishouden?": [True, False],
    }


@pytest.mark.parametrize(
    "form", [pa.decimal32(9, 2), pa.decimal64(18, 2), pa.decimal128(20, 2), pa.decimal256(50, 2)]
)
def test_an_amount_is_in_euros_with_decimals(form: pa.DataType) -> None:
    column = pa.array([Decimal("1401.50"), None, Decimal("0.01")], form)
    assert read({"inkomen": column})["inkomen"] == [140_150, 0, 1]


def test_decimals_beyond_the_cent_must_be_noughts() -> None:
    assert read({"inkomen": decimals("1401.5000", scale=4)})["inkomen"] == [140_150]
    ((code, message, _),) = refusals({"inkomen": decimals("1401.5050", scale=4)})
    assert (code, message) == (
        "VRD464",
        "zaken.parquet, rij 1, kolom `inkomen`: `1401.5050` heeft te veel decimalen",
    )


def test_whole_numbers_are_amounts_only_where_the_unit_is_stated() -> None:
    assert read({"inkomen_cent": [140_150]})["inkomen"] == [140_150]
    assert read({"inkomen_euro": [1_401]})["inkomen"] == [140_100]
    assert read({"inkomen": [140_150]}, {"inkomen": "cent"})["inkomen"] == [140_150]
    assert read({"inkomen": [1_401]}, {"inkomen": "euro"})["inkomen"] == [140_100]
    ((code, message, help),) = refusals({"inkomen": [1_401]})
    assert code == "VRD463"
    assert "kunnen euro's zijn, en centen" in message
    assert "`…_cent`" in help


def test_a_float_counts_where_it_can_only_be_one_amount() -> None:
    """The double nearest to 0,10 is no tenth; it still is the only double that a file can mean 0,10 by."""
    assert read({"inkomen_euro": [0.1, 1401.5, 19_999.99]})["inkomen"] == [10, 140_150, 1_999_999]
    assert refusals({"inkomen": [1401.5]})[0][0] == "VRD463"
    for wrong in (1401.505, float("nan"), float("inf"), 0.1 + 0.2):
        assert refusals({"inkomen_euro": [wrong]})[0][0] == "VRD464"
    assert refusals({"inkomen_euro": pa.array([1401.5], pa.float32())})[0][0] == "VRD463"


def test_whole_floats_are_numbers_as_other_programs_write_them_with_gaps() -> None:
    found = read({"leeftijd": [29.0, None], "kostendelende_medebewoners": [2.0, None]})
    assert found["leeftijd"] == [348, 216]
    assert found["kostendelende_medebewoners"] == [2, 0]
    assert refusals({"leeftijd": [29.5]})[0][0] == "VRD464"


def test_a_duration_is_in_the_unit_of_its_type() -> None:
    """leeftijd is in years, which are 12 months; contractduur in months and may be onbepaald."""
    assert read({"leeftijd": pa.array([29], pa.int16())})["leeftijd"] == [348]
    assert read({"leeftijd": ["29", "29 jaar", None]})["leeftijd"] == [348, 348, 216]
    assert read({"contractduur": ["6", "onbepaald", "1 jaar"]})["contractduur"] == [6, 121, 12]
    assert refusals({"leeftijd": ["4 weken"]})[0][0] == "VRD464"


def test_only_the_word_means_without_end() -> None:
    """contractduur is 120 months at most; the number that stands for `onbepaald` in a column is no number of months."""
    for form in ([121], [121.0], ["121"], decimals("121.00"), ["11 jaar"]):
        assert refusals({"contractduur": form})[0][1].endswith("0 maanden tot en met 120 maanden")
    assert read({"contractduur": [120]})["contractduur"] == [120]


@pytest.mark.parametrize(
    "column",
    [
        pa.array([date(2026, 3, 1)]),
        pa.array([date(2026, 3, 1)], pa.date64()),
        pa.array([datetime(2026, 3, 1)]),  # noqa: DTZ001 - a column of days as other programs write it
        pa.array(["2026-03-01"]),
    ],
    ids=lambda each: str(each.type),
)
def test_a_day(column: pa.Array) -> None:
    assert read({"datum_gedraging": column})["datum_gedraging"] == [date(2026, 3, 1).toordinal()]


def test_a_time_of_the_day_is_not_dropped() -> None:
    late = pa.array([datetime(2026, 3, 1, 23, 30)])  # noqa: DTZ001
    assert refusals({"datum_gedraging": late})[0][0] == "VRD464"


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1401,50", 140_150),
        ("1.401,50", 140_150),
        ("1401.50", 140_150),
        ("€ 1.401,50", 140_150),
        ("0", 0),
        ("€ 1401", 140_100),
    ],
)
def test_an_amount_as_text(text: str, cents: int) -> None:
    assert read({"inkomen": [text]})["inkomen"] == [cents]


def test_an_amount_as_text_that_may_be_two_things() -> None:
    for text in ("1401", "1.401", "1401,505", "€ 1401 per jaar"):
        assert refusals({"inkomen": [text]})[0][0] == "VRD464"
    assert read({"inkomen_cent": ["1401"]})["inkomen"] == [1_401]


def test_a_list_has_columns_for_each_place() -> None:
    """The first has a child of 3 and one of whom nothing is known, the second has none, of the third nobody knows."""
    kinds = pa.list_(pa.struct([("leeftijd", pa.int64()), ("ten_laste", pa.bool_())]))
    rows = [[{"leeftijd": 3, "ten_laste": True}, None], [], None]
    found = read({"kinderen": pa.array(rows, kinds)})
    assert found["kinderen.aantal"] == [2, 0, 0]
    assert found["kinderen.heel"] == [True, True, False]
    assert found["kinderen.0.leeftijd"] == [36, 0, 0]
    assert found["kinderen.0.leeftijd?"] == [True, False, False]
    assert found["kinderen.0.ten_laste"] == [1, 0, 0]
    assert found["kinderen.1.leeftijd?"] == [False, False, False]
    assert len(found) == 2 + 15 * 2 * 2


def test_a_list_after_a_slice_and_with_fields_left_out() -> None:
    kinds = pa.list_(pa.struct([("leeftijd", pa.int64())]))
    rows = pa.array([[{"leeftijd": 1}], None, [{"leeftijd": 2}, {"leeftijd": 4}]], kinds).slice(1)
    found = read({"kinderen": rows})
    assert found["kinderen.aantal"] == [0, 2]
    assert found["kinderen.1.leeftijd"] == [0, 48]
    assert found["kinderen.0.ten_laste?"] == [False, False]


# ------------------------------------------------ what is refused


def test_the_place_of_a_mistake_in_a_list_is_its_row() -> None:
    kinds = pa.list_(pa.struct([("leeftijd", pa.int64())]))
    rows = pa.array([[{"leeftijd": 1}, {"leeftijd": 2}], [], [{"leeftijd": 99}]], kinds)
    ((code, message, _),) = refusals({"kinderen": rows})
    assert code == "VRD464"
    assert message.startswith("zaken.parquet, rij 3, kolom `kinderen`: ")


def test_too_many_in_a_list_and_a_field_that_is_not_there() -> None:
    kinds = pa.list_(pa.struct([("leeftijd", pa.int64())]))
    assert "ten hoogste 15" in refusals({"kinderen": pa.array([[{"leeftijd": 1}] * 16], kinds)})[0][1]
    other = pa.list_(pa.struct([("leeftyd", pa.int64())]))
    assert refusals({"kinderen": pa.array([[]], other)})[0][2] == "bedoelt u `leeftijd`?"


@pytest.mark.parametrize(
    ("columns", "code", "said"),
    [
        ({"leeftijd": [29, 17]}, "VRD464", "rij 2, kolom `leeftijd`"),
        (
            {GIFT: decimals("100000.01")},
            "VRD464",
            "`€ 100.000,01` valt buiten de grenzen: € 0 tot en met € 100.000,00",
        ),
        ({GIFT: decimals("-0.01")}, "VRD464", "valt buiten de grenzen"),
        ({GIFT: decimals("9" * 36, digits=38)}, "VRD464", "is te groot"),
        ({"kostendelende_medebewoners": pa.array([2**64 - 1], pa.uint64())}, "VRD464", "is te groot"),
        ({"huishouden": ["samen"]}, "VRD464", "`samen` is geen van de keuzes"),
        ({"huishouden": [1]}, "VRD463", "past niet bij een van"),
        ({"in_inrichting": [1, 0]}, "VRD463", "past niet bij ja of nee"),
        ({"in_inrichting": ["Y"]}, "VRD464", "`Y` is geen ja of nee"),
        ({"datum_gedraging": [20260301]}, "VRD463", "past niet bij een datum"),
        ({"kinderen": ["[]"]}, "VRD463", "past niet bij een lijst"),
        ({"zaaknummer": [1]}, "VRD462", "kolom `zaaknummer`: er is geen gegeven met deze naam"),
        ({"leeftijd_cent": [1]}, "VRD463", "`leeftijd` is geen bedrag"),
        ({"rij": [1]}, "VRD462", "geen enkele kolom"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(columns: dict[str, Any], code: str, said: str) -> None:
    ((found, message, help),) = refusals(columns)
    assert (found, message.startswith("zaken.parquet")) == (code, True)
    assert said in message
    assert help


def test_all_columns_that_cannot_be_used_are_named_at_once() -> None:
    found = refusals({"leeftyd": [1], "inkomen": [1], "huishouden": ["gehuwden"]})
    assert [code for code, _, _ in found] == ["VRD462", "VRD463"]
    assert "bedoelt u `leeftijd`?" in found[0][2]


def test_a_column_that_the_user_says_is_no_fact() -> None:
    assert read({"zaaknummer": [1], "leeftijd": [29]}, ignored=("zaaknummer",))["leeftijd"] == [348]


# ------------------------------------------------ nothing of a person

BSN = (111222333, 123456782, 100000009, 999990019)
"""Test numbers that pass the elfproef."""


@pytest.mark.parametrize(
    "column", ["bsn", "naam", "achternaam_partner", "geboortedatum", "Burgerservicenummer", "e-mail"]
)
def test_a_column_about_a_person_is_refused_and_its_values_are_not_said(column: str) -> None:
    ((code, message, help),) = refusals({column: ["Jansen"], "leeftijd": [29]})
    assert code == "VRD402"
    assert "Jansen" not in message + help


def test_numbers_that_all_pass_the_elfproef_are_no_fact() -> None:
    found = refusals({"bezittingen_cent": list(BSN)})
    assert found[0][0] == "VRD401"
    assert not any(str(each) in "".join(map(str, found)) for each in BSN)
    assert read({"bezittingen_cent": [111_222_333, 5]})["bezittingen"] == [111_222_333, 5]


def test_a_text_with_a_bsn_is_not_repeated() -> None:
    ((code, message, _),) = refusals({"huishouden": [f"alleenstaande {BSN[0]}"]})
    assert code == "VRD401"
    assert str(BSN[0]) not in message


def test_no_value_of_a_protected_ground_is_repeated() -> None:
    ((_, message, _),) = refusals({"leeftijd": [290]})
    assert "290" not in message


def test_reading_stops_at_twenty_mistakes() -> None:
    assert len(refusals({"leeftijd": np.zeros(1_000, np.int64)})) == 20
