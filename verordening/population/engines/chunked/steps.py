"""The steps that a program is worked out in: each writes its outcome in its last argument, for a chunk of rows."""

from __future__ import annotations

import numpy as np

from verordening.population.engines.kernel import Array


def convert(value: Array, out: Array) -> None:
    """A number made wider or narrower, or a truth made a number."""
    np.copyto(out, value, casting="unsafe")


def select(mask: Array, then: Array, otherwise: Array, difference: Array, out: Array) -> None:
    """`otherwise + mask * (then - otherwise)`: much faster than `np.where`, which branches. Wrapping does no harm."""
    np.subtract(then, otherwise, out=difference)
    np.multiply(difference, mask, out=difference)
    np.add(difference, otherwise, out=out)


def select_truth(truth: Array, then: Array, otherwise: Array, difference: Array, out: Array) -> None:
    """The same for truths."""
    np.not_equal(then, otherwise, out=difference)
    np.logical_and(difference, truth, out=difference)
    np.not_equal(difference, otherwise, out=out)


def divide(dividend: Array, divisor: Array, quotient: Array, out: Array) -> None:
    """Rounded down, by floating-point numbers that are wide enough."""
    np.true_divide(dividend, divisor, out=quotient)
    np.floor(quotient, out=quotient)
    np.copyto(out, quotient, casting="unsafe")


def look_up(rows: Array, index: Array, out: Array) -> None:
    """The rows of a table at an index, which lies within it."""
    np.take(rows, index, out=out, mode="clip")
