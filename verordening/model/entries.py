"""What the cache holds: resolved corpora, and the syntax trees of files, each with the remarks made on it."""

from __future__ import annotations

from verordening.caching import entry_name, read_entry, write_entry
from verordening.choices import Enum
from verordening.language.diagnostics import Diagnostic, Edit, Related, Severity
from verordening.language.source import Source, Span
from verordening.model import (
    coherences,
    corpus,
    courses,
    expressions,
    guarantees,
    rules,
    standards,
    types,
    validity,
)
from verordening.model.codec import Codec, CodecError
from verordening.model.kept_dependence import kept_rows, remember
from verordening.model.remarks import Remarks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import ModuleType

    from verordening.language.syntax import File

Resolved = tuple[corpus.Corpus, Remarks]
"""A corpus without errors, with what was remarked on its regulations all the same."""
if TYPE_CHECKING:
    Parsed = tuple[File, Remarks]
    """The tree of a file with all that is wrong in it."""


def codec_for(
    *modules: ModuleType,
    lazily: Mapping[type, Iterable[str]] | None = None,
    at_once: ModuleType | None = None,
    also: Iterable[type] = (),
) -> Codec:
    """For the classes that these modules and packages declare, those named `also`, and diagnostics. What the module
    `at_once` declares is read beforehand.
    """
    declared = [
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and each.__module__.startswith(module.__name__)
    ]
    enums = [each for each in declared if issubclass(each, Enum)]
    records = [each for each in declared if each not in enums]
    small = [each for each in records if at_once is not None and each.__module__ == at_once.__name__]
    return Codec((*records, *also, Diagnostic, Edit, Related, Span), (*enums, Severity), lazily, small)


OF_CORPUS = (types, expressions, validity, rules, courses, standards, coherences, guarantees, corpus)
"""Where all that a corpus is made of is declared."""
LAZILY: dict[type, tuple[str, ...]] = {
    kind: tuple(later.split())
    for kind, later in (
        (corpus.Corpus, "delegating guarantees questions reasons starts"),
        (rules.Regulation, "checked complete disputed omitted place provenance source"),
        (
            rules.Rule,
            "beside disputed explanation grounds id mandate motivate path place provenance room serves source title",
        ),
        (rules.Provision, "checked dead place"),
        (rules.InputDeclaration, "burden place"),
        (rules.Concept, "explanation place provenance type"),
        (rules.Table, "indexed place provenance type"),
        (rules.Decision, "place"),
        (
            standards.Floor,
            "absolute constitutional disapplied explanation grounds group motivate name place provenance question"
            " repairs serves title",
        ),
        (standards.Guideline, "against evidence id place provenance regulation title"),
        (guarantees.Guarantee, ""),
        (coherences.Coherence, "place text"),
    )
}
CORPUS = codec_for(*OF_CORPUS, lazily=LAZILY, at_once=expressions)
"""What is declared is read when a case comes to it: the time of an answer does not grow with the law beside it. The
fields named are for the few that bear on the case, and for messages.
"""


def corpus_name(gemeente: str, sources: Iterable[Source]) -> str:
    """The name in the cache of the corpus of these files."""
    return entry_name("corpus", gemeente, *(part for each in sources for part in (each.path, each.digest())))


def read_corpus(name: str) -> Resolved | None:
    """The corpus, if it is there."""
    match read(name, CORPUS):
        case (corpus.Corpus() as found, tuple() as remarks, dict() as rows):
            remember(found, rows)
            return found, remarks
    return None


def write_corpus(name: str, found: Resolved) -> None:
    """Keep a corpus, with what its expressions turn on."""
    write(name, (*found, kept_rows(found[0])), CORPUS)


def parsed(source: Source, *, kept: bool = True) -> Parsed:
    """The tree of a file. One that is `kept` comes from the cache if it is there, without the parser being loaded.

    Keeping a tree takes as long as parsing the file again: it pays for files that stay as they are.
    """
    from verordening.language import syntax

    if not kept:
        from verordening.language.parsing import parse

        return parse(source)
    codec = codec_for(syntax)
    name = entry_name("tree", source.path, source.digest())
    match read(name, codec):
        case (syntax.File() as tree, tuple() as remarks):
            return tree, remarks
    from verordening.language.parsing import parse

    found = parse(source)
    write(name, found, codec)
    return found


def read(name: str, codec: Codec) -> object:
    """What is kept under a name, or None."""
    payload = read_entry(name)
    try:
        return None if payload is None else codec.decode(payload)
    except CodecError:
        return None


def write(name: str, found: object, codec: Codec) -> None:
    """Keep something; what cannot be written is made again the next time."""
    try:
        payload = codec.encode(found)
    except CodecError:
        return
    write_entry(name, payload)
