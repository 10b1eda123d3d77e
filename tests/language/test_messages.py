"""Bad files with everything a person reads about them, and good files about which there is nothing to say."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from verordening.language.codes import CODES
from verordening.language.diagnostics import Diagnostic
from verordening.language.parsing import parse
from verordening.language.reading import read_text
from verordening.language.source import Source

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad").glob("*.vrd"))
GOOD = sorted((HERE / "good").glob("*.vrd"))


def read(path: Path) -> Source:
    text = read_text(path, limit=100_000).text
    return Source(path.name, text)


def shown(found: Diagnostic) -> str:
    assert found.span is not None
    lines = [f"{found.code} {found.span.line}:{found.span.column} {found.message}"]
    for number, text in found.excerpt:
        lines.append(f"{number:>4} | {text}")
        marker = found.marker() if number == found.span.line else None
        if marker is not None:
            lines.append("     | " + " " * marker[0] + "^" * marker[1])
    lines += [f"     = zie: {each.span.line}:{each.span.column} {each.label}" for each in found.related]
    if found.help:
        lines.append(f"     = hulp: {found.help}")
    return "\n".join(lines)


def test_every_code_about_syntax_is_in_a_bad_file() -> None:
    found = {each.code for path in BAD for each in parse(read(path))[1]}
    # VRD124 takes hundreds of mistakes; `test_parsing_properties` and the page about it make them.
    assert found == {code for code in CODES if code.startswith("VRD1")} - {"VRD124"}


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_what_is_said_of_a_bad_file(path: Path, snapshot: SnapshotAssertion) -> None:
    _, found = parse(read(path))
    assert found
    assert "\n\n".join(shown(each) for each in found) + "\n" == snapshot


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_has_no_mistakes(path: Path) -> None:
    file, found = parse(read(path))
    assert found == ()
    assert file.items
