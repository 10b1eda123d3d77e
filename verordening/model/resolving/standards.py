"""Floors and guidelines: from their clauses to the typed model."""

from __future__ import annotations

from datetime import date
from typing import Final

from verordening.language import syntax as s
from verordening.model import expressions as e
from verordening.model import paths
from verordening.model.resolving.declarations import Declarations, place_of
from verordening.model.resolving.example_places import is_example
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.guarantees import misplaced_property
from verordening.model.resolving.headers import grounds_of
from verordening.model.resolving.names import Names
from verordening.model.resolving.periods import validity_of
from verordening.model.resolving.places import Places
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.provenances import provenance_of
from verordening.model.resolving.typing import condition, fitting
from verordening.model.resolving.wording import joined, meant_or_choices
from verordening.model.rules import Rank, Regulation
from verordening.model.standards import EVIDENCE, Floor, Guideline, Repair
from verordening.model.validity import Force, Validity

ALWAYS: Final = Validity(date.min, None, Force.IN_FORCE)
FORCES: Final = ("absoluut", "weging")
NEEDED: Final = ("groep", "grondslag", "bewaakt", "eis", "werking")
"""The clauses without which a floor cannot do its work."""


class Standards:
    """Resolves `ondergrens` and `richtlijn`."""

    def __init__(
        self,
        names: Names,
        places: Places,
        declarations: Declarations,
        regulations: dict[str, Regulation],
        problems: Problems,
    ) -> None:
        self.names, self.places, self.declarations = names, places, declarations
        self.regulations, self.problems = regulations, problems

    def floor(self, block: Block, order: int) -> Floor:
        """An ondergrens; what it needs and lacks is reported (VRD330)."""
        head = block.head
        assert isinstance(head, s.FloorHead)
        regulation = self.regulations[block.file.id]
        scope = self.declarations.scope(block, decisions_allowed=True)
        own = block.one("als", s.ConditionClause)
        exception = block.one("tenzij", s.ConditionClause)
        demand = None if misplaced_property(block, self.problems) else block.one("eis", s.ConditionClause)
        grounds = grounds_of(block, self.places)
        self._check_complete(block, head.name)
        self._check_force(block)
        self._check_repairs(block, head.name)
        repairs = self._repairs(block)
        ranks = [self.regulations[ground.split(" ")[0]].rank for ground in grounds]
        validity = validity_of(block, header=False)
        provenance = (
            provenance_of(block.one("herkomst", s.OriginClause), self.problems) or regulation.provenance
        )
        return Floor(
            head.name.name,
            head.title,
            block.word("groep"),
            grounds,
            bool(ranks) and min(ranks) >= Rank.GRONDWET,
            block.word("werking") == "absoluut",
            self._decisions(block),
            condition(own.condition, scope) if own else None,
            condition(exception.condition, scope) if exception else None,
            condition(demand.condition, scope) if demand else e.NoValue("geen eis"),
            repairs,
            block.text("vraag"),
            tuple((each.words[0].name, each.text) for each in block.all("motiveer", s.WordClause)),
            block.text("uitleg"),
            block.text("buiten toepassing"),
            tuple(
                self.names.find_value(word, self.problems)
                for clause in block.all("dient", s.WordClause)
                for word in clause.words
            ),
            validity or ALWAYS,
            provenance,
            order,
            place_of(block),
        )

    def _check_complete(self, block: Block, name: s.Name) -> None:
        present = {clause.keyword for clause in block.clauses}
        missing = [f"`{keyword}`" for keyword in NEEDED if keyword not in present]
        if missing:
            self.problems.add_missing(
                "VRD330",
                f"in de ondergrens `{name.name}` {'ontbreken' if missing[1:] else 'ontbreekt'} {joined(missing)}",
                name.span,
                help="voeg voor elk woord een regel toe, met dat woord vooraan",
            )

    def _check_force(self, block: Block) -> None:
        clause = block.one("werking", s.WordClause)
        if clause is not None and clause.words[0].name not in FORCES:
            word = clause.words[0]
            self.problems.add(
                "VRD331",
                f"`{word.name}` is geen werking van een ondergrens",
                word.span,
                help=meant_or_choices(word.name, FORCES),
            )

    def _check_repairs(self, block: Block, name: s.Name) -> None:
        """An absolute floor must say of every decision that it guards, and of no other, what it becomes."""
        guarded = block.words("bewaakt")
        if block.word("werking") != "absoluut" or not guarded:
            return
        clause = block.one("herstel", s.EffectClause)
        repaired = [effect.decision.name for effect in (clause.effects if clause else ()) if effect.decision]
        for decision in guarded:
            if decision not in repaired:
                self.problems.add_missing(
                    "VRD332",
                    f"de ondergrens `{name.name}` zegt niet wat de uitkomst van `{decision}` wordt",
                    name.span,
                    help=f"schrijf bij `herstel` ook `{decision} ten hoogste …` of `{decision} ten minste …`",
                )
        for decision in repaired:
            if decision not in guarded:
                self.problems.add_missing(
                    "VRD332",
                    f"de ondergrens `{name.name}` bewaakt `{decision}` niet, maar zegt wel wat het wordt",
                    name.span,
                    help=f"zet `{decision}` ook achter `bewaakt`, of haal het weg achter `herstel`",
                )

    def _decisions(self, block: Block) -> tuple[str, ...]:
        words = [word for clause in block.all("bewaakt", s.WordClause) for word in clause.words]
        found = [self.names.find_decision(word, self.problems) for word in words]
        return tuple(declared.name for declared in found if declared is not None)

    def _repairs(self, block: Block) -> tuple[Repair, ...]:
        clause = block.one("herstel", s.EffectClause)
        found = []
        for effect in clause.effects if clause else ():
            if effect.decision is None or effect.low is None:
                continue
            declared = self.names.find_decision(effect.decision, self.problems)
            if declared is None or declared.type is None:
                continue
            bound = fitting(effect.low, self.declarations.scope(block), declared.type, f"`{declared.name}`")
            found.append(Repair(declared.name, effect.form == "hoogste", bound))
        return tuple(found)

    def guideline(self, block: Block) -> Guideline | None:
        """A richtlijn; None where it says nothing yet."""
        head = block.head
        assert isinstance(head, s.PlaceHead)
        weighing = block.one("weegt", s.WeighingClause)
        if weighing is None:
            return None
        regulation = self.regulations[block.file.id]
        own = block.one("als", s.ConditionClause)
        evidence = []
        for clause in block.all("bewijs", s.WordClause):
            word = clause.words[0]
            if word.name not in EVIDENCE:
                self.problems.add(
                    "VRD333",
                    f"`{word.name}` is geen soort bewijs",
                    word.span,
                    help=meant_or_choices(word.name, EVIDENCE),
                )
            evidence.append((word.name, clause.text))
        at = [rule for reference in weighing.at for rule in self.places.rules(reference, block)]
        against = tuple(each.texts[0] for each in block.all("spreekt tegen", s.TextClause) if each.texts)
        return Guideline(
            f"{regulation.id} {paths.show(block.path)}",
            regulation.id,
            head.title,
            condition(own.condition, self.declarations.scope(block)) if own else None,
            self.names.find_value(weighing.higher, self.problems),
            self.names.find_value(weighing.lower, self.problems),
            tuple(dict.fromkeys(at)),
            not weighing.at,
            tuple(evidence),
            against,
            validity_of(block, header=False) or regulation.validity,
            provenance_of(block.one("herkomst", s.OriginClause), self.problems) or regulation.provenance,
            place_of(block),
            is_example(block.file),
        )
