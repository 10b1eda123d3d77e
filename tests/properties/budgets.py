"""How much is tried: a sample, or with `VERORDENING_VOLLEDIG=1` what a night can pay."""

from __future__ import annotations

import os
from random import Random

from tests.properties.claims import FEW
from verordening.evaluate.completing import MOST_COMPLETIONS

FULL = os.environ.get("VERORDENING_VOLLEDIG") == "1"


def tries(missing: int, rng: Random, sample: float = 1.0) -> int:
    """The completions to sharpen an answer with, when so many facts are left out: the more, the more often in vain.

    Of the subsets of more than three facts the part `sample` is sharpened at all.
    """
    if not FULL:
        return FEW
    if missing <= 3:
        return MOST_COMPLETIONS if missing <= 1 else 100
    return FEW if rng.random() < sample else 0
