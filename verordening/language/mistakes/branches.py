"""The branches of a `begrip`: `a als b; c als d; anders e`."""

from __future__ import annotations

from verordening.language.complaint import Complaint
from verordening.language.mistakes.stuck import Stuck, start_of


def branch(stuck: Stuck) -> Complaint | None:
    """A last branch without `anders`, or a branch that does not end in a semicolon."""
    types = [token.type for token in stuck.own_tokens]
    if "BEGRIP" not in types:
        return None
    if stuck.thing == "anders" and "SEMICOLON" in stuck.expected:
        return stuck.complaint("VRD118", "voor `anders` hoort een puntkomma", help="schrijf `; anders`")
    if stuck.at_end and "ALS" in stuck.expected and "SEMICOLON" in types and "ANDERS" not in types:
        last = stuck.own_tokens[len(types) - types[::-1].index("SEMICOLON")]
        return stuck.complaint(
            "VRD102",
            "voor de laatste waarde ontbreekt `anders`",
            start=start_of(last),
            length=len(stuck.text[start_of(last) :].rstrip()),
            help="schrijf `anders` voor wat in alle andere gevallen geldt",
        )
    return None
