"""What can still be looked at in a set of files with errors: texts, trees, and the regulations that hold together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from verordening.language.diagnostics import Diagnostic, InputError
from verordening.model.loading import RegulationSet, beside, resolved_set
from verordening.model.texts import Texts
from verordening.records import dataclass, replace

if TYPE_CHECKING:
    from verordening.language.source import Source
    from verordening.language.syntax import File
    from verordening.model.corpus import Corpus

    LookBeside = Callable[["BrokenSet"], Iterable[Diagnostic]]


@dataclass(frozen=True, slots=True, eq=False)
class BrokenSet:
    """A set that cannot be loaded, by its texts, with `errors`: what is wrong.

    `own` are the paths of its own files that could be read; `sound` those of them that hold together in `corpus`, with
    all of national law and without any file with an error. Without such files, or where a file could not be read (which
    may be any regulation), there is no corpus.
    """

    errors: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    own: frozenset[str]
    tree_of: Callable[[str], File]
    sound: frozenset[str]
    corpus: Corpus | None


def broken_set(files: RegulationSet, errors: Iterable[Diagnostic], texts: Texts) -> BrokenSet:
    """What is left of a set with these errors."""
    wrong = tuple(each for each in errors if each.keeps_from_loading)
    corpus, sound = (None, frozenset[str]()) if files.unread else _sound(files, wrong, texts)
    return BrokenSet(wrong, *beside(files, texts), sound, corpus)


def _sound(
    files: RegulationSet, errors: tuple[Diagnostic, ...], texts: Texts
) -> tuple[Corpus | None, frozenset[str]]:
    """The corpus without the files with an error and those that cannot do without these, and its own files."""
    national = {each.source.path for each in files.files if not each.gemeente}
    left, more = files, {each.span.file if each.span is not None else "" for each in errors}
    while more and not more & national:
        there = {each.source.path for each in left.files}
        left = replace(left, files=tuple(each for each in left.files if each.source.path not in more))
        own = files.own & {each.source.path for each in left.files}
        if not own or not more <= there:
            break
        try:
            return resolved_set(left, texts)[0], own
        except InputError as error:
            more = {
                each.span.file if each.span is not None else ""
                for each in error.diagnostics
                if each.keeps_from_loading
            }
    return None, frozenset()
