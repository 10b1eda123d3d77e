"""Frozen data of a closed list of classes as bytes and back, fast to read. Knows no regulation and no file.

The bytes hold texts and numbers, never code: reading them makes objects of the classes given and of nothing else.

Reading is on the way to every answer, so the layout is by column. All things stand in one row, the pool, and are named
by their number in it. Objects are made empty first and then filled field by field, for all objects of a class at once.
"""

from __future__ import annotations

from collections import deque
from enum import Enum
from itertools import repeat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from fractions import Fraction
    from typing import Final

_FIXED: tuple[object, ...] = (None, True, False)
_SEPARATOR = "\0"
_WORD: Final = 4
_CODE: Final = "I"
"""Numbers in the bytes: of 32 bits, in the byte order of the machine."""


class CodecError(ValueError):
    """Something that cannot be written, or bytes that are not what a codec wrote."""


class Codec:
    """Writes and reads objects of `classes` (with slots), tuples and dicts of these, plain values, members of `enums`.

    What is read equals what was written, in structure and type; what was one object is one object again.
    """

    def __init__(self, classes: Iterable[type], enums: Iterable[type[Enum]]) -> None:
        self._classes = {each.__name__: each for each in classes}
        self._enums = {each.__name__: each for each in enums}

    def encode(self, root: object) -> bytes:
        """The bytes of `root` with all it is made of. Raises CodecError where that is of another class."""
        try:
            return _Writer(self._classes, self._enums, root).write(root)
        except (ValueError, OverflowError, RecursionError) as error:
            raise CodecError(str(error)) from error

    def decode(self, data: bytes) -> object:
        """What `encode` was given. Raises CodecError on bytes of another form; finding damage takes a checksum."""
        try:
            return self._read(_Reader(data))
        except (ValueError, LookupError, TypeError, ArithmeticError) as error:
            raise CodecError(str(error)) from error

    def _read(self, reader: _Reader) -> object:
        pool: list[object] = [*_FIXED, *reader.texts()]
        pool += map(int, reader.texts())
        pool += _fractions(reader.texts())
        pool += _dates(reader.row())
        for text in reader.texts():
            name, _, member = text.partition(".")
            pool.append(self._enums[name][member])
        classes = [self._classes[name] for name in reader.texts()]
        made: list[list[object]] = [_empty(each, reader.count()) for each in classes]
        for objects in made:
            pool += objects
        dicts: list[dict[object, object]] = [{} for _ in range(reader.count())]
        pool += dicts
        for size in reader.row():
            pool.append(tuple([pool[number] for number in reader.numbers(size)]))
        for each in dicts:
            keys, values = reader.row(), reader.row()
            each.update(zip(_picked(pool, keys), _picked(pool, values), strict=True))
        for kind, objects in zip(classes, made, strict=True):
            for fill in _slot_setters(kind):
                deque(map(fill, objects, _picked(pool, reader.numbers(len(objects)))), maxlen=0)
        root = pool[reader.number()]
        reader.end()
        return root


def _fractions(texts: list[str]) -> list[Fraction]:
    if not texts:
        return []
    from fractions import Fraction

    return [Fraction(text) for text in texts]


def _dates(ordinals: list[int]) -> list[date]:
    if not ordinals:
        return []
    from datetime import date

    return [date.fromordinal(each) for each in ordinals]


def _empty(kind: type, count: int) -> list[object]:
    return list(map(object.__new__, repeat(kind, count)))


def slots(kind: type) -> Sequence[str]:
    """The fields of a class, in order."""
    names: Sequence[str] = kind.__dict__["__slots__"]
    return names


def _slot_setters(kind: type) -> Iterator[Callable[[object, object], None]]:
    """How each field is filled, past the `__setattr__` that keeps a frozen object as it is."""
    return (kind.__dict__[name].__set__ for name in slots(kind))


def _picked(pool: list[object], numbers: list[int]) -> Iterator[object]:
    return map(pool.__getitem__, numbers)


class _Reader:
    """Hands out numbers and texts in the order in which they were written."""

    def __init__(self, data: bytes) -> None:
        start = _WORD * (1 + int.from_bytes(data[:_WORD], "little"))
        self._numbers: list[int] = memoryview(data)[_WORD:start].cast(_CODE).tolist()
        self._texts = data[start:].decode("utf-8").split(_SEPARATOR)[:-1]
        self._at = 0
        self._text_at = 0

    def number(self) -> int:
        """The next number."""
        self._at += 1
        return self._numbers[self._at - 1]

    def count(self) -> int:
        """The next number, as the number of things that follow; each of those takes a number at least."""
        count = self.number()
        if count > len(self._numbers):
            raise ValueError("more things than there are numbers")
        return count

    def numbers(self, count: int) -> list[int]:
        """The next `count` numbers."""
        self._at += count
        return self._numbers[self._at - count : self._at]

    def row(self) -> list[int]:
        """A row of numbers; the number before them says how many."""
        return self.numbers(self.number())

    def texts(self) -> list[str]:
        """A row of texts; the next number says how many."""
        count = self.number()
        self._text_at += count
        return self._texts[self._text_at - count : self._text_at]

    def end(self) -> None:
        """Raises ValueError unless exactly everything was handed out, so that no row was cut short."""
        if (self._at, self._text_at) != (len(self._numbers), len(self._texts)):
            raise ValueError("numbers or texts are missing or left over")


class _Writer:
    """Collects what there is, gives each thing its number in the pool, and writes those numbers."""

    def __init__(self, classes: dict[str, type], enums: dict[str, type[Enum]], root: object) -> None:
        from datetime import date
        from fractions import Fraction

        self._plain: dict[type, dict[object, None]] = {kind: {} for kind in (str, int, Fraction, date)}
        self._members: dict[type, dict[object, None]] = {kind: {} for kind in enums.values()}
        self._objects: dict[type, dict[int, object]] = {kind: {} for kind in classes.values()}
        self._dicts: dict[int, dict[object, object]] = {}
        self._collect(root)
        self._by_value = {(type(each), each): number for number, each in enumerate(_FIXED)}
        self._by_id: dict[int, int] = {}
        self._number_all()
        self._first_tuple = len(self._by_value) + len(self._by_id)
        self._tuples: dict[tuple[int, ...], int] = {}

    def write(self, root: object) -> bytes:
        """The bytes; `root` is what was collected."""
        filling: list[int] = []
        for each in self._dicts.values():
            filling += (len(each), *map(self._number, each))
            filling += (len(each), *map(self._number, each.values()))
        for kind, objects in self._objects.items():
            for name in slots(kind) if objects else ():
                filling += [self._number(getattr(each, name)) for each in objects.values()]
        filling.append(self._number(root))
        numbers, texts = self._head()
        numbers += (len(self._tuples), *map(len, self._tuples))
        for items in self._tuples:
            numbers += items
        return _packed(numbers + filling, texts)

    def _collect(self, root: object) -> None:
        waiting = [root]
        while waiting:
            value = waiting.pop()
            kind = type(value)
            objects = self._objects.get(kind)
            if objects is not None:
                if id(value) not in objects:
                    objects[id(value)] = value
                    waiting += [getattr(value, name) for name in slots(kind)]
            elif kind in self._plain:
                self._plain[kind][value] = None
            elif isinstance(value, tuple):
                waiting += value
            elif isinstance(value, dict):
                if id(value) not in self._dicts:
                    self._dicts[id(value)] = value
                    waiting += (*value, *value.values())
            elif kind in self._members:
                self._members[kind][value] = None
            elif not any(value is each for each in _FIXED):
                raise ValueError(f"a {kind.__name__} cannot be written")

    def _number_all(self) -> None:
        """In the order of the pool: plain values, members, objects, dicts; tuples come later, after what is in them."""
        for found in (self._plain, self._members):
            for kind, values in found.items():
                for each in values:
                    self._by_value[kind, each] = len(self._by_value)
        for key in (*(key for objects in self._objects.values() for key in objects), *self._dicts):
            self._by_id[key] = len(self._by_value) + len(self._by_id)

    def _number(self, value: object) -> int:
        if isinstance(value, tuple):
            items = tuple(map(self._number, value))
            return self._tuples.setdefault(items, self._first_tuple + len(self._tuples))
        number = self._by_id.get(id(value))
        return self._by_value[type(value), value] if number is None else number

    def _head(self) -> tuple[list[int], list[str]]:
        """What stands in the pool before the tuples."""
        numbers: list[int] = []
        texts: list[str] = []

        def put(row: Iterable[str]) -> None:
            before = len(texts)
            texts.extend(row)
            numbers.append(len(texts) - before)

        from datetime import date
        from fractions import Fraction

        for kind in (str, int, Fraction):
            put(map(str, self._plain[kind]))
        days = [each.toordinal() for each in self._plain[date] if isinstance(each, date)]
        numbers += (len(days), *days)
        members = [each for values in self._members.values() for each in values]
        put(f"{type(each).__name__}.{each.name}" for each in members if isinstance(each, Enum))
        used = {kind: len(objects) for kind, objects in self._objects.items() if objects}
        put(kind.__name__ for kind in used)
        numbers += (*used.values(), len(self._dicts))
        return numbers, texts


def _packed(numbers: list[int], texts: list[str]) -> bytes:
    if any(_SEPARATOR in text for text in texts):
        raise ValueError("a text holds the separator of texts")
    row = memoryview(bytearray(_WORD * len(numbers))).cast(_CODE)
    for at, number in enumerate(numbers):
        row[at] = number
    text = "".join(f"{each}{_SEPARATOR}" for each in texts)
    return len(numbers).to_bytes(_WORD, "little") + row.tobytes() + text.encode("utf-8")
