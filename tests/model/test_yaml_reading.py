"""Strict YAML: what is read, and each refusal with its place and remedy."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.language.diagnostics import Diagnostic, InputError
from verordening.language.reading import CASE_LIMIT
from verordening.language.source import Source, Span
from verordening.model.yaml_events import PROBLEM_LIMIT
from verordening.model.yaml_reading import (
    Document,
    Mapping,
    Node,
    Scalar,
    Sequence,
    parse_yaml,
    read_yaml,
)


def read(text: str) -> Document:
    return parse_yaml(Source("zaak.yaml", text))


def refusals(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(InputError) as caught:
        read(text)
    assert all(each.help and each.span is not None for each in caught.value.diagnostics)
    return caught.value.diagnostics


def plain(node: Node | None) -> object:
    match node:
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.text
        case None:
            return None


def test_everything_is_text() -> None:
    document = read(
        "casus: Te laat, met redenen   # uitleg\n"
        "peildatum: 2026-03-01\n"
        "besluiten: [verlaging, duur_verlaging]\n"
        "gegevens:\n  leeftijd: 29 jaar\n  on: 010\n  x: 1_000\n  y: yes\n  z: 0x10\n"
        "oordelen:\n  verwijtbaarheid: {oordeel: aanwezig, motivering: 'Wist ''t.'}\n"
    )
    assert plain(document.root) == {
        "casus": "Te laat, met redenen",
        "peildatum": "2026-03-01",
        "besluiten": ["verlaging", "duur_verlaging"],
        "gegevens": {"leeftijd": "29 jaar", "on": "010", "x": "1_000", "y": "yes", "z": "0x10"},
        "oordelen": {"verwijtbaarheid": {"oordeel": "aanwezig", "motivering": "Wist 't."}},
    }


def test_places_count_characters() -> None:
    root = read("é😀: [x, 'y']\n").root
    key, value = root.entries[0]
    assert key.span == Span("zaak.yaml", 1, 1, 1, 3)
    assert isinstance(value, Sequence)
    assert value.items == (
        Scalar("x", Span("zaak.yaml", 1, 6, 1, 7), quoted=False),
        Scalar("y", Span("zaak.yaml", 1, 9, 1, 12), quoted=True),
    )
    assert value.span == Span("zaak.yaml", 1, 5, 1, 13)


def test_lookup() -> None:
    root = read("a: 1\nb: {c: 2}\n").root
    assert root.keys() == ("a", "b")
    assert plain(root.get("b")) == {"c": "2"}
    assert root.get("z") is None
    found = root.key("b")
    assert found is not None
    assert found.span == Span("zaak.yaml", 2, 1, 2, 2)
    assert root.key("z") is None


@pytest.mark.parametrize("text", ["a:\n", "a: ~\n", "a:   # niets\n"])
def test_a_value_left_out(text: str) -> None:
    value = read(text).root.get("a")
    assert isinstance(value, Scalar)
    assert (value.text, value.quoted) == ("", False)


def test_an_empty_text_is_something_else() -> None:
    value = read("a: ''\n").root.get("a")
    assert isinstance(value, Scalar)
    assert (value.text, value.quoted) == ("", True)


def test_block_text() -> None:
    assert plain(read("a: |\n  een\n  twee\nb: >-\n  drie\n  vier\n").root) == {
        "a": "een\ntwee\n",
        "b": "drie vier",
    }


@pytest.mark.parametrize(
    ("text", "code", "message", "line", "column"),
    [
        ("", "VRD020", "het bestand is leeg", 1, 1),
        ("# alleen uitleg\n", "VRD020", "het bestand is leeg", 1, 1),
        ("a:\n\tb: 1\n", "VRD021", "deze regel springt in met een tab", 2, 1),
        ("a:\n  \t b: 1\n", "VRD021", "deze regel springt in met een tab", 2, 3),
        ("a: 1\nb: 2\na: 3\n", "VRD022", "de sleutel `a` staat er twee keer", 3, 1),
        ("x: {a: 1, a: 2}\n", "VRD022", "de sleutel `a` staat er twee keer", 1, 11),
        ("a: &b 1\n", "VRD023", "een anker (`&`) of een verwijzing daarnaar (`*`) mag hier niet", 1, 4),
        ("a: *b\n", "VRD023", "een anker (`&`) of een verwijzing daarnaar (`*`) mag hier niet", 1, 4),
        ("a: **x**\n", "VRD023", "een waarde mag niet beginnen met `&` of `*`", 1, 4),
        ("<<: {a: 1}\n", "VRD023", "samenvoegen met `<<` mag hier niet", 1, 1),
        ("a: !!int 3\n", "VRD024", "een YAML-label met een uitroepteken mag hier niet", 1, 4),
        ("a: !!python/object:x {}\n", "VRD024", "een YAML-label met een uitroepteken mag hier niet", 1, 4),
        ("%YAML 1.1\n---\na: 1\n", "VRD024", "een opdracht aan YAML mag hier niet", 1, 1),
        ("a: 1\n---\nb: 1\n", "VRD025", "hier begint een tweede document in hetzelfde bestand", 2, 1),
        ("- a\n- b\n", "VRD028", "het bestand begint niet met sleutels", 1, 1),
        ("zomaar tekst\n", "VRD028", "het bestand begint niet met sleutels", 1, 1),
        ("a: b: c\n", "VRD029", "hier wordt geen dubbele punt verwacht", 1, 5),
        ("a: [1, 2\nb: 3\n", "VRD029", "de opsomming die hier begint klopt niet", 1, 4),
        ("a: {b: 1\n", "VRD029", "de opsomming die hier begint klopt niet", 1, 4),
        ("a: ]\n", "VRD029", "hier ontbreekt een waarde of staat een haakje te veel", 1, 4),
        ("a: 'x\nb: 3\n", "VRD029", "de tekst die hier begint heeft geen sluitend aanhalingsteken", 1, 4),
        ("a: @x\n", "VRD029", "een waarde mag niet met dit teken beginnen", 1, 4),
        ("a: 1\nb\n", "VRD029", "op deze regel ontbreekt een dubbele punt na de sleutel", 2, 1),
        ("  a: 1\n b: 2\n", "VRD029", "deze regel past niet bij de regels erboven", 2, 2),
        ("a:\n  - b\n c: 1\n", "VRD029", "deze regel past niet bij de regels erboven", 3, 2),
        ('a: "\\q"\n', "VRD029", "na de schuine streep staat een teken dat daar niet kan", 1, 5),
        ("a: |x\n  b\n", "VRD029", "na `|` of `>` begint de tekst op een nieuwe regel", 1, 5),
        ("a: \x07\n", "VRD030", "hier staat een onzichtbaar teken dat niet mag (U+0007)", 1, 4),
        ("a: x\u2028b: 1\n", "VRD030", "hier staat een onzichtbaar teken dat niet mag (U+2028)", 1, 5),
        ("a: \u202eb\n", "VRD030", "hier staat een onzichtbaar teken dat niet mag (U+202E)", 1, 4),
        ('a: "\\0"\n', "VRD030", "in deze tekst staat een onzichtbaar teken dat niet mag", 1, 4),
        ("? [a]\n: b\n", "VRD031", "voor de dubbele punt staat geen gewone tekst", 1, 3),
        ("~: b\n", "VRD031", "voor de dubbele punt staat geen gewone tekst", 1, 1),
    ],
)
def test_refusals(text: str, code: str, message: str, line: int, column: int) -> None:
    (found,) = refusals(text)
    assert found.span is not None
    assert (found.code, found.message, found.span.line, found.span.column) == (code, message, line, column)


def test_duplicate_key_shows_both_places() -> None:
    (found,) = refusals("gedraging: geen\nleeftijd: 29 jaar\ngedraging: te_laat\n")
    assert found.span == Span("zaak.yaml", 3, 1, 3, 10)
    assert [(each.span, each.label) for each in found.related] == [
        (Span("zaak.yaml", 1, 1, 1, 10), "de eerste keer")
    ]
    assert found.excerpt == ((1, "gedraging: geen"), (3, "gedraging: te_laat"))


def test_all_problems_come_at_once() -> None:
    found = refusals("a: &x 1\na: 2\nb: !t 3\n")
    assert [each.code for each in found] == ["VRD023", "VRD024", "VRD022"]


def test_many_problems_are_cut_off() -> None:
    assert len(refusals("".join(f"k{number}: &a x\n" for number in range(1_000)))) == 50


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "a: {b: [", "? "])
def test_deep_nesting_is_refused_quickly(opening: str) -> None:
    started = time.perf_counter()
    (found,) = refusals(opening * 10_000)
    assert time.perf_counter() - started < 2
    assert found.code == "VRD026"
    assert found.message == "de gegevens zijn meer dan 20 lagen diep genest"


def test_twenty_levels_are_read() -> None:
    assert read("a: " + "[" * 19 + "]" * 19).root.keys() == ("a",)
    assert refusals("a: " + "[" * 20 + "]" * 20)[0].code == "VRD026"


def test_too_many_nodes() -> None:
    (found,) = refusals("a: [" + "x," * 30_000 + "]")
    assert (found.code, found.message) == ("VRD027", "het bestand heeft meer dan 20000 onderdelen")


def test_no_excerpt_shows_a_bsn() -> None:
    found = refusals("123456782: 1\n123456782: 2\nx: &a 123.456.782\n")
    assert [each.code for each in found] == ["VRD023", "VRD022"]
    assert "123456782" not in repr(found)
    assert "123.456.782" not in repr(found)
    assert read("a: 123456782\n").source.text == "a: •••••••••\n"


def test_without_the_c_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    monkeypatch.delattr(yaml, "CSafeLoader")
    assert plain(read("a: [1, ~]\n").root) == {"a": ["1", ""]}
    assert refusals("a: 'x\n")[0].message == "de tekst die hier begint heeft geen sluitend aanhalingsteken"
    assert refusals('a: "\\U00110000"\n')[0].code == "VRD029"


def test_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "zaak.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    document = read_yaml(path)
    assert plain(document.root) == {"a": "1", "b": "2"}
    path.write_bytes(b"x" * (CASE_LIMIT + 1))
    with pytest.raises(InputError) as caught:
        read_yaml(path)
    assert caught.value.diagnostics[0].code == "VRD004"


MARKUP = st.text(alphabet="ab12 :-[]{},'\"\\|>&*!?%#~<@`\n\t\x00é", max_size=60)


@given(st.one_of(st.text(max_size=60), MARKUP))
def test_no_other_error_on_any_text(text: str) -> None:
    try:
        document = read(text)
    except InputError:
        return
    assert isinstance(document.root, Mapping)


def test_a_mistake_at_the_end_stands_on_the_last_line() -> None:
    with pytest.raises(InputError) as found:
        parse_yaml(Source("casus.yaml", "[# neen"))
    (wrong,) = found.value.diagnostics
    assert (wrong.code, wrong.span and (wrong.span.line, wrong.span.column)) == ("VRD029", (1, 8))


def test_a_mapping_with_many_mistakes_is_read_no_further() -> None:
    with pytest.raises(InputError) as found:
        parse_yaml(Source("casus.yaml", "a: 1\n" * 2_000))
    assert len(found.value.diagnostics) == PROBLEM_LIMIT
