"""A place by the name that people know it by."""

from __future__ import annotations

from verordening.model.corpus import Corpus


def place_words(place: str, corpus: Corpus) -> str:
    """A place by the title of its regulation: `Participatiewet artikel 8 lid 1 onderdeel a`."""
    regulation, _, path = place.partition(" ")
    header = corpus.regulations.get(regulation)
    return f"{header.title if header is not None else regulation} {path}".strip()
