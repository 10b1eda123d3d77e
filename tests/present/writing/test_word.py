"""Word files: our template, a municipality's own, and templates that want more than they may."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from tests.present.writing.texts import text_of
from verordening.present.writing.motivation import KEYS
from verordening.present.writing.word import TemplateError, UnknownPlaceholderError, render_word
from verordening.present.writing.word_template import start_template
from verordening.present.writing.written import Line, Paragraph, Part, Written

TEXT = Written(
    "motivering",
    "Motivering",
    ("Zaak",),
    (
        Part("medewerker", "Voor u", (Paragraph(Line("Lees na.")),), aside=True),
        Part("besluit", "Wat wij besluiten", (Paragraph(Line("Geen verlaging.")),)),
    ),
    "2026-03-01",
)


def template(*paragraphs: str) -> bytes:
    made = docx.Document()
    for each in paragraphs:
        made.add_paragraph(each)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def paragraphs_of(made: bytes) -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(made)).paragraphs]


def test_our_own_template_holds_the_whole_text() -> None:
    text = text_of("motivering", "verrekening")
    made = docx.Document(io.BytesIO(render_word(text, start_template(), KEYS)))
    said = [each.text for each in made.paragraphs]
    said += [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    for each in text.lines():
        assert each.shown in said
    assert "{" not in "".join(said)
    assert made.core_properties.title == "Motivering van ons besluit"
    assert [
        each.text for each in made.paragraphs if each.style is not None and each.style.name == "Heading 1"
    ] == [part.heading for part in text.parts]


def test_a_municipality_fills_in_the_parts_that_it_wants() -> None:
    own = template("{{ titel }}", "{{ besluit.kop }}", "{{ besluit.tekst }}", "{{ bezwaar.tekst }}")
    # this text has no part on bezwaar: that place stays empty, and nobody stumbles over it
    assert paragraphs_of(render_word(TEXT, own, KEYS)) == [
        "Motivering",
        "Wat wij besluiten",
        "Geen verlaging.",
        "",
    ]


def test_what_is_for_the_caseworker_is_not_among_the_parts_that_are_sent() -> None:
    own = template("{%p for deel in delen %}", "{{ deel.tekst }}", "{%p endfor %}")
    assert paragraphs_of(render_word(TEXT, own, KEYS)) == ["Geen verlaging."]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("{{ naam_inwoner }}", "naam_inwoner"),
        ("{{ besluit.tekts }}", "tekts"),
        ("{{ delen.eerste }}", "eerste"),
    ],
)
def test_a_name_that_is_not_there_is_named(asked: str, name: str) -> None:
    with pytest.raises(UnknownPlaceholderError) as found:
        render_word(TEXT, template(asked), KEYS)
    assert found.value.names == (name,)


@pytest.mark.parametrize(
    "wanted",
    [
        "{{ titel.__class__.__mro__ }}",
        "{{ titel.upper() }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' * 999999999 }}",
        "{{ titel | center(999999999) }}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% macro m() %}{{ m() }}{% endmacro %}",
        "{% for a in delen %}{% for b in delen %}{% for c in delen %}{% for d in delen %}x{% endfor %}{% endfor %}"
        "{% endfor %}{% endfor %}",
        "{{ titel",
        "{% if titel %}",
    ],
)
def test_a_template_only_fills_in_and_repeats(wanted: str) -> None:
    with pytest.raises((TemplateError, UnknownPlaceholderError)):
        render_word(TEXT, template(wanted), KEYS)


@pytest.mark.parametrize("data", [b"", b"geen zip", b"PK\x03\x04kapot"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(TemplateError):
        render_word(TEXT, data, KEYS)


def test_an_archive_that_swells_is_not_opened() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 61_000_000)
    assert len(file.getvalue()) < 1_000_000
    with pytest.raises(TemplateError, match="te groot"):
        render_word(TEXT, file.getvalue(), KEYS)


def test_braces_without_end_are_refused_before_anybody_looks_for_their_end() -> None:
    with pytest.raises(TemplateError, match="te veel accolades"):
        render_word(TEXT, template("{{ " * 20_000), KEYS)
    with pytest.raises(TemplateError):
        render_word(TEXT, template("{{ " * 400), KEYS)


def test_another_archive_is_no_word_file() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("brief.txt", "Hallo")
    with pytest.raises(TemplateError):
        render_word(TEXT, file.getvalue(), KEYS)


def test_words_of_a_person_stay_words() -> None:
    nasty = "<w:br/> & {{ 7*7 }} {% if %} </w:t>"
    text = TEXT._replace(parts=(Part("besluit", "Kop", (Paragraph(Line(nasty)),)),))
    assert paragraphs_of(render_word(text, template("{{ besluit.tekst }}"), KEYS)) == [nasty]


def test_the_same_text_gives_the_same_file() -> None:
    assert render_word(TEXT, start_template(), KEYS) == render_word(TEXT, start_template(), KEYS)
