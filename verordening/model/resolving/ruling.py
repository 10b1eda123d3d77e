"""Rules: from the clauses of a place to a typed rule, with its targets, its consequences and what it may fill in."""

from __future__ import annotations

from dataclasses import dataclass

from verordening.language import syntax as s
from verordening.model import expressions as e
from verordening.model import paths
from verordening.model.resolving.declarations import Declarations, place_of
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.headers import disputed_of, provision_of, relation_of
from verordening.model.resolving.names import WORDS, Names
from verordening.model.resolving.places import Places, covers
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.typing import Scope, condition, fitting
from verordening.model.rules import RANKS, Effect, Form, Provision, Rank, Regulation, Rule
from verordening.model.types import NUMERIC, Kind, Type

ROOM_WORDS = ("hardheidsclausule", "buitenwettelijk", "tegenwettelijk", "hoger_recht")


@dataclass(slots=True)
class Draft:
    """A rule to be: its place, and the delegations found in the first round."""

    index: int
    block: Block
    regulation: Regulation
    provision: Provision
    effects: tuple[Effect, ...] = ()


class Ruling:
    """Resolves the rules of all files in two rounds: consequences first, then what depends on other rules' delegations."""

    def __init__(self, names: Names, places: Places, declarations: Declarations, problems: Problems) -> None:
        self.names, self.places, self.declarations, self.problems = names, places, declarations, problems
        self.drafts: list[Draft] = []

    def draft(self, block: Block, regulation: Regulation) -> Draft:
        """Give the rule of a place its number."""
        provision = provision_of(block, regulation, self.problems)
        draft = Draft(len(self.drafts), block, regulation, provision)
        self.drafts.append(draft)
        return draft

    # ------------------------------------------------ first round: consequences

    def effects(self, draft: Draft) -> tuple[Effect, ...]:
        """The consequences of a rule."""
        clause = draft.block.one("dan", s.EffectClause)
        if clause is None:
            return ()
        rank = draft.regulation.rank
        if rank >= Rank.GRONDWET:
            self.problems.add(
                "VRD320",
                f"een {draft.regulation.kind} geeft hier geen regels maar bepalingen, waarden en ondergrenzen",
                clause.span,
                help="leg vast wat de bepaling zegt met `inhoud`, en toets eraan met een `ondergrens`",
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
        declared = self.names.terms.get(written.decision.name)
        if declared is None or declared.what != "decision" or declared.type is None:
            from verordening.language.suggestions import bedoelt_u

            decisions = [name for name, each in self.names.terms.items() if each.what == "decision"]
            what = f"`{written.decision.name}` is geen besluit"
            if declared is not None:
                what += f" maar een {WORDS[declared.what]}"
            self.problems.add(
                "VRD203",
                what,
                written.decision.span,
                help=bedoelt_u(written.decision.name, decisions)
                or "een regel geeft alleen een besluit een uitkomst",
            )
            return None
        type_ = declared.type
        scope = self._scope(draft, written.decision.name, ordinary=form in (Form.TAILOR, Form.MAY))
        subject = f"`{written.decision.name}`"
        low = fitting(written.low, scope, type_, subject) if written.low is not None else None
        high = low
        if written.high is not None and written.high is not written.low:
            high = fitting(written.high, scope, type_, subject)
            if type_.kind not in NUMERIC:
                self.problems.add(
                    "VRD219",
                    f"{type_.describe()} heeft geen `van … tot en met …`",
                    written.span,
                    help="noem één uitkomst met `=`",
                )
        ends = ((low, written.low),) if high is low else ((low, written.low), (high, written.high))
        for each, node in ends:
            if isinstance(each, e.Constant) and node is not None:
                self._check_bounds(each, type_, node, subject)
        krachtens, relation = "", None
        if form is Form.DELEGATE:
            if written.delegate not in RANKS or RANKS[written.delegate] >= draft.regulation.rank:
                self.problems.add(
                    "VRD321",
                    f"een {draft.regulation.kind} kan dit niet overlaten aan een {written.delegate}",
                    written.span,
                    help="noem een lagere soort regeling, zoals `de verordening`",
                )
            if written.krachtens is not None:
                krachtens = self.places.full_id(written.krachtens, draft.block) or ""
            if written.relation is not None:
                word, reference = written.relation
                relation = (word, self.places.rules(reference, draft.block))
        return Effect(form, written.decision.name, low, high, written.delegate, krachtens, relation, "", "")

    def _check_bounds(self, constant: e.Constant, type_: Type, node: s.Expression, subject: str) -> None:
        value = constant.value
        if type_.kind is Kind.DATE or isinstance(value, bool | str) or not isinstance(value, int):
            return
        low, high = type_.low, type_.high
        if isinstance(low, int) and isinstance(high, int) and not low <= value <= high:
            self.problems.add(
                "VRD223",
                f"deze uitkomst valt buiten de grenzen van {subject}",
                node.span,
                help="kies een uitkomst binnen de grenzen, of verruim ze bij het besluit",
            )

    def _scope(self, draft: Draft, decision: str = "", *, ordinary: bool = False) -> Scope:
        return Scope(
            self.names,
            self.problems,
            self.declarations.concept_type,
            ordinary_allowed=ordinary,
            decision=decision,
            find_rules=lambda reference: self.places.rules(reference, draft.block),
        )

    # ------------------------------------------------ second round: rules

    def rule(self, draft: Draft) -> Rule:
        """The finished rule; call it once every draft has its effects."""
        block, regulation, provision = draft.block, draft.regulation, draft.provision
        scope = self._scope(draft)
        own = block.one("als", s.ConditionClause)
        exception = block.one("tenzij", s.ConditionClause)
        deviation = block.one("in afwijking van", s.DeviationClause)
        targets: tuple[int, ...] = ()
        because, general = "", False
        if deviation is not None:
            targets = self._targets(deviation, draft)
            general = any(not effect.decision for effect in draft.effects if effect.form is not Form.REASONS)
            if deviation.because is not None:
                because = self._judgement(deviation.because)
        grounds = tuple(
            place
            for clause in self._ground_clauses(block)
            for place in [self.places.full_id(clause, block)]
            if place is not None
        )
        replaced = block.all("vervangt", s.ReferenceClause)
        room = block.word("soort ruimte")
        if room and room not in ROOM_WORDS:
            clause = block.one("soort ruimte", s.WordClause)
            self.problems.add(
                "VRD319",
                f"`{room}` is geen soort ruimte die u opschrijft",
                clause.span if clause else block.span,
                help="kies uit " + ", ".join(ROOM_WORDS),
            )
        return Rule(
            draft.index,
            provision.id,
            regulation.id,
            provision.path,
            provision.title or self._title_around(block),
            condition(own.condition, scope) if own else None,
            condition(exception.condition, scope) if exception else None,
            because,
            targets,
            deviation is not None,
            general,
            draft.effects,
            tuple(self.names.find_value(word, self.problems) for word in self._words(block, "dient")),
            tuple(word.name for word in self._words(block, "mandaat", inherited=True)),
            tuple(
                (clause.words[0].name, clause.text)
                for clause in block.all("motiveer", s.WordClause)
                if clause.words
            ),
            room,
            relation_of(block, regulation, self.problems),
            disputed_of(block, regulation),
            tuple(
                rule
                for clause in replaced
                for each in clause.references
                for rule in self.places.rules(each, block)
            ),
            grounds or regulation.grounds,
            self._fills(draft, grounds or regulation.grounds),
            provision.validity,
            regulation.validity,
            provision.provenance,
            provision.source,
            block.text("uitleg"),
            place_of(block),
        )

    def _words(self, block: Block, keyword: str, *, inherited: bool = False) -> tuple[s.Name, ...]:
        clause = (block.nearest if inherited else block.one)(keyword, s.WordClause)
        return clause.words if clause else ()

    def _ground_clauses(self, block: Block) -> list[s.Reference]:
        clause = block.nearest("grondslag", s.ReferenceClause)
        return list(clause.references) if clause else []

    def _title_around(self, block: Block) -> str:
        for other in block.file.blocks:
            if isinstance(other.head, s.PlaceHead) and other.path == block.path[:1]:
                return other.head.title
        return ""

    def _judgement(self, name: s.Name) -> str:
        declared = self.names.terms.get(name.name)
        head = declared.block.head if declared else None
        if not (isinstance(head, s.InputHead) and head.keyword == "oordeel"):
            from verordening.language.suggestions import bedoelt_u

            judgements = [
                each.name
                for each in self.names.terms.values()
                if isinstance(each.block.head, s.InputHead) and each.block.head.keyword == "oordeel"
            ]
            self.problems.add(
                "VRD203",
                f"achter `wegens` hoort een oordeel, en `{name.name}` is dat niet",
                name.span,
                help=bedoelt_u(name.name, judgements) or "declareer het als `oordeel … : ja/nee`",
            )
            return ""
        if declared is not None and declared.type is not None and declared.type.kind is not Kind.BOOL:
            self.problems.add(
                "VRD205", f"het oordeel `{name.name}` achter `wegens` moet ja/nee zijn", name.span
            )
        return name.name

    def _targets(self, deviation: s.DeviationClause, draft: Draft) -> tuple[int, ...]:
        excepted: set[int] = set()
        for reference in deviation.excepted:
            excepted.update(self.places.rules(reference, draft.block))
        for other in self.drafts:
            if any(index in excepted for index, _ in self._fills(other, self._grounds_of(other))):
                excepted.add(other.index)
        found: dict[int, None] = {}
        for reference in deviation.targets:
            for rule in self.places.rules(reference, draft.block):
                found.setdefault(rule)
        found.pop(draft.index, None)
        return tuple(rule for rule in found if rule not in excepted)

    def _grounds_of(self, draft: Draft) -> tuple[str, ...]:
        own = tuple(
            place
            for reference in self._ground_clauses(draft.block)
            for place in [self.places.full_id(reference, draft.block)]
            if place is not None
        )
        return own or draft.regulation.grounds

    def _fills(self, draft: Draft, grounds: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
        filled: list[tuple[int, str]] = []
        decisions = {effect.decision for effect in draft.effects if effect.decision}
        general = any(not effect.decision and effect.form is not Form.REASONS for effect in draft.effects)
        for other in self.drafts:
            for effect in other.effects:
                if effect.form is not Form.DELEGATE or effect.delegate != draft.regulation.kind:
                    continue
                if effect.decision not in decisions and not general:
                    continue
                wanted = effect.krachtens or f"{other.regulation.id} {paths.show(other.block.path)}"
                if any(covers(ground, wanted) for ground in grounds):
                    filled.append((other.index, effect.decision))
        return tuple(filled)
