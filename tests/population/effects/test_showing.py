"""No small count is shown in a table or a drawing, and none follows from all of them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from verordening.population.effects.hiding import LEAST_SHOWN
from verordening.population.effects.joining import REST, joined_groups
from verordening.population.effects.showing import ShownEffect, ShownRow, shown
from verordening.population.effects.tallies import GAINS, LOSES, OTHER, SIZES, WAYS, DecisionEffect, Tally
from verordening.present.effects_charts import counts_chart, euros_chart, sizes_chart

WIDTH = len(WAYS)
COUNTS = st.tuples(*[st.one_of(st.integers(0, 9), st.just(0), st.integers(0, 60))] * WIDTH)


def tally(*counts: int) -> Tally:
    """Who gains gets € 10 more, who loses € 20 less."""
    return Tally(counts, counts[0] * 1_000, counts[1] * 2_000)


def effect(
    facts: Mapping[str, Sequence[tuple[int, ...]]], gained: tuple[int, ...] = (), lost: tuple[int, ...] = ()
) -> DecisionEffect:
    """Of groups by each fact; all facts are about the same rows."""
    first = next(iter(facts.values()))
    by = {
        fact: tuple((f"groep {at}", tally(*each)) for at, each in enumerate(groups))
        for fact, groups in facts.items()
    }
    whole = sum((tally(*each) for each in first), Tally())
    empty = (0,) * (len(SIZES) + 1)
    return DecisionEffect("b", "b", True, True, whole, by, (), gained or empty, lost or empty)


@st.composite
def effects(draw: st.DrawFn) -> DecisionEffect:
    """Two ways to divide the same rows into groups."""
    groups = draw(st.lists(COUNTS, min_size=1, max_size=7))
    at = draw(st.integers(0, len(groups)))
    halves = [part for part in (groups[:at], groups[at:]) if part]
    other = [tuple(map(sum, zip(*part, strict=True))) for part in halves]
    return effect({"een": groups, "twee": other})


def cells(found: ShownEffect, facts: DecisionEffect) -> list[tuple[ShownRow, tuple[int, ...]]]:
    """What is shown of each row beside what is so."""
    rows = [(found.whole, facts.whole.counts)]
    for fact, groups in facts.by.items():
        joined = joined_groups(groups)
        rows += [(row, each.tally.counts) for row, each in zip(found.by[fact], joined, strict=True)]
    return rows


def equations(rows: list[tuple[ShownRow, tuple[int, ...]]], sizes: list[int]) -> np.ndarray:
    """What everybody may know: how many there are in each row, and that groups are together the whole."""
    lines = []
    for place in range(len(rows)):
        line = np.zeros(len(rows) * WIDTH)
        line[place * WIDTH : (place + 1) * WIDTH] = 1
        lines.append(line)
    first = 1
    for size in sizes:
        for way in range(WIDTH):
            line = np.zeros(len(rows) * WIDTH)
            line[way] = -1
            line[[place * WIDTH + way for place in range(first, first + size)]] = 1
            lines.append(line)
        first += size
    return np.array(lines)


@given(effects())
def test_no_small_count_is_shown_or_follows(facts: DecisionEffect) -> None:
    found = shown(facts)
    rows = cells(found, facts)
    hidden = []
    for place, (row, counts) in enumerate(rows):
        for at, (way, count) in enumerate(zip(WAYS, counts, strict=True)):
            assert row.counts[way] in (None, count)
            if row.counts[way] is None:
                hidden.append(place * WIDTH + at)
            else:
                assert not 0 < count < LEAST_SHOWN
    system = equations(rows, [len(each) for each in found.by.values()])[:, hidden]
    rank = np.linalg.matrix_rank(system) if hidden else 0
    for at in range(len(hidden)):
        alone = np.zeros(len(hidden))
        alone[at] = 1
        assert np.linalg.matrix_rank(np.vstack([system, alone])) > rank


@given(effects())
def test_euros_are_hidden_with_the_count(facts: DecisionEffect) -> None:
    for row, counts in cells(shown(facts), facts):
        assert row.gained == (None if row.counts[GAINS] is None else counts[0] * 1_000)
        assert row.lost == (None if row.counts[LOSES] is None else counts[1] * 2_000)


@given(effects())
def test_no_bar_is_as_long_as_a_hidden_number(facts: DecisionEffect) -> None:
    found = shown(facts)
    for rows in found.by.values():
        named = [(each.label, each) for each in rows]
        for chart, numbers in (
            (counts_chart(named), lambda row: [row.counts[way] for way in (GAINS, LOSES, OTHER)]),
            (euros_chart(named), lambda row: (row.gained, row.lost)),
        ):
            for name, bars in zip(chart.names, chart.bars, strict=True) if chart else ():
                row = next(each for label, each in named if label == name.lower())
                may = {number or 0 for number in numbers(row)} | {0}
                assert {bar.length for bar in bars} <= may
                assert any("afgeschermd" in bar.said for bar in bars) or None not in numbers(row)


SIZED = st.lists(st.integers(0, 12), min_size=len(SIZES) + 1, max_size=len(SIZES) + 1)


@given(SIZED, st.integers(0, 40))
def test_amounts_by_class_give_no_small_count_away(counts: list[int], same: int) -> None:
    losers = sum(counts)
    found = shown(effect({"een": [(0, losers, 0, same, 0)]}, lost=tuple(counts)))
    if found.whole.counts[LOSES] is None:
        assert not found.sizes
        return
    told = [each.count for each in found.sizes if each.count is not None]
    assert not any(0 < count < LEAST_SHOWN for count in told)
    hidden = sum(each.count is None for each in found.sizes)
    assert losers - sum(told) == 0 if not hidden else hidden > 1 and losers - sum(told) >= LEAST_SHOWN
    chart = sizes_chart(found.sizes)
    assert {bar.length for bars in (chart.bars if chart else ()) for bar in bars} <= {*told, 0}


def test_what_is_hidden_in_one_table_does_not_follow_from_another() -> None:
    """Of 108 households 3 gain; hidden in the whole and in group A, they would be 108 less all that is shown."""
    found = shown(effect({"een": [(3, 40, 0, 5, 0), (0, 0, 0, 60, 0)]}))
    parts = [each.counts[LOSES] for each in found.by["een"]]
    assert found.whole.counts[GAINS] is None
    assert found.whole.counts[LOSES] is None
    assert None in parts


def test_small_groups_go_together() -> None:
    """2 and 3 who lose are 5 together; who does not share in them stays apart, and nothing has to be hidden."""
    groups = [(0, 2, 0, 20, 0), (0, 30, 0, 40, 0), (0, 3, 0, 30, 0), (0, 0, 0, 9, 0)]
    found = shown(effect({"een": groups})).by["een"]
    assert [(each.label, each.joined) for each in found] == [
        ("groep 1", ()),
        ("groep 3", ()),
        (REST, ("groep 0", "groep 2")),
    ]
    assert found[2].counts[LOSES] == 5
    assert not any(each.hides for each in found)


def test_where_small_groups_stay_small_the_smallest_that_helps_goes_along() -> None:
    """1 and 2 are 3: with the 10 of group 3 they are 13, with the 30 of group 0 more than is needed."""
    groups = [(0, 30, 0, 40, 0), (0, 1, 0, 20, 0), (0, 2, 0, 30, 0), (0, 10, 0, 9, 0)]
    found = shown(effect({"een": groups})).by["een"]
    assert [each.label for each in found] == ["groep 0", REST]
    assert found[1].joined == ("groep 1", "groep 2", "groep 3")
    assert found[1].counts[LOSES] == 13


def test_one_small_group_among_few_keeps_its_name() -> None:
    groups = [(0, 30, 0, 40, 0), (0, 20, 0, 20, 0), (0, 3, 0, 30, 0)]
    assert [each.label for each in shown(effect({"een": groups})).by["een"]] == [
        "groep 0",
        "groep 1",
        "groep 2",
    ]


def test_neighbouring_amounts_go_together() -> None:
    """3 who lose less than € 10 and 4 who lose € 10 to € 25 are 7 who lose less than € 25."""
    lost = (0, 3, 4, 0, 20, 0, 0, 0, 0)
    found = shown(effect({"een": [(0, 27, 0, 50, 0)]}, lost=lost)).sizes
    assert [(each.least, each.below, each.count) for each in found] == [
        (5_000, 10_000, 20),
        (2_500, 5_000, 0),
        (0, 2_500, 7),
    ]
