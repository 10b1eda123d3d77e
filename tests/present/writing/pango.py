"""Whether this machine can make a PDF: WeasyPrint needs Pango from the system."""

from __future__ import annotations

import os
from functools import lru_cache

import pytest

from verordening.present.writing.needing import NotInstalledError
from verordening.present.writing.pdf import render_pdf
from verordening.present.writing.written import Written

REQUIRED = "VERORDENING_PDF_VERPLICHT"
"""Set in CI: there a test that makes a PDF fails where it cannot, and is never skipped."""


def need_pango() -> None:
    """Skip the test on a machine without Pango; in CI fail."""
    if _is_there():
        return
    if os.environ.get(REQUIRED):
        pytest.fail("WeasyPrint finds no Pango: apt-get install libpango-1.0-0 libpangoft2-1.0-0")
    pytest.skip("no Pango on this machine")


@lru_cache(maxsize=1)
def _is_there() -> bool:
    try:
        render_pdf(Written("proef", "Proef", (), (), "2026-03-01"))
    except NotInstalledError:
        return False
    return True
