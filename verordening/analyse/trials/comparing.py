"""What was expected of a case beside what came: one comparison for case files and rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from verordening.evaluate.outcome import FloorEffect, FloorStatus, Outcome
from verordening.evaluate.written import NONE, as_written
from verordening.model.trials.trial import Expectation, Match
from verordening.records import dataclass

_ABSENT: Final = {
    ("besluiten", "regel"): (NONE,),
    ("ruimte", "status"): (NONE,),
    ("richtlijnen", "status"): (NONE,),
    ("ondergrenzen", "status"): (FloorStatus.NIET_VAN_TOEPASSING.value,),
    ("ondergrenzen", "effect"): (FloorEffect.GEEN.value,),
}
"""How it is called where no rule gives an outcome, there is no such route, or a floor or guideline does not speak."""


@dataclass(frozen=True, slots=True)
class Difference:
    """An expectation that did not come true, with what came instead (nothing: there is no such thing)."""

    expectation: Expectation
    found: tuple[str, ...]


def differences(expectations: Iterable[Expectation], outcome: Outcome) -> tuple[Difference, ...]:
    """Everything that is not as expected, in the order of the expectations."""
    written = as_written(outcome)
    return tuple(
        Difference(each, found)
        for each in expectations
        if not _as_expected(each, found := texts_at(written, each.path))
    )


def _as_expected(expectation: Expectation, found: tuple[str, ...]) -> bool:
    match expectation.match:
        case Match.TEXT:
            return found == expectation.texts
        case Match.ONE_OF:
            return len(found) == 1 and found[0] in expectation.texts
        case Match.ALL:
            return sorted(found) == sorted(expectation.texts)


def texts_at(written: Mapping[str, Any], path: tuple[str, ...]) -> tuple[str, ...]:
    """What an outcome says at a place: one text, the texts of a list or the keys; nothing where there is none."""
    node: Any = written
    for number, name in enumerate(path):
        if isinstance(node, list) and path[number - 1] == "ruimte":
            return _of_route(node, path[number:])
        if isinstance(node, list):
            node = node[int(name) - 1] if name.isdecimal() and 0 < int(name) <= len(node) else None
        else:
            node = node.get(name) if isinstance(node, dict) else None
    if node is None:
        return _ABSENT.get((path[0], path[-1]), ())
    if isinstance(node, dict):
        return tuple(node)
    if path[-1] == "gedragingen":
        return tuple(str(number) for number in range(1, len(node) + 1))
    return tuple(map(_one_line, node)) if isinstance(node, list) else (str(node),)


def _of_route(routes: list[dict[str, str]], path: tuple[str, ...]) -> tuple[str, ...]:
    decision, rule, aspect = path
    for each in routes:
        if (each["besluit"], each["regel"]) == (decision, rule):
            return (each[aspect],) if aspect in each else ()
    return _ABSENT.get(("ruimte", aspect), ())


def _one_line(item: Any) -> str:
    """As `model.trials.expected` has an item of a list."""
    if isinstance(item, dict):
        return ", ".join(f"{key} {_one_line(value)}" for key, value in sorted(item.items()))
    return "; ".join(map(_one_line, item)) if isinstance(item, list) else str(item)
