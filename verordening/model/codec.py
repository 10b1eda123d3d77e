"""Frozen data of a closed list of classes as bytes and back, fast to read. Knows no regulation and no file.

The bytes hold texts and numbers, never code: reading them makes objects of the classes given and of nothing else.

Reading is on the way to every answer, so all things stand in one row, the pool, and are named by their number in it.
The fields of the objects of a class stand object by object after it. `codec_reading` goes back.
"""

from __future__ import annotations

from itertools import groupby

from verordening.choices import Enum
from verordening.model.codec_reading import (
    CODE,
    FIXED,
    SEPARATOR,
    WORD,
    Pool,
    in_reading_order,
    settled,
    slots,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Codec", "CodecError", "slots"]


class CodecError(ValueError):
    """Something that cannot be written, or bytes that are not what a codec wrote."""


class Codec:
    """Writes and reads objects of `classes` (with slots), tuples and dicts of these, plain values, members of `enums`.

    What is read equals what was written, in structure and type; what was one object is one object again. Objects of the
    classes `lazily`, records that compare by identity, are read when somebody looks at them; the fields named with a
    class not before somebody looks at one of those. Those `at_once` are all read beforehand: the many small ones.
    """

    def __init__(
        self,
        classes: Iterable[type],
        enums: Iterable[type[Enum]],
        lazily: Mapping[type, Iterable[str]] | None = None,
        at_once: Iterable[type] = (),
    ) -> None:
        self._classes = {each.__name__: each for each in classes}
        self._enums = {each.__name__: each for each in enums}
        self._lazily = lazily or {}
        self._at_once = frozenset(at_once)

    def encode(self, root: object) -> bytes:
        """The bytes of `root` with all it is made of. Raises CodecError where that is of another class."""
        try:
            return _Writer(self._classes, self._enums, self._lazily, self._at_once, root).write(root)
        except (ValueError, OverflowError, RecursionError) as error:
            raise CodecError(str(error)) from error

    def decode(self, data: bytes) -> object:
        """What `encode` was given. Raises CodecError on bytes of another form; finding damage takes a checksum."""
        try:
            return Pool(data, self._classes, self._enums, self._lazily).root
        except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError) as error:
            raise CodecError(str(error)) from error


class _Writer:
    """Collects what there is, gives each thing its number in the pool, and writes those numbers."""

    def __init__(
        self,
        classes: dict[str, type],
        enums: dict[str, type[Enum]],
        lazily: Mapping[type, Iterable[str]],
        at_once: frozenset[type],
        root: object,
    ) -> None:
        from datetime import date
        from fractions import Fraction

        self._lazily = lazily
        self._plain: dict[type, dict[object, None]] = {kind: {} for kind in (str, int, Fraction, date)}
        self._members: dict[type, dict[object, None]] = {kind: {} for kind in enums.values()}
        self._objects: dict[type, dict[int, object]] = {kind: {} for kind in classes.values()}
        self._dicts: dict[int, dict[object, object]] = {}
        self._rows: dict[int, tuple[object, ...]] = {}
        self._collect(root)
        self._by_value = {(type(each), each): number for number, each in enumerate(FIXED)}
        for found in (self._plain, self._members):
            for kind, values in found.items():
                for each in values:
                    self._by_value[kind, each] = len(self._by_value)
        self._by_id: dict[int, int] = {}
        self._tuples: dict[tuple[int, ...], int] = {}
        self._runs: list[tuple[int, int]] = []
        self._kinds = at_once & {kind for kind, objects in self._objects.items() if objects}
        while self._number_all():
            pass
        self._first_other = len(self._by_value) + len(self._by_id) + len(self._tuples)
        self._others: dict[tuple[int, ...], int] = {}

    def write(self, root: object) -> bytes:
        """The bytes; `root` is what was collected."""
        filling: list[int] = []
        for each in self._dicts.values():
            filling += (len(each), *map(self._number, each))
            filling += (len(each), *map(self._number, each.values()))
        for kind, objects in self._objects.items():
            names = in_reading_order(kind, self._lazily.get(kind, ()))
            rows = [[self._number(getattr(each, name)) for name in names] for each in objects.values()]
            for row in zip(*rows, strict=True) if kind in self._kinds else rows:
                filling += row
        filling.append(self._number(root))
        numbers, texts = self._head()
        for row in ([size for size, _ in self._runs], [count for _, count in self._runs]):
            numbers += (len(row), *row)
        numbers += (len(self._others), *map(len, self._others))
        for items in (*self._tuples, *self._others):
            numbers += items
        return _packed(numbers + filling, texts)

    def _collect(self, root: object) -> None:
        waiting = [root]
        texts = self._plain[str]
        while waiting:
            value = waiting.pop()
            kind = type(value)
            if kind is str:
                texts[value] = None
                continue
            if value is None or kind is bool:
                continue
            value = settled(value)
            kind = type(value)
            objects = self._objects.get(kind)
            if objects is not None:
                if id(value) not in objects:
                    objects[id(value)] = value
                    waiting += [getattr(value, name) for name in slots(kind)]
            elif kind in self._plain:
                self._plain[kind][value] = None
            elif isinstance(value, tuple):
                if id(value) not in self._rows:
                    self._rows[id(value)] = value
                    waiting += value
            elif isinstance(value, dict):
                if id(value) not in self._dicts:
                    self._dicts[id(value)] = value
                    waiting += (*value, *value.values())
            elif kind in self._members:
                self._members[kind][value] = None
            else:
                raise ValueError(f"a {kind.__name__} cannot be written")

    def _number_all(self) -> set[type]:
        """In the order of the pool. First what is there from the start: plain values, members, objects that are read
        lazily or at once, and all tuples of these. Then other objects and dicts; other tuples come after what is in
        them. Gives the classes that cannot be read at once after all, for they hold something that is not there.
        """
        order = {
            kind: 0 if kind in self._lazily else 1 if kind in self._kinds else 2 for kind in self._objects
        }
        self._objects = dict(sorted(self._objects.items(), key=lambda pair: order[pair[0]]))
        first = len(self._by_value)
        there = [key for kind, objects in self._objects.items() if order[kind] < 2 for key in objects]
        self._by_id = {key: first + at for at, key in enumerate(there)}
        tuples = self._number_tuples(first + len(there))
        wrong = {
            kind
            for kind in self._kinds
            for each in self._objects[kind].values()
            if not all(self._is_there(getattr(each, name), tuples) for name in slots(kind))
        }
        self._kinds -= wrong
        others = [key for objects in self._objects.values() for key in objects if key not in self._by_id]
        first += len(self._tuples)
        for key in (*others, *self._dicts):
            self._by_id[key] = first + len(self._by_id)
        return wrong

    def _number_tuples(self, first: int) -> set[int]:
        """The tuples in which all is there, after what is in them, and then by length."""
        self._tuples, self._runs = {}, []
        waiting = {id(each): each for each in self._rows.values()}
        there: set[int] = set()
        while True:
            now = [each for each in waiting.values() if all(self._is_there(one, there) for one in each)]
            if not now:
                return there
            there.update(map(id, now))
            for each in now:
                del waiting[id(each)]
            for size, run in groupby(sorted(now, key=len), len):
                before = len(self._tuples)
                for each in run:
                    self._tuples.setdefault(tuple(map(self._number, each)), first + len(self._tuples))
                self._runs += [(size, len(self._tuples) - before)]

    def _is_there(self, value: object, there: set[int]) -> bool:
        if isinstance(value, tuple):
            return id(value) in there
        if isinstance(value, dict):
            return False
        return id(value) in self._by_id or (type(value), value) in self._by_value

    def _number(self, value: object) -> int:
        if isinstance(value, tuple):
            items = tuple(map(self._number, value))
            known = self._tuples.get(items)
            return (
                self._others.setdefault(items, self._first_other + len(self._others))
                if known is None
                else known
            )
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
        numbers += (*used.values(), len(self._kinds), len(self._dicts))
        return numbers, texts


def _packed(numbers: list[int], texts: list[str]) -> bytes:
    if any(SEPARATOR in text for text in texts):
        raise ValueError("a text holds the separator of texts")
    row = memoryview(bytearray(WORD * len(numbers))).cast(CODE)
    for at, number in enumerate(numbers):
        row[at] = number
    text = "".join(f"{each}{SEPARATOR}" for each in texts)
    return len(numbers).to_bytes(WORD, "little") + row.tobytes() + text.encode("utf-8")
