"""A chart on a page: no script, nothing from elsewhere, the same every day, and told to who does not see it."""

from __future__ import annotations

import re

import pytest

from verordening.present.writing.html import render_html
from verordening.present.writing.written import Bar, Chart, Table, Tone, Written, part

CHART = Chart(
    ("Alleenstaande", "Wie <10 euro> & meer krijgt"),
    (
        (Bar(1_000, "€ 10 erbij", Tone.MORE), Bar(0, "afgeschermd eraf", Tone.LESS)),
        (Bar(0, "€ 0 erbij", Tone.MORE), Bar(500, "€ 5 eraf", Tone.LESS)),
    ),
)
TABLE = Table("Per huishouden", ("Huishouden", "Erbij"), (("alleenstaande", "€ 10"),), CHART)


@pytest.fixture(scope="module")
def page() -> str:
    return render_html(Written("effecten", "Titel", (), part("a", "A", (TABLE,)), "2026-03-01"))


def test_a_drawing_stands_before_its_table_and_says_so(page: str) -> None:
    drawing, table = page.index("<svg"), page.index("<table")
    assert page.index("<figcaption>Per huishouden</figcaption>") < drawing < table
    labelled = re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', page)
    assert labelled is not None
    title, text = labelled.groups()
    assert f'<title id="{title}">Per huishouden</title>' in page
    assert f'<desc id="{text}">Staven. De tabel hierna zegt hetzelfde in getallen.</desc>' in page


def test_each_bar_says_in_words_what_its_colour_says(page: str) -> None:
    drawing = page[page.index("<svg") : page.index("</svg>")]
    said = re.findall(r"<text[^>]*>([^<]*)</text>", drawing)
    for words in ("€ 10 erbij", "afgeschermd eraf", "€ 0 erbij", "€ 5 eraf", "Alleenstaande"):
        assert words in said
    assert "Wie &lt;10 euro&gt; &amp; meer krijgt" in said
    assert re.findall(r'class="(more|less)"', drawing) == ["less", "less", "more", "more"]


def test_nothing_runs_nothing_is_fetched_and_no_day_is_told(page: str) -> None:
    assert not re.search(r"<script|<style[^>]*>[^<]*@import|\son\w+=|<!--", page)
    assert not re.search(r"(?:href|src)=|url\(|https?:", page)
    drawing = page[page.index("<svg") : page.index("</svg>")]
    assert "style=" not in drawing.replace('style="opacity: 0"', "")


def test_the_same_chart_is_the_same_drawing(page: str) -> None:
    again = render_html(Written("effecten", "Titel", (), part("a", "A", (TABLE,)), "2026-03-01"))
    assert again == page
