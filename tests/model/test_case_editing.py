"""Answers written into a case: what was there, comments too, stays as its author wrote it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.language.source import Source
from verordening.model.case_editing import Written, with_value, without_value
from verordening.model.yaml_reading import Mapping, Node, Scalar, Sequence, parse_yaml

CASE = """\
# Waar de zaak over gaat.

casus: Te laat gemeld
gemeente: amsterdam
peildatum: 2026-03-01      # de dag van het besluit
besluiten: [verlaging]

gegevens:
  # uit het dossier
  gedraging: te_laat  # vastgesteld op 16 februari
  leeftijd: 29 jaar

oordelen:
  verwijtbaarheid: {oordeel: aanwezig, motivering: Wist van de plicht.}

verwacht:
  besluiten: {verlaging: {status: open}}
"""


def test_a_new_fact_comes_below_the_others() -> None:
    old = "  leeftijd: 29 jaar\n"
    assert with_value(CASE, ("gegevens", "volgt_opleiding"), "ja") == CASE.replace(
        old, f"{old}  volgt_opleiding: ja\n"
    )


def test_a_changed_fact_keeps_the_comment_beside_it() -> None:
    assert with_value(CASE, ("gegevens", "gedraging"), "geen") == CASE.replace(
        "gedraging: te_laat  #", "gedraging: geen  #"
    )


def test_a_new_section_stands_where_one_writes_it() -> None:
    old = "motivering: Wist van de plicht.}\n\n"
    new = f"{old}gesprek:\n  gevolgen:\n    nu:\n      inwoner: 'Minder geld: € 70.'\n\n"
    assert with_value(CASE, ("gesprek", "gevolgen", "nu", "inwoner"), "Minder geld: € 70.") == CASE.replace(
        old, new
    )


def test_what_stands_between_braces_is_written_below_each_other() -> None:
    old = "  verwijtbaarheid: {oordeel: aanwezig, motivering: Wist van de plicht.}\n"
    new = "  verwijtbaarheid:\n    oordeel: geen\n    motivering: Wist van de plicht.\n"
    assert with_value(CASE, ("oordelen", "verwijtbaarheid", "oordeel"), "geen") == CASE.replace(old, new)


def test_a_list_of_texts() -> None:
    text = with_value("casus: x\n", ("gesprek", "argumenten", "voor"), ["Er zijn kinderen.", "Hij werkt."])
    assert text == (
        "casus: x\n\ngesprek:\n  argumenten:\n    voor:\n      - Er zijn kinderen.\n      - Hij werkt.\n"
    )


def test_a_list_of_things_with_fields() -> None:
    children = [{"leeftijd": "3 jaar", "thuiswonend": "ja"}, {"leeftijd": "5 jaar"}]
    assert with_value("casus: x\n", ("gegevens", "kinderen"), children) == (
        "casus: x\n\ngegevens:\n  kinderen:\n"
        "    - leeftijd: 3 jaar\n      thuiswonend: ja\n    - leeftijd: 5 jaar\n"
    )


def test_a_text_over_several_lines_gives_way_as_a_whole() -> None:
    text = "gesprek:\n  inwoner: >\n    Ik wil\n    werken.\n\n  medewerker: Rust.  # kort\n"
    assert with_value(text, ("gesprek", "inwoner"), "Ik wil leren.") == (
        "gesprek:\n  inwoner: Ik wil leren.\n\n  medewerker: Rust.  # kort\n"
    )


def test_what_is_taken_out_leaves_no_empty_section() -> None:
    text = "casus: x  # y\ngesprek:\n  argumenten: {voor: [a]}\n"
    assert without_value(text, ("gesprek", "argumenten", "voor")) == "casus: x  # y\n"
    assert without_value(CASE, ("gegevens", "leeftijd")) == CASE.replace("  leeftijd: 29 jaar\n", "")
    assert without_value(CASE, ("gesprek", "inwoner")) == CASE


def test_a_case_between_braces_is_written_anew() -> None:
    text = "{casus: x, gegevens: {a: 1}}\n"
    assert with_value(text, ("gegevens", "b"), "ja") == "casus: x\ngegevens:\n  a: 1\n  b: ja\n"
    assert without_value(text, ("gegevens", "a")) == "casus: x\n"


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "",
        "#",
        "a: b",
        "a #b",
        "'",
        '"',
        "~",
        "a:",
        "[a]",
        " a ",
        "€ 5",
        "*x",
        "&x",
        "!x",
        "%x",
        "?",
        "@",
    ],
)
def test_whatever_the_answer_looks_like_it_is_read_back(text: str) -> None:
    assert data(parse_yaml(Source("c", with_value(CASE, ("gegevens", "x"), text))).root.get("gegevens")) == {
        "gedraging": "te_laat",
        "leeftijd": "29 jaar",
        "x": text,
    }


NAMES = st.sampled_from(["casus", "gegevens", "oordelen", "gesprek", "nu", "a"])
TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=8).map(
    lambda text: " ".join(text.split())
)
VALUES: st.SearchStrategy[Written] = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(TEXTS, min_size=1, max_size=2), st.dictionaries(NAMES, inner, min_size=1, max_size=3)
    ),
    max_leaves=5,
)
STEPS = st.lists(st.tuples(st.lists(NAMES, min_size=1, max_size=3), VALUES), min_size=1, max_size=4)


@given(STEPS)
def test_what_is_written_is_there_and_what_is_taken_out_is_not(
    steps: list[tuple[list[str], Written]],
) -> None:
    text = "peildatum: 2026-03-01  # blijft\n"
    for path, value in steps:
        text = with_value(text, path, value)
        assert at(text, path) == value
    assert "# blijft" in text
    for path, _ in steps:
        text = without_value(text, path)
        assert at(text, path) is None
    assert text == "peildatum: 2026-03-01  # blijft\n"


def at(text: str, path: list[str]) -> object:
    found = data(parse_yaml(Source("c", text)).root)
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def data(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key.text: data(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [data(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


# ------------------------------------------------ an item of a list

ACTS = """\
casus: Twee
gedragingen:
  # de eerste brief
  - gegevens:
      gedraging: te_laat   # op 16 februari
    oordelen:
      verwijtbaarheid: {oordeel: aanwezig, motivering: Wist het.}
  - gegevens: {gedraging: werk_geweigerd}
"""


def test_an_answer_about_one_of_several_stands_with_that_one() -> None:
    old = "      verwijtbaarheid: {oordeel: aanwezig, motivering: Wist het.}\n"
    new = f"{old}      dringend: ja\n"
    assert with_value(ACTS, ("gedragingen", "0", "oordelen", "dringend"), "ja") == ACTS.replace(old, new)
    changed = with_value(ACTS, ("gedragingen", "0", "gegevens", "gedraging"), "geen")
    assert changed == ACTS.replace("gedraging: te_laat   #", "gedraging: geen   #")


def test_a_new_part_of_one_of_several_comes_under_it() -> None:
    old = "  - gegevens: {gedraging: werk_geweigerd}\n"
    new = f"{old}    keuze:\n      afwijken: nee\n"
    assert with_value(ACTS, ("gedragingen", "1", "keuze", "afwijken"), "nee") == ACTS.replace(old, new)


def test_what_stands_between_braces_behind_a_dash_keeps_the_dash() -> None:
    new = "  - gegevens:\n      gedraging: werk_geweigerd\n      contractduur: 3 maanden\n"
    changed = with_value(ACTS, ("gedragingen", "1", "gegevens", "contractduur"), "3 maanden")
    assert changed == ACTS.replace("  - gegevens: {gedraging: werk_geweigerd}\n", new)


def test_what_is_taken_from_one_of_several_leaves_the_others_their_place() -> None:
    assert without_value(ACTS, ("gedragingen", "0", "oordelen", "verwijtbaarheid")) == ACTS.replace(
        "    oordelen:\n      verwijtbaarheid: {oordeel: aanwezig, motivering: Wist het.}\n", ""
    )
    emptied = parse_yaml(Source("casus", without_value(ACTS, ("gedragingen", "1", "gegevens", "gedraging"))))
    acts = emptied.root.get("gedragingen")
    assert isinstance(acts, Sequence)
    assert len(acts.items) == 2
