"""Closed lists of named values as in `enum`, which with what it loads takes a tenth of every start.

To a type checker these *are* the classes of `enum`, and members behave alike: one object each, by name and by value, in
order, compared and hashed as `enum` does. There are no aliases, flags, `auto` or `_missing_`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import Enum as Enum
    from enum import IntEnum as IntEnum
    from enum import StrEnum as StrEnum
    from typing import Any

__all__ = ["Enum", "IntEnum", "StrEnum"]


class _Choices(type):
    """The class of these classes: what its body assigns, without an underscore and no method, is a member."""

    _by_name: dict[str, Any]
    _by_value: dict[object, Any]
    _made: Any

    def __new__(meta, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _Choices:
        values = {
            each: value
            for each, value in body.items()
            if not each.startswith("_") and not hasattr(value, "__get__")
        }
        rest = {each: value for each, value in body.items() if each not in values}
        kind = super().__new__(meta, name, bases, rest)
        kind._by_name, kind._by_value = {}, {}
        for each, value in values.items():
            if value in kind._by_value:
                raise TypeError(f"{name}.{each} has the value of another member")
            member = kind._made(kind, value)
            member.name, member.value = each, value
            kind._by_name[each] = kind._by_value[value] = member
            type.__setattr__(kind, each, member)
        return kind

    def __call__(cls, value: object) -> Any:
        """The member with this value. Raises ValueError."""
        found = cls._by_value.get(value)
        if found is None:
            raise ValueError(f"{value!r} is not a valid {cls.__name__}")
        return found

    def __getitem__(cls, name: str) -> Any:
        return cls._by_name[name]

    def __iter__(cls) -> Iterator[Any]:
        return iter(cls._by_name.values())

    def __len__(cls) -> int:
        return len(cls._by_name)

    def __contains__(cls, value: object) -> bool:
        return value in cls._by_value

    def __repr__(cls) -> str:
        return f"<enum {cls.__name__!r}>"

    def __setattr__(cls, name: str, value: object) -> None:
        if name in getattr(cls, "_by_name", ()):
            raise AttributeError(f"cannot change {cls.__name__}.{name}")
        type.__setattr__(cls, name, value)


class _Enum(metaclass=_Choices):
    name: str
    value: Any
    _made: Any = staticmethod(lambda kind, _: object.__new__(kind))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def __str__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __reduce_ex__(self, protocol: object) -> tuple[object, ...]:
        return type(self), (self.value,)


class _IntEnum(int, _Enum):
    _made = int.__new__
    __str__ = int.__repr__
    __repr__ = _Enum.__repr__


class _StrEnum(str, _Enum):
    _made = str.__new__
    __str__ = str.__str__
    __repr__ = _Enum.__repr__


if not TYPE_CHECKING:
    Enum, IntEnum, StrEnum = _Enum, _IntEnum, _StrEnum
