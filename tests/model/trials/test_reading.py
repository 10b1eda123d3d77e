"""A table of trials is read as the cases that its rows stand for, and what is wrong is told at its own cell."""

from __future__ import annotations

from datetime import date

import pytest

from tests.law.examples import corpus_of, library
from verordening.language.source import Source
from verordening.model.case import Case
from verordening.model.trials.reading import read_trials
from verordening.model.trials.trial import Match, Trial, TrialFile

ABOVE = """\
proef: Te laat geregistreerd
gemeente: amsterdam
peildatum: 2026-03-01
gegevens: {huishouden: alleenstaande, leeftijd: 29 jaar}
oordelen: {verwijtbaarheid: aanwezig}
"""


def read(text: str) -> TrialFile:
    return read_trials(Source("proef.yaml", text), corpus_of, fictional=lambda: library().fictional)


def trials(table: str, above: str = ABOVE) -> tuple[Trial, ...]:
    """The trials of a table, which must be without mistakes."""
    file = read(above + table)
    assert not file.problems
    assert [each.refusals for each in file.trials] == [()] * len(file.trials)
    return file.trials


def case_of(trial: Trial) -> Case:
    assert trial.case is not None
    return trial.case


def wanted(trial: Trial) -> list[tuple[str, tuple[str, ...]]]:
    return [("/".join(each.path), each.texts) for each in trial.expectations]


def said(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of all that is wrong."""
    file = read(text)
    found = [*file.problems, *(refusal for each in file.trials for refusal in each.refusals)]
    return [(each.code, each.span.line, each.span.column) for each in found if each.span is not None]


def test_of_a_guideline_is_expected_whether_it_speaks_and_what_it_weighs() -> None:
    first, second = trials(
        "voorbeeldrichtlijnen: ja\n"
        "tabel: |\n"
        "  | dan richtlijn koersbesluit 1                        | dan richtlijn voorbeeldrichtlijnen 2 |\n"
        "  | spreekt: duurzame_uitstroom boven directe_uitstroom |                                      |\n"
        "  |                                                     | hangt_af_van                         |\n"
    )
    assert wanted(first) == [
        ("richtlijnen/amsterdam/koersbesluit richtlijn 1/status", ("spreekt",)),
        (
            "richtlijnen/amsterdam/koersbesluit richtlijn 1/weegt",
            ("duurzame_uitstroom boven directe_uitstroom",),
        ),
    ]
    assert wanted(second) == [("richtlijnen/voorbeeldrichtlijnen richtlijn 2/status", ("hangt_af_van",))]


def test_a_guideline_that_is_not_there_and_a_word_that_says_nothing_of_one() -> None:
    table = "besluiten: [verlaging]\ntabel: |\n"
    assert said(ABOVE + table + "  | dan richtlijn koersbesluit 27 |\n  | spreekt |\n") == [("VRD442", 8, 5)]
    assert said(ABOVE + table + "  | dan richtlijn koersbesluit 1 |\n  | mag |\n") == [("VRD442", 9, 5)]


def test_a_row_is_the_case_above_with_its_cells() -> None:
    first, second = trials(
        "tabel: |\n"
        "  | naam      | peildatum  | leeftijd | dan verlaging |\n"
        "  | de eerste | 2025-12-31 | 30 jaar  | 0%            |\n"
        "  |           |            |          | 0%            |\n"
    )
    assert (first.name, second.name) == ("de eerste", "rij 2")
    assert case_of(first).peildatum == date(2025, 12, 31)
    assert case_of(second).peildatum == date(2026, 3, 1)
    assert case_of(first).facts == {"huishouden": "alleenstaande", "leeftijd": 360}
    assert case_of(second).facts == {"huishouden": "alleenstaande", "leeftijd": 348}


def test_a_judgement_in_a_table_has_a_reason() -> None:
    """A judgement without a reason counts as not given; a table is no file of a person that asks for one."""
    (trial,) = trials("tabel: |\n  | dringende_redenen_18_10 | dan verlaging |\n  | nee | 0% |\n")
    given = case_of(trial).judgements
    assert given.keys() == {"verwijtbaarheid", "dringende_redenen_18_10"}
    assert [each.value for each in given.values()] == ["aanwezig", False]
    assert all(each.reason for each in given.values())


def test_a_question_mark_takes_away_what_stands_above() -> None:
    (trial,) = trials("tabel: |\n  | leeftijd | verwijtbaarheid | dan verlaging |\n  | ? | ? | 0% |\n")
    assert case_of(trial).facts == {"huishouden": "alleenstaande"}
    assert case_of(trial).judgements == {}


def test_the_decisions_are_those_that_are_expected() -> None:
    (trial,) = trials(
        "tabel: |\n"
        "  | dan duur_verlaging | dan verlaging regel | dan ruimte inhouding pw artikel 60 lid 4 |\n"
        "  | 0 maanden          | geen                | geen                                     |\n"
    )
    assert case_of(trial).asked == ("duur_verlaging", "verlaging", "inhouding")


def test_lines_and_remarks_in_a_table_say_nothing() -> None:
    (trial,) = trials("tabel: |\n  | dan verlaging |\n  |---|\n  # artikel 6\n\n  | 5% |\n")
    assert trial.span.line == 11


def test_a_column_may_name_a_path() -> None:
    (trial,) = trials(
        "gedragingen:\n"
        "  - gegevens: {gedraging: te_laat_geregistreerd}\n"
        "  - gegevens: {gedraging: te_laat_geregistreerd}\n"
        "tabel: |\n"
        "  | gedragingen.2.gegevens.datum_gedraging | dan gedraging 2 verlaging |\n"
        "  | 2026-02-16                             | 5%                        |\n",
        ABOVE.replace("oordelen: {verwijtbaarheid: aanwezig}\n", ""),
    )
    acts = case_of(trial).acts
    assert [each.facts for each in acts] == [{}, {"datum_gedraging": date(2026, 2, 16)}]
    assert wanted(trial)[1] == ("gedragingen/2/besluiten/verlaging/uitkomst", ("5%",))


def test_rows_may_be_a_list() -> None:
    first, second = trials(
        "dan: {duur_verlaging: 1 maand}\n"
        "rijen:\n"
        "  - naam: gewoon\n"
        "    gegevens: {leeftijd: 30 jaar}\n"
        "    dan: {verlaging: 5%}\n"
        "  - oordelen: {verwijtbaarheid: '?'}\n"
        "    dan: {duur_verlaging: '?', verlaging kandidaten: [0%, 5%]}\n"
    )
    assert case_of(first).facts["leeftijd"] == 360
    assert [texts for _, texts in wanted(first)] == [
        ("bepaald", "voorbehoud"),
        ("1 maand",),
        ("bepaald", "voorbehoud"),
        ("5%",),
    ]
    assert case_of(second).judgements == {}
    assert wanted(second) == [("besluiten/verlaging/kandidaten", ("0%", "5%"))]


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        (
            "verlaging",
            "5%",
            [
                ("besluiten/verlaging/status", ("bepaald", "voorbehoud")),
                ("besluiten/verlaging/uitkomst", ("5%",)),
            ],
        ),
        ("verlaging", "open", [("besluiten/verlaging/status", ("open",))]),
        (
            "verlaging",
            "open: 5%, 10%",
            [("besluiten/verlaging/status", ("open",)), ("besluiten/verlaging/kandidaten", ("5%", "10%"))],
        ),
        (
            "verlaging",
            "voorbehoud: 5%",
            [("besluiten/verlaging/status", ("voorbehoud",)), ("besluiten/verlaging/uitkomst", ("5%",))],
        ),
        (
            "verlaging",
            "afstemmen: 0% tot en met 5%",
            [
                ("besluiten/verlaging/status", ("afstemmen",)),
                ("besluiten/verlaging/bereik", ("0% tot en met 5%",)),
            ],
        ),
        (
            "inhouding",
            "€ 70,07",
            [
                ("besluiten/inhouding/status", ("bepaald", "voorbehoud")),
                ("besluiten/inhouding/uitkomst", ("€ 70,07",)),
            ],
        ),
        (
            "verlaging regel",
            "maatregelen artikel 6 lid 1 onder a",
            [("besluiten/verlaging/regel", ("amsterdam/maatregelen artikel 6 lid 1 onderdeel a",))],
        ),
        (
            "ruimte verlaging pw artikel 18 lid 10",
            "moet: 0% tot en met 5%",
            [
                ("ruimte/verlaging/pw artikel 18 lid 10/status", ("moet",)),
                ("ruimte/verlaging/pw artikel 18 lid 10/bereik", ("0% tot en met 5%",)),
            ],
        ),
        (
            "ondergrens geen_verwijt_geen_maatregel",
            "gehouden",
            [("ondergrenzen/geen_verwijt_geen_maatregel/status", ("gehouden",))],
        ),
        ("afsluitcode", "4", [("afsluitcode/toets", ("4",))]),
        ("eerste_vraag", "geen", [("eerste_vraag", ("geen",))]),
    ],
)
def test_what_an_expectation_asks(
    column: str, cell: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    (trial,) = trials(f"tabel: |\n  | dan {column} |\n  | {cell} |\n")
    assert wanted(trial) == expected


def test_candidates_come_in_any_order() -> None:
    (trial,) = trials("tabel: |\n  | dan verlaging kandidaten |\n  | 10%, 5% |\n")
    assert [each.match for each in trial.expectations] == [Match.ALL]


def test_what_is_to_be_judged_is_no_expectation() -> None:
    (trial,) = trials("tabel: |\n  | dan verlaging |\n  | nog te beoordelen |\n")
    assert trial.pending
    assert trial.expectations == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ABOVE + "tabel: |\n  | leeftyd | dan verlaging |\n  | 3 | 5% |\n", [("VRD406", 7, 5)]),
        (ABOVE + "tabel: |\n  | leeftijd | dan verlaging |\n  | 3 | 5% |\n", [("VRD412", 8, 5)]),
        (ABOVE + "tabel: |\n  | dan verlagin |\n  | 5% |\n", [("VRD408", 7, 5)]),
        (ABOVE + "tabel: |\n  | dan verlaging regl |\n  | 5% |\n", [("VRD442", 7, 5)]),
        (ABOVE + "tabel: |\n  | dan verlaging |\n  | € 5 |\n", [("VRD411", 8, 5)]),
        (ABOVE + "tabel: |\n  | dan verlaging status |\n  | opn |\n", [("VRD442", 8, 5)]),
        (ABOVE + "tabel: |\n  | dan verlaging regel |\n  | pw artikel 999 |\n", [("VRD417", 8, 5)]),
        (ABOVE + "tabel: |\n  | dan ondergrens geen |\n  | gehouden |\n", [("VRD442", 7, 5)]),
        (ABOVE + "tabel: |\n  | dan gedraging 2 ondergrens x |\n  | 1 |\n", [("VRD442", 7, 5)]),
        (ABOVE + "tabel: |\n  | dan |\n  | 5% |\n", [("VRD442", 7, 5)]),
        (ABOVE + "tabel: |\n  | dan verlaging |\n  | |\n", [("VRD443", 8, 3)]),
        (ABOVE + "tabel: |\n  | a | dan verlaging |\n  | 5% |\n", [("VRD441", 8, 3)]),
        (ABOVE + "tabel: |\n  | dan verlaging | dan verlaging |\n  | 5% | 5% |\n", [("VRD441", 7, 21)]),
        (ABOVE + "tabel: |\n  | dan verlaging |\n  5%\n", [("VRD441", 8, 3)]),
        (ABOVE + "tabel: |\n  | dan verlaging |\n", [("VRD441", 7, 3)]),
        (ABOVE + "tabel: '| dan verlaging |'\n", [("VRD441", 6, 8)]),
        (ABOVE + "rijen: 5\n", [("VRD441", 6, 8)]),
        (ABOVE, [("VRD441", 1, 1)]),
        (ABOVE + "gegevns: {}\ntabel: |\n  | dan verlaging |\n  | 5% |\n", [("VRD405", 6, 1)]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert said(text) == expected


def test_a_row_with_a_wrong_expectation_is_no_trial() -> None:
    (trial,) = read(ABOVE + "tabel: |\n  | dan verlagin |\n  | 5% |\n").trials
    assert trial.case is None
