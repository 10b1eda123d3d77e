"""Pages about codes and words: laid out for a terminal, for a screen reader and for a program."""

from __future__ import annotations

import json

import pytest

from verordening.analyse.conflicts.catalogue import catalogue as questions
from verordening.analyse.lint.catalogue import catalogue
from verordening.evaluate.outcome import ChoiceStatus, FloorEffect, FloorStatus, RouteStatus, Status
from verordening.language.codes import CODES
from verordening.language.explanations import (
    Example,
    Explanation,
    Paragraph,
    Term,
    load_explanation,
    load_terms,
    page_path,
)
from verordening.present.explained import group_of
from verordening.present.explanation_json import (
    render_explanation_json,
    render_index_json,
    render_term_json,
)
from verordening.present.explanation_text import (
    read_explanation,
    read_index,
    read_term,
    render_explanation,
    render_index,
    render_term,
)

PAGE = Explanation(
    "VRD204",
    "Een waarde is van een andere soort of eenheid",
    (Paragraph("Een bedrag bij een percentage."), Paragraph("Of maanden bij dagen.")),
    (Paragraph("Vijf procent en vijf euro liggen voor een inwoner ver uit elkaar."),),
    Example("bepaling", "artikel 6\n  dan moet verlaging = € 5\n"),
    Example("casus", "gemeente: amsterdam\n"),
    (Paragraph("Schrijf `5%`.", point=True), Paragraph("Of kijk het besluit na.", point=True)),
)
TERM = Term(
    "voorbehoud", "Hoe vast een besluit staat", (Paragraph("De uitkomst staat vast, op één ding na."),)
)


def test_a_page_on_a_terminal() -> None:
    assert render_explanation(PAGE, 60) == (
        "VRD204: Een waarde is van een andere soort of eenheid\n"
        "\n"
        "  Een bedrag bij een percentage.\n"
        "\n"
        "  Of maanden bij dagen.\n"
        "\n"
        "WAAROM DIT UITMAAKT\n"
        "\n"
        "  Vijf procent en vijf euro liggen voor een inwoner ver uit\n"
        "  elkaar.\n"
        "\n"
        "FOUT IN EEN REGELING\n"
        "\n"
        "    artikel 6\n"
        "      dan moet verlaging = € 5\n"
        "\n"
        "GOED IN EEN CASUS\n"
        "\n"
        "    gemeente: amsterdam\n"
        "\n"
        "WAT U DOET\n"
        "\n"
        "  - Schrijf `5%`.\n"
        "  - Of kijk het besluit na.\n"
    )


def test_a_page_read_aloud() -> None:
    assert read_explanation(PAGE) == (
        "Uitleg bij VRD204: Een waarde is van een andere soort of eenheid.\n"
        "Een bedrag bij een percentage.\n"
        "Of maanden bij dagen.\n"
        "Waarom dit uitmaakt:\n"
        "Vijf procent en vijf euro liggen voor een inwoner ver uit elkaar.\n"
        "Fout in een regeling:\n"
        "artikel 6\n"
        "  dan moet verlaging = € 5\n"
        "Einde van het voorbeeld.\n"
        "Goed in een casus:\n"
        "gemeente: amsterdam\n"
        "Einde van het voorbeeld.\n"
        "Wat u doet:\n"
        "Schrijf `5%`.\n"
        "Of kijk het besluit na.\n"
    )


def test_a_page_for_a_program() -> None:
    assert json.loads(render_explanation_json(PAGE, exit_code=0)) == {
        "schema": "verordening/uitleg/1",
        "code": "VRD204",
        "titel": "Een waarde is van een andere soort of eenheid",
        "groep": "Namen, soorten en eenheden",
        "betekenis": ["Een bedrag bij een percentage.", "Of maanden bij dagen."],
        "waarom": ["Vijf procent en vijf euro liggen voor een inwoner ver uit elkaar."],
        "fout": {"soort": "bepaling", "tekst": "artikel 6\n  dan moet verlaging = € 5\n"},
        "goed": {"soort": "casus", "tekst": "gemeente: amsterdam\n"},
        "wat_u_doet": ["Schrijf `5%`.", "Of kijk het besluit na."],
        "afsluitcode": 0,
    }


def test_a_word() -> None:
    assert render_term(TERM, 80) == (
        "voorbehoud (Hoe vast een besluit staat)\n\n  De uitkomst staat vast, op één ding na.\n"
    )
    assert read_term(TERM) == (
        "Uitleg bij het woord voorbehoud, hoe vast een besluit staat.\nDe uitkomst staat vast, op één ding na.\n"
    )
    assert json.loads(render_term_json(TERM, exit_code=0)) == {
        "schema": "verordening/uitleg/1",
        "woord": "voorbehoud",
        "groep": "Hoe vast een besluit staat",
        "betekenis": ["De uitkomst staat vast, op één ding na."],
        "afsluitcode": 0,
    }


def test_the_list_names_every_code_and_word() -> None:
    whole = json.loads(render_index_json((TERM,), exit_code=0))
    codes = [*CODES, *(each.code for each in questions()), *catalogue()]
    assert [each["code"] for each in whole["meldingen"]] == codes
    assert whole["woorden"] == [{"woord": "voorbehoud", "groep": "Hoe vast een besluit staat"}]
    for text in (render_index((TERM,)), read_index((TERM,))):
        assert [code for code in codes if code not in text] == []
        assert "voorbehoud" in text
    # A group stands in the list once.
    lines = render_index((TERM,)).splitlines()
    assert [lines.count(group_of(code).upper()) for code in codes] == [1] * len(codes)


@pytest.mark.parametrize("code", [code for code in CODES if page_path(code).exists()])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_every_page_fits_a_terminal(code: str, width: int) -> None:
    page = load_explanation(code)
    examples = {f"    {line}" for each in (page.wrong, page.right) for line in each.text.splitlines()}
    lines = render_explanation(page, width).splitlines()
    # What stands in an example is shown as it is typed.
    assert [line for line in lines if len(line) > min(width, 80) and line not in examples] == []
    assert [line for line in examples if len(line) > 80] == []


@pytest.mark.parametrize("status", [*Status, *RouteStatus, *ChoiceStatus, *FloorStatus, *FloorEffect])
def test_every_word_for_a_status_is_explained(status: str) -> None:
    explained = {term.name for term in load_terms()}
    # "Onbekend" and "geen" say in ordinary Dutch what they mean.
    assert status in ("onbekend", "geen") or status.replace("_", " ") in explained
