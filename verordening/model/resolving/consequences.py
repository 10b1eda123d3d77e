"""Consequences: from `dan …` as written to what a rule does to a decision."""

from __future__ import annotations

from verordening.language import syntax as s
from verordening.model import expressions as e
from verordening.model.formatting import format_range
from verordening.model.resolving.authority import is_statutory
from verordening.model.resolving.declarations import Declarations
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.literals import agree
from verordening.model.resolving.names import Names
from verordening.model.resolving.places import Places
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.typing import Scope, fitting
from verordening.model.resolving.wording import described, kind_in_words, meant_or_choices
from verordening.model.rules import RANKS, Effect, Form, Provision, Rank, Regulation
from verordening.model.types import NUMERIC, Kind, Number, Type
from verordening.records import dataclass


@dataclass(slots=True)
class Draft:
    """A rule to be: its place and grounds, its consequences, and then the delegations that it fills in.

    `fills` are the (delegating rule, decision) pairs. `known` is whether it was resolved beforehand, without a mistake.
    """

    index: int
    block: Block
    regulation: Regulation
    provision: Provision
    grounds: tuple[str, ...]
    effects: tuple[Effect, ...] = ()
    fills: tuple[tuple[int, str], ...] = ()
    known: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all its consequences could be resolved."""
        clause = None if self.known else self.block.one("dan", s.EffectClause)
        return self.known or (clause is not None and len(clause.effects) == len(self.effects))

    @property
    def general(self) -> bool:
        """Whether it does something to every decision of a class of rules."""
        return any(not effect.decision and effect.form is not Form.REASONS for effect in self.effects)


class Consequences:
    """Resolves what the rules of all files do."""

    def __init__(self, names: Names, places: Places, declarations: Declarations, problems: Problems) -> None:
        self.names, self.places, self.declarations, self.problems = names, places, declarations, problems

    def scope(self, draft: Draft, decision: str = "") -> Scope:
        """What the expressions of a rule may speak of; `decision` is what they are to set."""
        return Scope(
            self.names,
            self.problems,
            self.declarations.concept_type,
            decision=decision,
            find_rules=lambda reference: self.places.rules(reference, draft.block),
            statutory=is_statutory(draft.block, self.places.kinds),
        )

    def effects(self, draft: Draft) -> tuple[Effect, ...]:
        """The consequences of a rule."""
        clause = draft.block.one("dan", s.EffectClause)
        if clause is None:
            return ()
        if draft.regulation.rank >= Rank.GRONDWET:
            self.problems.add(
                "VRD320",
                f"in een {draft.regulation.kind} staan hier geen regels met `dan`",
                clause.span,
                help="schrijf met `inhoud` wat de bepaling zegt, en maak een `ondergrens` om eraan te toetsen",
            )
            return ()
        found = [self._effect(effect, draft) for effect in clause.effects]
        return tuple(effect for effect in found if effect is not None)

    def _effect(self, written: s.Effect, draft: Draft) -> Effect | None:
        form = Form(written.form)
        if form is Form.REASONS:
            return Effect(form, "", None, None, "", "", None, written.key, written.question)
        if written.decision is None:
            return Effect(form, "", None, None, "", "", None, "", "")
        declared = self.names.find_decision(written.decision, self.problems)
        if declared is None or declared.type is None:
            return None
        low, high = self._values(written, declared.name, declared.type, draft)
        krachtens, relation = "", None
        if form is Form.DELEGATE:
            self._check_delegate(written, draft)
            krachtens, relation = self._delegation(written, draft)
        return Effect(form, declared.name, low, high, written.delegate, krachtens, relation, "", "")

    # ------------------------------------------------ values

    def _values(
        self, written: s.Effect, decision: str, type_: Type, draft: Draft
    ) -> tuple[e.Expression | None, e.Expression | None]:
        """What it gives to a decision: from and up to, the same expression for one value."""
        low = self._value(written.low, decision, type_, draft)
        if written.high is None or written.high is written.low:
            return low, low
        is_tailored = Form(written.form) is Form.TAILOR
        if type_.kind not in NUMERIC and (is_tailored or type_.kind is not Kind.DATE):
            self.problems.add(
                "VRD219",
                f"`van … tot en met …` past niet bij {described(type_)}",
                written.span,
                help="haal `van … tot en met …` weg" if is_tailored else "noem één uitkomst met `=`",
            )
            return low, low
        high = self._value(written.high, decision, type_, draft)
        return low, e.UpTo(high) if written.half_open and high is not None else high

    def _value(
        self, node: s.Expression | None, decision: str, type_: Type, draft: Draft
    ) -> e.Expression | None:
        if node is None:
            return None
        expression = fitting(node, self.scope(draft, decision), type_, f"`{decision}`")
        if isinstance(expression, e.Constant):
            self._check_bounds(expression, decision, type_, node)
        return expression

    def _check_bounds(self, constant: e.Constant, decision: str, type_: Type, node: s.Expression) -> None:
        value, low, high = constant.value, type_.low, type_.high
        if isinstance(value, bool) or not agree(Type(constant.kind, unit=constant.unit), type_):
            return
        if not isinstance(value, Number) or not isinstance(low, Number) or not isinstance(high, Number):
            return
        if not low <= value <= high:
            self.problems.add(
                "VRD223",
                f"deze uitkomst valt buiten de grenzen van `{decision}`",
                node.span,
                help=f"kies een uitkomst van {format_range(low, high, type_)}, of verruim de grenzen bij het besluit",
            )

    # ------------------------------------------------ delegations

    def _check_delegate(self, written: s.Effect, draft: Draft) -> None:
        """Only a lower regulation can fill in what a regulation leaves to it (VRD321)."""
        own, delegate = draft.regulation, written.delegate
        is_ranked = bool(draft.block.file.kind)
        if delegate in RANKS and (RANKS[delegate] < own.rank or not is_ranked):
            return
        message = f"`{delegate}` is geen soort regeling"
        if delegate in RANKS:
            message = f"een {kind_in_words(own.kind)} kan niets overlaten aan een {kind_in_words(delegate)}"
        lower = [
            kind
            for kind, rank in reversed(RANKS.items())
            if Rank.BEGRIPPEN < rank < own.rank or not is_ranked
        ]
        self.problems.add("VRD321", message, written.span, help=meant_or_choices(delegate, lower))

    def _delegation(self, written: s.Effect, draft: Draft) -> tuple[str, tuple[str, tuple[int, ...]] | None]:
        """The place that a filling rule must name as its ground, and how its value relates to that of other rules."""
        krachtens = ""
        if written.krachtens is not None:
            krachtens = self.places.full_id(written.krachtens, draft.block) or ""
        if written.relation is None:
            return krachtens, None
        word, reference = written.relation
        return krachtens, (word, self.places.rules(reference, draft.block))
