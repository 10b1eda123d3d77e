"""`verordening bedragen`: the overview of amounts, and writing new ones in a folder of the user."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from verordening.cli import bedragen
from verordening.cli.main import main
from verordening.resources import resource_folder

SHIPPED = resource_folder("ordinances") / "landelijk" / "participatiewet.vrd"


def answered(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    data = "".join(f"{each}\n" for each in answers).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def copy_in(folder: Path) -> Path:
    return folder / "landelijk" / "participatiewet.vrd"


# ---------------------------------------------------------------- overview


def test_every_table_is_shown_with_its_amount_period_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bedragen", "norm_21_alleen", "--peildatum", "2026-03-01"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "€ 1.401,50 per maand norm alleenstaande, 21 jaar tot AOW (norm_21_alleen)" in said
    assert "van 1 januari 2026 tot 1 juli 2026" in said
    assert "Normenbrief 1 januari 2026" in said
    assert "officieel" in said


@pytest.mark.parametrize(("day", "code"), [("2026-03-01", 0), ("2026-05-02", 1), ("2026-07-01", 1)])
def test_controleer_finds_what_runs_out(day: str, code: int) -> None:
    assert main(["bedragen", "norm_21_alleen", "--controleer", "--peildatum", day]) == code
    assert main(["bedragen", "norm_21_alleen", "--peildatum", day]) == 0


def test_the_json_has_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    main(["bedragen", "norm_21_alleen", "--peildatum", "2026-07-01", "--formaat", "json"])
    (table,) = json.loads(capsys.readouterr().out)["tabellen"]
    assert (table["naam"], table["stand"], table["regeling"]) == ("norm_21_alleen", "afgelopen", "pw")
    assert table["rijen"][-1] == {
        "bedrag": "1401.50",
        "van": "2026-01-01",
        "tot": "2026-07-01",
        "herkomst": "officieel",
        "bron": "Participatiewet 1 januari 2026 en Normenbrief 1 januari 2026",
    }


def test_read_aloud_each_amount_is_a_statement(capsys: pytest.CaptureFixture[str]) -> None:
    main(["bedragen", "norm_21_alleen", "--peildatum", "2026-03-01", "--formaat", "schermlezer"])
    lines = capsys.readouterr().out.splitlines()
    assert "€ 1.401,50 per maand: norm alleenstaande, 21 jaar tot AOW (norm_21_alleen)." in lines


def test_without_peildatum_it_is_about_today(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from datetime import date

    monkeypatch.setattr(bedragen, "today", lambda: date(2024, 8, 1))
    main(["bedragen", "norm_21_alleen"])
    said = capsys.readouterr().out
    assert "Bedragen op 1 augustus 2024" in said
    assert "€ 1.308,45" in said


def test_a_table_that_does_not_exist(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bedragen", "norm_21_alleeen"]) == 2
    assert "bedoelt u `norm_21_alleen`?" in capsys.readouterr().err


# ---------------------------------------------------------------- new amounts

ARGUMENTS = ("bedragen", "norm_21_alleen", "--invullen", "--peildatum", "2026-07-01", "--regelingen")


def test_a_new_amount_is_written_in_a_copy_and_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = SHIPPED.read_text(encoding="utf-8")
    answered(monkeypatch, "", "€ 1.420,33", "", "Normenbrief 1 juli 2026", "ja")
    assert main([*ARGUMENTS, str(tmp_path)]) == 0
    row = '  vanaf 1 juli 2026    is € 1.420,33 officieel "Normenbrief 1 juli 2026"'
    after = copy_in(tmp_path).read_text(encoding="utf-8")
    known = set(before.split("\n"))
    assert [line for line in after.split("\n") if line not in known] == [row]
    assert len(after.split("\n")) == len(before.split("\n")) + 1
    assert SHIPPED.read_text(encoding="utf-8") == before
    assert main(["opmaak", str(tmp_path), "--controleer"]) == 0
    capsys.readouterr()
    main(["bedragen", "norm_21_alleen", "--peildatum", "2026-07-01", "--regelingen", str(tmp_path)])
    assert "€ 1.420,33 per maand" in capsys.readouterr().out


def test_what_cannot_be_read_is_asked_again_with_the_way_to_write_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answered(
        monkeypatch,
        "1 juli",
        "2026-07-01",
        "€ 1420.33",
        "1420,33 per jaar",
        "1420,33",
        "echt",
        "parafrase",
        "",
        "krant",
        "ja",
    )
    assert main([*ARGUMENTS, str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert said.count("fout:") == 5
    assert "1420,33" in said
    assert "is € 1.420,33 parafrase" in copy_in(tmp_path).read_text(encoding="utf-8")


def test_nothing_is_written_without_a_yes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answered(monkeypatch, "", "€ 1.420,33", "", "Normenbrief", "nee")
    assert main([*ARGUMENTS, str(tmp_path)]) == 0
    answered(monkeypatch, "", "€ 1.420,33")
    assert main([*ARGUMENTS, str(tmp_path)]) == 0
    answered(monkeypatch, "s")
    assert main([*ARGUMENTS, str(tmp_path)]) == 0
    assert not list(tmp_path.rglob("*"))


def test_a_row_that_leaves_a_gap_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answered(monkeypatch, "1 augustus 2026", "€ 1.420,33", "", "Normenbrief", "ja")
    assert main([*ARGUMENTS, str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "1 augustus 2026 is geen dag waarop deze tabel wordt geïndexeerd" in said
    assert "van 1 juli 2026 tot 1 augustus 2026 heeft deze tabel geen rij" in said
    assert not list(tmp_path.rglob("*"))


def test_a_change_that_looks_like_a_slip_is_pointed_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answered(monkeypatch, "", "€ 14.203,30", "", "Normenbrief", "nee")
    main([*ARGUMENTS, str(tmp_path)])
    assert "913% hoger dan het bedrag ervoor (€ 1.401,50)" in capsys.readouterr().out


def test_two_tables_of_one_file_are_both_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answered(monkeypatch, "", "€ 1.420,33", "", "Normenbrief", "ja", "", "€ 2.029,04", "", "", "ja")
    main(["bedragen", "norm_21_alleen", "norm_21_gehuwden", *ARGUMENTS[2:], str(tmp_path)])
    text = copy_in(tmp_path).read_text(encoding="utf-8")
    assert "is € 1.420,33 officieel" in text
    assert "is € 2.029,04 officieel" in text


def test_a_file_of_the_user_is_changed_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "mijn.vrd"
    text = (
        'regeling eigen "Eigen"\r\n  soort opgave\r\n  gemeente haarlem\r\n  herkomst fictief "proef"\r\n\r\n'
        "tabel eigen_bedrag: bedrag\r\n  vanaf 1 januari 2026 tot 1 juli 2026 is € 1 # klein\r\n"
    )
    own.write_bytes(text.encode())
    answered(monkeypatch, "", "onbekend", "ja")
    main(["bedragen", "eigen_bedrag", *ARGUMENTS[2:], str(tmp_path)])
    assert own.read_bytes().decode() == f"{text}  {'vanaf 1 juli 2026':<36} is onbekend\r\n"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ((), "noem die map met `--regelingen MAP`"),
        (("--regelingen", "x", "--formaat", "json"), "kan niet als json"),
    ],
)
def test_it_says_why_it_cannot_start(
    more: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bedragen", "norm_21_alleen", "--invullen", *more]) == 2
    captured = capsys.readouterr()
    assert words in " ".join((captured.out + captured.err).split())


def test_another_file_in_the_place_of_the_copy_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = copy_in(tmp_path)
    other.parent.mkdir()
    other.write_text('regeling anders "Anders"\n  soort begrippen\n  herkomst fictief\n', encoding="utf-8")
    answered(monkeypatch, "", "€ 1.420,33", "", "Normenbrief", "ja")
    assert main([*ARGUMENTS, str(tmp_path)]) == 2
    assert "anders" in other.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("type_", "first", "answers", "row"),
    [
        ("percentage", "5%", ("6,5", "6,5%"), "is 6,5% officieel"),
        ("aantal", "3", ("", "4"), "is 4 officieel"),
        ("duur in weken", "6 weken", ("8 weken",), "is 8 weken officieel"),
    ],
)
def test_other_tables_than_of_amounts(
    type_: str,
    first: str,
    answers: tuple[str, ...],
    row: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = tmp_path / "mijn.vrd"
    own.write_text(
        'regeling eigen "Eigen"\n  soort opgave\n  gemeente haarlem\n  herkomst fictief "proef"\n\n'
        f"tabel eigen_waarde: {type_}\n  vanaf 1 januari 2026 tot 1 juli 2026 is {first}\n",
        encoding="utf-8",
    )
    answered(monkeypatch, "", *answers, "", "besluit van de raad", "ja")
    assert main(["bedragen", "eigen_waarde", *ARGUMENTS[2:], str(tmp_path)]) == 0
    assert row in own.read_text(encoding="utf-8")


def test_a_value_of_another_kind_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "mijn.vrd"
    text = (
        'regeling eigen "Eigen"\n  soort opgave\n  gemeente haarlem\n  herkomst fictief "proef"\n\n'
        "tabel eigen_waarde: aantal\n  vanaf 1 januari 2026 tot 1 juli 2026 is 3\n"
    )
    own.write_text(text, encoding="utf-8")
    answered(monkeypatch, "", "€ 4", "", "besluit", "ja")
    assert main(["bedragen", "eigen_waarde", *ARGUMENTS[2:], str(tmp_path)]) == 0
    assert own.read_text(encoding="utf-8") == text
    assert "Niet opgeschreven, want zo klopt de tabel niet meer" in capsys.readouterr().out
