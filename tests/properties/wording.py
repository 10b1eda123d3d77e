"""Random declarations and expressions as text.

Facts of every type with small bounds, concepts, conditions and values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

FACTS = {
    "alleen": "ja/nee",
    "daad": "een van (geen, licht, zwaar)",
    "kinderen": "aantal van 0 tot en met 3",
    "deeltijd": "percentage van 0% tot en met 100% stap 25%",
    "inkomen": "bedrag van € 0 tot en met € 300 stap € 50",
    "maanden_bijstand": "duur in maanden van 0 maanden tot en met 4 maanden",
    "dag_melding": "datum van 29 januari 2026 tot en met 3 februari 2026",
}
WIDE = {
    "kinderen": "aantal van 0 tot en met 20",
    "inkomen": "bedrag van € 0 tot en met € 300",
    "maanden_bijstand": "duur in maanden van 0 maanden tot en met 60 maanden",
    "dag_melding": "datum van 1 januari 2025 tot en met 31 december 2026",
}
"""The same facts with too many values to try them all: here the thresholds count."""

DECISIONS = {
    "verlaging": ("percentage", "0%", "lager"),
    "duur_maatregel": ("duur in maanden", "0 maanden", "lager"),
    "inhouding": ("bedrag", "€ 0", "lager"),
    "toegekend": ("ja/nee", "nee", "ja"),
    "klasse": ("een van (laag, midden, hoog)", "laag", ""),
}
"""Each with its type, its `standaard` and what is good for the resident."""

PALETTES = {
    "verlaging": ("0%", "10%", "20%", "50%", "100%"),
    "duur_maatregel": ("0 maanden", "1 maand", "2 maanden", "3 maanden"),
    "inhouding": ("€ 0", "€ 50", "€ 100", "€ 150", "€ 300"),
    "toegekend": ("nee", "ja"),
    "klasse": ("laag", "midden", "hoog"),
}
"""The values that rules give, from low to high; few, so that rules often agree."""

NUMERIC = frozenset({"verlaging", "duur_maatregel", "inhouding"})
ASPECTS = {"verlaging": "het percentage", "duur_maatregel": "de duur", "inhouding": "het bedrag"}
DATES = ("30 januari 2026", "31 januari 2026", "1 februari 2026", "2 februari 2026")
ORDERS = ("<", "<=", ">", ">=", "=", "!=")


@dataclass(slots=True)
class Wording:
    """What a regulation may speak of, and the texts made of it. `used` collects the names of constructs."""

    rng: Random
    used: set[str]
    facts: dict[str, str] = field(default_factory=dict)
    judgements: dict[str, str] = field(default_factory=dict)
    conditions: list[str] = field(default_factory=list)
    amounts: list[str] = field(default_factory=list)
    percentages: list[str] = field(default_factory=list)
    durations: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    indefinite: bool = False
    """Whether `duur_maatregel` may be without an end."""

    # ------------------------------------------------ declarations

    def declare(self) -> list[str]:
        """Facts, judgements, a table and concepts: one text each."""
        rng = self.rng
        names = rng.sample(sorted(FACTS), rng.randint(3, 6))
        for name in sorted(names):
            wide = name in WIDE and rng.random() < 0.3
            self.facts[name] = WIDE[name] if wide else FACTS[name]
            self.used.add(f"gegeven {FACTS[name].split()[0]}")
            if wide:
                self.used.add("gegeven met ruime grenzen")
        texts = [f"gegeven {name}: {type_}" for name, type_ in self.facts.items()]
        for number in range(rng.randint(1, 3)):
            enum = number == 1 and rng.random() < 0.5
            name = "verwijt" if enum else f"oordeel_{number + 1}"
            self.judgements[name] = "een van (aanwezig, beperkt, afwezig)" if enum else "ja/nee"
        self.used.add("oordeel")
        texts += [
            f'oordeel {name}: {type_}\n  vraag "Wat vindt u?"' for name, type_ in self.judgements.items()
        ]
        texts += self._table()
        texts += self._concepts()
        return texts

    def _table(self) -> list[str]:
        if self.rng.random() < 0.4:
            return []
        self.used.add("tabel")
        rows = ["vanaf 1 januari 2025 is € 100", "vanaf 1 februari 2026 is € 150"]
        if self.rng.random() < 0.3:
            self.used.add("tabel met een onbekend bedrag")
            rows.append("vanaf 1 maart 2026 is onbekend")
        self.amounts.append("norm")
        indexed = ""
        if self.rng.random() < 0.3:
            indexed = ", geïndexeerd op 1 januari en 1 juli"
            rows[1:1] = ["vanaf 1 juli 2025 is onbekend", "vanaf 1 januari 2026 is € 100"]
        return [f"tabel norm: bedrag{indexed}\n" + "\n".join(f"  {row}" for row in rows)]

    def _concepts(self) -> list[str]:
        rng = self.rng
        texts = []
        if rng.random() < 0.7:
            self.used.add("begrip ja/nee")
            texts.append(f"begrip geval_1: ja/nee = {self.condition(2)}")
            self.conditions.append("geval_1")
        if rng.random() < 0.6:
            self.used.add("begrip met takken")
            first, second = self.amount(), self.amount()
            last = "onbekend" if rng.random() < 0.15 else self.amount()
            rounding = rng.choice(("", ", afgerond op centen", ", afgerond op hele euro's naar beneden"))
            head = f"{first} als {self.condition(1)}; {second} als {self.condition(1)}; anders {last}"
            texts.append(f"begrip vrij: bedrag = {head}{rounding}")
            self.amounts.append("vrij")
        if rng.random() < 0.4:
            self.used.add("begrip met takken")
            texts.append(
                f"begrip deel: percentage = 20% als {self.condition(1)}; anders {rng.choice(('20%', '50%'))}"
            )
            self.percentages.append("deel")
        if rng.random() < 0.3:
            self.used.add("begrip een van")
            options = "een van (laag, midden, hoog)"
            texts.append(f"begrip trede: {options} = midden als {self.condition(1)}; anders hoog")
            self.classes.append("trede")
        if rng.random() < 0.4 and "maanden_bijstand" in self.facts:
            self.used.add("begrip rekenen")
            texts.append(f"begrip looptijd: duur in maanden = maanden_bijstand {rng.choice('+-')} 1 maand")
            self.durations.append("looptijd")
        return texts

    # ------------------------------------------------ conditions

    def condition(self, depth: int) -> str:
        """A condition over facts, judgements and concepts."""
        if depth and self.rng.random() < 0.45:
            first, second = self.condition(depth - 1), self.condition(depth - 1)
            match self.rng.randrange(5):
                case 0 | 1:
                    return f"({first} en {second})"
                case 2 | 3:
                    return f"({first} of {second})"
            return f"niet ({first})"
        names = [*self.facts, *self.facts, *self.judgements, *self.conditions]
        name = self.rng.choice(names)
        return self._about(name) if name in self.facts or name in self.judgements else name

    def _about(self, name: str) -> str:
        rng = self.rng
        match (self.facts.get(name) or self.judgements[name]).split()[0]:
            case "ja/nee":
                return rng.choice((name, f"niet {name}", f"{name} = nee", f"{name} = ja"))
            case "een":
                return self._option(name)
            case "aantal":
                return f"{name} {rng.choice(ORDERS)} {rng.randint(0, 3)}"
            case "percentage":
                return f"{name} {rng.choice(ORDERS)} {self.percentage(leaf=True)}"
            case "bedrag":
                return f"{name} {rng.choice(ORDERS)} {self.amount()}"
            case "duur":
                return f"{name} {rng.choice(ORDERS)} {rng.choice(PALETTES['duur_maatregel'])}"
        return self._day(name)

    def _option(self, name: str) -> str:
        options = ("geen", "licht", "zwaar") if name == "daad" else ("aanwezig", "beperkt", "afwezig")
        match self.rng.randrange(3):
            case 0:
                return f"{name} = {self.rng.choice(options)}"
            case 1:
                return f"{name} != {self.rng.choice(options)}"
        return f"{name} is een van ({', '.join(self.rng.sample(options, 2))})"

    def _day(self, name: str) -> str:
        rng = self.rng
        self.used.add("datums vergelijken")
        order = rng.choice(("<", "<=", ">", ">="))
        match rng.randrange(4):
            case 0:
                return f"{name} {order} {rng.choice(DATES)}"
            case 1:
                self.used.add("rekenen met datums")
                return f"{name} + 1 maand {order} {rng.choice(('peildatum', '28 februari 2026', '1 maart 2026'))}"
            case 2 if "maanden_bijstand" in self.facts:
                self.used.add("rekenen met datums")
                return f"{name} + maanden_bijstand {order} {rng.choice(('peildatum', '1 maart 2026'))}"
            case 2:
                return f"{name} {order} peildatum"
        self.used.add("rekenen met datums")
        return f"peildatum - {name} {order} {rng.choice(('0 dagen', '2 dagen', '28 dagen'))}"

    # ------------------------------------------------ values

    def value(self, decision: str, given_by: list[str]) -> str:
        """A value for a decision; `given_by` are places whose rule gives it one."""
        if given_by and decision in ASPECTS and self.rng.random() < 0.12:
            self.used.add("uitkomst van een andere regel")
            return f"{self.rng.choice(('1', '2'))} keer {ASPECTS[decision]} van {self.rng.choice(given_by)}"
        if self.rng.random() < 0.6:
            endless = ("onbepaald",) if decision == "duur_maatregel" and self.indefinite else ()
            return self.rng.choice((*PALETTES[decision], *endless))
        match decision:
            case "verlaging":
                return self.percentage()
            case "duur_maatregel":
                return self.duration()
            case "inhouding":
                return self.amount()
            case "klasse" if self.classes:
                return self.rng.choice(self.classes)
            case "toegekend" if self.conditions:
                return self.rng.choice(self.conditions)
        return self.rng.choice(PALETTES[decision])

    def amount(self) -> str:
        """An amount: written out, a fact, a table, a concept or something worked out."""
        rng = self.rng
        known = [*self.amounts, *(["inkomen"] if "inkomen" in self.facts else [])]
        if not known or rng.random() < 0.45:
            return rng.choice(PALETTES["inhouding"])
        one = rng.choice(known)
        self.used.add("rekenen")
        match rng.randrange(8):
            case 0:
                return f"50% van {one}"
            case 1:
                return f"{one} + € 50"
            case 2:
                return f"het kleinste van ({one}, € 100)"
            case 3:
                return f"het grootste van ({one}, € 50)"
            case 4:
                return (
                    f"{one} gedeeld door {rng.choice(('3', 'kinderen')) if 'kinderen' in self.facts else '3'}"
                )
        return one

    def percentage(self, *, leaf: bool = False) -> str:
        """A percentage."""
        known = [*self.percentages, *(["deeltijd"] if "deeltijd" in self.facts and not leaf else [])]
        if not known or self.rng.random() < 0.3:
            return self.rng.choice(PALETTES["verlaging"])
        one = self.rng.choice(known)
        return f"het kleinste van ({one}, 50%)" if self.rng.random() < 0.3 else one

    def duration(self) -> str:
        """A duration in months."""
        known = [*self.durations, *(["maanden_bijstand"] if "maanden_bijstand" in self.facts else [])]
        if not known:
            return self.rng.choice(PALETTES["duur_maatregel"])
        one = self.rng.choice(known)
        return f"het kleinste van ({one}, 2 maanden)" if self.rng.random() < 0.3 else one

    def bounds(self, decision: str) -> tuple[str, str]:
        """The ends of a range of a numeric decision, mostly in order."""
        palette = PALETTES[decision]
        low, high = sorted(self.rng.choices(range(len(palette)), k=2))
        top = palette[high]
        if self.rng.random() < 0.15:
            worked_out = self.value(decision, [])
            top = top if worked_out in palette else f"het grootste van ({palette[low]}, {worked_out})"
        return palette[low], top
