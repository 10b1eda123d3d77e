"""Random regulations as text.

A small act, a municipal verordening, a beleidsregel and floors, in every form of the language.

Valid by construction: deviations go to earlier rules of the same or a lower regulation, or to a delegation
that is filled in. The same seed gives the same text, everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random

from tests.properties.wording import DECISIONS, NUMERIC, PALETTES, Wording

DAYS = (date(2026, 1, 15), date(2026, 2, 1), date(2026, 3, 1), date(2026, 7, 1))
CONSTITUTIONAL = "gw artikel 20 lid 3"
GEMEENTE = "proefstad"
NAMES = {
    "wet": "proefwet",
    "verordening": f"{GEMEENTE}/verordening_1",
    "beleidsregel": f"{GEMEENTE}/beleid_1",
    "nadere_regel": f"{GEMEENTE}/nadere_1",
}


@dataclass(slots=True)
class Lid:
    """A place with one rule, or with a text only."""

    number: int
    clauses: list[str]

    def text(self) -> str:
        return "\n".join([f"  lid {self.number}", *(f"    {clause}" for clause in self.clauses)])


@dataclass(slots=True)
class Artikel:
    """An article: clauses that hold for its leden, and the leden."""

    number: int
    clauses: list[str] = field(default_factory=list)
    leden: list[Lid] = field(default_factory=list)

    def text(self, rng: Random | None) -> str:
        leden = list(self.leden)
        if rng is not None:
            rng.shuffle(leden)
        head = f'artikel {self.number} "Artikel {self.number}"'
        return "\n".join(
            [head, *(f"  {clause}" for clause in self.clauses), *(each.text() for each in leden)]
        )


@dataclass(slots=True)
class Tekst:
    """One file."""

    name: str
    header: list[str]
    declarations: list[str] = field(default_factory=list)
    artikelen: list[Artikel] = field(default_factory=list)

    def text(self, rng: Random | None = None) -> str:
        """The file; with `rng` its floors, articles and leden in another order.

        Facts, judgements and decisions keep theirs: questions that weigh the same are asked in order of declaration.
        """
        items: list[str | Artikel] = [*self.declarations, *self.artikelen]
        if rng is not None and (not self.declarations or self.declarations[0].startswith("ondergrens")):
            rng.shuffle(items)
        body = [each if isinstance(each, str) else each.text(rng) for each in items]
        return "\n\n".join(["\n  ".join(self.header), *body]) + "\n"


@dataclass(frozen=True, slots=True)
class Placed:
    """A rule that was written: where, and the forms of its consequences by decision."""

    kind: str
    artikel: int
    lid: int
    forms: dict[str, str]
    left_to: str = ""
    """The place that a regulation must name as its ground to fill in the delegation here."""

    def reference(self, kind: str) -> str:
        """How a rule of a regulation of this kind refers to it."""
        place = f"artikel {self.artikel} lid {self.lid}"
        return place if kind == self.kind else f"{NAMES[self.kind]} {place}"


@dataclass(frozen=True, slots=True)
class Regeling:
    """The files of one random regulation, the constructs in it and the day for its cases."""

    seed: int
    files: tuple[Tekst, ...]
    constructs: frozenset[str]
    day: date

    def sources(self, rng: Random | None = None) -> tuple[tuple[str, str], ...]:
        """Path and text of each file; with `rng` in another order, inside the files too."""
        files = list(self.files)
        if rng is not None:
            rng.shuffle(files)
        return tuple((f"{each.name}.vrd", each.text(rng)) for each in files)

    def text(self) -> str:
        """All files after each other, for a message."""
        return "\n".join(f"### {path}\n{text}" for path, text in self.sources())


def _covers(ground: str, place: str) -> bool:
    return f"{place} ".startswith(f"{ground} ") or f"{ground} ".startswith(f"{place} ")


def regeling(seed: int) -> Regeling:
    """The random regulation of a seed."""
    return _Maker(seed).make()


class _Maker:
    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.rng = Random(seed)
        self.used: set[str] = set()
        self.words = Wording(self.rng, self.used)
        self.placed: list[Placed] = []
        self.decisions: list[str] = []
        self.general_judgements = 0
        self.ground = ""
        self.left_to, self.upward = "", False
        self.aimed: list[str] = []
        self.declarations: list[str] = []
        self.day = self.rng.choice(DAYS)

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    # ------------------------------------------------ files

    def make(self) -> Regeling:
        self.declarations += self.words.declare()
        self._declare_decisions()
        wet = self._act()
        files = [wet]
        if self.chance(0.78):
            files.append(self._verordening())
            if any(each.kind == "verordening" and "bepaalt" in each.forms.values() for each in self.placed):
                files.append(self._lower("nadere_regel", "verordening"))
        elif self.chance(0.5):
            files.append(self._statement())
        else:
            self.used.add("verordening ontbreekt")
        if self.chance(0.85):
            files.append(self._lower("beleidsregel", "wet"))
        self._general_duties(wet)
        floors = Tekst("ondergrenzen", self._header("ondergrenzen", "begrippen"))
        floors.declarations += self._floors()
        gw = Tekst(
            "gw",
            self._header("gw", "grondwet"),
            [],
            [Artikel(20, [], [Lid(3, ['inhoud "Bestaanszekerheid."'])])],
        )
        declared = Tekst("begrippen", self._header("begrippen", "begrippen"), self.declarations)
        return Regeling(self.seed, (gw, declared, *files, floors), frozenset(self.used), self.day)

    def _header(self, name: str, kind: str, *clauses: str, since: str = "1 januari 2015") -> list[str]:
        gemeente = [f"gemeente {GEMEENTE}"] if (kind in NAMES and kind != "wet") or kind == "opgave" else []
        return [
            f'regeling {name} "Regeling {name}"',
            f"soort {kind}",
            *gemeente,
            'bron "verzonnen"',
            "herkomst fictief",
            f"in werking vanaf {since}",
            *clauses,
        ]

    def _declare_decisions(self) -> None:
        rng = self.rng
        count = rng.choice((1, 1, 2, 2, 3))
        self.decisions = rng.sample(
            ["verlaging", "duur_maatregel", "inhouding", "toegekend", "klasse"], count, counts=(3, 2, 3, 2, 1)
        )
        self.decisions = list(dict.fromkeys(self.decisions))
        for name in self.decisions:
            type_, standard, favourable = DECISIONS[name]
            if name == "duur_maatregel" and self.chance(0.4):
                self.used.add("onbepaalde duur")
                type_ += " of onbepaald"
                self.words.indefinite = True
            parts = [type_]
            self.used.add(f"besluit {type_.split()[0]}")
            if self.chance(0.6):
                self.used.add("standaard")
                parts.append(f"standaard {standard}")
            else:
                self.used.add("zonder standaard")
            if name == "inhouding" and self.chance(0.4):
                self.used.add("besluit afgerond")
                parts.append(rng.choice(("afgerond op centen", "afgerond op hele euro's naar beneden")))
            if favourable:
                parts.append(f"gunstig {favourable}")
            self.declarations.append(f"besluit {name}: {', '.join(parts)}")

    def _act(self) -> Tekst:
        since = "1 januari 2015"
        if self.chance(0.12):
            self.used.add("regeling vanaf onbekend")
            since = "onbekend"
        tekst = Tekst("proefwet", self._header("proefwet", "wet", since=since))
        self._article(tekst, 1, [self._bound] * self.rng.randint(1, 3))
        powers: list[Callable[[str], list[str]]] = [
            self._delegation,
            self._ordering,
            self._may,
            self._may_range,
        ]
        self._article(tekst, 2, self.rng.choices(powers, k=self.rng.randint(1, 3)))
        ways: list[Callable[[str], list[str]]] = [
            self._deviation,
            self._deviation,
            self._tailoring,
            self._tailoring,
            self._may_deviating,
            self._limit,
            self._taking_back,
        ]
        self._article(tekst, 3, self.rng.choices(ways, k=self.rng.randint(1, 4)))
        grounds = [Lid(1, ['inhoud "De gemeente regelt dit."']), Lid(2, ['inhoud "En ook dit."'])]
        tekst.artikelen.append(Artikel(9, [], grounds))
        return tekst

    def _verordening(self) -> Tekst:
        self.ground = self.rng.choice(("artikel 9", "artikel 9 lid 1", "artikel 9 lid 1", "artikel 2", ""))
        clauses = [f"grondslag proefwet {self.ground}"] if self.ground else []
        since = "1 januari 2015"
        if self.chance(0.15):
            self.used.add("regeling geldt nog niet")
            since = "1 februari 2026"
        tekst = Tekst("verordening_1", self._header("verordening_1", "verordening", *clauses, since=since))
        self._article(tekst, 1, [self._bound] * self.rng.randint(1, 3))
        ways: list[Callable[[str], list[str]]] = [
            self._deviation,
            self._deviation,
            self._may_deviating,
            self._limit,
            self._tailoring,
            self._replacing,
            self._regardless,
            self._hardship,
            self._hardship,
            self._delegation,
            self._may,
            self._may_range,
            self._limit,
        ]
        self._article(tekst, 2, self.rng.choices(ways, k=self.rng.randint(1, 4)))
        return tekst

    def _lower(self, kind: str, above: str) -> Tekst:
        clauses = []
        if above == "verordening":
            self.used.add("nadere regel")
            clauses = [f"grondslag {NAMES['verordening']} artikel 2"]
        relation = ""
        if kind == "beleidsregel" and self.chance(0.45):
            relation = self.rng.choice(("binnenwettelijk", "buitenwettelijk", "tegenwettelijk"))
            self.used.add(f"verhouding {relation}")
            clauses.append(f"verhouding {relation}")
        name = NAMES[kind].split("/")[1]
        tekst = Tekst(name, self._header(name, kind, *clauses))
        self._article(tekst, 1, [self._bound] * self.rng.randint(1, 2))
        ways: list[Callable[[str], list[str]]] = [
            self._deviation,
            self._may_deviating,
            self._limit,
            self._tailoring,
            self._replacing,
            self._bound,
            self._regardless,
        ]
        self._article(tekst, 2, self.rng.choices(ways, k=self.rng.randint(0, 2)))
        return tekst

    def _statement(self) -> Tekst:
        self.used.add("geen regeling krachtens")
        place = self.rng.choice(("artikel 9 lid 1", "artikel 9", "artikel 2"))
        since = self.rng.choice(("", "", " vanaf 1 februari 2026"))
        clause = f"geen regeling krachtens proefwet {place}{since}"
        return Tekst("opgave", self._header("opgave", "opgave", clause))

    # ------------------------------------------------ articles

    def _article(self, tekst: Tekst, number: int, makers: list[Callable[[str], list[str]]]) -> None:
        if not makers:
            return
        kind = next(line for line in tekst.header if line.startswith("soort ")).split()[1]
        artikel = Artikel(number)
        for lid, maker in enumerate(makers, start=1):
            self.here = (kind, number, lid)
            self.forms: dict[str, str] = {}
            self.left_to, self.upward, self.aimed = "", False, []
            clauses = maker(kind) + self._extras(kind)
            artikel.leden.append(Lid(lid, clauses))
            self.placed.append(Placed(kind, number, lid, self.forms, self.left_to))
        if number == 1 and self.chance(0.15):
            tekst.artikelen += self._versions(artikel, kind)
            return
        artikel.clauses += self._validity()
        tekst.artikelen.append(artikel)

    def _validity(self) -> list[str]:
        if self.chance(0.75):
            return []
        kind = self.rng.choice(("vanaf onbekend", "later", "nieuw", "voorbij", "eerder"))
        self.used.add(f"geldigheid {kind}")
        match kind:
            case "vanaf onbekend":
                return ["in werking vanaf onbekend"]
            case "later":
                return ["in werking vanaf 1 februari 2026"]
            case "nieuw":
                return ["in werking vanaf 1 februari 2026", "nieuw vanaf 1 februari 2026"]
            case "voorbij":
                return ["in werking vanaf 1 januari 2015 tot 1 februari 2026"]
        return ["in werking vanaf 1 januari 2020"]

    def _versions(self, artikel: Artikel, kind: str) -> list[Artikel]:
        """Two versions of an article that follow each other; the later one gives the decisions other values."""
        self.used.add("versies van een artikel")
        later = Artikel(artikel.number, ["in werking vanaf 1 februari 2026"])
        for lid in artikel.leden:
            decision = self.rng.choice(self.decisions)
            clauses = [f"als {self.words.condition(1)}", f"dan moet {self._set(decision)}"]
            later.leden.append(Lid(lid.number, clauses))
            self.placed.append(Placed(kind, artikel.number, lid.number, {decision: "moet"}))
        artikel.clauses.append("in werking vanaf 1 januari 2015 tot 1 februari 2026")
        return [artikel, later]

    def _extras(self, kind: str) -> list[str]:
        clauses = []
        if kind == "verordening" and not self.upward and self.here[2] == 1 and self.chance(0.3):
            self.used.add("grondslag op een lid")
            target = self._of_kind("bepaalt", "wet")
            place = target.reference(kind) if target and self.chance(0.5) else "proefwet artikel 9 lid 2"
            clauses.append(f"grondslag {place}")
        if self.chance(0.1):
            clauses.append("mandaat college")
        return clauses

    def _of_kind(self, form: str, kind: str) -> Placed | None:
        found = [each for each in self.placed if each.kind == kind and form in each.forms.values()]
        return self.rng.choice(found) if found else None

    # ------------------------------------------------ rules

    def _when(self, depth: int = 1) -> list[str]:
        clauses = [f"als {self.words.condition(depth)}"] if self.chance(0.8) else []
        if self.chance(0.2):
            self.used.add("tenzij")
            clauses.append(f"tenzij {self.words.condition(1)}")
        return clauses

    def _set(self, decision: str) -> str:
        return f"{decision} = {self.words.value(decision, self._given_by(decision))}"

    def _given_by(self, decision: str) -> list[str]:
        kind = self.here[0]
        return [
            each.reference(kind)
            for each in self.placed
            if each.kind == kind and each.forms.get(decision) == "moet"
        ]

    def _numeric(self) -> str | None:
        found = [each for each in self.decisions if each in NUMERIC]
        return self.rng.choice(found) if found else None

    def _bound(self, kind: str) -> list[str]:
        decisions = self.rng.sample(self.decisions, 1 if len(self.decisions) == 1 or self.chance(0.6) else 2)
        for each in decisions:
            self.forms[each] = "moet"
        self.used.add("moet")
        words = "\n      en ".join(self._set(each) for each in decisions)
        clauses = [*self._when(), f"dan moet {words}"]
        if self.chance(0.06):
            self.used.add("moet gemotiveerd worden")
            clauses[-1] += '\n      en moet gemotiveerd worden waarom "Waarom?"'
        return clauses

    def _may(self, kind: str) -> list[str]:
        decision = self._aim()
        self.forms[decision] = "kan"
        self.used.add("kan")
        return [*self._when(), f"dan kan {self._set(decision)}"]

    def _may_range(self, kind: str) -> list[str]:
        decision = self._aim()
        if decision not in NUMERIC:
            return self._may(kind)
        self.forms[decision] = "kan"
        self.used.add("kan van tot")
        low, high = self.words.bounds(decision)
        return [*self._when(), f"dan kan {decision} van {low} tot en met {high}"]

    def _delegation(self, kind: str) -> list[str]:
        decision = self._numeric()
        if decision is None:
            return self._bound(kind)
        self.forms[decision] = "bepaalt"
        self.used.add("bepaalt (zuiver)")
        return [*self._when(), f"dan {self._delegates(decision, kind)}"]

    def _ordering(self, kind: str) -> list[str]:
        decision = self._numeric()
        others = [each for each in self.decisions if each != decision]
        if decision is None or not others:
            return self._delegation(kind)
        other = self.rng.choice(others)
        self.forms |= {decision: "bepaalt", other: "moet"}
        self.used.add("bepaalt (en beveelt)")
        return [*self._when(), f"dan moet {self._set(other)}\n      en {self._delegates(decision, kind)}"]

    def _delegates(self, decision: str, kind: str) -> str:
        low, high = self.words.bounds(decision)
        if kind == "verordening":
            return f"bepaalt de nadere_regel {decision} van {low} tot en met {high}"
        if self.chance(0.25):
            self.used.add("bepaalt zonder krachtens")
            self.left_to = f"artikel {self.here[1]} lid {self.here[2]}"
            return f"bepaalt de verordening {decision} van {low} tot en met {high}"
        self.used.add("krachtens")
        self.left_to = self.rng.choice(("artikel 9 lid 1", "artikel 9 lid 1", "artikel 9"))
        return f"bepaalt de verordening krachtens {self.left_to} {decision} van {low} tot en met {high}"

    # ------------------------------------------------ deviations

    def _targets(self, kind: str) -> str | None:
        """Earlier rules of the same regulation, or of a lower class, to deviate from."""
        own = [each for each in self.placed if each.kind == kind]
        if kind == "verordening" and self.chance(0.3):
            delegation = self._filled(kind)
            if delegation is not None:
                self.used.add("in afwijking van een delegatie")
                self.upward = True
                self.aimed = [name for name, form in delegation.forms.items() if form == "bepaalt"]
                return delegation.reference(kind)
        if kind == "wet" and self.chance(0.12):
            self.used.add("in afwijking van elke (bijzonder)")
            return self.rng.choice(("elke verordening", "elke beleidsregel"))
        if not own:
            return None
        whole = [each for each in own if each.artikel != self.here[1]]
        if whole and self.chance(0.2):
            self.used.add("in afwijking van een heel artikel")
            return f"artikel {self.rng.choice(whole).artikel}"
        count = 1 if len(own) == 1 or self.chance(0.7) else 2
        chosen = self.rng.sample(own, count)
        if count > 1:
            self.used.add("in afwijking van meer")
        if any(each in self.deviating for each in chosen):
            self.used.add("keten van afwijkingen")
        self.aimed = [name for each in chosen for name in each.forms if name in self.decisions]
        return ", ".join(each.reference(kind) for each in chosen)

    def _filled(self, kind: str) -> Placed | None:
        """A delegation in the act that the verordening as a whole fills in."""
        found = [each for each in self.placed if each.kind == "wet" and each.left_to and self.ground]
        found = [each for each in found if _covers(self.ground, each.left_to)]
        return self.rng.choice(found) if found else None

    @property
    def deviating(self) -> list[Placed]:
        return [each for each in self.placed if "afwijkt" in each.forms]

    def _from(self, kind: str) -> list[str] | None:
        targets = self._targets(kind)
        if targets is None:
            return None
        self.used.add("in afwijking van")
        self.forms["afwijkt"] = "ja"
        yes_no = [name for name, type_ in self.words.judgements.items() if type_ == "ja/nee"]
        because = ""
        if yes_no and self.chance(0.5):
            self.used.add("wegens")
            because = f" wegens {self.rng.choice(yes_no)}"
        return [f"in afwijking van {targets}{because}", *(self._when(0) if self.chance(0.6) else [])]

    def _aim(self) -> str:
        """A decision for a deviating rule: mostly one that its target speaks of."""
        sure = self.upward or self.chance(0.8)
        return self.rng.choice(self.aimed if self.aimed and sure else self.decisions)

    def _deviation(self, kind: str) -> list[str]:
        head = self._from(kind)
        if head is None:
            return self._bound(kind)
        decision = self._aim()
        self.forms[decision] = "moet"
        return [*head, f"dan moet {self._set(decision)}"]

    def _taking_back(self, kind: str) -> list[str]:
        """The act takes a delegated decision back for some cases."""
        delegation = self._of_kind("bepaalt", kind)
        if delegation is None:
            return self._deviation(kind)
        self.used.add("delegatie teruggenomen")
        self.forms["afwijkt"] = "ja"
        decision = next(name for name, form in delegation.forms.items() if form == "bepaalt")
        self.forms[decision] = "moet"
        head = f"in afwijking van {delegation.reference(kind)}"
        return [
            head,
            f"als {self.words.condition(1)}",
            f"dan moet {decision} = {self.rng.choice(PALETTES[decision])}",
        ]

    def _may_deviating(self, kind: str) -> list[str]:
        head = self._from(kind)
        if head is None:
            return self._may(kind)
        rest = self._may_range(kind) if self.chance(0.5) else self._may(kind)
        self.used.add("kan in afwijking van")
        extra = []
        if self.chance(0.2):
            word = self.rng.choice(("hardheidsclausule", "tegenwettelijk", "buitenwettelijk"))
            self.used.add("soort ruimte")
            extra.append(f"soort ruimte {word}")
        return [*head, rest[-1], *extra]

    def _tailoring(self, kind: str) -> list[str]:
        head = self._from(kind) if self.chance(0.9) else None
        if head is None:
            self.used.add("afgestemd zonder afwijking")
            head = self._when()
        decision = self._aim()
        self.forms[decision] = "afgestemd"
        low, high = self.words.bounds(decision)
        if decision not in NUMERIC or self.chance(0.1):
            self.used.add("afgestemd zonder grenzen")
            return [*head, f"dan moet {decision} afgestemd worden"]
        if self.chance(0.5):
            self.used.add("afgestemd tot de gewone uitkomst")
            return [*head, f"dan moet {decision} afgestemd worden van {low} tot en met de gewone uitkomst"]
        self.used.add("afgestemd van tot")
        return [*head, f"dan moet {decision} afgestemd worden van {low} tot en met {high}"]

    def _limit(self, kind: str) -> list[str]:
        decision = self.rng.choice(self.decisions)
        self.forms[decision] = "grens"
        forms = ("ten hoogste", "ten minste", "mag niet") if decision in NUMERIC else ("mag niet",)
        form = self.rng.choice(forms)
        self.used.add(form)
        bound = self.words.value(decision, []) if self.chance(0.3) else self.rng.choice(PALETTES[decision])
        words = f"mag niet {decision} = {bound}" if form == "mag niet" else f"{decision} {form} {bound}"
        return [*self._when(), f"dan {words}"]

    def _replacing(self, kind: str) -> list[str]:
        own = [each for each in self.placed if each.kind == kind and "moet" in each.forms.values()]
        if not own:
            return self._bound(kind)
        self.used.add("vervangt")
        other = self.rng.choice(own)
        decision = next(name for name, form in other.forms.items() if form == "moet")
        self.forms[decision] = "moet"
        return [*self._when(), f"dan moet {self._set(decision)}", f"vervangt {other.reference(kind)}"]

    def _regardless(self, kind: str) -> list[str]:
        own = [each for each in self.placed if each.kind == kind]
        clauses = self._bound(kind)
        if own:
            self.used.add("onverminderd")
            clauses.append(f"onverminderd {self.rng.choice(own).reference(kind)}")
        return clauses

    def _hardship(self, kind: str) -> list[str]:
        self.used.add("kan afgeweken worden")
        except_ = ""
        if self.chance(0.5):
            self.used.add("behalve")
            except_ = " behalve artikel 1 lid 1"
        because = f" wegens {name}" if (name := self._judgement_of_general()) else ""
        self.forms["afwijkt"] = "klasse"
        return [f"in afwijking van deze regeling{except_}{because}", "dan kan afgeweken worden"]

    # ------------------------------------------------ general duties and floors

    def _judgement_of_general(self) -> str:
        self.general_judgements += 1
        name = f"algemeen_{self.general_judgements}"
        self.declarations.append(f"oordeel {name}: ja/nee")
        return name

    def _general_duties(self, wet: Tekst) -> None:
        if not self.chance(0.5):
            return
        leden = []
        for number in range(1, self.rng.choice((2, 2, 3))):
            self.used.add("algemene plicht")
            target = self.rng.choice(
                ("elke beleidsregel", "elke verordening", "artikel 1", "artikel 1 tot en met 2")
            )
            clauses = [f"in afwijking van {target} wegens {self._judgement_of_general()}"]
            if self.chance(0.5):
                self.used.add("algemene plicht met voorwaarde")
                facts = self.chance(0.4)
                if facts:
                    self.used.add("algemene plicht die van een gegeven afhangt")
                clauses.append(f"als {self.words.condition(0) if facts else self._judgement_of_general()}")
            leden.append(Lid(number, [*clauses, "dan moet afgestemd worden"]))
        wet.artikelen.append(Artikel(5, [], leden))

    def _floors(self) -> list[str]:
        count = self.rng.choice((0, 1, 1, 2, 2, 3))
        if count > 1:
            self.used.add("meer ondergrenzen")
        return [self._floor(number) for number in range(1, count + 1)]

    def _floor(self, number: int) -> str:
        rng = self.rng
        effect = rng.choice(("wet", "wet", "grondwet", "weging"))
        self.used.add(
            {"wet": "absoluut op de wet", "grondwet": "absoluut op de Grondwet", "weging": "weging"}[effect]
        )
        ground = (
            CONSTITUTIONAL
            if effect == "grondwet"
            else rng.choice(("proefwet artikel 9", f"proefwet artikel 1, {CONSTITUTIONAL}"))
        )
        guarded = [rng.choice(self.decisions)]
        if len(self.decisions) > 1 and self.chance(0.3):
            guarded = rng.sample(self.decisions, 2)
            self.used.add("ondergrens op twee besluiten")
        parts = [self._demand(each) for each in guarded]
        joined = rng.choice((" of ", " en ")).join(part for part, _ in parts)
        clauses = [
            "groep minimaal_welzijn",
            f"grondslag {ground}",
            f"bewaakt {', '.join(guarded)}",
            f"werking {'weging' if effect == 'weging' else 'absoluut'}",
            f"eis {joined}",
            f"herstel {' en '.join(repair for _, repair in parts)}",
        ]
        if self.chance(0.7):
            clauses.append(f"als {self.words.condition(1)}")
        if self.chance(0.2):
            clauses.append(f"tenzij {self.words.condition(0)}")
        if self.chance(0.1):
            clauses.append("in werking vanaf 1 februari 2026")
        if effect == "weging":
            clauses.append('motiveer afweging "Waarom?"')
        if effect == "grondwet" and self.chance(0.35):
            self.used.add("buiten toepassing")
            clauses.append('buiten toepassing volgens "ECLI:NL:RBAMS:2099:1"')
        return "\n  ".join([f'ondergrens bodem_{number} "Bodem {number}"', *clauses])

    def _demand(self, decision: str) -> tuple[str, str]:
        """What a floor demands of a decision, and the repair that meets it."""
        if decision not in NUMERIC:
            bound = self.rng.choice(PALETTES[decision])
            return f"{decision} = {bound}", f"{decision} ten minste {bound}"
        bound = self.words.value(decision, []) if self.chance(0.4) else self.rng.choice(PALETTES[decision])
        if self.chance(0.7):
            return f"{decision} <= {bound}", f"{decision} ten hoogste {bound}"
        return f"{decision} >= {bound}", f"{decision} ten minste {bound}"
