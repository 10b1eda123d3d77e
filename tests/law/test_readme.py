"""The README shows what the program really says, and its case and rule are real ones."""

from __future__ import annotations

import re
from pathlib import Path

from tests.law.examples import example
from verordening.present.text import render_afwijken

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_screen_in_the_readme_is_a_real_one() -> None:
    found = re.search(r"<!-- scherm -->\n```\n(.*?)\n```\n<!-- /scherm -->", README, re.DOTALL)
    assert found is not None
    screen = render_afwijken(
        example("te-laat-geregistreerd").outcome, case_path="examples/te-laat-geregistreerd.yaml"
    ).rstrip("\n")
    assert found[1] == f"$ verordening afwijken examples/te-laat-geregistreerd.yaml\n\n{screen}"


def test_the_rule_in_the_readme_is_a_real_one() -> None:
    found = re.search(r"```\n(artikel 6 .*?)```", README, re.DOTALL)
    assert found is not None
    ordinance = (ROOT / "ordinances/amsterdam/maatregelen.vrd").read_text(encoding="utf-8")
    for part in found[1].split("  …\n"):
        assert part in ordinance
