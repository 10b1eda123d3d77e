"""Bytes of a codec back to objects, each when it is first looked at: most cases touch few of the rules there are.

An object of a class that is read lazily is empty until somebody reads a field of it. Until then it is of a stand-in, a
subclass whose fields fill the object, and it keeps where its fields are in its last slot. What a case seldom looks at
may come later still: then the object is of a second stand-in until one of those fields is read. Then it becomes of its
own class, and nothing tells it from an object that was never empty.
"""

from __future__ import annotations

from _operator import call
from itertools import accumulate, repeat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from fractions import Fraction
    from typing import Any, Final

    from verordening.choices import Enum

    Put = Callable[[object, object], None]
    """Fills a slot, past the `__setattr__` that keeps a frozen object as it is."""

FIXED: tuple[object, ...] = (None, True, False)
SEPARATOR = "\0"
WORD: Final = 4
CODE: Final = "I"
"""Numbers in the bytes: of 32 bits, in the byte order of the machine."""

_NOT_YET: Final = object()
_new = object.__new__
_done = any
"""Goes through calls that give None, in C and to the end."""


def slots(kind: type) -> Sequence[str]:
    """The fields of a class, in order."""
    names: Sequence[str] = kind.__dict__["__slots__"]
    return names


def in_reading_order(kind: type, later: Iterable[str] = ()) -> tuple[str, ...]:
    """The fields of a class in the order in which they stand in the bytes: those that are read later come last."""
    last = set(later)
    return (
        *(name for name in slots(kind) if name not in last),
        *(name for name in slots(kind) if name in last),
    )


def settled(value: object) -> object:
    """The same object, filled if it was not."""
    if isinstance(type(value), _StandIn):
        _fill(value, whole=True)
    return value


class _StandIn(type):
    """The class of the stand-ins."""

    layout: Layout


class _Later:
    """A field of an object that is not there yet."""

    def __init__(self, name: str, *, whole: bool) -> None:
        self._name, self._whole = name, whole

    def __get__(self, record: object, kind: type) -> object:
        if record is None:
            return self
        _fill(record, whole=self._whole)
        return getattr(record, self._name)


class Layout:
    """How the fields of a class are read: in which order, and through which stand-ins."""

    __slots__ = ("empty", "first", "half", "kind", "last", "puts", "where")

    half: type | None

    def __init__(self, kind: type, later: Iterable[str] | None = None) -> None:
        names = in_reading_order(kind, later or ())
        descriptors = [kind.__dict__[name] for name in names]
        self.kind = kind
        self.puts: tuple[Put, ...] = tuple([each.__set__ for each in descriptors])
        if later is not None:
            last = names[len(names) - len(set(later)) :]
            self.first = self.puts[: len(names) - len(last)]
            self.where = descriptors[-1]
            self.half = None if last else kind
            self.last = last
            self.empty = self._stand_in(names, last)

    def after_first(self) -> type:
        """The class of an object of which only the first fields are read."""
        if self.half is None:
            self.half = self._stand_in(self.last, self.last)
        return self.half

    def _stand_in(self, names: Iterable[str], last: Sequence[str]) -> type:
        """A class for objects that lack these fields; a field among the last makes an object whole."""
        body: dict[str, Any] = {name: _Later(name, whole=name in last) for name in names}
        made = _StandIn(self.kind.__name__, (self.kind,), {**body, "__slots__": ()})
        made.layout = self
        return made


def _fill(record: object, *, whole: bool) -> None:
    stand_in = type(record)
    layout: Layout = stand_in.layout  # type: ignore[attr-defined]  # its class is a stand-in
    pool, at = layout.where.__get__(record)
    done = 0 if stand_in is layout.empty else len(layout.first)
    object.__setattr__(record, "__class__", layout.kind if whole else layout.after_first())
    pool.fill(record, layout.puts[done:] if whole else layout.first, at + done)


class Pool:
    """All things in some bytes, by their number: plain values at once, everything else when it is wanted."""

    def __init__(
        self,
        data: bytes,
        classes: Mapping[str, type],
        enums: Mapping[str, type[Enum]],
        lazily: Mapping[type, Iterable[str]],
    ) -> None:
        reader = _Reader(data)
        pool: list[object] = [*FIXED, *reader.texts()]
        pool += map(int, reader.texts())
        pool += _fractions(reader.texts())
        pool += _dates(reader.row())
        for text in reader.texts():
            name, _, member = text.partition(".")
            pool.append(enums[name][member])
        kinds = [classes[name] for name in reader.texts()]
        counts = [reader.count() for _ in kinds]
        whole = reader.count()
        dicts = reader.count()
        runs = list(zip(reader.row(), reader.row(), strict=True))
        sizes = reader.row()
        self._numbers = reader.rest
        at_once = reader.at
        reader.at += sum(size * count for size, count in runs)
        self._tuples = list(accumulate(sizes, initial=reader.at))
        reader.at = self._tuples[-1]
        self._dicts = [reader.skip_dict() for _ in range(dicts)]
        self._pool = pool
        lazy = sum(kind in lazily for kind in kinds)
        for kind, count in zip(kinds[:lazy], counts, strict=False):
            layout = Layout(kind, lazily[kind])
            pool += self._empty(layout, count, reader.at)
            reader.at += count * len(layout.puts)
        whole += lazy
        made: list[list[object]] = [
            list(map(_new, repeat(*each))) for each in zip(kinds[lazy:whole], counts[lazy:whole], strict=True)
        ]
        for objects in made:
            pool += objects
        self._make_tuples(runs, at_once)
        for objects in made:
            for put in Layout(type(objects[0])).puts:
                column = self._numbers[reader.at : reader.at + len(objects)].tolist()
                _done(map(put, objects, map(pool.__getitem__, column)))
                reader.at += len(objects)
        self._rows: list[tuple[type, int]] = []
        self._starts = list(accumulate(counts[whole:], initial=len(pool)))
        for kind, count in zip(kinds[whole:], counts[whole:], strict=True):
            self._rows.append((kind, reader.at))
            reader.at += count * len(slots(kind))
        self._puts: dict[type, tuple[Put, ...]] = {}
        self._first_dict = self._starts[-1]
        self._first_tuple = self._first_dict + dicts
        pool += [_NOT_YET] * (self._first_tuple - len(pool) + len(sizes))
        self.root = self._several((reader.number(),))[0]
        reader.end()

    def _make_tuples(self, runs: Iterable[tuple[int, int]], at: int) -> None:
        """The tuples whose things are all there, by runs of one length; the numbers of what is in them stand here."""
        pool = self._pool
        for size, count in runs:
            if max(size, count) > len(self._numbers):
                raise ValueError("more tuples than there are numbers")
            items = map(pool.__getitem__, self._numbers[at : at + size * count].tolist())
            pool += list(zip(*(items,) * size, strict=True)) if size else [()] * count
            at += size * count

    def _several(self, numbers: Iterable[int]) -> list[object]:
        """The things with these numbers, the same ones each time."""
        pool = self._pool
        return [
            found if (found := pool[number]) is not _NOT_YET else self._made(number) for number in numbers
        ]

    def _made(self, number: int) -> object:
        """The thing with this number, which was not wanted before."""
        if number >= self._first_tuple:
            at = number - self._first_tuple
            found: object = tuple(self._several(self._numbers[self._tuples[at] : self._tuples[at + 1]]))
            self._pool[number] = found
            return found
        if number >= self._first_dict:
            return self._dict(number)
        place = len(self._rows) - 1
        while self._starts[place] > number:
            place -= 1
        kind, at = self._rows[place]
        puts = self._puts.get(kind)
        if puts is None:
            puts = self._puts[kind] = Layout(kind).puts
        self._pool[number] = found = _new(kind)
        self.fill(found, puts, at + (number - self._starts[place]) * len(puts))
        return found

    def _empty(self, layout: Layout, count: int, at: int) -> list[object]:
        """The objects of a class that is read lazily; those of another class are made one by one, when wanted."""
        found: list[object] = list(map(_new, repeat(layout.empty, count)))
        where = zip(repeat(self), range(at, at + count * len(layout.puts), len(layout.puts)), strict=False)
        _done(map(layout.where.__set__, found, where))
        return found

    def fill(self, record: object, puts: Sequence[Put], at: int) -> None:
        """Give an object the fields whose numbers stand from here."""
        numbers = self._numbers[at : at + len(puts)].tolist()
        pool, first = self._pool, self._starts[0]
        for number in sorted(numbers, reverse=True):
            if number < first:
                break
            if pool[number] is _NOT_YET:
                self._made(number)
        _done(map(call, puts, repeat(record), map(pool.__getitem__, numbers)))

    def _dict(self, number: int) -> dict[object, object]:
        found: dict[object, object] = {}
        self._pool[number] = found
        keys, values, end = self._dicts[number - self._first_dict]
        found.update(zip(self._all(keys, values - 1), self._all(values, end), strict=True))
        return found

    def _all(self, start: int, end: int) -> Iterable[object]:
        """The things whose numbers stand here, which may be many; most often all are there."""
        numbers = self._numbers[start:end].tolist()
        there = max(numbers, default=0) < self._starts[0]
        return map(self._pool.__getitem__, numbers) if there else self._several(numbers)


def _fractions(texts: list[str]) -> list[Fraction]:
    if not texts:
        return []
    from fractions import Fraction

    return [Fraction(*map(int, text.split("/"))) for text in texts]


def _dates(ordinals: Iterable[int]) -> list[date]:
    days = list(ordinals)
    if not days:
        return []
    from datetime import date

    return [date.fromordinal(each) for each in days]


class _Reader:
    """Hands out numbers and texts in the order in which they were written."""

    def __init__(self, data: bytes) -> None:
        start = WORD * (1 + int.from_bytes(data[:WORD], "little"))
        self.rest = memoryview(data)[WORD:start].cast(CODE)
        self._texts = data[start:].decode("utf-8").split(SEPARATOR)[:-1]
        self.at = 0
        self._text_at = 0

    def number(self) -> int:
        """The next number."""
        self.at += 1
        return self.rest[self.at - 1]

    def count(self) -> int:
        """The next number, as the number of things that follow; each of those takes a number at least."""
        count = self.number()
        if count > len(self.rest):
            raise ValueError("more things than there are numbers")
        return count

    def row(self) -> Sequence[int]:
        """A row of numbers; the number before them says how many."""
        count = self.count()
        self.at += count
        return self.rest[self.at - count : self.at]

    def skip_dict(self) -> tuple[int, int, int]:
        """Where the keys of a dict begin, and where its values begin and end."""
        keys = self.at + 1
        self.at = keys + self.number() + 1
        values = self.at
        self.at += self.rest[values - 1]
        return keys, values, self.at

    def texts(self) -> list[str]:
        """A row of texts; the next number says how many."""
        count = self.number()
        self._text_at += count
        return self._texts[self._text_at - count : self._text_at]

    def end(self) -> None:
        """Raises ValueError unless exactly everything was handed out, so that no row was cut short."""
        if (self.at, self._text_at) != (len(self.rest), len(self._texts)):
            raise ValueError("numbers or texts are missing or left over")
