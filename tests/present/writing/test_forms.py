"""The forms of a text: HTML that can be read aloud, PDF/UA, Markdown. A person's words are only ever words."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from functools import cache
from html.parser import HTMLParser

import pytest

from tests.present.writing.pango import need_pango
from tests.present.writing.texts import TALK, text_of
from verordening.present.writing.html import render_html
from verordening.present.writing.markdown import render_markdown
from verordening.present.writing.pdf import TooLongError, render_pdf
from verordening.present.writing.spoken import read_written
from verordening.present.writing.written import Line, Paragraph, Part, Points, Table, Written, to_give

NASTY = '<script>alert("x")</script> & # *b* [l](http://x) {{ 7*7 }} | `c`'


def written(*blocks: Paragraph | Points | Table) -> Written:
    return Written("motivering", "Titel & meer", ("Zaak",), (Part("besluit", "Kop", blocks),), "2026-03-01")


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def names(self) -> list[str]:
        return [tag for tag, _ in self.tags]


def test_a_page_is_dutch_has_one_title_and_headings_in_order() -> None:
    page = _Page(render_html(text_of("motivering", "garage-huizen")))
    assert dict(page.tags)["html"] == {"lang": "nl"}
    headings = [tag for tag in page.names() if re.fullmatch(r"h\d", tag)]
    assert headings[0] == "h1"
    assert set(headings[1:]) == {"h2"}
    assert [attrs["scope"] for tag, attrs in page.tags if tag == "th"] == ["col"] * page.names().count("th")
    assert page.names().count("caption") == page.names().count("table") > 0


def test_a_page_fetches_and_runs_nothing() -> None:
    page = _Page(render_html(text_of("motivering", "garage-huizen")))
    assert {"script", "img", "link", "iframe"}.isdisjoint(page.names())
    assert all("src" not in attrs for _, attrs in page.tags)


def test_every_section_is_named_by_its_heading() -> None:
    page = _Page(render_html(text_of("samenvatting", "verrekening")))
    ids = [attrs["id"] for tag, attrs in page.tags if tag == "h2"]
    assert [attrs["aria-labelledby"] for tag, attrs in page.tags if tag == "section"] == ids


def test_a_link_says_where_it_leads() -> None:
    page = render_html(text_of("motivering", "verrekening"))
    assert ">bron<" not in page
    assert (
        'CVDR736729/1">Beleidsregels Participatiewet, IOAW, IOAZ en Bbz 2025 artikel 4.1 onder a</a>' in page
    )


def test_words_of_a_person_stay_words() -> None:
    text = written(Paragraph(Line(NASTY)), Table("T", ("A", "B"), ((NASTY, "x"),)))
    assert _Page(render_html(text)).names().count("script") == 0
    marked = render_markdown(text)
    assert "\\<script\\>" in marked
    assert "\\*b\\*" in marked
    assert "\\[l\\]" in marked
    (row,) = [line for line in marked.splitlines() if line.startswith("| \\<")]
    assert row.count(" | ") == 1


@pytest.mark.parametrize(
    ("text", "marked"), [("- x", "\\- x"), ("1. x", "1\\. x"), ("# x", "\\# x"), ("+ x", "\\+ x")]
)
def test_a_statement_that_looks_like_markdown_is_none(text: str, marked: str) -> None:
    assert render_markdown(written(Paragraph(Line(text)))).splitlines()[-1] == marked


def test_an_open_place_is_seen_in_every_form() -> None:
    text = written(Paragraph(to_give("Waarom is dit zo?")))
    assert '<strong class="gap">[nog in te vullen: waarom is dit zo?]</strong>' in render_html(text)
    assert "**\\[nog in te vullen: waarom is dit zo?\\]**" in render_markdown(text)
    assert "[nog in te vullen: waarom is dit zo?]" in read_written(text)


def test_read_aloud_a_table_says_what_each_cell_is() -> None:
    text = written(Table("Gegevens", ("Wat", "Volgens ons"), (("Leeftijd", "29 jaar"),)))
    assert "Wat Leeftijd, Volgens ons 29 jaar." in read_written(text).splitlines()


# ------------------------------------------------ PDF


def unpacked(made: bytes) -> bytes:
    """A PDF with what is compressed in it laid open."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL)
    return made + b"\n".join(zlib.decompressobj().decompress(each) for each in packed if each[:1] == b"x")


@cache
def motivation_as_pdf() -> bytes:
    """One for two tests: making it is what takes time."""
    need_pango()
    return unpacked(render_pdf(text_of("motivering", "te-laat-dringende-redenen-keuze")))


def test_a_pdf_is_tagged_and_says_its_title_and_language() -> None:
    made = motivation_as_pdf()
    for wanted in (
        b"/Marked true",
        b"/StructTreeRoot",
        b"/Lang (nl)",
        b"/DisplayDocTitle true",
        b'pdfuaid:part="1"',
    ):
        assert wanted in made
    assert b"/Title (Motivering van ons besluit)" in made


def test_a_pdf_can_be_read_without_eyes() -> None:
    """What PDF/UA-1 asks of a text like this: headings, lists and tables as such, links in words, an order of reading.

    Pictures, which would need an alternative text, it has none of.
    """
    made, text = motivation_as_pdf(), text_of("motivering", "te-laat-dringende-redenen-keuze")
    tags = Counter(re.findall(rb"/S /(\w+)", made))
    blocks = [block for part in text.parts for block in part.blocks]
    tables = [each for each in blocks if isinstance(each, Table)]
    assert (tags[b"H1"], tags[b"H2"]) == (1, len(text.parts))
    assert tags[b"LI"] == sum(len(each.lines) for each in blocks if isinstance(each, Points))
    assert tags[b"TH"] >= sum(len(each.heads) for each in tables) > 0
    assert tags[b"TD"] == made.count(b"/Headers") == sum(len(row) for each in tables for row in each.rows)
    links = made.count(b"/Subtype /Link")
    assert links == made.count(b"/Contents (https://") == tags[b"Link"] > 0
    pages = len(re.findall(rb"/Type /Page\b", made))
    assert made.count(b"/Tabs /S") == pages > 1
    assert made.count(b"/FontFile2") == made.count(b"/ToUnicode") > 0
    assert b"/Subtype /Image" not in made


def test_the_same_text_gives_the_same_pdf() -> None:
    need_pango()
    text = text_of("samenvatting", "te-laat-niet-afwijken")
    assert render_pdf(text) == render_pdf(text)


def test_a_case_sheet_is_one_page() -> None:
    need_pango()
    made = unpacked(
        render_pdf(text_of("casusblad", "te-laat-dringende-redenen-keuze", talk=TALK), one_page=True)
    )
    assert len(re.findall(rb"/Type /Page\b", made)) == 1


def test_a_sheet_that_cannot_be_read_on_one_page_is_refused() -> None:
    need_pango()
    with pytest.raises(TooLongError):
        render_pdf(written(*(Paragraph(Line("Dit is een zin.")) for _ in range(150))), one_page=True)


def test_a_pdf_fetches_nothing() -> None:
    """A picture on a server would say who reads the text; the words of a person cannot make one."""
    need_pango()
    made = unpacked(render_pdf(written(Paragraph(Line('<img src="http://localhost:9/x.png">')))))
    assert b"/Subtype /Image" not in made
