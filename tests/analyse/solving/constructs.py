"""Random regulations with what those of `tests.properties.generating` lack: lists, terms and whole years over a wide
range of days, a samenhang, divisions by what is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from tests.properties.corpora import load
from verordening.model.corpus import Corpus
from verordening.model.types import Items, Kind, Type, Value, normalised

DAY = date(2026, 3, 1)
DECLARED = """\
regeling begrippen "Begrippen"
  soort begrippen
  herkomst fictief "een voorbeeld"
gegeven kinderen: lijst van kind ({fields}) ten hoogste {most}
gegeven streng: ja/nee
gegeven kleur: een van (rood, geel, blauw)
gegeven uren: aantal van 0 tot en met 40
gegeven geboren: datum van 1 januari 1930 tot en met 31 december 2026
gegeven melding: datum van 1 januari 2019 tot en met 31 december 2028
gegeven looptijd: duur in maanden of onbepaald van 0 maanden tot en met 30 maanden
gegeven inkomen: bedrag van € 0 tot en met € 3.000
tabel norm: bedrag
  vanaf 1 januari 2025 is € 1.401,50
tabel oud: bedrag
  vanaf 1 januari 2025 is € 700
  vanaf 1 januari 2026 is onbekend
besluit toeslag: bedrag, standaard € 0, afgerond op {rounding}
besluit einde: datum
"""
FIELDS = "thuis: ja/nee, jaren: aantal van 0 tot en met 5, verdient: bedrag van € 0 tot en met € 90"
ENDS = ("melding + looptijd", "termijn van 6 weken na melding", "melding")
HEAD = """\
regeling regels "Regels"
  soort wet
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt begrippen
"""
SIGNS = ("<", "<=", ">", ">=", "=", "!=")
ORDERS = SIGNS[:4]
DAYS = ("1 maart 2026", "28 februari 2026", "29 februari 2024", "31 december 2025", "peildatum", "melding")


def condition(rng: Random, depth: int) -> str:
    if depth and rng.random() < 0.5:
        one, other = condition(rng, depth - 1), condition(rng, depth - 1)
        return rng.choice((f"({one} en {other})", f"({one} of {other})", f"niet ({one})"))
    return rng.choice((_plain, _of_days, _of_days, _of_list, _of_list, _of_amounts))(rng)


def _plain(rng: Random) -> str:
    sign = rng.choice(SIGNS)
    return rng.choice(
        (
            "streng",
            "niet streng",
            "kleur = rood",
            "kleur is een van (geel, blauw)",
            f"uren {sign} {rng.randint(0, 40)}",
        )
    )


def _of_days(rng: Random) -> str:
    order, day, number = rng.choice(ORDERS), rng.choice(DAYS), rng.randint(0, 14)
    return rng.choice(
        (
            f"hele jaren van geboren tot {day} {order} {rng.choice((0, 1, 18, 27, 67))} jaar",
            f"hele maanden van melding tot {day} {order} {number} maanden",
            f"hele weken sinds melding {order} {number} weken",
            f"hele maanden sinds melding {order} looptijd",
            f"geboren + looptijd {order} {day}",
            f"melding - {number} maanden {order} {day}",
            f"melding + 1 jaar - 1 dag {order} {day}",
            f"de eerste dag van de maand na melding {order} {day}",
            f"termijn van {rng.choice(('6 weken', '2 maanden', '5 dagen', '4 maanden'))} na melding {order} {day}",
            f"melding + {number} werkdagen {order} {day}",
            f"melding - geboren {order} {number} weken",
            f"peildatum - melding {order} {number} dagen",
        )
    )


def literal(rng: Random) -> str:
    return rng.choice(
        ("thuis", "niet thuis", f"jaren {rng.choice(SIGNS)} {rng.randint(0, 5)}", "verdient > € 50", "streng")
    )


def _of_list(rng: Random) -> str:
    own, sign = literal(rng), rng.choice(SIGNS)
    if rng.random() < 0.3:
        own = f"({own} {rng.choice(('en', 'of'))} {literal(rng)})"
    return rng.choice(
        (
            f"er is een kind met ({own})",
            f"er is geen kind met ({own})",
            f"voor elk kind met ({own}) geldt ({literal(rng)})",
            f"aantal kinderen {sign} {rng.randint(0, 3)}",
            f"aantal kinderen met ({own}) {sign} {rng.randint(0, 3)}",
            f"de som van jaren van kinderen met ({own}) {sign} {rng.randint(0, 6)}",
            f"de hoogste jaren van kinderen met ({own}) {sign} {rng.randint(0, 5)}",
            f"de laagste verdient van kinderen met ({own}) {sign} € {rng.randint(0, 90)}",
        )
    )


def _of_amounts(rng: Random) -> str:
    return f"{amount(rng)} {rng.choice(ORDERS)} {amount(rng)}"


def amount(rng: Random) -> str:
    return rng.choice(
        (
            f"€ {rng.choice((0, 50, 700, 1400))}",
            "inkomen",
            "norm",
            "oud",
            f"{rng.choice((5, 105, 110))}% van inkomen",
            "(norm - inkomen) gedeeld door 3",
            "inkomen gedeeld door aantal kinderen",
            "inkomen gedeeld door uren",
            "aantal kinderen keer € 10",
            "uren keer inkomen",
            "het grootste van (norm - inkomen, € 0)",
            f"de som van verdient van kinderen met ({literal(rng)})",
            "het kleinste van (inkomen, de hoogste verdient van kinderen)",
        )
    )


def regulation(seed: int) -> tuple[Corpus, str]:
    """The corpus of a seed, and its text."""
    rng = Random(seed)
    rounding = rng.choice(("centen", "hele euro's naar beneden", "hele euro's naar boven", "hele euro's"))
    declared = DECLARED.format(fields=FIELDS, most=rng.choice((1, 2, 3, 12)), rounding=rounding)
    for number in range(rng.randint(0, 2)):
        declared += f'samenhang "regel {number}" als {condition(rng, 0)} dan {condition(rng, 0)}\n'
    articles = []
    for number in range(1, rng.randint(3, 5)):
        clauses = [f"als {condition(rng, 2)}"]
        if rng.random() < 0.25:
            clauses.append(f"tenzij {condition(rng, 0)}")
        if number > 1 and rng.random() < 0.25:
            clauses.insert(0, f"in afwijking van artikel {rng.randint(1, number - 1)}")
        kind = rng.random()
        if kind < 0.2:
            clauses.append(f"dan toeslag ten hoogste {amount(rng)}")
        elif kind < 0.3:
            clauses.append(f"dan moet einde = {rng.choice(ENDS)}")
        else:
            clauses.append(f"dan moet toeslag = {amount(rng)}")
        articles.append("\n  ".join([f"artikel {number}", *clauses]))
    rules = HEAD + "\n".join(articles) + "\n"
    corpus, _ = load([("begrippen.vrd", declared), ("regels.vrd", rules)], "")
    return corpus, declared + rules


def complete_case(corpus: Corpus, rng: Random) -> Mapping[str, Value]:
    """Facts of all kinds, with a liking for the ends of months and the days around the peildatum."""
    return {name: _value(each.type, rng) for name, each in corpus.inputs.items()}


def _value(type_: Type, rng: Random) -> Value:
    low, high = type_.low, type_.high
    match type_.kind:
        case Kind.BOOL:
            return rng.random() < 0.5
        case Kind.ENUM:
            return rng.choice(type_.options)
        case Kind.LIST:
            assert isinstance(high, int)
            fields = {each.name: each.type for each in type_.fields}
            return Items(
                tuple(
                    {name: _value(each, rng) for name, each in fields.items()}
                    for _ in range(rng.randint(0, min(high, 3)))
                )
            )
    if isinstance(low, date) and isinstance(high, date):
        near = date(rng.randint(max(low.year, high.year - 9), high.year), rng.randint(1, 12), 1)
        day = rng.choice((near, near - timedelta(days=1), DAY, DAY - timedelta(days=1), date(2024, 2, 29)))
        return min(max(day, low), high)
    assert isinstance(low, int)
    assert isinstance(high, int)
    step = type_.step or 1
    few = (0, 1, int((high - low) / step), rng.randint(0, int((high - low) / step)))
    return normalised(low + rng.choice(few) * step)
