"""How good a text is: the `herkomst` that is written behind it, as its grade with a note.

The grade may change on a day on which the text itself stayed the same.
"""

from __future__ import annotations

from verordening.language import syntax as s
from verordening.model.formatting import format_date
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.periods import validity_of
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.wording import meant_or_choices
from verordening.model.rules import GRADES, Grade, Provenance
from verordening.records import replace


def provenance_of(clause: s.OriginClause | None, problems: Problems) -> Provenance | None:
    """`herkomst officieel "…" sinds D, daarvoor reconstructie "…"`; an unknown word is reported (VRD313)."""
    if clause is None:
        return None
    found = provenance_from(clause.grade, clause.text, problems)
    if clause.earlier is None:
        return found
    earlier = provenance_from(clause.earlier, clause.earlier_text, problems)
    return replace(found, since=clause.since, earlier=earlier)


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


def check_origin(block: Block, problems: Problems) -> None:
    """Report a grade that changes on a day before which, or from which, the text does not hold (VRD325)."""
    clause = block.one("herkomst", s.OriginClause)
    if clause is None or clause.since is None:
        return
    validity = validity_of(block, header=False) or validity_of(block.file.header, header=True)
    start, end = (None, None) if validity is None else (validity.start, validity.end)
    if start is not None and clause.since <= start:
        problems.add(
            "VRD325",
            f"deze tekst geldt pas vanaf {format_date(start)}; van daarvoor is er niets om een herkomst van te noemen",
            clause.span,
            help=f"schrijf alleen `herkomst {clause.grade.name}`",
        )
    elif end is not None and clause.since >= end:
        problems.add(
            "VRD325",
            f"deze tekst geldt tot {format_date(end)}; van daarna is er niets om een herkomst van te noemen",
            clause.span,
            help=f"schrijf alleen `herkomst {clause.earlier.name if clause.earlier else clause.grade.name}`",
        )
