"""A text that is searched at once gives the lines that are found line by line."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from verordening.analyse.lint.lines import lines_to_search, lines_with
from verordening.analyse.lint.naming import CAN_NAME, person_in
from verordening.analyse.lint.rules import burgerservicenummer, contactgegevens
from verordening.language.bsn import contains_bsn
from verordening.language.source import Source, Span

Find = Callable[[str], tuple[int, int] | None]


def contact_in(line: str) -> tuple[int, int] | None:
    """Where the first address or number of a line stands."""
    found = contactgegevens.first_in(line)
    return found[1] if found else None


PERSONS = (
    "# de heer Jansen",
    "# mevrouw el Amrani",
    "# Familie  De Boer",
    "# mw. A. Jansen",
    "# prof. Öztürk",
    "# J.P. Jansen",
    "# J.Jansen",
    "# A. ten Have",
    "# Fatima van der Berg",
    "Jan\tJansen",
)
CONTACTS = (
    "# a@b.nl",
    "# NL91ABNA0417164300",
    "# NL91 ABNA 0417 1643 00",
    "# 020-1234567",
    "# (06) 12 34 56 78",
    "# +31 (0)6 12345678",
    "# 0031612345678",
    "Dorpsstraat 1",
    "# Lange Nieuwegracht 12a",
    "# Zeeweg 3",
    "# Plantage 12, 1018 AB",
    "# postcode 1018AB",
)
NUMBERS = (
    "# 111222333",
    "# 111.222.333",
    "# 11 12 22 333",
    "# 1 1 1 2 2 2 3 3 3",
    "# 111 - 222 - 333",
    "# 111_222_333",
)


@pytest.mark.parametrize(
    ("find", "glance", "lines"),
    [
        (person_in, CAN_NAME, PERSONS),
        (contact_in, contactgegevens.GLANCE, CONTACTS),
        (contains_bsn, burgerservicenummer.GLANCE, NUMBERS),
    ],
)
def test_each_form_is_found_in_a_text(find: Find, glance: re.Pattern[str], lines: tuple[str, ...]) -> None:
    """Also on the first and the last line, and below a line that ends in the beginning of one."""
    for line in lines:
        source = Source("proef.vrd", f"{line}\n# artikel 1 A\n# 12\n{line}\n\n# 1 januari 2026, de\n  {line}")
        found = [span.line for span in lines_with((source,), find, glance)]
        assert found == [1, 4, 7], line


def test_a_line_is_given_once_with_its_number() -> None:
    source = Source("proef.vrd", "a\nb 1 2\n\n3\n")
    assert list(lines_to_search((source,), re.compile(r"\d"))) == [(source, 2, "b 1 2"), (source, 4, "3")]


def test_the_stretch_is_where_it_stands_in_its_line() -> None:
    source = Source("proef.vrd", "\n# van de heer Jansen\n")
    assert list(lines_with((source,), person_in, CAN_NAME)) == [Span("proef.vrd", 2, 7, 2, 21)]
