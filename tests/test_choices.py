"""Closed lists behave as those of `enum`, of which they are to a type checker."""

from __future__ import annotations

import copy
import enum
import json

import pytest

from verordening import choices


class Ours(choices.StrEnum):
    FIRST = "een"
    SECOND = "twee"

    @property
    def loud(self) -> str:
        """A member has methods as well."""
        return self.value.upper()


class Theirs(enum.StrEnum):
    FIRST = "een"
    SECOND = "twee"


class Height(choices.IntEnum):
    LOW = 1
    HIGH = 2


class Plain(choices.Enum):
    ONLY = "alleen"


def test_a_member_is_found_by_name_and_value_and_is_one_object() -> None:
    assert Ours["FIRST"] is Ours("een") is Ours.FIRST
    assert (Ours.FIRST.name, Ours.FIRST.value, Ours.SECOND.loud) == ("FIRST", "een", "TWEE")
    assert list(Ours) == [Ours.FIRST, Ours.SECOND]
    assert Ours.FIRST in Ours
    assert len(Ours) == 2


def test_it_is_text_where_that_of_python_is() -> None:
    for said in (str, repr, json.dumps, "{}".format, "{:>6}".format, hash, bool):
        ours, theirs = said(Ours.FIRST), said(Theirs.FIRST)
        assert str(ours) == str(theirs).replace("Theirs", "Ours")
    assert {Ours.FIRST: 1}["een"] == 1  # type: ignore[index]  # as a text it is that key


def test_numbers_are_ordered_and_plain_ones_are_themselves_alone() -> None:
    assert max(Height) is Height.HIGH > Height.LOW
    assert str(Height.HIGH) == "2"
    assert str(Plain.ONLY) == "Plain.ONLY"
    alone: object = Plain.ONLY
    assert alone != "alleen"
    assert isinstance(Plain.ONLY, choices.Enum)


@pytest.mark.parametrize("member", [Ours.FIRST, Height.LOW, Plain.ONLY])
def test_a_copy_is_the_same_object(member: choices.Enum) -> None:
    assert copy.copy(member) is copy.deepcopy(member) is member
    kind, given = member.__reduce_ex__(4)[:2]  # what a process that is sent it makes of it
    assert kind(*given) is member


def test_what_is_no_member_is_refused() -> None:
    with pytest.raises(ValueError, match="'drie' is not a valid Ours"):
        Ours("drie")
    with pytest.raises(KeyError):
        Ours["THIRD"]
    with pytest.raises(AttributeError):
        Ours.FIRST = "drie"  # type: ignore[misc]  # a type checker sees it as well


def test_two_members_have_two_values() -> None:
    with pytest.raises(TypeError, match="has the value of another member"):

        class Twice(choices.StrEnum):
            ONE = "een"
            SAME = "een"
