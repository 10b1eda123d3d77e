"""Which findings the user wants to see: by code, by the start of a code, or by what a rule is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from verordening.analyse.lint.groups import GROUPS, group_of
from verordening.language.diagnostics import Diagnostic, Severity

NOT_LOOKED_AT: Final = "VRD690"


def is_known(choice: str) -> bool:
    """Whether a choice can select anything: `VRD751`, the start of a code such as `VRD75`, or a group."""
    return choice in GROUPS.values() or choice.upper().startswith("VRD")


def selected(
    found: Iterable[Diagnostic], wanted: Sequence[str] = (), unwanted: Sequence[str] = ()
) -> tuple[Diagnostic, ...]:
    """The findings that fit `wanted` (empty: all) and none of `unwanted`.

    Errors always come through, and so does what they kept from being looked at.
    """
    return tuple(
        each
        for each in found
        if each.severity is Severity.FOUT
        or each.code == NOT_LOOKED_AT
        or ((not wanted or _fits(each, wanted)) and not _fits(each, unwanted))
    )


def _fits(found: Diagnostic, choices: Sequence[str]) -> bool:
    group = group_of(found.code)
    return any(choice == group or found.code.startswith(choice.upper()) for choice in choices)
