"""From files of regulations to the corpus of a municipality, by way of the cache, and the sets of files to check."""

from __future__ import annotations

from verordening.caching import stamps_of
from verordening.language.diagnostics import Diagnostic, InputError, Severity
from verordening.model.regulation_files import (
    RegulationFile,
    laid_over,
    overlay_files,
    shipped_files,
    user_files,
)
from verordening.model.remarks import read_remarks, remarks_name, write_remarks
from verordening.records import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from verordening.language.source import Source
    from verordening.language.syntax import File
    from verordening.model.corpus import Corpus
    from verordening.model.entries import Resolved
    from verordening.model.municipalities import Municipality
    from verordening.model.texts import Texts

    TreeOf = Callable[[str], File]
    Look = Callable[[Corpus, Mapping[str, Source], frozenset[str], TreeOf], Iterable[Diagnostic]]
    from verordening.model.broken_sets import LookBeside

_LOOKING = ("analyse", "evaluate", "taal")
"""What a `look` is made of: other rules or words find other things in the same texts."""

_WEIGHTS = {each: number for number, each in enumerate(Severity)}
_SMALL_WORDS = frozenset(
    ("aan", "bij", "de", "den", "der", "en", "het", "in", "op", "over", "ten", "ter", "van")
)


@dataclass(frozen=True, slots=True, eq=False)
class RegulationSet:
    """The files that hold together for one municipality (empty: national law alone), national law first.

    `unread` says of files of the user that cannot be read why: without them it cannot be loaded.
    """

    gemeente: str
    files: tuple[RegulationFile, ...]
    unread: tuple[Diagnostic, ...] = ()

    @property
    def own(self) -> frozenset[str]:
        """The paths of what is looked at in this set: its own level of law, and only the user's where there is any."""
        of_user = any(not each.shipped for each in self.files)
        here = (each for each in self.files if each.gemeente == self.gemeente)
        return frozenset(each.source.path for each in here if not (of_user and each.shipped))


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """All regulations there are, read but not parsed: the shipped ones with those of the user laid over them."""

    files: tuple[RegulationFile, ...]

    @property
    def gemeenten(self) -> tuple[str, ...]:
        """The municipalities that have a regulation here, in order of name."""
        return tuple(sorted({each.gemeente for each in self.files if each.gemeente}))

    @property
    def fictional(self) -> tuple[Municipality, ...]:
        """The municipalities that a regulation with herkomst `fictief` declares, in order of name."""
        from verordening.model.municipalities import Municipality

        slugs = sorted({each.gemeente for each in self.files if each.fictional and each.gemeente})
        return tuple(Municipality(slug, _name(slug)) for slug in slugs)

    def set_of(self, gemeente: str) -> RegulationSet:
        """What holds for a municipality: national law, files without a header, and its own regulations."""
        national = [each for each in self.files if not each.gemeente]
        own = [each for each in self.files if gemeente and each.gemeente == gemeente]
        return RegulationSet(gemeente if own else "", (*national, *own))


def read_library(*, overlay: str | Path | None = None) -> Library:
    """The shipped regulations, with those in the folder `overlay` in place of the ones that they declare anew.

    Raises InputError when a file cannot be read as text, or `overlay` is no folder with regulations.
    """
    shipped = shipped_files()
    return Library(shipped if overlay is None else laid_over(shipped, overlay_files(overlay)))


def load_corpus(
    gemeente: str, *, overlay: str | Path | None = None, library: Library | None = None
) -> Corpus:
    """National law with the rules of one municipality, by its slug; national law only where it has none here.

    `library` saves reading the files again. Raises InputError with all that is wrong in any of the files that it takes.
    """
    corpus = load_set((read_library(overlay=overlay) if library is None else library).set_of(gemeente))
    return corpus if corpus.gemeente == gemeente else replace(corpus, gemeente=gemeente)


def load_set(
    files: RegulationSet, texts: Texts | None = None, *, worth_keeping: Callable[[str], bool] | None = None
) -> Corpus:
    """The corpus of a set of files. Raises InputError with all that is wrong in any of them.

    `texts` saves parsing them again. To keep a corpus for the next time takes as long as to make it: with
    `worth_keeping` that is told by its name in the cache.
    """
    corpus, _ = _loaded(files, texts, worth_keeping)
    return corpus


def fictional_municipalities(overlay: str | Path | None = None) -> tuple[Municipality, ...]:
    """The municipalities that only a regulation with herkomst `fictief` declares, in order of name."""
    return read_library(overlay=overlay).fictional


def regulation_sets(
    paths: Iterable[str | Path] = (), *, without_unread: bool = False
) -> tuple[RegulationSet, ...]:
    """The sets of files to check: of national law alone and of every municipality, as far as `paths` bear on it.

    Without paths that is everything shipped. Files at `paths` are laid over the shipped ones; a municipal file bears on
    its municipality alone. Raises InputError when a path is missing or cannot be read; with `without_unread` only where
    none of the files can be read: of the others each set says why.
    """
    unread: list[Diagnostic] = []
    own = user_files(paths, unread if without_unread else None)
    library = Library(laid_over(shipped_files(), own))
    touched = {each.gemeente for each in own}
    everywhere = not own or "" in touched
    sets = (library.set_of(each) for each in ("", *library.gemeenten) if everywhere or each in touched)
    return tuple(replace(each, unread=tuple(unread)) if unread else each for each in sets)


def check(
    sets: Iterable[RegulationSet], look: Look | None = None, beside_errors: LookBeside | None = None
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with these sets, each thing once, in order of place. A cached set is not parsed.

    `look` is what else to find in the files that are a set's own, in a corpus without errors; that too is cached.
    `beside_errors` is what else to find in a set that cannot be loaded.
    """
    texts: Texts | None = None
    found: dict[Diagnostic, None] = {}
    looks = "" if look is None else stamps_of(*_LOOKING)
    broken = False
    for each in sets:
        # Nothing in it is the user's, but for the law: it would say again what is wrong there.
        if broken and not each.own:
            continue
        within = (
            each.gemeente
            if look is None
            else "\n".join((f"{each.gemeente} nagekeken", *sorted(each.own), looks))
        )
        name = remarks_name(within, (file.source for file in each.files))
        remarks = read_remarks(name) if not each.unread else None
        if remarks is None:
            texts = texts or new_texts()
            try:
                corpus, remarks = resolved_set(each, texts)
                if look is not None and each.own:
                    remarks += tuple(look(corpus, *beside(each, texts)))
            except InputError as error:
                remarks = error.diagnostics
                if beside_errors is not None and each.own:
                    from verordening.model.broken_sets import broken_set

                    remarks += tuple(beside_errors(broken_set(each, remarks, texts)))
            if not each.unread:
                write_remarks(name, remarks)
        found.update(dict.fromkeys(remarks))
        broken = broken or (not each.gemeente and any(one.severity is Severity.FOUT for one in remarks))
    return tuple(sorted(found, key=_place))


def beside(
    each: RegulationSet, texts: Texts | None = None
) -> tuple[dict[str, Source], frozenset[str], TreeOf]:
    """The texts of a set, which of them are its own, and the tree of each, parsed when it is asked for."""
    files = {file.source.path: file for file in each.files}
    sources = {path: file.source for path, file in files.items()}
    read = texts

    def tree_of(path: str) -> File:
        nonlocal read
        read = read or new_texts()
        return read.parsed(files[path])[0]

    return sources, each.own, tree_of


def resolved_set(files: RegulationSet, texts: Texts) -> Resolved:
    """The corpus of a set with the remarks on it. Raises InputError."""
    # Imported here: with a cache nobody pays for it.
    from verordening.model.set_reading import errors_in, resolved

    if files.unread:
        own = files.own
        raise InputError(
            (*files.unread, *errors_in((each for each in files.files if each.source.path in own), texts))
        )
    corpus, remarks = resolved(files.gemeente, files.files, texts)
    if any(each.severity is Severity.FOUT for each in remarks):
        raise InputError(remarks)
    declared = {each.id for each in files.files}
    if declared != corpus.regulations.keys():
        raise RuntimeError(f"headers read as {sorted(declared)} but resolved as {sorted(corpus.regulations)}")
    return corpus, remarks


def _loaded(
    files: RegulationSet, texts: Texts | None, worth_keeping: Callable[[str], bool] | None
) -> Resolved:
    """The corpus of a set with the remarks on it, from the cache if it is there."""
    from verordening.model.corpus import keep_as
    from verordening.model.entries import corpus_name, read_corpus, write_corpus

    name = corpus_name(files.gemeente, (each.source for each in files.files))
    found = read_corpus(name) if not files.unread else None
    if found is None:
        found = resolved_set(files, texts or new_texts())
        if worth_keeping is None or worth_keeping(name):
            write_corpus(name, found)
    keep_as(found[0], name)
    return found


def new_texts() -> Texts:
    """Of which nothing is parsed yet."""
    from verordening.model.texts import Texts

    return Texts()


def _place(found: Diagnostic) -> tuple[str, int, int, int, str]:
    """By place; at one place what weighs most comes first."""
    span, weight = found.span, _WEIGHTS[found.severity]
    return (span.file, span.line, span.column, weight, found.code) if span else ("", 0, 0, weight, found.code)


def _name(slug: str) -> str:
    """How people write a municipality of which only the slug is known: `nieuw_zonderdam` is Nieuw Zonderdam."""
    words = slug.split("_")
    return " ".join(
        word if word in _SMALL_WORDS and at else word.capitalize() for at, word in enumerate(words)
    )
