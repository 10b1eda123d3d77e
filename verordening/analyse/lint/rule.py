"""What a lint rule is: a module that says what it is about, and finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import NamedTuple

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.language.diagnostics import Severity

Check = Callable[[Look], Iterable[Finding]]


class Needs(IntEnum):
    """What must be right for a rule to be right: beside regulations with errors only some rules may look.

    TEXT: one file that can be read. PROVISION: provisions of one file without errors, as they are written; one that is
    left out takes findings away and gives none. REGULATION: a regulation without errors with all that it names;
    regulations of its municipality that are left out give no findings. SET: every regulation that holds together
    with it: what is missing may be the reason of a finding.
    """

    TEXT = 1
    PROVISION = 2
    REGULATION = 3
    SET = 4


class LintRule(NamedTuple):
    """A rule of the catalogue. `slug` is the name of its module; `title` and `page` come from its docstring."""

    code: str
    slug: str
    severity: Severity
    title: str
    page: str
    check: Check
    needs: Needs
