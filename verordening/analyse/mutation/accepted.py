"""Changes that may go unnoticed, each with the reason why; read from a file that people keep.

An entry holds for the item as it then was: its `kenmerk` no longer fits once the item changes.
"""

from __future__ import annotations

from typing import Final

from verordening.analyse.mutation.mutant import Key
from verordening.language.diagnostics import InputError, diagnostic
from verordening.language.source import Source, Span
from verordening.model.case_problems import CaseProblems, Refusal
from verordening.model.yaml_reading import Mapping, Scalar, Sequence, parse_yaml
from verordening.records import dataclass

_LIST: Final = "aanvaard"
_KEYS: Final = ("bestand", "plaats", "wijziging", "kenmerk", "reden")


@dataclass(frozen=True, slots=True)
class Accepted:
    """A change that may go unnoticed: where, which, of which text of the item (`mark`), and why."""

    file: str
    name: str
    words: str
    mark: str
    reason: str
    span: Span

    def fits(self, key: Key, mark: str) -> bool:
        """Whether this is about a mutant of the item as it is now."""
        return (self.file, self.name, self.words, self.mark) == (key.file, key.name, key.words, mark)


def read_accepted(source: Source) -> tuple[Accepted, ...]:
    """The entries in a text. Raises InputError (VRD444, and what any YAML may have)."""
    document = parse_yaml(source)
    problems = CaseProblems(document.source)
    listed = document.root.get(_LIST)
    if not isinstance(listed, Sequence):
        help = "schrijf `aanvaard:` met per wijziging een streepje en de sleutels " + ", ".join(_KEYS)
        span = document.root.span
        raise InputError((diagnostic(document.source, "VRD444", "hier staat geen lijst", span, help=help),))
    found = []
    for item in listed.items:
        values = _values(item) if isinstance(item, Mapping) else {}
        missing = [key for key in _KEYS if not values.get(key)]
        if missing:
            message = f"hier ontbreekt `{missing[0]}`"
            problems.refuse(
                Refusal("VRD444", message, f"vul alle sleutels in: {', '.join(_KEYS)}"), item.span
            )
            continue
        file, name, words, mark, reason = (values[key] for key in _KEYS)
        found.append(Accepted(file, name, words, mark, reason, item.span))
    if problems.ordered():
        raise InputError(problems.ordered())
    return tuple(found)


def _values(item: Mapping) -> dict[str, str]:
    return {
        key.text: " ".join(value.text.split()) for key, value in item.entries if isinstance(value, Scalar)
    }
