"""Declarations: from the clauses of a gegeven, oordeel, begrip, tabel, besluit or waarde to the typed model."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from verordening.language import syntax as s
from verordening.model import expressions as e
from verordening.model.resolving.authority import is_statutory
from verordening.model.resolving.building_on import DEEPEST, concepts_below
from verordening.model.resolving.burdens import burden_of
from verordening.model.resolving.changing import changes_of
from verordening.model.resolving.courses import course_of
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.lists import list_type, refuse_list
from verordening.model.resolving.literals import FAILED, check_bounded, literal_value, resolve_type
from verordening.model.resolving.names import Declared, Names
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.provenances import provenance_of
from verordening.model.resolving.typing import Scope, condition, fitting, typed
from verordening.model.resolving.wording import choices, described, trail
from verordening.model.rules import (
    Concept,
    Decision,
    InputDeclaration,
    LegalValue,
    Place,
)
from verordening.model.types import NUMERIC, Below, Kind, Number, Type, Value


def place_of(block: Block) -> Place:
    """Where a block stands in its file."""
    return Place(block.span.file, block.span.line, block.span.column)


def _head(declared: Declared) -> s.ConceptHead:
    head = declared.block.head
    assert isinstance(head, s.ConceptHead)
    return head


def _has_cents(type_: Type, *, decided: bool) -> bool:
    """Whether there are euros to round: an amount, or behind a decision the amount that it is a percentage of."""
    return type_.kind is Kind.AMOUNT or (decided and type_.kind is Kind.PERCENTAGE and bool(type_.of))


def _within(body: e.Expression, type_: Type, name: str, written: s.TypeExpression) -> e.Expression:
    """A begrip with bounds of its own has no value outside them."""
    if type_.low is None or type_.high is None:
        return body
    high: Number | date | Below = type_.high
    if written.half_open and isinstance(written.high, s.Literal):
        limit, _ = literal_value(written.high)
        if isinstance(limit, int | Fraction | date):
            high = Below(limit)
    return e.Within(body, type_.low, high, name)


class Declarations:
    """Resolves the declarations of all files; concepts get their types as they are needed, circles are reported."""

    def __init__(
        self, names: Names, problems: Problems, kinds: dict[str, str], levels: dict[str, int]
    ) -> None:
        self.names, self.problems, self.kinds = names, problems, kinds
        self.concepts: dict[str, Concept] = {}
        self._busy: dict[str, None] = {}
        self.levels = levels
        """How deep each begrip builds on others: of those resolved beforehand, and then of all."""
        for each in names.terms.values():
            if each.type is not None:
                continue
            head = each.block.head
            if isinstance(head, s.InputHead) and head.keyword == "gegeven" and head.type.kind == "lijst":
                each.type = list_type(head.type, self._type, problems)
            elif isinstance(head, s.InputHead | s.TableHead | s.DecisionHead):
                each.type = self._type(head.type)
                if isinstance(head, s.InputHead):
                    check_bounded(head.type, head.name, problems)

    def scope(self, block: Block, *, decisions_allowed: bool = False) -> Scope:
        """A scope for expressions of a block that stand outside a consequence."""
        statutory = is_statutory(block, self.kinds)
        return Scope(
            self.names,
            self.problems,
            self.concept_type,
            decisions_allowed=decisions_allowed,
            statutory=statutory,
        )

    def _type(self, written: s.TypeExpression) -> Type:
        """A type as declared; that of which it is a percentage must exist. Only a gegeven can be a list."""
        if written.kind == "lijst":
            return refuse_list(written, "dit", self.problems)
        if written.of is not None and written.of.name not in self.names.terms:
            self.names.report_unknown(written.of.name, written.of.span, self.problems)
        return resolve_type(written, self.problems)

    # ------------------------------------------------ begrip

    def concept_type(self, declared: Declared) -> Type:
        """The type of a concept, resolving it first when that was not done yet."""
        if declared.type is not None:
            return declared.type
        if declared.name in self._busy:
            busy = list(self._busy)
            self.problems.add(
                "VRD216",
                "deze begrippen verwijzen in een kring naar elkaar: "
                f"{trail((*busy[busy.index(declared.name) :], declared.name))}",
                _head(declared).name.span,
                help="haal een van deze verwijzingen weg",
            )
            return FAILED
        return self._resolve(declared)

    def _resolve(self, first: Declared) -> Type:
        """Resolve a concept, and before it all that it builds on; a row of any length takes no more calls than one."""
        waiting = [(first, iter(concepts_below(first, self.names.terms)))]
        self._busy[first.name] = None
        while waiting:
            declared, below = waiting[-1]
            following = next((each for each, _ in below if self._is_new(each)), None)
            if following is not None:
                waiting.append((following, iter(concepts_below(following, self.names.terms))))
                self._busy[following.name] = None
                continue
            concept, declared.type = self._concept(declared, _head(declared))
            if self._is_shallow(declared):
                self.concepts[declared.name] = concept
            waiting.pop()
            del self._busy[declared.name]
        assert first.type is not None
        return first.type

    def _is_new(self, declared: Declared) -> bool:
        return declared.type is None and declared.name not in self._busy

    def _is_shallow(self, declared: Declared) -> bool:
        """Whether a begrip can be followed; one that lies too deep is reported (VRD229) and fails."""
        below = concepts_below(declared, self.names.terms)
        levels = max((depth + self.levels.get(each.name, 0) for each, depth in below), default=1)
        if levels > DEEPEST:
            self.problems.add(
                "VRD229",
                f"`{declared.name}` bouwt te diep voort op andere begrippen",
                _head(declared).name.span,
                help="voeg een paar van de begrippen samen waar dit begrip op voortbouwt",
            )
            declared.type = FAILED
            return False
        self.levels[declared.name] = levels
        return True

    def _concept(self, declared: Declared, head: s.ConceptHead) -> tuple[Concept, Type]:
        scope = self.scope(declared.block)
        type_ = self._type(head.type) if head.type is not None else None
        expressions: list[e.Expression] = []
        for value in (*(value for value, _ in head.branches), head.otherwise):
            expression, type_ = self._branch(value, type_, declared.name, scope)
            expressions.append(expression)
        conditions = [condition(each, scope) for _, each in head.branches]
        body: e.Expression = expressions[-1]
        if conditions:
            body = e.Branches(tuple(zip(expressions[:-1], conditions, strict=True)), body)
        type_ = type_ or FAILED
        rounding = self._rounding(head.rounding, type_)
        if rounding is not None:
            body = e.Rounded(body, *rounding)
        if head.type is not None and (head.type.low is not None or head.type.high is not None):
            body = _within(body, type_, declared.name, head.type)
        block = declared.block
        provenance = provenance_of(block.one("herkomst", s.OriginClause), self.problems)
        label = block.text("label") or head.name.name.replace("_", " ")
        place = place_of(block)
        return Concept(head.name.name, type_, body, label, provenance, place, block.text("uitleg")), type_

    def _branch(
        self, value: s.Expression, type_: Type | None, name: str, scope: Scope
    ) -> tuple[e.Expression, Type | None]:
        """A value of a begrip; the first that has one gives the begrip its type where none was written."""
        if type_ is None:
            expression, found = typed(value, scope)
            return expression, None if isinstance(value, s.NoValue) else found
        if type_ is FAILED or isinstance(value, s.NoValue):
            return typed(value, scope, None if type_ is FAILED else type_)[0], type_
        if type_.kind is Kind.BOOL:
            return condition(value, scope), type_
        return fitting(value, scope, type_, f"`{name}`"), type_

    def _rounding(
        self, rounding: s.Rounding | None, type_: Type, *, decided: bool = False
    ) -> tuple[int, str] | None:
        if rounding is None:
            return None
        if type_ is not FAILED and not _has_cents(type_, decided=decided):
            self.problems.add(
                "VRD217",
                f"afronden past niet bij {described(type_)}",
                rounding.span,
                help="rond alleen een bedrag af, of het bedrag achter een besluit `percentage van …`",
            )
        return (1 if rounding.unit == "centen" else 100, rounding.direction)

    # ------------------------------------------------ the others

    def input(self, declared: Declared, order: int, grounds: tuple[str, ...]) -> InputDeclaration:
        """A gegeven or oordeel."""
        block, head = declared.block, declared.block.head
        assert isinstance(head, s.InputHead)
        assert declared.type is not None
        label = block.text("label") or declared.name.replace("_", " ")
        return InputDeclaration(
            declared.name,
            declared.type,
            head.keyword == "oordeel",
            block.text("vraag") or f"{label[:1].upper()}{label[1:]}?",
            block.text("uitleg"),
            label,
            block.one("bijzonder", s.TextClause) is not None,
            block.words("weeg"),
            grounds,
            burden_of(block, self.problems),
            False,
            order,
            place_of(block),
            head.per.name if head.per is not None else "",
            block.word("meervoud"),
            changes_of(block, declared.type, self.problems),
        )

    def decision(self, declared: Declared, order: int) -> Decision:
        """A besluit; its standaard must be of its type and what is gunstig must fit it."""
        block, head = declared.block, declared.block.head
        assert isinstance(head, s.DecisionHead)
        assert declared.type is not None
        type_ = declared.type
        default: Value | None = None
        if head.default is not None:
            expression = fitting(head.default, self.scope(block), type_, f"`{declared.name}`")
            default = expression.value if isinstance(expression, e.Constant) else None
        self._check_favourable(head, type_)
        return Decision(
            declared.name,
            type_,
            default,
            self._rounding(head.rounding, type_, decided=True),
            head.favourable.name if head.favourable else "",
            block.text("uitkomstzin"),
            block.text("standaardzin"),
            block.text("label") or declared.name.replace("_", " "),
            order,
            place_of(block),
            head.per.name if head.per is not None else "",
            course_of(declared, self.names, self.problems),
        )

    def _check_favourable(self, head: s.DecisionHead, type_: Type) -> None:
        fitting_words: tuple[str, ...] = ()
        if type_.kind is Kind.BOOL:
            fitting_words = ("ja", "nee")
        elif type_.kind in NUMERIC:
            fitting_words = ("lager", "hoger")
        word = head.favourable
        if word is not None and word.name not in fitting_words:
            self.problems.add(
                "VRD218",
                f"`gunstig {word.name}` past niet bij {described(type_)}",
                word.span,
                help=choices(fitting_words) or "haal `gunstig` hier weg",
            )

    def value(self, declared: Declared) -> LegalValue:
        """A waarde."""
        head = declared.block.head
        assert isinstance(head, s.ValueHead)
        return LegalValue(declared.name, head.text, place_of(declared.block))
