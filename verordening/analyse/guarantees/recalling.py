"""What earlier runs found of promises. A proof and what stood in its way are believed; two cases are looked at anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from verordening.analyse.guarantees.outcomes import decisions_in
from verordening.analyse.guarantees.showing import Pair, Showing
from verordening.analyse.guarantees.sides import Case, Pairing, Rising, TwoConditions
from verordening.analyse.guarantees.twins import Searched
from verordening.analyse.proving.fingerprints import Fingerprints
from verordening.analyse.proving.memory import Facts, Memory
from verordening.analyse.proving.reading import NOTHING_SAID
from verordening.analyse.proving.searching import NotProven
from verordening.evaluate.allowed import Allowed, left_by
from verordening.evaluate.context import Context
from verordening.model import expressions as e
from verordening.model.guarantees import Guarantee, Subject
from verordening.records import dataclass

_SIDES: Final = ("de ene zaak", "de andere zaak")


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One thing that a promise says: of one subject and one fact, or of one comparison."""

    subject: Subject
    pairing: Pairing


class Recall:
    """What is remembered of the promises of a corpus on a day; `more` is what an answer rests on besides."""

    def __init__(self, memory: Memory, prints: Fingerprints, *more: str) -> None:
        self.memory, self.prints, self.more = memory, prints, more

    def found(self, part: Part, guarantee: Guarantee, most: int) -> Searched | None:
        """What an earlier run found of a part; None where that is not known, or does not hold up."""
        if self._proof(part, guarantee, most) in self.memory:
            return Searched()
        key = self._key(part, guarantee, most)
        known = self.memory.get(key)
        if isinstance(known, NotProven):
            return Searched(why=dict.fromkeys(known.why), tried=known.tried)
        sides = [self._side(f"{key} {side}", of, part) for of, side in enumerate(_SIDES)]
        one, other = sides
        if one is None or other is None:
            return None
        showing = Showing(self.prints.corpus, guarantee, part.subject, part.pairing)
        return Searched(showing.told((one, other))) if showing.is_broken((one, other)) else None

    def keep(self, part: Part, guarantee: Guarantee, most: int, found: Searched) -> None:
        """Remember what was found of a part."""
        if found.pair is not None:
            self._keep_sides(self._key(part, guarantee, most), found.pair)
        elif found.why:
            self.memory[self._key(part, guarantee, most)] = NotProven(tuple(found.why), found.tried)
        else:
            self.memory[self._proof(part, guarantee, most)] = None

    def _keep_sides(self, key: str, pair: Pair) -> None:
        for side, case in zip(_SIDES, pair, strict=True):
            self.memory[f"{key} {side}"] = case.given

    def _side(self, key: str, of: int, part: Part) -> Case | None:
        known = self.memory.get(key)
        if not isinstance(known, Mapping) or not known.keys() <= self.prints.corpus.inputs.keys():
            return None
        facts: Facts = known
        context = Context(self.prints.corpus, facts, self.prints.day)
        return Case(context, of if isinstance(part.pairing, TwoConditions) else 0)

    def _proof(self, part: Part, guarantee: Guarantee, most: int) -> str:
        """What a proof rests on: nothing but rules that may apply where the promise speaks."""
        return self._key(part, guarantee, most, left_by(guarantee.condition, self.prints.corpus))

    def _key(self, part: Part, guarantee: Guarantee, most: int, within: Allowed = NOTHING_SAID) -> str:
        pairing = part.pairing
        nodes: list[e.Expression | None] = [guarantee.condition, part.subject.value]
        nodes += [e.Input(name) for name in sorted(pairing.facts)]
        said = [type(pairing).__name__, str(guarantee.condition is None), repr(part.subject.type), str(most)]
        if isinstance(pairing, TwoConditions):
            nodes += pairing.conditions
            said.append(pairing.promised.operator)
        elif isinstance(pairing, Rising):
            said.append(str(pairing.rising))
        return self.prints.of_decisions(
            decisions_in(part.subject), nodes, "waarborg", *said, *self.more, within=within
        )
