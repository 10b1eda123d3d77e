"""More cases on which the screens are read: gaps, conflicts, floors that speak, room that is closed."""

from dataclasses import replace

from tests.present.builders import (
    ARTIKEL_6_1A,
    ARTIKEL_7,
    PERCENT_0,
    PERCENT_5,
    PERCENT_100,
    REDENEN_10,
    UP_TO_A_MONTH,
    cited,
    decision,
    duration,
    floor,
    outcome,
    route,
    voice,
    waiver,
)
from tests.present.cases_shared import OFFICIAL, RESERVED
from verordening.evaluate.guidance import Side, Weighing
from verordening.evaluate.outcome import (
    Candidate,
    FloorEffect,
    FloorStatus,
    Outcome,
    Question,
    Range,
    RouteStatus,
    Shown,
    Status,
)
from verordening.model.types import Kind, Type


def beleidsruimte() -> Outcome:
    """Only a `kan` speaks and there is no standaard."""
    room = Range(0, 6419, "€ 0 tot en met € 64,19")
    offset = decision(
        "inhouding",
        label="inhouding",
        sentence="De inhouding is {uitkomst}",
        type=Type(Kind.AMOUNT, unit="maand"),
        status=Status.AFSTEMMEN,
        shown=None,
        range=room,
        cited=cited("pw", "artikel 60 lid 4"),
        kind="kan",
        because=("verrekent een terugvordering = ja",),
        under=None,
        provenance="officieel",
        provenance_notes=(),
        omitted=(),
    )
    may = route(
        decision="inhouding",
        cited=offset.cited,
        kind="kan",
        status=RouteStatus.MAG,
        range=room,
        hinges=(),
        judgement="",
        weigh=(),
    )
    return outcome(
        offset, routes=(may,), notes=("de Beleidsregels golden toen nog niet",), case="Verrekening"
    )


def leemte() -> Outcome:
    refused = {"because": ("gedraging = werk geweigerd",), **OFFICIAL}
    court = "een rechter die zo'n regeling niet toepaste, koos 1 maand (ECLI:NL:RBAMS:2017:5710)"
    act = cited("pw", "artikel 18 lid 5")
    return outcome(
        decision(shown=PERCENT_100, cited=act, under=None, **refused, **RESERVED),
        duration(
            status=Status.LEEMTE,
            shown=None,
            cited=act,
            under=None,
            range=Range(1, 3, "1 maand tot en met 3 maanden"),
            missing_texts=(
                "deze gemeente heeft geen verordening op grond van Participatiewet 8 lid 1 onder a",
            ),
            reason=f"{court}; de gemeenteraad moet de periode vaststellen",
            **refused,
        ),
        routes=(route(range=Range(0, 100, "0% tot en met 100%")),),
        questions=(REDENEN_10,),
        gemeente="veldwijk",
        gemeente_name="Veldwijk",
        case="Werk geweigerd",
    )


def strijdig() -> Outcome:
    other = cited("amsterdam/maatregelen", "artikel 11 lid 2")
    return outcome(
        decision(
            status=Status.STRIJDIG,
            shown=None,
            cited=None,
            because=(),
            kind="",
            candidates=(Candidate(Shown(10, "10%"), "10%", ARTIKEL_6_1A), Candidate(PERCENT_5, "5%", other)),
        ),
    )


def begunstigend() -> Outcome:
    policy = cited("amsterdam/beleidsregels", "artikel 2.4")
    reason = "begunstigend beleid: de rechter neemt zulk beleid als gegeven (CRVB:2025:700); leg dit voor aan de jurist"
    return outcome(
        decision(
            "giften_als_middel",
            label="giften die meetellen",
            sentence="Van de giften telt {uitkomst} mee",
            type=Type(Kind.AMOUNT, unit="maand"),
            status=Status.STRIJDIG,
            shown=None,
            cited=None,
            kind="",
            because=(),
            reason=reason,
            candidates=(
                Candidate(Shown(0, "€ 0"), "€ 0", policy),
                Candidate(Shown(60000, "€ 600,00"), "€ 600,00", cited("pw", "artikel 31 lid 2 onderdeel m")),
            ),
        ),
        case="Giften",
    )


def verrekening() -> Outcome:
    rule = cited("amsterdam/beleidsregels", "artikel 4.1")
    grounds = (
        cited("awb", "artikel 4:93 lid 4"),
        cited("rv", "artikel 475c"),
        cited("gw", "artikel 20 lid 3"),
    )
    unless = "dit geldt niet voor wie weigert inlichtingen te geven over de terugbetaling"
    proposed, kept = Shown(15000, "€ 150,00"), Shown(7007, "€ 70,07")
    return outcome(
        decision(
            "inhouding",
            label="inhouding",
            sentence="De inhouding is {uitkomst}",
            type=Type(Kind.AMOUNT, unit="maand"),
            shown=kept,
            before_floors=proposed,
            cited=rule,
            kind="maatstaf",
            because=("voorgestelde inhouding = € 150,00",),
            under=cited("pw", "artikel 60 lid 4"),
            omitted=(),
        ),
        floors=(
            floor(
                name="beslagvrije_voet",
                title="Bij verrekening blijft 95 procent over",
                status=FloorStatus.GESCHONDEN,
                effect=FloorEffect.OVERSTEMD,
                decision="inhouding",
                before=proposed,
                after=kept,
                grounds=grounds,
                overrides=rule,
                facts=("norm € 1.401,50", "vrij te laten € 1.331,43"),
                explanation=f"{unless} (Participatiewet 60 lid 6)",
                provenance="parafrase",
                provenance_note="95% niet nagelezen in Rv 475da",
            ),
        ),
        routes=(
            route(
                decision="inhouding",
                cited=cited("awb", "artikel 4:84"),
                general=True,
                range=Range(0, 7007, "€ 0 tot en met € 70,07"),
                hinges=("onevenredig_gevolg_4_84", "bijzondere_omstandigheden_4_84"),
                judgement="bijzondere_omstandigheden_4_84",
                weigh=(),
                motivate=(("waarom_onevenredig", "Welke gevolgen heeft de beleidsregel hier?"),),
            ),
        ),
        route_questions=(
            replace(
                REDENEN_10,
                name="onevenredig_gevolg_4_84",
                text="Heeft de beleidsregel hier gevolgen die verder gaan dan zijn doel rechtvaardigt?",
            ),
            replace(
                REDENEN_10,
                name="bijzondere_omstandigheden_4_84",
                text="Zijn er bij deze inwoner bijzondere omstandigheden?",
            ),
        ),
        case="Verrekening",
    )


def verrekening_onbekend() -> Outcome:
    household = Question(
        "huishouden", "Hoe is het huishouden?", False, "een van alleenstaande, gehuwden", (), (), None, ()
    )
    return outcome(
        decision(
            "inhouding",
            label="inhouding",
            sentence="De inhouding is {uitkomst}",
            type=Type(Kind.AMOUNT, unit="maand"),
            status=Status.OPEN,
            shown=None,
            cited=None,
            kind="",
            because=(),
            candidates=(
                Candidate(Shown(7007, "€ 70,07"), "€ 70,07", None),
                Candidate(Shown(10010, "€ 100,10"), "€ 100,10", None),
            ),
            missing=("huishouden",),
            sharpened=True,
        ),
        floors=(
            floor(
                name="beslagvrije_voet",
                title="Bij verrekening blijft 95 procent over",
                status=FloorStatus.ONBEKEND,
                decision="inhouding",
                grounds=(cited("awb", "artikel 4:93 lid 4"),),
                missing=("huishouden",),
            ),
        ),
        questions=(household,),
        case="Verrekening",
    )


def taaleis() -> Outcome:
    act = cited("pw", "artikel 18b lid 11")
    valve = cited("pw", "artikel 18b lid 7")
    question = replace(
        REDENEN_10, name="dringende_redenen_18b_7", text="Zijn er dringende redenen om hiervan af te zien?"
    )
    return outcome(
        decision(
            "verlaging_taaleis",
            label="verlaging taaleis",
            shown=PERCENT_100,
            status=Status.VOORBEHOUD,
            cited=act,
            under=None,
            because=("taaleis gehaald = nee",),
            reservations=(valve,),
            provenance="officieel",
            provenance_notes=(),
            omitted=(),
        ),
        routes=(
            route(
                decision="verlaging_taaleis",
                cited=valve,
                range=Range(0, 100, "0% tot en met 100%"),
                hinges=(question.name,),
                judgement=question.name,
            ),
        ),
        floors=(
            floor(
                name="heroverweging_taaleis",
                title="Zonder einddatum hoort een datum van heroverweging",
                status=FloorStatus.GESCHONDEN,
                effect=FloorEffect.SIGNAAL,
                absolute=False,
                decision="verlaging_taaleis",
                grounds=(cited("gw", "artikel 20 lid 3"),),
                question="Wanneer bekijkt u dit opnieuw?",
                motivate=(("waarom", "Waarom is een verlaging zonder einddatum hier te dragen?"),),
                explanation="honderd procent zonder einddatum komt alleen hier voor",
                who_may_act="deze uitkomst volgt uit de wet zelf; die kunt u niet opzij zetten (Grondwet 120)",
            ),
        ),
        questions=(question,),
        case="Taaleis",
    )


def geen_regel() -> Outcome:
    same = {
        "cited": None,
        "kind": "",
        "because": (),
        "under": None,
        "reason": "Participatiewet 18 lid 2 verlaagt alleen volgens een verordening, en die heeft deze gemeente niet",
        "provenance": "fictief",
        "provenance_notes": (),
        "omitted": (),
    }
    return outcome(
        decision(shown=PERCENT_0, **same),
        duration(shown=Shown(0, "0 maanden"), **same),
        gemeente_name="Veldwijk",
    )


def uniform() -> Outcome:
    """Work refused in Amsterdam: artikel 3 lid 3 does not reach this; Participatiewet 18 lid 10 does."""
    beyond = "dit gaat verder dan Participatiewet 18 lid 5 toelaat"
    return outcome(
        decision(shown=PERCENT_100, cited=cited("pw", "artikel 18 lid 5"), under=None, **RESERVED),
        duration(cited=ARTIKEL_7, under=cited("pw", "artikel 18 lid 5"), **RESERVED),
        routes=(
            route(range=Range(0, 100, "0% tot en met 100%")),
            route(decision="duur_verlaging", range=UP_TO_A_MONTH),
            waiver(status=RouteStatus.MAG_NIET, range=None, hinges=(), reason=beyond),
            waiver(
                decision="duur_verlaging", status=RouteStatus.MAG_NIET, range=None, hinges=(), reason=beyond
            ),
        ),
        questions=(REDENEN_10,),
        case="Werk geweigerd",
    )


def wet_zonder_ruimte() -> Outcome:
    return outcome(
        decision(
            "terugvordering",
            label="terugvordering",
            sentence="Het college vordert {uitkomst} terug",
            type=Type(Kind.AMOUNT),
            shown=Shown(240000, "€ 2.400,00"),
            cited=cited("pw", "artikel 58 lid 1"),
            under=None,
            because=("inlichtingenplicht geschonden = ja",),
            provenance="officieel",
            provenance_notes=(),
            omitted=(),
        ),
        case="Garage",
        gemeente_name="Huizen",
    )


def uren() -> Outcome:
    """The first room is a judgement; then a power; then the general duty. A guideline speaks."""
    able = Question(
        name="meer_uren_naar_vermogen",
        text="Kan deze inwoner naar vermogen meer uren werken?",
        judgement=True,
        type_text="ja of nee",
        options=("ja", "nee"),
        weigh=("gezondheid", "zorgtaken", "de opleiding"),
        burden=None,
        answers=(("ja", "ja"), ("nee", "nee")),
    )
    lasting = voice("1", "Duurzame uitstroom", "duurzame_uitstroom", "directe_uitstroom")
    voices = Weighing((Side("duurzame_uitstroom", (lasting,), ()), Side("directe_uitstroom", (), (lasting,))))
    release = route(
        decision="meer_uren_verplicht",
        cited=cited("pw", "artikel 9 lid 2"),
        kind="kan",
        range=Range(False, False, "nee"),
        hinges=("dringende_redenen_9_2",),
        judgement="dringende_redenen_9_2",
        motivate=(("redenen", "Welke dringende redenen zijn er, en voor hoe lang?"),),
        weighing=voices,
        explanation="de ontheffing is tijdelijk",
    )
    general = route(
        decision="meer_uren_verplicht",
        cited=cited("pw", "artikel 18 lid 1"),
        general=True,
        range=Range(False, True, "ja of nee"),
        hinges=("afstemming_18_1",),
        judgement="afstemming_18_1",
        weigh=(),
    )
    return outcome(
        decision(
            "meer_uren_verplicht",
            label="meer uren verplicht",
            sentence="Meer uren werken verplicht: {uitkomst}",
            type=Type(Kind.BOOL),
            status=Status.OPEN,
            shown=None,
            cited=None,
            kind="beoordeling",
            because=(),
            candidates=(
                Candidate(Shown(True, "ja"), "ja", cited("pw", "artikel 9 lid 1 onderdeel a")),
                Candidate(Shown(False, "nee"), "nee", None),
            ),
            missing=("meer_uren_naar_vermogen",),
            provenance="officieel",
            provenance_notes=(),
            omitted=(),
        ),
        routes=(release, general),
        questions=(
            able,
            replace(
                REDENEN_10,
                name="dringende_redenen_9_2",
                text="Zijn er dringende redenen om tijdelijk vrij te stellen?",
            ),
            replace(
                REDENEN_10,
                name="afstemming_18_1",
                text="Vragen de omstandigheden van deze inwoner om iets anders?",
            ),
        ),
        case="Opleiding en een klein contract",
    )
