"""National law in the cache, as something to resolve a municipal regulation on top of."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.caching import entry_name
from verordening.language import syntax
from verordening.language.source import Source
from verordening.model import expressions
from verordening.model.entries import LAZILY, OF_CORPUS, codec_for, read, write
from verordening.model.resolving import known

_CODEC = codec_for(
    *OF_CORPUS,
    known,
    lazily={**LAZILY, known.KnownFile: ()},
    at_once=expressions,
    also=(syntax.DeviationClause, syntax.Reference, syntax.Name),
)


def law_name(sources: Iterable[Source]) -> str:
    """The name in the cache of the law in these files."""
    return entry_name("law", *(part for each in sources for part in (each.path, each.digest())))


def read_law(name: str) -> known.Law | None:
    """The law, if it is there."""
    found = read(name, _CODEC)
    return found if isinstance(found, known.Law) else None


def write_law(name: str, found: known.Law) -> None:
    """Keep the law."""
    write(name, found, _CODEC)
