"""Protected grounds: a rule may depend on one, directly or through others, only where an act allows it.

The rule or the begrip says which act does, with `toegestaan door`.
"""

from __future__ import annotations

from verordening.model.dependence import conditions_of, inputs_in, pinning_conditions, values_of, walk
from verordening.model.expressions import ConceptValue, Expression, FieldValue
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
    for rule in rules:
        if rule.index in allowed_rules:
            continue
        nodes = (*conditions_of(rule), *pinning_conditions(rule), *values_of(rule))
        used = {name for node in nodes for name in grounds_in(node, inputs, concepts, allowed_concepts)}
        for name in sorted(used):
            through = _through(nodes, name, inputs, concepts, allowed_concepts)
            problems.add(
                "VRD340",
                f"`{rule.path}` hangt {f'via `{through}` ' if through else ''}af van `{name}`, een beschermd kenmerk",
                span_of(rule.place, rule.path),
                help="noem het wetsartikel dat dit toestaat met `toegestaan door …`, of laat het kenmerk weg",
            )


def grounds_in(
    node: Expression,
    inputs: dict[str, InputDeclaration],
    concepts: dict[str, Concept],
    allowed: frozenset[str] = frozenset(),
) -> set[str]:
    """The protected grounds in an expression: inputs and lists as a whole, and fields as `leeftijd van kind`."""
    found = {name for name in inputs_in(node, concepts, allowed) if name in inputs and inputs[name].protected}
    for each in walk(node, concepts, allowed):
        if isinstance(each, FieldValue) and inputs[each.list].type.field(each.name).protected:
            found.add(f"{each.name} van {inputs[each.list].type.of}")
    return found


def _through(
    nodes: tuple[Expression, ...],
    name: str,
    inputs: dict[str, InputDeclaration],
    concepts: dict[str, Concept],
    allowed: frozenset[str],
) -> str:
    """The begrip through which a rule depends on a ground; nothing where the rule names the ground itself."""
    if any(name in grounds_in(node, inputs, {}) for node in nodes):
        return ""
    named = [each for node in nodes for each in walk(node, {}) if isinstance(each, ConceptValue)]
    return next(each.name for each in named if name in grounds_in(each, inputs, concepts, allowed))
