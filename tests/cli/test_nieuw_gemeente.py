"""`nieuw gemeente` through the door: from nothing to ordinances that lint clean once everything is filled in."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from pathlib import Path

import pytest

from tests.law.examples import corpus_of
from verordening.cli.main import main
from verordening.present.model_set import EXAMPLE, model_files

Capture = pytest.CaptureFixture[str]

NAMES = [
    *(f"{name}.vrd" for name in ("afstemming", "inkomenstoeslag", "opgave")),
    *(f"{name}.vrd" for name in ("reintegratie", "tegenprestatie", "verrekening")),
]
MANDATORY = [
    *(f"pw artikel 8 lid 1 onderdeel {part}" for part in "abc"),
    *(f"pw artikel 8a lid 1 onderdeel {part}" for part in "abcde"),
]
"""What the council must regulate."""


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def start(capsys: Capture, *words: str, code: int = 0) -> str:
    assert main(["nieuw", "gemeente", *words]) == code
    said = capsys.readouterr()
    return said.out if code == 0 else said.err


def linted(capsys: Capture, code: int) -> str:
    assert main(["lint", "eigen"]) == code
    return capsys.readouterr().out


def fill_in_tables(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer every question of `bedragen --invullen` with what the model set itself gives."""
    tables = {
        name: value
        for path in sorted(Path("eigen").glob("*.vrd"))
        for name, value in values_of_the_model(path.name).items()
    }
    answers = [line for value in tables.values() for line in ("", value, "officieel", "raadsbesluit", "ja")]
    typed = io.BytesIO(("\n".join(answers) + "\n").encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(typed, encoding="utf-8"))
    assert main(["bedragen", "--invullen", "--regelingen", "eigen"]) == 0
    assert f"Opgeschreven: {len(tables)} van {len(tables)}." in capsys.readouterr().out


def values_of_the_model(name: str) -> dict[str, str]:
    (path,) = [each for each in model_files() if each.name == name]
    found = re.findall(r"^tabel (\w+):.*?is (.*?) fictief", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return dict(found)


def fill_in_texts() -> None:
    for path in Path("eigen").glob("*.vrd"):
        text = path.read_text("utf-8")
        text = re.sub(r'bron( +)"vul in.*"', r'bron\1"CVDR700000/1"', text)
        text = re.sub(r'fictief "vul in.*"', "officieel\n  nagelezen op 1 januari 2026", text)
        path.write_text(text, encoding="utf-8")


# ------------------------------------------------ from nothing to an ordinance


def test_the_set_is_there_and_says_what_is_still_to_be_filled_in(capsys: Capture) -> None:
    said = start(capsys, "laren", "--uit", "eigen", "--peildatum", "2027-01-01")
    assert [path.name for path in sorted(Path("eigen").iterdir())] == NAMES
    assert "verordening bedragen --invullen --regelingen eigen" in said
    found = linted(capsys, 1)
    named = set(re.findall(r"de tabel `(\w+)`", " ".join(found.split())))
    assert named == {name for each in NAMES for name in values_of_the_model(each)}
    assert set(re.findall(r"^\w+\[(VRD\d+)\]", found, re.MULTILINE)) == {"VRD228", "VRD370"}
    # bron and herkomst of each of the six
    assert len(re.findall(r"^advies\[VRD370\]", found, re.MULTILINE)) == 12
    assert main(["opmaak", "eigen", "--controleer"]) == 0


def test_filled_in_it_lints_clean_and_decides(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    start(capsys, "Laren", "--uit", "eigen", "--peildatum", "2026-01-01")
    fill_in_tables(capsys, monkeypatch)
    fill_in_texts()
    assert linted(capsys, 0).startswith("Geen fouten gevonden.")
    assert main(["opmaak", "eigen", "--controleer"]) == 0
    capsys.readouterr()
    Path("zaak.yaml").write_text(
        "gemeente: laren\npeildatum: 2026-03-01\nbesluiten: [verlaging, duur_verlaging]\n"
        "gegevens: {gedraging: onvoldoende_inspanning, datum_gedraging: 2026-02-16, eerdere_maatregel_artikel_5: nee}\n"
        "oordelen:\n  verwijtbaarheid: {oordeel: aanwezig, motivering: Wist van de plicht.}\n",
        encoding="utf-8",
    )
    assert main(["toets", "zaak.yaml", "--regelingen", "eigen", "--formaat", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["besluiten"]
    # 30% is what the model gives for its second category; a month, since it is the first time
    assert (found["verlaging"]["tekst"], found["verlaging"]["herkomst"]) == ("30%", "officieel")
    assert found["verlaging"]["regel"] == "laren/afstemming artikel 5 lid 1 onderdeel b"
    assert found["duur_verlaging"]["tekst"] == "1 maand"


def test_a_choice_that_the_act_does_not_allow_is_named(capsys: Capture) -> None:
    """The first time must be shorter than the second (Participatiewet 18 lid 5 and 6)."""
    start(capsys, "laren", "--uit", "eigen", "--peildatum", "2026-01-01")
    path = Path("eigen/afstemming.vrd")
    path.write_text(
        re.sub(
            r"(tabel duur_\w+_keer.*\n.*\n.* is) onbekend",
            r"\1 3 maanden",
            path.read_text(encoding="utf-8"),
        ),
        encoding="utf-8",
    )
    assert "waarschuwing[VRD602]: `artikel 7 lid 1`" in linted(capsys, 1)


def test_the_set_starts_next_year_unless_told_otherwise(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verordening.cli.nieuw_gemeente.today", lambda: date(2026, 3, 1))
    text = json.loads(start(capsys, "laren", "--formaat", "json"))["bestanden"][0]["tekst"]
    assert "  in werking vanaf 1 januari 2027\n" in text
    assert "  vanaf 1 januari 2027 is onbekend\n" in text


# ------------------------------------------------ what the set holds


def test_the_set_regulates_all_that_the_council_must() -> None:
    grounds = {
        ground
        for each in corpus_of(EXAMPLE).regulations.values()
        if each.gemeente == EXAMPLE and each.kind == "verordening"
        for ground in each.grounds
    }
    assert grounds == set(MANDATORY)
    ordered = {place for place, versions in corpus_of(EXAMPLE).provisions.items() if versions[-1].ordinance}
    assert ordered == {*MANDATORY, "pw artikel 8b", "pw artikel 47"}


def test_an_ordinance_that_is_taken_out_of_the_set_is_missed(capsys: Capture) -> None:
    start(capsys, "laren", "--uit", "eigen")
    Path("eigen/tegenprestatie.vrd").unlink()
    assert main(["lint", "eigen", "--kies", "VRD720", "--formaat", "kort"]) == 1
    (said,) = capsys.readouterr().out.splitlines()
    assert said.startswith("eigen/opgave.vrd:11:3: waarschuwing[VRD720]: `pw artikel 8a lid 1 onderdeel b`")


def test_nothing_of_the_example_is_left(capsys: Capture) -> None:
    start(capsys, "den_haag", "--uit", "eigen")
    for path in Path("eigen").iterdir():
        text = path.read_text("utf-8")
        assert EXAMPLE not in text.casefold()
        assert '"voorbeeld"' not in text
        assert re.search(r"^regeling \w+ \".* Den Haag\"$", text, re.MULTILINE)


# ------------------------------------------------ what is refused


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), "VRD505", "de naam van de gemeente ontbreekt"),
        (("laren",), "VRD505", "de map ontbreekt"),
        (("lareen", "--uit", "eigen"), "VRD504", "bedoelt u `laren`"),
        (("amsterdam", "--uit", "eigen"), "VRD511", "`amsterdam/maatregelen`"),
    ],
)
def test_what_cannot_be_started(capsys: Capture, words: tuple[str, ...], code: str, said: str) -> None:
    text = start(capsys, *words, code=2)
    assert f"fout[{code}]" in text
    assert said in " ".join(text.split())
    assert not Path("eigen").exists()


def test_a_file_that_is_there_stays_as_it_is(capsys: Capture) -> None:
    Path("eigen").mkdir()
    Path("eigen/reintegratie.vrd").write_text("van mij", encoding="utf-8")
    assert "VRD511" in start(capsys, "laren", "--uit", "eigen", code=2)
    assert [path.name for path in Path("eigen").iterdir()] == ["reintegratie.vrd"]
    assert Path("eigen/reintegratie.vrd").read_text("utf-8") == "van mij"


def test_a_folder_that_is_a_file_is_refused(capsys: Capture) -> None:
    Path("eigen").write_text("van mij", encoding="utf-8")
    assert "VRD016" in start(capsys, "laren", "--uit", "eigen", code=2)


def test_as_json_nothing_need_be_written(capsys: Capture) -> None:
    found = json.loads(start(capsys, "laren", "--formaat", "json"))
    assert found["gemeente"] == "laren"
    assert [each["bestand"] for each in found["bestanden"]] == NAMES
