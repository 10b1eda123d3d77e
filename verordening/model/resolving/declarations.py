"""Declarations: from the clauses of a gegeven, oordeel, begrip, tabel, besluit or waarde to the typed model."""

from __future__ import annotations

from datetime import date

from verordening.language import syntax as s
from verordening.language.suggestions import bedoelt_u
from verordening.model import expressions as e
from verordening.model.calendar import next_day_of_year
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.literals import resolve_type
from verordening.model.resolving.names import Declared, Names
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.typing import FAILED, Scope, condition, fitting, typed
from verordening.model.rules import (
    GRADES,
    Concept,
    Decision,
    Grade,
    InputDeclaration,
    LegalValue,
    Place,
    Provenance,
    Row,
    Table,
)
from verordening.model.types import NUMERIC, Kind, Type, Value

FAVOURABLE = {"lager", "hoger", "ja", "nee"}


def place_of(block: Block) -> Place:
    """Where a block stands in its file."""
    return Place(block.span.file, block.span.line, block.span.column)


def provenance_of(clause: s.WordClause | None, problems: Problems) -> Provenance | None:
    """`herkomst officieel "…"`; an unknown word is reported (VRD313)."""
    if clause is None or not clause.words:
        return None
    word = clause.words[0]
    if word.name not in GRADES:
        problems.add(
            "VRD313",
            f"`{word.name}` is geen herkomst",
            word.span,
            help=bedoelt_u(word.name, GRADES) or "kies officieel, parafrase, reconstructie of fictief",
        )
        return Provenance(Grade.RECONSTRUCTIE, clause.text)
    return Provenance(GRADES[word.name], clause.text)


class Declarations:
    """Resolves the declarations of all files; concepts get their types as they are needed, circles are reported."""

    def __init__(self, names: Names, problems: Problems) -> None:
        self.names, self.problems = names, problems
        self.concepts: dict[str, Concept] = {}
        self._busy: list[str] = []
        for each in names.terms.values():
            head = each.block.head
            if isinstance(head, s.InputHead | s.TableHead | s.DecisionHead):
                each.type = resolve_type(head.type, problems)

    def scope(self, *, decisions_allowed: bool = False) -> Scope:
        """A scope for expressions that stand outside a consequence."""
        return Scope(self.names, self.problems, self.concept_type, decisions_allowed=decisions_allowed)

    # ------------------------------------------------ begrip

    def concept_type(self, declared: Declared) -> Type:
        """The type of a concept, resolving it first when that was not done yet."""
        if declared.type is not None:
            return declared.type
        head = declared.block.head
        assert isinstance(head, s.ConceptHead)
        if declared.name in self._busy:
            circle = " → ".join([*self._busy[self._busy.index(declared.name) :], declared.name])
            self.problems.add(
                "VRD216",
                f"deze begrippen verwijzen in een kring naar elkaar: {circle}",
                head.name.span,
                help="haal een van deze verwijzingen weg",
            )
            return FAILED
        self._busy.append(declared.name)
        try:
            self.concepts[declared.name], type_ = self._concept(declared, head)
        finally:
            self._busy.pop()
        declared.type = type_
        return type_

    def _concept(self, declared: Declared, head: s.ConceptHead) -> tuple[Concept, Type]:
        scope = self.scope(decisions_allowed=False)
        written = resolve_type(head.type, self.problems) if head.type is not None else None
        values = [value for value, _ in head.branches] + [head.otherwise]
        expressions: list[e.Expression] = []
        type_ = written
        for value in values:
            if type_ is None:
                expression, found = typed(value, scope)
                if not isinstance(value, s.NoValue):
                    type_ = found
            elif type_.kind is Kind.BOOL and type_ is not FAILED:
                expression = (
                    condition(value, scope) if not isinstance(value, s.NoValue) else typed(value, scope)[0]
                )
            elif type_ is FAILED:
                expression, _ = typed(value, scope)
            else:
                expression = fitting(value, scope, type_, f"`{head.name.name}`")
            expressions.append(expression)
        conditions = [condition(each, scope) for _, each in head.branches]
        body: e.Expression = expressions[-1]
        if conditions:
            body = e.Branches(tuple(zip(expressions[:-1], conditions, strict=True)), body)
        type_ = type_ or FAILED
        rounding = self._rounding(head.rounding, type_)
        if rounding is not None:
            body = e.Rounded(body, *rounding)
        block = declared.block
        provenance = provenance_of(block.one("herkomst", s.WordClause), self.problems)
        label = block.text("label") or head.name.name.replace("_", " ")
        return Concept(head.name.name, type_, body, label, provenance, place_of(block)), type_

    def _rounding(self, rounding: s.Rounding | None, type_: Type) -> tuple[int, str] | None:
        if rounding is None:
            return None
        if type_ is not FAILED and type_.kind not in (Kind.AMOUNT, Kind.PERCENTAGE):
            self.problems.add(
                "VRD217",
                f"afronden past niet bij {type_.describe()}",
                rounding.span,
                help="rond alleen bedragen af",
            )
        return (1 if rounding.unit == "centen" else 100, rounding.direction)

    # ------------------------------------------------ the others

    def input(self, declared: Declared, order: int, grounds: tuple[str, ...]) -> InputDeclaration:
        """A gegeven or oordeel."""
        block, head = declared.block, declared.block.head
        assert isinstance(head, s.InputHead) and declared.type is not None
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
            block.word("bewijslast"),
            False,
            order,
            place_of(block),
        )

    def decision(self, declared: Declared, order: int) -> Decision:
        """A besluit; its standaard must be of its type and what is gunstig must fit it."""
        block, head = declared.block, declared.block.head
        assert isinstance(head, s.DecisionHead) and declared.type is not None
        type_ = declared.type
        default: Value | None = None
        if head.default is not None:
            expression = fitting(head.default, self.scope(), type_, f"`{declared.name}`")
            default = expression.value if isinstance(expression, e.Constant) else None
        favourable = head.favourable.name if head.favourable else ""
        wanted = (
            {"ja", "nee"}
            if type_.kind is Kind.BOOL
            else {"lager", "hoger"}
            if type_.kind in NUMERIC
            else set()
        )
        if head.favourable is not None and favourable not in wanted:
            self.problems.add(
                "VRD218",
                f"`gunstig {favourable}` past niet bij {type_.describe()}",
                head.favourable.span,
                help="kies uit " + (", ".join(sorted(wanted)) or "niets: laat `gunstig` weg"),
            )
        if type_.of and type_.of not in self.names.terms:
            self.problems.add(
                "VRD202",
                f"`{type_.of}` is niet gedeclareerd",
                head.type.span,
                help=bedoelt_u(type_.of, self.names.terms),
            )
        return Decision(
            declared.name,
            type_,
            default,
            self._rounding(head.rounding, type_),
            favourable,
            block.text("uitkomstzin"),
            block.text("standaardzin"),
            block.text("label") or declared.name.replace("_", " "),
            order,
            place_of(block),
        )

    def table(self, declared: Declared) -> Table:
        """A tabel: rows in order, each ending where the next begins or on the next indexation day."""
        block, head = declared.block, declared.block.head
        assert isinstance(head, s.TableHead) and declared.type is not None
        written = block.all("vanaf", s.RowClause)
        rows: list[Row] = []
        for number, row in enumerate(written):
            following = written[number + 1] if number + 1 < len(written) else None
            if following is not None and following.start <= row.start:
                self.problems.add(
                    "VRD220",
                    "de rijen van deze tabel staan niet op volgorde van datum",
                    following.span,
                    help="zet de oudste rij bovenaan; elke datum komt één keer voor",
                )
            end = self._row_end(row, following, head)
            value: Value | None = None
            if not isinstance(row.amount, s.NoValue):
                expression = fitting(row.amount, self.scope(), declared.type, f"`{declared.name}`")
                value = expression.value if isinstance(expression, e.Constant) else None
            provenance = None
            if row.provenance in GRADES:
                provenance = Provenance(GRADES[row.provenance], row.source)
            elif row.provenance:
                self.problems.add(
                    "VRD313",
                    f"`{row.provenance}` is geen herkomst",
                    row.span,
                    help="kies officieel, parafrase, reconstructie of fictief",
                )
            rows.append(Row(row.start, end, value, provenance))
        if not rows:
            self.problems.add("VRD221", f"de tabel `{declared.name}` heeft geen rijen", head.name.span)
        return Table(
            declared.name,
            declared.type,
            tuple(rows),
            head.indexed,
            block.text("label") or declared.name.replace("_", " "),
            provenance_of(block.one("herkomst", s.WordClause), self.problems),
            place_of(block),
        )

    def _row_end(self, row: s.RowClause, following: s.RowClause | None, head: s.TableHead) -> date | None:
        ends = [each for each in (row.end, following.start if following else None) if each is not None]
        if row.end is not None and following is not None and row.end > following.start:
            self.problems.add("VRD222", "twee rijen van deze tabel gelden op dezelfde dag", following.span)
        if head.indexed:
            ends.append(next_day_of_year(row.start, head.indexed))
        return min(ends) if ends else None

    def value(self, declared: Declared) -> LegalValue:
        """A waarde."""
        head = declared.block.head
        assert isinstance(head, s.ValueHead)
        return LegalValue(declared.name, head.text, place_of(declared.block))
