"""Patterns that are compiled later say what they would have said at once."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from verordening.patterns import compiled_later, pattern


def test_a_pattern_finds_what_it_says() -> None:
    word = pattern(r"(artikel|lid) (\d+)", re.IGNORECASE)
    for _ in range(2):
        assert word.findall("Artikel 18 lid 5") == [("Artikel", "18"), ("lid", "5")]
    assert word.fullmatch("lid") is None
    assert word.groups == 2


def test_a_wrong_pattern_is_refused_when_it_is_used() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.match("(")


def test_patterns_are_compiled_at_once_again_afterwards() -> None:
    compile_now = re.compile
    with compiled_later():
        later = re.compile("[a-z]+")
    assert later.fullmatch("lid")
    with pytest.raises(ImportError), compiled_later():
        raise ImportError
    assert re.compile is compile_now
    assert isinstance(re.compile("lid"), re.Pattern)


def test_yaml_reads_in_python_too_what_it_compiled_later() -> None:
    code = (
        "from verordening.patterns import compiled_later\n"
        "with compiled_later():\n    import yaml\n"
        "print(yaml.load('{dag: 2026-03-01, waar: yes, getal: 1_000}', Loader=yaml.SafeLoader))\n"
        "try:\n    yaml.load('a: \\x01', Loader=yaml.SafeLoader)\n"
        "except yaml.reader.ReaderError as error:\n    print(error.character)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "{'dag': datetime.date(2026, 3, 1), 'waar': True, 'getal': 1000}",
        "1",
    ]
