"""What the codes of the lint rules are about. Knows no rule: a cached answer is sorted without any."""

from __future__ import annotations

from typing import Final

GROUPS: Final = {
    "VRD70": "taal",
    "VRD71": "verwijzing",
    "VRD72": "bevoegdheid",
    "VRD73": "tijd",
    "VRD74": "geld",
    "VRD75": "ruimte",
    "VRD76": "ondergrens",
    "VRD77": "gelijkheid",
    "VRD78": "privacy",
    "VRD79": "herkomst",
    "VRD80": "duidelijkheid",
    "VRD81": "duidelijkheid",
}

_ELSEWHERE: Final = {
    "VRD1": "taal",
    "VRD2": "taal",
    "VRD34": "gelijkheid",
    "VRD35": "verwijzing",
    "VRD30": "verwijzing",
    "VRD31": "herkomst",
    "VRD60": "bevoegdheid",
}
"""The messages that are not in the catalogue, as far as they fit a group."""


def group_of(code: str) -> str:
    """What a message is about; empty where it fits none of the groups."""
    starts = GROUPS | _ELSEWHERE
    return (
        starts[max((each for each in starts if code.startswith(each)), key=len)]
        if any(code.startswith(each) for each in starts)
        else ""
    )
