"""Values in a case that do not fit: each refusal as the whole message with its remedy."""

from __future__ import annotations

import pytest

from tests.model.case_texts import HEAD, fact, refusal


@pytest.mark.parametrize(
    ("line", "code", "message", "help"),
    [
        # no unit, or another one
        (
            "leeftijd: 29",
            "VRD412",
            "bij `29` ontbreekt de eenheid: `leeftijd` is een duur in jaren",
            "schrijf `29 jaar`",
        ),
        (
            "contractduur: 1",
            "VRD412",
            "bij `1` ontbreekt de eenheid: `contractduur` is een duur in maanden",
            "schrijf `1 maand`",
        ),
        (
            "contractduur: 3 weken",
            "VRD412",
            "`contractduur` is een duur in maanden, maar hier staat een duur in weken",
            "reken het om naar maanden",
        ),
        (
            "nettoloon: 350",
            "VRD412",
            "bij `350` ontbreekt het euroteken: `nettoloon` is een bedrag per maand",
            "schrijf `€ 350 per maand`",
        ),
        (
            "nettoloon: € 350",
            "VRD412",
            "bij `€ 350` staat niet per welke tijd het is: `nettoloon` is een bedrag per maand",
            "schrijf `€ 350 per maand`",
        ),
        (
            "nettoloon: € 350 per week",
            "VRD412",
            "`nettoloon` is een bedrag per maand, maar hier staat een bedrag per week",
            "reken het om naar een bedrag per maand",
        ),
        (
            "te_veel_betaald: € 350 per maand",
            "VRD412",
            "`te_veel_betaald` is een bedrag, maar hier staat een bedrag per maand",
            "laat `per maand` weg, of reken het om",
        ),
        (
            "inzet: 5",
            "VRD412",
            "bij `5` ontbreekt het procentteken: `inzet` is een percentage",
            "schrijf `5%`",
        ),
        # another kind
        (
            "leeftijd: € 5",
            "VRD411",
            "`leeftijd` is een duur in jaren, maar hier staat een bedrag",
            "schrijf een duur in jaren, zoals `29 jaar`",
        ),
        (
            "nettoloon: 5%",
            "VRD411",
            "`nettoloon` is een bedrag per maand, maar hier staat een percentage",
            "schrijf een bedrag per maand, zoals `€ 1.401,50 per maand`",
        ),
        (
            "inzet: ja",
            "VRD411",
            "`inzet` is een percentage, maar hier staat ja of nee",
            "schrijf een percentage, zoals `5%`",
        ),
        (
            "kinderen: 2 jaar",
            "VRD411",
            "`kinderen` is een aantal, maar hier staat een duur",
            "schrijf alleen het getal, zonder eenheid",
        ),
        (
            "kinderen: 2 kinderen",
            "VRD411",
            "`2 kinderen` is geen heel getal",
            "schrijf alleen het getal: `2`",
        ),
        ("kinderen: 1,5", "VRD411", "`1,5` is geen heel getal", "schrijf een heel getal, zoals `12`"),
        (
            "datum_gedraging: 5%",
            "VRD411",
            "`datum_gedraging` is een datum, maar hier staat een percentage",
            "schrijf een datum zoals `2026-03-01` of `1 maart 2026`",
        ),
        ("volgt_opleiding: misschien", "VRD411", "`misschien` is geen ja of nee", "schrijf `ja` of `nee`"),
        (
            "leeftijd: onbepaald",
            "VRD411",
            "`leeftijd` kan niet `onbepaald` zijn",
            "schrijf een duur in jaren",
        ),
        (
            "te_veel_betaald: € 1,234",
            "VRD411",
            "`€ 1,234` heeft meer dan twee cijfers achter de komma",
            "schrijf het bedrag in hele centen",
        ),
        # YAML 1.1 would have made something else of these
        ("volgt_opleiding: on", "VRD411", "`on` is geen ja of nee", "schrijf `ja`"),
        ("volgt_opleiding: no", "VRD411", "`no` is geen ja of nee", "schrijf `nee`"),
        ("kinderen: 010", "VRD411", "`010` is geen heel getal", "laat de nul vooraan weg: `10`"),
        (
            "kinderen: 1_000",
            "VRD411",
            "`1_000` is geen heel getal",
            "schrijf het getal zonder punten, strepen of spaties: `1000`",
        ),
        # out of bounds
        (
            "leeftijd: 130 jaar",
            "VRD413",
            "`130 jaar` valt buiten de grenzen van `leeftijd`: 18 jaar tot en met 120 jaar",
            "kijk de waarde na; de grenzen staan in begrippen.vrd regel 5",
        ),
        (
            "leeftijd: 222 maanden",
            "VRD413",
            "`222 maanden` past niet: `leeftijd` gaat in stappen van 1 jaar",
            "kijk de waarde na; de stap staat in begrippen.vrd regel 5",
        ),
        (
            "nettoloon: € -1 per maand",
            "VRD413",
            "`€ -1 per maand` valt buiten de grenzen van `nettoloon`: € 0 tot en met € 20.000,00 per maand",
            "kijk de waarde na; de grenzen staan in begrippen.vrd regel 8",
        ),
        (
            "kinderen: 9",
            "VRD413",
            "`9` valt buiten de grenzen van `kinderen`: 0 tot en met 8",
            "kijk de waarde na; de grenzen staan in begrippen.vrd regel 10",
        ),
        (
            "inzet: 101%",
            "VRD413",
            "`101%` valt buiten de grenzen van `inzet`: 0% tot en met 100%",
            "kijk de waarde na; de grenzen staan in begrippen.vrd regel 12",
        ),
        (
            "datum_gedraging: 2031-01-01",
            "VRD413",
            "`2031-01-01` valt buiten de grenzen van `datum_gedraging`: 1 januari 2000 tot en met 31 december 2030",
            "kijk de waarde na; de grenzen staan in begrippen.vrd regel 13",
        ),
        # a date that does not exist
        (
            "datum_gedraging: 2025-02-29",
            "VRD415",
            "29 februari 2025 bestaat niet; februari 2025 heeft 28 dagen",
            "kijk de dag na",
        ),
        # an option that is none
        (
            "gedraging: te_late",
            "VRD414",
            "`te_late` is geen keuze bij `gedraging`",
            "bedoelt u `te_laat`? kies uit `geen`, `te_laat`, `werk_geweigerd`",
        ),
        (
            "gedraging: werk geweigerd",
            "VRD414",
            "`werk geweigerd` is geen keuze bij `gedraging`",
            "bedoelt u `werk_geweigerd`? kies uit `geen`, `te_laat`, `werk_geweigerd`",
        ),
        (
            "gedraging: ja",
            "VRD414",
            "`ja` is geen keuze bij `gedraging`",
            "kies uit `geen`, `te_laat`, `werk_geweigerd`",
        ),
        ("kleur: oranj", "VRD414", "`oranj` is geen keuze bij `kleur`", "bedoelt u `oranje`?"),
        # nothing
        (
            "leeftijd:",
            "VRD410",
            "achter `leeftijd` is niets ingevuld",
            "laat een onbekend gegeven weg; leeg is geen antwoord",
        ),
        (
            "leeftijd: ~",
            "VRD410",
            "achter `leeftijd` is niets ingevuld",
            "laat een onbekend gegeven weg; leeg is geen antwoord",
        ),
        (
            "leeftijd: null",
            "VRD410",
            "bij `leeftijd` is geen waarde ingevuld",
            "laat een onbekend gegeven weg; leeg is geen antwoord",
        ),
        (
            "gedraging: onbekend",
            "VRD410",
            "bij `gedraging` is geen waarde ingevuld",
            "laat een onbekend gegeven weg; leeg is geen antwoord",
        ),
        (
            "leeftijd: [29 jaar]",
            "VRD416",
            "bij `leeftijd` hoort één waarde, maar hier staat een lijst",
            "schrijf achter `leeftijd` één waarde",
        ),
    ],
)
def test_a_value_that_does_not_fit(line: str, code: str, message: str, help: str) -> None:
    assert fact(line) == (code, message, help)


def test_the_place_of_a_value() -> None:
    assert refusal(f"{HEAD}gegevens:\n  leeftijd: 29\n")[1:3] == (4, 13)
