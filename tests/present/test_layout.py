"""Wrapping and layout: where lines break, and what stands where."""

import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.present.cases import tree
from verordening.evaluate.outcome import TreeNode
from verordening.present import wrapping
from verordening.present.document import Document, Item, Section
from verordening.present.dutch import after_colon, counted, joined, sentence
from verordening.present.layout import lay_out
from verordening.present.screen_reader import read_out
from verordening.present.tree_text import read_tree, render_tree
from verordening.present.wrapping import display_width, wrap


def test_signs_of_one_column_are_so_without_looking_them_up() -> None:
    below = range(0x20, ord(wrapping._FIRST_COMBINING))
    for sign in map(
        chr, (*below, *(one for low, high in wrapping._NARROW for one in range(ord(low), ord(high) + 1)))
    ):
        assert not unicodedata.combining(sign)
        assert unicodedata.east_asian_width(sign) not in ("W", "F")


TOGETHER = re.compile(
    r"(?<=[^\W\d_]{3}) (?=\d)|(?<=\bRv) (?=\d)|(?<=€) (?=\d)|(?<=\d) (?=(?:maand|maanden|jaar|maart)\b)"
    r"|(?<=\btot) (?=en met\b)|(?<=\btot en) (?=met\b)|(?<=\bonder) (?=[a-z]\b)| (?=·)"
)
"""What belongs together, once more: as a pattern."""
TO_TYPE = re.compile(r"`(?:\w+: |--)[^`\n]{1,60}`")
PIECES = (
    "artikel",
    "5",
    "€",
    "70,08",
    "1",
    "maand",
    "maanden.",
    "jaarlid",
    "Rv",
    "aRv",
    "tot",
    "en",
    "met",
    "metje",
)
MORE = (
    "onder",
    "wonder",
    "a",
    "a,",
    "ab",
    "·",
    "",
    "`",
    "`toets:",
    "toets`",
    "`--alles",
    "x`",
    "_tot",
    "art_",
    "mrt²",
)


@given(st.lists(st.sampled_from(PIECES + MORE), max_size=12).map(" ".join))
def test_what_belongs_together_stays_together(text: str) -> None:
    typed = TO_TYPE.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), text)
    assert wrapping._to_type_glued(text) == typed
    assert wrapping._glued(text) == TOGETHER.sub("\N{NO-BREAK SPACE}", text).split(" ")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("een twee drie", 8, ["een twee", "drie"]),
        ("", 8, [""]),
        ("  een   twee ", 20, ["een twee"]),
        ("het is € 70,08", 10, ["het is", "€ 70,08"]),
        ("volgens artikel 6 lid 1", 15, ["volgens", "artikel 6 lid 1"]),
        ("van 0% tot en met 5%", 15, ["van 0%", "tot en met 5%"]),
        ("op 1 maart 2026", 12, ["op", "1 maart 2026"]),
        ("artikel 6 onder a", 12, ["artikel 6", "onder a"]),
        ("tot en met 1000000", 8, ["tot en", "met", "1000000"]),
        ("beslagvrijevoet nu", 5, ["beslagvrijevoet", "nu"]),
    ],
)
def test_lines_break_between_words_that_may_part(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_the_first_line_may_be_shorter() -> None:
    assert wrap("een twee drie vier", 14, first=4) == ["een", "twee drie vier"]


def test_wide_and_combining_characters_take_their_columns() -> None:
    assert display_width("你好") == 4
    assert display_width("e\u0301") == 1
    assert display_width("€ 5") == 3


YES = Item("dan dit", lead="ja", branch=True)
NO = Item("dan dat", lead="nee", branch=True)
PAPER = Document(
    title="Titel",
    subtitle="",
    answer=("Het antwoord.",),
    sections=(
        Section(
            "KOP",
            (
                Item(
                    "wat geldt",
                    margin="officieel",
                    margin_word="herkomst",
                    inside=(Item("een feit", lead="omdat"),),
                ),
                Item("dit mag", sign="✓"),
            ),
            spoken="Koptekst",
        ),
        Section(question="Een vraag?", lead=("Dat hangt ervan af:",)),
        Section(items=(Item("Is het zo?", sign="?", inside=(YES, NO)),), apart=True),
    ),
    closing=("Slot.",),
)


def test_a_wide_page_has_columns() -> None:
    assert lay_out(PAPER, 64) == (
        "Titel\n"
        "\n"
        "  Het antwoord.\n"
        "\n"
        "  KOP            wat geldt                             officieel\n"
        "                 omdat  een feit\n"
        "               ✓ dit mag\n"
        "\n"
        "Een vraag?\n"
        "\n"
        "  Dat hangt ervan af:\n"
        "\n"
        "  ? Is het zo?\n"
        "    ├ ja  → dan dit\n"
        "    └ nee → dan dat\n"
        "\n"
        "  Slot.\n"
    )


def test_a_narrow_page_has_headings_above_and_margins_below() -> None:
    assert lay_out(PAPER, 30).splitlines()[4:9] == [
        "  KOP",
        "    wat geldt",
        "    (officieel)",
        "    omdat: een feit",
        "  ✓ dit mag",
    ]


def test_a_page_read_aloud_has_one_statement_a_line() -> None:
    assert read_out(PAPER) == (
        "Titel.\n"
        "Het antwoord.\n"
        "Koptekst: wat geldt, herkomst officieel.\n"
        "Omdat: een feit.\n"
        "Koptekst: dit mag.\n"
        "Een vraag?\n"
        "Dat hangt ervan af:\n"
        "Is het zo?\n"
        "Is het antwoord ja: dan dit.\n"
        "Is het antwoord nee: dan dat.\n"
        "Slot.\n"
    )


def test_a_tree_is_drawn() -> None:
    assert render_tree(tree()) == (
        "verlaging: 5%\n"
        "├── artikel 6 lid 1 onder a: waar  [amsterdam/maatregelen.vrd:31]\n"
        "│   └── gedraging = te laat geregistreerd: waar\n"
        "├── artikel 6 lid 2: niet waar  [amsterdam/maatregelen.vrd:36]\n"
        "└── Participatiewet 18 lid 10: onbekend  [landelijk/pw.vrd:210]\n"
    )


def test_a_line_of_a_tree_goes_on_beside_its_branches_and_keeps_an_amount_together() -> None:
    leaf = TreeNode("de norm van een alleenstaande", "€ 1.401,50", "pw.vrd:12", ())
    other = TreeNode("een andere regel", "niet waar", "", ())
    assert render_tree(TreeNode("besluit", "", "", (TreeNode("regel", "waar", "", (leaf,)), other)), 34) == (
        "besluit\n"
        "├── regel: waar\n"
        "│   └── de norm van een\n"
        "│       alleenstaande: € 1.401,50\n"
        "│       [pw.vrd:12]\n"
        "└── een andere regel: niet waar\n"
    )


def test_however_deep_a_branch_is_its_words_stay_whole() -> None:
    node = TreeNode("peildatum", "1 maart 2026", "participatiewet.vrd:1527", ())
    for _ in range(9):
        node = TreeNode("een", "", "", (node,))
    deepest = " " * 32 + "└── "
    assert render_tree(node, 40).splitlines()[-3:] == [
        deepest + "peildatum:",
        " " * 36 + "1 maart 2026",
        " " * 36 + "[participatiewet.vrd:1527]",
    ]


def test_a_tree_is_read_as_steps() -> None:
    assert read_tree(tree()) == (
        "Verlaging: 5%.\n"
        "Stap 1: artikel 6 lid 1 onder a: waar, in amsterdam/maatregelen.vrd regel 31.\n"
        "Stap 1.1: gedraging is te laat geregistreerd: waar.\n"
        "Stap 2: artikel 6 lid 2: niet waar, in amsterdam/maatregelen.vrd regel 36.\n"
        "Stap 3: Participatiewet 18 lid 10: onbekend, in landelijk/pw.vrd regel 210.\n"
    )


def test_small_turns_of_dutch() -> None:
    assert joined(["a", "b", "c"]) == "a, b en c"
    assert joined(["a", "a"]) == "a"
    assert joined([]) == ""
    assert joined(["0%", "5%"], "of") == "0% of 5%"
    assert counted(1, "vraag", "vragen") == "één vraag"
    assert counted(2, "vraag", "vragen") == "twee vragen"
    assert counted(20, "vraag", "vragen") == "20 vragen"
    assert sentence("dit geldt") == "Dit geldt."
    assert sentence("wat nu?") == "Wat nu?"
    assert sentence("één vraag") == "Eén vraag."
    assert after_colon("De bijstand") == "de bijstand"
    assert after_colon("Participatiewet 18") == "Participatiewet 18"


def test_a_text_answer_loads_nothing_heavy() -> None:
    code = "import sys; import verordening.present.text; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {"json", "lark", "pydantic", "rich", "textwrap", "typing_extensions", "yaml", "z3"}
    assert heavy.isdisjoint(loaded)
