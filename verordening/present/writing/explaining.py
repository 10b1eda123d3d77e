"""The words of the law that a text uses, explained at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verordening.model.plain_words import to_explain
from verordening.present.dutch import sentence
from verordening.present.writing import sentences as s
from verordening.present.writing.written import Part, Table, lines_of, part, points


def explained(parts: Iterable[Part]) -> tuple[Part, ...]:
    """What the terms in these parts mean; nothing where none is used."""
    terms = to_explain(text for each in parts for text in _texts(each))
    told = (s.EXPLAINED.format(woord=sentence(each.name).rstrip("."), uitleg=each.meaning) for each in terms)
    return part("woorden", s.HEADING_WORDS, points(told))


def _texts(part_: Part) -> Iterator[str]:
    yield part_.heading
    yield from (each.text for each in lines_of(part_))
    for block in part_.blocks:
        if isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)
