"""Checking a choice, branch by branch: what is wrong, in words, and what to write to mend it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.evaluate.laws import DAY, law_of, regulation
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import ChoiceOutcome
from verordening.model.case import Case, Choice, Judgement
from verordening.model.types import Value

TERMS = regulation(
    "begrippen",
    "begrippen",
    """
gegeven a: ja/nee
gegeven b: ja/nee
gegeven c: ja/nee
oordeel te_hard: ja/nee
  vraag "Is dit te hard?"
oordeel dringend: ja/nee
  vraag "Is het dringend?"
besluit v: percentage van 0% tot en met 100%, standaard 0%, gunstig lager
besluit w: percentage van 0% tot en met 100%, standaard 0%, gunstig lager
besluit x: percentage van 0% tot en met 100%, standaard 0%, gunstig lager
""",
)
RULES = regulation(
    "vord",
    "verordening",
    """
artikel 1
  als a
  dan moet v = 40%
artikel 2
  in afwijking van artikel 1 wegens te_hard
  dan kan v van 0% tot en met 30%
  mandaat college, manager
  motiveer waarom "Waarom is de gewone uitkomst hier te hard?"
  motiveer tot_wanneer "Tot wanneer geldt dit?"
artikel 3
  als b
  dan mag niet v = 10%
artikel 4
  als c
  dan moet w = 20%
artikel 5
  in afwijking van artikel 4 wegens dringend
  dan moet w afgestemd worden van 0% tot en met de gewone uitkomst
  mandaat college
  motiveer omstandigheden "Welke omstandigheden zijn er?"
ondergrens vloer "Er blijft iets over"
  groep minimaal_welzijn
  grondslag artikel 1
  bewaakt v
  werking absoluut
  als c
  eis v <= 25%
  herstel v ten hoogste 25%
ondergrens let_op "Kijk naar de huur"
  groep minimaal_welzijn
  grondslag artikel 1
  bewaakt v
  werking weging
  als b
  eis v <= 5%
  motiveer huur "Wat doet dit met de huur?"
""",
    local=True,
)
LAW = law_of(TERMS, RULES)
ROUTE_V, ROUTE_W = "proefstad/vord artikel 2", "proefstad/vord artikel 5"
WHY = "De persoon heeft hoge kosten voor de zorg van een kind."
UNTIL = "Tot het kind naar school gaat, in september."
REASONS = {"waarom": WHY, "tot_wanneer": UNTIL}


def check(
    decisions: Mapping[str, Value],
    route: str = ROUTE_V,
    by: str = "college",
    reasons: Mapping[str, str] = REASONS,
    deviates: bool | None = None,
    asked: tuple[str, ...] = ("v",),
    judged: Mapping[str, bool] | None = None,
    **facts: Value,
) -> ChoiceOutcome:
    """What is said of a choice; everything is as it should be where nothing else is given."""
    choice = Choice(tuple(decisions.items()), route, by, "", tuple(reasons.items()), deviates)
    given = {"a": True, "b": False, "c": False, **facts}
    judgements = {
        name: Judgement(value, "een reden")
        for name, value in ({"te_hard": True} if judged is None else judged).items()
    }
    found = evaluate(LAW.corpus, Case("p", "proefstad", "Proefstad", DAY, asked, given, judgements, choice))
    assert found.choice is not None
    return found.choice


def verdict(found: ChoiceOutcome) -> tuple[str, list[tuple[str, str]]]:
    assert len(found.defects) == len(found.remedies)
    return found.status.value, list(zip(found.defects, found.remedies, strict=True))


def test_a_choice_that_is_in_order() -> None:
    assert verdict(check({"v": 20})) == ("in_orde", [])


# ------------------------------------------------ what it is about


def test_it_names_no_decision() -> None:
    assert verdict(check({}, reasons={})) == (
        "niet_in_orde",
        [("de keuze noemt geen besluit", "onder `keuze` bij `besluiten`: `v: …`; of `afwijken: nee`")],
    )


def test_it_names_a_decision_that_the_case_is_not_about() -> None:
    assert verdict(check({"v": 20, "x": 1})) == (
        "niet_in_orde",
        [
            (
                "x hoort niet bij de besluiten waarover deze zaak gaat",
                "`x` bij `besluiten` bovenaan, of haal het weg onder `keuze`",
            )
        ],
    )


def test_a_decision_that_must_be_tailored_is_left_out() -> None:
    found = check({"v": 20}, asked=("v", "w"), judged={"te_hard": True, "dringend": True}, c=True)
    assert verdict(found) == (
        "niet_in_orde",
        [
            (
                "de keuze zegt niets over w; daarover moet u ook kiezen",
                "onder `keuze` bij `besluiten`: `w: …`, en kies 0% tot en met 20%",
            )
        ],
    )


def test_the_ordinary_outcome_is_no_deviation() -> None:
    assert verdict(check({"v": 40}, deviates=True)) == (
        "niet_in_orde",
        [("wat u kiest, is de gewone uitkomst; dat is niet afwijken", "onder `keuze`: `afwijken: nee`")],
    )
    assert verdict(check({"v": 40}, "", "", {})) == ("in_orde", [])


# ------------------------------------------------ the route


def test_no_route_or_another() -> None:
    write = "onder `keuze`: `route: proefstad/vord artikel 2`"
    assert verdict(check({"v": 20}, "")) == (
        "niet_in_orde",
        [("de keuze noemt geen route om af te wijken bij v; kies uit Vord artikel 2", write)],
    )
    assert verdict(check({"v": 20}, ROUTE_W)) == (
        "niet_in_orde",
        [("`proefstad/vord artikel 5` is geen route bij v; wel: Vord artikel 2", write)],
    )


@pytest.mark.parametrize(
    ("route", "text"),
    [
        ("", "de keuze wijkt af bij v; er is hier geen route"),
        (ROUTE_V, "`proefstad/vord artikel 2` is geen route bij v; er is hier geen route"),
    ],
)
def test_there_is_no_route(route: str, text: str) -> None:
    """Where artikel 1 does not apply, artikel 2 has nothing to deviate from."""
    assert verdict(check({"v": 20}, route, a=False)) == (
        "niet_in_orde",
        [(text, "onder `keuze`: `afwijken: nee` als u de gewone uitkomst laat gelden")],
    )


def test_the_route_is_closed() -> None:
    found = check({"v": 20}, judged={"te_hard": False})
    assert found.status.value == "niet_in_orde"
    assert found.defects == ("Vord artikel 2 staat hier niet open, want te hard = nee",)


def test_the_route_hangs_on_a_judgement() -> None:
    assert verdict(check({"v": 20}, judged={})) == (
        "onbekend",
        [
            (
                "of Vord artikel 2 openstaat, hangt nog af van: te hard",
                "bij `oordelen`: `te_hard: {oordeel: …, motivering: …}`",
            )
        ],
    )


# ------------------------------------------------ range, limits and floors


@pytest.mark.parametrize(("value", "status"), [(0, "in_orde"), (30, "in_orde"), (31, "niet_in_orde")])
def test_the_range(value: int, status: str) -> None:
    found = check({"v": value})
    assert found.status.value == status
    if status != "in_orde":
        assert verdict(found)[1] == [
            (
                "v: 31% valt buiten wat mag (0% tot en met 30%)",
                "onder `keuze` bij `besluiten`: `v: …`, en kies 0% tot en met 30%",
            )
        ]


def test_what_may_not_be_chosen() -> None:
    huur = {**REASONS, "huur": "De huur is al betaald voor drie maanden."}
    assert verdict(check({"v": 10}, reasons=huur, b=True)) == (
        "niet_in_orde",
        [("10% mag hier niet: Vord artikel 3", "onder `keuze` bij `besluiten`: `v: …`")],
    )
    assert verdict(check({"v": 11}, reasons=huur, b=True)) == ("in_orde", [])


def test_what_perhaps_may_not_be_chosen() -> None:
    case = {"a": True, "c": False}
    choice = Choice((("v", 10),), ROUTE_V, "college", "", tuple(REASONS.items()))
    judgements = {"te_hard": Judgement(True, "een reden")}
    found = evaluate(
        LAW.corpus, Case("p", "proefstad", "Proefstad", DAY, ("v",), {**case}, judgements, choice)
    ).choice
    assert found is not None
    assert verdict(found) == (
        "onbekend",
        [("of 10% hier mag, is nog niet bekend: Vord artikel 3", "bij `gegevens`: `b: …`")],
    )


def test_through_an_absolute_floor() -> None:
    """The range is cut at the floor as well, so both are said."""
    found = check({"v": 28}, c=True)
    assert found.status.value == "niet_in_orde"
    assert found.defects[-1] == "de keuze gaat door een ondergrens: Er blijft iets over"
    assert verdict(check({"v": 25}, c=True)) == ("in_orde", [])


def test_a_floor_to_be_weighed_demands_its_reason() -> None:
    assert verdict(check({"v": 20}, b=True)) == (
        "niet_in_orde",
        [
            (
                "de reden bij `huur` ontbreekt: Wat doet dit met de huur?",
                "onder `keuze` bij `motivering`: `huur: …`",
            )
        ],
    )
    assert verdict(check({"v": 5}, b=True)) == ("in_orde", [])


# ------------------------------------------------ who decides


def test_who_decides() -> None:
    write = "onder `keuze`: `beslist_door: college` of `beslist_door: manager`"
    assert verdict(check({"v": 20}, by="")) == (
        "niet_in_orde",
        [("er staat niet bij wie beslist; dat is het college of de manager", write)],
    )
    assert verdict(check({"v": 20}, by="klant_manager")) == (
        "niet_in_orde",
        [
            (
                "een klant manager mag dit niet beslissen; dat doet het college of de manager",
                f"{write}, als die beslist",
            )
        ],
    )
    assert verdict(check({"v": 20}, by="manager")) == ("in_orde", [])


# ------------------------------------------------ reasons


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "ontbreekt"),
        (" \n ", "ontbreekt"),
        ("Hoge zorgkosten nu.", "is te kort: 19 tekens, en het moeten er ten minste 20 zijn"),
        ("Hoge    zorgkosten    nu.", "is te kort: 19 tekens, en het moeten er ten minste 20 zijn"),
        ("Waarom is de gewone uitkomst hier te hard", "is de vraag zelf, en geen antwoord"),
        ("waarom is de GEWONE uitkomst", "is de vraag zelf, en geen antwoord"),
        ("Waarom is de gewone uitkomst hier te hard? Daarom.", "is de vraag zelf, en geen antwoord"),
        ("......... !!!!! ---- ......", "zegt niets: schrijf een hele zin"),
        ("1234567890 1234567890 12", "zegt niets: schrijf een hele zin"),
        ("bijzondereomstandigheden", "zegt niets: schrijf een hele zin"),
        ("omdat omdat omdat omdat omdat", "zegt niets: schrijf een hele zin"),
        ("aa ab ba bb aaa bbb aba bab", "zegt niets: schrijf een hele zin"),
        ("dit is zo dit is zo dit is zo dit is zo dit is zo", "herhaalt steeds dezelfde woorden"),
    ],
)
def test_what_is_no_reason(text: str, wrong: str) -> None:
    found = check({"v": 20}, reasons={**REASONS, "waarom": text})
    assert verdict(found) == (
        "niet_in_orde",
        [
            (
                f"de reden bij `waarom` {wrong}: Waarom is de gewone uitkomst hier te hard?",
                "onder `keuze` bij `motivering`: `waarom: …`",
            )
        ],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Hoge zorgkosten nu 1",
        "De gewone uitkomst is hier te hard, want de huur kan dan niet betaald worden.",
        "De gewone uitkomst is hier te hard? Ja: de huur kan dan niet betaald worden, en dan volgt ontruiming.",
    ],
)
def test_what_may_be_a_reason(text: str) -> None:
    assert verdict(check({"v": 20}, reasons={**REASONS, "waarom": text})) == ("in_orde", [])


def test_one_reason_is_no_two() -> None:
    assert verdict(check({"v": 20}, reasons={"waarom": WHY, "tot_wanneer": WHY.upper()})) == (
        "niet_in_orde",
        [
            (
                "de reden bij `tot_wanneer` is dezelfde tekst als bij `waarom`: Tot wanneer geldt dit?",
                "onder `keuze` bij `motivering`: `tot_wanneer: …`",
            )
        ],
    )


# ------------------------------------------------ not deviating


def test_not_deviating_asks_no_reason_and_no_role() -> None:
    assert verdict(check({}, "", "", {}, deviates=False)) == ("in_orde", [])
    assert verdict(check({}, "", "", {}, deviates=False, judged={})) == ("in_orde", [])


def test_not_deviating_under_a_reservation_asks_for_the_judgement() -> None:
    ask = (
        "of u dit zo kunt laten (w), hangt nog af van: dringend",
        "bij `oordelen`: `dringend: {oordeel: …, motivering: …}`",
    )
    assert verdict(check({}, "", "", {}, deviates=False, asked=("w",), c=True)) == ("onbekend", [ask])
    assert verdict(check({"w": 20}, "", "", {}, asked=("w",), c=True)) == ("onbekend", [ask])
    judged = {"dringend": False}
    assert verdict(check({}, "", "", {}, deviates=False, asked=("w",), judged=judged, c=True)) == (
        "in_orde",
        [],
    )


def test_who_must_tailor_cannot_leave_it() -> None:
    found = check({}, "", "", {}, deviates=False, asked=("w",), judged={"dringend": True}, c=True)
    assert verdict(found) == (
        "niet_in_orde",
        [
            (
                "niet afwijken kan hier niet: bij w moet u zelf kiezen",
                "onder `keuze` bij `besluiten`: `w: …`, en kies 0% tot en met 20%",
            )
        ],
    )


def test_not_deviating_from_what_is_not_known() -> None:
    case = Case(
        "p", "proefstad", "Proefstad", DAY, ("v",), {}, {}, Choice((), "", "", "", (), deviates=False)
    )
    found = evaluate(LAW.corpus, case).choice
    assert found is not None
    assert verdict(found) == (
        "onbekend",
        [("v heeft nog geen uitkomst; of u daarvan afwijkt, is nog niet te zeggen", "")],
    )
