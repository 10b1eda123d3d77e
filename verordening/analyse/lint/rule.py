"""What a lint rule is: a module that says what it is about, and finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.language.diagnostics import Severity

Check = Callable[[Look], Iterable[Finding]]


class LintRule(NamedTuple):
    """A rule of the catalogue. `slug` is the name of its module; `title` and `page` come from its docstring."""

    code: str
    slug: str
    severity: Severity
    title: str
    page: str
    check: Check
