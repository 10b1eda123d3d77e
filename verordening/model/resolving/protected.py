"""Protected grounds: a rule may depend on one, directly or through others, only where an act allows it.

The rule or the begrip says which act does, with `toegestaan door`. A municipal rule may do so only for the resident's
benefit. What a begrip does that an act allows is not held against the rules that use it.
"""

from __future__ import annotations

from collections.abc import Mapping

from verordening.model.dependence import conditions_of, pinning_conditions, values_of, walk
from verordening.model.expressions import ConceptValue, Expression, FieldValue, Input, ListExpression
from verordening.model.resolving.benefit import is_harmless
from verordening.model.resolving.checks import span_of
from verordening.model.resolving.problems import Problems
from verordening.model.rules import Concept, Decision, InputDeclaration, Rank, Regulation, Rule


def check_protected(
    rules: tuple[Rule, ...],
    inputs: dict[str, InputDeclaration],
    concepts: dict[str, Concept],
    allowed_concepts: frozenset[str],
    allowed_rules: frozenset[int],
    problems: Problems,
) -> None:
    """Report a rule that leans on a protected ground without an act that allows it (VRD340)."""
    grounds = _Grounds(inputs, concepts, allowed_concepts)
    for rule in rules:
        if rule.index in allowed_rules:
            continue
        for name in grounds.of(rule):
            through = _through(_nodes(rule), name, inputs, concepts, allowed_concepts)
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
    return set[str]().union(*(_grounds_of(each, inputs) for each in walk(node, concepts, allowed)))


def _grounds_of(each: Expression, inputs: dict[str, InputDeclaration]) -> list[str]:
    """The protected grounds that an expression is itself, without what stands inside it."""
    found = []
    if isinstance(each, Input | ListExpression):
        name = each.name if isinstance(each, Input) else each.list
        if name in inputs and inputs[name].protected:
            found.append(name)
    if isinstance(each, FieldValue) and inputs[each.list].type.field(each.name).protected:
        found.append(f"{each.name} van {inputs[each.list].type.of}")
    return found


def check_benefit(
    allowed_rules: tuple[Rule, ...],
    rules: tuple[Rule, ...],
    inputs: dict[str, InputDeclaration],
    concepts: dict[str, Concept],
    allowed_concepts: frozenset[str],
    decisions: Mapping[str, Decision],
    regulations: Mapping[str, Regulation],
    problems: Problems,
) -> None:
    """Report a municipal rule on a protected ground that is not clearly for the resident's benefit (VRD341)."""
    grounds = _Grounds(inputs, concepts, allowed_concepts)
    for rule in allowed_rules:
        if regulations[rule.regulation].rank > Rank.VERORDENING or problems.is_damaged(rule.place.file):
            continue
        for name in grounds.of(rule):
            for effect in rule.effects:
                harmless = is_harmless(rule, effect, rules, decisions)
                if harmless is True:
                    continue
                said = "is niet gunstig" if harmless is False else "is niet duidelijk gunstig"
                problems.add(
                    "VRD341",
                    f"`{rule.path}` hangt af van `{name}`, een beschermd kenmerk, en {said} voor de inwoner",
                    span_of(rule.place, rule.path),
                    help=_remedy(effect.decision, harmless, decisions),
                )
                break


def _remedy(decision: str, harmless: bool | None, decisions: Mapping[str, Decision]) -> str:
    if harmless is False:
        return (
            "een gemeente mag alleen ten gunste van de inwoner op zo'n kenmerk letten: laat het kenmerk weg"
        )
    declared = decisions.get(decision)
    if declared is not None and not declared.favourable:
        return f"schrijf bij het besluit `{decision}` achter `gunstig` wat goed is voor de inwoner"
    return "geef een vaste uitkomst, en noem met `in afwijking van` de regel met een vaste uitkomst die anders geldt"


class _Grounds:
    """The protected grounds that rules depend on; each begrip is gone through once."""

    def __init__(
        self, inputs: dict[str, InputDeclaration], concepts: dict[str, Concept], allowed: frozenset[str]
    ) -> None:
        self._inputs, self._concepts, self._allowed = inputs, concepts, allowed
        self._below: dict[str, set[str]] = {}

    def of(self, rule: Rule) -> list[str]:
        """Those of one rule, in order of name."""
        found: set[str] = set()
        for node in _nodes(rule):
            found |= self._in(node)
        return sorted(found)

    def _in(self, node: Expression) -> set[str]:
        found: set[str] = set()
        for each in walk(node, {}):
            if isinstance(each, ConceptValue):
                found |= self._of_concept(each.name)
            else:
                found.update(_grounds_of(each, self._inputs))
        return found

    def _of_concept(self, name: str) -> set[str]:
        known = self._below.get(name)
        if known is None:
            self._below[name] = set()
            looked_into = name in self._concepts and name not in self._allowed
            known = self._below[name] = self._in(self._concepts[name].value) if looked_into else set()
        return known


def _nodes(rule: Rule) -> tuple[Expression, ...]:
    return (*conditions_of(rule), *pinning_conditions(rule), *values_of(rule))


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
