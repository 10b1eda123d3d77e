"""Records: what `dataclasses` promises and the program uses, at less cost."""

from __future__ import annotations

import copy
import dataclasses
import subprocess
import sys

import pytest

from verordening.records import FrozenRecordError, dataclass, field, field_names, replace


@dataclass(frozen=True, slots=True)
class Point:
    """A place."""

    x: int
    y: int = 0
    notes: list[str] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def far(self) -> bool:
        return self.x > 10


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Node:
    operand: object


@dataclass(slots=True)
class Counter:
    count: int = 0


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


def test_arguments_go_by_place_and_by_name() -> None:
    assert (Point(1, 2).x, Point(1, 2).y) == (1, 2)
    assert Point(y=2, x=1) == Point(1, 2) == Point(1, y=2)
    assert Point(1).y == 0
    assert Point(1).notes == []
    assert Point(1).notes is not Point(1).notes


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), ((1, 2, 3), {}), ((1,), {"x": 1}), ((1,), {"z": 1}), ((1,), {"notes": []})]
)
def test_other_arguments_are_refused(given: tuple[int, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Point(*given, **named)  # type: ignore[arg-type]


def test_what_is_frozen_does_not_change() -> None:
    point = Point(1)
    with pytest.raises(FrozenRecordError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del point.x
    counter = Counter()
    counter.count += 1
    assert counter.count == 1


def test_there_are_slots_and_nothing_else() -> None:
    assert not hasattr(Point(1), "__dict__")
    assert field_names(Point) == ("x", "y", "notes")
    assert Point.__doc__ == "A place."
    assert Point.__module__ == __name__
    assert Point(11).far


def test_equality_is_of_values_or_of_objects() -> None:
    assert Point(1) == Point(1) != Point(2)
    assert hash(Point(1)) == hash(Point(1))
    other: object = (1, 0)
    assert Point(1) != other
    assert Node(1) != Node(1)
    assert len({Node(1), Node(1)}) == 2
    assert Nothing() == Nothing()
    with pytest.raises(TypeError):
        hash(Counter())


def test_what_is_shown() -> None:
    assert repr(Point(1)) == "Point(x=1, y=0)"
    assert repr(Nothing()) == "Nothing()"
    assert repr(Node(1)).startswith("<")


def test_it_can_be_taken_apart() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
        case _:
            pytest.fail("no match")


def test_a_copy_is_equal_and_one_with_changes_is_not() -> None:
    assert replace(Point(1, 2), y=3) == Point(1, 3)
    assert copy.deepcopy(Point(1, 2)) == Point(1, 2)
    with pytest.raises(TypeError):
        replace(Point(1), z=3)  # type: ignore[call-arg]


def test_dataclasses_knows_them() -> None:
    assert dataclasses.is_dataclass(Point)
    assert [each.name for each in dataclasses.fields(Point)] == ["x", "y", "notes"]
    assert dataclasses.replace(Point(1), y=2) == Point(1, 2)
    assert not dataclasses.is_dataclass(int)


def test_they_are_made_without_dataclasses() -> None:
    code = "import sys, verordening.model.corpus; print('dataclasses' in sys.modules or 'inspect' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_what_is_left_out_at_the_end_is_filled_in_as_dataclasses_do() -> None:
    @dataclass(frozen=True, slots=True)
    class Place:
        file: str
        line: int = 1
        words: tuple[str, ...] = ()

    assert Place("a") == Place("a", 1) == Place("a", 1, ()) == Place("a", line=1)
    assert (Place("a").line, Place("a").words) == (1, ())
    with pytest.raises(TypeError, match="file"):
        Place()  # type: ignore[call-arg]
