"""Everything that is wrong comes out once, in order of file and line."""

from tests.model.resolving.reading import BASIS, found_in
from verordening.language.source import Source

HEADER = """\
regeling {name} "Proef"
  soort beleidsregel
  grondslag kwijt artikel 1
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2020
"""
RULE = """
artikel {number}
  in afwijking van artikel 1
  als      gedragin = te_laat
  dan moet verlaging = 5%
"""


def regulation(path: str, rules: int) -> Source:
    text = HEADER.format(name=path.partition(".")[0])
    return Source(path, text + "".join(RULE.format(number=number) for number in range(2, 2 + rules)))


def test_problems_are_in_order_of_file_and_line_whatever_the_order_of_files() -> None:
    own = (regulation("b.vrd", 2), regulation("a.vrd", 1))
    found = found_in(*own, *BASIS)
    assert found == found_in(*BASIS, *reversed(own))
    places = [(each.span.file, each.span.line, each.code) for each in found if each.span]
    assert places == [
        ("a.vrd", 3, "VRD302"),
        ("a.vrd", 8, "VRD304"),
        ("a.vrd", 9, "VRD202"),
        ("b.vrd", 3, "VRD302"),
        ("b.vrd", 8, "VRD304"),
        ("b.vrd", 9, "VRD202"),
        ("b.vrd", 13, "VRD304"),
        ("b.vrd", 14, "VRD202"),
    ]


def test_a_ground_that_many_rules_rest_on_is_reported_once() -> None:
    found = found_in(*BASIS, regulation("a.vrd", 20))
    assert [each.code for each in found].count("VRD302") == 1
