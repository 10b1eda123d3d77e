"""Case files: what a case comes to, and what is wrong with a case as a whole."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.case_texts import HEAD, corpus_for, read, refusal, refusals
from verordening.language.diagnostics import InputError
from verordening.language.source import Source
from verordening.model.case import Case, Choice, Judgement
from verordening.model.case_conversation import CONVERSATION_KEYS
from verordening.model.case_names import CHOICE_KEYS, JUDGEMENT_KEYS, KEYS
from verordening.model.case_reading import read_case, read_case_file, type_case
from verordening.model.corpus import Corpus
from verordening.model.municipalities import Municipality
from verordening.model.types import INDEFINITE
from verordening.model.yaml_reading import Mapping

FULL = """\
casus: Te laat,  met redenen
gemeente: Amsterdam
peildatum: 1 maart 2026
besluiten: [verlaging, duur_verlaging]
voorbeeldrichtlijnen: ja
gegevens:
  gedraging: te_laat
  leeftijd: 29 jaar
  contractduur: onbepaald
  reistijd: 2 uur
  nettoloon: € 1.401,50 per maand
  te_veel_betaald: € 4567,89
  kinderen: 0
  score: 7,5
  inzet: 2,5%
  datum_gedraging: 2026-02-14
  volgt_opleiding: nee
  eerdere_maatregel: ja
oordelen:
  verwijtbaarheid: {oordeel: aanwezig, motivering: Wist van de plicht.}
  dringende_redenen: {oordeel: ja}
keuze:
  besluiten: {verlaging: 0%, duur_verlaging: 0 maanden}
  route: pw artikel 18 lid 10
  beslist_door: college
  dient: bestaanszekerheid
  motivering: {omstandigheden: Huurachterstand.}
verwacht:
  besluiten: {verlaging: {status: afstemmen}}
"""


def test_a_whole_case() -> None:
    assert read(FULL) == Case(
        title="Te laat, met redenen",
        gemeente="amsterdam",
        gemeente_name="Amsterdam",
        peildatum=date(2026, 3, 1),
        asked=("verlaging", "duur_verlaging"),
        facts={
            "gedraging": "te_laat",
            "leeftijd": 348,
            "contractduur": INDEFINITE,
            "reistijd": 2,
            "nettoloon": 140150,
            "te_veel_betaald": 456789,
            "kinderen": 0,
            "score": Fraction(15, 2),
            "inzet": Fraction(5, 2),
            "datum_gedraging": date(2026, 2, 14),
            "volgt_opleiding": False,
            "eerdere_maatregel": True,
        },
        judgements={
            "verwijtbaarheid": Judgement("aanwezig", "Wist van de plicht."),
            "dringende_redenen": Judgement(True, ""),
        },
        choice=Choice(
            decisions=(("verlaging", 0), ("duur_verlaging", 0)),
            route="pw artikel 18 lid 10",
            decided_by="college",
            serves="bestaanszekerheid",
            reasons=(("omstandigheden", "Huurachterstand."),),
        ),
        example_guidelines=True,
    )


def test_the_expectation_is_left_untouched() -> None:
    _, expected = read_case(Source("casus.yaml", FULL), corpus_for)
    assert isinstance(expected, Mapping)
    assert expected.keys() == ("besluiten",)


def test_the_least_a_case_must_say() -> None:
    assert read(HEAD) == Case("Casus zonder titel", "amsterdam", "Amsterdam", date(2026, 3, 1))


def test_a_judgement_without_reasons_counts_as_not_given() -> None:
    case = read(
        f"{HEAD}oordelen:\n  verwijtbaarheid: aanwezig\n  dringende_redenen: {{oordeel: ja, motivering: }}\n"
    )
    assert case.judgements == {
        "verwijtbaarheid": Judgement("aanwezig", ""),
        "dringende_redenen": Judgement(True, ""),
    }
    assert case.inputs() == {}


def test_one_decision_needs_no_brackets() -> None:
    assert read(f"{HEAD}besluiten: verlaging\n").asked == ("verlaging",)


def test_the_peildatum_of_the_command_line_goes_first() -> None:
    assert read(HEAD, peildatum=date(2025, 6, 1)).peildatum == date(2025, 6, 1)
    assert read("gemeente: amsterdam\n", peildatum=date(2025, 6, 1)).peildatum == date(2025, 6, 1)


def test_a_municipality_without_regulations_is_no_mistake() -> None:
    case = read("gemeente: haarlem\npeildatum: 2026-03-01\ngegevens: {gedraging: te_laat}\n")
    assert (case.gemeente, case.gemeente_name) == ("haarlem", "Haarlem")


def test_a_fictional_municipality_that_a_regulation_declares() -> None:
    source = Source("casus.yaml", "gemeente: zonderdam\npeildatum: 2026-03-01\n")
    case, _ = read_case(source, corpus_for, fictional=lambda: [Municipality("zonderdam", "Zonderdam")])
    assert (case.gemeente, case.gemeente_name) == ("zonderdam", "Zonderdam")


def test_the_two_steps_on_a_file(tmp_path: Path) -> None:
    path = tmp_path / "casus.yaml"
    path.write_bytes(b"\xef\xbb\xbfcasus: X\r\ngemeente: amsterdam\r\npeildatum: 2026-03-01\r\n")
    document = read_case_file(path)
    assert (document.title, document.gemeente, document.expected) == ("X", "amsterdam", None)
    assert type_case(document, corpus_for("amsterdam")).title == "X"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("PW  artikel 18 lid 10", "pw artikel 18 lid 10"),
        ("artikel 3 lid 3 onder a", ""),
        ("maatregelen artikel 3 lid 3 onder a", "amsterdam/maatregelen artikel 3 lid 3 onderdeel a"),
        ("amsterdam/maatregelen artikel 3 lid 3", "amsterdam/maatregelen artikel 3 lid 3"),
    ],
)
def test_a_route_is_named_by_its_place(written: str, canonical: str) -> None:
    text = f"{HEAD}keuze: {{route: {written}}}\n"
    if canonical:
        choice = read(text).choice
        assert choice is not None
        assert choice.route == canonical
    else:
        assert refusal(text)[0] == "VRD417"


# ------------------------------------------------ the case as a whole


def test_no_peildatum() -> None:
    assert refusal("gemeente: amsterdam\n") == (
        "VRD404",
        1,
        1,
        "in deze casus ontbreekt `peildatum`",
        "schrijf erbij naar de regels van welke dag: `peildatum: 2026-03-01`",
    )


def test_a_peildatum_that_does_not_exist() -> None:
    assert refusal("gemeente: amsterdam\npeildatum: 2026-02-30\n") == (
        "VRD415",
        2,
        12,
        "30 februari 2026 bestaat niet; februari 2026 heeft 28 dagen",
        "kijk de dag na",
    )


def test_a_peildatum_of_long_ago() -> None:
    assert refusal("gemeente: amsterdam\npeildatum: 1-1-0026\n")[3:] == (
        "`1-1-0026` valt buiten de grenzen van `peildatum`: 1 januari 1900 tot en met 31 december 2100",
        "kijk het jaar na",
    )


def test_no_municipality() -> None:
    assert refusal("peildatum: 2026-03-01\n")[3:] == (
        "in deze casus ontbreekt `gemeente`",
        "schrijf erbij welke gemeente beslist: `gemeente: amsterdam`",
    )


def test_a_misspelt_municipality() -> None:
    assert refusal("gemeente: amsterdm\npeildatum: 2026-03-01\ngegevens: {eerdere_maatregel: ja}\n") == (
        "VRD403",
        1,
        11,
        "er is geen gemeente `amsterdm`",
        "bedoelt u `amsterdam`?",
    )


def test_a_misspelt_fictional_municipality() -> None:
    source = Source("casus.yaml", "gemeente: zonderdamm\npeildatum: 2026-03-01\n")
    with pytest.raises(InputError) as caught:
        read_case(source, corpus_for, fictional=lambda: [Municipality("zonderdam", "Zonderdam")])
    assert [each.help for each in caught.value.diagnostics] == ["bedoelt u `zonderdam`?"]


def test_a_municipality_like_none_hides_what_its_own_names_may_be() -> None:
    text = "gemeente: qqqq\npeildatum: 2026-03-01\ngegevens: {eerdere_maatregel: ja, leeftijd: 29}\n"
    assert [each.code for each in refusals(text)] == ["VRD403", "VRD412"]


@pytest.mark.parametrize("line", ["gegevens:", "oordelen:", "keuze:", "gegevens: ~"])
def test_a_section_with_nothing_in_it(line: str) -> None:
    name = line.split(":", maxsplit=1)[0]
    assert refusal(f"{HEAD}{line}\n")[3:] == (
        f"onder `{name}` staat niets",
        "vul iets in, of haal de regel weg",
    )


def test_a_list_where_keys_belong() -> None:
    assert refusal(f"{HEAD}gegevens:\n  - gedraging\n")[3:] == (
        "bij `gegevens` horen sleutels met elk een waarde, maar hier staat een lijst",
        "zet onder `gegevens` op elke regel een naam, een dubbele punt en een waarde",
    )


def test_a_switch_that_is_no_switch() -> None:
    assert refusal(f"{HEAD}voorbeeldrichtlijnen: true\n")[3:] == ("`true` is geen ja of nee", "schrijf `ja`")


def test_a_title_without_end() -> None:
    text = f"casus: {'x' * 201}\n{HEAD}"
    assert refusal(text)[3:] == ("een titel is hier ten hoogste 200 tekens", "maak de titel korter")


def test_a_key_that_stands_there_twice() -> None:
    assert refusal(f"{HEAD}gegevens:\n  leeftijd: 29 jaar\n  leeftijd: 30 jaar\n")[::3] == (
        "VRD022",
        "de sleutel `leeftijd` staat er twee keer",
    )


def test_all_problems_at_once_in_the_order_of_the_file() -> None:
    text = (
        "gemeente: amsterdm\n"
        "peildatum: 2026-02-30\n"
        "gegevens: {gedragin: te_laat, leeftijd: 29}\n"
        "oordelen: {dringende_redenen: {oordeel: x}}\n"
        "naam: Jan\n"
    )
    found = [(each.code, each.span.line) for each in refusals(text) if each.span is not None]
    assert found == [("VRD403", 1), ("VRD415", 2), ("VRD406", 3), ("VRD412", 3), ("VRD411", 4), ("VRD402", 5)]


def test_reading_stops_at_fifty_problems() -> None:
    lines = "".join(f"  x{number}: ja\n" for number in range(200))
    assert len(refusals(f"{HEAD}gegevens:\n{lines}")) == 50


def test_the_regulations_may_be_wrong_as_well() -> None:
    def broken(gemeente: str) -> Corpus:
        raise InputError(refusals("gemeente: amsterdam\n"))

    with pytest.raises(InputError) as caught:
        read_case(Source("casus.yaml", "gemeente: amsterdm\npeildatum: 2026-03-01\n"), broken)
    assert [each.code for each in caught.value.diagnostics] == ["VRD403", "VRD404"]


# ------------------------------------------------ whatever is written

CORPUS = corpus_for("amsterdam")
NAMES = [*KEYS, *CHOICE_KEYS, *JUDGEMENT_KEYS, *CONVERSATION_KEYS, *CORPUS.inputs, *CORPUS.decisions, "naam"]
WORDS = st.one_of(
    st.sampled_from(
        [
            "amsterdam",
            "2026-03-01",
            "29 jaar",
            "€ 5",
            "5%",
            "ja",
            "nee",
            "onbepaald",
            "te_laat",
            "geen",
            "",
            "~",
            "²",
            "1e5",
        ]
    ),
    st.text(max_size=20),
)


def in_quotes(text: str) -> str:
    return "'" + "".join(each for each in text if each.isprintable()).replace("'", "''") + "'"


NODES = st.recursive(
    WORDS.map(in_quotes),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: "[" + ", ".join(parts) + "]"),
        st.dictionaries(st.sampled_from(NAMES), inner, max_size=4).map(
            lambda parts: "{" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}"
        ),
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(NAMES), NODES, max_size=6))
def test_whatever_is_written_is_a_case_or_a_refusal(parts: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in parts.items())
    try:
        case, _ = read_case(Source("casus.yaml", text), lambda _: CORPUS)
    except InputError as error:
        refused = error.diagnostics
    else:
        refused = ()
        assert case.gemeente
    assert all(each.message and each.help and each.span for each in refused)
