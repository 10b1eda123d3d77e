"""The page behind each diagnostic code and each word on the screen, read from `uitleg/` and held to one form.

A page is Markdown that also reads well as it stands: a title, what it means, and the sections of `SECTIONS` in that
order. Anything the form does not know is refused, so that every page can be shown in every layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from verordening.language.codes import CODES
from verordening.resources import resource_folder

WHY: Final = "Waarom dit uitmaakt"
WRONG: Final = "Fout"
RIGHT: Final = "Goed"
REMEDY: Final = "Wat u doet"
SECTIONS: Final = (WHY, WRONG, RIGHT, REMEDY)
"""The headings of a page about a code, each once and in this order."""

EXAMPLE_KINDS: Final = ("regeling", "bepaling", "casus", "proef", "populatie", "opdracht", "instellingen")
"""A whole `.vrd` file, part of one, a whole case, what is typed on the command line, or `verordening.toml`."""

_WORDS_FILE: Final = "woorden.md"
_FENCE: Final = "```"
_POINT: Final = "- "
_CODE: Final = re.compile(r"(?:vrd)?[\s_-]*(\d{1,3})\Z", re.IGNORECASE)
_UNKNOWN_FORM: Final = ("#", ">", "|", "<", "*", "+", "\t")


class PageError(ValueError):
    """A page of ours does not keep to its form; a test must find it."""


class Paragraph(NamedTuple):
    """Running text, or one point of a list."""

    text: str
    point: bool = False


class Example(NamedTuple):
    """Lines to be shown as they are; `kind` is one of `EXAMPLE_KINDS`."""

    kind: str
    text: str


Block = Paragraph | Example


class Explanation(NamedTuple):
    """What a code means, why it matters to people, an example that gives it and one that does not, and what to do."""

    code: str
    title: str
    meaning: tuple[Paragraph, ...]
    why: tuple[Paragraph, ...]
    wrong: Example
    right: Example
    remedy: tuple[Paragraph, ...]


class Term(NamedTuple):
    """A word that stands on the screen or in a regulation, and what it means there."""

    name: str
    group: str
    meaning: tuple[Block, ...]


def code_named(text: str) -> str:
    """The code that a user means by `VRD203`, `vrd203` or `203`; empty when there is no such code."""
    found = _CODE.match(text.strip().strip("[]"))
    code = f"VRD{int(found[1]):03}" if found is not None else ""
    return code if code in CODES else ""


def page_path(code: str) -> Path:
    """Where the page of a code stands."""
    return resource_folder("uitleg") / f"{code}.md"


def load_explanation(code: str) -> Explanation:
    """The page of a code. Raises PageError when it is missing or does not keep to the form."""
    try:
        text = page_path(code).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PageError(f"{code} has no page: {page_path(code).name} is missing") from None
    return parse_explanation(code, text)


def load_terms() -> tuple[Term, ...]:
    """The words that are explained, in the order of their page. Raises PageError."""
    return parse_terms((resource_folder("uitleg") / _WORDS_FILE).read_text(encoding="utf-8"))


def parse_explanation(code: str, text: str, title: str = "") -> Explanation:
    """A page about `code`, which is called `title` where it is not on the closed list. Raises PageError."""
    named = title or CODES[code]
    first, *lines = text.split("\n")
    if first != f"# {code} {named}":
        raise PageError(f"{code}: the first line is not `# {code} {named}`")
    parts = list(_parts(lines, "## "))
    headings = tuple(heading for heading, _ in parts)
    if headings != ("", *SECTIONS):
        raise PageError(f"{code}: the headings are {headings[1:]} and not {SECTIONS}")
    blocks = {heading: _blocks(f"{code}, {heading or 'meaning'}", body) for heading, body in parts}
    return Explanation(
        code,
        named,
        _paragraphs(code, blocks[""]),
        _paragraphs(code, blocks[WHY]),
        _one_example(code, blocks[WRONG]),
        _one_example(code, blocks[RIGHT]),
        _paragraphs(code, blocks[REMEDY]),
    )


def parse_terms(text: str) -> tuple[Term, ...]:
    """The page with words: groups under `##`, words under `###`. Raises PageError."""
    terms: list[Term] = []
    for group, lines in _parts(text.split("\n"), "## "):
        for name, body in _parts(lines, "### "):
            if name:
                terms.append(Term(name, group, _blocks(name, body)))
            elif group and any(line.strip() for line in body):
                raise PageError(f"{group}: text that stands under no word")
    return tuple(terms)


def _paragraphs(code: str, blocks: tuple[Block, ...]) -> tuple[Paragraph, ...]:
    found = tuple(each for each in blocks if isinstance(each, Paragraph))
    if len(found) != len(blocks):
        raise PageError(f"{code}: an example stands outside `{WRONG}` and `{RIGHT}`")
    return found


def _one_example(code: str, blocks: tuple[Block, ...]) -> Example:
    match blocks:
        case (Example() as example,):
            return example
    raise PageError(f"{code}: under `{WRONG}` and `{RIGHT}` stands one example each, and nothing else")


def _parts(lines: Sequence[str], mark: str) -> Iterator[tuple[str, list[str]]]:
    """Headings with the lines under each; what stands before the first heading comes first, under no heading."""
    heading, body, fenced = "", list[str](), False
    for line in lines:
        fenced ^= line.startswith(_FENCE)
        if line.startswith(mark) and not fenced:
            yield heading, body
            heading, body = line.removeprefix(mark).strip(), []
        else:
            body.append(line)
    yield heading, body


def _blocks(where: str, lines: Sequence[str]) -> tuple[Block, ...]:
    """The blocks of one section, at least one."""
    blocks: list[Block] = []
    rest = iter(lines)
    open_block = False
    for line in rest:
        if line.startswith(_FENCE):
            blocks.append(_example(where, line.removeprefix(_FENCE), rest))
            open_block = False
        elif not line.strip():
            open_block = False
        elif line.startswith(_POINT):
            blocks.append(Paragraph(line.removeprefix(_POINT).strip(), point=True))
            open_block = True
        elif line.startswith(_UNKNOWN_FORM):
            raise PageError(f"{where}: a page has no lines such as {line!r}")
        elif open_block and isinstance(blocks[-1], Paragraph):
            blocks[-1] = blocks[-1]._replace(text=f"{blocks[-1].text} {line.strip()}")
        elif line.startswith(" "):
            raise PageError(f"{where}: {line!r} is indented under nothing")
        else:
            blocks.append(Paragraph(line.strip()))
            open_block = True
    if not blocks:
        raise PageError(f"{where}: nothing is said")
    return tuple(blocks)


def _example(where: str, kind: str, rest: Iterator[str]) -> Example:
    if kind not in EXAMPLE_KINDS:
        raise PageError(f"{where}: an example is one of {EXAMPLE_KINDS}, not {kind!r}")
    lines: list[str] = []
    for line in rest:
        if line.startswith(_FENCE):
            return Example(kind, "\n".join(lines) + "\n")
        lines.append(line)
    raise PageError(f"{where}: an example is not closed")
