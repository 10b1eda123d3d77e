"""Texts to a corpus, with what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable

from tests.properties.generating import GEMEENTE
from verordening.language.diagnostics import Diagnostic
from verordening.language.parsing import parse
from verordening.language.source import Source
from verordening.model.corpus import Corpus
from verordening.model.resolving.assembly import resolve


def load(texts: Iterable[tuple[str, str]], gemeente: str = GEMEENTE) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The corpus of these files and every remark on them."""
    sources = {path: Source(path, text) for path, text in texts}
    parsed = [parse(source) for source in sources.values()]
    remarks = tuple(remark for _, found in parsed for remark in found)
    if remarks:
        raise ValueError("\n".join(f"{each.code} {each.span} {each.message}" for each in remarks))
    return resolve(tuple(tree for tree, _ in parsed), sources, gemeente)
