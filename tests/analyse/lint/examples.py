"""The examples in the Markdown beside each lint rule or question, each put beside a small law, and what is found."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from verordening.analyse.lint import rules
from verordening.analyse.lint.linting import lint
from verordening.analyse.lint.look import Look
from verordening.language.diagnostics import Diagnostic
from verordening.language.parsing import parse
from verordening.language.source import Source
from verordening.language.syntax import File
from verordening.model.resolving.assembly import resolve

FOLDER: Final = Path(rules.__path__[0])
FILE: Final = "voorbeeld.vrd"
HEADER: Final = """\
regeling voorbeeld "Verordening van Voorbeelddam"
  soort      verordening
  gemeente   voorbeelddam
  bron       "een voorbeeld"
  grondslag  pw artikel 8 lid 1 onderdeel a
  herkomst   fictief "een voorbeeld"
  in werking vanaf 1 januari 2016
  gebruikt   pw, begrippen, waarden

"""
"""What stands above an example that is only part of a regulation (`bepaling`)."""

BASIS: Final = sorted((Path(__file__).parent / "basis").glob("*.vrd"))
_MARK: Final = re.compile(r"# fout: (.+)$")
_MARKED: Final = re.compile(r" *# fout: .+$", re.MULTILINE)
"""Taken out before a rule looks: a mark on the line of another comment would be part of it."""


class Example(NamedTuple):
    """An example: `marks` are the lines that a finding must point at, with words that its message must hold."""

    text: str
    marks: tuple[tuple[int, str], ...]


def examples(slug: str, folder: Path = FOLDER) -> dict[str, list[Example]]:
    """The wrong (`Fout`) and right (`Goed`) examples of a rule."""
    found: dict[str, list[Example]] = {"Fout": [], "Goed": []}
    page = (folder / f"{slug}.md").read_text(encoding="utf-8")
    for section, kind, text in _sections(page):
        whole = text if kind == "regeling" else HEADER + text
        marks = [(number, _MARK.search(line)) for number, line in enumerate(whole.split("\n"), 1)]
        found[section].append(Example(whole, tuple((number, mark[1]) for number, mark in marks if mark)))
    return found


def _sections(page: str) -> list[tuple[str, str, str]]:
    found, section = [], ""
    for part in re.split(r"^(?=## |```)", page, flags=re.MULTILINE):
        if part.startswith("## "):
            section = part.removeprefix("## ").partition("\n")[0].strip()
        elif part.startswith(("```bepaling\n", "```regeling\n")):
            kind, _, text = part.removeprefix("```").partition("\n")
            found.append((section, kind, text))
    return found


@cache
def _basis() -> tuple[tuple[Source, File], ...]:
    sources = [Source(path.name, path.read_text(encoding="utf-8")) for path in BASIS]
    return tuple((source, parse(source)[0]) for source in sources)


def unmarked(text: str) -> str:
    """An example as a user would write it."""
    return _MARKED.sub("", text)


@cache
def look_at(text: str) -> Look:
    """An example as a file beside the small law; raises AssertionError where it does not even load."""
    source = Source(FILE, unmarked(text))
    tree, wrong = parse(source)
    assert not wrong, [f"{each.span} {each.message}" for each in wrong]
    sources = {each.path: each for each, _ in _basis()} | {FILE: source}
    corpus, wrong = resolve((*(tree for _, tree in _basis()), tree), sources, "voorbeelddam")
    errors = [f"{each.span} {each.message}" for each in wrong if each.severity.value == "fout"]
    assert not errors, errors
    trees = {each.path: read for each, read in _basis()} | {FILE: tree}
    return Look(corpus, sources, frozenset({FILE}), trees.__getitem__)


@cache
def found_in(text: str) -> tuple[Diagnostic, ...]:
    """What all lint rules find in an example."""
    look = look_at(text)
    return tuple(lint(look.corpus, look.sources, look.own, look.tree_of))
