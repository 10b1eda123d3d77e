"""A process that runs one command has Python's own library in a light form, and nobody notices."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from verordening.patterns import ReLater

PREPARED = "import sys\nfrom verordening.cli.start import prepare\nprepare()\n"


def said_by(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PREPARED + program], capture_output=True, check=False, timeout=60, text=True
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_a_fraction_knows_a_decimal_once_there_are_any() -> None:
    assert said_by(
        "from fractions import Fraction\n"
        "before = 'decimal' in sys.modules\n"
        "from decimal import Decimal\n"
        "print(before, Fraction(Decimal('0.25')), Fraction.from_decimal(Decimal('1.5')), Fraction(0.5))"
    ) == ("False 1/4 3/2 1/2")


def test_a_fraction_reads_a_text() -> None:
    assert (
        said_by("from fractions import Fraction\nprint(Fraction(' -1/3 '), Fraction('1.5e1'))") == "-1/3 15"
    )


def test_modules_are_python_s_own_when_they_are_asked_for() -> None:
    assert said_by(
        "import re, decimal, collections.abc, enum, typing, datetime\n"
        "print(re.sub('a+', 'b', 'caat'), decimal.__name__, collections.abc.Mapping.__name__,\n"
        "      datetime.datetime.strptime('2026-03-01', '%Y-%m-%d').date(), typing.Any is not None)"
    ) == ("cbt decimal Mapping 2026-03-01 True")


@pytest.mark.parametrize("first", ["collections", "collections.abc", "typing"])
def test_collections_has_its_abc_however_it_is_loaded(first: str) -> None:
    assert (
        said_by(
            "from collections.abc import Mapping\n"
            f"import {first}\nimport collections.abc\n"
            "print(collections.abc.Mapping is Mapping, isinstance({}, collections.abc.Mapping))"
        )
        == "True True"
    )


def test_a_pattern_that_is_made_later_has_python_s_flags() -> None:
    for name in ("IGNORECASE", "MULTILINE", "DOTALL", "VERBOSE"):
        assert getattr(ReLater, name) == getattr(re, name)
    assert ReLater().sub("a", "b", "ca") == "cb"
