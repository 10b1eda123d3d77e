"""`verordening.toml`: which file holds, what goes before it, and what is said of a wrong one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CASE
from verordening.cli.main import main
from verordening.cli.settings import Settings, read_settings

ON = 'voorbeeldrichtlijnen = "ja"\n'
OFF = "voorbeeldrichtlijnen = false\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    inner = tmp_path / "project" / "zaken"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    return inner


def test_without_a_file_the_examples_are_silent() -> None:
    assert read_settings() == Settings(examples=False)


def test_the_nearest_file_holds(project: Path) -> None:
    (project.parent / "verordening.toml").write_text(ON, encoding="utf-8")
    assert read_settings().examples
    (project / "verordening.toml").write_text(OFF, encoding="utf-8")
    assert not read_settings().examples


def test_a_shared_file_counts_only_with_a_table_of_ours(project: Path) -> None:
    (project.parent / "verordening.toml").write_text(ON, encoding="utf-8")
    (project / "pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    assert read_settings().examples
    (project / "pyproject.toml").write_text(f"[tool.verordening]\n{OFF}", encoding="utf-8")
    assert not read_settings().examples


@pytest.mark.parametrize(
    "text", ["tool = 1 # [tool.verordening]\n", '[tool]\nverordening = "x"\n#[tool.verordening]\n']
)
def test_a_table_that_is_none_says_nothing(text: str, project: Path) -> None:
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    assert read_settings() == Settings(examples=False)


@pytest.mark.parametrize(
    ("setting", "said", "typed", "speak"),
    [
        (ON, "", (), True),
        (OFF, "", (), False),
        (ON, "voorbeeldrichtlijnen: nee\n", (), False),
        (OFF, "voorbeeldrichtlijnen: ja\n", (), True),
        (OFF, "voorbeeldrichtlijnen: nee\n", ("--voorbeelden", "ja"), True),
        (ON, "voorbeeldrichtlijnen: ja\n", ("--voorbeelden", "nee"), False),
    ],
)
def test_what_is_typed_goes_before_the_case_and_the_case_before_the_file(
    setting: str,
    said: str,
    typed: tuple[str, ...],
    speak: bool,
    project: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (project / "verordening.toml").write_text(setting, encoding="utf-8")
    (project / "casus.yaml").write_text(CASE + said, encoding="utf-8")
    assert main(["afwijken", "casus.yaml", "--formaat", "json", *typed]) == 0
    voices = [
        voice
        for route in json.loads(capsys.readouterr().out)["ruimte"]
        for voice in route["weging"]["kan_meewegen"]
    ]
    assert any(each["voorbeeld"] for each in voices) is speak


@pytest.mark.parametrize(
    ("text", "code", "place", "remedy"),
    [
        (
            "voorbeeldrichtlijn = true\n",
            "VRD522",
            "verordening.toml:1:1",
            "bedoelt u `voorbeeldrichtlijnen`?",
        ),
        (f"# van ons\n{ON}x = 2\n", "VRD522", "verordening.toml:3:1", "kies uit `voorbeeldrichtlijnen`"),
        ("voorbeeldrichtlijnen = [1]\n", "VRD522", "verordening.toml:1:1", 'schrijf `"ja"` of `"nee"`'),
        ("voorbeeldrichtlijnen: ja\n", "VRD521", "verordening.toml:1:21", "een instelling ziet er zo uit"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(
    text: str, code: str, place: str, remedy: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "verordening.toml").write_text(text, encoding="utf-8")
    (project / "casus.yaml").write_text(CASE, encoding="utf-8")
    assert main(["toets", "casus.yaml"]) == 2
    said = capsys.readouterr().err
    assert f"fout[{code}]" in said
    assert place in said
    assert remedy in said
