"""Packed records: what `dataclasses` promises, of objects whose values stand in one tuple."""

from __future__ import annotations

import copy
import dataclasses

import pytest

from verordening.packed import NamedTuple, packed_dataclass
from verordening.records import FrozenRecordError, field, field_names, replace


@packed_dataclass(frozen=True, slots=True)
class Range:
    """From low to high."""

    low: int
    high: int | None = None
    text: str = ""

    @property
    def is_open(self) -> bool:
        return self.high is None


@packed_dataclass(frozen=True, slots=True)
class Span:
    low: int
    high: int | None = None
    text: str = ""


def test_arguments_go_by_place_and_by_name() -> None:
    assert (Range(1, 2, "a").low, Range(1, 2, "a").high, Range(1, 2, "a").text) == (1, 2, "a")
    assert Range(text="a", low=1) == Range(1, text="a") == Range(1, None, "a")
    assert Range(1) == Range(1, None, "")
    assert Range(1).is_open
    assert Range.__doc__ == "From low to high."
    assert repr(Range(1)) == "Range(low=1, high=None, text='')"


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), ((1, 2, "a", 4), {}), ((1,), {"low": 1}), ((1,), {"kind": 1})]
)
def test_other_arguments_are_refused(given: tuple[int, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Range(*given, **named)  # type: ignore[arg-type]


def test_nothing_changes_and_nothing_is_added() -> None:
    known = Range(1)
    with pytest.raises(FrozenRecordError):
        known.low = 2  # type: ignore[misc]
    with pytest.raises(FrozenRecordError):
        known.other = 2  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        del known.low
    assert not hasattr(known, "__dict__")


def test_only_the_same_values_of_the_same_class_are_equal() -> None:
    others: list[object] = [Span(1, 2, "a"), (1, 2, "a"), Range(1, 2, "b")]
    for other in others:
        assert Range(1, 2, "a") != other
        assert not Range(1, 2, "a") == other  # noqa: SIM201  # both are written out
        assert other != Range(1, 2, "a")
    assert hash(Range(1)) == hash(Range(1))
    assert len({Range(1), Range(1), Span(1)}) == 2


def test_it_can_be_taken_apart_and_copied() -> None:
    match Range(1, 2):
        case Range(low, high):
            assert (low, high) == (1, 2)
        case _:
            pytest.fail("no match")
    assert replace(Range(1, 2), high=3) == Range(1, 3)
    assert dataclasses.replace(Range(1, 2), high=3) == Range(1, 3)
    assert copy.deepcopy(Range(1, 2)) == Range(1, 2)
    assert [each.name for each in dataclasses.fields(Range)] == ["low", "high", "text"]
    assert field_names(Range) == ("low", "high", "text")
    with pytest.raises(TypeError):
        replace(Range(1), other=3)  # type: ignore[call-arg]


def test_a_field_that_is_made_anew_has_no_place_in_it() -> None:
    with pytest.raises(TypeError):

        @packed_dataclass(frozen=True, slots=True)
        class Notes:
            notes: list[str] = field(default_factory=list)


class Told(NamedTuple):
    """A question with what is known of it."""

    question: str
    answers: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return not self.answers


def test_a_tuple_with_names_is_a_tuple_as_that_of_typing() -> None:
    told = Told("Waarom?", ("daarom",))
    question, answers = told
    assert (question, answers) == ("Waarom?", ("daarom",))
    assert tuple(told) == told
    assert (told.question, told.answers, told.is_open) == ("Waarom?", ("daarom",), False)
    assert Told(answers=(), question="Waarom?") == Told("Waarom?")
    assert hash(told) == hash(("Waarom?", ("daarom",)))
    assert told._replace(question="Waar?") == ("Waar?", ("daarom",))
    assert told._fields == ("question", "answers")
    assert repr(Told("Waar?")) == "Told(question='Waar?', answers=())"
    assert copy.deepcopy(told) == told
    assert type(copy.deepcopy(told)) is Told
    assert Told.__doc__ == "A question with what is known of it."


def test_a_tuple_with_names_refuses_what_that_of_typing_refuses() -> None:
    told = Told("Waarom?")
    with pytest.raises(AttributeError):
        told.question = "Waar?"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        told.other = 1  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        Told()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Told("Waarom?", (), ())  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        told._replace(reden="daarom")  # type: ignore[call-arg]
