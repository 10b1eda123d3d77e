"""Each kind of bad input, through the door: a Dutch message with place and remedy, exit 2, nothing on the output."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from verordening.cli.main import main

HEAD = "gemeente: amsterdam\npeildatum: 2026-03-01\n"
Capture = pytest.CaptureFixture[str]


def facts(line: str) -> bytes:
    return f"{HEAD}gegevens:\n  {line}\n".encode()


BAD: list[tuple[str, str, bytes]] = [
    ("unknown fact", "VRD406", facts("gedragin: geen")),
    ("wrong type", "VRD411", facts("leeftijd: € 5")),
    ("out of bounds", "VRD413", facts("leeftijd: 130 jaar")),
    ("no unit", "VRD412", facts("leeftijd: 29")),
    ("another unit", "VRD412", facts("contractduur: 3 weken")),
    ("no peildatum", "VRD404", b"gemeente: amsterdam\n"),
    ("duplicate key", "VRD022", facts("leeftijd: 29 jaar\n  leeftijd: 30 jaar")),
    ("on", "VRD411", facts("in_inrichting: on")),
    ("010", "VRD411", facts("kostendelende_medebewoners: 010")),
    ("1_000", "VRD411", facts("kostendelende_medebewoners: 1_000")),
    ("tab", "VRD021", facts("\tleeftijd: 29 jaar")),
    ("empty file", "VRD020", b""),
    ("only comments", "VRD020", b"# niets\n"),
    ("binary file", "VRD005", bytes(range(256)) * 4),
    ("UTF-16", "VRD007", "gemeente: amsterdam\n".encode("utf-16")),
    ("Latin-1", "VRD006", "casus: één\n".encode("latin-1")),
    ("no such date", "VRD415", b"gemeente: amsterdam\npeildatum: 2026-02-30\n"),
    ("facts that do not go together", "VRD431", facts("leeftijd: 30 jaar\n  aow_leeftijd_bereikt: ja")),
    ("a list that is no list", "VRD416", facts("kinderen: 2")),
    ("too many in a list", "VRD413", facts(f"kinderen: [{', '.join(['onbekend'] * 16)}]")),
    ("an unknown field in a list", "VRD419", facts("kinderen: [{leeftijdd: 3 jaar}]")),
    ("misspelt municipality", "VRD403", b"gemeente: amsterdm\npeildatum: 2026-03-01\n"),
    ("BSN in a text", "VRD401", b"casus: zaak 123456782\n" + HEAD.encode()),
    ("BSN as a key", "VRD401", facts("123456782: ja")),
    ("a person", "VRD402", facts("naam: ja")),
    ("50 MB", "VRD004", b"x" * 50_000_000),
    ("nested brackets", "VRD026", b"gegevens: " + b"[" * 10_000),
    ("a list", "VRD028", b"- a\n- b\n"),
    ("a loose text", "VRD028", b"zomaar een tekst\n"),
    ("an alias", "VRD023", b"a: &x 1\nb: *x\n"),
    ("a label", "VRD024", b"a: !!python/object:os.system x\n"),
]


@pytest.mark.parametrize("command", ["toets", "afwijken"])
@pytest.mark.parametrize(("code", "data"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_input(capsys: Capture, tmp_path: Path, command: str, code: str, data: bytes) -> None:
    path = tmp_path / "casus.yaml"
    path.write_bytes(data)
    started = time.process_time()
    assert main([command, str(path)]) == 2
    assert time.process_time() - started < 5
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"fout[{code}]: ")
    assert "= hulp: " in said.err
    assert "casus.yaml" in said.err
    assert "Traceback" not in said.err
    assert "123456782" not in said.err


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda folder: folder / "weg.yaml", "VRD001"),
        (lambda folder: folder, "VRD002"),
        (lambda folder: folder / ("x" * 5000), "VRD0"),
        (lambda folder: folder / "a\0b", "VRD0"),
    ],
    ids=["missing file", "folder", "endless name", "null byte"],
)
def test_no_file(capsys: Capture, tmp_path: Path, make: Callable[[Path], Path], code: str) -> None:
    assert main(["toets", str(make(tmp_path))]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"fout[{code}")


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + HEAD.encode(),
        HEAD.replace("\n", "\r\n").encode(),
        HEAD.replace("\n", "\r").encode(),
    ],
    ids=["BOM", "Windows line ends", "old Mac line ends"],
)
def test_what_an_editor_leaves_is_no_mistake(capsys: Capture, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "casus.yaml"
    path.write_bytes(data + b"besluiten: [verlaging]")
    assert main(["toets", str(path)]) in (0, 4)
    assert capsys.readouterr().err == ""


def test_the_whole_message(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("casus.yaml").write_bytes(facts("gedragin: geen\n  leeftijd: 29"))
    assert main(["toets", "casus.yaml"]) == 2
    assert capsys.readouterr().err == (
        "fout[VRD406]: er is geen gegeven `gedragin`\n"
        " ┌─ casus.yaml:4:3\n"
        "4│   gedragin: geen\n"
        " │   ^^^^^^^^\n"
        " = hulp: bedoelt u `gedraging`?\n"
        " = uitleg: verordening uitleg VRD406\n"
        "\n"
        "fout[VRD412]: bij `29` ontbreekt de eenheid: `leeftijd` is een duur in jaren\n"
        " ┌─ casus.yaml:5:13\n"
        "5│   leeftijd: 29\n"
        " │             ^^ ontbreekt de eenheid\n"
        " = hulp: schrijf `29 jaar`\n"
        " = uitleg: verordening uitleg VRD412\n"
        "\n"
        "2 fouten.\n"
    )


def test_bad_input_as_json(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "casus.yaml"
    path.write_bytes(facts("leeftijd: 29"))
    assert main(["toets", str(path), "--formaat", "json"]) == 2
    said = capsys.readouterr()
    answer = json.loads(said.out)
    assert said.err == ""
    assert answer["afsluitcode"] == 2
    assert [each["code"] for each in answer["meldingen"]] == ["VRD412"]


def test_bad_input_for_a_screen_reader(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "casus.yaml"
    path.write_bytes(facts("leeftijd: 29"))
    assert main(["toets", str(path), "--formaat", "schermlezer"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Hulp: Schrijf `29 jaar`." in said.err


REGULATION = """\
regeling maatregelen "Maatregelen"
  soort verordening
  gemeente amsterdam
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt pw, begrippen
"""


@pytest.mark.parametrize(
    ("code", "rules"),
    [
        (
            "VRD305",
            "artikel 1\n  in afwijking van pw artikel 18 lid 9\n  als gedraging = geen\n  dan moet verlaging = 5%\n",
        ),
        (
            "VRD306",
            "artikel 1\n  in afwijking van artikel 2\n  als gedraging = geen\n  dan moet verlaging = 5%\n"
            "artikel 2\n  in afwijking van artikel 1\n  als gedraging = geen\n  dan moet verlaging = 6%\n",
        ),
    ],
    ids=["a deviation upward", "a circle of deviations"],
)
def test_a_regulation_of_ones_own_that_may_not_be(
    capsys: Capture, tmp_path: Path, code: str, rules: str
) -> None:
    own = tmp_path / "eigen"
    own.mkdir()
    (own / "maatregelen.vrd").write_text(REGULATION + rules, encoding="utf-8")
    path = tmp_path / "casus.yaml"
    path.write_text(HEAD, encoding="utf-8")
    assert main(["toets", str(path), "--regelingen", str(own)]) == 2
    assert f"fout[{code}]: " in capsys.readouterr().err
    assert main(["lint", str(own)]) == 1
    assert f"fout[{code}]: " in capsys.readouterr().out
