"""Frozen data classes that are quick to make: the values of an object stand in one tuple, which Python fills at once.

To fill a slot takes a call, and what is said of one case has some five hundred fields. To read a field takes a little
longer than in `records`, which is for all else. To a type checker these too are the classes of `dataclasses`.
"""

from __future__ import annotations

from _operator import itemgetter  # `operator` is this and more

from verordening.records import (
    OF_CLASS_WITHOUT_SLOTS,
    Fields,
    StandardFields,
    refuse,
    replace,
    shown,
    taken_apart,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as packed_dataclass
    from typing import Any
    from typing import NamedTuple as NamedTuple

__all__ = ["NamedTuple", "packed_dataclass"]

_new = tuple.__new__

try:
    # What `namedtuple` reads its fields with: three times as quick as a property.
    from _collections import _tuplegetter as _field_at  # type: ignore[import-not-found]
except ImportError:

    def _field_at(place: int, doc: str) -> property:
        return property(itemgetter(place), doc=doc)


def _packed_dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
    """The class anew, without slots of its own. Each field is compared; what stands for one left out is fixed."""

    def made(plain: type) -> type:
        body = {name: value for name, value in plain.__dict__.items() if name not in OF_CLASS_WITHOUT_SLOTS}
        names = tuple(body["__annotations__"])
        fields = Fields(names, {name: body.pop(name) for name in names if name in body})
        if fields.tail is None:
            raise TypeError("a packed record has no `field(…)`")
        fields.values_of = tuple  # type: ignore[assignment]
        added: dict[str, object] = {"__record__": fields, "__match_args__": names, "__slots__": ()}
        added |= {"__dataclass_fields__": StandardFields(), "__new__": _maker(fields), "__repr__": shown}
        added |= {"__eq__": _equal, "__ne__": _differs, "__hash__": tuple.__hash__}
        added |= {"__setattr__": refuse, "__delattr__": refuse, "__reduce__": taken_apart}
        added |= {name: _field_at(place, "") for place, name in enumerate(names)}
        return type(plain.__name__, (tuple,), {**added, **body})

    if not frozen or not slots:
        raise TypeError("a packed record is frozen and has no dictionary")
    return made


class _NamedTuple(type):
    """Of the classes that inherit from `NamedTuple`: tuples with names, made without `exec` and without `typing`."""

    def __new__(meta, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
        names = tuple(body.get("__annotations__", ()))
        fields = Fields(names, {each: body.pop(each) for each in names if each in body})
        fields.values_of = tuple  # type: ignore[assignment]
        added: dict[str, object] = {"__record__": fields, "__match_args__": names, "__slots__": ()}
        added |= {"_fields": names, "_field_defaults": fields.defaults, "_replace": replace}
        added |= {"__new__": _maker(fields), "__repr__": shown, "__reduce__": taken_apart}
        added |= {each: _field_at(place, "") for place, each in enumerate(names)}
        return type.__new__(type, name, (tuple,), {**added, **body})


def _maker(fields: Fields) -> Callable[..., object]:
    endings, count = fields.endings(), len(fields.names)

    def __new__(kind: type, /, *given: object, **named: object) -> object:  # noqa: N807
        if named or len(given) != count:
            ending = None if named else endings.get(len(given))
            given = fields.values(kind.__name__, given, named) if ending is None else given + ending
        return _new(kind, given)

    return __new__


def _equal(self: tuple[Any, ...], other: object) -> bool:
    return other.__class__ is self.__class__ and _same_values(self, other)


def _differs(self: tuple[Any, ...], other: object) -> bool:
    return not _equal(self, other)


_same_values = tuple.__eq__


if not TYPE_CHECKING:
    packed_dataclass = _packed_dataclass
    NamedTuple = type.__new__(_NamedTuple, "NamedTuple", (), {})
