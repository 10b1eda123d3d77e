"""Who receives bijstand: the distribution of the facts that the rules turn on most (docs/handleiding/bevolking.md).

Figures with a source are counts of Statistics Netherlands (CBS) and Divosa; all others are assumptions, each with the
range in which it is plausible. Nothing here is about a real person, and nothing says what is so in a municipality.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np

from verordening.model.corpus import Corpus
from verordening.population.facts import column_of
from verordening.population.reading.scalars import Numbered
from verordening.population.synthetic.conduct import conduct
from verordening.population.synthetic.drawing import BLOCK, Draws, known

HOUSEHOLDS: Final = {"alleenstaande": 280_680, "alleenstaande_ouder": 77_480, "gehuwden": 74_470}
"""Benefits by form of living, the Netherlands, March 2018: CBS StatLine 82015NED."""

AGES: Final = ((18, 26, 39), (27, 44, 136), (45, 66, 228))
"""Thousands of people up to the AOW-leeftijd, end of March 2024: CBS, 31 May 2024. Within a group all alike."""

WORKING: Final = 0.08
"""Has income from part-time or flexible work in a month: Divosa, factsheet Parttime werk in de bijstand."""

# Assumptions, with the range in which they are plausible.
WITH_CHILD: Final = 0.5  # couples with a dependent child: 0.4 to 0.6
LODGERS: Final = (0.85, 0.10, 0.03, 0.02)  # 0, 1, 2 or 3 kostendelende medebewoners: 0.75 to 0.9 have none
INSIDE: Final = 0.01  # in an institution: 0.005 to 0.02
WAGES: Final = (5_000, 120_000)  # euros a month of who works, in cents
SAVINGS: Final = (0.75, 250_000, 750_000)  # most have less than € 2.500, the others up to € 7.500
IN_DEBT: Final = (0.5, 4_000_000)  # half has debts, up to € 40.000
AGE_GAP: Final = 8
OLDEST_PARTNER: Final = 75
AOW_AGE: Final = 67
YOUNGEST_PARENT: Final = 16
YEAR: Final = 12


def households(corpus: Corpus, day: date, draws: Draws) -> dict[str, Numbered]:
    """The facts of the households of a block that the corpus knows, all within their bounds."""
    made = _household(corpus, draws) | _money(draws) | conduct(corpus, day, draws)
    return {name: _within(name, each, corpus) for name, each in made.items() if name in corpus.inputs}


def _within(name: str, each: Numbered, corpus: Corpus) -> Numbered:
    column = column_of(name, corpus.inputs[name].type)
    numbers = np.clip(each.numbers, column.low, column.high)
    return Numbered(np.where(each.known, numbers, column.low), each.known)


def _household(corpus: Corpus, draws: Draws) -> dict[str, Numbered]:
    options = corpus.inputs["huishouden"].type.options
    form = draws.one_of("huishouden", [HOUSEHOLDS.get(each, 0) for each in options])
    couple, parent = form == options.index("gehuwden"), form == options.index("alleenstaande_ouder")
    groups = draws.one_of("leeftijdsgroep", [count for _, _, count in AGES])
    lows, highs = (np.array([each[at] for each in AGES])[groups] for at in (0, 1))
    age = draws.between("leeftijd", lows, highs)
    partner = np.clip(age + draws.between("leeftijd_partner", -AGE_GAP, AGE_GAP), AGES[0][0], OLDEST_PARTNER)
    child = parent | (couple & draws.chance("heeft_ten_laste_komend_kind", WITH_CHILD))
    oldest = np.minimum(17, age - YOUNGEST_PARENT)
    youngest = draws.between("leeftijd_jongste_kind", 0, oldest)
    lodgers = draws.one_of("kostendelende_medebewoners", LODGERS)
    pension = couple & (partner >= AOW_AGE)
    return {
        "huishouden": known(form),
        "leeftijd": known(age * YEAR),
        "aow_leeftijd_bereikt": known(np.zeros(BLOCK, np.int64)),
        "leeftijd_partner": Numbered(partner * YEAR, couple),
        "aow_leeftijd_partner_bereikt": known(pension),
        "heeft_ten_laste_komend_kind": known(child),
        "leeftijd_jongste_kind": Numbered(youngest * YEAR, child),
        "kostendelende_medebewoners": known(lodgers),
        "kostendelersnorm_gevraagd": known(lodgers > 0),
        "in_inrichting": known(draws.chance("in_inrichting", INSIDE)),
        "ontvangt_algemene_bijstand": known(np.ones(BLOCK, np.int64)),
        "huishouden_niet_aangetoond": known(np.zeros(BLOCK, np.int64)),
    }


def _money(draws: Draws) -> dict[str, Numbered]:
    works = draws.chance("werkt", WORKING)
    wages = np.where(works, draws.between("inkomen", *WAGES), 0)
    most, little, much = SAVINGS
    savings = np.where(
        draws.chance("weinig bezittingen", most),
        draws.between("bezittingen", 0, little),
        draws.between("bezittingen", little, much),
    )
    share, worst = IN_DEBT
    debts = np.where(draws.chance("schulden", share), draws.between("bedrag_schulden", 0, worst), 0)
    return {
        "inkomen": known(wages),
        "inkomsten_uit_arbeid": known(wages),
        "eigen_inkomen": known(wages),
        "werkt_in_deeltijd": known(works),
        "verdiend_in_deeltijd": known(wages),
        "bezittingen": known(savings),
        "bedrag_schulden": known(debts),
        "vermogen_telt_mee": known(np.zeros(BLOCK, np.int64)),
        "in_een_keer_betaald": Numbered(np.zeros(BLOCK, np.int64), np.zeros(BLOCK, np.bool_)),
    }
