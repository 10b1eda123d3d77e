"""Protected grounds: a rule may depend on one, directly or through others, only where an act allows it (`toegestaan door`)."""

from __future__ import annotations

from verordening.model.dependence import conditions_of, inputs_in, values_of
from verordening.model.resolving.checks import span_of
from verordening.model.resolving.problems import Problems
from verordening.model.rules import Concept, InputDeclaration, Rule


def check_protected(
    rules: tuple[Rule, ...],
    inputs: dict[str, InputDeclaration],
    concepts: dict[str, Concept],
    allowed_concepts: frozenset[str],
    allowed_rules: frozenset[int],
    problems: Problems,
) -> None:
    """Report a rule that leans on a protected ground without an act that allows it (VRD340)."""
    protected = {name for name, declared in inputs.items() if declared.protected}
    for rule in rules:
        if rule.index in allowed_rules:
            continue
        used: set[str] = set()
        for node in (*conditions_of(rule), *values_of(rule)):
            used.update(inputs_in(node, concepts, allowed_concepts))
        for name in sorted(used & protected):
            problems.add(
                "VRD340",
                f"`{rule.path}` hangt af van `{name}`, een beschermd kenmerk",
                span_of(rule.place),
                help="noem de wet die dit toestaat met `toegestaan door …`, of laat het kenmerk weg",
            )
