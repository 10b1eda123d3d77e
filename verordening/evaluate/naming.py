"""A place by the name that people know it by, and names in the order in which the regulations declare them."""

from __future__ import annotations

from collections.abc import Collection

from verordening.model.corpus import Corpus


def place_words(place: str, corpus: Corpus) -> str:
    """A place by the title of its regulation: `Participatiewet artikel 8 lid 1 onderdeel a`."""
    regulation, _, path = place.partition(" ")
    header = corpus.regulations.get(regulation)
    return f"{header.title if header is not None else regulation} {path}".strip()


def as_declared(names: Collection[str], corpus: Corpus) -> tuple[str, ...]:
    """Gegevens and oordelen in the order of their declaration."""
    if len(names) < 2:
        return tuple(names)
    declared = corpus.inputs
    return tuple(sorted(names, key=lambda name: declared[name].order))
