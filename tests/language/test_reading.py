"""Reading files: what is accepted, and what each refusal says."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.language.diagnostics import (
    EXCERPT_WIDTH,
    Diagnostic,
    InputError,
    Related,
    Severity,
    diagnostic,
    printable,
    shown,
)
from verordening.language.reading import decode, is_blank, read_text
from verordening.language.source import Source, Span
from verordening.language.suggestions import bedoelt_u, close_names, did_you_mean


def refusal(path: Path, limit: int = 1_000) -> Diagnostic:
    with pytest.raises(InputError) as caught:
        read_text(path, limit=limit)
    (only,) = caught.value.diagnostics
    assert only.severity is Severity.FOUT
    assert only.help
    return only


def written(folder: Path, data: bytes, name: str = "zaak.yaml") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a: 1\n", "a: 1\n"),
        (b"\xef\xbb\xbfa: 1\n", "a: 1\n"),
        (b"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
        (b"a: 1\rb: 2", "a: 1\nb: 2"),
        (b"a:\t1\n", "a:\t1\n"),
        ("€ 1.401,50".encode(), "€ 1.401,50"),
        (b"", ""),
    ],
)
def test_text_is_normalised(tmp_path: Path, data: bytes, text: str) -> None:
    path = written(tmp_path, data)
    assert read_text(path, limit=1_000) == Source(str(path), text)


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, b"x" * 1_000), limit=1_000).text == "x" * 1_000


def test_missing_file_with_a_suggestion(tmp_path: Path) -> None:
    written(tmp_path, b"", "te-laat-geregistreerd.yaml")
    found = refusal(tmp_path / "te-laat-geregisteerd.yaml")
    assert found.code == "VRD001"
    assert found.message.endswith("bestaat niet")
    assert found.help == "bedoelt u `te-laat-geregistreerd.yaml`?"


def test_missing_file_with_another_extension(tmp_path: Path) -> None:
    written(tmp_path, b"", "verrekening.yaml")
    assert refusal(tmp_path / "verrekening").help == "bedoelt u `verrekening.yaml`?"


def test_missing_file_without_a_suggestion(tmp_path: Path) -> None:
    assert refusal(tmp_path / "x").help == "kijk of de naam klopt en of u in de goede map staat"


def test_missing_folder(tmp_path: Path) -> None:
    found = refusal(tmp_path / "nergens" / "zaak.yaml")
    assert found.code == "VRD001"
    assert found.help.startswith("de map `")
    assert found.help.endswith("bestaat ook niet; kijk of het pad klopt")


@pytest.mark.parametrize("name", ["", "\0", "x" * 5_000])
def test_impossible_names(name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_text(name, limit=10)
    assert caught.value.diagnostics[0].code in {"VRD001", "VRD002", "VRD008"}


def test_file_used_as_folder(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, b"x") / "zaak.yaml").code == "VRD001"


def test_folder(tmp_path: Path) -> None:
    found = refusal(tmp_path)
    assert found.code == "VRD002"
    assert found.message.endswith("is een map en geen bestand")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = written(tmp_path, b"x")
    path.chmod(0)
    assert refusal(path).code == "VRD003"
    path.chmod(stat.S_IRWXU)


def test_no_permission_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object, **__: object) -> None:
        raise PermissionError

    path = written(tmp_path, b"x")
    monkeypatch.setattr("builtins.open", deny)
    assert refusal(path).help == "vraag de eigenaar of de beheerder om leesrecht op dit bestand"


def test_broken_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    path = written(tmp_path, b"x")
    monkeypatch.setattr("builtins.open", fail)
    assert refusal(path).code == "VRD008"


def test_too_large_is_seen_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    found = refusal(path, limit=1_000_000)
    assert found.code == "VRD004"
    assert found.message.endswith("is te groot: een bestand is hier ten hoogste 1 MB")


def test_binary(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, b"PK\x03\x04\x00\x00")).code == "VRD005"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16(tmp_path: Path, encoding: str) -> None:
    data = "a: 1".encode(encoding)
    found = refusal(written(tmp_path, data))
    assert found.code == ("VRD007" if encoding == "utf-16" else "VRD005")


def test_not_utf_8_names_the_place(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbfeen\r\ntwee \xe9\xe9n\r\ndrie\r\n")
    found = refusal(path)
    assert found.code == "VRD006"
    assert found.message == "het teken op regel 2, kolom 6 is geen UTF-8"
    assert found.span == Span(str(path), 2, 6, 2, 7)
    assert found.excerpt == ((2, "twee ��n"),)
    assert found.help == "sla het bestand opnieuw op als platte tekst met de codering UTF-8"


def test_device_is_no_file() -> None:
    assert refusal(Path("/dev/null")).code == "VRD009"


@given(st.binary(max_size=200))
def test_decoding_raises_nothing_else(data: bytes) -> None:
    try:
        text = decode(data, "zaak.yaml")
    except InputError:
        return
    assert "\r" not in text


@pytest.mark.parametrize(("text", "blank"), [("", True), ("  \n# x\n\t\n", True), ("\n a # x", False)])
def test_blank(text: str, blank: bool) -> None:
    assert is_blank(Source("a.vrd", text)) is blank


def test_places_in_a_source() -> None:
    source = Source("a.vrd", "één\ntwee\n")
    assert [source.line(number) for number in range(5)] == ["", "één", "twee", "", ""]
    assert source.span_at(0, 3) == Span("a.vrd", 1, 1, 1, 4)
    assert source.span_at(4, 9) == Span("a.vrd", 2, 1, 3, 1)
    assert source.span_at(1, 2).to(source.span_at(4, 6)) == Span("a.vrd", 1, 2, 2, 3)
    assert str(Span.at("a.vrd", 3, 4)) == "a.vrd:3:4"


def test_excerpt_shows_both_places() -> None:
    source = Source("a.vrd", "een\ntwee\ndrie")
    other = Related(Span.at("a.vrd", 1, 1, 3), "de eerste")
    found = diagnostic(source, "VRD022", "dubbel", Span.at("a.vrd", 3, 2, 2), related=(other,))
    assert found.excerpt == ((1, "een"), (3, "drie"))
    assert found.marker() == (1, 2)
    assert found.marker(other.span) == (0, 3)


def test_long_line_is_shortened_around_the_place() -> None:
    source = Source("a.vrd", "a" * 500 + "FOUT" + "b" * 500)
    found = diagnostic(source, "VRD029", "mis", Span.at("a.vrd", 1, 501, 4))
    ((_, text),) = found.excerpt
    marker = found.marker()
    assert len(text) == EXCERPT_WIDTH
    assert (text[0], text[-1]) == ("…", "…")
    assert marker is not None
    assert text[marker[0] : marker[0] + marker[1]] == "FOUT"


@given(st.integers(1, 700), st.integers(1, 20), st.integers(1, 700))
def test_marker_stays_within_the_excerpt(column: int, length: int, width: int) -> None:
    column = min(column, width)
    source = Source("a.vrd", "x" * width)
    found = diagnostic(source, "VRD029", "mis", Span.at("a.vrd", 1, column, min(length, width - column + 1)))
    marker = found.marker()
    assert marker is not None
    assert 0 <= marker[0] < len(found.excerpt[0][1])
    assert marker[0] + marker[1] <= len(found.excerpt[0][1])


def test_unknown_code_is_our_own_mistake() -> None:
    with pytest.raises(KeyError):
        diagnostic(None, "VRD999", "x", None)


def test_user_text_in_messages() -> None:
    assert shown("a\n\tb") == "`a b`"
    assert shown("\x1b[31mrood") == "`�[31mrood`"
    assert shown("x" * 70) == "`" + "x" * 59 + "…`"
    assert printable("a\tb\x07") == "a b�"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("gedragin", "gedraging"),
        ("Duur-Verlaging", "duur_verlaging"),
        ("verlagng", "verlaging"),
        ("fiets", None),
        ("", None),
        ("_", None),
        ("x" * 10_000, None),
    ],
)
def test_did_you_mean(word: str, expected: str | None) -> None:
    names = ("gedraging", "verlaging", "duur_verlaging")
    assert did_you_mean(word, names) == expected
    assert bedoelt_u(word, names) == (f"bedoelt u `{expected}`?" if expected else "")


def test_close_names_are_candidates() -> None:
    assert close_names("verlagin", ["verlaging", "verlaging", "verlagingen"], 2) == [
        "verlaging",
        "verlagingen",
    ]
