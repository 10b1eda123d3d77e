"""Messages as people read them: whole texts, reviewed like code."""

import json
import re

import pytest

from verordening.language.codes import CODES
from verordening.language.diagnostics import Diagnostic, Related, Severity, diagnostic
from verordening.language.source import Source, Span
from verordening.present.diagnostics_json import render_diagnostics_json
from verordening.present.diagnostics_text import read_diagnostics, render_diagnostics

TEXT = """regeling maatregelen "Maatregelenverordening"
artikel 6
  lid 1
    dan moet verlaging = € 70,08 en duur_verlaging = 1 maand
"""
SOURCE = Source("amsterdam/maatregelen.vrd", TEXT)


def wrong_type(**changes: object) -> Diagnostic:
    return diagnostic(
        SOURCE,
        "VRD111",
        "`verlaging` is een percentage, maar hier staat een bedrag",
        SOURCE.span(4, 26, 7),
        label="een bedrag",
        help="schrijf `5%`, of maak van `verlaging` een `bedrag per maand` (begrippen.vrd regel 18)",
        **changes,  # type: ignore[arg-type]
    )


def test_a_message_shows_what_is_wrong_where_and_what_to_do() -> None:
    assert render_diagnostics([wrong_type()]) == (
        "fout[VRD111]: `verlaging` is een percentage, maar hier staat een bedrag\n"
        " ┌─ amsterdam/maatregelen.vrd:4:26\n"
        "4│     dan moet verlaging = € 70,08 en duur_verlaging = 1 maand\n"
        " │                          ^^^^^^^ een bedrag\n"
        " = hulp: schrijf `5%`, of maak van `verlaging` een `bedrag per maand`\n"
        "         (begrippen.vrd regel 18)\n"
        " = uitleg: verordening uitleg VRD111\n"
        "\n"
        "1 fout.\n"
    )


def test_another_place_in_the_same_file_is_marked_apart() -> None:
    here = Related(SOURCE.span(2, 1, 9), "hier begint het artikel")
    assert render_diagnostics([wrong_type(related=(here,))]).splitlines()[1:7] == [
        " ┌─ amsterdam/maatregelen.vrd:4:26",
        "2│ artikel 6",
        " │ --------- hier begint het artikel",
        "4│     dan moet verlaging = € 70,08 en duur_verlaging = 1 maand",
        " │                          ^^^^^^^ een bedrag",
        " = hulp: schrijf `5%`, of maak van `verlaging` een `bedrag per maand`",
    ]


def test_a_place_in_another_file_is_named() -> None:
    there = Related(Span.at("landelijk/begrippen.vrd", 18, 9, 9), "daar is het besluit verklaard")
    assert " = zie ook: landelijk/begrippen.vrd:18:9 daar is het besluit verklaard" in render_diagnostics(
        [wrong_type(related=(there,))]
    )


def test_several_messages_are_counted_by_severity() -> None:
    warning = wrong_type(severity=Severity.WAARSCHUWING)
    advice = wrong_type(severity=Severity.ADVIES)
    text = render_diagnostics([wrong_type(), wrong_type(), warning, advice])
    assert text.endswith("\n\n2 fouten, 1 waarschuwing en 1 advies.\n")
    assert text.count("┌─") == 4
    assert "\n\nwaarschuwing[VRD111]: " in text


def test_where_to_read_more_is_said_once_a_code() -> None:
    lost = diagnostic(None, "VRD001", "het bestand `a.yaml` bestaat niet", None)
    found = [wrong_type(), lost, wrong_type()]
    for text in (render_diagnostics(found), read_diagnostics(found)):
        assert re.findall("verordening uitleg (.*)", text) == ["VRD111", "VRD001"]


def test_no_messages_say_nothing() -> None:
    assert render_diagnostics([]) == ""
    assert read_diagnostics([]) == ""


def test_a_message_without_a_place_has_no_box() -> None:
    lost = diagnostic(None, "VRD001", "het bestand `casus.yaml` bestaat niet", None, help="kijk de naam na")
    assert render_diagnostics([lost]) == (
        "fout[VRD001]: het bestand `casus.yaml` bestaat niet\n = hulp: kijk de naam na\n"
        " = uitleg: verordening uitleg VRD001\n\n1 fout.\n"
    )


def test_a_message_about_a_whole_file_names_the_file() -> None:
    span = Span.at("casus.yaml", 1, 1, 0)
    empty = diagnostic(None, "VRD020", "het bestand is leeg", span)
    assert render_diagnostics([empty]) == (
        "fout[VRD020]: het bestand is leeg\n ┌─ casus.yaml:1:1\n = uitleg: verordening uitleg VRD020\n\n1 fout.\n"
    )


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x00", "\u202e", "\u200b"])
def test_a_control_character_in_the_text_reaches_no_terminal(character: str) -> None:
    source = Source(f"cas{character}us.yaml", f"casus: {character}[31m rood\n")
    found = diagnostic(source, "VRD030", "dit teken mag niet", source.span(1, 8, 1), label=f"hier{character}")
    for text in (render_diagnostics([found]), read_diagnostics([found])):
        assert character not in text
        assert "�" in text


def test_a_mark_stands_under_wide_characters() -> None:
    source = Source("casus.yaml", "casus: 你好 fout\n")
    found = diagnostic(source, "VRD030", "dit kan niet", source.span(1, 11, 4))
    lines = render_diagnostics([found]).splitlines()
    assert lines[2:4] == ["1│ casus: 你好 fout", " │ " + " " * 12 + "^^^^"]


def test_a_long_line_is_shown_around_the_place() -> None:
    source = Source("casus.yaml", "a" * 300 + " hier " + "b" * 300)
    found = diagnostic(source, "VRD030", "dit kan niet", source.span(1, 302, 4))
    _, _, excerpt, marks = render_diagnostics([found]).splitlines()[:4]
    start = marks.index("^")
    assert excerpt[start : start + 4] == "hier"
    assert len(excerpt) < 170


def test_line_numbers_are_aligned() -> None:
    source = Source("casus.yaml", "\n" * 8 + "negen\n\n\n\ndertien\n")
    found = diagnostic(
        source, "VRD030", "dit kan niet", source.span(13, 1, 8), related=(Related(source.span(9, 1, 5), ""),)
    )
    assert render_diagnostics([found]).splitlines()[1:6] == [
        "  ┌─ casus.yaml:13:1",
        " 9│ negen",
        "  │ -----",
        "13│ dertien",
        "  │ ^^^^^^^",
    ]


def test_a_narrow_terminal_wraps_the_words_and_not_the_source() -> None:
    text = render_diagnostics([wrong_type()], width=40)
    assert "4│     dan moet verlaging = € 70,08 en duur_verlaging = 1 maand\n" in text
    words = [line for line in text.splitlines() if "│" not in line]
    assert all(len(line) <= 40 for line in words)


def test_a_screen_reader_meets_sentences() -> None:
    there = Related(Span.at("landelijk/begrippen.vrd", 18, 9, 9), "daar is het besluit verklaard")
    assert read_diagnostics([wrong_type(related=(there,))]) == (
        "Fout VRD111 in amsterdam/maatregelen.vrd, regel 4, teken 26: "
        "`verlaging` is een percentage, maar hier staat een bedrag.\n"
        "Op die regel staat: dan moet verlaging = € 70,08 en duur_verlaging = 1 maand\n"
        "Het gaat om: € 70,08, een bedrag\n"
        "Zie ook landelijk/begrippen.vrd, regel 18, teken 9, daar is het besluit verklaard\n"
        "Hulp: Schrijf `5%`, of maak van `verlaging` een `bedrag per maand` (begrippen.vrd regel 18).\n"
        "Uitleg: verordening uitleg VRD111\n"
        "1 fout.\n"
    )


def test_json() -> None:
    there = Related(Span.at("landelijk/begrippen.vrd", 18, 9, 9), "daar is het besluit verklaard")
    text = render_diagnostics_json([wrong_type(related=(there,))], exit_code=2)
    assert "€ 70,08" in text
    assert json.loads(text) == {
        "schema": "verordening/meldingen/1",
        "aantal": {"fout": 1, "waarschuwing": 0, "advies": 0},
        "meldingen": [
            {
                "code": "VRD111",
                "titel": CODES["VRD111"],
                "ernst": "fout",
                "melding": "`verlaging` is een percentage, maar hier staat een bedrag",
                "plaats": {
                    "bestand": "amsterdam/maatregelen.vrd",
                    "regel": 4,
                    "kolom": 26,
                    "eindregel": 4,
                    "eindkolom": 33,
                },
                "label": "een bedrag",
                "hulp": "schrijf `5%`, of maak van `verlaging` een `bedrag per maand` (begrippen.vrd regel 18)",
                "zie_ook": [
                    {
                        "plaats": {
                            "bestand": "landelijk/begrippen.vrd",
                            "regel": 18,
                            "kolom": 9,
                            "eindregel": 18,
                            "eindkolom": 18,
                        },
                        "label": "daar is het besluit verklaard",
                    }
                ],
                "toelichting": [],
                "fragment": [
                    {"regel": 4, "tekst": "    dan moet verlaging = € 70,08 en duur_verlaging = 1 maand"}
                ],
            }
        ],
        "afsluitcode": 2,
    }
