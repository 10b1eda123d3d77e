"""The reading level of standard texts: short sentences, no officialese, and words of the law explained."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pytest

from tests.present.writing.texts import part_named, text_of
from verordening.model.plain_words import (
    LONGEST,
    length,
    quoted,
    sentences_in,
    to_avoid,
    to_explain,
    words,
)
from verordening.present.writing import sentences

PACKAGE = Path(__file__).parents[3] / "verordening"
PAGES = sorted((PACKAGE.parent / "docs" / "handleiding").glob("*.md"))
AVERAGE = 15
SAID = re.compile(
    r'^\s*(?:vraag|uitkomstzin|ondergrens \w+|motiveer \w+|gemotiveerd worden \w+)\s+"([^"]+)"', re.MULTILINE
)


def standard_sentences() -> list[str]:
    """Every sentence of `sentences` that ends as one; headings are none."""
    texts = [text for name, text in vars(sentences).items() if name.isupper() and isinstance(text, str)]
    return [each for text in texts for each in sentences_in(text) if each[-1] in ".?"]


def of_the_regulations() -> list[str]:
    """What regulations ask and say to people: questions, outcomes in a sentence, floors, reasons to write down."""
    texts = (
        path.read_text(encoding="utf-8") for path in sorted((PACKAGE.parent / "ordinances").rglob("*.vrd"))
    )
    found = dict.fromkeys(text for each in texts for text in SAID.findall(each))
    return [each for text in found for each in sentences_in(text)]


def test_the_standard_sentences_are_short() -> None:
    lengths = [length(each) for each in standard_sentences()]
    assert len(lengths) > 100
    assert mean(lengths) <= AVERAGE
    assert max(lengths) <= LONGEST


def test_what_the_regulations_ask_is_short() -> None:
    lengths = [length(each) for each in of_the_regulations()]
    assert len(lengths) > 500
    assert mean(lengths) <= AVERAGE
    assert max(lengths) <= LONGEST


def test_no_text_for_a_resident_has_a_word_to_avoid() -> None:
    found = {each: to_avoid(each) for each in (*standard_sentences(), *of_the_regulations())}
    assert {text: words_ for text, words_ in found.items() if words_} == {}


@pytest.mark.parametrize("room", ["present", "cli"])
def test_no_screen_has_a_word_to_avoid(room: str) -> None:
    found = {
        f"{path.name}:{line}": to_avoid(text)
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for line, text in strings_in(path)
    }
    assert found
    assert {place: words_ for place, words_ in found.items() if words_} == {}


def strings_in(path: Path) -> Iterator[tuple[int, str]]:
    """The texts in a module that are more than one word, without docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    loose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in loose:
            continue
        if " " in node.value:
            yield node.lineno, node.value


def test_no_standard_sentence_stands_idle() -> None:
    makers = (path.read_text(encoding="utf-8") for path in (PACKAGE / "present" / "writing").glob("*.py"))
    used = set(re.findall(r"\bs\.([A-Z_]+)\b", "\n".join(makers)))
    assert {name for name in vars(sentences) if name.isupper()} == used


def test_each_explanation_is_plain_itself() -> None:
    for term in words().terms:
        assert to_avoid(term.meaning) == ()
        assert max(map(length, sentences_in(term.meaning))) <= AVERAGE


def test_a_term_of_the_law_is_explained_where_it_is_used() -> None:
    explained = part_named(text_of("samenvatting", "verrekening"), "woorden")
    assert "Inhouding: Het bedrag dat wij elke maand van uw bijstand afhouden." in explained
    assert not any(each.startswith("Boete") for each in explained)


def test_terms_in_what_a_person_said_need_no_explanation() -> None:
    assert to_explain(["Hij zei: “dat is een boete”."]) == ()
    assert [each.name for each in to_explain(["De boete is 50%."])] == ["boete"]


def test_a_caseworker_hears_which_own_words_are_hard() -> None:
    assert to_avoid("Derhalve wordt, indien mogelijk, betaald.") == (
        ("derhalve", "daarom"),
        ("indien", "als"),
    )
    # a word inside another is another word
    assert to_avoid("De klantmanager belde.") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dit is één zin. Dit ook!", 2),
        ("Het bedrag is € 1.401,50 per maand.", 1),
        ("Zie artikel 6:7. Daar staat het.", 2),
        ("Mag dit? Ja: dat mag.", 2),
    ],
)
def test_sentences_are_counted(text: str, found: int) -> None:
    assert len(list(sentences_in(text))) == found


def test_words_are_counted_as_people_count_them() -> None:
    assert length("De bijstand wordt 5% lager: € 70,08 van € 1.401,50.") == 10


def test_quotes_are_found() -> None:
    assert list(quoted("Zij zei: “ja”. Hij: “nee”.")) == ["ja", "nee"]
