"""The handleiding: what it shows can be typed over and holds."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.explained import codes_of, codes_on_reading, command_for
from verordening.cli.arguments import read_arguments
from verordening.cli.main import main
from verordening.language.explanations import EXAMPLE_KINDS, Example

PAGES = sorted((Path(__file__).parents[2] / "docs" / "handleiding").glob("*.md"))
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCKS = [
    pytest.param(kind, text, id=f"{page.stem}-{number}")
    for page in PAGES
    for number, (kind, text) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), start=1)
]


@pytest.mark.parametrize(("kind", "text"), BLOCKS)
def test_what_the_handleiding_shows_holds(
    kind: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if not kind:
        for line in text.splitlines():
            program, *words = shlex.split(line.partition("    ")[0])
            assert program == "verordening"
            assert read_arguments(words).command is not None
        return
    assert kind in EXAMPLE_KINDS
    command = command_for(Example(kind, text), tmp_path, monkeypatch, "")
    if kind == "casus":
        assert codes_on_reading(command) == []
        return
    assert codes_of(command, capsys) == (0, [])
    if kind not in ("proef", "instellingen"):
        assert main(["opmaak", "--controleer", command[1]]) == 0


def test_every_page_is_in_the_index() -> None:
    index = next(page for page in PAGES if page.stem == "README").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\((\S+\.md)\)", index))
    assert linked == {page.name for page in PAGES} - {"README.md"}
