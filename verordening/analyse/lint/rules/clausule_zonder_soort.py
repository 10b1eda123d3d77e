"""Een clausule voor alle regels zegt niet wat voor ruimte zij geeft.

De regel wijkt af van de hele regeling, en er staat niet of het een hardheidsclausule is.

## Waarom dit uitmaakt

De klantmanager ziet bij elke weg wat voor ruimte het is. Hier kan het programma dat niet zeggen.

## Wat u doet

- Zet erbij: `soort ruimte hardheidsclausule`.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language import syntax as s
from verordening.language.diagnostics import Edit, Severity
from verordening.language.source import Span
from verordening.model.rules import Form

CODE = "VRD757"
SEVERITY = Severity.ADVIES
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Room on a whole regulation without a kind."""
    for rule in look.rules:
        if rule.room or not look.is_municipal(rule):
            continue
        rooms = [each for each in rule.effects if each.form is Form.MAY and not each.decision]
        for clause in look.clauses(rule.place, "in afwijking van") if rooms else ():
            if isinstance(clause, s.DeviationClause) and any(each.itself for each in clause.targets):
                end = look.span_of(rule, rooms[0])
                yield Finding(
                    end,
                    f"`{rule.path}` zegt niet wat voor ruimte dit is",
                    help="zet erbij: `soort ruimte hardheidsclausule`",
                    edits=(
                        Edit(
                            Span(end.file, end.end_line, end.end_column, end.end_line, end.end_column),
                            f"\n{' ' * (clause.span.column - 1)}soort ruimte hardheidsclausule",
                        ),
                    ),
                )
