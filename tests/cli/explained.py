"""The examples of the pages of `uitleg`, put where a user would have them, and what the program says of each."""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import docx
import pytest

from tests.present.writing.pango import need_pango
from verordening.cli.arguments import read_arguments
from verordening.cli.cases import open_case
from verordening.cli.main import main
from verordening.language.diagnostics import InputError
from verordening.language.explanations import Example
from verordening.model import regulation_files
from verordening.present.writing.word_template import start_template

HEADER: Final = """\
regeling maatregelen "Maatregelenverordening Zonderdam"
  soort      verordening
  gemeente   zonderdam
  grondslag  pw artikel 8 lid 1 onderdeel a
  herkomst   fictief "een voorbeeld bij de uitleg"
  in werking vanaf 1 januari 2025
  bron       "een voorbeeld bij de uitleg"

"""
"""What stands above an example that is part of a regulation. It says nothing that the pages are about."""

CASE: Final = """\
casus: Te laat geregistreerd
gemeente: amsterdam
peildatum: 2026-03-01
besluiten: [verlaging, duur_verlaging]
gegevens:
  gedraging: te_laat_geregistreerd
  datum_gedraging: 2026-02-20
  eerdere_maatregel_artikel_6: nee
oordelen:
  verwijtbaarheid: {oordeel: aanwezig, motivering: Wist van de plicht.}
"""

SETTLED: Final = f"""{CASE}  dringende_redenen_18_10: {{oordeel: nee, motivering: Er zijn geen schulden.}}
gesprek:
  gehoord: ja
  argumenten: {{voor: [Het is de eerste keer.], tegen: [De plicht was bekend.]}}
  vraag_aan_het_team: Had een waarschuwing hier gewerkt?
"""
"""A case in which nothing is missing for a text."""

_LONG: Final = (
    "  gelijke_gevallen: x\n  inwoner: "
    + "Dit is een lange zin over wat er gebeurde. " * 40
    + """
  medewerker: """
    + "Dit is ook een lange zin, over wat de medewerker wil. " * 35
    + "\n"
)

_UNSEEN: Final = re.compile("⟨U[+]([0-9A-F]{4})⟩")
"""How a page shows a sign that nobody can see; a tab is `⟨tab⟩`."""

_ONLY_MESSAGES: Final = ("--negeer", "VRD7,VRD80")
"""The pages are about messages; what the lint rules find has pages and examples of its own (`tests/analyse/lint`)."""

_ON_ONE_DAY: Final = ("--gemeente", "amsterdam", "--peildatum", "2026-03-01")

Prepare = Callable[[Path, pytest.MonkeyPatch], None]


def command_for(example: Example, folder: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> list[str]:
    """What a user types to meet the example, in `folder`, which becomes the current one."""
    monkeypatch.chdir(folder)
    text = _UNSEEN.sub(lambda found: chr(int(found[1], 16)), example.text.replace("⟨tab⟩", "\t"))
    if example.kind == "opdracht":
        (folder / "casus.yaml").write_text(CASE, encoding="utf-8")
        PREPARED.get(code, lambda *_: None)(folder, monkeypatch)
        program, *words = shlex.split(text)
        assert program == "verordening"
        return [*words, *_ONLY_MESSAGES] if words[0] == "lint" else words
    if example.kind == "proef":
        (folder / "proef.yaml").write_text(text, encoding="utf-8")
        return ["beproef", "proef.yaml"]
    if example.kind == "populatie":
        (folder / "zaken.csv").write_text(text, encoding="utf-8")
        return ["doorreken", "zaken.csv", *_ON_ONE_DAY, "--besluit", "verlaging", "--uit", "uitkomst.csv"]
    if example.kind == "casus":
        (folder / "zaak.yaml").write_text(text, encoding="utf-8")
        return ["toets", "zaak.yaml"]
    if example.kind == "instellingen":
        (folder / "casus.yaml").write_text(CASE, encoding="utf-8")
        (folder / "verordening.toml").write_text(text, encoding="utf-8")
        return ["toets", "casus.yaml"]
    head = HEADER if example.kind == "bepaling" else ""
    (folder / "voorbeeld.vrd").write_text(head + text, encoding="utf-8")
    return ["lint", "voorbeeld.vrd", *_ONLY_MESSAGES]


def codes_on_reading(words: list[str]) -> list[str]:
    """The codes of the messages on a case, without an answer to it: that may take seconds where little is filled in."""
    try:
        open_case(read_arguments(words))
    except InputError as error:
        return [each.code for each in error.diagnostics]
    return []


def codes_of(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """The exit code, and the codes of the messages that the program gives."""
    exit_code = main(["--formaat", "json", *words])
    out = capsys.readouterr().out
    answer = json.loads(out) if out.startswith("{") else {}
    return exit_code, [each["code"] for each in answer.get("meldingen", [])]


# ------------------------------------------------ files that a page can only name


def _written(name: str, data: bytes) -> Prepare:
    def prepare(folder: Path, _: pytest.MonkeyPatch) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)

    return prepare


def _regulation(name: str, text: str = "") -> Prepare:
    return _written(name, (HEADER + (text or 'artikel 1\n  inhoud "Dit is een voorbeeld."\n')).encode())


def _all(*steps: Prepare) -> Prepare:
    def prepare(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for step in steps:
            step(folder, monkeypatch)

    return prepare


def _folder(name: str) -> Prepare:
    return lambda folder, _: (folder / name).mkdir(parents=True)


def _refused(name: str, error: OSError) -> Prepare:
    """A file or folder that cannot be opened; done by hand, since the tests may run as root."""

    def prepare(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        usual = open

        def open_(path: str, *args: object, **options: object) -> object:
            if str(path).startswith(name):
                raise error
            return usual(path, *args, **options)  # type: ignore[call-overload]

        monkeypatch.setattr("builtins.open", open_)

    return prepare


def _closed_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "netwerkschijf").mkdir()
    usual = os.scandir

    def scandir(path: str) -> object:
        if path == "netwerkschijf":
            raise OSError(5, "Input/output error")
        return usual(path)

    monkeypatch.setattr(os, "scandir", scandir)


def _too_many_folders(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit itself is tested elsewhere; making ten thousand folders would only take time."""
    shipped = 200
    for number in range(shipped + 1):
        (folder / f"schijf/map-{number}").mkdir(parents=True)
    monkeypatch.setattr(regulation_files, "MOST_ENTRIES", shipped)


def _many_mistakes() -> str:
    return "".join(f"artikel {number}\n  indien gedraging = geen\n" for number in range(1, 400))


def _deep(levels: int) -> str:
    """Concepts that each stand on the one before."""
    links = (f"begrip stap_{number}: ja/nee = niet stap_{number - 1}\n" for number in range(1, levels))
    return "begrip stap_0: ja/nee = volgt_opleiding\n" + "".join(links)


def _without(module: str) -> Prepare:
    """A machine on which a library is not installed."""
    return lambda _, monkeypatch: monkeypatch.setitem(sys.modules, module, None)


def _house_style(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "huisstijl.docx").write_bytes(start_template())


def _asking_for(name: str) -> Prepare:
    def prepare(folder: Path, _: pytest.MonkeyPatch) -> None:
        made = docx.Document()
        made.add_paragraph(f"Beste {{{{ {name} }}}},")
        made.save(str(folder / "eigen.docx"))

    return prepare


PREPARED: Final[dict[str, Prepare]] = {
    "VRD002": _written("zaken/te-laat.yaml", CASE.encode()),
    "VRD003": _all(_written("afgeschermd.yaml", CASE.encode()), _refused("afgeschermd", PermissionError())),
    "VRD004": _written("alle-zaken.yaml", b"#" * 1_000_001),
    "VRD005": _written("casus.docx", b"PK\x03\x04\x00\x00"),
    "VRD006": _written("oude-casus.yaml", "casus: één dag te laat\n".encode("latin-1") + CASE.encode()),
    "VRD007": _written("unicode-casus.yaml", CASE.encode("utf-16")),
    "VRD008": _all(
        _written("netwerkschijf/casus.yaml", CASE.encode()),
        _refused("netwerkschijf", OSError(5, "Input/output error")),
    ),
    "VRD009": lambda folder, _: os.mkfifo(folder / "leiding"),
    "VRD010": _regulation("regelingen/maatregelen.vrd"),
    "VRD011": _regulation("regelingen/maatregelen.vrd"),
    "VRD012": _all(_closed_folder, _regulation("regelingen/maatregelen.vrd")),
    "VRD013": _all(_folder("leeg"), _regulation("regelingen/maatregelen.vrd")),
    "VRD014": _all(_written("verordening.docx", b"PK"), _regulation("maatregelen.vrd")),
    "VRD015": _all(_too_many_folders, _regulation("schijf/regelingen/maatregelen.vrd")),
    "VRD016": _all(_folder("netwerkschijf"), _refused("netwerkschijf", PermissionError())),
    "VRD020": _written("leeg.yaml", b"# nog in te vullen\n"),
    "VRD027": _written("export.yaml", b"a: [" + b"1, " * 20_000 + b"1]\n"),
    "VRD115": _all(
        _regulation(
            "lang.vrd", "artikel 1\n  als " + "niet " * 200 + "volgt_opleiding\n  dan moet verlaging = 5%\n"
        ),
        _regulation("kort.vrd"),
    ),
    "VRD116": _all(_written("leeg.vrd", b"# hier komt de verordening\n"), _regulation("maatregelen.vrd")),
    "VRD229": _all(_regulation("diep.vrd", _deep(200)), _regulation("ondiep.vrd", _deep(2))),
    "VRD311": _all(
        _regulation("map-met-kopie/maatregelen.vrd"),
        _regulation("map-met-kopie/maatregelen-oud.vrd"),
        _regulation("map-zonder-kopie/maatregelen.vrd"),
    ),
    "VRD124": _all(_regulation("omgezet.vrd", _many_mistakes()), _regulation("maatregelen.vrd")),
    "VRD461": _written("zaken.csv", b"leeftijd\n29\n"),
    "VRD465": _all(
        _written("zaken.csv", b"leeftijd\n29\n"),
        _written("mei.csv.delen/doorreken.json", b'{"vorm": 1, "vingerafdruk": "van een ander bestand"}'),
    ),
    "VRD507": _written("te-laat.yaml", CASE.encode()),
    "VRD541": _regulation("regelingen/maatregelen.vrd"),
    "VRD531": _all(_written("klaar.yaml", SETTLED.encode()), _without("weasyprint")),
    "VRD532": _all(
        _written("klaar.yaml", SETTLED.encode()),
        _written("oud.docx", b"een oud bestand"),
        _house_style,
    ),
    "VRD533": _all(_written("klaar.yaml", SETTLED.encode()), _asking_for("naam_inwoner"), _house_style),
    "VRD534": _all(
        lambda *_: need_pango(),
        _written("klaar.yaml", SETTLED.encode()),
        _written("lange-zaak.yaml", (SETTLED + _LONG).encode()),
    ),
}
"""What must be there before the command of a page can be typed, by code; `casus.yaml` is always there."""
