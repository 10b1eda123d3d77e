"""A file that is edited is read as if it were opened anew, whatever the change."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.large_regulation import large_regulation, with_one_edit, with_one_line_more
from verordening.language import reparsing
from verordening.language.building import Built, build
from verordening.language.parsing import parse
from verordening.language.reparsing import Document
from verordening.language.source import Source

TEXTS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "good").glob("*.vrd"))
}
LARGE = large_regulation(200)
LINES = sorted(
    {line for text in TEXTS.values() for line in text.split("\n")} | {"", "# niets", ",", '"', "  als ("}
)
PIECES = [*sorted({word for text in TEXTS.values() for word in text.split()}), "\n", " ", "\n\n", "\n  ", ","]


def check(document: Document, text: str) -> None:
    assert document.edit(text) == parse(Source("x", text))


def changed(data: st.DataObject, text: str) -> str:
    if data.draw(st.booleans()):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        return text[:start] + data.draw(st.sampled_from(["", *PIECES])) + text[end:]
    lines = text.split("\n")
    start = data.draw(st.integers(0, len(lines)))
    end = data.draw(st.integers(start, min(len(lines), start + 3)))
    return "\n".join([*lines[:start], *data.draw(st.lists(st.sampled_from(LINES), max_size=3)), *lines[end:]])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=200)
@given(st.sampled_from(sorted(TEXTS)), st.data())
def test_any_row_of_changes(name: str, data: st.DataObject) -> None:
    text = TEXTS[name]
    document = Document(Source("x", text))
    for _ in range(data.draw(st.integers(1, 4))):
        text = changed(data, text)
        check(document, text)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=30)
@given(st.data())
def test_changes_in_a_large_file_and_back(data: st.DataObject) -> None:
    document = Document(Source("x", LARGE))
    check(document, changed(data, LARGE))
    check(document, LARGE)


@pytest.mark.parametrize("edit", [with_one_edit, with_one_line_more])
def test_only_what_changed_is_read(edit: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert callable(edit)
    text = edit(LARGE)
    expected = parse(Source("x", text))
    document = Document(Source("x", LARGE))
    read: list[int] = []

    def counting(text: str, path: str, reserved: frozenset[str], line: int = 1) -> Built:
        read.append(text.count("\n"))
        return build(text, path, reserved, line)

    monkeypatch.setattr(reparsing, "build", counting)
    assert document.edit(text) == expected
    assert len(read) == 1
    assert read[0] < 20


def test_a_mistake_and_its_repair() -> None:
    document = Document(Source("x", LARGE))
    for text in (LARGE.replace("= 10%", "= = 10%", 1), LARGE, LARGE + "\nartikel", "", "# niets", LARGE):
        check(document, text)
