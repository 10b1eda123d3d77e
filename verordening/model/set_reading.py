"""From the files of a set to its corpus: parsed, and resolved on top of the law where that was resolved before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from verordening.language import syntax as s
from verordening.language.diagnostics import Severity
from verordening.language.parsing import declared_names
from verordening.language.source import Source
from verordening.model.entries import Resolved, parsed
from verordening.model.law_entries import law_name, read_law, write_law
from verordening.model.regulation_files import RegulationFile
from verordening.model.resolving.assembly import resolution
from verordening.model.resolving.beforehand import NOTHING, Beforehand, Entangled
from verordening.model.resolving.founding import law_of
from verordening.model.resolving.known import Law

if TYPE_CHECKING:
    from verordening.model.entries import Parsed

_MOST_LAWS: Final = 2
_LAWS: dict[str, Law | None] = {}
"""The law of the last sets, by its name in the cache: the one thing that all municipalities share."""


class Texts:
    """The trees of files, each parsed once."""

    def __init__(self) -> None:
        self._trees: dict[Source, Parsed] = {}

    def parsed(self, file: RegulationFile, *, once: bool = False) -> Parsed:
        """The tree of a file with what is wrong with it. `once`: what is made of it is kept, not the tree."""
        if file.source not in self._trees:
            self._trees[file.source] = parsed(file.source, kept=file.shipped and not once)
        return self._trees[file.source]


def resolved(gemeente: str, files: Sequence[RegulationFile], texts: Texts) -> Resolved:
    """The corpus of these files, national law first, with all remarks on them; an error makes it useless."""
    own = [each for each in files if each.gemeente]
    national = [each for each in files if not each.gemeente]
    law = _law(national, texts) if own and all(each.shipped for each in national) else None
    if law is not None:
        by_path = {each.source.path: each for each in national}

        def tree(path: str) -> s.File:
            return texts.parsed(by_path[path])[0]

        try:
            return _resolved(gemeente, own, texts, files, Beforehand(law, tree))
        except Entangled:
            pass
    return _resolved(gemeente, files, texts, files, NOTHING)


def _resolved(
    gemeente: str,
    files: Sequence[RegulationFile],
    texts: Texts,
    every: Sequence[RegulationFile],
    beforehand: Beforehand,
) -> Resolved:
    read = [(each.source, *texts.parsed(each)) for each in files]
    damaged = [
        source for source, _, remarks in read if any(remark.severity is Severity.FOUT for remark in remarks)
    ]
    done = resolution(
        tuple(tree for _, tree, _ in read),
        {each.source.path: each.source for each in every},
        gemeente,
        frozenset(source.path for source in damaged),
        frozenset(name for source in damaged for name in declared_names(source)),
        beforehand,
    )
    return done.corpus, (*(each for _, _, remarks in read for each in remarks), *done.remarks)


def _law(files: Sequence[RegulationFile], texts: Texts) -> Law | None:
    """The law in these files, from the cache if it is there; None where something is remarked on it."""
    name = law_name(each.source for each in files)
    if name not in _LAWS:
        found = read_law(name)
        if found is None:
            read = [texts.parsed(each, once=True) for each in files]
            sources = {each.source.path: each.source for each in files}
            if not any(remarks for _, remarks in read):
                found = law_of(tuple(tree for tree, _ in read), sources)
            if found is not None:
                write_law(name, found)
        while len(_LAWS) >= _MOST_LAWS:
            del _LAWS[next(iter(_LAWS))]
        _LAWS[name] = found
    return _LAWS[name]
