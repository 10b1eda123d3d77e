"""Whatever happens to the lines of a regulation, it is read to the end and every message can be shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.model.resolving.reading import BASIS, HERE, found_beside_damage, read
from verordening.language.source import Source
from verordening.present.diagnostics_text import render_diagnostics

WHOLE = read(HERE / "whole.vrd")
OWN = WHOLE.text.split("\n")
OTHERS = sorted({line for path in (HERE / "bad").glob("*.vrd") for line in read(path).text.split("\n")})

edits = st.lists(
    st.tuples(st.integers(0, len(OWN) - 1), st.sampled_from(["", *OTHERS, *OWN])), min_size=1, max_size=8
)


@given(edits, st.permutations([0, 1, 2, 3]))
def test_any_mixture_of_lines_is_resolved(changed: list[tuple[int, str]], order: list[int]) -> None:
    lines = list(OWN)
    for number, line in changed:
        lines[number] = line
    files = (*BASIS, Source(WHOLE.path, "\n".join(lines)))
    syntax, found = found_beside_damage(*(files[index] for index in order))
    places = [(each.span.file, each.span.line) for each in found if each.span]
    assert places == sorted(places)
    assert len(set(found)) == len(found)
    render_diagnostics((*syntax, *found), 60)
