"""Bytes of a codec back to objects, each when it is first looked at: most cases touch few of the rules there are.

An object of a class that is read lazily is empty until somebody reads a field of it. Until then it is of a stand-in, a
subclass whose fields fill the object, and it keeps where its fields are in its first slot. Then it becomes of its own
class, and nothing tells it from an object that was never empty.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from itertools import accumulate, repeat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from enum import Enum
    from fractions import Fraction
    from typing import Any, Final

FIXED: tuple[object, ...] = (None, True, False)
SEPARATOR = "\0"
WORD: Final = 4
CODE: Final = "I"
"""Numbers in the bytes: of 32 bits, in the byte order of the machine."""

_NOT_YET: Final = object()


def slots(kind: type) -> Sequence[str]:
    """The fields of a class, in order."""
    names: Sequence[str] = kind.__dict__["__slots__"]
    return names


def settled(value: object) -> object:
    """The same object, filled if it was not."""
    if isinstance(type(value), _StandIn):
        _fill(value)
    return value


class _StandIn(type):
    """The class of the stand-ins."""


class _Later:
    """A field of an object that is still empty."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, record: object, kind: type) -> object:
        if record is None:
            return self
        _fill(record)
        return getattr(record, self._name)


def stand_in(kind: type) -> type:
    """A class for objects of a record class that are still empty."""
    body: dict[str, Any] = {name: _Later(name) for name in slots(kind)}
    return _StandIn(kind.__name__, (kind,), {**body, "__slots__": ()})


def _fill(record: object) -> None:
    kind = type(record).__base__
    assert kind is not None
    pool, number = kind.__dict__[slots(kind)[0]].__get__(record)
    object.__setattr__(record, "__class__", kind)
    pool.fill(kind, record, number)


class Pool:
    """All things in some bytes, by their number: plain values at once, everything else when it is wanted."""

    def __init__(
        self,
        data: bytes,
        classes: Mapping[str, type],
        enums: Mapping[str, type[Enum]],
        stand_ins: Mapping[type, type],
    ) -> None:
        reader = _Reader(data)
        pool: list[object] = [*FIXED, *reader.texts()]
        pool += map(int, reader.texts())
        pool += _fractions(reader.texts())
        pool += _dates(reader.row())
        for text in reader.texts():
            name, _, member = text.partition(".")
            pool.append(enums[name][member])
        self._kinds = [classes[name] for name in reader.texts()]
        counts = [reader.count() for _ in self._kinds]
        dicts = reader.count()
        sizes = reader.row()
        self._numbers = reader.rest
        self._stand_ins = stand_ins
        self._starts = list(accumulate(counts, initial=len(pool)))
        self._first_dict = self._starts[-1]
        self._first_tuple = self._first_dict + dicts
        self._tuples = list(accumulate(sizes, initial=reader.at))
        reader.at = self._tuples[-1]
        self._dicts = [reader.skip_dict() for _ in range(dicts)]
        self._columns: dict[type, tuple[int, int, int]] = {}
        for kind, count, start in zip(self._kinds, counts, self._starts[:-1], strict=True):
            self._columns[kind] = (reader.at, count, start)
            reader.at += count * len(slots(kind))
        self._pool = pool
        for kind, count in zip(self._kinds, counts, strict=True):
            pool += self._empty(kind, count)
        pool += [_NOT_YET] * (dicts + len(sizes))
        self.root = self.get(reader.number())
        reader.end()

    def get(self, number: int) -> object:
        """The thing with this number, the same one each time."""
        found: object = self._pool[number]
        if found is _NOT_YET:
            if number >= self._first_tuple:
                start, end = self._tuples[number - self._first_tuple : number - self._first_tuple + 2]
                found = self._pool[number] = tuple(self._several(self._numbers[start:end]))
            elif number >= self._first_dict:
                found = self._dict(number)
            else:
                found = self._object(number)
        return found

    def _several(self, numbers: Iterable[int]) -> list[object]:
        pool = self._pool
        return [found if (found := pool[number]) is not _NOT_YET else self.get(number) for number in numbers]

    def _empty(self, kind: type, count: int) -> list[object]:
        """The objects of a class that is read lazily; those of another class are made one by one, when wanted."""
        stand_in = self._stand_ins.get(kind)
        if stand_in is None:
            return [_NOT_YET] * count
        found: list[object] = list(map(object.__new__, repeat(stand_in, count)))
        first = len(self._pool)
        where = zip(repeat(self), range(first, first + count), strict=False)
        deque(map(kind.__dict__[slots(kind)[0]].__set__, found, where), maxlen=0)
        return found

    def _object(self, number: int) -> object:
        kind = self._kinds[bisect_right(self._starts, number) - 1]
        found: object = object.__new__(kind)
        self._pool[number] = found
        self.fill(kind, found, number)
        return found

    def fill(self, kind: type, record: object, number: int) -> None:
        """Give an empty object its fields, past the `__setattr__` that keeps a frozen object as it is."""
        at, count, start = self._columns[kind]
        at += number - start
        for name in slots(kind):
            kind.__dict__[name].__set__(record, self.get(self._numbers[at]))
            at += count

    def _dict(self, number: int) -> dict[object, object]:
        found: dict[object, object] = {}
        self._pool[number] = found
        keys, values, end = self._dicts[number - self._first_dict]
        found.update(
            zip(
                self._several(self._numbers[keys : values - 1]),
                self._several(self._numbers[values:end]),
                strict=True,
            )
        )
        return found


def _fractions(texts: list[str]) -> list[Fraction]:
    if not texts:
        return []
    from fractions import Fraction

    return [Fraction(text) for text in texts]


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
