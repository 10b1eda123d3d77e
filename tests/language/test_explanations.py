"""The form of a page, and what is refused so that every page can be shown in every layout."""

from __future__ import annotations

import pytest

from verordening.language.codes import CODES, GROUPS, group_of
from verordening.language.explanations import (
    Example,
    PageError,
    Paragraph,
    code_named,
    load_terms,
    parse_explanation,
    parse_terms,
)

PAGE = """\
# VRD204 Een waarde is van een andere soort of eenheid

De waarde is van een andere soort
dan wat ervoor staat.

## Waarom dit uitmaakt

Geld.

## Fout

```bepaling
# een kop is hier gewone tekst
artikel 1
```

## Goed

```casus
gemeente: amsterdam
```

## Wat u doet

- Kijk het na,
  en schrijf het op.
- Vraag het.
"""


def test_a_page() -> None:
    page = parse_explanation("VRD204", PAGE)
    assert (page.code, page.title) == ("VRD204", CODES["VRD204"])
    assert page.meaning == (Paragraph("De waarde is van een andere soort dan wat ervoor staat."),)
    assert page.why == (Paragraph("Geld."),)
    assert page.wrong == Example("bepaling", "# een kop is hier gewone tekst\nartikel 1\n")
    assert page.right == Example("casus", "gemeente: amsterdam\n")
    assert page.remedy == (
        Paragraph("Kijk het na, en schrijf het op.", point=True),
        Paragraph("Vraag het.", point=True),
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("# VRD204 Een", "# VRD204 De", "the first line is not"),
        ("## Goed", "## Beter", "the headings are"),
        ("## Waarom dit uitmaakt\n\nGeld.\n\n", "", "the headings are"),
        ("Geld.", "", "nothing is said"),
        ("Geld.", "> Geld.", "no lines such as '> Geld.'"),
        ("Geld.", "### Geld", "no lines such as '### Geld'"),
        ("Geld.", "  Geld.", "indented under nothing"),
        ("Geld.", "```casus\ngemeente: amsterdam\n```", "an example stands outside"),
        ("```casus\n", "```yaml\n", "an example is one of"),
        ("```casus\ngemeente: amsterdam\n```", "Zo.", "one example each"),
        ("```casus\n", "Zo:\n\n```casus\n", "one example each"),
        ("- Kijk", "```casus\n- Kijk", "not closed"),
    ],
)
def test_what_does_not_keep_to_the_form(old: str, new: str, said: str) -> None:
    assert old in PAGE
    with pytest.raises(PageError, match=said):
        parse_explanation("VRD204", PAGE.replace(old, new))


def test_words() -> None:
    text = "# Woorden\n\n## Besluiten\n\n### open\n\nNog niet bekend.\n\n### mag niet\n\n- Dicht.\n"
    assert [(term.name, term.group, term.meaning[0].text) for term in parse_terms(text)] == [
        ("open", "Besluiten", "Nog niet bekend."),
        ("mag niet", "Besluiten", "Dicht."),
    ]
    with pytest.raises(PageError, match="text that stands under no word"):
        parse_terms("## Besluiten\n\nZomaar tekst.\n\n### open\n\nNog niet bekend.\n")


def test_a_word_is_explained_once() -> None:
    names = [term.name for term in load_terms()]
    assert names
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "typed", ["VRD020", "vrd020", "020", "20", " Vrd20 ", "[VRD020]", "vrd 20", "VRD-020"]
)
def test_a_code_as_people_type_it(typed: str) -> None:
    assert code_named(typed) == "VRD020"


@pytest.mark.parametrize("typed", ["", "VRD", "VRD214", "VRD2040", "voorbehoud", "20 jaar"])
def test_what_is_no_code(typed: str) -> None:
    assert code_named(typed) == ""


def test_every_code_belongs_to_a_group_and_every_group_has_codes() -> None:
    assert {group_of(code) for code in CODES} == set(GROUPS.values())
    assert group_of("VRD015") == "Bestanden en mappen"
    assert group_of("VRD031") == "De indeling van een casus (YAML)"
    with pytest.raises(KeyError):
        group_of("VRD999")
