"""What lint and `conflicten` both find of one cause is shown once: as whoever says it more exactly.

Of two rules that contradict each other that is `conflicten`, which has the case; of a rule that never applies by its
own conditions it is lint, which points at those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from verordening.language.diagnostics import Diagnostic

_CLASH_BY_LINT: Final = "VRD775"
_CLASH: Final = "VRD601"
_NEVER_BY_LINT: Final = "VRD806"
_NEVER: Final = "VRD608"
_PLACE: Final = re.compile(r"`([^`]+)`")


def once(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The same in the same order, without what another says more exactly."""
    clashes = [each for each in found if each.code == _CLASH]
    never = {_subject(each) for each in found if each.code == _NEVER_BY_LINT}
    return [
        each
        for each in found
        if not (each.code == _NEVER and _subject(each) in never)
        and not (each.code == _CLASH_BY_LINT and any(_is_told_by(each, other) for other in clashes))
    ]


def _subject(each: Diagnostic) -> tuple[str, str]:
    """The file and the rule that a message begins with."""
    place = _PLACE.search(each.message)
    return "" if each.span is None else each.span.file, "" if place is None else place[1]


def _is_told_by(lint: Diagnostic, clash: Diagnostic) -> bool:
    """Whether a clash is about the same two rules."""
    labels = [clash.label, *(each.label for each in clash.related)]
    places = {place[1] for label in labels if (place := _PLACE.match(label)) is not None}
    spans = [clash.span, *(each.span for each in clash.related)]
    return lint.span in spans and _subject(lint)[1] in places
