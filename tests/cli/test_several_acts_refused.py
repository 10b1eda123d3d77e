"""More than one act where a case holds one: the message names the key under which they belong."""

from __future__ import annotations

from pathlib import Path

import pytest

from verordening.cli.main import main

TOP = "casus: Twee\ngemeente: amsterdam\npeildatum: 2026-03-01\nbesluiten: [verlaging]\n"
BOTH = "gedraging: [te_laat_geregistreerd, onvoldoende_inspanning]\n"


@pytest.mark.parametrize(
    "text", [f"{TOP}gegevens:\n  {BOTH}", f"{TOP}{BOTH}"], ids=["onder gegevens", "bovenaan"]
)
def test_the_key_for_several_is_named(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "casus.yaml"
    case.write_text(text, encoding="utf-8")
    assert main(["toets", str(case)]) == 2
    assert "onder de sleutel `gedragingen`" in " ".join(capsys.readouterr().err.split())


def test_one_act_that_breaches_several_duties(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "casus.yaml"
    case.write_text(f"{TOP}gegevens:\n  {BOTH}", encoding="utf-8")
    main(["toets", str(case)])
    said = " ".join(capsys.readouterr().err.split())
    assert "raakt één handeling meer verplichtingen, schrijf dan daar `gedraging: [a, b]`" in said
