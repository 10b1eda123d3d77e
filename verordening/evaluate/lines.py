"""The lines of a Python function that is being written, with what has a name in it.

Values of the law or of a case are never written: they have names in there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from verordening.evaluate.context import Context
from verordening.evaluate.unknown import Result, Unknown, either, merged
from verordening.packed import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Working = Callable[[list[Any], Context], None]
    """Puts what the parts come to in a case in a row."""


class Term(NamedTuple):
    """What a part is in the function: its text there; `known` where it is the same in each of these cases; `sure` where
    it is never unknown.
    """

    text: str
    known: Result | None = None
    sure: bool = False


class Lines:
    """A function of a row of results and a context, as it is being written."""

    def __init__(self) -> None:
        self._names: dict[str, object] = {
            "either": either,
            "merged": merged,
            "missing_in": _missing_in,
            "U": Unknown,
            "INT": int,
            "DAY": date,
        }
        self._texts: dict[str, str] = {}
        self._lines: list[str] = []

    def put(self, place: int, term: Term) -> None:
        """Let the function put this in a row of results."""
        self._lines.append(f"    results[{place}] = {term.text}")

    def add(self, condition: Term, place: int, name: str, value: Term) -> None:
        """Let the function add the value of a fact to what it found, where the condition holds and it is known."""
        if condition.known in (None, True) and not isinstance(value.known, Unknown):
            tests = [] if condition.known else [f"{condition.text} is True"]
            tests += [] if value.sure else [f"{value.text}.__class__ is not U"]
            self._lines.append(
                f"    if {' and '.join(tests) or 'True'}: results.append(({place}, {name!r}, {value.text}))"
            )

    def function(self) -> Working:
        """The function."""
        start = ("def work_out(results, context):", "    given, remembered = context.inputs, context.results")
        text = "\n".join((*start, *self._lines, ""))
        exec(compile(text, "<parts>", "exec"), self._names)  # noqa: S102 - only numbers, names of facts and of our own
        return self._names["work_out"]  # type: ignore[return-value]

    def always(self, value: Result) -> Term:
        """What is the same in each of these cases."""
        return Term(self._named(value), value, not isinstance(value, Unknown))

    def _named(self, value: object) -> str:
        """The name of something in the function."""
        name = f"k{len(self._names)}"
        self._names[name] = value
        return name

    def _in_variable(self, text: str) -> str:
        """The variable that holds what a text comes to, which is worked out once."""
        name = self._texts.get(text)
        if name is None:
            name = self._texts[text] = f"v{len(self._texts)}"
            self._lines.append(f"    {name} = {text}")
        return name


def _missing_in(found: tuple[Result, ...]) -> Unknown:
    """All that is missing in what is not known of these."""
    missing: Unknown | None = None
    for each in found:
        if each.__class__ is Unknown:
            missing = each if missing is None else merged(missing, each)
    assert missing is not None
    return missing
