"""Slips and malice, a few hundred of each kind; `python -m fuzz` looks further and for longer."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.mutations import blown_up, mutated
from fuzz.targets import TARGETS, seeds

FILES = {target: [path.read_bytes() for path in seeds(target)] for target in TARGETS}


@pytest.mark.parametrize("target", TARGETS)
@settings(deadline=None)
@given(
    data=st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_bytes_are_answered(target: str, data: bytes) -> None:
    TARGETS[target](data)


@pytest.mark.parametrize("target", TARGETS)
@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 2**32))
def test_files_with_slips_are_answered(target: str, seed: int) -> None:
    TARGETS[target](mutated(random.Random(seed), FILES[target]))


@pytest.mark.parametrize("target", TARGETS)
def test_large_files_are_answered(target: str) -> None:
    for seed in range(5):
        TARGETS[target](blown_up(random.Random(seed), FILES[target]))
