"""Data classes with slots as in `dataclasses`, at a twentieth of the price: there each costs 0.6 ms at every start.

To a type checker these *are* those of `dataclasses`, and `frozen`, `eq`, `repr`, `field` and `replace` mean the same.
There is no `order`, `kw_only`, `__post_init__` or inheritance of fields. Frozen classes of which a case makes many
objects are quicker to make as in `packed`.
"""

from __future__ import annotations

from _operator import attrgetter  # `operator` is this and more

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
    from typing import Any

    Fill = Callable[[object, Any], None]

OF_CLASS_WITHOUT_SLOTS = ("__dict__", "__weakref__")


class FrozenRecordError(AttributeError):
    """Somebody tried to change an object that never changes."""


def field_names(kind: type) -> tuple[str, ...]:
    """The fields of a record class, in order."""
    return _fields(kind).names


def field_values(record: object) -> tuple[object, ...]:
    """The values of all fields of a record, in order."""
    return _fields(type(record)).values_of(record)


class _Field:
    """What a class body says of a field beside its type."""

    __slots__ = ("compare", "factory", "init", "repr")

    def __init__(self, factory: Callable[[], object], init: bool, repr: bool, compare: bool) -> None:
        self.factory, self.init, self.repr, self.compare = factory, init, repr, compare


class Fields:
    """The fields of a class: names, what stands for one left out, and which are taken, shown and compared."""

    __slots__ = ("compared", "defaults", "names", "orders", "places", "shown", "tail", "taken", "values_of")

    def __init__(self, names: tuple[str, ...], defaults: dict[str, object]) -> None:
        special = {name: each for name, each in defaults.items() if isinstance(each, _Field)}
        self.names, self.defaults = names, defaults
        self.taken = tuple(name for name in names if name not in special or special[name].init)
        self.places = {name: place for place, name in enumerate(self.taken)}
        self.values_of = _values_of(self.taken)
        self.shown = tuple(name for name in names if name not in special or special[name].repr)
        self.compared = tuple(name for name in names if name not in special or special[name].compare)
        # What stands for the last fields when a call leaves them out; None where that is made anew each time.
        self.tail = None if special else tuple(defaults[name] for name in names if name in defaults)
        # By how a call names its arguments, where they and the defaults after them come to stand.
        self.orders: dict[tuple[object, ...], tuple[tuple[int, ...], tuple[object, ...]]] = {}

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
        call = (len(given), *named)
        known = self.orders.get(call)
        if known is not None:
            order, rest = known
            every = (*given, *named.values(), *rest)
            return tuple([every[at] for at in order])
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
        if self.tail is not None:
            called = [*self.taken[: len(given)], *named]
            left = [name for name in self.names if name not in called]
            places = [(*called, *left).index(name) for name in self.names]
            self.orders[call] = (tuple(places), tuple(values[name] for name in left))
        return tuple(values[name] for name in self.names)


class StandardFields:
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
        body = {name: value for name, value in plain.__dict__.items() if name not in OF_CLASS_WITHOUT_SLOTS}
        names = tuple(body.get("__annotations__", ()))
        fields = Fields(names, {name: body.pop(name) for name in names if name in body})
        added: dict[str, object] = {"__record__": fields, "__match_args__": fields.taken, "__slots__": names}
        added["__dataclass_fields__"] = StandardFields()
        if repr:
            added["__repr__"] = shown
        if eq:
            added |= _equality(fields.compared, hashable=frozen)
        if frozen:
            added |= {"__setattr__": refuse, "__delattr__": refuse, "__reduce__": taken_apart}
        kind = type(plain)(plain.__name__, plain.__bases__, {**added, **body})
        kind.__init__ = _initialiser(kind, fields)  # type: ignore[misc]
        return kind

    if not slots:
        raise TypeError("a record has slots")
    return made if plain is None else made(plain)


def _initialiser(kind: type, fields: Fields) -> Callable[..., None]:
    # Filling a slot by its descriptor passes by `__setattr__`, in half the time of `object.__setattr__`.
    fills = tuple(kind.__dict__[name].__set__ for name in fields.names)
    if fields.tail is not None and 0 < len(fills) <= len(_SHORT):
        return _named(_SHORT[len(fills) - 1](*fills), kind, fields)
    endings = fields.endings()
    count = len(fields.names) if fields.taken == fields.names else -1

    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807
        if named or len(given) != count:
            ending = None if named else endings.get(len(given))
            given = fields.values(kind.__name__, given, named) if ending is None else given + ending
        for fill, value in zip(fills, given):  # noqa: B905  # as many: `strict` would cost as much as a field
            fill(self, value)

    return __init__


def _of_1(s1: Fill) -> Callable[..., None]:
    def fill(self: object, v1: Any) -> None:
        s1(self, v1)

    return fill


def _of_2(s1: Fill, s2: Fill) -> Callable[..., None]:
    def fill(self: object, v1: Any, v2: Any) -> None:
        s1(self, v1)
        s2(self, v2)

    return fill


def _of_3(s1: Fill, s2: Fill, s3: Fill) -> Callable[..., None]:
    def fill(self: object, v1: Any, v2: Any, v3: Any) -> None:
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)

    return fill


def _of_4(s1: Fill, s2: Fill, s3: Fill, s4: Fill) -> Callable[..., None]:
    def fill(self: object, v1: Any, v2: Any, v3: Any, v4: Any) -> None:
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)
        s4(self, v4)

    return fill


def _of_5(s1: Fill, s2: Fill, s3: Fill, s4: Fill, s5: Fill) -> Callable[..., None]:
    def fill(self: object, v1: Any, v2: Any, v3: Any, v4: Any, v5: Any) -> None:
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)
        s4(self, v4)
        s5(self, v5)

    return fill


def _of_6(s1: Fill, s2: Fill, s3: Fill, s4: Fill, s5: Fill, s6: Fill) -> Callable[..., None]:
    def fill(self: object, v1: Any, v2: Any, v3: Any, v4: Any, v5: Any, v6: Any) -> None:
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)
        s4(self, v4)
        s5(self, v5)
        s6(self, v6)

    return fill


_SHORT = (_of_1, _of_2, _of_3, _of_4, _of_5, _of_6)
"""Most records have few fields: without a loop they are made in half the time."""


def _named(fill: Any, kind: type, fields: Fields) -> Callable[..., None]:
    """The same function for the fields of a class: by their names, and with what stands for those left out."""
    fill.__code__ = fill.__code__.replace(co_varnames=("self", *fields.names))
    fill.__defaults__ = fields.tail or None
    fill.__name__, fill.__qualname__ = "__init__", f"{kind.__qualname__}.__init__"
    made: Callable[..., None] = fill
    return made


def _equality(compared: tuple[str, ...], *, hashable: bool) -> dict[str, object]:
    values = _values_of(compared)

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if hashable else None}


def _values_of(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    """What gives the values of these fields of an object."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple([getattr(record, name) for name in names])


def _fields(kind: type) -> Fields:
    fields: Fields = kind.__record__  # type: ignore[attr-defined]
    return fields


def shown(self: object) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in _fields(type(self)).shown)
    return f"{type(self).__qualname__}({shown})"


def refuse(self: object, name: str, value: object = None) -> None:
    raise FrozenRecordError(f"cannot change {name!r} of {type(self).__name__}")


def taken_apart(self: object) -> tuple[type, tuple[object, ...]]:
    return type(self), tuple(getattr(self, name) for name in _fields(type(self)).taken)


def _field(
    *, default_factory: Callable[[], object], init: bool = True, repr: bool = True, compare: bool = True
) -> _Field:
    """A field whose value is made anew for each object when it is not given."""
    return _Field(default_factory, init, repr, compare)


def _replace(record: Any, /, **changes: object) -> Any:
    """A copy with other values in the fields named."""
    fields = _fields(type(record))
    if not fields.places.keys() >= changes.keys():
        raise TypeError(f"{type(record).__name__} has no {', '.join(changes.keys() - fields.places.keys())}")
    values = list(fields.values_of(record))
    for name, value in changes.items():
        values[fields.places[name]] = value
    return type(record)(*values)


if not TYPE_CHECKING:
    dataclass, field, replace = _dataclass, _field, _replace
