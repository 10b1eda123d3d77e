"""For all tests: a cache of their own, so that none depends on what an earlier run, or a user, left behind.

Nor does one depend on how fast a machine is: the first text that Hypothesis makes on a new clone takes seconds.
"""

from __future__ import annotations

import os
import tempfile

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def pytest_configure(config: pytest.Config) -> None:
    """One cache folder for this run, shared by its worker processes."""
    if "VERORDENING_CACHE" not in os.environ:
        os.environ["VERORDENING_CACHE"] = tempfile.mkdtemp(prefix="verordening-test-")
