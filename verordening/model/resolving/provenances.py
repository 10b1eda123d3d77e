"""How good a text is: the `herkomst` that is written behind it, as its grade with a note."""

from __future__ import annotations

from verordening.language import syntax as s
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.wording import meant_or_choices
from verordening.model.rules import GRADES, Grade, Provenance


def provenance_of(clause: s.WordClause | None, problems: Problems) -> Provenance | None:
    """`herkomst officieel "…"`; an unknown word is reported (VRD313)."""
    if clause is None or not clause.words:
        return None
    return provenance_from(clause.words[0], clause.text, problems)


def provenance_from(word: s.Name, note: str, problems: Problems) -> Provenance:
    """A grade with its note; an unknown word is reported (VRD313) and read as the weakest that is still law."""
    if word.name not in GRADES:
        problems.add(
            "VRD313",
            f"`{word.name}` is geen herkomst",
            word.span,
            help=meant_or_choices(word.name, reversed(GRADES)),
        )
        return Provenance(Grade.RECONSTRUCTIE, note)
    return Provenance(GRADES[word.name], note)
