"""What one fact or oordeel does when it is otherwise: each choice, or of a number the nearest values on either side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verordening.evaluate.altering import is_ordered, only_up, type_at, value_at
from verordening.evaluate.effects import signature
from verordening.evaluate.trying import Otherwise, Trials
from verordening.evaluate.turning import step_of, turning_steps, value_in_step
from verordening.evaluate.what_if import Altered, Effect, Sort, Spot
from verordening.model.types import Kind, Type, Value


class Found(NamedTuple):
    """Something that is otherwise with what that does, beside what already was."""

    altered: Altered
    effects: tuple[Effect, ...]


class _Walked(NamedTuple):
    """A step of a number with what it does; None where it could not be so."""

    step: int
    effects: tuple[Effect, ...] | None


def values_to_try(spot: Spot, trials: Trials, already: Otherwise = ()) -> list[Value]:
    """The values that together show what a spot can do: all choices, or of a number the first of each stretch in which
    no comparison turns.
    """
    type_, before = type_at(spot, trials.corpus), value_at(trials.case, spot)
    if not is_ordered(type_):
        return [each for each in choices_of(type_) if each != before]
    ways = (_points(spot, way, trials, already) for way in (-1, 1))
    return [value_in_step(type_, step) for points in ways for step in points]


def nearest_of(
    spot: Spot, trials: Trials, already: Otherwise = (), sorts: frozenset[Sort] = frozenset(Sort)
) -> Iterator[Found]:
    """What this spot does of these sorts, beside what is `already` otherwise. Raises NoMoreTriesError."""
    if not is_ordered(type_at(spot, trials.corpus)):
        yield from _of_choices(spot, trials, already, sorts)
    elif value_at(trials.case, spot) is not None:
        for way in (-1, 1):
            yield from _along(spot, way, trials, already, sorts)


def choices_of(type_: Type) -> tuple[Value, ...]:
    """The values of a type that has only a few."""
    return (True, False) if type_.kind is Kind.BOOL else type_.options


def _of_choices(spot: Spot, trials: Trials, already: Otherwise, sorts: frozenset[Sort]) -> Iterator[Found]:
    """The choices that do something; those that do the same together."""
    same: dict[tuple[object, ...], tuple[list[Value], tuple[Effect, ...]]] = {}
    for value in values_to_try(spot, trials, already):
        found = trials.effects((*already, (spot, value)))
        if found and _does(found, sorts):
            same.setdefault(signature(found), ([], found))[0].append(value)
    for values, found in same.values():
        yield Found(trials.told(spot, *values), found)


# ------------------------------------------------ numbers and days


def _points(spot: Spot, way: int, trials: Trials, already: Otherwise) -> list[int]:
    """The steps to look at on one side, from near to far: both ends of each stretch between two turns."""
    type_ = type_at(spot, trials.corpus)
    if way < 0 and only_up(spot, trials.corpus):
        return []
    case = trials.case_with(already)
    here = step_of(value_at(case, spot), type_)
    found = turning_steps(case, spot, trials.looked_at, trials.corpus)
    beyond = sorted((each for each in found if (each - here) * way > 0), key=lambda each: abs(each - here))
    if type_.kind is Kind.DATE:
        tomorrow = step_of(case.peildatum, type_) + 1
        beyond = [each for each in beyond if each >= tomorrow]
    if way > 0 and type_.indefinite and here <= step_of(type_.high, type_):
        beyond.append(step_of(type_.high, type_) + 1)
    return beyond


def _along(
    spot: Spot, way: int, trials: Trials, already: Otherwise, sorts: frozenset[Sort]
) -> Iterator[Found]:
    """The nearest value that does something, and those further on that first give another decision another outcome."""
    type_ = type_at(spot, trials.corpus)

    def tried(step: int) -> _Walked:
        return _Walked(step, trials.effects((*already, (spot, value_in_step(type_, step)))))

    walked = [tried(step) for step in _points(spot, way, trials, already)]
    last, told = step_of(value_at(trials.case, spot), type_), set[object]()
    for number, each in enumerate(walked):
        if _new(each.effects, sorts, told):
            nearest = each
            while abs(nearest.step - last) > 1:
                middle = tried((nearest.step + last) // 2)
                if _new(middle.effects, sorts, told):
                    nearest = middle
                else:
                    last = middle.step
            told |= _new(nearest.effects, sorts, told)
            assert nearest.effects is not None
            yield Found(_extended(spot, nearest, walked[number:], type_, trials), nearest.effects)
        last = each.step


def _new(found: tuple[Effect, ...] | None, sorts: frozenset[Sort], told: set[object]) -> set[object]:
    """The decisions that get another outcome and were not told of; where nothing was told, anything of these sorts."""
    if not found:
        return set()
    changed: set[object] = {(each.act, each.before.name) for each in found if each.sort is Sort.OUTCOME}
    if changed - told:
        return changed - told
    return {None} if not told and _does(found, sorts) else set()


def _does(found: tuple[Effect, ...], sorts: frozenset[Sort]) -> bool:
    return any(each.sort in sorts for each in found)


def _extended(spot: Spot, nearest: _Walked, beyond: list[_Walked], type_: Type, trials: Trials) -> Altered:
    """The nearest value, with how far on it stays the same; to the end where only what cannot be comes after."""
    assert nearest.effects is not None
    furthest, to_the_end = nearest.step, True
    for each in beyond:
        if each.effects is None:
            continue
        if not each.effects or signature(each.effects) != signature(nearest.effects):
            to_the_end = False
            break
        furthest = each.step
    return trials.told(
        spot,
        value_in_step(type_, nearest.step),
        until=value_in_step(type_, furthest) if furthest != nearest.step else None,
        to_the_end=to_the_end and furthest != nearest.step,
    )
