"""National law as it was resolved, with what resolving a municipal regulation beside it asks of it."""

from __future__ import annotations

from datetime import date

from verordening.language import syntax as s
from verordening.model import paths
from verordening.model.corpus import Corpus
from verordening.model.types import Type
from verordening.records import dataclass

Days = tuple[date, date]
"""From the first day up to, not including, the last."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownFile:
    """A file of the law. `spots` are its places, each with its rule (-1 for none), the number of its block and the days
    on which it holds; `omitted` are the places that it leaves out, each with the end of the range.
    """

    id: str
    path: str
    kind: str
    spots: tuple[tuple[paths.Path, int, int, date, date], ...]
    omitted: tuple[tuple[paths.Path, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class KnownName:
    """A name that the law declares: in which space, what it is, by which word, what an element of it is called, and
    the number of its block.
    """

    space: str
    what: str
    name: str
    word: str
    element: str
    type: Type | None
    regulation: str
    block: int


@dataclass(frozen=True, slots=True, eq=False)
class Law:
    """National law as it was resolved, without anything to remark on it.

    `levels` says how deep each begrip builds on others. `words` are those in it that stand for nothing declared, such
    as options: declared elsewhere they would change what it says. `allowed` are the begrippen that an act allows to
    look at a protected ground. `classes` are the rules that deviate from a class of rules, `delegating` those that
    leave something to others, `steps` the rules that each deviates from or replaces. `is_weighed` is whether it speaks
    of guidelines itself.
    """

    corpus: Corpus
    files: tuple[KnownFile, ...]
    names: tuple[KnownName, ...]
    levels: dict[str, int]
    words: tuple[str, ...]
    allowed: tuple[str, ...]
    classes: tuple[tuple[int, s.DeviationClause], ...]
    delegating: tuple[int, ...]
    steps: tuple[tuple[int, ...], ...]
    is_weighed: bool
