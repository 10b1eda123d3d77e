"""Things that lead to each other taken together, so that what leads on from them never leads back."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Iterator
from typing import TypeVar

NodeT = TypeVar("NodeT", bound=Hashable)


def knots(
    start: NodeT, after: Callable[[NodeT], Iterable[NodeT]], done: Container[NodeT]
) -> Iterator[list[NodeT]]:
    """All that is reached from `start`, in groups that lead to each other; what a group leads to comes before it.

    What is in `done` is not gone into; whoever takes a group adds it there before the next. (Gabow's algorithm.)
    """
    if start in done:
        return
    met = {start: 0}
    path, firsts = [start], [start]
    walking = [(0, iter(after(start)))]
    while walking:
        at, further = walking[-1]
        for each in further:
            if each in done:
                continue
            if each not in met:
                met[each] = len(met)
                firsts.append(each)
                walking.append((len(path), iter(after(each))))
                path.append(each)
                break
            while met[firsts[-1]] > met[each]:
                firsts.pop()
        else:
            walking.pop()
            if firsts[-1] == path[at]:
                firsts.pop()
                yield path[at:]
                del path[at:]
