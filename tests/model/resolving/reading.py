"""Texts to what the resolver says of them, as the program does it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from verordening.language.diagnostics import Diagnostic
from verordening.language.parsing import declared_names, parse
from verordening.language.source import Source
from verordening.language.syntax import File
from verordening.model.resolving.assembly import resolve

HERE = Path(__file__).parent


def read(path: Path) -> Source:
    return Source(path.name, path.read_text(encoding="utf-8"))


@cache
def parsed(source: Source) -> tuple[File, tuple[Diagnostic, ...]]:
    return parse(source)


BASIS = tuple(read(path) for path in sorted((HERE / "basis").glob("*.vrd")))


def found_in(*sources: Source) -> tuple[Diagnostic, ...]:
    """What is wrong with texts that can be read."""
    files = []
    for source in sources:
        file, wrong = parsed(source)
        assert wrong == (), source.path
        files.append(file)
    return resolve(tuple(files), {each.path: each for each in sources}, "")[1]


def found_beside_damage(*sources: Source) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What is wrong with the syntax of texts, and what the resolver adds to that."""
    files: list[File] = []
    syntax: list[Diagnostic] = []
    for source in sources:
        file, wrong = parsed(source)
        files.append(file)
        syntax += wrong
    damaged = frozenset(each.span.file for each in syntax if each.span is not None)
    meant = frozenset(name for each in sources if each.path in damaged for name in declared_names(each))
    by_path = {each.path: each for each in sources}
    return tuple(syntax), resolve(tuple(files), by_path, "", damaged, meant)[1]
