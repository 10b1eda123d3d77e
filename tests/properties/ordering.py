"""The same regulation in another order: of files, of declarations, of articles and leden.

Every answer must stay the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.properties.claims import Bench, Breach, Given, words
from verordening.evaluate.outcome import Outcome


def same_answer(bench: Bench, shuffled: Bench, given: Given, asked: tuple[str, ...]) -> Iterator[Breach]:
    """The answer of a corpus against that of the same corpus in another order."""
    first, second = bench.answer(given, asked), shuffled.answer(given, asked)
    for one, other in zip(first.decisions, second.decisions, strict=True):
        left, right = _decision(first, one.name), _decision(second, one.name)
        if left != right:
            differing = ", ".join(key for key, value in left.items() if value != right[key])
            said = f"{words(one)} [{differing}: {[left[key] for key in left if left[key] != right[key]]}]"
            became = f"{words(other)} [{[right[key] for key in left if left[key] != right[key]]}]"
            yield Breach("volgorde maakt uit", one.name, asked, dict(given), None, said, became)


def _decision(outcome: Outcome, name: str) -> dict[str, object]:
    """What an answer decides, without the order in which it says so.

    Of rules that agree either may be named, and how far an open answer is sharpened may differ.
    """
    decision = outcome.decision(name)
    return {
        "status": decision.status,
        "uitkomst": decision.shown,
        "bereik": decision.range,
        "kandidaten": {each.text for each in decision.candidates},
        "voorbehouden": {each.id for each in decision.reservations},
        "ruimte": {
            (each.cited.id, each.status, each.range and each.range.text)
            for each in outcome.routes
            if each.decision == name
        },
        "ondergrenzen": {
            (each.name, each.status, each.effect, each.after)
            for each in outcome.floors
            if each.decision == name
        },
    }
