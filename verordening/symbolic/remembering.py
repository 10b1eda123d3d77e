"""What was put in symbols, kept for whoever asks the same of one world, with what was met on the way.

The rules on one decision rest for the most part on what those on another do. A `Memory` holds what was made once; an
`Asking` is one who asks, and knows what all that he asked rests on, also where another had it made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from verordening.symbolic.refusing import NotEncodableError


class Made:
    """Something that was put in symbols, with what it asked in turn and what was noted meanwhile, in order.

    It is `particular` where the world may say something else at another time, and `partial` where it was made while
    something was at work that turns on it.
    """

    __slots__ = ("key", "met", "notes", "partial", "particular", "value")

    def __init__(self, key: object) -> None:
        self.key, self.value = key, None
        self.met: list[Made] = []
        self.notes: list[object] = []
        self.particular = self.partial = False


class Bench:
    """What is being put in symbols of a world now."""

    def __init__(self) -> None:
        self.made: Made | None = None

    def note(self, note: object) -> None:
        """Keep a note with what is being made, for whoever it turns on."""
        if self.made is not None:
            self.made.notes.append(note)

    def mark(self) -> None:
        """What is being made is so only as the world is now."""
        if self.made is not None:
            self.made.particular = True


class Memory:
    """What was put in symbols of a world. What is not particular, it shares with the memory of another time."""

    def __init__(self, bench: Bench | None = None, beside: Memory | None = None) -> None:
        self.bench = bench or Bench()
        self.shared: dict[object, Made] = {} if beside is None else beside.shared
        self._own: dict[object, Made] = {}

    def found(self, key: object) -> Made | None:
        """What was made for this question."""
        return self.shared.get(key) or self._own.get(key)

    def keep(self, made: Made) -> None:
        """Keep it for others."""
        if not made.partial:
            (self._own if made.particular else self.shared)[made.key] = made


class Asking:
    """All that one asked of a world. `notes` are those of everything that this rests on."""

    def __init__(self, memory: Memory) -> None:
        self.memory, self.bench = memory, memory.bench
        self.known: dict[object, Made] = {}
        self.notes: list[object] = []
        self._at_work: dict[object, Made] = {}

    def ask(self, key: object, make: Callable[..., Any], *given: Any) -> Any:
        """What `make` gives, made once for the same key. Raises NotEncodableError where it turns on itself."""
        found = self.known.get(key)
        if found is None:
            found = self.memory.found(key)
            if found is None:
                found = self._made(key, make, given)
            else:
                self._meet(found)
        outer = self.bench.made
        if outer is not None:
            outer.met.append(found)
        return found.value

    def _made(self, key: object, make: Callable[..., Any], given: tuple[Any, ...]) -> Made:
        if key in self._at_work:
            for each in self._at_work.values():
                each.partial = True
            raise NotEncodableError("regels die naar elkaar verwijzen")
        outer, made = self.bench.made, Made(key)
        self.bench.made = self._at_work[key] = made
        try:
            made.value = make(*given)
        except NotEncodableError:
            if outer is not None:
                outer.met += made.met
                outer.notes += made.notes
                outer.particular |= made.particular
            raise
        finally:
            self.bench.made = outer
            del self._at_work[key]
        for each in made.met:
            made.particular |= each.particular
            made.partial |= each.partial
        self._know(made)
        self.memory.keep(made)
        return made

    def _meet(self, made: Made) -> None:
        for each in made.met:
            if each.key not in self.known:
                self._meet(each)
        self._know(made)

    def _know(self, made: Made) -> None:
        self.known[made.key] = made
        self.notes += made.notes
