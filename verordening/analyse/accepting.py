"""A list that people keep of what they have looked at and let be, each with its reason; read from YAML.

An entry holds for the text as it then was: its `kenmerk` no longer fits once that changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from verordening.language.diagnostics import InputError, diagnostic
from verordening.language.source import Source, Span
from verordening.model.case_problems import CaseProblems, Refusal
from verordening.model.yaml_reading import Mapping, Scalar, Sequence, parse_yaml

_LIST: Final = "aanvaard"


class Entry(NamedTuple):
    """What one entry says under each key, on one line each, and where it stands."""

    values: dict[str, str]
    span: Span


def read_entries(source: Source, keys: tuple[str, ...], what: str) -> tuple[Entry, ...]:
    """The entries in a text, each with all `keys`; `what` is what an entry is about, in Dutch.

    Raises InputError (VRD444, and what any YAML may have).
    """
    document = parse_yaml(source)
    problems = CaseProblems(document.source)
    listed = document.root.get(_LIST)
    if not isinstance(listed, Sequence):
        help = f"schrijf `{_LIST}:` met per {what} een streepje en de sleutels {', '.join(keys)}"
        span = document.root.span
        raise InputError((diagnostic(document.source, "VRD444", "hier staat geen lijst", span, help=help),))
    found = tuple(_read(listed, keys, problems))
    if problems.ordered():
        raise InputError(problems.ordered())
    return found


def _read(listed: Sequence, keys: tuple[str, ...], problems: CaseProblems) -> Iterator[Entry]:
    for item in listed.items:
        values = _values(item) if isinstance(item, Mapping) else {}
        missing = [key for key in keys if not values.get(key)]
        if missing:
            message, help = f"hier ontbreekt `{missing[0]}`", f"vul alle sleutels in: {', '.join(keys)}"
            problems.refuse(Refusal("VRD444", message, help), item.span)
        else:
            yield Entry(values, item.span)


def _values(item: Mapping) -> dict[str, str]:
    return {
        key.text: " ".join(value.text.split()) for key, value in item.entries if isinstance(value, Scalar)
    }
