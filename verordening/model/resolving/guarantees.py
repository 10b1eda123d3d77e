"""What is promised of all cases: from a `waarborg` to the typed model."""

from __future__ import annotations

from typing import Final

from verordening.language import syntax as s
from verordening.language.suggestions import bedoelt_u
from verordening.model import expressions as e
from verordening.model.dependence import walk
from verordening.model.guarantees import (
    Compared,
    Excluded,
    Guarantee,
    Independent,
    Monotone,
    Property,
    Side,
    Subject,
)
from verordening.model.resolving.declarations import Declarations, place_of
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.headers import grounds_of
from verordening.model.resolving.literals import FAILED
from verordening.model.resolving.names import Declared, Names
from verordening.model.resolving.places import Places
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.provenances import provenance_of
from verordening.model.resolving.typing import Scope, condition, typed
from verordening.model.resolving.wording import described
from verordening.model.rules import Provenance
from verordening.model.types import NUMERIC, Kind, Type

_TWO_CASES: Final = "een ondergrens gaat over één zaak, en deze `eis` vergelijkt er twee"
_FORMS: Final = (
    "`hangt niet af van`, `daalt niet als … stijgt`, `is langer bij … dan bij …` of `gaat niet samen met`"
)
_OF_A_GUARANTEE: Final = {
    s.IndependentClause: _TWO_CASES,
    s.MonotoneClause: _TWO_CASES,
    s.ComparedClause: _TWO_CASES,
    s.ExcludedClause: "`gaat niet samen met` hoort bij een waarborg, en niet bij een ondergrens",
}
_OPERATORS: Final = {"lager": "<", "korter": "<", "hoger": ">", "langer": ">"}
_NEGATED: Final = {"<": ">=", ">": "<="}


def misplaced_property(block: Block, problems: Problems) -> bool:
    """Whether the `eis` of an ondergrens is that of a waarborg, which is reported (VRD334)."""
    for clause in block.clauses:
        message = _OF_A_GUARANTEE.get(type(clause))
        if message is not None:
            problems.add(
                "VRD334",
                message,
                clause.span,
                help='zet deze eis onder een `waarborg NAAM "titel"`',
            )
            return True
    return False


class Guarantees:
    """Resolves `waarborg`."""

    def __init__(self, names: Names, places: Places, declarations: Declarations, problems: Problems) -> None:
        self.names, self.places, self.declarations, self.problems = names, places, declarations, problems

    def guarantee(self, block: Block, provenance: Provenance) -> Guarantee | None:
        """A waarborg; one that does not say what must hold is reported (VRD334), and left out.

        `provenance` is that of the regulation it stands in.
        """
        head = block.head
        assert isinstance(head, s.GuaranteeHead)
        own = block.one("als", s.ConditionClause)
        holding = condition(own.condition, self.declarations.scope(block)) if own else None
        found = self._property(block, head)
        if found is None:
            return None
        return Guarantee(
            head.name.name,
            head.title,
            block.file.id,
            holding,
            found,
            grounds_of(block, self.places),
            block.text("uitleg"),
            provenance_of(block.one("herkomst", s.OriginClause), self.problems) or provenance,
            place_of(block),
        )

    def _property(self, block: Block, head: s.GuaranteeHead) -> Property | None:
        clause = next((each for each in block.clauses if each.keyword == "eis"), None)
        match clause:
            case s.IndependentClause():
                facts = [self._fact(each) for each in clause.facts]
                subjects = tuple(self._subject(each, block) for each in clause.subjects)
                return Independent(subjects, tuple(each.name for each in facts if each is not None))
            case s.MonotoneClause():
                return self._monotone(clause, block)
            case s.ComparedClause():
                return self._compared(clause, block)
            case s.ExcludedClause():
                return self._excluded(clause, block)
            case None:
                self.problems.add_missing(
                    "VRD334",
                    f"de waarborg `{head.name.name}` zegt niet wat er moet gelden",
                    head.name.span,
                    help=f"voeg een regel toe die met `eis` begint, met {_FORMS}",
                )
            case _:
                self.problems.add(
                    "VRD334",
                    "een waarborg legt twee zaken of twee besluiten naast elkaar, en deze `eis` niet",
                    clause.span,
                    help=f"schrijf {_FORMS}; wat in elke zaak moet gelden, is een `ondergrens`",
                )
        return None

    def _monotone(self, clause: s.MonotoneClause, block: Block) -> Monotone:
        subject = self._number(clause.subject, block)
        declared = self._fact(clause.fact)
        if declared is not None and declared.type is not None and declared.type.kind not in NUMERIC:
            self.problems.add(
                "VRD336",
                f"`{declared.name}` kan niet stijgen of dalen: het is {described(declared.type)}",
                clause.fact.span,
                help="noem een gegeven dat een bedrag, getal, aantal, percentage of duur is",
            )
        rising = (clause.never == "daalt") == (clause.moves == "stijgt")
        return Monotone(subject, clause.fact.name, rising)

    def _compared(self, clause: s.ComparedClause, block: Block) -> Compared:
        subject = self._number(clause.subject, block)
        is_duration = subject.type.kind is Kind.DURATION
        words = ("korter", "langer") if is_duration else ("lager", "hoger")
        word = clause.relation.name
        if subject.type is not FAILED and word not in words:
            self.problems.add(
                "VRD336",
                f"`{word}` past niet bij {described(subject.type)}",
                clause.relation.span,
                help=f"schrijf `is {words[0]} bij …` of `is {words[1]} bij …`",
            )
        operator = _OPERATORS.get(word, ">")
        scope = self.declarations.scope(block)
        first, second = condition(clause.first, scope), condition(clause.second, scope)
        return Compared(subject, _NEGATED[operator] if clause.negated else operator, first, second)

    def _excluded(self, clause: s.ExcludedClause, block: Block) -> Excluded | None:
        first, second = self._side(clause.first, block), self._side(clause.second, block)
        if first is None or second is None:
            return None
        if first.decision == second.decision:
            self.problems.add(
                "VRD336",
                f"links en rechts gaat het over hetzelfde besluit: `{first.decision}`",
                clause.span,
                help="noem rechts een ander besluit; wat één besluit niet mag worden, is een `mag niet`",
            )
            return None
        return Excluded(first, second)

    # ------------------------------------------------ what is looked at

    def _side(self, node: s.Expression, block: Block) -> Side | None:
        """A condition on one decision; on none (VRD335) or on several (VRD336) is reported."""
        found = condition(node, self._scope(block))
        decisions = sorted({each.name for each in walk(found, {}) if isinstance(each, e.DecisionValue)})
        if len(decisions) == 1:
            return Side(found, decisions[0])
        if decisions:
            self.problems.add(
                "VRD336",
                "hier staan meer besluiten, en aan elke kant hoort er één",
                node.span,
                help="maak er twee waarborgen van",
            )
        elif not isinstance(found, e.NoValue):
            self._report_without_decision(node)
        return None

    def _subject(self, node: s.Expression, block: Block) -> Subject:
        """What a waarborg is about; without any decision in it, it says nothing of the rules (VRD335)."""
        value, type_ = typed(node, self._scope(block))
        if type_ is not FAILED and not any(isinstance(each, e.DecisionValue) for each in walk(value, {})):
            self._report_without_decision(node)
        return Subject(value, type_)

    def _report_without_decision(self, node: s.Expression) -> None:
        self.problems.add(
            "VRD335",
            "hier staat geen besluit, en een waarborg gaat over wat besluiten worden",
            node.span,
            help="noem een besluit, of een som waar een besluit in staat",
        )

    def _number(self, node: s.Expression, block: Block) -> Subject:
        subject = self._subject(node, block)
        if subject.type is not FAILED and subject.type.kind not in NUMERIC:
            self.problems.add(
                "VRD336",
                f"dit kan niet stijgen of dalen: het is {described(subject.type)}",
                node.span,
                help="noem iets dat een bedrag, getal, aantal, percentage of duur is, of schrijf `hangt niet af van`",
            )
        return subject

    def _scope(self, block: Block) -> Scope:
        return self.declarations.scope(block, decisions_allowed=True)

    def _fact(self, name: s.Name) -> Declared | None:
        """A gegeven or oordeel of which a case gives one value; anything else is reported (VRD202, VRD336)."""
        declared = self.names.terms.get(name.name)
        if declared is None:
            self.names.report_unknown(name.name, name.span, self.problems)
            return None
        is_list = declared.type is not None and _is_list(declared.type)
        if declared.what == "input" and not is_list:
            return declared
        inputs = [each for each, other in self.names.terms.items() if other.what == "input"]
        self.problems.add(
            "VRD336",
            f"`{name.name}` is een {'lijst' if is_list else declared.word}, en geen gegeven of oordeel met één waarde",
            name.span,
            help=bedoelt_u(name.name, [each for each in inputs if each != name.name])
            or "noem het gegeven waarin de twee zaken verschillen",
        )
        return None


def _is_list(type_: Type) -> bool:
    return type_.kind is Kind.LIST
