"""All questions that are asked about all cases, in the order in which they are asked: the quick ones first."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final

from verordening.analyse.conflicts import questions
from verordening.analyse.conflicts.question import Question
from verordening.analyse.conflicts.questions import (
    armoedeval,
    dode_grond,
    dode_regel,
    gat_in_de_tijd,
    leemte,
    omstreden,
    ondergrens_bereikbaar,
    overbodige_regel,
    samenloop_boven_alles,
    spanning,
    strijd_met_hoger,
    strijdig,
    strijdige_plichten,
    uitgang_ontbreekt,
    waarborg_gebroken,
)
from verordening.language.diagnostics import Severity

FOLDER: Final = Path(questions.__path__[0])
"""Where the questions stand, each with its examples beside it."""


@cache
def catalogue() -> tuple[Question, ...]:
    """The questions."""
    return tuple(
        map(
            _question,
            (
                gat_in_de_tijd,
                dode_grond,
                waarborg_gebroken,
                armoedeval,
                leemte,
                strijd_met_hoger,
                uitgang_ontbreekt,
                strijdige_plichten,
                strijdig,
                ondergrens_bereikbaar,
                dode_regel,
                overbodige_regel,
                samenloop_boven_alles,
                omstreden,
                spanning,
            ),
        )
    )


def question_of(code: str) -> Question:
    """The question with this code. Raises KeyError where there is none."""
    return {each.code: each for each in catalogue()}[code]


def _question(module: ModuleType) -> Question:
    title, _, page = (module.__doc__ or "").partition("\n")
    slug = module.__name__.rpartition(".")[2]
    severity: Severity = module.SEVERITY
    return Question(module.CODE, slug, severity, title.removesuffix("."), page.strip(), module.ask)
