"""No small count is shown, and none follows from a total and the other counts of its row or column."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verordening.population.effects.hiding import LEAST_SHOWN, hidden_cells

TABLES = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 12), min_size=width, max_size=width), min_size=1, max_size=5
    )
)


@given(TABLES)
def test_no_small_count_can_be_told(table: list[list[int]]) -> None:
    hidden = hidden_cells(table)
    lines = [[(row, column) for column in range(len(table[0]))] for row in range(len(table))]
    lines += [[(row, column) for row in range(len(table))] for column in range(len(table[0]))]
    for row, cells in enumerate(table):
        for column, count in enumerate(cells):
            assert not 0 < count < LEAST_SHOWN or (row, column) in hidden
    for line in lines:
        inside = [cell for cell in line if cell in hidden]
        everything = len(inside) == len(line)
        assert (
            not inside
            or everything
            or (len(inside) > 1 and sum(table[r][c] for r, c in inside) >= LEAST_SHOWN)
        )


def test_a_table_without_small_counts_is_shown_whole() -> None:
    assert hidden_cells([[0, 5, 17], [6, 0, 30]]) == frozenset()
