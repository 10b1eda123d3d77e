"""Changes that may go unnoticed, each with the reason why; read from a file that people keep."""

from __future__ import annotations

from typing import Final

from verordening.analyse.accepting import read_entries
from verordening.analyse.mutation.mutant import Key
from verordening.language.source import Source, Span
from verordening.records import dataclass

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
    found = []
    for entry in read_entries(source, _KEYS, "wijziging"):
        file, name, words, mark, reason = (entry.values[key] for key in _KEYS)
        found.append(Accepted(file, name, words, mark, reason, entry.span))
    return tuple(found)
