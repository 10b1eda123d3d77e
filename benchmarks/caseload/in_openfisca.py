"""The rules in OpenFisca, in its best form: whole cents as int32, one entity, one period, nothing kept on disk.

Inputs are set and the simulation is made before the clock starts; OpenFisca knows no unknown facts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.caseload import rules
from benchmarks.caseload.facts import DAY, FACTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from verordening.population.engines.kernel import Array

_MONTH = "2026-03"
_PERSON = build_entity("person", "persons", "", is_person=True)
_SHARED = np.array(rules.SHARED, np.int32)
_VERLAGING = np.array(rules.VERLAGING, np.int32)
_FORMULAS: dict[str, tuple[type, Callable[..., Any]]] = {}


def simulation(facts: dict[str, Array], rows: int) -> Callable[[], dict[str, Array]]:
    """A simulation with these facts; calling it works out all decisions. Each is good for one call."""
    system = TaxBenefitSystem([_PERSON])
    for column in FACTS:
        _add(system, column.name, bool if column.truth else int, None)
    for name, (kind, formula) in _FORMULAS.items():
        _add(system, name, kind, formula)
    made = SimulationBuilder().build_default_simulation(system, count=rows)
    for column in FACTS:
        array = facts[column.name]
        made.set_input(column.name, _MONTH, array if column.truth else array.astype(np.int32))

    def run() -> dict[str, Array]:
        return {name: made.calculate(name, _MONTH) for name in rules.SHORT}

    return run


def _add(system: Any, name: str, kind: type, formula: Callable[..., Any] | None) -> None:
    words: dict[str, Any] = {
        "value_type": kind,
        "entity": _PERSON,
        "definition_period": DateUnit.MONTH,
        "label": name,
    }
    if formula is not None:
        words["formula"] = formula
    system.add_variable(type(name, (Variable,), words))


def _rule(kind: type) -> Callable[[Callable[..., Any]], None]:
    """A formula takes a function that gives variables of this month by name."""

    def keep(rule: Callable[..., Any]) -> None:
        def formula(person: Any, period: Any) -> Any:
            return rule(lambda name: person(name, period))

        _FORMULAS[rule.__name__] = kind, formula

    return keep


@_rule(bool)
def gehuwd(v: Any) -> Any:
    return v("huishouden") == 2


@_rule(bool)
def alleenstaande_ouder(v: Any) -> Any:
    return v("huishouden") == 1


@_rule(bool)
def jong(v: Any) -> Any:
    return v("geboren") > rules.BORN_AFTER_21


@_rule(bool)
def partner_jong(v: Any) -> Any:
    return v("partner_geboren") > rules.BORN_AFTER_21


@_rule(bool)
def onder_27(v: Any) -> Any:
    return v("geboren") > rules.BORN_AFTER_27


@_rule(bool)
def pensioen(v: Any) -> Any:
    return (v("geboren") <= rules.PENSION) | (v("gehuwd") & (v("partner_geboren") <= rules.PENSION))


@_rule(bool)
def deelt_kosten(v: Any) -> Any:
    return (v("kostendelers") >= 1) & ~v("jong") & ~v("inrichting") & ~v("schoolverlater")


@_rule(int)
def basisnorm(v: Any) -> Any:
    inside, married, pension, shares = v("inrichting"), v("gehuwd"), v("pensioen"), v("deelt_kosten")
    young, partner_young, children = v("jong"), v("partner_jong"), v("kinderen")
    shared = _SHARED[v("kostendelers")]
    return np.select(
        [
            inside & married, inside, pension & married, pension, shares & married, shares,
            married & young & partner_young & children, married & young & partner_young,
            married & (young | partner_young) & children, married & (young | partner_young), married,
            young & v("alleenstaande_ouder"), young,
        ],
        [
            72_013, 46_299, 211_970, 156_490, 2 * shared, shared, 109_246, 69_198, 174_749, 134_706, rules.MARRIED,
            34_600, 34_599,
        ],
        140_150,
    )  # fmt: skip


@_rule(int)
def verlaging_norm(v: Any) -> Any:
    without = (v("woonsituatie") == 3) & ~v("deelt_kosten") & ~v("inrichting")
    leaver = v("schoolverlater") & v("onder_27")
    return np.select([without & leaver, without, leaver], [50_054, 40_043, 20_021], 0)


@_rule(int)
def toeslag(v: Any) -> Any:
    costs = v("woonkosten") // (v("kostendelers") + 1)
    return np.where((v("woonsituatie") == 0) & (costs > 50_000), np.minimum(10_000, costs - 50_000), 0)


@_rule(int)
def norm(v: Any) -> Any:
    limit = np.where(v("gehuwd") | v("alleenstaande_ouder"), 1_515_000, 757_500)
    found = np.maximum(0, v("basisnorm") - v("verlaging_norm")) + v("toeslag")
    return np.where(v("vermogen") > limit, 0, found)


@_rule(int)
def vrijlating(v: Any) -> Any:
    income = v("inkomen")
    return np.select(
        [
            (v("maanden_bijstand") <= 5) & ~v("onder_27"),
            v("alleenstaande_ouder") & v("kinderen"),
            v("arbeidsbeperking"),
        ],
        [
            np.minimum(27_300, income // 4),
            np.minimum(16_951, income // 8),
            np.minimum(17_290, income * 3 // 20),
        ],
        0,
    )


@_rule(int)
def uitkering(v: Any) -> Any:
    return np.maximum(0, v("norm") - (v("inkomen") - v("vrijlating")))


@_rule(bool)
def recidive(v: Any) -> Any:
    passed = v("datum_gedraging") - v("datum_vorige")
    return (v("eerdere_maatregelen") >= 1) & (passed >= 0) & (passed <= 365)


@_rule(bool)
def waarschuwing(v: Any) -> Any:
    return (
        (v("gedraging") == 1) & v("meewerkend") & ~v("waarschuwing_gehad") & (v("eerdere_maatregelen") == 0)
    )


@_rule(int)
def verlaging_verwijtbaar(v: Any) -> Any:
    full = _VERLAGING[v("gedraging")]
    doubled = np.where(v("recidive"), np.minimum(100, full * 2), full)
    return np.where(v("verwijtbaarheid") == 1, doubled // 2, doubled)


@_rule(bool)
def geen_verlaging(v: Any) -> Any:
    deed = v("gedraging")
    return (
        (deed == 0)
        | (v("inlichtingen") & (deed == 2))
        | (v("verwijtbaarheid") == 0)
        | (v("datum_gedraging") < DAY - 1095)
        | v("dringende_redenen")
        | v("waarschuwing")
    )


@_rule(int)
def verlaging(v: Any) -> Any:
    found = v("verlaging_verwijtbaar")
    found = np.where((v("gedraging") == 6) & (v("norm") > 150_000), np.maximum(50, found), found)
    return np.where(v("geen_verlaging"), 0, found)


@_rule(int)
def duur(v: Any) -> Any:
    again, deed = v("recidive"), v("gedraging")
    return np.select(
        [
            v("verlaging") == 0,
            again & ((deed >= 6) | (v("eerdere_maatregelen") >= 3)),
            again | ((deed == 5) & ~v("kinderen")),
        ],
        [0, 3, 2],
        1,
    )


@_rule(int)
def bedrag_verlaging(v: Any) -> Any:
    return (v("uitkering") * v("verlaging") * 2 + 100) // 200


@_rule(int)
def verrekening(v: Any) -> Any:
    return np.where(v("verlaging") == 0, np.minimum(v("schuld"), v("uitkering") // 10), 0)


@_rule(int)
def beslag_deel(v: Any) -> Any:
    return np.minimum(v("beslag"), v("uitkering") // 20)


@_rule(int)
def vloer(v: Any) -> Any:
    norm = v("norm")
    return np.select(
        [v("inrichting"), v("kinderen"), v("beslag") > 0],
        [norm * 2 // 3, norm * 80 // 100, norm * 95 // 100],
        norm // 5,
    )


@_rule(int)
def inhouding(v: Any) -> Any:
    wanted = v("bedrag_verlaging") + v("verrekening") + v("beslag_deel")
    return np.minimum(wanted, np.maximum(0, v("uitkering") - v("vloer")))
