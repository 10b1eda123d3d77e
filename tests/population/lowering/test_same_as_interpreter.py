"""The program says what the interpreter says, in every column, of every row that it does not leave to it."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from tests.law.examples import corpus_of
from tests.population.lowering.rows import left_aside, looked_at, rows
from verordening.evaluate.outcome import Status
from verordening.model.types import Items, Value
from verordening.population.by_interpreter import decided_columns
from verordening.population.facts import row_of
from verordening.population.lowering.program import ASIDE, aside_column, lower
from verordening.population.outcomes import CONTRADICTED, STATUSES, Part, column
from verordening.population.program import run

DAY = date(2026, 3, 1)
DECISIONS = ("algemene_bijstand", "inhouding", "hoogte_inkomenstoeslag", "norm_22a")
"""Besides those of `test_many_rows`."""


@pytest.mark.parametrize(
    ("gemeente", "decisions"),
    [
        *(("amsterdam", (each,)) for each in DECISIONS),
        ("amsterdam", ("duur_verlaging", "verlaging")),
    ],
)
def test_rows_come_to_the_same(gemeente: str, decisions: tuple[str, ...]) -> None:
    """With what floors say of both decisions that they guard, in the order in which they were asked."""
    corpus = corpus_of(gemeente)
    lowered = lower(corpus, DAY, decisions)
    assert not lowered.left_out
    names = looked_at(lowered.program, but=(CONTRADICTED, ASIDE, *map(aside_column, decisions)))
    done = 0
    for facts in rows(corpus, DAY, names, Random(f"{gemeente} {' '.join(decisions)}"), 15):
        given = run(lowered.program, row_of(lowered.program.columns, facts, corpus))
        if left_aside(given):
            continue
        wanted = decided_columns(corpus, facts, DAY, decisions)
        assert given == wanted or (given[CONTRADICTED] and wanted[CONTRADICTED]), facts
        done += 1
    assert done >= 2


def test_a_power_without_an_end_that_is_known_hinges_on_the_floor() -> None:
    """How much may be held back (Pw 60 lid 4) turns on the norm, so on with whom he lives, which is not known."""
    corpus, day = corpus_of("amsterdam"), date(2024, 3, 1)
    facts: dict[str, Value] = {
        "verrekent_terugvordering_of_boete": True,
        "weigert_inlichtingen_over_terugbetaling": False,
        "voorgestelde_inhouding": 150_00,
        "huishouden": "alleenstaande",
        "leeftijd": 41 * 12,
        "in_inrichting": False,
    }
    program = lower(corpus, day, ["inhouding"]).program
    given = run(program, row_of(program.columns, facts, corpus))
    assert decided_columns(corpus, facts, day, ["inhouding"])[column("inhouding", Part.MAY)] == 0
    assert left_aside(given) or given[column("inhouding", Part.MAY)] == 0


def test_facts_that_cannot_go_together_are_told() -> None:
    """A single person has no dependent child (samenhang of the law's own terms)."""
    corpus = corpus_of("amsterdam")
    program = lower(corpus, DAY, ["norm_22a"]).program
    together: dict[str, Value] = {"huishouden": "alleenstaande", "heeft_ten_laste_komend_kind": False}
    apart: dict[str, Value] = {**together, "heeft_ten_laste_komend_kind": True}
    assert run(program, row_of(program.columns, together, corpus))[CONTRADICTED] == 0
    assert run(program, row_of(program.columns, apart, corpus))[CONTRADICTED] == 1


@pytest.mark.parametrize("gemeente", ["amsterdam", "voorbeelddam"])
def test_an_unknown_act_leaves_the_duration_open_whatever_is_said_of_a_repeat(gemeente: str) -> None:
    """Whether a repeat is shorter than the first measure (Pw 18 lid 6) decides nothing while any act is possible."""
    corpus = corpus_of(gemeente)
    program = lower(corpus, DAY, ["duur_verlaging"], parts=(Part.VALUE, Part.KNOWN, Part.STATUS)).program
    facts: dict[str, Value] = {"verwijtbaarheid": "aanwezig", "huishouden": "alleenstaande"}
    given = run(program, row_of(program.columns, facts, corpus))
    assert not left_aside(given)
    assert STATUSES[given[column("duur_verlaging", Part.STATUS)]] is Status.OPEN


def test_what_an_unfinished_list_says_against_a_fact_is_for_the_interpreter() -> None:
    """Of these children one is 0, so the youngest is not 16, however many there are yet to name."""
    corpus = corpus_of("amsterdam")
    program = lower(corpus, DAY, ["norm_22a"]).program
    children = Items(({"leeftijd": 0}, {"leeftijd": 132}), complete=False)
    facts: dict[str, Value] = {"leeftijd_jongste_kind": 16 * 12, "kinderen": children}
    given = run(program, row_of(program.columns, facts, corpus))
    assert given[CONTRADICTED] or given[ASIDE]
    without = run(program, row_of(program.columns, {"leeftijd_jongste_kind": 16 * 12}, corpus))
    assert not without[ASIDE]


def test_a_statutory_term_ends_as_the_termijnenwet_says() -> None:
    """Four weeks after the notification (Pw 41 lid 7), not on a Saturday, Sunday or holiday (Atw 1 lid 1)."""
    ends = {
        date(2026, 2, 2): date(2026, 3, 2),  # a Monday
        date(2026, 4, 18): date(2026, 5, 18),  # 16 May is a Saturday
        date(2026, 4, 27): date(2026, 5, 26),  # 25 May is Whit Monday
        date(2030, 5, 3): None,  # 31 May is the Friday after Ascension: a decree may yet make it a holiday
    }
    corpus = corpus_of("zonderdam")
    program = lower(corpus, DAY, ["uiterste_dag_documenten"]).program
    for reported, last in ends.items():
        facts: dict[str, Value] = {
            "huishouden": "gehuwden",
            "leeftijd": 27 * 12,
            "leeftijd_partner": 26 * 12,
            "datum_melding": reported,
            "ingeschreven_pro_of_vso": False,
            "urenbeperkt_of_loonkostensubsidie": False,
        }
        given = run(program, row_of(program.columns, facts, corpus))
        assert not left_aside(given)
        status = STATUSES[given[column("uiterste_dag_documenten", Part.STATUS)]]
        assert status is (Status.OPEN if last is None else Status.BEPAALD)
        if last is not None:
            assert date.fromordinal(given[column("uiterste_dag_documenten", Part.VALUE)]) == last
