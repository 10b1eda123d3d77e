"""A clock on work inside work, with a clock of our own."""

from __future__ import annotations

from verordening.analyse.profiling.metering import Meter, own_cost


class _Clock:
    """A clock that goes on when it is told to, and by so many nanoseconds when it is looked at."""

    def __init__(self, each_look: int = 0) -> None:
        self.now, self._each_look = 0, each_look

    def __call__(self) -> int:
        self.now += self._each_look
        return self.now

    def work(self, nanoseconds: int) -> None:
        self.now += nanoseconds


def test_what_something_asks_is_not_its_own_time() -> None:
    """A rule works 5, asks a begrip that works 3, and works 2 more; the begrip is asked once more by nobody."""
    clock = _Clock()
    meter = Meter(clock)

    def rule() -> None:
        clock.work(5)
        meter.around("begrip", lambda: clock.work(3))
        clock.work(2)

    meter.around("regel", rule)
    meter.around("begrip", lambda: clock.work(4))
    found = {name: (each.count, each.own, each.total) for name, each in meter.spent.items()}
    assert found == {"regel": (1, 7, 10), "begrip": (2, 7, 7)}


def test_what_asks_itself_is_counted_once_in_its_total() -> None:
    clock = _Clock()
    meter = Meter(clock)

    def outer() -> None:
        clock.work(5)
        meter.around("regel", lambda: clock.work(3), counted=False)

    meter.around("regel", outer)
    spent = meter.spent["regel"]
    assert (spent.count, spent.own, spent.total) == (1, 8, 8)


def test_time_is_booked_where_the_work_fails() -> None:
    clock = _Clock()
    meter = Meter(clock)

    def failing() -> None:
        clock.work(4)
        raise ValueError

    try:
        meter.around("regel", failing)
    except ValueError:
        meter.around("ander", lambda: clock.work(1))
    assert {name: each.own for name, each in meter.spent.items()} == {"regel": 4, "ander": 1}


def test_what_looking_at_the_clock_costs_is_taken_off() -> None:
    """A look takes 10: one of the two falls within the measured work, and both within the work around it."""
    inside, whole = own_cost(_Clock(10))
    assert (inside, whole) == (10, 20)
    clock = _Clock(10)
    meter = Meter(clock, inside=inside, whole=whole)

    def rule() -> None:
        for _ in range(100):
            meter.around("begrip", lambda: clock.work(1))

    meter.around("regel", rule)
    assert (meter.spent["regel"].own, meter.spent["begrip"].own) == (0, 100)
