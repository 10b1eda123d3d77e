"""The page behind a lint rule or a question about all cases: its docstring, with the first wrong and right example of
the Markdown beside it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Protocol

from verordening.analyse.lint import rules
from verordening.language.explanations import (
    REMEDY,
    RIGHT,
    WHY,
    WRONG,
    Explanation,
    PageError,
    parse_explanation,
)

FOLDER: Final = Path(rules.__path__[0])
"""Where the rules stand, each with its examples beside it."""


class Paged(Protocol):
    """What has a page: the code and title of a module, what its docstring says further, and the module's name."""

    @property
    def code(self) -> str: ...
    @property
    def slug(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def page(self) -> str: ...


_MARK: Final = re.compile(r" *# fout: .*$", re.MULTILINE)
_EXAMPLE: Final = re.compile(r"^```(?:bepaling|regeling)\n.*?^```$", re.MULTILINE | re.DOTALL)


def page_of(rule: Paged, folder: Path = FOLDER) -> Explanation:
    """The page. Raises PageError where the docstring or the examples do not keep to the form."""
    meaning, why, remedy = _sections(rule)
    written = (folder / f"{rule.slug}.md").read_text(encoding="utf-8")
    wrong, right = (_first_example(rule, written, heading) for heading in (WRONG, RIGHT))
    parts = ((WHY, why), (WRONG, wrong), (RIGHT, right), (REMEDY, remedy))
    body = "\n\n".join(f"## {heading}\n\n{text}" for heading, text in parts)
    return parse_explanation(rule.code, f"# {rule.code} {rule.title}\n\n{meaning}\n\n{body}\n", rule.title)


def _sections(rule: Paged) -> tuple[str, str, str]:
    found = re.fullmatch(rf"(.*?)## {WHY}\n(.*?)## {REMEDY}\n(.*)", rule.page, re.DOTALL)
    if found is None:
        raise PageError(f"{rule.slug}: the docstring has no `## {WHY}` and then `## {REMEDY}`")
    meaning, why, remedy = (each.strip() for each in found.groups())
    return meaning or f"{rule.title}.", why, remedy


def _first_example(rule: Paged, written: str, heading: str) -> str:
    section = written.partition(f"## {heading}\n")[2]
    found = _EXAMPLE.search(section)
    if found is None:
        raise PageError(f"{rule.slug}: under `{heading}` stands no example")
    return _MARK.sub("", found[0])
