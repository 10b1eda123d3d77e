"""Each kind of room, with an example that yields it; and what goes against the law, which nobody is told to do."""

from __future__ import annotations

import pytest

from tests.law.examples import NAMES, example
from verordening.evaluate.outcome import Outcome, RouteStatus
from verordening.present.text import read_afwijken, render_afwijken
from verordening.records import replace

OF_THE_RULE = [
    ("te-laat-geregistreerd", "verlaging", "gebonden"),  # Pw 18 lid 2: the college lowers
    ("te-laat-zonder-verwijt", "verlaging", "beoordeling"),  # 18 lid 9, once a person judged the blame
    ("tegenprestatie-amsterdam", "tegenprestatie_verzoeken", "kan"),  # Amsterdam may ask
    ("verrekening", "inhouding", "maatstaf"),  # a beleidsregel within the power to offset
    ("giften-melden", "giften_melden", "buitenwettelijk"),  # what the law does not give
]
OF_THE_ROUTE = [
    ("opleiding-klein-contract-keuze", "pw artikel 9 lid 2", "kan", RouteStatus.MAG),
    ("te-laat-dringende-redenen", "pw artikel 18 lid 10", "plicht tot afstemming", RouteStatus.MOET),
    ("reistegoed-hardheid", "amsterdam/nadere_regels artikel 1.2", "hardheidsclausule", RouteStatus.MAG),
    ("kinderdam-hoger-recht", "kinderdam/maatregelen artikel 9", "hoger recht", RouteStatus.MAG),
    (
        "giften-boven-het-beleid",
        "amsterdam/beleidsregels artikel 2.4 lid 2",
        "tegenwettelijk",
        RouteStatus.MAG_NIET,
    ),
]


@pytest.mark.parametrize(("name", "decision", "kind"), OF_THE_RULE)
def test_the_room_that_the_rule_itself_leaves(name: str, decision: str, kind: str) -> None:
    assert example(name).outcome.decision(decision).kind == kind
    if kind != "kan":
        assert f"({kind})" in " ".join(render_afwijken(example(name).outcome).split())


@pytest.mark.parametrize(("name", "rule", "kind", "status"), OF_THE_ROUTE)
def test_the_room_of_a_way(name: str, rule: str, kind: str, status: RouteStatus) -> None:
    found = [each for each in example(name).outcome.routes if each.cited.id == rule]
    assert {(each.kind, each.status) for each in found} == {(kind, status)}


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("reistegoed-hardheid", "Ja, u mag afwijken."),
        ("uniform-met-dringende-redenen-artikel-3", "Dat hangt af van"),
        ("te-laat-dringende-redenen", "U moet afstemmen:"),
        ("rotterdam-giften-2026", "Nee, want deze uitkomst volgt uit de wet"),
        ("giften-boven-het-beleid", "Nee, want dit is niet aan u."),
    ],
)
def test_the_first_sentence_answers(name: str, first: str) -> None:
    """Under the question: yes, no, must, or what it depends on; nothing before it."""
    said = render_afwijken(example(name).outcome, 100)
    assert said.split("?\n\n  ", 1)[1].startswith(first)


def test_where_the_law_leaves_nothing_it_says_who_can() -> None:
    said = " ".join(render_afwijken(example("rotterdam-giften-2026").outcome).split())
    assert "Wie dat wel kan: alleen de rechter, na bezwaar en beroep." in said


@pytest.mark.parametrize("name", NAMES)
def test_what_goes_against_the_law_is_never_allowed(name: str) -> None:
    outcome = example(name).outcome
    for each in (outcome, *(act.outcome for act in outcome.acts)):
        against = tuple(route for route in each.routes if route.kind == "tegenwettelijk")
        assert all(route.status is not RouteStatus.MAG for route in against)
        if against:
            _check_never_may(replace(each, routes=against, acts=()))


def _check_never_may(outcome: Outcome) -> None:
    for said in (render_afwijken(outcome), read_afwijken(outcome)):
        assert "u mag" not in said.lower().replace("mag u", "")


def test_the_ordinary_answer_fits_a_screen() -> None:
    """One decision with its ways: at most forty lines of eighty columns, apart from the sentences on the texts."""
    for name in (
        "te-laat-geregistreerd",
        "te-laat-dringende-redenen",
        "taaleis",
        "verrekening",
        "garage-huizen",
    ):
        lines = render_afwijken(example(name).outcome).splitlines()
        assert len(lines) <= 45, name
        assert max(map(len, lines)) <= 80
