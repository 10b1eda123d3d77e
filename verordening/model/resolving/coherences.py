"""What is always true of facts together: from a `samenhang` to the typed model."""

from __future__ import annotations

from verordening.language import syntax as s
from verordening.model import expressions as e
from verordening.model.coherences import Coherence
from verordening.model.dependence import inputs_in
from verordening.model.resolving.declarations import Declarations, place_of
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.headers import grounds_of
from verordening.model.resolving.places import Places
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.protected import grounds_in
from verordening.model.resolving.typing import condition
from verordening.model.rules import Concept, InputDeclaration, Rank, Regulation
from verordening.model.types import Kind


def coherence_of(
    block: Block,
    declarations: Declarations,
    places: Places,
    inputs: dict[str, InputDeclaration],
    concepts: dict[str, Concept],
    allowed: bool,
    regulation: Regulation | None,
    problems: Problems,
) -> Coherence:
    """A samenhang; one about an oordeel (VRD251), or a protected ground that no act allows (VRD340), is reported.

    An oordeel is for a person, and is never drawn from facts. `allowed` is whether an act is named. What a `regulation`
    says that goes together, does so on the days on which it holds; what begrippen say, always.
    """
    head = block.head
    assert isinstance(head, s.CoherenceHead)
    scope = declarations.scope(block)
    found = Coherence(
        head.text,
        _on_days_of(regulation, condition(head.condition, scope) if head.condition is not None else None),
        condition(head.demand, scope),
        grounds_of(block, places),
        place_of(block),
    )
    nodes = (found.demand,) if found.condition is None else (found.condition, found.demand)
    names = {name: None for node in nodes for name in inputs_in(node, concepts)}
    for name in names:
        if name in inputs and inputs[name].judgement:
            problems.add(
                "VRD251",
                f"een samenhang gaat over gegevens, en `{name}` is een oordeel",
                head.span,
                help="een oordeel volgt nooit uit gegevens; haal het hier weg",
            )
    protected = sorted({name for node in nodes for name in grounds_in(node, inputs, concepts)})
    if protected and not allowed:
        problems.add(
            "VRD340",
            f"deze samenhang hangt af van `{protected[0]}`, een beschermd kenmerk",
            head.span,
            help="noem het wetsartikel dat dit toestaat met `toegestaan door …`, of laat het kenmerk weg",
        )
    return found


def _on_days_of(regulation: Regulation | None, node: e.Expression | None) -> e.Expression | None:
    """A condition that is met only while a regulation holds; one of begrippen says what words mean on any day."""
    if regulation is None or regulation.rank is Rank.BEGRIPPEN:
        return node
    ends = ((">=", regulation.validity.start), ("<", regulation.validity.end))
    days = [
        e.Compare(operator, e.CaseDate(), e.Constant(day, Kind.DATE, ""))
        for operator, day in ends
        if day is not None
    ]
    parts = (*days, *((node,) if node is not None else ()))
    return e.And(parts) if len(parts) > 1 else parts[0] if parts else None
