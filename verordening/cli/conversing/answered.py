"""Which questions a case answers already, so that one can go back to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from verordening.cli.conversing.script import CHOICE_STEP
from verordening.model.case_editing import Written


def answered(data: Mapping[str, Written]) -> Iterator[str]:
    """The places in a case that hold an answer, in the order of the conversation."""
    for section in ("gegevens", "oordelen", "gesprek"):
        yield from _leaves(data.get(section), section)
    choice = data.get("keuze")
    if isinstance(choice, Mapping):
        yield CHOICE_STEP
        yield from (
            each for each in _leaves(choice, CHOICE_STEP) if each.count("/") > 1 or each.endswith("door")
        )


def _leaves(value: Written | None, place: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, f"{place}/{key}")
    elif value is not None:
        yield place
