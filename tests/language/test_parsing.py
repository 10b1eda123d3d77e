"""What each construct of the language becomes in the syntax tree, one small case each."""

from __future__ import annotations

import dataclasses
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from verordening.language import syntax as s
from verordening.language.parsing import declared_names, parse
from verordening.language.source import Source, Span

Z = Span("", 0, 0, 0, 0)
A, B, C = (s.Name(Z, name) for name in "abc")


def bare(node: Any) -> Any:
    """The node with every span alike, so that an expectation can be written down."""
    if isinstance(node, Span):
        return Z
    if isinstance(node, tuple):
        return tuple(bare(each) for each in node)
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        return type(node)(
            **{field.name: bare(getattr(node, field.name)) for field in dataclasses.fields(node)}
        )
    return node


def items(text: str) -> tuple[s.Item, ...]:
    file, found = parse(Source("proef.vrd", text))
    assert [f"{each.code} {each.message}" for each in found] == []
    return file.items


def head(text: str) -> Any:
    (item,) = items(text)
    return bare(item.head)


def clause(text: str, above: str = 'artikel 1\n inhoud "x"\n') -> Any:
    (item,) = items(above + text)
    return bare(item.clauses[-1])


def condition(text: str) -> Any:
    return clause(f"als {text}", "artikel 1\n dan moet x = 1\n").condition


def effects(text: str) -> Any:
    return clause(f"dan {text}", "artikel 1\n").effects


def reference(**parts: Any) -> s.Reference:
    return s.Reference(Z, **parts)


def literal(kind: str, number: object, unit: str = "") -> s.Literal:
    return s.Literal(Z, kind, number, unit)


def number(value: int) -> s.Literal:
    return literal("getal", value)


def operation(operator: str, *operands: s.Expression) -> s.Operation:
    return s.Operation(Z, operator, operands)


# ---------------------------------------------------------------- heads


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('regeling pw "Participatiewet"', s.RegelingHead(Z, "pw", "Participatiewet")),
        ('artikel 4:84 "Titel" inhoud "x"', s.PlaceHead(Z, "artikel", "4:84", "Titel")),
        ('artikel 475c inhoud "x"', s.PlaceHead(Z, "artikel", "475c", "")),
        ('lid 8* inhoud "x"', s.PlaceHead(Z, "lid", "8*", "")),
        ('onderdeel a° inhoud "x"', s.PlaceHead(Z, "onderdeel", "a°", "")),
        ('zin 2 inhoud "x"', s.PlaceHead(Z, "zin", "2", "")),
        ('richtlijn 4 "Titel" inhoud "x"', s.PlaceHead(Z, "richtlijn", "4", "Titel")),
        ('waarde a "maatwerk"', s.ValueHead(Z, A, "maatwerk")),
        ('ondergrens a "titel"', s.FloorHead(Z, A, "titel")),
        ("gegeven a: datum", s.InputHead(Z, "gegeven", A, s.TypeExpression(Z, "datum"))),
        ("oordeel a: ja/nee", s.InputHead(Z, "oordeel", A, s.TypeExpression(Z, "ja/nee"))),
        ("begrip a = b", s.ConceptHead(Z, A, None, (), B, None)),
        (
            "begrip a: ja/nee = b als c; c als b; anders onbekend",
            s.ConceptHead(Z, A, s.TypeExpression(Z, "ja/nee"), ((B, C), (C, B)), s.NoValue(Z), None),
        ),
        (
            "begrip a: bedrag = b, afgerond op centen",
            s.ConceptHead(Z, A, s.TypeExpression(Z, "bedrag"), (), B, s.Rounding(Z, "centen", "half")),
        ),
        (
            "begrip a = b, afgerond op hele euro's naar beneden",
            s.ConceptHead(Z, A, None, (), B, s.Rounding(Z, "euro's", "beneden")),
        ),
        (
            "begrip a = b, afgerond op hele euro’s naar boven",
            s.ConceptHead(Z, A, None, (), B, s.Rounding(Z, "euro's", "boven")),
        ),
        ("tabel a: bedrag", s.TableHead(Z, A, s.TypeExpression(Z, "bedrag"), ())),
        (
            "tabel a: bedrag, geïndexeerd op 1 januari en 1 juli",
            s.TableHead(Z, A, s.TypeExpression(Z, "bedrag"), ((1, 1), (7, 1))),
        ),
        (
            "tabel a: bedrag, geindexeerd op 29 februari, 31 december",
            s.TableHead(Z, A, s.TypeExpression(Z, "bedrag"), ((2, 29), (12, 31))),
        ),
        ("besluit a: datum", s.DecisionHead(Z, A, s.TypeExpression(Z, "datum"), None, None, None)),
        (
            "besluit a: bedrag, gunstig hoger, standaard € 0, afgerond op centen",
            s.DecisionHead(
                Z,
                A,
                s.TypeExpression(Z, "bedrag"),
                literal("bedrag", 0),
                s.Rounding(Z, "centen", "half"),
                s.Name(Z, "hoger"),
            ),
        ),
        ("besluit a: datum, standaard b", s.DecisionHead(Z, A, s.TypeExpression(Z, "datum"), B, None, None)),
    ],
)
def test_heads(text: str, expected: s.Head) -> None:
    assert head(text) == expected


def test_a_line_may_open_two_places() -> None:
    found = [bare(item.head) for item in items('artikel 3 "T" lid 1 onderdeel a zin 2\n inhoud "x"')]
    assert found == [
        s.PlaceHead(Z, "artikel", "3", "T"),
        s.PlaceHead(Z, "lid", "1"),
        s.PlaceHead(Z, "onderdeel", "a"),
        s.PlaceHead(Z, "zin", "2"),
    ]


def test_a_place_word_at_the_start_of_a_line_never_belongs_to_a_reference() -> None:
    found = items('artikel 3\n grondslag pw artikel 8\n lid 1\n inhoud "x"')
    assert [str(item.head.number) for item in found if isinstance(item.head, s.PlaceHead)] == ["3", "1"]
    assert bare(found[0].clauses[0]) == s.ReferenceClause(
        Z, "grondslag", (reference(regeling="pw", artikel="8"),)
    )


# ---------------------------------------------------------------- types


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ja/nee", s.TypeExpression(Z, "ja/nee")),
        ("aantal", s.TypeExpression(Z, "aantal")),
        ("datum", s.TypeExpression(Z, "datum")),
        ("percentage van b", s.TypeExpression(Z, "percentage", of=B)),
        ("bedrag", s.TypeExpression(Z, "bedrag")),
        ("bedrag per maand", s.TypeExpression(Z, "bedrag", "maand")),
        ("duur in jaren", s.TypeExpression(Z, "duur", "jaar")),
        ("duur in dagen of onbepaald", s.TypeExpression(Z, "duur", "dag", indefinite=True)),
        (
            'een van (b_c, d "De D")',
            s.TypeExpression(Z, "een van", options=(s.Option(Z, "b_c", "b c"), s.Option(Z, "d", "De D"))),
        ),
        ("aantal van 0 tot en met 20", s.TypeExpression(Z, "aantal", low=number(0), high=number(20))),
        (
            "getal van 0,5 tot en met 1 stap 0,1",
            s.TypeExpression(
                Z,
                "getal",
                low=literal("getal", Fraction(1, 2)),
                high=number(1),
                step=literal("getal", Fraction(1, 10)),
            ),
        ),
        (
            "percentage van 0% tot en met 12,5%",
            s.TypeExpression(
                Z, "percentage", low=literal("percentage", 0), high=literal("percentage", Fraction(25, 2))
            ),
        ),
        (
            "percentage van b van 0% tot en met 100%",
            s.TypeExpression(
                Z, "percentage", of=B, low=literal("percentage", 0), high=literal("percentage", 100)
            ),
        ),
    ],
)
def test_types(text: str, expected: s.TypeExpression) -> None:
    assert head(f"gegeven a: {text}").type == expected


# ---------------------------------------------------------------- values and conditions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€ 1.401,50", literal("bedrag", 140150)),
        ("€150", literal("bedrag", 15000)),
        ("€ -5", literal("bedrag", -500)),
        ("€ 5 per week", literal("bedrag", 500, "week")),
        ("12,5%", literal("percentage", Fraction(25, 2))),
        ("5 %", literal("percentage", 5)),
        ("12 maanden", literal("duur", 12, "maand")),
        ("1 dag", literal("duur", 1, "dag")),
        ("1 maart 2026", literal("datum", date(2026, 3, 1))),
        ("29 februari 2024", literal("datum", date(2024, 2, 29))),
        ("3", number(3)),
        ("0,25", literal("getal", Fraction(1, 4))),
        ("ja", literal("ja/nee", True)),
        ("nee", literal("ja/nee", False)),
        ("onbepaald", literal("onbepaald", None)),
        ("onbekend", s.NoValue(Z)),
        ("peildatum", s.CaseDate(Z)),
        ("een_naam", s.Name(Z, "een_naam")),
    ],
)
def test_values(text: str, expected: s.Expression) -> None:
    assert condition(f"a = {text}") == operation("=", A, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a of b en c", operation("or", A, operation("and", B, C))),
        ("(a of b) en c", operation("and", operation("or", A, B), C)),
        ("a en b en c", operation("and", A, B, C)),
        ("niet niet a", operation("not", operation("not", A))),
        ("niet a = b", operation("not", operation("=", A, B))),
        ("a != b", operation("!=", A, B)),
        ("a < b", operation("<", A, B)),
        ("a <= b", operation("<=", A, B)),
        ("a > b", operation(">", A, B)),
        ("a >= b", operation(">=", A, B)),
        ("a - b - c = 1", operation("=", operation("-", operation("-", A, B), C), number(1))),
        ("a + b keer c > 1", operation(">", operation("+", A, operation("*", B, C)), number(1))),
        (
            "a gedeeld door b gedeeld door c = 1",
            operation("=", operation("/", operation("/", A, B), C), number(1)),
        ),
        (
            "5% van a keer b = 1",
            operation("=", operation("*", operation("van", literal("percentage", 5), A), B), number(1)),
        ),
        ("het kleinste van (a, b, c) = 1", operation("=", operation("kleinste", A, B, C), number(1))),
        ("het grootste van (a, b) = 1", operation("=", operation("grootste", A, B), number(1))),
        ("a omgerekend per jaar = 1", operation("=", s.Conversion(Z, A, "jaar"), number(1))),
        (
            "b + a omgerekend per maand met (52 gedeeld door 12) = 1",
            operation(
                "=",
                operation("+", B, s.Conversion(Z, A, "maand", operation("/", number(52), number(12)))),
                number(1),
            ),
        ),
        ("a is een van (b, c)", s.OneOf(Z, A, (B, C))),
        (
            "de duur van lid 1 > 1",
            operation(">", s.RuleValue(Z, "duur", reference(lid="1")), number(1)),
        ),
        (
            "het percentage van artikel 6 lid 1 > 1",
            operation(">", s.RuleValue(Z, "percentage", reference(artikel="6", lid="1")), number(1)),
        ),
    ],
)
def test_conditions(text: str, expected: s.Expression) -> None:
    assert condition(text) == expected


# ---------------------------------------------------------------- references


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("artikel 3", reference(artikel="3")),
        (
            "pw artikel 18 lid 8* onderdeel a zin 2",
            reference(regeling="pw", artikel="18", lid="8*", onderdeel="a", zin="2"),
        ),
        ("awb artikel 4:84", reference(regeling="awb", artikel="4:84")),
        (
            "amsterdam/regels artikel 6 onderdeel b",
            reference(regeling="amsterdam/regels", artikel="6", onderdeel="b"),
        ),
        ("artikel 6 zin 1", reference(artikel="6", zin="1")),
        ("lid 2 onderdeel a", reference(lid="2", onderdeel="a")),
        ("onderdeel a", reference(onderdeel="a")),
        ("onderdeel 1°", reference(onderdeel="1°")),
        ("richtlijn 3", reference(richtlijn="3")),
        ("amsterdam/koersbesluit richtlijn 3", reference(regeling="amsterdam/koersbesluit", richtlijn="3")),
        ("lid 5 tot en met 8*", reference(lid="5", up_to="8*")),
        ("pw artikel 6 tot en met 10", reference(regeling="pw", artikel="6", up_to="10")),
        ("onderdeel a tot en met c", reference(onderdeel="a", up_to="c")),
        ("deze regeling", reference(itself=True)),
        ("pw", reference(regeling="pw")),
    ],
)
def test_references(text: str, expected: s.Reference) -> None:
    assert clause(f"grondslag {text}") == s.ReferenceClause(Z, "grondslag", (expected,))


def test_lists_of_references() -> None:
    found = clause("grondslag pw artikel 8, lid 2 en artikel 3")
    assert [str(each) for each in found.references] == ["pw artikel 8", "lid 2", "artikel 3"]


# ---------------------------------------------------------------- consequences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("moet a = 1", [s.Effect(Z, "moet", A, number(1), number(1))]),
        (
            "moet a = 1 en b = 2",
            [s.Effect(Z, "moet", A, number(1), number(1)), s.Effect(Z, "moet", B, number(2), number(2))],
        ),
        (
            "kan a = 1 en b van 2 tot en met 3",
            [s.Effect(Z, "kan", A, number(1), number(1)), s.Effect(Z, "kan", B, number(2), number(3))],
        ),
        ("kan a van 1 tot en met 2", [s.Effect(Z, "kan", A, number(1), number(2))]),
        (
            "kan a van 1 tot 2 en b van 3 tot 4",
            [
                s.Effect(Z, "kan", A, number(1), number(2), half_open=True),
                s.Effect(Z, "kan", B, number(3), number(4), half_open=True),
            ],
        ),
        (
            "moet a afgestemd worden van 1 tot 2",
            [s.Effect(Z, "afgestemd", A, number(1), number(2), half_open=True)],
        ),
        (
            "bepaalt de verordening a van 1 tot 2",
            [s.Effect(Z, "bepaalt", A, number(1), number(2), delegate="verordening", half_open=True)],
        ),
        (
            "kan a van de duur van lid 1 tot en met 12 maanden",
            [s.Effect(Z, "kan", A, s.RuleValue(Z, "duur", reference(lid="1")), literal("duur", 12, "maand"))],
        ),
        ("kan afgeweken worden", [s.Effect(Z, "kan")]),
        ("moet a afgestemd worden", [s.Effect(Z, "afgestemd", A)]),
        (
            "moet a afgestemd worden van 0 tot en met de gewone uitkomst en b afgestemd worden",
            [s.Effect(Z, "afgestemd", A, number(0), s.OrdinaryOutcome(Z)), s.Effect(Z, "afgestemd", B)],
        ),
        ("moet afgestemd worden", [s.Effect(Z, "afgestemd")]),
        ("a ten hoogste 1", [s.Effect(Z, "hoogste", A, number(1), number(1))]),
        ("a ten minste 1", [s.Effect(Z, "minste", A, number(1), number(1))]),
        ("mag niet a = 1", [s.Effect(Z, "mag_niet", A, number(1), number(1))]),
        (
            'moet gemotiveerd worden waarom "Waarom?"',
            [s.Effect(Z, "gemotiveerd", key="waarom", question="Waarom?")],
        ),
        (
            "bepaalt de verordening a van 1 tot en met 2",
            [s.Effect(Z, "bepaalt", A, number(1), number(2), delegate="verordening")],
        ),
        (
            "bepaalt de amvb krachtens artikel 8 a van 1 tot en met 2, korter dan op grond van lid 6",
            [
                s.Effect(
                    Z,
                    "bepaalt",
                    A,
                    number(1),
                    number(2),
                    delegate="amvb",
                    krachtens=reference(artikel="8"),
                    relation=("korter", reference(lid="6")),
                )
            ],
        ),
    ],
)
def test_consequences(text: str, expected: list[s.Effect]) -> None:
    assert effects(text) == tuple(expected)


# ---------------------------------------------------------------- clauses

HEADER = 'regeling r "R"\n'
FLOOR = 'ondergrens f "F"\n'
GUIDELINE = "richtlijn 1\n"
JUDGEMENT = "oordeel o: ja/nee\n"
TABLE = "tabel t: bedrag\n"
RULE = "artikel 1\n dan moet x = 1\n"


@pytest.mark.parametrize(
    ("above", "text", "expected"),
    [
        (HEADER, "soort wet", s.WordClause(Z, "soort", (s.Name(Z, "wet"),))),
        (HEADER, "gemeente a", s.WordClause(Z, "gemeente", (A,))),
        (HEADER, 'bron "BWB"', s.TextClause(Z, "bron", ("BWB",))),
        (HEADER, 'herkomst a "reden"', s.OriginClause(Z, A, "reden")),
        (
            HEADER,
            'herkomst a "reden" sinds 1 mei 2020, daarvoor b',
            s.OriginClause(Z, A, "reden", date(2020, 5, 1), B),
        ),
        (
            HEADER,
            'herkomst a sinds 1 mei 2020, daarvoor b "toen"',
            s.OriginClause(Z, A, "", date(2020, 5, 1), B, "toen"),
        ),
        (HEADER, "gebruikt a, b", s.WordClause(Z, "gebruikt", (A, B))),
        (
            HEADER,
            'niet opgenomen lid 2 "x"',
            s.ReferenceClause(Z, "niet opgenomen", (reference(lid="2"),), "x"),
        ),
        (
            HEADER,
            "geen regeling krachtens pw artikel 8 vanaf 1 mei 2020",
            s.ReferenceClause(
                Z, "geen regeling", (reference(regeling="pw", artikel="8"),), since=date(2020, 5, 1)
            ),
        ),
        (
            HEADER,
            "volledig krachtens pw artikel 8, pw artikel 9 vanaf 1 mei 2020",
            s.ReferenceClause(
                Z,
                "volledig",
                (reference(regeling="pw", artikel="8"), reference(regeling="pw", artikel="9")),
                since=date(2020, 5, 1),
            ),
        ),
        (HEADER, "past toe pw", s.ReferenceClause(Z, "past toe", (reference(regeling="pw"),))),
        (HEADER, 'omstreden "a" "b"', s.TextClause(Z, "omstreden", ("a", "b"))),
        (HEADER, "verhouding a", s.WordClause(Z, "verhouding", (A,))),
        (
            HEADER,
            "in  werking vanaf 1 mei 2020 tot 1 mei 2021",
            s.PeriodClause(Z, "in werking", date(2020, 5, 1), date(2021, 5, 1)),
        ),
        (HEADER, "in werking vanaf onbekend", s.PeriodClause(Z, "in werking", None)),
        (
            HEADER,
            "in werking vanaf onbekend tot 1 mei 2020",
            s.PeriodClause(Z, "in werking", None, date(2020, 5, 1)),
        ),
        (HEADER, "nieuw vanaf 1 mei 2020", s.PeriodClause(Z, "nieuw", date(2020, 5, 1))),
        (HEADER, "gedoogd vanaf 1 mei 2020", s.PeriodClause(Z, "gedoogd", date(2020, 5, 1))),
        ("artikel 1\n", 'inhoud "x"', s.TextClause(Z, "inhoud", ("x",))),
        (JUDGEMENT, 'vraag "x?"', s.TextClause(Z, "vraag", ("x?",))),
        (JUDGEMENT, 'uitleg "x"', s.TextClause(Z, "uitleg", ("x",))),
        (JUDGEMENT, 'label "x"', s.TextClause(Z, "label", ("x",))),
        (JUDGEMENT, 'bewijslast a b "x"', s.WordClause(Z, "bewijslast", (A, B), "x")),
        (
            JUDGEMENT,
            'weeg een_ding, "iets anders"',
            s.WordClause(Z, "weeg", (s.Name(Z, "een ding"), s.Name(Z, "iets anders"))),
        ),
        ("besluit x: datum\n", 'uitkomstzin "x"', s.TextClause(Z, "uitkomstzin", ("x",))),
        ("gegeven x: datum\n", "bijzonder", s.TextClause(Z, "bijzonder", ())),
        ("gegeven x: datum\n", 'bijzonder "x"', s.TextClause(Z, "bijzonder", ("x",))),
        ("artikel 1\n", "verordening  verplicht", s.TextClause(Z, "verordening verplicht", ())),
        ("gegeven x: datum\n", "verandert niet", s.TextClause(Z, "verandert niet", ())),
        ("gegeven x: datum\n", 'neemt  alleen toe "x"', s.TextClause(Z, "neemt alleen toe", ("x",))),
        (TABLE, "vanaf 1 mei 2020 is onbekend", s.RowClause(Z, date(2020, 5, 1), None, s.NoValue(Z))),
        (
            TABLE,
            'vanaf 1 mei 2020 tot 1 mei 2021 is € 5 officieel "brief"',
            s.RowClause(Z, date(2020, 5, 1), date(2021, 5, 1), literal("bedrag", 500), "officieel", "brief"),
        ),
        (RULE, "als a", s.ConditionClause(Z, "als", A)),
        (RULE, "tenzij a", s.ConditionClause(Z, "tenzij", A)),
        (
            RULE,
            "in afwijking van lid 2 en elke beleidsregel behalve artikel 20, artikel 21 wegens a",
            s.DeviationClause(
                Z,
                (reference(lid="2"), reference(every="beleidsregel")),
                (reference(artikel="20"), reference(artikel="21")),
                A,
            ),
        ),
        (RULE, "onverminderd lid 2", s.ReferenceClause(Z, "onverminderd", (reference(lid="2"),))),
        (RULE, "vervangt lid 2", s.ReferenceClause(Z, "vervangt", (reference(lid="2"),))),
        (RULE, "dient a, b", s.WordClause(Z, "dient", (A, B))),
        (RULE, "mandaat a, b", s.WordClause(Z, "mandaat", (A, B))),
        (RULE, 'motiveer a "x?"', s.WordClause(Z, "motiveer", (A,), "x?")),
        (RULE, "soort   ruimte a", s.WordClause(Z, "soort ruimte", (A,))),
        (RULE, "toegestaan door pw", s.ReferenceClause(Z, "toegestaan door", (reference(regeling="pw"),))),
        (FLOOR, "groep a", s.WordClause(Z, "groep", (A,))),
        (FLOOR, "bewaakt a, b", s.WordClause(Z, "bewaakt", (A, B))),
        (FLOOR, "werking a", s.WordClause(Z, "werking", (A,))),
        (FLOOR, "eis a = 1", s.ConditionClause(Z, "eis", operation("=", A, number(1)))),
        (
            FLOOR,
            "herstel a ten hoogste 1 en b ten minste 2",
            s.EffectClause(
                Z,
                "herstel",
                (
                    s.Effect(Z, "hoogste", A, number(1), number(1)),
                    s.Effect(Z, "minste", B, number(2), number(2)),
                ),
            ),
        ),
        (FLOOR, 'buiten toepassing volgens "ECLI"', s.TextClause(Z, "buiten toepassing", ("ECLI",))),
        (GUIDELINE, "weegt a boven b", s.WeighingClause(Z, A, B, ())),
        (GUIDELINE, "weegt a boven b bij lid 1", s.WeighingClause(Z, A, B, (reference(lid="1"),))),
        (GUIDELINE, "bewijs praktijk", s.WordClause(Z, "bewijs", (s.Name(Z, "praktijk"),))),
        (GUIDELINE, 'spreekt tegen "x"', s.TextClause(Z, "spreekt tegen", ("x",))),
    ],
)
def test_clauses(above: str, text: str, expected: s.Clause) -> None:
    assert clause(text, above) == expected


# ---------------------------------------------------------------- places in the text


def test_spans_count_characters_from_one() -> None:
    (item,) = items('regeling é "Één"\n  gebruikt pw,\n    awb')
    assert item.head.span == Span("proef.vrd", 1, 1, 1, 17)
    (used,) = item.clauses
    assert used.span == Span("proef.vrd", 2, 3, 3, 8)
    assert isinstance(used, s.WordClause)
    assert [word.span for word in used.words] == [
        Span("proef.vrd", 2, 12, 2, 14),
        Span("proef.vrd", 3, 5, 3, 8),
    ]


def test_a_clause_that_is_lost_takes_nothing_with_it() -> None:
    text = 'regeling r "R"\nartikel 1\n  als a ==\n  dan moet x = 1\n  dient b\nartikel 2\n  inhoud "x"'
    file, found = parse(Source("proef.vrd", text))
    assert [each.code for each in found] == ["VRD118"]
    assert [[each.keyword for each in item.clauses] for item in file.items] == [
        [],
        ["dan", "dient"],
        ["inhoud"],
    ]


def test_an_item_whose_head_is_lost_is_left_out_with_its_clauses() -> None:
    text = 'regeling r "R"\ngegeven a ja/nee\n  vraag "?"\ngegeven b: ja/nee'
    file, found = parse(Source("proef.vrd", text))
    assert [each.code for each in found] == ["VRD101"]
    assert [type(item.head).__name__ for item in file.items] == ["RegelingHead", "InputHead"]


def test_a_value_that_cannot_be_right_takes_its_clause_with_it() -> None:
    text = 'regeling r "R"\n  soort wet\n  in werking vanaf 31 april 2020\n  nieuw vanaf 30 februari 2020'
    file, found = parse(Source("proef.vrd", text))
    assert [each.code for each in found] == ["VRD110", "VRD110"]
    assert [each.keyword for each in file.items[0].clauses] == ["soort"]


def test_declared_names_are_known_even_where_the_file_cannot_be_read() -> None:
    text = 'regeling r "R"\n  gegeven a ja/nee\nbegrip b == 1\n# gegeven c: datum\ntabel\nondergrens d "D'
    assert declared_names(Source("proef.vrd", text)) == {"r", "a", "b", "d"}
