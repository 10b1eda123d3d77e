"""The codec: what is read is what was written, and bytes of another form are refused."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.choices import Enum, StrEnum
from verordening.model.codec import Codec, CodecError, slots
from verordening.model.codec_reading import settled
from verordening.model.expressions import And, CaseDate, Compare, Constant, Input, Not
from verordening.model.types import INDEFINITE, Indefinite, Kind, Type

CODEC = Codec((And, CaseDate, Compare, Constant, Input, Not, Type), (Kind, Indefinite))


def same(left: Any, right: Any) -> bool:
    """Equal in structure and type all the way down; the classes of the model compare by identity."""
    left, right = settled(left), settled(right)
    if type(left) is not type(right):
        return False
    if isinstance(left, tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return same(tuple(left), tuple(right)) and same(tuple(left.values()), tuple(right.values()))
    if "__slots__" in type(left).__dict__ and not isinstance(left, (Enum, Fraction, date)):
        return all(same(getattr(left, name), getattr(right, name)) for name in slots(type(left)))
    return left == right


plain = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.fractions(),
    st.dates(),
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
    st.sampled_from([*Kind, INDEFINITE]),
)
things = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(CaseDate),
        st.builds(Compare, inner, inner, inner),
        st.builds(Constant, inner, inner, inner),
        st.lists(inner).map(tuple),
        st.dictionaries(st.text("ab", max_size=3) | st.integers(0, 9), inner),
    ),
    max_leaves=30,
)


@given(things)
def test_what_is_read_is_what_was_written(thing: object) -> None:
    assert same(CODEC.decode(CODEC.encode(thing)), thing)


@given(things)
def test_the_same_thing_gives_the_same_bytes(thing: object) -> None:
    written = CODEC.encode(thing)
    assert CODEC.encode(CODEC.decode(written)) == written


def test_values_that_are_equal_keep_their_type() -> None:
    values = (True, 1, Fraction(1), False, 0, Fraction(0), "1", None)
    read = CODEC.decode(CODEC.encode(values))
    assert same(read, values)


def test_one_object_stays_one_object() -> None:
    once = Input("leeftijd")
    twice = (Input("leeftijd"), Input("leeftijd"))
    read = CODEC.decode(CODEC.encode((once, And((once, *twice)))))
    assert isinstance(read, tuple)
    assert read[0] is read[1].operands[0]
    assert read[1].operands[1] is not read[1].operands[2]


def test_members_are_the_members_themselves() -> None:
    read = CODEC.decode(CODEC.encode((Kind.AMOUNT, INDEFINITE)))
    assert isinstance(read, tuple)
    assert read[0] is Kind.AMOUNT
    assert read[1] is INDEFINITE


def test_what_comes_later_is_read_when_it_is_asked_for() -> None:
    codec = Codec((Compare, Input, Constant), (Kind,), {Compare: ("left",)})
    written = Compare("=", Input("leeftijd"), Constant(21, Kind.NUMBER, "jaar"))
    for fields in (("operator", "left"), ("left", "operator"), ("right", "operator", "left")):
        read: Any = codec.decode(codec.encode(written))
        assert type(read) is not Compare
        for number, name in enumerate(fields):
            assert same(getattr(read, name), getattr(written, name))
            assert (type(read) is Compare) is ("left" in fields[: number + 1])
        assert same(read, written)


class Other:
    __slots__ = ()


class Colour(StrEnum):
    RED = "rood"


@pytest.mark.parametrize(
    "thing", [Other(), Colour.RED, 0.0, 1.5, b"", [], {1, 2}, Other, "een\0twee", (1, [2])]
)
def test_what_it_was_not_made_for_is_not_written(thing: object) -> None:
    with pytest.raises(CodecError):
        CODEC.encode(thing)


def test_a_class_it_was_not_made_for_is_not_read() -> None:
    written = CODEC.encode(Not(Input("leeftijd")))
    with pytest.raises(CodecError):
        Codec((Not,), ()).decode(written)


@given(st.binary(max_size=200))
def test_other_bytes_are_refused_or_mean_something(data: bytes) -> None:
    try:
        CODEC.decode(data)
    except CodecError:
        return


@given(things, st.data())
def test_bytes_cut_short_are_refused(thing: object, data: st.DataObject) -> None:
    written = CODEC.encode(thing)
    with pytest.raises(CodecError):
        CODEC.decode(written[: data.draw(st.integers(0, len(written) - 1))])
