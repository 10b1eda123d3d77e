"""Answers written into the text of a case. What else stands there, comments too, stays as it is wherever YAML allows.

A text that is written in a way that leaves no line to change (all of it between braces) is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Keys
from collections.abc import Sequence as Items
from typing import Final, TypeAlias

from verordening.language.source import Source
from verordening.model.case_names import KEYS
from verordening.model.yaml_reading import Mapping, Node, Scalar, Sequence, parse_yaml

Written: TypeAlias = "str | Items[Written] | Keys[str, Written]"
"""What stands behind a key: a text, a list, or keys of its own."""

_STEP: Final = "  "
_PLAIN: Final = re.compile(r"(?:[^\W_]|€)(?:[^\n:#]|:(?=\S)|(?<=\S)#)*\Z")
"""Texts that need no quotes: they begin with a letter, digit or €, and hold no `: ` and no ` #`."""


def with_value(text: str, path: Items[str], value: Written) -> str:
    """The case with `value` behind the last key of `path`. Raises InputError on what is no YAML.

    A key that is a number (from 0) stands for that item of a list, which must be there.
    """
    root = parse_yaml(Source("casus", text)).root
    wanted = _set(_plain(root), path, value)
    edited = _Edit(text).set(root, path, value)
    return edited if _holds(edited, wanted) else block(wanted, "")


def without_value(text: str, path: Items[str]) -> str:
    """The case without the last key of `path`; keys above it that are then empty go as well. Raises InputError."""
    root = parse_yaml(Source("casus", text)).root
    wanted = _without(_plain(root), path)
    edited = _Edit(text).remove(root, path)
    return edited if _holds(edited, wanted) else block(wanted, "")


def data_of(text: str) -> dict[str, Written]:
    """What a case says, as plain texts, lists and keys. Raises InputError on what is no YAML."""
    return _plain(parse_yaml(Source("casus", text)).root)


class _Edit:
    """Changes lines of one text."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")

    def set(self, root: Mapping, path: Items[str], value: Written) -> str:
        parent, rest = root, list(path)
        while rest:
            key, node = parent.key(rest[0]), parent.get(rest[0])
            if key is None or node is None:
                return self._insert(parent, rest[0], _nested(rest[1:], value), top=parent is root)
            rest.pop(0)
            if not rest:
                return self._replace(key, node, value)
            inner, above = node, 0
            while isinstance(inner, Sequence) and not self._is_flow(inner) and _is_inside(rest[above:]):
                inner = inner.items[int(rest[above])]
                above += 1
            if not isinstance(inner, Mapping) or self._is_flow(inner):
                return self._replace(key, node, _within(_data(node), rest, value))
            parent, rest = inner, rest[above:]
        return self._text()

    def remove(self, root: Mapping, path: Items[str]) -> str:
        """Take out the highest key that holds nothing but what is to go."""
        parent: Node = root
        out: tuple[Scalar, Node] | None = None
        for name in path:
            if isinstance(parent, Sequence) and name.isdigit() and int(name) < len(parent.items):
                # What an item of a list is left with stays an item: the others keep their place.
                parent, out = parent.items[int(name)], None
                continue
            key = parent.key(name) if isinstance(parent, Mapping) else None
            node = parent.get(name) if isinstance(parent, Mapping) else None
            if key is None or node is None or not isinstance(parent, Mapping):
                return self._text()
            if self._is_flow(parent) and len(parent.entries) > 1:
                return self._text()
            if out is None or len(parent.entries) > 1:
                out = key, node
            parent = node
        if out is not None:
            first = out[0].span.line - 1
            del self._lines[first : max(self._last_line(out[1]), first + 1)]
            between = self._lines[first - 1 : first + 1] if first else []
            if between and not any(line.strip() for line in between):
                del self._lines[first - 1]
        return self._text()

    def _replace(self, key: Scalar, node: Node, value: Written) -> str:
        first, last = key.span.line - 1, max(self._last_line(node), key.span.line)
        if isinstance(value, str) and isinstance(node, Scalar) and node.span.end_line == key.span.line:
            line = self._lines[first]
            before, after = line[: node.span.column - 1].rstrip(), line[node.span.end_column - 1 :]
            self._lines[first] = f"{before} {_scalar(value)}{after}"
            return self._text()
        before = self._lines[first][: key.span.column - 1]
        new = list(_entry(key.text, value, " " * len(before)))
        self._lines[first:last] = [before + new[0].lstrip(), *new[1:]]
        return self._text()

    def _insert(self, parent: Mapping, key: str, value: Written, *, top: bool) -> str:
        if not parent.entries:
            return self._text()
        beside = _before(parent, key) if top else parent.entries[-1]
        at = max(self._last_line(beside[1]), beside[0].span.line)
        new = list(_entry(key, value, " " * (beside[0].span.column - 1)))
        if top and isinstance(value, Keys):
            following = self._lines[at : at + 1]
            new = ["", *new, *([""] if following and following[0].strip() else [])]
        self._lines[at:at] = new
        return self._text()

    def _is_flow(self, node: Mapping | Sequence) -> bool:
        return self._lines[node.span.line - 1][node.span.column - 1 : node.span.column] in ("{", "[")

    def _last_line(self, node: Node) -> int:
        """The last line that holds something of `node`, from 1; the end of a block is where the next thing begins."""
        if isinstance(node, Mapping) and node.entries and not self._is_flow(node):
            return max(self._last_line(node.entries[-1][1]), node.entries[-1][0].span.line)
        if isinstance(node, Sequence) and node.items and not self._is_flow(node):
            return self._last_line(node.items[-1])
        last = node.span.end_line - (node.span.end_column == 1 and node.span.end_line > node.span.line)
        while last > node.span.line and not self._lines[last - 1].strip():
            last -= 1
        return last

    def _text(self) -> str:
        text = "\n".join(self._lines)
        return text if text.endswith("\n") else f"{text}\n"


def _before(root: Mapping, key: str) -> tuple[Scalar, Node]:
    """The entry behind which a key of a case belongs."""
    order = {name: number for number, name in enumerate(KEYS)}
    place = order.get(key, len(order))
    earlier = [each for each in root.entries if order.get(each[0].text, place) < place]
    return earlier[-1] if earlier else root.entries[-1]


# ------------------------------------------------ as plain data


def _plain(node: Node) -> dict[str, Written]:
    found = _data(node)
    assert isinstance(found, dict)
    return found


def _data(node: Node) -> Written:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    return {key.text: _data(value) for key, value in node.entries}


def _set(data: Keys[str, Written], path: Items[str], value: Written) -> dict[str, Written]:
    first, *rest = path
    return {**data, first: _within(data.get(first, {}), rest, value)}


def _is_inside(path: Items[str]) -> bool:
    """Whether a path goes on inside an item of a list."""
    return len(path) > 1 and path[0].isdigit()


def _within(data: Written, path: Items[str], value: Written) -> Written:
    """What stands behind a key, with `value` at the rest of its path."""
    if not path:
        return value
    if isinstance(data, Keys):
        return _set(data, path, value)
    if isinstance(data, str) or not path[0].isdigit():
        return _set({}, path, value)
    at = int(path[0])
    return [*data[:at], _within(data[at], path[1:], value), *data[at + 1 :]]


def _without(data: Keys[str, Written], path: Items[str]) -> dict[str, Written]:
    first, *rest = path
    inside = data.get(first)
    left = {key: value for key, value in data.items() if key != first}
    if not rest or inside is None or isinstance(inside, str):
        return left if not rest else dict(data)
    if not isinstance(inside, Keys):
        return {**data, first: _without_in_item(inside, rest)}
    kept = _without(inside, rest)
    return {key: kept if key == first else value for key, value in data.items()} if kept else left


def _without_in_item(data: Items[Written], path: Items[str]) -> list[Written]:
    """A list of which one item is without what stands at the rest of the path; the item itself stays."""
    at = int(path[0]) if path[0].isdigit() else len(data)
    return [
        _without(each, path[1:]) if number == at and isinstance(each, Keys) else each
        for number, each in enumerate(data)
    ]


def _nested(path: Items[str], value: Written) -> Written:
    for key in reversed(path):
        value = {key: value}
    return value


def _holds(text: str, wanted: Keys[str, Written]) -> bool:
    """Whether a text says what it should."""
    from verordening.language.diagnostics import InputError

    try:
        return _same(_data(parse_yaml(Source("casus", text)).root), wanted)
    except InputError:
        return False


def _same(one: Written, other: Written) -> bool:
    if isinstance(one, Keys) and isinstance(other, Keys):
        return one.keys() == other.keys() and all(_same(value, other[key]) for key, value in one.items())
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return len(one) == len(other) and all(map(_same, one, other))


# ------------------------------------------------ as text


def block(data: Keys[str, Written], indent: str = "") -> str:
    """Keys and what stands behind them as lines of YAML."""
    return "".join(f"{line}\n" for key, value in data.items() for line in _entry(key, value, indent))


def _entry(key: str, value: Written, indent: str) -> Iterator[str]:
    head = f"{indent}{_scalar(key)}:"
    if isinstance(value, str):
        yield f"{head} {_scalar(value)}".rstrip()
    elif isinstance(value, Keys) and value:
        yield head
        for inner, each in value.items():
            yield from _entry(inner, each, indent + _STEP)
    elif isinstance(value, Keys):
        yield f"{head} {{}}"
    elif all(isinstance(each, str) and _is_name(each) for each in value):
        yield f"{head} [{', '.join(map(str, value))}]"
    else:
        yield head
        for each in value:
            yield from _item(each, indent + _STEP)


def _item(value: Written, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{indent}- {_scalar(value)}"
        return
    inside = value if isinstance(value, Keys) else {}
    lines = [line for key, each in inside.items() for line in _entry(key, each, indent + _STEP)]
    yield f"{indent}- {lines[0].lstrip()}" if lines else f"{indent}- {{}}"
    yield from lines[1:]


def _is_name(text: str) -> bool:
    return re.fullmatch(r"[a-z][a-z0-9_]*", text) is not None


def _scalar(text: str) -> str:
    if _PLAIN.match(text) is not None and text == text.strip() and not text.endswith(":"):
        return text
    return "'" + text.replace("'", "''") + "'"
