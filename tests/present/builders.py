"""Outcomes built by hand: small makers with ordinary values, and the cases that the screens are read on."""

from dataclasses import replace
from datetime import date
from typing import cast

from verordening.evaluate.guidance import NO_WEIGHING, Voice
from verordening.evaluate.outcome import (
    Cited,
    DecisionOutcome,
    FloorEffect,
    FloorOutcome,
    FloorStatus,
    Outcome,
    Question,
    Range,
    Route,
    RouteStatus,
    Shown,
    Status,
    TreeNode,
)
from verordening.evaluate.tracing import EvaluationTree
from verordening.model.rules import Burden, Grade, Provenance
from verordening.model.types import Kind, Type

TITLES = {
    "amsterdam/maatregelen": ("Maatregelenverordening Participatiewet 2015", "verordening", "parafrase"),
    "amsterdam/beleidsregels": (
        "Beleidsregels Participatiewet, IOAW, IOAZ en Bbz 2025",
        "beleidsregel",
        "parafrase",
    ),
    "pw": ("Participatiewet", "wet", "officieel"),
    "awb": ("Algemene wet bestuursrecht", "wet", "officieel"),
    "rv": ("Wetboek van Burgerlijke Rechtsvordering", "wet", "officieel"),
    "gw": ("Grondwet", "grondwet", "officieel"),
}


def cited(regulation: str, path: str, title: str = "") -> Cited:
    name, kind, provenance = TITLES[regulation]
    return Cited(
        id=f"{regulation} {path}",
        regulation=regulation,
        regulation_title=name,
        path=path,
        kind=kind,
        national="/" not in regulation,
        url=f"https://voorbeeld.nl/{regulation}",
        provenance=provenance,
        provenance_note="niet nagelezen op CVDR" if provenance == "parafrase" else "",
        title=title,
    )


ARTIKEL_3_3 = cited("amsterdam/maatregelen", "artikel 3 lid 3")
ARTIKEL_6_1A = cited("amsterdam/maatregelen", "artikel 6 lid 1 onderdeel a")
ARTIKEL_6_2 = cited("amsterdam/maatregelen", "artikel 6 lid 2", "Herhaling")
ARTIKEL_7 = cited("amsterdam/maatregelen", "artikel 7")
PW_18_2 = cited("pw", "artikel 18 lid 2")
PW_18_3 = cited("pw", "artikel 18 lid 3")
PW_18_9 = cited("pw", "artikel 18 lid 9", "Geen verwijt")
PW_18_10 = cited("pw", "artikel 18 lid 10")

REDENEN_10 = Question(
    name="dringende_redenen_18_10",
    text="Zijn er dringende redenen om de maatregel af te stemmen?",
    judgement=True,
    type_text="ja of nee",
    options=("ja", "nee"),
    weigh=("de omstandigheden", "mogelijkheden om inkomen te krijgen", "het gezin"),
    burden=None,
    answers=(),
)
REDENEN_3 = Question(
    name="dringende_redenen_artikel_3",
    text="Zijn er dringende redenen om van de maatregel af te zien?",
    judgement=True,
    type_text="ja of nee",
    options=("ja", "nee"),
    weigh=("gezondheid", "gezin", "schulden"),
    burden=None,
    answers=(),
)
VERWIJT = Question(
    name="verwijtbaarheid",
    text="Kan de gedraging de inwoner worden verweten?",
    judgement=True,
    type_text="een van geen, aanwezig",
    options=("geen", "aanwezig"),
    weigh=("of hij van de plicht wist", "of hij zich eraan kon houden"),
    burden=Burden("college", Provenance(Grade.PARAFRASE, "ECLI:NL:CRVB:2015:4069")),
    answers=(("geen", "0%"), ("aanwezig", "5%")),
)

PERCENT_0, PERCENT_5, PERCENT_100 = Shown(0, "0%"), Shown(5, "5%"), Shown(100, "100%")
UP_TO_5 = Range(0, 5, "0% tot en met 5%")
UP_TO_A_MONTH = Range(0, 1, "0 maanden tot en met 1 maand")


def decision(name: str = "verlaging", /, **changes: object) -> DecisionOutcome:
    base = DecisionOutcome(
        name=name,
        label="verlaging",
        sentence="De bijstand wordt {uitkomst} van de norm lager",
        status=Status.BEPAALD,
        type=Type(Kind.PERCENTAGE),
        favourable="lager",
        shown=PERCENT_5,
        range=None,
        amount=None,
        cited=ARTIKEL_6_1A,
        reason="",
        kind="gebonden",
        because=("gedraging = te laat geregistreerd", "verwijtbaarheid = aanwezig"),
        under=PW_18_2,
        defeated=(),
        not_applied=(),
        confirmed_by=(),
        candidates=(),
        missing=(),
        missing_texts=(),
        idle=(),
        sharpened=False,
        before_floors=None,
        reservations=(),
        disputed=(),
        provenance="parafrase",
        provenance_notes=("niet nagelezen op CVDR",),
        omitted=(("Maatregelenverordening Participatiewet 2015", "artikel 8"),),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def duration(**changes: object) -> DecisionOutcome:
    own: dict[str, object] = {
        "label": "duur",
        "sentence": "{uitkomst} lang",
        "type": Type(Kind.DURATION, unit="maand"),
        "shown": Shown(1, "1 maand"),
    }
    return decision("duur_verlaging", **{**own, **changes})


def route(**changes: object) -> Route:
    base = Route(
        decision="verlaging",
        cited=PW_18_10,
        kind="plicht tot afstemming",
        status=RouteStatus.HANGT_AF_VAN,
        general=False,
        range=UP_TO_5,
        mandate=("college",),
        hinges=("dringende_redenen_18_10",),
        judgement="dringende_redenen_18_10",
        weigh=("de omstandigheden", "mogelijkheden om inkomen te krijgen", "het gezin"),
        motivate=(("omstandigheden", "Welke omstandigheden zijn er, en waarom is 5% hier te zwaar?"),),
        serves=("bestaanszekerheid",),
        weighing=NO_WEIGHING,
        reason="",
        explanation="",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def voice(number: str, title: str, higher: str, lower: str) -> Voice:
    """A guideline that speaks."""
    return Voice(
        f"amsterdam/koersbesluit richtlijn {number}",
        title,
        "Koersbesluit Re-integratie",
        False,
        "parafrase",
        higher,
        lower,
        (("praktijk", "Een voorbeeld."),),
        ("De kortste weg gaat sneller.",),
    )


def waiver(**changes: object) -> Route:
    """The route of artikel 3 lid 3: the college may refrain."""
    own: dict[str, object] = {
        "cited": ARTIKEL_3_3,
        "kind": "kan",
        "range": Range(0, 0, "0%"),
        "hinges": ("dringende_redenen_artikel_3",),
        "judgement": "dringende_redenen_artikel_3",
        "weigh": ("gezondheid", "gezin", "schulden"),
        "motivate": (("waarom_te_zwaar", "Waarom is de standaardmaatregel hier te zwaar?"),),
        "serves": ("maatwerk",),
    }
    return route(**{**own, **changes})


def floor(**changes: object) -> FloorOutcome:
    base = FloorOutcome(
        name="geen_verwijt_geen_maatregel",
        title="Zonder verwijt geen maatregel",
        group="minimaal_welzijn",
        status=FloorStatus.GEHOUDEN,
        effect=FloorEffect.GEEN,
        absolute=True,
        decision="verlaging",
        before=None,
        after=None,
        grounds=(PW_18_9,),
        overrides=None,
        question="",
        motivate=(),
        explanation="",
        who_may_act="",
        facts=(),
        missing=(),
        provenance="officieel",
        provenance_note="",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def outcome(*decisions: DecisionOutcome, **changes: object) -> Outcome:
    base = Outcome(
        case="Te laat geregistreerd",
        gemeente="amsterdam",
        gemeente_name="Amsterdam",
        peildatum=date(2026, 3, 1),
        asked=tuple(each.name for each in decisions),
        default_scope=False,
        others=(),
        decisions=decisions,
        routes=(),
        floors=(),
        choice=None,
        questions=(),
        duties=(),
        notes=(),
        labels=(
            ("dringende_redenen_18_10", "dringende redenen om af te stemmen"),
            ("dringende_redenen_artikel_3", "dringende redenen om af te zien"),
            ("verwijtbaarheid", "verwijtbaarheid"),
            ("bestaanszekerheid", "bestaanszekerheid"),
            ("duurzame_uitstroom", "duurzame uitstroom"),
            ("alleenstaande", "woont alleen"),
        ),
        tree=None,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


class _FixedTree:
    """Stands in for the tree of an evaluation: its words are given."""

    def __init__(self, node: TreeNode) -> None:
        self.node = node

    def words(self) -> TreeNode:
        return self.node


def traced(node: TreeNode) -> EvaluationTree:
    return cast(EvaluationTree, _FixedTree(node))
