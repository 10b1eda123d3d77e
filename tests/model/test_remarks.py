"""Lint of what was linted before: the same messages, without the parser and without the model."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from verordening.caching import VARIABLE, write_entry
from verordening.language.diagnostics import Severity, diagnostic
from verordening.language.source import Source
from verordening.model.loading import check, regulation_sets
from verordening.model.remarks import read_remarks, remarks_name, write_remarks

NAME = "0123456789abcdef"
SOURCE = Source("a.vrd", "regeling a\n")
REMARK = diagnostic(
    SOURCE, "VRD220", "een rij staat niet op volgorde", SOURCE.span(1, 1, 8), severity=Severity.WAARSCHUWING
)
REGULATION = 'regeling proef "Proef"\n  soort verordening\n  gemeente grootdam\n  herkomst fictief "x"\n{}'
WHOLE = '  in werking vanaf 1 januari 2020\n  bron "x"\n  grondslag pw artikel 8a lid 1 onderdeel a\n  gebruikt pw\n'
"""What makes it a regulation on which nothing is to be said."""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_remarks_come_back_as_they_were() -> None:
    write_remarks(NAME, (REMARK,))
    assert read_remarks(NAME) == (REMARK,)
    write_remarks(NAME, ())
    assert read_remarks(NAME) == ()


def test_what_is_no_row_of_remarks_is_not_believed() -> None:
    assert read_remarks(NAME) is None
    write_entry(NAME, b"iets anders")
    assert read_remarks(NAME) is None


def test_another_text_path_or_municipality_has_other_remarks() -> None:
    other = (("amsterdam", "a.vrd", "x"), ("", "a.vrd", "x"), ("", "b.vrd", "x"), ("", "a.vrd", "y"))
    assert len({remarks_name(gemeente, [Source(path, text)]) for gemeente, path, text in other}) == len(other)


def test_mistakes_are_found_again_from_the_cache_and_gone_when_mended(tmp_path: Path) -> None:
    path = tmp_path / "proef.vrd"
    path.write_text(REGULATION.format("artikel 1\n  als = 3\n"), encoding="utf-8")
    first = check(regulation_sets([path]))
    assert [each.code for each in first if each.severity is Severity.FOUT] == ["VRD101"]
    assert check(regulation_sets([path])) == first
    path.write_text(REGULATION.format("  in werking vanaf 1 januari 2020\n"), encoding="utf-8")
    assert check(regulation_sets([path])) == ()


def test_lint_of_what_was_linted_loads_neither_parser_nor_model(tmp_path: Path) -> None:
    path = tmp_path / "proef.vrd"
    path.write_text(REGULATION.format(WHOLE), encoding="utf-8")
    program = (
        "import sys; from verordening.cli.main import main\n"
        f"assert main(['lint', {str(path)!r}]) == 0\n"
        "print(*(name for name in sys.modules if name.startswith(('lark', 'yaml', 'fractions', 'pathlib',"
        " 'verordening.model.rules', 'verordening.language.automaton'))), file=sys.stderr)"
    )
    loaded = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        ).stderr.split()
        for _ in range(2)
    ]
    assert "verordening.model.rules" in loaded[0]
    assert loaded[1] == []
