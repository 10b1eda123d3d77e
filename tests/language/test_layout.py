"""The layout itself, written out as a policy officer sees it. What holds of every text: `test_layout_properties`."""

from __future__ import annotations

from pathlib import Path

import pytest

from verordening.language.comments import tidied
from verordening.language.layout import LayoutError, laid_out
from verordening.language.parsing import parse
from verordening.language.source import Source
from verordening.resources import resource_folder

SHIPPED = sorted(resource_folder("ordinances").rglob("*.vrd"))


def layout(text: str) -> str:
    source = Source("x", text)
    file, found = parse(source)
    assert found == ()
    return laid_out(source, file)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_we_ship_is_laid_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert layout(text) == text, "run: verordening opmaak ordinances"


CASES = {
    "keywords stand in a column, long ones beside it": (
        """\
regeling r "R" soort verordening gemeente amsterdam in werking vanaf 1 januari 2015
niet opgenomen artikel 8 "ontbreekt"
artikel 3 "Afzien" lid 3 "x" inhoud "y"
lid 4 in afwijking van lid 3 wegens redenen als a dan kan v = 0% dient maatwerk motiveer waarom "Waarom?"
""",
        """\
regeling r "R"
  soort      verordening
  gemeente   amsterdam
  in werking vanaf 1 januari 2015
  niet opgenomen artikel 8 "ontbreekt"

artikel 3 "Afzien"
  lid 3 "x"
    inhoud "y"
  lid 4
    in afwijking van lid 3 wegens redenen
    als      a
    dan kan  v = 0%
    dient    maatwerk
    motiveer waarom "Waarom?"
""",
    ),
    "what lies in a lid stands further in": (
        """\
artikel 6
lid 1
onderdeel a
inhoud "A."
onderdeel b
inhoud "B."
lid 2
inhoud "Twee."
""",
        """\
artikel 6
  lid 1
    onderdeel a
      inhoud "A."
    onderdeel b
      inhoud "B."
  lid 2
    inhoud "Twee."
""",
    ),
    "a lid with one thing in it shares its line": (
        """\
artikel 6
  lid 1
    onderdeel a
      zin 2
        inhoud "A."
  lid 2
    inhoud "Twee."
""",
        """\
artikel 6
  lid 1 onderdeel a zin 2
    inhoud "A."
  lid 2
    inhoud "Twee."
""",
    ),
    "a long condition breaks before its words, and only as deep as it must": (
        """\
artikel 1
  als verrekent_terugvordering_of_boete
  en (voorgestelde_inhouding <= € 150 per maand of niet uitdrukkelijke_toestemming)
  dan moet inhouding = het kleinste van (voorgestelde_inhouding, € 150 per maand)
""",
        """\
artikel 1
  als      verrekent_terugvordering_of_boete
           en (voorgestelde_inhouding <= € 150 per maand of niet uitdrukkelijke_toestemming)
  dan moet inhouding = het kleinste van (voorgestelde_inhouding, € 150 per maand)
""",
    ),
    "brackets stand where a reader needs them and nowhere else": (
        """\
begrip a = (b) of c en d
begrip e = niet f = 1
begrip g = (h - (i - j)) keer 2 + (k keer 2)
begrip l = niet ((m))
""",
        """\
begrip a = b of (c en d)
begrip e = niet (f = 1)
begrip g = (h - (i - j)) keer 2 + k keer 2
begrip l = niet m
""",
    ),
    "a concept with branches has one on each line": (
        "begrip norm: bedrag = hoog als a; laag als b en c; anders onbekend, afgerond op centen\n",
        """\
begrip norm: bedrag =
    hoog als a;
    laag als b en c;
    anders onbekend,
    afgerond op centen
""",
    ),
    "options with words of their own stand below each other when they do not fit": (
        """\
gegeven g: een van (geen "geen", te_laat "te laat geregistreerd als werkzoekende",
  te_weinig "te weinig gedaan om werk te vinden")
  vraag "Wat?"
gegeven h: een van (eerste_keuze_uit_de_lijst, tweede_keuze_uit_de_lijst, derde_keuze_uit_de_lijst,
  vierde_keuze_uit_de_lijst)
""",
        """\
gegeven g: een van (
    geen,
    te_laat "te laat geregistreerd als werkzoekende",
    te_weinig "te weinig gedaan om werk te vinden")
  vraag "Wat?"
gegeven h: een van (
    eerste_keuze_uit_de_lijst, tweede_keuze_uit_de_lijst, derde_keuze_uit_de_lijst, vierde_keuze_uit_de_lijst)
""",
    ),
    "a table has columns, and amounts with cents below each other": (
        """\
tabel t: bedrag per maand, geindexeerd op 1 januari, 1 juli
  label "norm"
  vanaf 1 juli 2025 is € 985 officieel "brief"
  vanaf 1 januari 2026 tot 1 maart 2026 is € 1.401,5 parafrase "krant"
  vanaf 1 juli 2026 is onbekend
""".replace("1.401,5 ", "1.401,50 "),
        """\
tabel t: bedrag per maand, geïndexeerd op 1 januari en 1 juli
  label "norm"
  vanaf 1 juli 2025                     is €   985,00 officieel "brief"
  vanaf 1 januari 2026 tot 1 maart 2026 is € 1.401,50 parafrase "krant"
  vanaf 1 juli 2026                     is onbekend
""",
    ),
    "values are written in one way": (
        """\
begrip a: bedrag = € 1401,50 + €5,00 + 5,50 % van b
begrip c: duur in jaar = 2 jaren + 1 maanden
begrip d = peildatum > 01 maart 2026 en e > 1,0
""",
        """\
begrip a: bedrag = € 1.401,50 + € 5 + 5,5% van b
begrip c: duur in jaren = 2 jaar + 1 maand
begrip d = peildatum > 1 maart 2026 en e > 1
""",
    ),
    "consequences say moet or kan once": (
        """\
artikel 1
  dan moet a = 1 en moet b = 2 en kan c = 3 en kan d van 1 tot en met 2
artikel 2
  dan moet a afgestemd worden en moet b afgestemd worden en moet c = 1
""",
        """\
artikel 1
  dan moet a = 1 en b = 2 en kan c = 3 en d van 1 tot en met 2

artikel 2
  dan moet a afgestemd worden en b afgestemd worden en moet c = 1
""",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_layout(name: str) -> None:
    before, after = CASES[name]
    assert layout(before) == after
    assert layout(after) == after


COMMENTS = {
    "above and behind what they were at": (
        """\
# Over het bestand.

regeling r "R" # de kop
#de soort
soort wet # laag

# Over artikel 1.
artikel 1 # titel volgt
      # Over de voorwaarde.
  als a # eerst
  dan moet b = 1
    # Nog iets over lid 1, dat hier niet staat.
# Over artikel 2.
artikel 2
  inhoud "x"
  # Aan het eind van artikel 2.
# Aan het eind.
""",
        """\
# Over het bestand.

regeling r "R"  # de kop
  # de soort
  soort wet  # laag

# Over artikel 1.
artikel 1  # titel volgt
  # Over de voorwaarde.
  als      a  # eerst
  dan moet b = 1
  # Nog iets over lid 1, dat hier niet staat.

# Over artikel 2.
artikel 2
  inhoud "x"
  # Aan het eind van artikel 2.
# Aan het eind.
""",
    ),
    "with the part of a condition that they are about": (
        """\
artikel 1
  als a # niet te laat
    # en ook:
    en (b of c) # een van beide
    en d # altijd
  dan moet e = 1
""",
        """\
artikel 1
  als      a  # niet te laat
           # en ook:
           en (b of c)  # een van beide
           en d  # altijd
  dan moet e = 1
""",
    ),
    "with the option that they are about": (
        """\
gegeven g: een van (
  # geen is ook een antwoord
  geen, # niets
  te_laat,
  geweigerd # zwaar
  )
""",
        """\
gegeven g: een van (
    # geen is ook een antwoord
    geen,  # niets
    te_laat, geweigerd)  # zwaar
""",
    ),
    "two on one line: the last one stays behind it": (
        """\
artikel 1
  als a = # een
    1 # twee
  dan moet e = 1
""",
        """\
artikel 1
  # een
  als      a = 1  # twee
  dan moet e = 1
""",
    ),
    "in a reference, where no line can end": (
        """\
artikel 1
  in afwijking van artikel 6, # de ene
    pw artikel 7 # de andere
    , artikel 8
  dan moet e = 1
""",
        """\
artikel 1
  in afwijking van artikel 6,  # de ene
    pw artikel 7, artikel 8  # de andere
  dan moet e = 1
""",
    ),
}


@pytest.mark.parametrize("name", COMMENTS)
def test_comments_stay(name: str) -> None:
    before, after = COMMENTS[name]
    assert layout(before) == after
    assert layout(after) == after


def test_at_most_one_blank_line_stays_and_none_below_a_head() -> None:
    before = """\

regeling r "R"

  soort wet


  herkomst officieel
gegeven a: ja/nee
gegeven b: ja/nee


gegeven c: ja/nee
artikel 1 "x"
  lid 1

    inhoud "x"
  lid 2
    inhoud "x"

  lid 3
    inhoud "x"


"""
    after = """\
regeling r "R"
  soort    wet

  herkomst officieel

gegeven a: ja/nee
gegeven b: ja/nee

gegeven c: ja/nee

artikel 1 "x"
  lid 1
    inhoud "x"
  lid 2
    inhoud "x"

  lid 3
    inhoud "x"
"""
    assert layout(before) == after


def test_a_reference_never_comes_to_open_a_place() -> None:
    """A `lid` at the start of a line opens a place (docs/decisions/0001): the list may end a line before `pw` only."""
    several = ", ".join(f"artikel {number} lid {number}" for number in range(1, 12))
    before = f"artikel 1\n  in afwijking van {several}, pw artikel 8, deze regeling\n  dan moet a = 1\n"
    assert layout(before) == (
        f"artikel 1\n  in afwijking van {several},\n    pw artikel 8, deze regeling\n  dan moet a = 1\n"
    )


def test_texts_are_never_broken_or_changed() -> None:
    text = f"een  tekst\tmet  # en \u2028 en spaties achteraan en {'nog veel meer woorden ' * 9}"
    assert f'inhoud "{text}"' in layout(f'artikel 1 inhoud "{text}"\n')


def test_a_comment_gets_a_space_only_before_a_word() -> None:
    assert [tidied(each) for each in ("#a", "# a", "#  a ", "#", "#---", "#€ 5")] == [
        "# a",
        "# a",
        "#  a",
        "#",
        "#---",
        "#€ 5",
    ]


def test_a_text_that_the_tree_does_not_hold_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tree says the same of a label that is left out and one that repeats the name; of any other it does not."""
    loose = 'gegeven g: een van (te_laat "te laat", geen "niets") vraag "Wat?"\n'
    assert layout(loose) == 'gegeven g: een van (te_laat, geen "niets")\n  vraag "Wat?"\n'
    monkeypatch.setattr("verordening.language.layout.bare", lambda _: None)
    monkeypatch.setattr(
        "verordening.language.layout.page_lines", lambda *_: ["gegeven g: een van (te_laat, geen)"]
    )
    with pytest.raises(LayoutError, match=r"lost a text: (niets|Wat)"):
        layout(loose)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ('artikel 1\n  inhoud "y"  # c', "says something else"),
        ('artikel 1\n  inhoud "x"', "has other comments"),
        ("artikel 1\n  als # c", "cannot be read"),
    ],
    ids=["tree", "comments", "syntax"],
)
def test_a_layout_that_would_change_a_file_is_refused(
    monkeypatch: pytest.MonkeyPatch, broken: str, reason: str
) -> None:
    """Were there a mistake in a printer, the file must stay as it is."""
    monkeypatch.setattr("verordening.language.layout.page_lines", lambda *_: [broken])
    with pytest.raises(LayoutError, match=reason):
        layout('artikel 1 inhoud "x" # c\n')
