"""Rules: from the clauses of a place to a typed rule, with its targets and what it may fill in."""

from __future__ import annotations

from typing import Final

from verordening.language import syntax as s
from verordening.language.diagnostics import Related
from verordening.model import paths
from verordening.model.resolving.beforehand import Beforehand
from verordening.model.resolving.checks import span_of
from verordening.model.resolving.consequences import Consequences, Draft
from verordening.model.resolving.declarations import Declarations, place_of
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.headers import (
    disputed_of,
    grounds_around,
    provision_of,
    relation_of,
    written_relation,
)
from verordening.model.resolving.names import Names
from verordening.model.resolving.places import Places, covers
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.relations import check_relations
from verordening.model.resolving.typing import condition
from verordening.model.resolving.wording import kind_in_words, meant_or_choices
from verordening.model.rules import Effect, Form, Regulation, Rule, Transition
from verordening.model.types import Kind
from verordening.records import replace

ROOM_WORDS: Final = ("hardheidsclausule", "buitenwettelijk", "tegenwettelijk", "hoger_recht")


class Ruling:
    """Resolves the rules of all files in two rounds.

    First what each rule does, then what depends on other rules: the delegations it fills in and its deviations. Rules
    that were resolved `beforehand` come first; of those only deviations from a class of rules are worked out again.
    """

    def __init__(
        self,
        names: Names,
        places: Places,
        declarations: Declarations,
        transitions: dict[int, tuple[Transition, ...]],
        problems: Problems,
        beforehand: Beforehand,
    ) -> None:
        self.names, self.places, self.problems = names, places, problems
        self._beforehand = beforehand
        self._first = len(beforehand.law.corpus.rules)
        self.transitions = transitions
        self.consequences = Consequences(names, places, declarations, problems)
        self.drafts: list[Draft] = []
        self._titles: dict[str, dict[paths.Path, str]] = {}
        self._filling: dict[int, list[int]] = {}
        """By number of a delegation: the rules that may fill it in, once that is known of every rule."""

    def add(self, block: Block, regulation: Regulation) -> None:
        """Give the rule of a place its number."""
        provision = provision_of(block, regulation, self.problems)
        grounds = grounds_around(block, self.places) or regulation.grounds
        index = self._first + len(self.drafts)
        self.drafts.append(Draft(index, block, regulation, provision, grounds))

    def rules(self) -> tuple[Rule, ...]:
        """All rules that were added, once every one was."""
        for draft in self.drafts:
            draft.effects = self.consequences.effects(draft)
        known = self._beforehand.law.delegating
        delegating = [
            (other, effect)
            for other in (*map(self._draft, known), *self.drafts)
            for effect in other.effects
            if effect.form is Form.DELEGATE
        ]
        for draft in self.drafts:
            check_relations(draft, self._draft, self.names, self.places, self.problems)
            draft.fills = _fills(draft, delegating)
        self._filling = self._by_delegation()
        return tuple(self._rule(draft) for draft in self.drafts)

    def of_classes(self) -> dict[int, Rule]:
        """The rules resolved beforehand that deviate from a class of rules, now that all rules are known."""
        law = self._beforehand.law
        return {
            index: replace(law.corpus.rules[index], targets=self._targets(deviation, self._draft(index)))
            for index, deviation in law.classes
        }

    def _draft(self, index: int) -> Draft:
        """The rule with this number, also one resolved beforehand."""
        if index >= self._first:
            return self.drafts[index - self._first]
        return self._beforehand.draft(index)

    def _rule(self, draft: Draft) -> Rule:
        block, regulation, provision = draft.block, draft.regulation, draft.provision
        scope = self.consequences.scope(draft)
        own = block.one("als", s.ConditionClause)
        exception = block.one("tenzij", s.ConditionClause)
        deviation = block.one("in afwijking van", s.DeviationClause)
        because = self._judgement(deviation.because) if deviation and deviation.because else ""
        return Rule(
            draft.index,
            provision.id,
            regulation.id,
            provision.path,
            provision.title or self._title_around(block),
            condition(own.condition, scope) if own else None,
            condition(exception.condition, scope) if exception else None,
            because,
            self._targets(deviation, draft) if deviation else (),
            deviation is not None,
            deviation is not None and draft.general,
            draft.effects,
            tuple(self.names.find_value(word, self.problems) for word in self._words(block, "dient")),
            tuple(word.name for word in self._words(block, "mandaat", inherited=True)),
            tuple(
                (clause.words[0].name, clause.text)
                for clause in block.all("motiveer", s.WordClause)
                if clause.words
            ),
            self._room(block),
            relation_of(block, regulation, self.problems),
            disputed_of(block, regulation),
            self._replaced(draft),
            tuple(
                each
                for clause in block.all("onverminderd", s.ReferenceClause)
                for reference in clause.references
                for each in self.places.full_ids(reference, block)
            ),
            draft.grounds,
            draft.fills,
            provision.validity,
            regulation.validity,
            provision.provenance,
            provision.source,
            block.text("uitleg"),
            place_of(block),
            self.transitions.get(draft.index, ()),
        )

    # ------------------------------------------------ words

    def _words(self, block: Block, keyword: str, *, inherited: bool = False) -> tuple[s.Name, ...]:
        clause = (block.nearest if inherited else block.one)(keyword, s.WordClause)
        return clause.words if clause else ()

    def _title_around(self, block: Block) -> str:
        titles = self._titles.get(block.file.id)
        if titles is None:
            titles = self._titles[block.file.id] = {}
            for other in block.file.blocks:
                if isinstance(other.head, s.PlaceHead):
                    titles.setdefault(other.path, other.head.title)
        return titles.get(block.path[:1], "")

    def _room(self, block: Block) -> str:
        for word in self._words(block, "soort ruimte"):
            if word.name not in ROOM_WORDS:
                self.problems.add(
                    "VRD319",
                    f"`{word.name}` is geen soort ruimte",
                    word.span,
                    help=meant_or_choices(word.name, ROOM_WORDS),
                )
        return block.word("soort ruimte")

    def _judgement(self, name: s.Name) -> str:
        declared = self.names.find_judgement(name, self.problems)
        if declared is None:
            return ""
        if declared.type is not None and declared.type.kind is not Kind.BOOL:
            self.problems.add(
                "VRD205",
                f"het oordeel `{name.name}` achter `wegens` moet ja/nee zijn",
                name.span,
                help="noem een oordeel dat ja/nee is, of schrijf de voorwaarde achter `als`",
            )
        return name.name

    # ------------------------------------------------ other rules

    def _targets(self, deviation: s.DeviationClause, draft: Draft) -> tuple[int, ...]:
        """The rules it deviates from, without those excepted and those that fill in what is excepted.

        A general duty (Awb 4:84) holds within a power, so a class leaves out policy against the law, which is
        taken as given and not reviewed (CRVB:2025:700).
        """
        excepted: set[int] = set()
        for reference in deviation.excepted:
            excepted.update(self.places.rules(reference, draft.block))
        self._add_filling(excepted)
        excepted.add(draft.index)
        found: dict[int, None] = {}
        for reference in deviation.targets:
            targets = [rule for rule in self.places.rules(reference, draft.block) if rule not in excepted]
            if reference.every:
                targets = [rule for rule in targets if not self._is_against_the_law(rule)]
            self._check_rank(reference, targets, draft)
            found.update(dict.fromkeys(targets))
        return tuple(found)

    def _add_filling(self, rules: set[int]) -> None:
        """Add the rules that fill in one of these, or of those added."""
        waiting = list(rules)
        while waiting:
            for rule in self._filling.get(waiting.pop(), ()):
                if rule not in rules:
                    rules.add(rule)
                    waiting.append(rule)

    def _by_delegation(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for delegation, rule in self._beforehand.law.corpus.filling:
            found.setdefault(delegation, []).append(rule)
        for draft in self.drafts:
            for delegation, _ in draft.fills:
                found.setdefault(delegation, []).append(draft.index)
        return found

    def _is_against_the_law(self, index: int) -> bool:
        if index < self._first:
            return self._beforehand.law.corpus.rules[index].relation == "tegenwettelijk"
        draft = self._draft(index)
        return written_relation(draft.block, draft.regulation) == "tegenwettelijk"

    def _replaced(self, draft: Draft) -> tuple[int, ...]:
        """The rules that it replaces; one of a higher regulation is reported (VRD352)."""
        found: dict[int, None] = {}
        for clause in draft.block.all("vervangt", s.ReferenceClause):
            for reference in clause.references:
                rules = self.places.rules(reference, draft.block)
                found.update(dict.fromkeys(rules))
                self._check_replaced(reference, [self._draft(rule) for rule in rules], draft)
        return tuple(found)

    def _check_replaced(self, reference: s.Reference, replaced: list[Draft], draft: Draft) -> None:
        higher = [each for each in replaced if each.regulation.rank > draft.regulation.rank]
        if not higher or not draft.block.file.kind or not all(self._is_certain(each) for each in higher):
            return
        self.problems.add(
            "VRD352",
            f"`{draft.provision.path}` kan `{reference}` niet vervangen: {_goes_before(higher[0], draft)}",
            reference.span,
            help="haal `vervangt` weg; een lagere regeling kan een hogere niet vervangen",
            related=(
                Related(span_of(place_of(higher[0].block), higher[0].provision.path), "de hogere regel"),
            ),
        )

    def _check_rank(self, reference: s.Reference, targets: list[int], draft: Draft) -> None:
        """Report a deviation from a higher regulation that does not leave this to a lower one (VRD305).

        What one reference or class means is all of one rank.
        """
        if not targets or self._draft(targets[0]).regulation.rank <= draft.regulation.rank:
            return
        delegating = {index for index, _ in draft.fills}
        higher = [self._draft(rule) for rule in targets if rule not in delegating]
        if not higher or not draft.block.file.kind:
            return
        if not all(self._is_certain(each) for each in (draft, *higher)):
            return
        first = higher[0]
        self.problems.add(
            "VRD305",
            f"`{draft.provision.path}` kan niet afwijken van `{reference}`: {_goes_before(first, draft)}",
            reference.span,
            help="afwijken van een hogere regeling kan alleen als zij dit aan een lagere overlaat; "
            "laat de afwijking weg, of wijk af van een regel uit deze regeling",
            related=(Related(span_of(place_of(first.block), first.provision.path), "de hogere regel"),),
        )

    def _is_certain(self, draft: Draft) -> bool:
        """Whether nothing of a rule is missing that could be a delegation or fill one in."""
        return draft.is_whole and not self.problems.is_damaged(draft.block.file.path)


def _fills(draft: Draft, delegating: list[tuple[Draft, Effect]]) -> tuple[tuple[int, str], ...]:
    """The (delegating rule, decision) pairs that a rule may fill in."""
    decisions = {effect.decision for effect in draft.effects if effect.decision}
    filled: list[tuple[int, str]] = []
    for other, effect in delegating:
        if effect.delegate != draft.regulation.kind:
            continue
        if effect.decision not in decisions and not draft.general:
            continue
        wanted = effect.krachtens or f"{other.regulation.id} {paths.show(other.block.path)}"
        if any(covers(ground, wanted) for ground in draft.grounds):
            filled.append((other.index, effect.decision))
    return tuple(filled)


def _goes_before(higher: Draft, lower: Draft) -> str:
    return (
        f"een {kind_in_words(higher.regulation.kind)} gaat boven een {kind_in_words(lower.regulation.kind)}"
    )
