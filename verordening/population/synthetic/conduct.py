"""Acts for which a maatregel is considered, and the measures before. No figure of it is public: all are assumptions."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np

from verordening.model.corpus import Corpus
from verordening.model.types import Kind
from verordening.population.reading.problems import Numbers, Truths
from verordening.population.reading.scalars import Numbered
from verordening.population.synthetic.drawing import BLOCK, Draws, known

# Each with the range in which it is plausible.
MISCONDUCT: Final = 0.03  # an act: 0.01 to 0.05
BLAMELESS: Final = 0.15  # of those, without blame: 0.05 to 0.3
REPEATED: Final = 0.15  # of those, a measure of a kind in the two years before: 0.05 to 0.3
MEASURED: Final = 0.01  # of all others: 0.005 to 0.02
LAW: Final = {"lid_5": 0.8, "lid_6": 0.15, "lid_7": 0.04, "lid_8": 0.01}  # which it was, of artikel 18 lid 4
TWICE: Final = (0.8, 0.15, 0.05)  # 1, 2 or 3 measures of the same category
_DAYS_BACK: Final = 730
_YEAR: Final = 365
_OF_ARTICLE: Final = "eerdere_maatregel_"
_LAST: Final = "datum_laatste_maatregel_"


def conduct(corpus: Corpus, day: date, draws: Draws) -> dict[str, Numbered]:
    """The act of a block of households, and the measures before it."""
    acts = corpus.inputs["gedraging"].type.options
    some = draws.chance("gedraging", MISCONDUCT)
    none = acts.index("geen")
    act = draws.between("welke gedraging", 0, len(acts) - 2)
    act = np.where(some, act + (act >= none), none)
    days = day.toordinal() - draws.between("datum_gedraging", 1, 60)
    blame = corpus.inputs["verwijtbaarheid"].type.options.index("aanwezig")
    without = draws.chance("verwijtbaarheid", BLAMELESS)
    return {
        "gedraging": known(act),
        "datum_gedraging": Numbered(days, some),
        "verwijtbaarheid": known(np.where(without, 1 - blame, blame)),
        **_earlier(corpus, day, draws, some),
    }


def _earlier(corpus: Corpus, day: date, draws: Draws, some: Truths) -> dict[str, Numbered]:
    """Measures of each kind that the rules tell apart, with their days; all are before the act."""
    found: dict[str, Numbered] = {}
    lately = np.zeros(BLOCK, np.int64)
    for name in corpus.inputs:
        kind = name.removeprefix(_LAST)
        if kind == name:
            continue
        there = draws.chance(f"{name} is er", np.where(some, REPEATED, MEASURED))
        back = draws.between(name, 61, _DAYS_BACK)
        found[name] = Numbered(day.toordinal() - back, there)
        lately += there & (back <= _YEAR)
        found |= _measure(corpus, kind, draws, there)
    return found | {"eerdere_maatregelen_afgelopen_jaar": known(lately)}


def _measure(corpus: Corpus, kind: str, draws: Draws, there: Truths) -> dict[str, Numbered]:
    """Whether there was one of this kind: as ja/nee, as the paragraph of the law, or how many."""
    law = corpus.inputs.get(f"laatste_maatregel_{kind}")
    if law is not None and law.type.kind is Kind.ENUM:
        options = law.type.options
        which = draws.one_of(f"welke {kind}", [LAW.get(each, 0) for each in options])
        return {f"laatste_maatregel_{kind}": known(np.where(there, which, options.index("geen")))}
    how_many: Numbers = draws.one_of(f"hoeveel {kind}", TWICE) + 1
    return {
        f"{_OF_ARTICLE}{kind}": known(there),
        f"eerdere_maatregelen_{kind}": known(np.where(there, how_many, 0)),
    }
