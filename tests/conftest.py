"""For all tests: a cache of their own, so that none depends on what an earlier run, or a user, left behind."""

from __future__ import annotations

import os
import tempfile

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """One cache folder for this run, shared by its worker processes."""
    if "VERORDENING_CACHE" not in os.environ:
        os.environ["VERORDENING_CACHE"] = tempfile.mkdtemp(prefix="verordening-test-")
