"""What a question is: a module that says what it is about, and answers it for the regulations that are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.finding import Answered
from verordening.language.diagnostics import Severity

Ask = Callable[[Area], Iterable[Answered]]


class Question(NamedTuple):
    """A question of the catalogue. `slug` is the name of its module; `title` and `page` come from its docstring."""

    code: str
    slug: str
    severity: Severity
    title: str
    page: str
    ask: Ask
