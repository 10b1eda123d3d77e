"""Floors and guidelines: from their clauses to the typed model."""

from __future__ import annotations

from datetime import date

from verordening.language import syntax as s
from verordening.model import expressions as e
from verordening.model import paths
from verordening.model.resolving.declarations import Declarations, place_of, provenance_of
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.headers import grounds_of, validity_of
from verordening.model.resolving.names import Names
from verordening.model.resolving.places import Places
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.typing import condition, fitting
from verordening.model.rules import Floor, Force, Guideline, Rank, Regulation, Repair, Validity

ALWAYS = Validity(date.min, None, Force.IN_FORCE)
EVIDENCE = ("experiment", "register", "literatuur", "onderzoek", "praktijk", "uitspraak")


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
        scope = self.declarations.scope(decisions_allowed=True)
        own = block.one("als", s.ConditionClause)
        exception = block.one("tenzij", s.ConditionClause)
        demand = block.one("eis", s.ConditionClause)
        grounds = grounds_of(block, self.places)
        force = block.word("werking")
        for missing, present in (
            ("groep", block.word("groep")),
            ("grondslag", grounds),
            ("bewaakt", block.words("bewaakt")),
            ("eis", demand),
            ("werking", force),
        ):
            if not present:
                self.problems.add(
                    "VRD330",
                    f"de ondergrens `{head.name.name}` heeft geen `{missing}`",
                    head.span,
                    help=f"voeg een regel `{missing} …` toe",
                )
        if force and force not in ("absoluut", "weging"):
            self.problems.add(
                "VRD331",
                f"`{force}` is geen werking van een ondergrens",
                block.span,
                help="kies absoluut of weging",
            )
        repairs = self._repairs(block)
        guards = self._decisions(block)
        if force == "absoluut" and {repair.decision for repair in repairs} != set(guards):
            self.problems.add(
                "VRD332",
                f"de ondergrens `{head.name.name}` zegt niet voor elk bewaakt besluit wat de uitkomst wordt",
                head.span,
                help="schrijf bij `herstel` voor elk besluit `ten hoogste` of `ten minste`",
            )
        ranks = [self.regulations[ground.split(" ")[0]].rank for ground in grounds]
        validity = validity_of(block, header=False)
        provenance = (
            provenance_of(block.one("herkomst", s.WordClause), self.problems) or regulation.provenance
        )
        return Floor(
            head.name.name,
            head.title,
            block.word("groep"),
            grounds,
            bool(ranks) and min(ranks) >= Rank.GRONDWET,
            force == "absoluut",
            guards,
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

    def _decisions(self, block: Block) -> tuple[str, ...]:
        found = []
        for clause in block.all("bewaakt", s.WordClause):
            for word in clause.words:
                declared = self.names.terms.get(word.name)
                if declared is None or declared.what != "decision":
                    self.problems.add("VRD203", f"`{word.name}` is geen besluit", word.span)
                else:
                    found.append(word.name)
        return tuple(found)

    def _repairs(self, block: Block) -> tuple[Repair, ...]:
        clause = block.one("herstel", s.EffectClause)
        found = []
        for effect in clause.effects if clause else ():
            declared = self.names.terms.get(effect.decision.name) if effect.decision else None
            if declared is None or declared.what != "decision" or declared.type is None or effect.low is None:
                self.problems.add("VRD203", "achter `herstel` hoort een besluit", effect.span)
                continue
            scope = self.declarations.scope()
            bound = fitting(effect.low, scope, declared.type, f"`{declared.name}`")
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
                    help="kies uit " + ", ".join(EVIDENCE),
                )
            evidence.append((word.name, clause.text))
        at = [rule for reference in weighing.at for rule in self.places.rules(reference, block)]
        against = tuple(each.texts[0] for each in block.all("spreekt tegen", s.TextClause) if each.texts)
        return Guideline(
            f"{regulation.id} {paths.show(block.path)}",
            regulation.id,
            head.title,
            condition(own.condition, self.declarations.scope()) if own else None,
            self.names.find_value(weighing.higher, self.problems),
            self.names.find_value(weighing.lower, self.problems),
            tuple(dict.fromkeys(at)),
            not weighing.at,
            tuple(evidence),
            against,
            validity_of(block, header=False) or regulation.validity,
            provenance_of(block.one("herkomst", s.WordClause), self.problems) or regulation.provenance,
            place_of(block),
        )
