"""Data classes with slots as in `dataclasses`, at a twentieth of the price: there each costs 0.6 ms at every start.

To a type checker these *are* those of `dataclasses`, and `frozen`, `eq`, `repr`, `field` and `replace` mean the same.
There is no `order`, `kw_only`, `__post_init__` or inheritance of fields.
"""

from __future__ import annotations

from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
    from typing import Any

    _Fill = Callable[[object, object], None]
    _Completed = Callable[[tuple[object, ...], dict[str, object]], tuple[object, ...]]

_OF_CLASS_WITHOUT_SLOTS = ("__dict__", "__weakref__")


class FrozenRecordError(AttributeError):
    """Somebody tried to change an object that never changes."""


def field_names(kind: type) -> tuple[str, ...]:
    """The fields of a record class, in order."""
    return _fields(kind).names


class _Field:
    """What a class body says of a field beside its type."""

    __slots__ = ("compare", "factory", "init", "repr")

    def __init__(self, factory: Callable[[], object], init: bool, repr: bool, compare: bool) -> None:
        self.factory, self.init, self.repr, self.compare = factory, init, repr, compare


class _Fields:
    """The fields of a class: names, what stands for one left out, and which are taken, shown and compared."""

    __slots__ = ("changeable", "compared", "defaults", "names", "shown", "tail", "taken")

    def __init__(self, names: tuple[str, ...], defaults: dict[str, object]) -> None:
        special = {name: each for name, each in defaults.items() if isinstance(each, _Field)}
        self.names, self.defaults = names, defaults
        self.taken = tuple(name for name in names if name not in special or special[name].init)
        self.changeable = frozenset(self.taken)
        self.shown = tuple(name for name in names if name not in special or special[name].repr)
        self.compared = tuple(name for name in names if name not in special or special[name].compare)
        # What stands for the last fields when a call leaves them out; None where that is made anew each time.
        self.tail = None if special else tuple(defaults[name] for name in names if name in defaults)

    def endings(self) -> dict[int, tuple[object, ...]]:
        """By the number of values given in order: what stands for those left out, where that is the same each time."""
        if self.taken != self.names:
            return {}
        found: dict[int, tuple[object, ...]] = {len(self.names): ()}
        for at in reversed(range(len(self.names))):
            default = self.defaults.get(self.names[at], self)
            if default is self or isinstance(default, _Field):
                break
            found[at] = (default, *found[at + 1])
        return found

    def values(self, kind: str, given: tuple[object, ...], named: dict[str, object]) -> tuple[object, ...]:
        """A value for every field, from the arguments of a call and what stands for the rest."""
        if not named and self.tail is not None and 0 <= len(self.names) - len(given) <= len(self.tail):
            return given + self.tail[len(given) - len(self.names) + len(self.tail) :]
        values = dict(zip(self.taken, given, strict=False))
        wrong = [name for name in named if name in values or name not in self.taken]
        if wrong or len(given) > len(self.taken):
            raise TypeError(
                f"{kind}() takes {', '.join(self.taken)}, each once; it was given {wrong or given}"
            )
        values.update(named)
        for name in self.names:
            if name not in values:
                if name not in self.defaults:
                    raise TypeError(f"{kind}() was not given {name}")
                default = self.defaults[name]
                values[name] = default.factory() if isinstance(default, _Field) else default
        return tuple(values[name] for name in self.names)


class _StandardFields:
    """What `dataclasses.fields` and `is_dataclass` look for, made when somebody looks: tests do, the program not."""

    __slots__ = ()

    def __get__(self, record: object, kind: type) -> dict[str, Any]:
        import dataclasses

        types, fields = kind.__annotations__, _fields(kind)
        made = dataclasses.make_dataclass(
            kind.__name__,
            [
                (name, types[name], dataclasses.field(init=name in fields.taken, default=None))
                for name in fields.names
            ],
        )
        standard: dict[str, Any] = vars(made)["__dataclass_fields__"]
        kind.__dataclass_fields__ = standard  # type: ignore[attr-defined]
        return standard


def _dataclass(
    plain: type | None = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = True,
    eq: bool = True,
    repr: bool = True,
) -> type | Callable[[type], type]:
    """The class anew, with slots for its annotated names; what its body defines itself stays as it is."""

    def made(plain: type) -> type:
        body = {name: value for name, value in plain.__dict__.items() if name not in _OF_CLASS_WITHOUT_SLOTS}
        names = tuple(body.get("__annotations__", ()))
        fields = _Fields(names, {name: body.pop(name) for name in names if name in body})
        added: dict[str, object] = {"__record__": fields, "__match_args__": fields.taken, "__slots__": names}
        added["__dataclass_fields__"] = _StandardFields()
        if repr:
            added["__repr__"] = _repr
        if eq:
            added |= _equality(fields.compared, hashable=frozen)
        if frozen:
            added |= {"__setattr__": _refuse, "__delattr__": _refuse, "__reduce__": _reduce}
        kind = type(plain)(plain.__name__, plain.__bases__, {**added, **body})
        kind.__init__ = _initialiser(kind, fields)  # type: ignore[misc]
        return kind

    if not slots:
        raise TypeError("a record has slots")
    return made if plain is None else made(plain)


def _initialiser(kind: type, fields: _Fields) -> Callable[..., None]:
    # Filling a slot by its descriptor passes by `__setattr__`, in half the time of `object.__setattr__`.
    fills = tuple(kind.__dict__[name].__set__ for name in fields.names)
    endings = fields.endings()
    count = len(fields.names) if fields.taken == fields.names else -1

    def completed(given: tuple[object, ...], named: dict[str, object]) -> tuple[object, ...]:
        ending = None if named else endings.get(len(given))
        return fields.values(kind.__name__, given, named) if ending is None else given + ending

    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807
        if named or len(given) != count:
            given = completed(given, named)
        for fill, value in zip(fills, given):  # noqa: B905  # as many: `strict` would cost as much as a field
            fill(self, value)

    written_out = _WRITTEN_OUT.get(len(fills))
    return __init__ if written_out is None else written_out(fills, count, completed)


def _of_two(fills: tuple[_Fill, ...], count: int, completed: _Completed) -> Callable[..., None]:
    first, second = fills

    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807
        one, two = completed(given, named) if named or len(given) != count else given
        first(self, one)
        second(self, two)

    return __init__


def _of_three(fills: tuple[_Fill, ...], count: int, completed: _Completed) -> Callable[..., None]:
    first, second, third = fills

    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807
        one, two, three = completed(given, named) if named or len(given) != count else given
        first(self, one)
        second(self, two)
        third(self, three)

    return __init__


def _of_five(fills: tuple[_Fill, ...], count: int, completed: _Completed) -> Callable[..., None]:
    first, second, third, fourth, fifth = fills

    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807
        one, two, three, four, five = completed(given, named) if named or len(given) != count else given
        first(self, one)
        second(self, two)
        third(self, three)
        fourth(self, four)
        fifth(self, five)

    return __init__


_WRITTEN_OUT: dict[int, Callable[[tuple[_Fill, ...], int, _Completed], Callable[..., None]]] = {
    2: _of_two,
    3: _of_three,
    5: _of_five,
}
"""Without a loop, in little over half of the time, for the sizes of which most are made: places in a text have five."""


def _equality(compared: tuple[str, ...], *, hashable: bool) -> dict[str, object]:
    values: Callable[[object], object] = attrgetter(*compared) if compared else _nothing

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if hashable else None}


def _nothing(record: object) -> object:
    return ()


def _fields(kind: type) -> _Fields:
    fields: _Fields = kind.__record__  # type: ignore[attr-defined]
    return fields


def _repr(self: object) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in _fields(type(self)).shown)
    return f"{type(self).__qualname__}({shown})"


def _refuse(self: object, name: str, value: object = None) -> None:
    raise FrozenRecordError(f"cannot change {name!r} of {type(self).__name__}")


def _reduce(self: object) -> tuple[type, tuple[object, ...]]:
    return type(self), tuple(getattr(self, name) for name in _fields(type(self)).taken)


def _field(
    *, default_factory: Callable[[], object], init: bool = True, repr: bool = True, compare: bool = True
) -> _Field:
    """A field whose value is made anew for each object when it is not given."""
    return _Field(default_factory, init, repr, compare)


def _replace(record: Any, /, **changes: object) -> Any:
    """A copy with other values in the fields named."""
    fields = _fields(type(record))
    if not fields.changeable.issuperset(changes):
        raise TypeError(f"{type(record).__name__} has no {', '.join(changes.keys() - fields.changeable)}")
    values = [changes[name] if name in changes else getattr(record, name) for name in fields.taken]
    return type(record)(*values)


if not TYPE_CHECKING:
    dataclass, field, replace = _dataclass, _field, _replace
