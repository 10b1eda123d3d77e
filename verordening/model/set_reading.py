"""From the files of a set to its corpus: parsed, and resolved on top of the law where that was resolved before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from verordening.language import syntax as s
from verordening.language.diagnostics import Severity
from verordening.language.parsing import declared_names
from verordening.model.entries import Resolved
from verordening.model.law_entries import law_name, read_law, write_law
from verordening.model.regulation_files import RegulationFile
from verordening.model.remarks import Remarks
from verordening.model.resolving.assembly import Resolution, resolution
from verordening.model.resolving.beforehand import NOTHING, Beforehand, Entangled
from verordening.model.resolving.founding import law_of
from verordening.model.resolving.known import Law
from verordening.model.texts import Texts

_MOST_LAWS: Final = 2
_LAWS: dict[str, Law | None] = {}
"""The law of the last sets, by its name in the cache: the one thing that all municipalities share."""


def errors_in(files: Iterable[RegulationFile], texts: Texts) -> Remarks:
    """What is wrong with each of these files by itself: nothing that a file which is missing may be the reason of."""
    return tuple(one for each in files for one in texts.parsed(each)[1])


def resolved(gemeente: str, files: Sequence[RegulationFile], texts: Texts) -> Resolved:
    """The corpus of these files, national law first, with all remarks on them; an error makes it useless."""
    own = [each for each in files if each.gemeente]
    national = [each for each in files if not each.gemeente]
    if not own:
        done, remarks = _resolved(gemeente, files, texts, files, NOTHING)
        _keep(national, done, remarks)
        return done.corpus, remarks
    law = _law(national, texts)
    if law is not None:
        by_path = {each.source.path: each for each in national}

        def tree(path: str) -> s.File:
            return texts.parsed(by_path[path])[0]

        try:
            done, remarks = _resolved(gemeente, own, texts, files, Beforehand(law, tree))
        except Entangled:
            pass
        else:
            return done.corpus, remarks
    done, remarks = _resolved(gemeente, files, texts, files, NOTHING)
    return done.corpus, remarks


def _resolved(
    gemeente: str,
    files: Sequence[RegulationFile],
    texts: Texts,
    every: Sequence[RegulationFile],
    beforehand: Beforehand,
    *,
    once: bool = False,
) -> tuple[Resolution, Remarks]:
    read = [(each.source, *texts.parsed(each, once=once)) for each in files]
    damaged = [source for source, _, remarks in read if _has_errors(remarks)]
    done = resolution(
        tuple(tree for _, tree, _ in read),
        {each.source.path: each.source for each in every},
        gemeente,
        frozenset(source.path for source in damaged),
        frozenset(name for source in damaged for name in declared_names(source)),
        beforehand,
    )
    return done, (*(each for _, _, remarks in read for each in remarks), *done.remarks)


def _law(files: Sequence[RegulationFile], texts: Texts) -> Law | None:
    """The law in these files, from the cache if it is there; None where something is wrong with it."""
    name = law_name(each.source for each in files)
    if name not in _LAWS:
        found = read_law(name) if _is_shipped(files) else None
        if found is None:
            _keep(files, *_resolved("", files, texts, files, NOTHING, once=_is_shipped(files)))
        else:
            _remember(name, found)
    return _LAWS[name]


def _keep(files: Sequence[RegulationFile], done: Resolution, remarks: Remarks) -> None:
    """Keep the law that was resolved, for what is to be resolved on top of it.

    Law with a file of the user in it is another one at each change: it is kept for this run alone.
    """
    name = law_name(each.source for each in files)
    if name in _LAWS:
        return
    found = None if _has_errors(remarks) else law_of(done)
    _remember(name, found)
    if found is not None and _is_shipped(files):
        write_law(name, found)


def _remember(name: str, law: Law | None) -> None:
    while len(_LAWS) >= _MOST_LAWS:
        del _LAWS[next(iter(_LAWS))]
    _LAWS[name] = law


def _is_shipped(files: Sequence[RegulationFile]) -> bool:
    return all(each.shipped for each in files)


def _has_errors(remarks: Remarks) -> bool:
    return any(each.severity is Severity.FOUT for each in remarks)
