"""The cases on which the screens are read: one for each status of a decision, a route and a floor."""

from dataclasses import replace

from tests.present.builders import (
    ARTIKEL_6_1A,
    ARTIKEL_6_2,
    PERCENT_0,
    PERCENT_5,
    PW_18_9,
    PW_18_10,
    REDENEN_3,
    REDENEN_10,
    UP_TO_5,
    UP_TO_A_MONTH,
    VERWIJT,
    cited,
    decision,
    duration,
    floor,
    outcome,
    route,
    waiver,
)
from tests.present.cases_other import (
    begunstigend,
    beleidsruimte,
    geen_regel,
    leemte,
    strijdig,
    taaleis,
    uniform,
    uren,
    verrekening,
    verrekening_onbekend,
    wet_zonder_ruimte,
)
from tests.present.cases_shared import EURO_5, NOT_HERE, REASONS, RESERVED, REVIEW
from verordening.evaluate.outcome import (
    Candidate,
    ChoiceOutcome,
    ChoiceStatus,
    Outcome,
    Range,
    Remark,
    RouteStatus,
    Shown,
    Status,
    TreeNode,
)


def both_routes() -> tuple:
    """The two ways, each for the lowering and its duration."""
    none = Range(0, 0, "0 maanden")
    return (
        route(),
        waiver(),
        route(decision="duur_verlaging", range=UP_TO_A_MONTH),
        waiver(decision="duur_verlaging", range=none),
    )


def te_laat() -> Outcome:
    return outcome(
        decision(amount=EURO_5, not_applied=NOT_HERE, **RESERVED),
        duration(**RESERVED),
        routes=both_routes(),
        floors=(floor(), floor(decision="duur_verlaging")),
        questions=(REDENEN_10, REDENEN_3),
        duties=(REVIEW, REASONS),
    )


def herhaald() -> Outcome:
    lost = (Remark(ARTIKEL_6_1A, "artikel 6 lid 2 wijkt ervan af"),)
    return outcome(
        decision(amount=EURO_5, **RESERVED),
        duration(
            shown=Shown(2, "2 maanden"),
            cited=ARTIKEL_6_2,
            because=("herhaald binnen 12 maanden = ja",),
            defeated=lost,
            **RESERVED,
        ),
        routes=both_routes(),
        questions=(REDENEN_10, REDENEN_3),
    )


def geen_verwijt() -> Outcome:
    same = {
        "cited": PW_18_9,
        "because": ("verwijtbaarheid = geen",),
        "under": None,
        "confirmed_by": (cited("amsterdam/maatregelen", "artikel 3 lid 1"),),
        "defeated": (
            Remark(ARTIKEL_6_1A, "zonder bevoegdheid: Participatiewet 18 lid 9 neemt de delegatie weg"),
        ),
        "provenance": "officieel",
        "provenance_notes": (),
        "omitted": (),
        "idle": ("dringende_redenen_18_10",),
    }
    return outcome(
        decision(shown=PERCENT_0, **same), duration(shown=Shown(0, "0 maanden"), **same), floors=(floor(),)
    )


def open_verwijt() -> Outcome:
    same = {
        "status": Status.OPEN,
        "shown": None,
        "cited": None,
        "because": (),
        "kind": "",
        "missing": ("verwijtbaarheid",),
        "provenance": "parafrase",
    }
    return outcome(
        decision(
            candidates=(Candidate(PERCENT_0, "0%", PW_18_9), Candidate(PERCENT_5, "5%", ARTIKEL_6_1A)), **same
        ),
        duration(
            candidates=(
                Candidate(Shown(0, "0 maanden"), "0 maanden", PW_18_9),
                Candidate(Shown(1, "1 maand"), "1 maand", ARTIKEL_6_1A),
            ),
            **same,
        ),
        routes=both_routes(),
        questions=(VERWIJT, REDENEN_10, REDENEN_3),
    )


def haarlem() -> Outcome:
    text = "de maatregelenverordening van Haarlem is niet opgenomen"
    same = {
        "status": Status.OPEN,
        "shown": None,
        "cited": None,
        "because": (),
        "kind": "",
        "missing_texts": (text,),
        "provenance": "officieel",
        "provenance_notes": (),
        "omitted": (),
    }
    return outcome(decision(**same), duration(**same), gemeente="haarlem", gemeente_name="Haarlem")


def afstemmen(**changes: object) -> Outcome:
    routes = tuple(
        replace(each, status=RouteStatus.MOET, hinges=()) if each.cited == PW_18_10 else each
        for each in both_routes()
    )
    return outcome(
        decision(status=Status.AFSTEMMEN, range=UP_TO_5, amount=EURO_5),
        duration(status=Status.AFSTEMMEN, range=UP_TO_A_MONTH),
        **{
            "routes": routes,
            "questions": (REDENEN_3,),
            "floors": (floor(),),
            "duties": (REVIEW, REASONS),
            **changes,
        },
    )


def keuze_in_orde() -> Outcome:
    chosen = (("verlaging", PERCENT_0), ("duur_verlaging", Shown(0, "0 maanden")))
    return afstemmen(choice=ChoiceOutcome(ChoiceStatus.IN_ORDE, (), chosen, "pw artikel 18 lid 10"))


def keuze_niet_in_orde() -> Outcome:
    defects = (
        "10% ligt buiten de ruimte van 0% tot en met 5%",
        "er staat niet opgeschreven welke omstandigheden er zijn",
        "de klantmanager mag dit niet beslissen; dat doet het college",
    )
    chosen = (("verlaging", Shown(10, "10%")),)
    return afstemmen(choice=ChoiceOutcome(ChoiceStatus.NIET_IN_ORDE, defects, chosen, "pw artikel 18 lid 10"))


def tree() -> TreeNode:
    leaf = TreeNode("gedraging = te laat geregistreerd", "waar", "", ())
    return TreeNode(
        "verlaging",
        "5%",
        "",
        (
            TreeNode("artikel 6 lid 1 onder a", "waar", "amsterdam/maatregelen.vrd:31", (leaf,)),
            TreeNode("artikel 6 lid 2", "niet waar", "amsterdam/maatregelen.vrd:36", ()),
            TreeNode("Participatiewet 18 lid 10", "onbekend", "landelijk/pw.vrd:210", ()),
        ),
    )


ALL = {
    each.__name__: each
    for each in (
        te_laat,
        herhaald,
        geen_verwijt,
        open_verwijt,
        haarlem,
        afstemmen,
        keuze_in_orde,
        keuze_niet_in_orde,
        beleidsruimte,
        leemte,
        strijdig,
        begunstigend,
        verrekening,
        verrekening_onbekend,
        taaleis,
        geen_regel,
        uniform,
        wet_zonder_ruimte,
        uren,
    )
}
