"""What must hold of any regulation, case and command line, as functions that raise where it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from verordening.cli.arguments import read_arguments
from verordening.language.codes import CODES
from verordening.language.diagnostics import Diagnostic, InputError
from verordening.language.parsing import declared_names, parse
from verordening.language.reading import decode
from verordening.language.source import Source
from verordening.language.syntax import File
from verordening.model.case_reading import read_case
from verordening.model.corpus import Corpus
from verordening.model.loading import Library, load_corpus, read_library
from verordening.model.regulation_files import regulation_file
from verordening.model.resolving.assembly import resolve
from verordening.present.diagnostics_text import read_diagnostics, render_diagnostics

ROOT: Final = Path(__file__).resolve().parent.parent
BASIS: Final = ROOT / "tests" / "model" / "resolving" / "basis"
"""A small national law, so that a mutated regulation has something to refer to."""
REGULATIONS: Final = ("ordinances", "tests/language/good", "tests/language/bad", "tests/model/resolving/bad")
CASES: Final = ("examples",)


def regulation(data: bytes) -> None:
    """A `.vrd` file: read, resolved beside a small law, and everything said about it shown."""
    name = "eigen.vrd"
    try:
        source = Source(name, decode(data, name))
    except InputError as error:
        _said(error.diagnostics, ())
        return
    regulation_file(source)
    file, found = parse(source)
    sources = {each.path: each for each in (*_law(), source)}
    damaged = frozenset({name} if found else ())
    meant = declared_names(source) if found else frozenset()
    _, more = resolve((*(_parsed(each) for each in _law()), file), sources, "", damaged, meant)
    _said((*found, *more), sources.values())


def case(data: bytes) -> None:
    """A case, read by the shipped regulations of the municipality that it names."""
    name = "casus.yaml"
    try:
        source = Source(name, decode(data, name))
    except InputError as error:
        _said(error.diagnostics, ())
        return
    try:
        read_case(source, _corpus, fictional=lambda: _library().fictional)
    except InputError as error:
        _said(error.diagnostics, (source,))


def words(data: bytes) -> None:
    """What is typed behind `verordening`, a word a line; undecodable bytes come in as Python hands them over."""
    tokens = data.replace(b"\0", b"").decode("utf-8", "surrogateescape").split("\n")
    try:
        read_arguments(tokens)
    except InputError as error:
        _said(error.diagnostics, (), placed=False)


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {"regulation": regulation, "case": case, "words": words}


def seeds(target: str) -> list[Path]:
    """The real files to start from."""
    folders, suffix = (CASES, ".yaml") if target == "case" else (REGULATIONS, ".vrd")
    return sorted(path for folder in folders for path in (ROOT / folder).rglob(f"*{suffix}"))


def _said(found: Sequence[Diagnostic], sources: Iterable[Source], *, placed: bool = True) -> None:
    """Every message is one the program has a code for, at a place that is there, and can be shown."""
    lines = {each.path: each.text.count("\n") + 1 for each in sources}
    for each in found:
        assert each.code in CODES, each
        assert each.message, each
        if placed:
            assert each.span is not None, each
            assert 1 <= each.span.line <= lines.get(each.span.file, each.span.line), each
            assert each.span.column >= 1, each
    for text in (render_diagnostics(found, 80), read_diagnostics(found)):
        text.encode("utf-8", "strict")


@cache
def _law() -> tuple[Source, ...]:
    return tuple(Source(path.name, path.read_text(encoding="utf-8")) for path in sorted(BASIS.glob("*.vrd")))


@cache
def _parsed(source: Source) -> File:
    return parse(source)[0]


@cache
def _library() -> Library:
    return read_library()


@cache
def _corpus(gemeente: str) -> Corpus:
    return load_corpus(gemeente, library=_library())
