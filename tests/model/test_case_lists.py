"""A list in a case: what it may look like, and what is said of everything else."""

from __future__ import annotations

import pytest

from tests.evaluate.lists import corpus_with, facts
from verordening.language.diagnostics import InputError
from verordening.model.types import Items

CORPUS = corpus_with("gegeven inwonend: ja/nee")
THREE = {"leeftijd": 36}


def items(written: str) -> Items:
    found = facts(CORPUS, written)["kinderen"]
    assert isinstance(found, Items)
    return found


def refused(written: str) -> list[tuple[str, int, int, str, str]]:
    with pytest.raises(InputError) as caught:
        facts(CORPUS, written)
    return [
        (each.code, each.span.line - 3, each.span.column, each.message, each.help)
        for each in caught.value.diagnostics
        if each.span is not None
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("kinderen:\n  - leeftijd: 3 jaar\n    thuiswonend: ja", Items(({**THREE, "thuiswonend": True},))),
        ("kinderen: [{leeftijd: 3 jaar}, {}]", Items((THREE, {}))),
        ("kinderen:\n  - leeftijd: 3 jaar\n  - onbekend", Items((THREE, {}))),
        ("kinderen: geen", Items(())),
        ("kinderen: []", Items(())),
        ("kinderen:\n  volledig: nee\n  lijst:\n    - leeftijd: 3 jaar", Items((THREE,), complete=False)),
        ("kinderen: {volledig: ja, lijst: [onbekend]}", Items(({},))),
        ("kinderen: {volledig: nee, lijst: geen}", Items((), complete=False)),
    ],
)
def test_a_list_is_read_as_it_is_written(written: str, expected: Items) -> None:
    assert items(written) == expected


def test_a_list_left_out_is_not_there() -> None:
    assert "kinderen" not in facts(CORPUS, "inwonend: ja")


WRITE_A_LIST = "schrijf per kind een regel, zoals `- leeftijd: 0 jaar`; zijn er geen, schrijf `geen`"
NO_LIST = "bij `kinderen` hoort een lijst, met voor elk onderdeel een streepje"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("kinderen: 2", ("VRD416", 1, 13, NO_LIST, WRITE_A_LIST)),
        ("kinderen: {leeftijd: 3 jaar}", ("VRD416", 1, 3, NO_LIST, WRITE_A_LIST)),
        ("kinderen: [3 jaar]", ("VRD416", 1, 14, NO_LIST, WRITE_A_LIST)),
        ("kinderen: {volledig: nee}", ("VRD416", 1, 3, NO_LIST, WRITE_A_LIST)),
        (
            "kinderen: onbekend",
            (
                "VRD410",
                1,
                13,
                "bij `kinderen` is niets ingevuld",
                "laat een onbekende lijst weg; zijn er geen, schrijf dan `geen`",
            ),
        ),
        (
            "kinderen:\n  - leeftyd: 3 jaar",
            (
                "VRD419",
                2,
                7,
                "van een kind in `kinderen` wordt geen `leeftyd` gevraagd",
                "bedoelt u `leeftijd`?",
            ),
        ),
        (
            "kinderen:\n  - school: basisschool",
            (
                "VRD419",
                2,
                7,
                "van een kind in `kinderen` wordt geen `school` gevraagd",
                "gevraagd wordt: `leeftijd`, `thuiswonend`",
            ),
        ),
        (
            "kinderen:\n  - naam: Sam",
            (
                "VRD402",
                2,
                7,
                "een casus heeft geen veld voor `naam`",
                "haal deze regel weg; een casus noemt geen personen",
            ),
        ),
        (
            "kinderen:\n  - leeftijd: 3 jaar\n  - leeftijd: 40 jaar",
            (
                "VRD413",
                3,
                17,
                "`40 jaar` valt buiten de grenzen van `leeftijd`: 0 jaar tot en met 30 jaar",
                "kijk de waarde na; de grenzen staan in begrippen.vrd regel 4",
            ),
        ),
        (
            "kinderen:\n  - leeftijd: 3",
            (
                "VRD412",
                2,
                17,
                "bij `3` ontbreekt de eenheid: `leeftijd` is een duur in jaren",
                "schrijf `3 jaar`",
            ),
        ),
        (
            "kinderen: [onbekend, onbekend, onbekend, onbekend, onbekend]",
            (
                "VRD413",
                1,
                3,
                "in `kinderen` staan er 5, en het zijn er ten hoogste 4",
                "kijk de lijst na; het maximum staat in begrippen.vrd regel 4",
            ),
        ),
        (
            "kinderen: {volledig: nee, lijst: [onbekend], aantal: 3}",
            (
                "VRD405",
                1,
                48,
                "de lijst `kinderen` heeft geen sleutel `aantal`",
                "de sleutels zijn `volledig`, `lijst`",
            ),
        ),
        (
            "kinderen:\n  - leeftijd: 3 jaar\n  -",
            (
                "VRD410",
                3,
                6,
                "achter dit streepje is geen kind ingevuld",
                "haal het streepje weg, of schrijf `- onbekend` als u van dit onderdeel niets weet",
            ),
        ),
        (
            "inwonend: [ja]",
            (
                "VRD416",
                1,
                3,
                "bij `inwonend` hoort één waarde, maar hier staat een lijst",
                "schrijf achter `inwonend` één waarde",
            ),
        ),
    ],
)
def test_what_cannot_be_a_list_is_refused_with_its_place(
    written: str, expected: tuple[str, int, int, str, str]
) -> None:
    assert refused(written) == [expected]


def test_everything_wrong_in_a_list_is_said_at_once() -> None:
    found = refused("kinderen:\n  - {leeftijd: 40 jaar, hobby: ja}\n  - thuiswonend: soms")
    assert [(code, line) for code, line, *_ in found] == [("VRD413", 2), ("VRD419", 2), ("VRD411", 3)]


def test_an_amount_with_a_comma_in_braces_gets_its_own_remedy() -> None:
    found = refused("gezinsleden: [{inkomen: € 250,50 per maand}]")
    assert found[-1][-2:] == (
        "`50 per maand` is geen naam van een gegeven",
        "staat er een komma in een bedrag? zet elk gegeven van dit onderdeel dan op een eigen regel",
    )


def test_nine_digits_that_may_be_a_bsn_are_refused_in_a_list_too() -> None:
    assert [code for code, *_ in refused("kinderen:\n  - leeftijd: 111222333")] == ["VRD401"]
