"""The solver for promises, loaded when the first asks for it."""

from __future__ import annotations

from datetime import date

from verordening.analyse.guarantees.settling import Solved
from verordening.analyse.guarantees.sides import Pairing
from verordening.model.corpus import Corpus
from verordening.model.expressions import Expression
from verordening.model.guarantees import Subject


def settle(
    corpus: Corpus, condition: Expression | None, subject: Subject, pairing: Pairing, day: date
) -> Solved | None:
    """What becomes of one part of a promise; None where it cannot be put to the solver. Needs the extra `analyse`."""
    from verordening.analyse.guarantees.copies import Copies
    from verordening.symbolic.refusing import NotEncodableError

    try:
        return Copies(corpus, condition, subject, pairing, day).search()
    except NotEncodableError:
        return None
