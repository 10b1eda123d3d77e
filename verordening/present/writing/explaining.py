"""The words of the law that a text uses, explained at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verordening.model.plain_words import to_explain
from verordening.present.dutch import joined, sentence
from verordening.present.writing import sentences as s
from verordening.present.writing.written import Part, Table, lines_of, part, points


def explained(parts: Iterable[Part]) -> tuple[Part, ...]:
    """What the terms in these parts mean; nothing where none is used."""
    names: dict[str, list[str]] = {}
    for term in to_explain(text for each in parts for text in _texts(each)):
        names.setdefault(term.meaning, []).append(term.name)
    told = (
        s.EXPLAINED.format(woord=sentence(joined(same)).rstrip("."), uitleg=meaning)
        for meaning, same in names.items()
    )
    return part("woorden", s.HEADING_WORDS, points(told))


def _texts(part_: Part) -> Iterator[str]:
    yield part_.heading
    yield from (each.text for each in lines_of(part_))
    for block in part_.blocks:
        if isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)
