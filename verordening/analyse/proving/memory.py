"""Answers kept between runs: what no change can have affected is not worked out again.

An answer without a case is believed where its fingerprint is the same; a case is always worked out again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from verordening.analyse.proving.searching import NotProven
from verordening.caching import entry_name, read_entry, stamps_of, write_entry
from verordening.model.codec import Codec, CodecError
from verordening.model.types import Below, Indefinite, Items, Value

MOST_KEPT: Final = 20_000
"""Of answers that this run did not need so many stay at most."""

_ROOMS: Final = ("evaluate", "analyse", "symbolic")
"""An answer follows from these parts of the program too: once they change, nothing of before is believed."""

Facts = Mapping[str, Value]
Kept = Facts | NotProven | None
"""The facts of a case, or why none is known, or None: there is none."""

_CODEC: Final = Codec((NotProven, Items, Below), (Indefinite,))


class Memory:
    """What earlier runs of a command found out about the regulations of a municipality.

    One that fails is as good as empty.
    """

    def __init__(self, gemeente: str, command: str = "conflicten") -> None:
        self._name = entry_name(command, gemeente, stamps_of(*_ROOMS))
        self._known: dict[str, Kept] = self._read()
        self._used: dict[str, Kept] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._known or key in self._used

    def __getitem__(self, key: str) -> Kept:
        if key not in self._used:
            self._used[key] = self._known[key]
        return self._used[key]

    def get(self, key: str) -> Kept:
        """The answer; None too where there is none."""
        if key not in self:
            return None
        return self[key]

    def glance(self, key: str) -> Kept:
        """The answer, without its being used by that; None too where there is none."""
        return self._used[key] if key in self._used else self._known.get(key)

    def __setitem__(self, key: str, answer: Kept) -> None:
        self._used[key] = dict(answer) if isinstance(answer, Mapping) else answer

    def met(self, text: str) -> bool:
        """Whether an earlier run came across this too; the next one knows that this run did."""
        key = f"gezien {text}"
        known = key in self
        self._used[key] = None
        return known

    def keep(self) -> None:
        """Keep the answers of this run for the next, and of earlier ones as many as there is room for."""
        left = [each for each in self._known.items() if each[0] not in self._used]
        try:
            payload = _CODEC.encode({**dict(left[-MOST_KEPT:]), **self._used})
        except CodecError:
            return
        write_entry(self._name, payload)

    def _read(self) -> dict[str, Kept]:
        payload = read_entry(self._name)
        if payload is None:
            return {}
        try:
            found = _CODEC.decode(payload)
        except CodecError:
            return {}
        return found if isinstance(found, dict) else {}
