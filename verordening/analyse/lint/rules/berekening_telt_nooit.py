"""Van `het kleinste van` of `het grootste van` telt de berekening nooit mee.

Wat er ook uit de berekening komt, de vaste grens wint altijd.

## Waarom dit uitmaakt

Meestal staat er `grootste` waar `kleinste` hoort te staan, of klopt de grens niet. De inwoner krijgt dan altijd het
uiterste. Een grens die zelf nooit telt, is geen fout: die staat er voor de zekerheid.

## Wat u doet

- Kijk of er `het kleinste van` of `het grootste van` hoort te staan, en of getal en eenheid kloppen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.language.diagnostics import Severity
from verordening.language.source import Span
from verordening.model import expressions as e
from verordening.model.dependence import parts, values_of
from verordening.model.rules import Place

if TYPE_CHECKING:
    from verordening.evaluate.interval import Interval

CODE = "VRD745"
SEVERITY = Severity.WAARSCHUWING


def check(look: Look) -> Iterator[Finding]:
    """Extremes of which what is worked out is never beyond another operand, whatever is still unknown."""
    for place, node, number in _extremes(look):
        bounds = _bounds(node, look)
        for at, own in enumerate(bounds):
            others = [each for other, each in enumerate(bounds) if other != at]
            fixed = isinstance(node.operands[at], e.Constant | e.TableValue)
            if not fixed and any(_never_beyond(own, each, node) for each in others):
                which, otherwise = ("kleinste", "grootste") if node.smallest else ("grootste", "kleinste")
                yield Finding(
                    _span(place, which, number, look),
                    f"van `het {which} van (…)` telt het {_ORDINALS[min(at, len(_ORDINALS) - 1)]} deel nooit mee",
                    help=f"kijk of het `{otherwise}` moet zijn, en of de waarden kloppen",
                )
                break


_ORDINALS = ("eerste", "tweede", "derde", "laatste")


def _extremes(look: Look) -> Iterator[tuple[Place, e.Extreme, int]]:
    """Each extreme that is written, with the how manieth of its kind it is at its place."""
    written = [(each.place, values_of(each)) for each in look.rules]
    written += [(each.place, (each.value,)) for each in look.concepts]
    for place, nodes in written:
        seen: dict[bool, int] = {}
        for node in dict.fromkeys(nodes):
            for each in _inside(node):
                seen[each.smallest] = seen.get(each.smallest, -1) + 1
                yield place, each, seen[each.smallest]


def _inside(node: e.Expression) -> Iterator[e.Extreme]:
    if isinstance(node, e.Extreme):
        yield node
    for each in parts(node):
        yield from _inside(each)


def _bounds(node: e.Extreme, look: Look) -> list[Interval]:
    # Imported here: most regulations have no extreme.
    from verordening.evaluate.context import Context
    from verordening.evaluate.intervals import Bounds

    bounds = Bounds(Context(look.corpus, {}, look.corpus.starts[-1]))
    return [bounds.of(each) for each in node.operands]


def _never_beyond(own: Interval, other: Interval, node: e.Extreme) -> bool:
    """Whether the other is always further on: lower where the smallest counts, else higher."""
    if node.smallest:
        return own.low is not None and other.high is not None and own.low > other.high
    return own.high is not None and other.low is not None and own.high < other.low


def _span(place: Place, which: str, number: int, look: Look) -> Span:
    item = look.item(place)
    found = [each.span for one, each in look.operations if one is item and each.operator == which]
    return found[number] if number < len(found) else item.head.span
