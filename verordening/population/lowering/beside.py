"""What is told of a decision beside its outcome: how good the texts are that it rests on, and the routes."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from verordening.population.lowering.deciding import Lowered
from verordening.population.lowering.provenances import Provenances
from verordening.population.lowering.routes import Routes
from verordening.population.outcomes import ROUTES, Part
from verordening.symbolic.logic import both, chosen, either
from verordening.symbolic.terms import Bool, Term


class Beside(NamedTuple):
    """The columns, and where only the interpreter can say them (`aside`)."""

    columns: dict[Part, Bool | Term]
    aside: Bool


def beside(decision: str, result: Lowered, parts: Collection[Part]) -> Beside:
    """What is asked of it. Raises NotEncodableError."""
    columns: dict[Part, Bool | Term] = {}
    aside: Bool = False
    if Part.PROVENANCE in parts:
        texts = Provenances(decision, result)
        known = result.value.defined
        columns[Part.PROVENANCE], aside = chosen(known, texts.grade, 0), both(known, texts.aside)
    if not ROUTES.isdisjoint(parts):
        routes = Routes(decision, result)
        columns |= {Part.MAY: routes.may, Part.MUST: routes.must, Part.HINGES: routes.hinges}
        aside = either(aside, routes.aside)
    return Beside(columns, aside)
