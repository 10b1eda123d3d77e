"""A plain YAML text is read without PyYAML, and to the last place as PyYAML reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.language.diagnostics import InputError
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.language.source import Source
from verordening.model import yaml_reading
from verordening.model.yaml_nodes import Mapping
from verordening.model.yaml_plain import read_plainly

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
LINES = (
    "a: b",
    "a: 1 jaar # uitleg",
    "  a: b",
    "  b: 'x: y'",
    "  c:",
    "    d: 5%",
    "b:",
    "- a",
    "- {a: b, c: [d, e]}",
    "  - a: b",
    "    c: ~",
    '- "een, twee"',
    "c: [a, b c, ]",
    "d: {a: 'b'}",
    "# uitleg",
    "",
    "  # uitleg",
    "e: een: twee",
    "  vervolg",
    "f: >",
    "g: 'it''s'",
    "<<: *a",
    "---",
)


def by_pyyaml(source: Source) -> Mapping | None:
    """What PyYAML makes of it; None where it is refused."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reading, "read_plainly", lambda _: None)
        try:
            return yaml_reading.parse_yaml(source).root
        except InputError:
            return None


def agrees(text: str) -> None:
    source = Source("zaak.yaml", text)
    plain = read_plainly(source)
    if plain is not None:
        assert plain == by_pyyaml(source)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_reads_the_same(path: Path) -> None:
    agrees(read_text(path, limit=CASE_LIMIT).text)


def test_nearly_every_example_is_plain() -> None:
    plain = [path for path in EXAMPLES if read_plainly(read_text(path, limit=CASE_LIMIT)) is not None]
    assert len(plain) > 0.9 * len(EXAMPLES)


@given(st.lists(st.sampled_from(LINES), max_size=8), st.booleans())
def test_what_is_plain_reads_the_same(lines: list[str], ended: bool) -> None:
    agrees("a:\n" + "\n".join(lines) + "\n" * ended)


@given(
    st.sampled_from(EXAMPLES[::8]),
    st.integers(0, 600),
    st.integers(0, 3),
    st.sampled_from([*" \n:-#,[]{}'\"&*!|>%@?<~.\\", "\n  ", "\n- ", ": ", " #", ""]),
)
def test_a_slip_reads_the_same_or_is_left_to_pyyaml(path: Path, at: int, left_out: int, put_in: str) -> None:
    text = read_text(path, limit=CASE_LIMIT).text[:800]
    agrees(text[:at] + put_in + text[at + left_out :])


@pytest.mark.parametrize(
    "text",
    [
        "a: een\n  twee\n",  # one text over two lines
        "a: |\n  een\n",
        'a: "een\\ntwee"\n',
        "a: &b een\n",
        "a: !b een\n",
        "a: een\na: twee\n",  # what PyYAML reads, and our reader refuses with both places
        "a:\tb\n",
        "- a\n",
        "a: [b\n",
        "a: {b: c, b: d}\n",
        "---\na: b\n",
        "%YAML 1.2\n",
        "a: b\n   ",
        "a: \u200eb\n",
        "",
    ],
)
def test_all_else_is_left_to_pyyaml(text: str) -> None:
    assert read_plainly(Source("zaak.yaml", text)) is None
